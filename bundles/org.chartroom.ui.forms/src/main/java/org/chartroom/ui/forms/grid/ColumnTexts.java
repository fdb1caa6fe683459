package org.chartroom.ui.forms.grid;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.chartroom.model.Money;
import org.chartroom.ui.forms.field.FieldFormat;
import org.eclipse.emf.common.util.Enumerator;

/**
 * Texts of one column to search in, in small letters. Many rows share few numbers, days and choices: each is written out
 * once, because that takes longer than to look it up.
 */
final class ColumnTexts {
    /** Most values that are remembered; a column with more has few that are the same. */
    private static final int MOST = 5_000;

    private final GridColumn column;
    private final FieldFormat format;
    private final Map<Object, String> known = new HashMap<>();

    ColumnTexts(GridColumn column, FieldFormat format) {
        this.column = column;
        this.format = format;
    }

    /**
     * @param value a value of the column; may be null
     * @return what the grid shows of it, in small letters
     */
    String lowerCase(Object value) {
        if (!isFixed(value)) {
            return written(value);
        }
        String text = known.get(value);
        if (text == null) {
            text = written(value);
            if (known.size() < MOST) {
                known.put(value, text);
            }
        }
        return text;
    }

    /** Whether a value is always written the same; the name of an element may change. */
    private static boolean isFixed(Object value) {
        if (value instanceof Money money) {
            // Amounts are equal whatever zeros follow, and zeros beyond those of the currency are shown.
            return money.amount().scale() <= Math.max(0, money.currency().getDefaultFractionDigits());
        }
        return value == null || value instanceof Integer || value instanceof BigDecimal || value instanceof Enumerator
                || value instanceof Boolean || value instanceof LocalDate
                || value instanceof Instant;
    }

    private String written(Object value) {
        return format.text(column.feature(), value).toLowerCase(Locale.ROOT);
    }
}
