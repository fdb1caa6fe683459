package org.chartroom.ui.forms.grid;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.chartroom.core.type.Presentation;
import org.chartroom.model.Currencies;
import org.chartroom.model.Element;
import org.chartroom.model.Money;
import org.chartroom.ui.forms.field.FieldFormat;
import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * Texts of one column to search in, in small letters. Many rows share few numbers, days and choices: each is written out
 * once, because that takes longer than to look it up. And no number has the letters of a word: such columns need not be
 * computed for most searches.
 */
final class ColumnTexts {
    /** Most values that are remembered; a column with more has few that are the same. */
    private static final int MOST = 5_000;
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
    private static final int ANY_YEAR = 2026;

    private final GridColumn column;
    private final FieldFormat format;
    private final Map<Object, String> known = new HashMap<>();

    ColumnTexts(GridColumn column, FieldFormat format) {
        this.column = column;
        this.format = format;
    }

    /**
     * @param wanted what is looked for, in small letters; not empty
     * @return whether the column can have it at all, whatever its values are
     */
    boolean mayHave(String wanted) {
        EStructuralFeature feature = column.feature();
        if (written(null).contains(wanted)) {
            return true;
        }
        Class<?> type = feature.getEType().getInstanceClass();
        if (feature.isMany() || type == null) {
            return true;
        }
        if (feature.getEType() instanceof EEnum literals) {
            return literals.getELiterals().stream().map(Presentation::label)
                    .anyMatch(label -> label.toLowerCase(Locale.ROOT).contains(wanted));
        }
        if (Number.class.isAssignableFrom(type) || type == int.class) {
            return letters(wanted).findAny().isEmpty();
        }
        if (type == Money.class) {
            return letters(wanted).allMatch(part -> Currency.getAvailableCurrencies().stream()
                    .anyMatch(currency -> currency.getCurrencyCode().toLowerCase(Locale.ROOT).contains(part)));
        }
        if (type == LocalDate.class || type == Instant.class) {
            return letters(wanted).allMatch(part -> Stream.of(Month.values())
                    .anyMatch(month -> written(firstOf(month, type)).contains(part)));
        }
        return true;
    }

    private static Object firstOf(Month month, Class<?> type) {
        LocalDate first = LocalDate.of(ANY_YEAR, month, 1);
        return type == Instant.class ? first.atStartOfDay(ZoneId.systemDefault()).toInstant() : first;
    }

    /** The runs of letters in what is looked for. */
    private static Stream<String> letters(String wanted) {
        return NO_LETTERS.splitAsStream(wanted).filter(part -> !part.isEmpty());
    }

    /** @return whether to compute a value of this column takes long, beside to read one */
    boolean isComputed() {
        return column.feature().isDerived();
    }

    /**
     * @param row an item
     * @param wanted what is looked for, in small letters
     * @return whether the grid shows it in this column
     */
    boolean has(Element row, String wanted) {
        return lowerCase(column.value(row)).contains(wanted);
    }

    /**
     * @param value a value of the column; may be null
     * @return what the grid shows of it, in small letters
     */
    private String lowerCase(Object value) {
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
            return money.amount().scale() <= Currencies.digits(money.currency());
        }
        return value == null || value instanceof Integer || value instanceof BigDecimal || value instanceof Enumerator
                || value instanceof Boolean || value instanceof LocalDate
                || value instanceof Instant;
    }

    private String written(Object value) {
        return format.text(column.feature(), value).toLowerCase(Locale.ROOT);
    }
}
