package org.chartroom.variance.ui;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

import org.chartroom.model.variance.ReportPeriod;
import org.chartroom.ui.forms.field.FieldFormat;

/** Amounts, ratios and periods as the pages of the editor write them. */
final class Amounts {
    private static final int LONGEST_MONTH = 31;
    private static final int LONGEST_QUARTER = 92;

    private Amounts() {
    }

    /** Whole units: cents don't matter on a page that shows millions. */
    static String whole(BigDecimal amount) {
        NumberFormat format = NumberFormat.getIntegerInstance();
        format.setRoundingMode(java.math.RoundingMode.HALF_UP);
        return format.format(amount);
    }

    static String whole(Optional<BigDecimal> amount) {
        return amount.map(Amounts::whole).orElse(Messages.notAvailable);
    }

    /** Thousands, millions, billions by their letter, for places that are small. */
    static String compact(BigDecimal amount) {
        NumberFormat format = NumberFormat.getCompactNumberInstance();
        format.setMaximumFractionDigits(2);
        return format.format(amount.doubleValue());
    }

    /** Above zero with its sign. */
    static String signed(BigDecimal amount) {
        return (amount.signum() > 0 ? "+" : "") + whole(amount);
    }

    static String ratio(Optional<BigDecimal> ratio) {
        NumberFormat format = NumberFormat.getNumberInstance();
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return ratio.map(format::format).orElse(Messages.notAvailable);
    }

    static String percent(Optional<BigDecimal> share) {
        NumberFormat format = NumberFormat.getPercentInstance();
        format.setMaximumFractionDigits(1);
        return share.map(value -> (value.signum() > 0 ? "+" : "") + format.format(value)).orElse(Messages.notAvailable);
    }

    static String date(LocalDate date) {
        return FieldFormat.current().text(null, date);
    }

    /** A month or quarter by its name, other stretches by their first day. */
    static String period(ReportPeriod period) {
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
