package org.chartroom.core.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.chartroom.model.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts are exact decimals: what is added and written and read again is what it was. */
class MoneyTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    private static Money euro(BigDecimal amount) {
        return Money.of(amount, EUR);
    }

    /** By hand: ten times 0.10 is 1.00, which ten doubles of 0.1 do not add up to (0.9999999999999999). */
    @Test
    void ten_cents_ten_times_are_one_euro() {
        Money sum = Money.valueOf("0 EUR");
        for (int i = 0; i < 10; i++) {
            sum = sum.plus(Money.valueOf("0.10 EUR"));
        }
        assertEquals(Money.valueOf("1 EUR"), sum);
    }

    @Test
    void two_currencies_are_not_added() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                () -> Money.valueOf("1 EUR").plus(Money.valueOf("1 USD")));
        assertEquals("Cannot add 1 USD to 1 EUR: the currencies differ.", refused.getMessage());
    }

    @Test
    void the_same_amount_of_another_currency_is_not_equal() {
        assertNotEquals(Money.valueOf("1 EUR"), Money.valueOf("1 USD"));
    }

    @Test
    void trailing_zeros_do_not_count() {
        assertEquals(Money.valueOf("10 EUR"), Money.valueOf("10.00 EUR"));
        assertEquals(Money.valueOf("10 EUR").hashCode(), Money.valueOf("10.00 EUR").hashCode());
        assertEquals(Money.valueOf("0 EUR").hashCode(), Money.valueOf("0.000 EUR").hashCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "EUR", "ten EUR", "10 EURO", "10 XX", "1 000 EUR", "1,5 EUR"})
    void what_is_not_an_amount_and_a_currency_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Money.valueOf(text));
    }

    @Test
    void very_large_amounts_stay_exact() {
        Money large = Money.valueOf("99999999999999999999999999999.99 EUR");
        assertEquals("100000000000000000000000000000.00 EUR", large.plus(Money.valueOf("0.01 EUR")).toString());
    }

    @Property
    void what_is_written_is_read_again(@ForAll("amounts") BigDecimal amount) {
        assertEquals(euro(amount), Money.valueOf(euro(amount).toString()));
        assertTrue(euro(amount).toString().matches("-?\\d+(\\.\\d+)? EUR"));
    }

    @Property
    void the_order_of_the_amounts_never_changes_their_sum(
            @ForAll @Size(max = 20) List<@From("amounts") BigDecimal> amounts, @ForAll Random random) {
        Money before = sum(amounts);
        List<BigDecimal> shuffled = new ArrayList<>(amounts);
        Collections.shuffle(shuffled, random);
        assertEquals(before, sum(shuffled));
    }

    @Property
    void adding_and_taking_away_leaves_what_was(@ForAll("amounts") BigDecimal one,
            @ForAll("amounts") BigDecimal other) {
        assertEquals(euro(one), euro(one).plus(euro(other)).plus(euro(other.negate())));
    }

    private static Money sum(List<BigDecimal> amounts) {
        return amounts.stream().map(MoneyTest::euro).reduce(Money.valueOf("0 EUR"), Money::plus);
    }

    @Provide
    Arbitrary<BigDecimal> amounts() {
        return Arbitraries.bigDecimals().between(new BigDecimal("-1E20"), new BigDecimal("1E20")).ofScale(4);
    }
}
