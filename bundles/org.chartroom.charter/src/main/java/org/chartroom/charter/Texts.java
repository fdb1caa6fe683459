package org.chartroom.charter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;

import org.chartroom.core.type.Presentation;
import org.chartroom.model.Money;
import org.chartroom.model.Subject;

/** Values as they stand in findings and drafts, in the locale of the user. */
final class Texts {
    private static final int PERCENT_DIGITS = 2;

    private Texts() {
    }

    static String money(Money money) {
        return amount(money.amount(), money.currency().getCurrencyCode());
    }

    /** Whole units: cents don't matter where a limit is missed. */
    static String amount(BigDecimal amount, String currency) {
        return NumberFormat.getIntegerInstance().format(amount.setScale(0, RoundingMode.HALF_UP)) + " " + currency;
    }

    static String percent(BigDecimal fraction) {
        NumberFormat format = NumberFormat.getPercentInstance();
        format.setMaximumFractionDigits(PERCENT_DIGITS);
        return format.format(fraction);
    }

    static String name(Subject subject) {
        String title = subject.getTitle() == null ? "" : subject.getTitle();
        String name = subject.getKey() == null ? title : (subject.getKey() + " " + title).strip();
        return name.isEmpty() ? Presentation.label(subject.eClass()) : name;
    }
}
