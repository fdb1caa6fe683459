package org.chartroom.charter;

import static org.chartroom.charter.Charters.flows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CashFlowsTest {
    private static String npv(CashFlows flows, String rate) {
        return flows.npv(new BigDecimal(rate)).orElseThrow().setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private static Optional<String> irr(String... amounts) {
        return flows(amounts).irr().map(BigDecimal::toPlainString);
    }

    /** Brealey, Myers and Allen, Principles of Corporate Finance, 11th edition, section 2-1: an office building. */
    @Test
    void npv_of_a_building_that_is_sold_after_a_year() {
        assertEquals("30000.00", npv(flows("-370000", "420000"), "0.05"));
    }

    /** The same book, section 5-3: the rate at which the NPV of -4000, 2000, 4000 is zero is 28.08 %. */
    @Test
    void irr_of_two_years() {
        assertEquals(Optional.of("0.2808"), irr("-4000", "2000", "4000"));
    }

    /** Microsoft, reference of Excel, function IRR: 8.7 % after five years and -2.1 % after four. */
    @Test
    void irr_of_a_new_business_over_five_and_over_four_years() {
        assertEquals(Optional.of("0.0866"), irr("-70000", "12000", "15000", "18000", "21000", "26000"));
        assertEquals(Optional.of("-0.0212"), irr("-70000", "12000", "15000", "18000", "21000"));
    }

    /** Microsoft, reference of Excel, function NPV: 1,188.44 at 10 %, all payments at the ends of years. */
    @Test
    void npv_of_payments_that_begin_after_a_year() {
        assertEquals("1188.44", npv(flows("0", "-10000", "3000", "4200", "6800"), "0.1"));
    }

    /** Lorie and Savage, Three Problems in Rationing Capital, 1955: a pump whose rates of return are 25 % and 400 %. */
    @Test
    void several_rates_of_return_are_none() {
        assertEquals(Optional.empty(), irr("-1600", "10000", "-10000"));
    }

    /** Brealey, Myers and Allen, section 5-3: 1000, -3000, 2500 has no rate of return, but an NPV of 339 at 10 %. */
    @Test
    void without_a_rate_of_return_there_is_none() {
        assertEquals(Optional.empty(), irr("1000", "-3000", "2500"));
        assertEquals("338.84", npv(flows("1000", "-3000", "2500"), "0.1"));
    }

    @Test
    void a_value_that_touches_zero_and_turns_back_is_no_rate_of_return() {
        assertEquals(Optional.empty(), irr("-1", "2", "-1"));
    }

    @Test
    void three_changes_of_sign_with_one_rate_give_it() {
        // (v - 1/2)(v^2 - v + 1) times 200: zero at v = 1/2 alone, and so at a rate of 100 %.
        assertEquals(Optional.of("1.0000"), irr("-100", "300", "-300", "200"));
    }

    @ParameterizedTest
    @CsvSource({"-100, -50", "100, 50", "0, 0", "0, 5"})
    void money_that_only_goes_or_only_comes_has_no_rate_of_return(String first, String second) {
        assertEquals(Optional.empty(), irr(first, second));
    }

    @Test
    void no_flows_have_no_figures() {
        assertEquals(Optional.empty(), flows().npv(BigDecimal.ZERO));
        assertEquals(Optional.empty(), flows().irr());
        assertEquals(Optional.empty(), flows().payback());
    }

    @Test
    void a_rate_of_minus_one_or_less_has_no_npv() {
        assertEquals(Optional.empty(), flows("-1", "2").npv(new BigDecimal("-1")));
    }

    @Test
    void very_large_and_very_small_amounts_keep_their_rate() {
        assertEquals(Optional.of("0.1000"), irr("-1000000000000000000000", "1100000000000000000000"));
        assertEquals(Optional.of("0.1000"), irr("-0.000000000000000001", "0.0000000000000000011"));
        assertEquals(Optional.of("999999.0000"), irr("-1", "1000000"));
    }

    @ParameterizedTest
    @CsvSource({"-1000 400 400 400, 2.50", "-1000 1000, 1.00", "-1000 2000, 0.50", "500 100, 0.00",
            "-100 200 -150 100, 2.50"})
    void payback_is_interpolated_and_counts_from_when_nothing_is_owed_again(String amounts, String years) {
        assertEquals(years, flows(amounts.split(" ")).payback().orElseThrow().toPlainString());
    }

    /**
     * Exercises solved in public: "Calculating Payback" (home-work-help.blogspot.com, August 2014): 2 + 750 / 1,750 = 2.43
     * years; an investment of 72,000 (justaaa.com, finance, 165807): 3 + 7,000 / 10,000 = 3.7 and 2 + 35,000 / 50,000 =
     * 2.7 years.
     */
    @ParameterizedTest
    @CsvSource({"-6800 1950 4100 1750 1450, 2.43", "-72000 25000 25000 15000 10000 30000, 3.70",
            "-72000 22000 15000 50000, 2.70"})
    void payback_is_that_of_the_worked_examples(String amounts, String years) {
        assertEquals(years, flows(amounts.split(" ")).payback().orElseThrow().toPlainString());
    }

    @Test
    void one_year_that_pays_only_has_no_payback_and_one_that_receives_only_needs_none() {
        assertEquals(Optional.empty(), flows("-1").payback());
        assertEquals("0.00", flows("0").payback().orElseThrow().toPlainString());
        assertEquals("0.00", flows("1").payback().orElseThrow().toPlainString());
    }

    @Property(tries = 300)
    void payback_is_within_the_years_and_the_sum_is_not_below_zero_after_it(
            @ForAll @IntRange(min = 1, max = 100000) int outlay,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 50000) Integer> returns) {
        CashFlows flows = conventional(outlay, returns);
        boolean comesBack = returns.stream().mapToInt(Integer::intValue).sum() >= outlay;
        Optional<BigDecimal> payback = flows.payback();
        assertEquals(comesBack, payback.isPresent());
        payback.ifPresent(years -> {
            assertTrue(years.signum() >= 0 && years.compareTo(BigDecimal.valueOf(returns.size())) <= 0);
            // Twice the amounts take as long.
            CashFlows doubled = new CashFlows(flows.flows().stream().map(flow -> flow.add(flow)).toList());
            assertEquals(years, doubled.payback().orElseThrow());
        });
    }

    @Property(tries = 300)
    void a_larger_return_never_lengthens_the_payback(@ForAll @IntRange(min = 1, max = 1000) int outlay,
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 100, max = 1000) Integer> returns,
            @ForAll @IntRange(min = 1, max = 500) int more) {
        List<Integer> larger = new ArrayList<>(returns);
        larger.set(0, larger.get(0) + more);
        conventional(outlay, returns).payback().ifPresent(years -> assertTrue(
                conventional(outlay, larger).payback().orElseThrow().compareTo(years) <= 0));
    }

    @Test
    void what_never_comes_back_has_no_payback() {
        assertEquals(Optional.empty(), flows("-1000", "400", "400").payback());
    }

    @Property(tries = 300)
    void npv_falls_as_the_rate_rises_when_one_pays_first_and_receives_later(
            @ForAll @IntRange(min = 1, max = 100000) int outlay,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 50000) Integer> returns,
            @ForAll @BigRange(min = "-0.5", max = "3") @Scale(3) BigDecimal one,
            @ForAll @BigRange(min = "0.001", max = "1") @Scale(3) BigDecimal more) {
        CashFlows flows = conventional(outlay, returns);
        assertTrue(flows.npv(one).orElseThrow().compareTo(flows.npv(one.add(more)).orElseThrow()) >= 0);
    }

    @Property(tries = 300)
    void at_the_rate_of_return_the_npv_changes_its_sign(@ForAll @IntRange(min = 1, max = 100000) int outlay,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 50000) Integer> returns) {
        CashFlows flows = conventional(outlay, returns);
        BigDecimal rate = flows.irr().orElseThrow();
        BigDecimal step = new BigDecimal("0.0001");
        if (rate.subtract(step).compareTo(new BigDecimal("-0.999")) > 0) {
            assertTrue(flows.npv(rate.subtract(step)).orElseThrow().signum() >= 0);
        }
        assertTrue(flows.npv(rate.add(step)).orElseThrow().signum() <= 0);
    }

    private static CashFlows conventional(int outlay, List<Integer> returns) {
        List<BigDecimal> flows = new ArrayList<>(List.of(BigDecimal.valueOf(-outlay)));
        flows.addAll(Charters.decimals(returns));
        return new CashFlows(flows);
    }
}
