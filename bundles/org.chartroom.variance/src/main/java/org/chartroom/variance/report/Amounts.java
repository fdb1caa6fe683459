package org.chartroom.variance.report;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

import org.chartroom.core.type.ValueTexts;
import org.chartroom.model.variance.ReportPeriod;
import org.chartroom.variance.ReportFigures;

/** Amounts, ratios and periods as the editor and reports write them. */
public final class Amounts {
    private static final int LONGEST_MONTH = 31;
    private static final int LONGEST_QUARTER = 92;

    private Amounts() {
    }

    /**
     * @param amount an amount
     * @return the amount in whole units: cents don't matter beside millions
     */
    public static String whole(BigDecimal amount) {
        NumberFormat format = NumberFormat.getIntegerInstance();
        format.setRoundingMode(java.math.RoundingMode.HALF_UP);
        return format.format(amount);
    }

    /**
     * @param amount an amount; empty when it is not available
     * @return the amount in whole units
     */
    public static String whole(Optional<BigDecimal> amount) {
        return amount.map(Amounts::whole).orElse(Messages.notAvailable);
    }

    /**
     * @param amount an amount
     * @return thousands, millions, billions by their letter, for places that are small
     */
    public static String compact(BigDecimal amount) {
        NumberFormat format = NumberFormat.getCompactNumberInstance();
        format.setMaximumFractionDigits(2);
        return format.format(amount.doubleValue());
    }

    /**
     * @param amount an amount
     * @return the amount in whole units, above zero with its sign
     */
    public static String signed(BigDecimal amount) {
        return (amount.signum() > 0 ? "+" : "") + whole(amount);
    }

    /**
     * @param ratio a ratio; empty when it is not available
     * @return the ratio with two digits
     */
    public static String ratio(Optional<BigDecimal> ratio) {
        NumberFormat format = NumberFormat.getNumberInstance();
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return ratio.map(format::format).orElse(Messages.notAvailable);
    }

    /**
     * @param share a share; empty when it is not available
     * @return the share in per cent, above zero with its sign
     */
    public static String percent(Optional<BigDecimal> share) {
        NumberFormat format = NumberFormat.getPercentInstance();
        format.setMaximumFractionDigits(1);
        return share.map(value -> (value.signum() > 0 ? "+" : "") + format.format(value)).orElse(Messages.notAvailable);
    }

    /**
     * @param date a day
     * @return the day in the locale of this process
     */
    public static String date(LocalDate date) {
        return ValueTexts.current().text(null, date);
    }

    /**
     * @param figures figures of a report
     * @return the day they are of, in the locale of this process; not available for a report without any date
     */
    public static String date(ReportFigures figures) {
        return figures.isDated() ? date(figures.date()) : Messages.notAvailable;
    }

    /**
     * @param period a period
     * @return a month or quarter by its name, other stretches by their year
     */
    public static String period(ReportPeriod period) {
        LocalDate start = period.getStartsOn();
        LocalDate end = period.getEndsOn();
        if (start == null || end == null) {
            return "?";
        }
        Locale locale = Locale.getDefault(Locale.Category.FORMAT);
        long days = ChronoUnit.DAYS.between(start, end) + 1;
        if (days <= LONGEST_MONTH) {
            return DateTimeFormatter.ofPattern("MMM yyyy", locale).format(start);
        }
        return days <= LONGEST_QUARTER
                ? DateTimeFormatter.ofPattern("QQQ yyyy", locale).format(start)
                : DateTimeFormatter.ofPattern("yyyy", locale).format(start);
    }
}
