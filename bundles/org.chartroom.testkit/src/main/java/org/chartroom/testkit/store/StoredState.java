package org.chartroom.testkit.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.chartroom.core.store.FeatureName;

/** All elements after a revision. A state that was published is not changed any more. */
final class StoredState {
    /** A containment list. */
    record Slot(String container, FeatureName feature) {
    }

    private final Map<String, StoredItem> items;
    private final Map<Slot, List<String>> lists;

    StoredState() {
        this(new LinkedHashMap<>(), new HashMap<>());
    }

    private StoredState(Map<String, StoredItem> items, Map<Slot, List<String>> lists) {
        this.items = items;
        this.lists = lists;
    }

    StoredState copy() {
        Map<Slot, List<String>> copies = new HashMap<>();
        lists.forEach((slot, ids) -> copies.put(slot, new ArrayList<>(ids)));
        return new StoredState(new LinkedHashMap<>(items), copies);
    }

    Map<String, StoredItem> items() {
        return items;
    }

    StoredItem item(String id) {
        return items.get(id);
    }

    List<String> list(String container, FeatureName feature) {
        return lists.getOrDefault(new Slot(container, feature), List.of());
    }

    List<StoredItem> contents(String container) {
        return lists.entrySet().stream().filter(entry -> entry.getKey().container().equals(container))
                .flatMap(entry -> entry.getValue().stream()).map(items::get).toList();
    }

    /** @return id of the root that an element is in; null when it is in none, as in a circle */
    String root(String id) {
        Set<String> passed = new HashSet<>();
        String at = id;
        while (items.containsKey(at) && passed.add(at)) {
            if (items.get(at).container() == null) {
                return at;
            }
            at = items.get(at).container();
        }
        return null;
    }

    /** Puts an element where it says that it is, at the end of its list when it comes from elsewhere. */
    void put(StoredItem item) {
        StoredItem before = items.get(item.id());
        boolean stays = before != null && new Slot(before.container(), before.feature())
                .equals(new Slot(item.container(), item.feature()));
        if (before != null && !stays) {
            take(before);
        }
        items.put(item.id(), item);
        if (!stays && item.container() != null) {
            lists.computeIfAbsent(new Slot(item.container(), item.feature()), slot -> new ArrayList<>()).add(item.id());
        }
    }

    void remove(String id) {
        take(items.remove(id));
    }

    private void take(StoredItem item) {
        if (item.container() != null) {
            lists.get(new Slot(item.container(), item.feature())).remove(item.id());
        }
    }

    /** Puts what is new in a list behind what was there, in its order. */
    void append(String container, FeatureName feature, List<String> added) {
        List<String> present = lists.get(new Slot(container, feature));
        if (present != null) {
            List<String> there = added.stream().filter(present::contains).toList();
            present.removeAll(there);
            present.addAll(there);
        }
    }

    /** Orders what is there of a list; what is not named follows what it followed. */
    void order(String container, FeatureName feature, List<String> wanted) {
        List<String> present = lists.get(new Slot(container, feature));
        if (present == null) {
            return;
        }
        List<String> ordered = new ArrayList<>(wanted.stream().filter(present::contains).toList());
        Set<String> named = new HashSet<>(ordered);
        for (int i = 0; i < present.size(); i++) {
            if (!named.contains(present.get(i))) {
                ordered.add(i == 0 ? 0 : ordered.indexOf(present.get(i - 1)) + 1, present.get(i));
            }
        }
        lists.put(new Slot(container, feature), ordered);
    }
}
