package org.chartroom.store.internal;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;

/**
 * A feature of a class as the workspace knows it, whether or not its plug-in is there.
 *
 * @param id number of the field in the workspace
 * @param name name of the feature
 * @param kind how it is stored
 * @param since first revision that could have a value for it; in older rows it has its default value
 * @param offset place of its first cell in a row
 */
record StoredField(int id, String name, FieldKind kind, long since, int offset) {
    private static final int LONGEST_NAME = 40;

    /**
     * @param part number of the column within the field
     * @return name of the column; the number of the field makes it unique and keeps it from being a key word
     */
    String column(int part) {
        return "f" + id + "_" + sanitized(name) + kind.parts().get(part).suffix();
    }

    /**
     * @param text any name
     * @return a name that is safe in SQL and still says what it is; not unique
     */
    static String sanitized(String text) {
        String safe = text.replaceAll("[^A-Za-z0-9]", "_").toLowerCase(Locale.ROOT);
        return safe.length() > LONGEST_NAME ? safe.substring(0, LONGEST_NAME) : safe;
    }

    /**
     * @param left cells of a row
     * @param right cells of another
     * @return whether this field is the same in both
     */
    boolean isEqual(Object[] left, Object[] right) {
        for (int i = offset; i < offset + kind.parts().size(); i++) {
            if (!Objects.equals(left[i], right[i])) {
                return false;
            }
        }
        return true;
    }

    /**
     * @param cells cells of a row
     * @return the value as it is written into files; null when there is none
     */
    String text(Object[] cells) {
        Object value = cells[offset];
        if (value == null) {
            return null;
        }
        return switch (kind) {
            case DECIMAL -> decimal(cells).toPlainString();
            case MONEY -> decimal(cells).toPlainString() + " " + cells[offset + 2];
            default -> value.toString();
        };
    }

    /**
     * @param cells cells of a row that has a number here
     * @return the number with the zeros it was written with
     */
    BigDecimal decimal(Object[] cells) {
        return ((BigDecimal) cells[offset]).setScale((Integer) cells[offset + 1]);
    }
}
