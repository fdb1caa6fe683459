package org.chartroom.testkit.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.chartroom.core.store.ChangeSet;
import org.chartroom.core.store.ElementChange;
import org.chartroom.core.store.ElementRef;
import org.chartroom.core.store.FeatureName;
import org.chartroom.core.store.ListOrder;
import org.chartroom.core.store.Place;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.WorkspaceException.Kind;

/** Makes the next state from a change set, by the rules of {@link org.chartroom.core.store.WorkspaceStore#commit}. */
final class MemoryCommit {
    private final StoredState before;
    private final StoredState after;
    private final ChangeSet changes;
    private final long number;

    MemoryCommit(StoredState before, ChangeSet changes, long number) {
        this.before = before;
        this.after = before.copy();
        this.changes = changes;
        this.number = number;
    }

    StoredState run() {
        for (ElementChange change : changes.changes()) {
            switch (change.kind()) {
                case CREATED -> create(change);
                case UPDATED -> update(change);
                default -> checkDeleted(change);
            }
        }
        delete();
        for (ListOrder order : changes.orders()) {
            order(order);
        }
        checkPlaces();
        return after;
    }

    private void create(ElementChange change) {
        if (before.item(change.element().id()) != null) {
            throw new WorkspaceException(Kind.INVALID, change.label() + ": there is an element of this id already.");
        }
        Map<FeatureName, Object> values = new HashMap<>();
        for (int i = 0; i < change.features().size(); i++) {
            values.put(change.features().get(i), change.after().get(i));
        }
        Place place = change.place();
        after.put(new StoredItem(change.element().id(), change.element().type(),
                place == null ? null : place.container().id(), place == null ? null : place.feature(), values, number));
    }

    private void update(ElementChange change) {
        StoredItem present = before.item(change.element().id());
        if (present == null) {
            if (change.features().isEmpty() && !change.isRelocated()) {
                // It is named because what contains it moves, and somebody else deleted it.
                return;
            }
            throw conflict(change.label() + " was deleted by somebody else.");
        }
        boolean isOld = present.changedBy() <= base(present.id());
        Map<FeatureName, Object> values = new HashMap<>(present.values());
        boolean isDifferent = false;
        for (int i = 0; i < change.features().size(); i++) {
            FeatureName feature = change.features().get(i);
            Object now = values.get(feature);
            Object wanted = change.after().get(i);
            if (!isOld && !isSame(now, change.before().get(i)) && !isSame(now, wanted)) {
                throw conflict(change.label() + ": " + feature.name() + " was changed by somebody else.");
            }
            isDifferent |= !isSame(now, wanted);
            values.put(feature, wanted);
        }
        StoredItem item = isDifferent ? present.with(values, number) : present;
        if (change.isRelocated()) {
            if (!isOld && !isAt(present, change.from()) && !isAt(present, change.place())) {
                throw conflict(change.label() + " was moved by somebody else.");
            }
            item = item.at(change.place().container().id(), change.place().feature(), number);
        }
        after.put(item);
    }

    private static boolean isAt(StoredItem item, Place place) {
        return place.container().id().equals(item.container()) && place.feature().equals(item.feature());
    }

    /** Elements are the same when their ids are. */
    private static boolean isSame(Object one, Object other) {
        if (one instanceof List<?> many && other instanceof List<?> others) {
            return many.stream().map(MemoryCommit::idOrValue).toList()
                    .equals(others.stream().map(MemoryCommit::idOrValue).toList());
        }
        return Objects.equals(idOrValue(one), idOrValue(other));
    }

    private static Object idOrValue(Object value) {
        return value instanceof ElementRef target ? target.id() : value;
    }

    private void checkDeleted(ElementChange change) {
        StoredItem present = before.item(change.element().id());
        if (present != null && present.changedBy() > base(present.id())) {
            throw conflict(change.label() + " was changed by somebody else.");
        }
    }

    private void delete() {
        Set<String> deleted = new HashSet<>();
        changes.changes().stream().filter(change -> change.kind() == ElementChange.Kind.DELETED)
                .map(change -> change.element().id()).filter(id -> before.item(id) != null).forEach(deleted::add);
        for (String id : deleted) {
            for (StoredItem content : after.contents(id)) {
                if (!deleted.contains(content.id())) {
                    throw conflict(content.id() + " was put by somebody else into what is to be deleted.");
                }
            }
        }
        deleted.forEach(after::remove);
    }

    private void order(ListOrder order) {
        if (after.item(order.owner().id()) == null) {
            throw conflict(order.label() + " was deleted by somebody else.");
        }
        List<String> ids = order.elements().stream().map(ElementRef::id).toList();
        if (order.isAppended()) {
            after.append(order.owner().id(), order.reference(), ids);
        } else {
            after.order(order.owner().id(), order.reference(), ids);
        }
    }

    /** Everything that is changed is in a root, and no two artifacts have one key. */
    private void checkPlaces() {
        for (ElementChange change : changes.changes()) {
            StoredItem item = after.item(change.element().id());
            if (item != null && after.root(item.id()) == null) {
                throw conflict(change.label() + ": what it is in was deleted or moved by somebody else.");
            }
        }
        Map<String, StoredItem> keys = new HashMap<>();
        for (StoredItem item : after.items().values()) {
            if (item.container() == null && item.value("key") instanceof String key && !key.isEmpty()) {
                StoredItem other = keys.put(key.toUpperCase(Locale.ROOT), item);
                if (other != null) {
                    throw new WorkspaceException(Kind.INVALID, "The key " + key + " is taken: " + other.value("title")
                            + " and " + item.value("title") + " would have it.");
                }
            }
        }
    }

    private long base(String id) {
        return changes.bases().getOrDefault(before.root(id), Revision.NONE);
    }

    private static WorkspaceException conflict(String message) {
        return new WorkspaceException(Kind.CONFLICT, message);
    }
}
