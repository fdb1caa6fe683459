package org.chartroom.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Optional;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.chartroom.model.vendor.Metric;
import org.chartroom.model.vendor.MetricDirection;
import org.chartroom.model.vendor.VendorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttainmentTest {
    private static Metric metric(String target, String minimum, MetricDirection direction) {
        Metric metric = Scorecards.metric(VendorFactory.eINSTANCE.createVendorScorecard(), "m", "1", target, minimum);
        metric.setDirection(direction);
        return metric;
    }

    private static void assertScore(String expected, Metric metric, String value) {
        BigDecimal score = Attainment.score(metric, new BigDecimal(value)).orElseThrow();
        assertEquals(0, new BigDecimal(expected).compareTo(score), score.toString());
    }

    /** The worked figures of the description of the domain. */
    @ParameterizedTest
    @CsvSource({"99.9,100", "100,100", "99.7,75", "99.5,50", "99.1,0", "98,0"})
    void higher_is_better(String value, String score) {
        assertScore(score, metric("99.9", "99.5", MetricDirection.HIGHER_IS_BETTER), value);
    }

    @ParameterizedTest
    @CsvSource({"4,100", "3,100", "6,75", "8,50", "10,25", "12,0", "20,0"})
    void lower_is_better(String value, String score) {
        assertScore(score, metric("4", "8", MetricDirection.LOWER_IS_BETTER), value);
    }

    @Test
    void where_target_and_minimum_are_equal_a_value_scores_all_or_nothing() {
        Metric metric = metric("10", "10", MetricDirection.HIGHER_IS_BETTER);
        assertScore("100", metric, "10");
        assertScore("0", metric, "9.99");
    }

    @Test
    void without_a_minimum_a_value_scores_all_or_nothing_and_is_no_breach() {
        Metric metric = metric("10", null, MetricDirection.HIGHER_IS_BETTER);
        assertScore("100", metric, "11");
        assertScore("0", metric, "9");
        assertFalse(Attainment.isBreach(metric, BigDecimal.ZERO));
    }

    @Test
    void without_a_value_or_a_target_there_is_no_score() {
        assertEquals(Optional.empty(), Attainment.score(metric("10", "5", MetricDirection.HIGHER_IS_BETTER), null));
        assertEquals(Optional.empty(),
                Attainment.score(metric(null, "5", MetricDirection.HIGHER_IS_BETTER), BigDecimal.TEN));
    }

    @Test
    void a_minimum_better_than_the_target_gives_no_score() {
        Metric metric = metric("5", "10", MetricDirection.HIGHER_IS_BETTER);
        assertFalse(Attainment.isOrdered(metric));
        assertEquals(Optional.empty(), Attainment.score(metric, BigDecimal.TEN));
    }

    @Test
    void the_minimum_itself_is_no_breach_and_what_is_worse_is_one() {
        Metric metric = metric("4", "8", MetricDirection.LOWER_IS_BETTER);
        assertFalse(Attainment.isBreach(metric, new BigDecimal("8.0")));
        assertTrue(Attainment.isBreach(metric, new BigDecimal("8.01")));
    }

    @Property
    void a_better_value_never_scores_less_and_every_score_is_on_the_scale(
            @ForAll @BigRange(min = "-1000", max = "1000") @Scale(3) BigDecimal target,
            @ForAll @BigRange(min = "-1000", max = "1000") @Scale(3) BigDecimal minimum,
            @ForAll @BigRange(min = "-1000", max = "1000") @Scale(3) BigDecimal one,
            @ForAll @BigRange(min = "-1000", max = "1000") @Scale(3) BigDecimal other, @ForAll boolean higher) {
        Metric metric = metric(target.toPlainString(), minimum.toPlainString(),
                higher ? MetricDirection.HIGHER_IS_BETTER : MetricDirection.LOWER_IS_BETTER);
        if (!Attainment.isOrdered(metric)) {
            metric.setTarget(minimum);
            metric.setMinimum(target);
        }
        BigDecimal better = higher ? one.max(other) : one.min(other);
        BigDecimal worse = higher ? one.min(other) : one.max(other);
        BigDecimal high = Attainment.score(metric, better).orElseThrow();
        BigDecimal low = Attainment.score(metric, worse).orElseThrow();
        assertTrue(high.compareTo(low) >= 0, high + " < " + low);
        assertTrue(low.signum() >= 0 && high.compareTo(Attainment.FULL) <= 0);
    }
}
