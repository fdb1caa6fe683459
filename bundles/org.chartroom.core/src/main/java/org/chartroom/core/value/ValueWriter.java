package org.chartroom.core.value;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

import org.chartroom.core.type.Presentation;
import org.chartroom.model.Currencies;
import org.chartroom.model.Money;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Writes values as texts that {@link ValueReader} of the same language reads back: what is shown, and what files hold. */
public final class ValueWriter {
    private static final String PERCENT = "%";
    /** What a share is multiplied by to be shown as a percentage. */
    public static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Pattern YEAR = Pattern.compile("[yu]+");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Language language;
    private final DateTimeFormatter dates;
    /** Looked up once: a grid formats a hundred thousand numbers for one search. */
    private final NumberFormat numbers;

    /** @param language the language of whoever reads the texts */
    public ValueWriter(Language language) {
        this.language = language;
        this.dates = dates(language.locale());
        this.numbers = NumberFormat.getNumberInstance(language.locale());
    }

    /** The usual date of a locale, with the whole year, and strict: 31 February is none. */
    static DateTimeFormatter dates(Locale locale) {
        String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(FormatStyle.MEDIUM, null,
                IsoChronology.INSTANCE, locale);
        return new DateTimeFormatterBuilder().parseCaseInsensitive()
                .appendPattern(YEAR.matcher(pattern).replaceAll("uuuu")).toFormatter(locale)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /**
     * @param attribute an attribute
     * @param value its value; not null
     * @return its text
     */
    public String text(EAttribute attribute, Object value) {
        if (language.source() == Language.Source.FILE) {
            return EcoreUtil.convertToString(attribute.getEAttributeType(), value);
        }
        if (value instanceof BigDecimal number) {
            return isPercent(attribute)
                    ? number(number.multiply(HUNDRED), 0) + " " + PERCENT
                    : number(number, 0);
        }
        return value instanceof LocalDate date
                ? text(date)
                : value instanceof Instant time
                        ? text(time, true)
                        : value instanceof Money money
                                ? text(money)
                                : EcoreUtil.convertToString(attribute.getEAttributeType(), value);
    }

    /**
     * @param feature a field; may be null
     * @return whether its numbers are shares that are shown as percentages
     */
    public static boolean isPercent(EStructuralFeature feature) {
        return feature != null && Presentation.unit(feature).equals(PERCENT);
    }

    /**
     * @param date a day
     * @return its text
     */
    public String text(LocalDate date) {
        return dates.format(date);
    }

    /**
     * @param time a time
     * @param exact whether what goes beyond minutes is written where it is there, and the offset where clocks show the same
     *        time twice
     * @return its text, in the zone of the language
     */
    public String text(Instant time, boolean exact) {
        ZonedDateTime here = time.atZone(language.zone());
        LocalTime clock = here.toLocalTime();
        String text = text(here.toLocalDate()) + " "
                + (exact && !clock.truncatedTo(ChronoUnit.MINUTES).equals(clock)
                        ? DateTimeFormatter.ISO_LOCAL_TIME.format(clock)
                        : MINUTES.format(clock));
        boolean twice = exact
                && language.zone().getRules().getValidOffsets(here.toLocalDateTime()).size() > 1;
        return twice ? text + here.getOffset().getId().replace("Z", "+00:00") : text;
    }

    /**
     * @param money an amount
     * @return its text
     */
    public String text(Money money) {
        return number(money.amount(), Currencies.digits(money.currency())) + " " + money.currency().getCurrencyCode();
    }

    /**
     * @param value a number
     * @param digits fewest digits behind its decimal mark; all that it has are written
     * @return its text
     */
    public String number(BigDecimal value, int digits) {
        NumberFormat format = (NumberFormat) numbers.clone();
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(Math.max(digits, Math.max(0, value.scale())));
        return format.format(value);
    }
}
