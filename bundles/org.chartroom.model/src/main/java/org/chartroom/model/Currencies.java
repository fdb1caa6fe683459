package org.chartroom.model;

import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/** Currencies by their codes. */
public final class Currencies {
    private Currencies() {
    }

    /**
     * @param code an ISO-4217 code, in any case; may be null
     * @return the currency; empty when there is none of this code
     */
    public static Optional<Currency> find(String code) {
        if (code == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Currency.getInstance(code.strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            // The only way to ask whether there is one.
            return Optional.empty();
        }
    }

    /**
     * @param currency a currency
     * @return number of digits behind the point that amounts of it are rounded to; 0 for what has no such unit, as gold
     */
    public static int digits(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }
}
