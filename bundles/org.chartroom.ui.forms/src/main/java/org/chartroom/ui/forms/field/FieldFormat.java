package org.chartroom.ui.forms.field;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.type.TextFormats;
import org.chartroom.core.type.ValueRules;
import org.chartroom.core.type.ValueTexts;
import org.chartroom.model.Element;
import org.chartroom.model.Money;
import org.chartroom.ui.forms.internal.Messages;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Values of fields as people read and write them, in the locale of the workbench. */
public final class FieldFormat {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String PERCENT = "%";
    private static final int CENTURY = 100;
    private static final int THIS_CENTURY = 2000;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm");

    private final Locale locale;
    private final DateTimeFormatter dates;
    private final DateTimeFormatter shortDates;
    private final ValueTexts texts;
    private final AmountReader amounts;

    /** @param locale the locale for dates, numbers and money */
    public FieldFormat(Locale locale) {
        this.locale = locale;
        this.dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        this.shortDates = DateTimeFormatter.ofPattern(withWholeYear(DateTimeFormatterBuilder
                .getLocalizedDateTimePattern(FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale)), locale);
        this.texts = new ValueTexts(locale);
        this.amounts = new AmountReader(locale);
    }

    /** Spreadsheets write the year in full where the short form of Java has two digits, and leave out zeros in front. */
    private static String withWholeYear(String pattern) {
        return pattern.replaceAll("[yu]+", "uuuu").replaceAll("M+", "M").replaceAll("d+", "d");
    }

    /** @return a format in the locale of the workbench */
    public static FieldFormat current() {
        return new FieldFormat(Locale.getDefault(Locale.Category.FORMAT));
    }

    /**
     * @param feature a feature
     * @param value its value, of its type; may be null
     * @return the text to show; empty for null
     */
    public String text(EStructuralFeature feature, Object value) {
        return texts.text(feature, value);
    }

    /**
     * @param money an amount of money
     * @return the amount rounded to whole units, half away from zero, with its currency: for figures at a glance, where
     *         cents only hide the size
     */
    public String wholeMoney(Money money) {
        return texts.wholeMoney(money);
    }

    /**
     * @param element an element
     * @return what users call it: name, title or key
     */
    public static String name(Element element) {
        return ValueTexts.name(element);
    }

    /**
     * Reads what a user typed.
     *
     * @param attribute the attribute it is for
     * @param text the text
     * @param root the artifact the attribute is in, or the directory; its currency is taken for amounts without one
     * @return the value; null for an empty text
     * @throws IllegalArgumentException when the text does not fit; the message is one sentence for the user
     */
    public Object parse(EAttribute attribute, String text, EObject root) {
        Object parsed = kept(read(attribute, text, root));
        checkRange(attribute, parsed);
        return parsed;
    }

    /** A value that keeps to the rules of all values. */
    private static Object kept(Object value) {
        ValueRules.problem(value).ifPresent(problem -> {
            throw new IllegalArgumentException(Messages.bind(Messages.notKept, problem));
        });
        return value;
    }

    private Object read(EAttribute attribute, String text, EObject root) {
        Class<?> type = attribute.getEAttributeType().getInstanceClass();
        String value = text.strip();
        if (type == String.class) {
            return text.isEmpty() ? null : TextFormats.normal(attribute, text);
        }
        if (value.isEmpty()) {
            return type.isPrimitive() ? attribute.getDefaultValue() : null;
        }
        if (attribute.getEAttributeType() instanceof EEnum literals) {
            return literal(literals, value);
        }
        return parse(attribute, type, value, root);
    }

    private Object parse(EAttribute attribute, Class<?> type, String value, EObject root) {
        if (type == LocalDate.class) {
            return date(value);
        }
        if (type == Instant.class) {
            return time(value);
        }
        if (type == Money.class) {
            return amounts.money(value, currency(root));
        }
        if (type == BigDecimal.class) {
            BigDecimal number = (BigDecimal) kept(amounts.number(value.replace(PERCENT, "").strip()));
            return isPercent(attribute) ? number.divide(HUNDRED) : number;
        }
        if (type == Integer.class || type == int.class) {
            try {
                return ((BigDecimal) kept(amounts.number(stepNumber(value)))).intValueExact();
            } catch (ArithmeticException e) {
                throw new IllegalArgumentException(Messages.bind(Messages.notWhole, value), e);
            }
        }
        if (type == Boolean.class || type == boolean.class) {
            return truth(value);
        }
        try {
            return EcoreUtil.createFromString(attribute.getEAttributeType(), value);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(Messages.bind(Messages.notAValue, value), e);
        }
    }

    private static Boolean truth(String value) {
        for (Boolean truth : new Boolean[]{true, false}) {
            if (value.equalsIgnoreCase(truth ? Messages.yes : Messages.no)
                    || value.equalsIgnoreCase(truth.toString())) {
                return truth;
            }
        }
        throw new IllegalArgumentException(
                Messages.bind(Messages.noneOf, value, Messages.yes + ", " + Messages.no));
    }

    /** Steps are shown as "3 - Possible"; only the number counts. */
    private static String stepNumber(String value) {
        int dash = value.indexOf(" \u2013 ");
        return dash > 0 ? value.substring(0, dash) : value;
    }

    private static Object literal(EEnum literals, String value) {
        return literals.getELiterals().stream()
                .filter(literal -> Presentation.label(literal).equalsIgnoreCase(value)
                        || literal.getLiteral().equalsIgnoreCase(value))
                .findFirst().map(EEnumLiteral::getInstance)
                .orElseThrow(() -> new IllegalArgumentException(Messages.bind(Messages.noneOf, value,
                        String.join(", ", literals.getELiterals().stream().map(Presentation::label).toList()))));
    }

    private void checkRange(EStructuralFeature feature, Object value) {
        if (!(value instanceof Number number)) {
            return;
        }
        BigDecimal exact = new BigDecimal(number.toString());
        Optional<BigDecimal> above = Presentation.detail(feature, "above").map(BigDecimal::new);
        if (above.isPresent() && exact.compareTo(above.get()) <= 0) {
            throw new IllegalArgumentException(Messages.bind(Messages.notAbove,
                    new Object[]{Presentation.label(feature), text(feature, above.get()), text(feature, exact)}));
        }
        Optional<BigDecimal> least = Presentation.detail(feature, "min").map(BigDecimal::new);
        Optional<BigDecimal> most = Presentation.detail(feature, "max").map(BigDecimal::new);
        boolean low = least.isPresent() && exact.compareTo(least.get()) < 0;
        boolean high = most.isPresent() && exact.compareTo(most.get()) > 0;
        if (low || high) {
            throw new IllegalArgumentException(Messages.bind(Messages.outOfRange,
                    new Object[]{Presentation.detail(feature, "longLabel").orElse(Presentation.label(feature)),
                            least.map(bound -> text(feature, bound)).orElse("-\u221E"),
                            most.map(bound -> text(feature, bound)).orElse("\u221E"), text(feature, exact)}));
        }
    }

    private LocalDate date(String value) {
        for (DateTimeFormatter format : List.of(DateTimeFormatter.ISO_LOCAL_DATE, dates,
                DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT).withLocale(locale), shortDates)) {
            Optional<LocalDate> date = date(value, format);
            if (date.isPresent()) {
                // Some languages have no two-digit year; who writes 26 does not mean the first century.
                return date.get().getYear() < CENTURY ? date.get().plusYears(THIS_CENTURY) : date.get();
            }
        }
        throw new IllegalArgumentException(
                Messages.bind(Messages.notADate, value, dates.format(LocalDate.of(2026, 3, 31))));
    }

    /** The time of this machine; the day alone is its beginning. */
    private Instant time(String value) {
        String text = value.replaceFirst("(?<=\\d)T(?=\\d)", " ").strip();
        int gap = text.lastIndexOf(' ');
        LocalTime clock = LocalTime.MIDNIGHT;
        try {
            if (gap > 0 && text.indexOf(':', gap) > 0) {
                clock = LocalTime.parse(text.substring(gap + 1), CLOCK);
                text = text.substring(0, gap).strip();
            }
            return date(text).atTime(clock).atZone(ZoneId.systemDefault()).toInstant();
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException(Messages.bind(Messages.notATime, value), e);
        }
    }

    private static Optional<LocalDate> date(String value, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(value, format));
        } catch (DateTimeException e) {
            // Not written in this format; the caller tries others and reports when none fits.
            return Optional.empty();
        }
    }

    private static String currency(EObject root) {
        EStructuralFeature currency = root == null ? null : root.eClass().getEStructuralFeature("currency");
        Object code = currency == null ? null : root.eGet(currency);
        return code == null ? "EUR" : code.toString();
    }

    private static boolean isPercent(EStructuralFeature feature) {
        return feature != null && Presentation.unit(feature).equals(PERCENT);
    }
}
