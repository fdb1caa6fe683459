package org.chartroom.store.internal;

import org.chartroom.model.Element;
import org.chartroom.model.Subject;

/** How messages name an element. */
final class Labels {
    private Labels() {
    }

    /** @return key and title, or the class and the id */
    static String of(Element element) {
        if (element instanceof Subject subject && (subject.getKey() != null || subject.getTitle() != null)) {
            return label(subject.getKey(), subject.getTitle());
        }
        return element.eClass().getName() + " " + element.getId();
    }

    /** @return class and id, with key and title where the class has them */
    static String of(StoredRow row) {
        String label = label(text(row, "key"), text(row, "title"));
        String identity = row.type().name() + " " + row.id();
        return label.isEmpty() ? identity : label + " (" + identity + ")";
    }

    private static String text(StoredRow row, String name) {
        StoredField field = row.type().field(name, FieldKind.TEXT);
        return field == null ? null : field.text(row.cells());
    }

    private static String label(String key, String title) {
        return ((key == null ? "" : key) + " " + (title == null ? "" : title)).strip();
    }
}
