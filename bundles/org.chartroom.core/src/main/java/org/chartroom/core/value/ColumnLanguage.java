package org.chartroom.core.value;

import java.util.Collection;
import java.util.Currency;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import org.chartroom.core.type.ValueRules;
import org.eclipse.osgi.util.NLS;

/**
 * What the cells of a column say about the language it is written in. One cell that can be read in one way only speaks for
 * the others; where none does, the other columns and then the delimiter decide; what is left is nobody's to decide.
 */
public final class ColumnLanguage {
    private boolean point;
    private boolean comma;
    private NumberText ambiguous;
    private String ambiguousText;
    private EnumSet<DateOrder> orders = EnumSet.allOf(DateOrder.class);
    private boolean anyOrder;
    private boolean twoYears;
    private final Set<Currency> currencies = new LinkedHashSet<>();

    private ColumnLanguage() {
    }

    /**
     * What was decided.
     *
     * @param language the language of the column
     * @param assumption what was taken without the word of a cell, one sentence; empty when nothing was
     */
    public record Decision(Language language, Optional<String> assumption) {
    }

    /**
     * @param texts the texts of a column, each at least once, that holds numbers or amounts
     * @return what they say
     */
    public static ColumnLanguage ofNumbers(Collection<String> texts) {
        ColumnLanguage column = new ColumnLanguage();
        texts.forEach(column::addNumber);
        return column;
    }

    /**
     * @param texts the texts of a column, each at least once, that holds days or times
     * @return what they say
     */
    public static ColumnLanguage ofDates(Collection<String> texts) {
        ColumnLanguage column = new ColumnLanguage();
        texts.forEach(column::addDate);
        return column;
    }

    private void addNumber(String text) {
        Optional<NumberText> read = text.length() > 200 ? Optional.empty() : NumberText.of(text, true);
        if (read.isEmpty()) {
            return;
        }
        NumberText number = read.get();
        if (!number.unit().isEmpty()) {
            try {
                currencies.add(CurrencySigns.currency(number.unit(), Optional.empty(), true));
            } catch (IllegalArgumentException e) {
                // No currency, or one of several: it says nothing about the amounts that name none.
                return;
            }
        }
        if (number.isAmbiguous()) {
            ambiguous = ambiguous == null ? number : ambiguous;
            ambiguousText = ambiguousText == null ? text : ambiguousText;
        } else if (number.byPoint() == null) {
            comma = true;
        } else if (number.byComma() == null) {
            point = true;
        }
    }

    private void addDate(String text) {
        Optional<DayText> day = text.length() > 100 ? Optional.empty() : DayText.of(text);
        if (day.isEmpty() || day.get().days().size() == DateOrder.values().length && !day.get().isAmbiguous()
                || day.get().dotted() && day.get().isAmbiguous()) {
            return;
        }
        anyOrder = true;
        orders.retainAll(day.get().days().keySet());
        twoYears |= day.get().days().containsKey(DateOrder.YMD);
    }

    /** @return the currencies that its cells name */
    public Set<Currency> currencies() {
        return Set.copyOf(currencies);
    }

    /**
     * @param others the other columns of the table
     * @param delimiter what separates the columns; 0 when nothing does
     * @param givenMark what somebody said separates decimals; empty when nobody did
     * @param givenOrder what somebody said the order of dates is; empty when nobody did
     * @return the language of this column
     */
    public Decision decide(Collection<ColumnLanguage> others, char delimiter, Optional<DecimalMark> givenMark,
            Optional<DateOrder> givenOrder) {
        Optional<DecimalMark> mark = givenMark.or(this::ownMark);
        String reason = null;
        boolean contradicts = point && comma;
        if (mark.isEmpty() && !contradicts) {
            Set<DecimalMark> elsewhere = EnumSet.noneOf(DecimalMark.class);
            others.forEach(other -> other.ownMark().ifPresent(elsewhere::add));
            boolean disagree = others.stream().anyMatch(other -> other.point && other.comma) || elsewhere.size() > 1;
            reason = elsewhere.isEmpty() ? Messages.byDelimiter : Messages.byOtherColumns;
            mark = disagree
                    ? Optional.empty()
                    : elsewhere.isEmpty() ? byDelimiter(delimiter) : Optional.of(elsewhere.iterator().next());
        }
        Language language = Language.ofColumn(mark, givenOrder.or(() -> order(others)));
        boolean said = reason == null || ambiguous == null || mark.isEmpty();
        return new Decision(language, said ? Optional.empty() : Optional.of(assumption(mark.get(), reason)));
    }

    private Optional<DecimalMark> ownMark() {
        return point == comma ? Optional.empty() : Optional.of(point ? DecimalMark.POINT : DecimalMark.COMMA);
    }

    private static Optional<DecimalMark> byDelimiter(char delimiter) {
        return switch (delimiter) {
            case ';' -> Optional.of(DecimalMark.COMMA);
            case ',' -> Optional.of(DecimalMark.POINT);
            default -> Optional.empty();
        };
    }

    private String assumption(DecimalMark mark, String reason) {
        String byPoint = ValueRules.plain(ambiguous.byPoint());
        String byComma = ValueRules.plain(ambiguous.byComma());
        boolean isPoint = mark == DecimalMark.POINT;
        return NLS.bind(Messages.taken, new Object[]{ambiguousText.strip(), isPoint ? byPoint : byComma,
                isPoint ? byComma : byPoint, reason});
    }

    private Optional<DateOrder> order(Collection<ColumnLanguage> others) {
        if (!anyOrder) {
            return Optional.empty();
        }
        EnumSet<DateOrder> possible = usual(orders, twoYears);
        if (possible.size() > 1) {
            for (ColumnLanguage other : others) {
                possible.retainAll(
                        other.anyOrder ? usual(other.orders, other.twoYears) : EnumSet.allOf(DateOrder.class));
            }
        }
        return possible.size() == 1 ? Optional.of(possible.iterator().next()) : Optional.empty();
    }

    /**
     * @param usual the order that tables of this kind usually have
     * @return the order of this column: what its cells say, or else the usual one; empty when they contradict it or each
     *         other and leave more than one
     */
    public Optional<DateOrder> order(DateOrder usual) {
        Optional<DateOrder> own = order(Set.of());
        return own.isEmpty() && orders.contains(usual) ? Optional.of(usual) : own;
    }

    /**
     * @param usual the language of whoever pastes the column
     * @return that language; where cells contradict it, with what they say instead, or with nothing where they contradict
     *         each other
     */
    public Language pasted(Language usual) {
        boolean sameMark = !point && !comma || ownMark().isPresent() && ownMark().equals(usual.decimal());
        Optional<DecimalMark> mark = sameMark ? usual.decimal() : ownMark();
        boolean sameOrder = !anyOrder || usual.order().filter(orders::contains).isPresent();
        return new Language(usual.source(), usual.locale(), mark,
                sameMark ? usual.grouping() : mark.map(DecimalMark::grouping).orElse((char) 0),
                sameOrder ? usual.order() : order(Set.of()), usual.zone());
    }

    /** The year goes first only where a year of two digits can. */
    private static EnumSet<DateOrder> usual(EnumSet<DateOrder> orders, boolean twoYears) {
        EnumSet<DateOrder> usual = EnumSet.copyOf(orders);
        if (!twoYears) {
            usual.remove(DateOrder.YMD);
        }
        return usual;
    }
}
