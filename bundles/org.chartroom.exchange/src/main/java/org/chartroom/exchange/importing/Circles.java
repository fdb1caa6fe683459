package org.chartroom.exchange.importing;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.chartroom.model.Element;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EReference;

/** Finds rows that would make their item a part of itself: whose parent is itself, or has it as parent in turn. */
final class Circles {
    private final EReference parent;
    private final ElementIdentity identity;
    /** From each item to its parent, as it will be. */
    private final Map<String, String> next = new HashMap<>();

    private Circles(EReference parent, ElementIdentity identity) {
        this.parent = parent;
        this.identity = identity;
    }

    /**
     * @param rows the rows, read
     * @param columns the columns that go to the items
     * @param itemClass class of the items
     * @param identity tells the items apart
     * @param existing the items that are there, by their identity
     * @return the rows that close a circle, each with the column that says its parent
     */
    static Map<RowValues, ColumnReader> find(List<RowValues> rows, List<ColumnReader> columns, EClass itemClass,
            ElementIdentity identity, Map<String, Element> existing) {
        Map<RowValues, ColumnReader> found = new IdentityHashMap<>();
        for (ColumnReader column : columns) {
            if (column.target().list().isEmpty() && column.target().feature() instanceof EReference reference
                    && !reference.isMany() && !reference.isContainment()
                    && reference.getEReferenceType().isSuperTypeOf(itemClass)) {
                Circles circles = new Circles(reference, identity);
                circles.there(existing);
                circles.said(rows, column);
                rows.stream().filter(row -> row.values().containsKey(column) && circles.isIn(identity.id(row)))
                        .forEach(row -> found.putIfAbsent(row, column));
            }
        }
        return found;
    }

    private void there(Map<String, Element> existing) {
        existing.forEach((id, item) -> {
            if (item.eClass().getEAllReferences().contains(parent) && item.eGet(parent) instanceof Element above) {
                identity.id(above).ifPresent(other -> next.put(id, other));
            }
        });
    }

    private void said(Collection<RowValues> rows, ColumnReader column) {
        for (RowValues row : rows) {
            Object value = row.values().get(column);
            Optional<String> above = value instanceof Draft.Later later
                    ? Optional.of(later.id())
                    : value instanceof Element element ? identity.id(element) : Optional.empty();
            above.ifPresent(id -> next.put(identity.id(row), id));
        }
    }

    private boolean isIn(String id) {
        Set<String> seen = new HashSet<>();
        String at = next.get(id);
        while (at != null && !at.equals(id) && seen.add(at)) {
            at = next.get(at);
        }
        return id.equals(at);
    }
}
