package org.chartroom.testkit.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.chartroom.core.store.ElementRef;
import org.chartroom.core.store.FeatureName;
import org.chartroom.core.workspace.FieldChange;
import org.chartroom.core.workspace.HistoryQuery;
import org.chartroom.core.workspace.Revision;

/** Tells how two states after each other differ. */
final class MemoryHistory {
    private final HistoryQuery query;
    private final List<FieldChange> changes = new ArrayList<>();

    MemoryHistory(HistoryQuery query) {
        this.query = query;
    }

    List<FieldChange> changes() {
        return changes.size() > query.limit() ? List.copyOf(changes.subList(0, query.limit())) : List.copyOf(changes);
    }

    boolean isFull() {
        return changes.size() >= query.limit();
    }

    void add(Revision revision, StoredState before, StoredState after) {
        if (!query.accepts(revision)) {
            return;
        }
        Set<String> ids = new LinkedHashSet<>(before.items().keySet());
        ids.addAll(after.items().keySet());
        for (String id : ids) {
            StoredItem old = before.item(id);
            StoredItem now = after.item(id);
            if (old == now || query.elementId().isPresent() && !query.elementId().get().equals(id)) {
                continue;
            }
            String oldRoot = old == null ? null : before.root(id);
            String newRoot = now == null ? null : after.root(id);
            if (old != null && now != null && oldRoot.equals(newRoot)) {
                compare(revision, newRoot, old, now);
                continue;
            }
            if (old != null) {
                add(revision, oldRoot, old, FieldChange.Kind.DELETED, "", null, null);
            }
            if (now != null) {
                add(revision, newRoot, now, FieldChange.Kind.CREATED, "", null, null);
            }
        }
    }

    private void compare(Revision revision, String rootId, StoredItem old, StoredItem now) {
        Set<FeatureName> features = new LinkedHashSet<>(old.values().keySet());
        features.addAll(now.values().keySet());
        for (FeatureName feature : features) {
            Object before = old.values().get(feature);
            Object after = now.values().get(feature);
            if (!Objects.equals(text(before), text(after))) {
                add(revision, rootId, now, FieldChange.Kind.UPDATED, feature.name(), text(before), text(after));
            }
        }
        if (!Objects.equals(old.container(), now.container()) || !Objects.equals(old.feature(), now.feature())) {
            add(revision, rootId, now, FieldChange.Kind.UPDATED, now.feature().name(), old.container(),
                    now.container());
        }
    }

    private void add(Revision revision, String rootId, StoredItem item, FieldChange.Kind kind, String feature,
            String before, String after) {
        boolean isWanted = query.rootId().map(rootId::equals).orElse(true)
                && query.feature().map(feature::equals).orElse(true);
        if (isWanted) {
            changes.add(new FieldChange(revision, rootId, item.id(), item.type().name(), kind, feature, before, after));
        }
    }

    private static String text(Object value) {
        if (value instanceof List<?> many) {
            return many.isEmpty() ? null : many.stream().map(MemoryHistory::text).collect(Collectors.joining(", "));
        } else if (value instanceof ElementRef target) {
            return target.id();
        } else if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value == null ? null : value.toString();
    }
}
