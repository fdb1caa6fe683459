package org.chartroom.core.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.chartroom.model.Directory;
import org.chartroom.model.ExchangeRate;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RatesTest {
    /**
     * Euro foreign exchange reference rates of the European Central Bank of 28 June 2024 (eurofxref-daily.xml of that day):
     * 1 EUR = 1.0705 USD = 171.94 JPY = 0.84638 GBP = 0.9634 CHF.
     */
    private static final LocalDate FIRST = LocalDate.of(2024, 6, 28);
    /** Reference rates of 28 February 2025: 1 EUR = 1.0411 USD. Rates of tests that are round are invented. */
    private static final LocalDate LATER = LocalDate.of(2025, 2, 28);

    private final Directory directory = ModelFactory.eINSTANCE.createDirectory();
    private final Locale before = Locale.getDefault(Locale.Category.FORMAT);

    @BeforeEach
    void useEnglish() {
        Locale.setDefault(Locale.Category.FORMAT, Locale.UK);
    }

    @AfterEach
    void useTheLocaleOfBefore() {
        Locale.setDefault(Locale.Category.FORMAT, before);
    }

    private void rate(String from, String to, String rate, LocalDate day) {
        ExchangeRate added = ModelFactory.eINSTANCE.createExchangeRate();
        added.setFromCurrency(from);
        added.setToCurrency(to);
        added.setRate(new BigDecimal(rate));
        added.setValidFrom(day);
        directory.getRates().add(added);
    }

    private Money convert(String money, String to, LocalDate day) {
        return Rates.of(directory).convert(Money.valueOf(money), Currency.getInstance(to), day);
    }

    private static Money money(String text) {
        return Money.valueOf(text);
    }

    @Test
    void a_rate_of_the_central_bank_converts_directly() {
        rate("EUR", "USD", "1.0705", FIRST);
        assertEquals(money("1070.50 USD"), convert("1000 EUR", "USD", FIRST));
    }

    @Test
    void its_inverse_converts_back_by_division() {
        rate("EUR", "USD", "1.0705", FIRST);
        // 1000 / 1.0705 = 934.1429...; multiplied by a rounded inverse of 0.93 it would be 930.
        assertEquals(money("934.14 EUR"), convert("1000 USD", "EUR", FIRST));
    }

    @Test
    void two_currencies_without_a_rate_are_crossed_through_a_third_one() {
        // Council Regulation (EC) No 2866/98: 1 EUR = 1.95583 DEM = 6.55957 FRF. 100 / 1.95583 x 6.55957 = 335.385...
        rate("EUR", "DEM", "1.95583", FIRST);
        rate("EUR", "FRF", "6.55957", FIRST);
        assertEquals(money("335.39 FRF"), convert("100 DEM", "FRF", FIRST));
    }

    @Test
    void a_cross_rate_of_the_central_bank_needs_no_rounding_between() {
        // 10,000 / 171.94 x 0.84638 = 49.2253...
        rate("EUR", "JPY", "171.94", FIRST);
        rate("EUR", "GBP", "0.84638", FIRST);
        assertEquals(money("49.23 GBP"), convert("10000 JPY", "GBP", FIRST));
    }

    @Test
    void a_currency_without_cents_gets_none() {
        rate("EUR", "JPY", "171.94", FIRST);
        assertEquals("1719 JPY", convert("10 EUR", "JPY", FIRST).toString());
    }

    @Test
    void the_newest_rate_that_is_not_of_a_later_day_counts() {
        rate("EUR", "USD", "1.0705", FIRST);
        rate("EUR", "USD", "1.0411", LATER);
        assertEquals(money("107.05 USD"), convert("100 EUR", "USD", LATER.minusDays(1)));
        assertEquals(money("104.11 USD"), convert("100 EUR", "USD", LATER.plusYears(1)));
    }

    @Test
    void a_newer_rate_in_the_other_direction_counts_before_an_older_direct_one() {
        rate("EUR", "USD", "1.0705", FIRST);
        rate("USD", "EUR", "0.8", LATER);
        assertEquals(money("125 USD"), convert("100 EUR", "USD", LATER));
    }

    @Test
    void a_direct_rate_counts_before_a_crossed_one_that_is_newer() {
        rate("DEM", "FRF", "3", FIRST);
        rate("EUR", "DEM", "1.95583", LATER);
        rate("EUR", "FRF", "6.55957", LATER);
        assertEquals(money("300 FRF"), convert("100 DEM", "FRF", LATER));
    }

    @Test
    void there_are_no_chains_of_three_rates() {
        rate("EUR", "USD", "1.0705", FIRST);
        rate("USD", "GBP", "0.6", FIRST);
        rate("GBP", "CHF", "2.3", FIRST);
        assertThrows(IllegalArgumentException.class, () -> convert("1 EUR", "CHF", FIRST));
    }

    @Test
    void before_the_first_rate_it_is_refused_in_a_sentence() {
        rate("EUR", "USD", "1.0705", FIRST);
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                () -> convert("10 USD", "EUR", FIRST.minusDays(1)));
        assertEquals("10.00 USD can't be converted to EUR: there is no rate USD/EUR on 27 Jun 2024; add it in the "
                + "directory.", refused.getMessage());
    }

    @Test
    void rates_that_are_incomplete_or_not_above_zero_do_not_count() {
        rate("EUR", "USD", "0", FIRST);
        rate("EUR", "XQQ", "1", FIRST);
        rate("EUR", "CHF", "0.9634", null);
        assertEquals(Optional.empty(), Rates.of(directory).find(money("1 EUR"), Currency.getInstance("USD"), FIRST));
        assertEquals(Optional.empty(), Rates.of(directory).find(money("1 EUR"), Currency.getInstance("CHF"), LATER));
    }

    @Test
    void an_amount_in_the_wanted_currency_stays_as_exact_as_it_is() {
        assertEquals("0.12345 EUR", convert("0.12345 EUR", "EUR", FIRST).toString());
    }

    @Test
    void a_sum_converts_and_says_what_it_leaves_out() {
        rate("EUR", "USD", "1.0705", FIRST);
        MoneySum sum = Rates.of(directory).sum(
                List.of(money("10 EUR"), money("100 USD"), money("5 CHF"), money("6 CHF"), money("7 GBP")),
                Currency.getInstance("EUR"), FIRST);
        assertEquals(money("103.41 EUR"), sum.total());
        assertEquals(1, sum.converted());
        assertEquals(Optional.of("2 amounts in CHF, 1 amount in GBP not included: no rate CHF/EUR on 28 Jun 2024, "
                + "GBP/EUR on 28 Jun 2024; add it in the directory."), sum.warning());
    }

    @Test
    void amounts_of_one_currency_are_rounded_together() {
        rate("EUR", "JPY", "171.94", FIRST);
        // 3 x 1 JPY = 0.0174... EUR; one by one they would be 0.01 each.
        MoneySum sum = Rates.of(directory).sum(List.of(money("1 JPY"), money("1 JPY"), money("1 JPY")),
                Currency.getInstance("EUR"), FIRST);
        assertEquals(money("0.02 EUR"), sum.total());
        assertEquals(Optional.of(sum.total()), sum.complete());
    }

    @Test
    void a_sum_of_what_can_not_be_converted_is_not_zero() {
        MoneySum sum = Rates.none().sum(List.of(money("5 CHF")), Currency.getInstance("EUR"), FIRST);
        assertEquals(Optional.empty(), sum.known());
    }

    @Test
    void each_amount_is_converted_by_the_rate_of_its_day() {
        rate("EUR", "USD", "1.25", FIRST);
        rate("EUR", "USD", "1", LATER);
        MoneySum sum = Rates.of(directory).sum(
                List.of(new DatedMoney(money("100 USD"), FIRST), new DatedMoney(money("100 USD"), LATER)),
                Currency.getInstance("EUR"));
        assertEquals(money("180 EUR"), sum.total());
    }

    @Test
    void the_sum_of_nothing_is_zero() {
        MoneySum sum = Rates.none().sum(List.of(), Currency.getInstance("EUR"), FIRST);
        assertEquals(money("0 EUR"), sum.total());
        assertEquals(Optional.empty(), sum.warning());
    }

    @Property
    void there_and_back_differs_by_at_most_one_unit_of_the_coarser_rounding(@ForAll("amounts") BigDecimal amount,
            @ForAll @BigRange(min = "0.0001", max = "20000", minIncluded = true) @Scale(6) BigDecimal rate,
            @ForAll("codes") String other) {
        directory.getRates().clear();
        rate("EUR", other, rate.toPlainString(), FIRST);
        Money there = convert(amount + " EUR", other, FIRST);
        Money back = convert(there.toString(), "EUR", FIRST);
        int digits = Currency.getInstance(other).getDefaultFractionDigits();
        BigDecimal unitThere = BigDecimal.ONE.movePointLeft(digits).divide(rate, 20, java.math.RoundingMode.UP);
        BigDecimal coarser = unitThere.max(new BigDecimal("0.01"));
        assertTrue(back.amount().subtract(amount).abs().compareTo(coarser) <= 0,
                amount + " EUR, " + there + ", " + back);
    }

    @Property
    void the_order_of_the_amounts_never_changes_a_sum(
            @ForAll @Size(max = 8) List<@From("amounts") BigDecimal> amounts, @ForAll Random random) {
        directory.getRates().clear();
        rate("EUR", "USD", "1.0705", FIRST);
        List<Money> listed = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            listed.add(Money.of(amounts.get(i), Currency.getInstance(List.of("EUR", "USD", "CHF").get(i % 3))));
        }
        MoneySum before = Rates.of(directory).sum(listed, Currency.getInstance("EUR"), FIRST);
        Collections.shuffle(listed, random);
        MoneySum after = Rates.of(directory).sum(listed, Currency.getInstance("EUR"), FIRST);
        assertEquals(before.total(), after.total());
        assertEquals(List.of(before.count(), before.converted(), before.leftOut().size()),
                List.of(after.count(), after.converted(), after.leftOut().size()));
    }

    @Property
    void each_amount_is_in_the_sum_or_left_out(@ForAll @Size(max = 8) List<@From("codes") String> currencies) {
        directory.getRates().clear();
        rate("EUR", "USD", "1.0705", FIRST);
        MoneySum sum = Rates.of(directory).sum(currencies.stream().map(code -> money("1 " + code)).toList(),
                Currency.getInstance("EUR"), FIRST);
        assertEquals(currencies.size(), sum.count());
        assertEquals(currencies.size(), sum.converted() + sum.leftOut().size());
        assertEquals(sum.leftOut().isEmpty(), sum.complete().isPresent());
        assertEquals(sum.leftOut().isEmpty(), sum.warning().isEmpty());
        assertEquals(!currencies.isEmpty() && sum.converted() == 0, sum.known().isEmpty());
    }

    @Property
    void the_same_currency_is_identity(@ForAll("amounts") BigDecimal amount, @ForAll("codes") String code) {
        Money money = Money.of(amount, Currency.getInstance(code));
        assertEquals(money, Rates.none().convert(money, money.currency(), FIRST));
    }

    @Provide
    Arbitrary<BigDecimal> amounts() {
        return Arbitraries.bigDecimals().between(new BigDecimal("-1000000000"), new BigDecimal("1000000000"))
                .ofScale(2);
    }

    @Provide
    Arbitrary<String> codes() {
        return Arbitraries.of("USD", "JPY", "CHF", "KWD", "IDR");
    }
}
