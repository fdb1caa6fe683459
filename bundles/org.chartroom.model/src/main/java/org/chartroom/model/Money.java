package org.chartroom.model;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;

/**
 * An exact amount in one currency.
 *
 * <p>Two values are equal when their amounts are numerically equal and their currencies are the same; the number of
 * trailing zeros does not count, so that 10 EUR read back from a file equals 10.00 EUR.
 */
public final class Money {
    private final BigDecimal amount;
    private final Currency currency;

    private Money(BigDecimal amount, Currency currency) {
        this.amount = Objects.requireNonNull(amount, "amount");
        this.currency = Objects.requireNonNull(currency, "currency");
    }

    /**
     * @param amount the amount, of any sign and scale
     * @param currency the ISO-4217 currency
     * @return the value
     */
    public static Money of(BigDecimal amount, Currency currency) {
        return new Money(amount, currency);
    }

    /**
     * Reads what {@link #toString()} writes: an amount, a space, an ISO-4217 code; for example "1200.50 EUR".
     *
     * @param text the text to read
     * @return the value
     * @throws IllegalArgumentException when the text is not an amount and a known currency code
     */
    public static Money valueOf(String text) {
        String[] parts = text.strip().split("\\s+");
        if (parts.length != 2) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not an amount and a currency, like \"1200.50 EUR\".");
        }
        try {
            return of(new BigDecimal(parts[0]), Currency.getInstance(parts[1]));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + parts[0] + "\" is not an amount, like 1200.50.", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + parts[1] + "\" is not an ISO-4217 currency code, like EUR.", e);
        }
    }

    /** @return the amount in units of the currency */
    public BigDecimal amount() {
        return amount;
    }

    /** @return the ISO-4217 currency */
    public Currency currency() {
        return currency;
    }

    /**
     * @param other the value to add
     * @return the sum
     * @throws IllegalArgumentException when the currencies differ; a sum over currencies needs a rate for a date
     */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot add " + other + " to " + this + ": the currencies differ.");
        }
        return new Money(amount.add(other.amount), currency);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Money money && amount.compareTo(money.amount) == 0 && currency.equals(money.currency);
    }

    @Override
    public int hashCode() {
        return Objects.hash(amount.stripTrailingZeros(), currency);
    }

    /** @return amount and currency code, for example "1200.50 EUR" */
    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency.getCurrencyCode();
    }
}
