package org.chartroom.core.value;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.type.ValueRules;
import org.chartroom.core.value.Language.Source;
import org.chartroom.core.value.Reading.Note;
import org.chartroom.model.Money;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.osgi.util.NLS;

/**
 * Reads texts as values, the same way for cells, pasted tables, files and the command line. It is strict and loses nothing:
 * a text that a careful person could read in two ways is read in the way of the {@link Language}, or refused with the
 * reason; no mark is dropped, no day is moved, no currency is made up.
 */
public final class ValueReader {
    private static final LocalDate EXAMPLE = LocalDate.of(2026, 3, 31);
    private static final Pattern CLOCK_BEHIND = Pattern.compile("(.*\\S) +(\\d{1,2}:\\d{2}\\S*)");

    private final Language language;
    private final DateTimeFormatter dates;

    /** @param language what whoever wrote the texts took for granted */
    public ValueReader(Language language) {
        this.language = language;
        this.dates = ValueWriter.dates(language.locale());
    }

    /** @return what this reader takes for granted */
    public Language language() {
        return language;
    }

    /**
     * @param attribute the attribute the value is for
     * @param text its text; not blank, unless the attribute is a text
     * @param usual currency of amounts that name none; empty when there is none
     * @return the value, within the rules of all values
     * @throws IllegalArgumentException when the text does not fit; the message completes "because ..."
     */
    public Reading read(EAttribute attribute, String text, Optional<Currency> usual) {
        Placeholders.refuseError(text);
        EDataType type = attribute.getEAttributeType();
        if (type.getInstanceClass() == String.class) {
            return isColumn() ? cleaned(text) : Reading.of(ValueRules.checked(text));
        }
        Reading reading = parse(attribute, type, text.strip(), usual);
        ValueRules.checked(reading.value());
        return reading;
    }

    private boolean isColumn() {
        return language.source() == Source.COLUMN;
    }

    private static Reading cleaned(String text) {
        String held = CleanText.of(text);
        return new Reading(held, held.equals(text) ? Note.NONE : Note.CLEANED);
    }

    private Reading parse(EAttribute attribute, EDataType type, String text, Optional<Currency> usual) {
        if (type instanceof EEnum literals) {
            // Who types a letter sees what it becomes.
            Optional<Object> literal = Words.literal(literals, text)
                    .or(() -> language.source() == Source.TYPED ? Words.byLetter(literals, text) : Optional.empty())
                    .map(one -> one.getInstance());
            return literal.map(Reading::of).or(() -> nothing(text))
                    .orElseThrow(() -> new IllegalArgumentException(NLS.bind(Messages.noneOf, text, String.join(", ",
                            literals.getELiterals().stream().map(Presentation::label).toList()))));
        }
        Optional<Reading> nothing = nothing(text);
        if (nothing.isPresent()) {
            return nothing.get();
        }
        Class<?> java = type.getInstanceClass();
        if (java == LocalDate.class) {
            return date(text);
        }
        if (java == Instant.class) {
            return Reading.of(time(text));
        }
        if (java == Money.class) {
            return money(text, usual);
        }
        if (java == BigDecimal.class) {
            return Reading.of(decimal(attribute, text));
        }
        if (java == Integer.class || java == int.class) {
            return Reading.of(whole(attribute, text));
        }
        if (java == Boolean.class || java == boolean.class) {
            return Reading.of(Words.truth(text)
                    .orElseThrow(() -> new IllegalArgumentException(NLS.bind(Messages.notYesOrNo, text))));
        }
        try {
            return Reading.of(EcoreUtil.createFromString(type, text));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(NLS.bind(Messages.notAValue, text), e);
        }
    }

    /** Only in tables: who types a word for nothing can leave the field empty. */
    private Optional<Reading> nothing(String text) {
        return isColumn() && Placeholders.isNothing(text)
                ? Optional.of(new Reading(null, Note.NOTHING))
                : Optional.empty();
    }

    /**
     * @param text a number, with or without a percent sign
     * @return its digits as a number, whatever the percent sign says
     * @throws IllegalArgumentException when it is none; the message completes "because ..."
     */
    public BigDecimal number(String text) {
        return value(numberText(text), text);
    }

    /**
     * @param text any text
     * @return the number it is, whatever the percent sign says; empty when it is none, or may be two
     */
    public Optional<BigDecimal> findNumber(String text) {
        return NumberText.of(text, language.isIndian()).filter(number -> number.unit().isEmpty())
                .flatMap(this::find);
    }

    /**
     * @param text any text
     * @return whether it is a number in some language
     */
    public static boolean isNumber(String text) {
        return NumberText.of(text, true).filter(number -> number.unit().isEmpty()).isPresent();
    }

    /**
     * @param text any text
     * @return the code or sign of a currency beside a number; empty when it is no number, or has none beside it
     */
    public static Optional<String> currencyBeside(String text) {
        return NumberText.of(text, true).map(NumberText::unit).filter(CurrencySigns::isKnown);
    }

    private NumberText numberText(String text) {
        return NumberText.of(ValueRules.checkedNumber(text), language.isIndian())
                .filter(number -> number.unit().isEmpty()).orElseThrow(() -> notANumber(text));
    }

    private IllegalArgumentException notANumber(String text) {
        return new IllegalArgumentException(
                NLS.bind(Messages.notANumber, text, language.source() == Source.TYPED ? typed("1250.5") : "1250.5"));
    }

    private String typed(String number) {
        return new ValueWriter(language).number(new BigDecimal(number), 0);
    }

    private Optional<BigDecimal> find(NumberText number) {
        if (!number.isAmbiguous()) {
            return Optional.of(number.only());
        }
        return language.decimal().filter(mark -> number.mark() == mark.mark() || number.mark() == language.grouping())
                .map(mark -> mark == DecimalMark.POINT ? number.byPoint() : number.byComma());
    }

    private BigDecimal value(NumberText number, String text) {
        return find(number).orElseThrow(() -> new IllegalArgumentException(NLS.bind(
                isColumn() ? Messages.ambiguousNumberInColumn : Messages.ambiguousNumber,
                new Object[]{text, plain(number.byPoint()), plain(number.byComma())})));
    }

    private static String plain(BigDecimal number) {
        return ValueRules.plain(number);
    }

    private BigDecimal decimal(EAttribute attribute, String text) {
        NumberText number = numberText(text);
        BigDecimal value = ValueRules.checked(value(number, text));
        boolean percentage = ValueWriter.isPercent(attribute);
        if (number.percent() && !percentage) {
            throw new IllegalArgumentException(NLS.bind(Messages.noPercentage, text));
        }
        // Who types into a field that shows percent means percent, with or without the sign.
        return number.percent() || percentage && language.source() == Source.TYPED
                ? value.divide(ValueWriter.HUNDRED)
                : value;
    }

    private Integer whole(EAttribute attribute, String text) {
        NumberText number = numberText(text);
        if (number.percent() && !ValueWriter.isPercent(attribute)) {
            throw new IllegalArgumentException(NLS.bind(Messages.noPercentage, text));
        }
        try {
            return ValueRules.checked(value(number, text)).intValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(NLS.bind(Messages.notWhole, text), e);
        }
    }

    private Reading money(String text, Optional<Currency> usual) {
        NumberText number = NumberText.of(ValueRules.checkedNumber(text), language.isIndian())
                .filter(one -> !one.percent())
                .orElseThrow(() -> new IllegalArgumentException(NLS.bind(Messages.notAMoney, text)));
        BigDecimal amount = value(number, text);
        if (number.unit().isEmpty()) {
            return new Reading(
                    Money.of(amount, usual.orElseThrow(() -> new IllegalArgumentException(
                            isColumn() ? Messages.noCurrencyInColumn : Messages.noCurrency))),
                    Note.USUAL_CURRENCY);
        }
        return Reading.of(Money.of(amount, CurrencySigns.currency(number.unit(), usual, isColumn())));
    }

    private Reading date(String text) {
        Optional<LocalDate> shown = shown(text);
        if (shown.isPresent()) {
            return Reading.of(shown.get());
        }
        DayText day = DayText.of(text).orElseThrow(() -> notADate(text));
        boolean midnight = day.time() == null || day.time().equals(LocalTime.MIDNIGHT);
        if (!midnight && !isColumn()) {
            throw notADate(text);
        }
        return new Reading(day(day, text), midnight ? Note.NONE : Note.TIME_LEFT_OUT);
    }

    private IllegalArgumentException notADate(String text) {
        String example = language.source() == Source.TYPED
                ? dates.format(EXAMPLE) + ", " + EXAMPLE
                : EXAMPLE.toString();
        return new IllegalArgumentException(NLS.bind(Messages.notADate, text, example));
    }

    /** What the locale shows, which goes before all other forms. */
    private Optional<LocalDate> shown(String text) {
        if (language.source() != Source.TYPED) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text, dates));
        } catch (DateTimeException e) {
            // Not written in this form; the others are tried, and the caller says when none fits.
            return Optional.empty();
        }
    }

    private LocalDate day(DayText day, String text) {
        return day.day(language.order()).orElseThrow(() -> {
            List<LocalDate> both = day.days().values().stream().distinct().toList();
            return new IllegalArgumentException(NLS.bind(
                    isColumn() ? Messages.ambiguousDateInColumn : Messages.ambiguousDate,
                    new Object[]{text, both.get(0), both.get(1)}));
        });
    }

    private Instant time(String text) {
        Matcher clock = CLOCK_BEHIND.matcher(text);
        Optional<LocalDate> shown = clock.matches() ? shown(clock.group(1)) : shown(text);
        DayText day = DayText.of(shown.isEmpty()
                ? text
                : shown.get() + (clock.matches() ? " " + clock.group(2) : ""))
                .orElseThrow(() -> new IllegalArgumentException(NLS.bind(Messages.notATime, text)));
        LocalDateTime local = day(day, text).atTime(day.time() == null ? LocalTime.MIDNIGHT : day.time());
        if (day.offset() != null) {
            return local.toInstant(day.offset());
        }
        if (day.time() == null) {
            return local.toLocalDate().atStartOfDay(language.zone()).toInstant();
        }
        List<ZoneOffset> offsets = language.zone().getRules().getValidOffsets(local);
        if (offsets.size() != 1) {
            throw new IllegalArgumentException(
                    NLS.bind(offsets.isEmpty() ? Messages.noSuchTime : Messages.twiceThatTime, text));
        }
        return local.toInstant(offsets.get(0));
    }
}
