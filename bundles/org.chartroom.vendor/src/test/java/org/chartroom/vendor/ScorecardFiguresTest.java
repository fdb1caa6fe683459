package org.chartroom.vendor;

import static org.chartroom.vendor.Scorecards.measure;
import static org.chartroom.vendor.Scorecards.metric;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.chartroom.model.Money;
import org.chartroom.model.vendor.Grade;
import org.chartroom.model.vendor.Metric;
import org.chartroom.model.vendor.PeriodLength;
import org.chartroom.model.vendor.VendorFactory;
import org.chartroom.model.vendor.VendorScorecard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorecardFiguresTest {
    private final VendorScorecard scorecard = VendorFactory.eINSTANCE.createVendorScorecard();

    private ScorecardFigures figures() {
        return ScorecardFigures.of(scorecard);
    }

    private static void assertNumber(String expected, BigDecimal actual) {
        assertEquals(0, new BigDecimal(expected).compareTo(actual), actual.toString());
    }

    @Test
    void an_empty_scorecard_has_no_figures() {
        assertEquals(Optional.empty(), figures().latest());
        assertEquals(Optional.empty(), figures().trend());
        assertEquals(Optional.empty(), figures().credit());
        assertEquals(0, figures().breaches());
    }

    @Test
    void the_score_is_the_weighted_mean_of_what_was_measured_and_the_coverage_its_share() {
        measure(metric(scorecard, "a", "60", "100", "90"), "2026-03-01", "100");
        measure(metric(scorecard, "b", "20", "100", "90"), "2026-03-01", "90");
        metric(scorecard, "c", "20", "100", "90");
        PeriodScore score = figures().latest().orElseThrow();
        assertNumber("87.5", score.score());
        assertNumber("0.8", score.coverage());
        assertEquals(Grade.B, score.grade());
    }

    @Test
    void metrics_without_weight_have_no_say() {
        measure(metric(scorecard, "a", null, "100", "90"), "2026-03-01", "100");
        assertEquals(Optional.empty(), figures().latest());
    }

    @Test
    void a_missed_metric_that_must_be_met_caps_the_grade_at_d() {
        measure(metric(scorecard, "a", "99", "100", "90"), "2026-03-01", "100");
        Metric must = metric(scorecard, "b", "1", "100", "90");
        must.setMustPass(true);
        measure(must, "2026-03-01", "89");
        assertTrue(figures().latest().orElseThrow().score().compareTo(BigDecimal.valueOf(90)) > 0);
        assertEquals(Grade.D, figures().latest().orElseThrow().grade());
    }

    @ParameterizedTest
    @CsvSource({"100,A", "90,A", "89.9,B", "80,B", "70,C", "60,D", "59.9,F", "0,F"})
    void grades(BigDecimal score, Grade grade) {
        assertEquals(grade, new PeriodScore(LocalDate.EPOCH, score, BigDecimal.ONE, false).grade());
    }

    /** By hand: half up to one digit, unless that is the number of a better grade. */
    @ParameterizedTest
    @CsvSource({"89.96,89.96", "89.94,89.9", "89.996,89.996", "89.9549,89.95", "79.95,79.95", "69.999,69.999",
            "59.95,59.95", "90,90.0", "90.04,90.0", "95.25,95.3", "99.96,100.0", "0,0.0", "100,100.0"})
    void the_score_is_shown_with_as_many_digits_as_its_grade_takes(BigDecimal exact, String shown) {
        PeriodScore score = new PeriodScore(LocalDate.EPOCH, exact, BigDecimal.ONE, false);
        assertEquals(shown, score.shown().toPlainString());
    }

    @Property
    void the_number_that_is_shown_has_the_grade_that_is_shown(@ForAll @IntRange(max = 1_000_000) int tenThousandths,
            @ForAll boolean missed) {
        PeriodScore score = new PeriodScore(LocalDate.EPOCH, BigDecimal.valueOf(tenThousandths, 4), BigDecimal.ONE,
                missed);
        assertEquals(score.grade(), new PeriodScore(LocalDate.EPOCH, score.shown(), BigDecimal.ONE, missed).grade());
        assertTrue(score.shown().subtract(score.score()).abs().compareTo(new BigDecimal("0.05")) <= 0);
    }

    @Test
    void the_cap_never_lifts_a_grade() {
        assertEquals(Grade.F, new PeriodScore(LocalDate.EPOCH, BigDecimal.TEN, BigDecimal.ONE, true).grade());
    }

    @Test
    void breaches_of_the_last_twelve_months_count_and_older_ones_do_not() {
        Metric metric = metric(scorecard, "a", "100", "100", "90");
        measure(metric, "2025-03-01", "80");
        measure(metric, "2025-04-01", "80");
        measure(metric, "2026-03-01", "80");
        assertEquals(2, figures().breaches(metric));
    }

    @Test
    void the_credit_is_limited_by_the_cap_of_the_metric() {
        scorecard.setAnnualValue(Money.valueOf("120000 EUR"));
        Metric metric = metric(scorecard, "a", "100", "100", "90");
        metric.setCreditPercent(new BigDecimal("0.05"));
        measure(metric, "2026-01-01", "80");
        measure(metric, "2026-02-01", "80");
        measure(metric, "2026-03-01", "80");
        assertEquals(Money.valueOf("1500.00 EUR"), figures().credit().orElseThrow());
        metric.setCreditCap(new BigDecimal("0.10"));
        assertEquals(Money.valueOf("1000.00 EUR"), figures().credit().orElseThrow());
    }

    /** 120,010 x 3 % / 12 is 300.025, which is 300.03 half up; a rounded fee would make it 300.02. */
    @Test
    void the_credit_is_rounded_once() {
        scorecard.setAnnualValue(Money.valueOf("120010 EUR"));
        Metric metric = metric(scorecard, "a", "100", "100", "90");
        metric.setCreditPercent(new BigDecimal("0.03"));
        measure(metric, "2026-01-01", "80");
        assertEquals(Money.valueOf("300.03 EUR"), figures().credit().orElseThrow());
    }

    @Test
    void a_cap_of_zero_leaves_no_credit() {
        scorecard.setAnnualValue(Money.valueOf("120000 EUR"));
        Metric metric = metric(scorecard, "a", "100", "100", "90");
        metric.setCreditPercent(new BigDecimal("0.03"));
        metric.setCreditCap(BigDecimal.ZERO);
        measure(metric, "2026-01-01", "80");
        assertEquals(Money.valueOf("0.00 EUR"), figures().credit().orElseThrow());
    }

    @Test
    void a_must_pass_metric_without_a_minimum_must_reach_its_target() {
        Metric metric = metric(scorecard, "a", "100", "100", "90");
        metric.setMinimum(null);
        metric.setMustPass(true);
        measure(metric, "2026-01-01", "100");
        assertFalse(figures().latest().orElseThrow().mustPassMissed());
        measure(metric, "2026-02-01", "99");
        assertTrue(figures().latest().orElseThrow().mustPassMissed());
    }

    @Test
    void without_an_annual_value_no_credit_can_be_computed() {
        Metric metric = metric(scorecard, "a", "100", "100", "90");
        metric.setCreditPercent(new BigDecimal("0.05"));
        measure(metric, "2026-01-01", "80");
        assertEquals(Optional.empty(), figures().credit());
    }

    /** A textbook line: y = 2x + 1 has slope 2; (1,1), (2,3), (3,2) has slope 0.5. */
    @Test
    void the_trend_is_the_slope_of_the_least_squares_line() {
        TreeMap<Integer, BigDecimal> line = new TreeMap<>();
        for (int x = 0; x < 6; x++) {
            line.put(x, BigDecimal.valueOf(2L * x + 1));
        }
        assertNumber("2", Trend.slope(line).orElseThrow());
        TreeMap<Integer, BigDecimal> scattered = new TreeMap<>();
        scattered.put(1, BigDecimal.ONE);
        scattered.put(2, BigDecimal.valueOf(3));
        scattered.put(3, BigDecimal.valueOf(2));
        assertNumber("0.5", Trend.slope(scattered).orElseThrow());
    }

    private static TreeMap<Integer, BigDecimal> points(int... pairs) {
        TreeMap<Integer, BigDecimal> points = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            points.put(pairs[i], BigDecimal.valueOf(pairs[i + 1]));
        }
        return points;
    }

    /** learn.liebler.xyz/c/ps/1057: the least-squares line of (1,2), (2,2), (3,5) is 1.5x. */
    @Test
    void the_slope_of_three_points_is_that_of_the_worked_example() {
        assertNumber("1.5", Trend.slope(points(1, 2, 2, 2, 3, 5)).orElseThrow());
    }

    /**
     * S. Buyske, Rutgers University, "Regression by hand" (statweb.rutgers.edu/buyske/401/RegHand.html): (5,6), (1,0),
     * (10,8), (4,6) has the slope (134 - 100) / (142 - 100) = 34 / 42 = 0.809...; gaps between the points included.
     */
    @Test
    void the_slope_of_points_with_gaps_is_that_of_the_worked_example() {
        assertNumber("0.8095238095238095", Trend.slope(points(5, 6, 1, 0, 10, 8, 4, 6)).orElseThrow());
    }

    @Property
    void equal_values_have_no_slope(@ForAll @IntRange(max = 100) int value, @ForAll @IntRange(min = 2, max = 9) int n) {
        TreeMap<Integer, BigDecimal> values = new TreeMap<>();
        for (int x = 0; x < n; x++) {
            values.put(x, BigDecimal.valueOf(value));
        }
        assertNumber("0", Trend.slope(values).orElseThrow());
    }

    @Property
    void adding_a_constant_or_moving_all_periods_does_not_change_the_slope_and_negating_turns_it(
            @ForAll @Size(min = 2, max = 8) List<@IntRange(max = 100) Integer> scores,
            @ForAll @IntRange(min = -1000, max = 1000) int constant, @ForAll @IntRange(min = -500, max = 500) int by) {
        TreeMap<Integer, BigDecimal> values = new TreeMap<>();
        TreeMap<Integer, BigDecimal> shifted = new TreeMap<>();
        TreeMap<Integer, BigDecimal> negated = new TreeMap<>();
        for (int x = 0; x < scores.size(); x++) {
            values.put(x, BigDecimal.valueOf(scores.get(x)));
            shifted.put(x + by, BigDecimal.valueOf((long) scores.get(x) + constant));
            negated.put(x, BigDecimal.valueOf(-scores.get(x)));
        }
        BigDecimal slope = Trend.slope(values).orElseThrow();
        assertNumber(slope.toPlainString(), Trend.slope(shifted).orElseThrow());
        assertNumber(slope.negate().toPlainString(), Trend.slope(negated).orElseThrow());
    }

    /**
     * techimpact.online, "Ultimate guide to SLA penalties": a monthly fee of 40,000 and a credit of 25 % make 10,000.
     * pulseapi.tech, "How to calculate SLA penalties": 2,000 and 10 % make 200.
     */
    @ParameterizedTest
    @CsvSource({"480000 EUR, 0.25, 10000.00 EUR", "24000 USD, 0.10, 200.00 USD"})
    void the_credit_of_one_breach_is_that_of_the_worked_example(String annual, BigDecimal percent, String credit) {
        scorecard.setAnnualValue(Money.valueOf(annual));
        Metric metric = metric(scorecard, "a", "100", "99.9", "99.5");
        metric.setCreditPercent(percent);
        measure(metric, "2026-03-01", "98.5");
        assertEquals(Money.valueOf(credit), figures().credit().orElseThrow());
    }

    @Test
    void without_a_breach_the_credit_is_zero_and_a_value_at_the_minimum_is_none() {
        scorecard.setAnnualValue(Money.valueOf("120000 EUR"));
        Metric metric = metric(scorecard, "a", "100", "99.9", "99.5");
        metric.setCreditPercent(new BigDecimal("0.10"));
        assertEquals(Money.valueOf("0 EUR"), figures().credit().orElseThrow());
        measure(metric, "2026-03-01", "99.5");
        assertEquals(Money.valueOf("0 EUR"), figures().credit().orElseThrow());
    }

    @Property
    void a_credit_never_exceeds_its_cap_and_never_falls_with_another_breach(
            @ForAll @IntRange(min = 1, max = 12) int breaches, @ForAll @IntRange(max = 100) int percent,
            @ForAll @IntRange(max = 100) int cap) {
        Money before = credit(breaches - 1, percent, cap);
        Money after = credit(breaches, percent, cap);
        assertTrue(after.amount().compareTo(before.amount()) >= 0);
        assertTrue(after.amount().compareTo(BigDecimal.valueOf(cap).multiply(BigDecimal.TEN)) <= 0);
    }

    /** Of a fee of 1,000 a month. */
    private static Money credit(int breaches, int percent, int cap) {
        VendorScorecard card = VendorFactory.eINSTANCE.createVendorScorecard();
        card.setAnnualValue(Money.valueOf("12000 EUR"));
        Metric metric = metric(card, "a", "100", "100", "90");
        metric.setCreditPercent(BigDecimal.valueOf(percent, 2));
        metric.setCreditCap(BigDecimal.valueOf(cap, 2));
        for (int month = 1; month <= breaches; month++) {
            measure(metric, "2026-%02d-01".formatted(month), "80");
        }
        return ScorecardFigures.of(card).credit().orElseThrow();
    }

    @Property
    void a_score_is_between_the_worst_and_the_best_of_its_metrics(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 70, max = 110) Integer> values,
            @ForAll @IntRange(min = 1, max = 40) int weight) {
        VendorScorecard card = VendorFactory.eINSTANCE.createVendorScorecard();
        List<BigDecimal> scores = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Metric metric = metric(card, "m" + i, String.valueOf(weight + i), "100", "90");
            measure(metric, "2026-03-01", values.get(i).toString());
            scores.add(Attainment.score(metric, BigDecimal.valueOf(values.get(i))).orElseThrow());
        }
        PeriodScore score = ScorecardFigures.of(card).latest().orElseThrow();
        assertTrue(score.score().compareTo(Collections.min(scores)) >= 0);
        assertTrue(score.score().compareTo(Collections.max(scores)) <= 0);
        assertNumber("1", score.coverage());
    }

    @Test
    void only_the_latest_six_values_count_and_a_gap_keeps_its_place() {
        TreeMap<Integer, BigDecimal> values = new TreeMap<>();
        values.put(0, BigDecimal.valueOf(1000));
        for (int x : new int[]{1, 2, 3, 5, 6, 7}) {
            values.put(x, BigDecimal.valueOf(x));
        }
        assertNumber("1", Trend.slope(values).orElseThrow());
    }

    @Test
    void a_single_value_has_no_trend() {
        TreeMap<Integer, BigDecimal> values = new TreeMap<>();
        values.put(3, BigDecimal.ONE);
        assertEquals(Optional.empty(), Trend.slope(values));
    }

    @Test
    void days_of_a_quarter_are_one_period() {
        scorecard.setPeriodLength(PeriodLength.QUARTER);
        Metric metric = metric(scorecard, "a", "100", "100", "90");
        measure(metric, "2026-05-17", "95");
        assertEquals(List.of(LocalDate.of(2026, 4, 1)), figures().periods());
        assertEquals("2026-Q2", Periods.label(figures().periods().get(0), PeriodLength.QUARTER));
    }

    @Test
    void periods_that_are_over_and_were_not_measured_are_missing() {
        Metric metric = metric(scorecard, "a", "100", "100", "90");
        measure(metric, "2026-01-01", "95");
        measure(metric, "2026-03-01", "95");
        assertEquals(List.of(LocalDate.of(2026, 2, 1)), figures().missing(metric, LocalDate.of(2026, 4, 15)));
        assertEquals(List.of(), figures().missing(metric, LocalDate.of(2025, 4, 15)));
    }

    @Test
    void the_day_to_give_notice_is_the_end_less_the_days_of_notice() {
        assertEquals(Optional.empty(), figures().noticeDeadline());
        scorecard.setContractEnd(LocalDate.of(2026, 12, 31));
        scorecard.setNoticeDays(90);
        assertEquals(LocalDate.of(2026, 10, 2), figures().noticeDeadline().orElseThrow());
    }

    @Property
    void the_order_of_the_metrics_never_changes_the_score(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 150) Integer> values, @ForAll int seed) {
        VendorScorecard card = VendorFactory.eINSTANCE.createVendorScorecard();
        for (int i = 0; i < values.size(); i++) {
            measure(metric(card, "m" + i, String.valueOf(i + 1), "100", "90"), "2026-03-01",
                    values.get(i).toString());
        }
        BigDecimal before = ScorecardFigures.of(card).latest().orElseThrow().score();
        List<Metric> shuffled = new ArrayList<>(card.getMetrics());
        Collections.shuffle(shuffled, new Random(seed));
        card.getMetrics().clear();
        card.getMetrics().addAll(shuffled);
        assertEquals(before, ScorecardFigures.of(card).latest().orElseThrow().score());
    }

    @Property
    void raising_a_weight_never_lowers_the_influence_of_its_metric(@ForAll @IntRange(min = 80, max = 110) int value,
            @ForAll @IntRange(min = 80, max = 110) int others, @ForAll @IntRange(min = 1, max = 99) int weight) {
        BigDecimal own = Attainment.score(metric(scorecard, "x", "1", "100", "90"), BigDecimal.valueOf(value))
                .orElseThrow();
        BigDecimal before = score(value, others, weight).subtract(own).abs();
        BigDecimal after = score(value, others, weight + 1).subtract(own).abs();
        assertTrue(after.compareTo(before) <= 0, after + " > " + before);
    }

    private static BigDecimal score(int value, int others, int weight) {
        VendorScorecard card = VendorFactory.eINSTANCE.createVendorScorecard();
        measure(metric(card, "a", String.valueOf(weight), "100", "90"), "2026-03-01", String.valueOf(value));
        measure(metric(card, "b", "50", "100", "90"), "2026-03-01", String.valueOf(others));
        return ScorecardFigures.of(card).latest().orElseThrow().score();
    }
}
