package org.chartroom.vendor.internal;

import static org.chartroom.vendor.Scorecards.measure;
import static org.chartroom.vendor.Scorecards.metric;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.chartroom.core.check.Finding;
import org.chartroom.core.check.Severity;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.model.vendor.Metric;
import org.chartroom.model.vendor.MetricDirection;
import org.chartroom.model.vendor.VendorFactory;
import org.chartroom.model.vendor.VendorScorecard;
import org.chartroom.testkit.DeclaredChecks;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.emf.edit.provider.ReflectiveItemProviderAdapterFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VendorChecksTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 15);

    private final AdapterFactoryEditingDomain domain = new AdapterFactoryEditingDomain(
            new ReflectiveItemProviderAdapterFactory(), new BasicCommandStack());
    private final VendorScorecard scorecard = VendorFactory.eINSTANCE.createVendorScorecard();
    private Metric metric;

    @BeforeEach
    void soundScorecard() {
        scorecard.setKey("VND-001");
        scorecard.setTier(1);
        scorecard.setExitPlan("Move to the other vendor within a year.");
        scorecard.setContractEnd(LocalDate.of(2027, 12, 31));
        scorecard.setNoticeDays(90);
        metric = metric(scorecard, "Availability", "100", "99.9", "99.5");
        metric.setMustPass(true);
        measure(metric, "2026-02-01", "99.9");
        measure(metric, "2026-03-01", "99.6");
    }

    private List<Finding> findings() {
        return DeclaredChecks.of(Path.of("plugin.xml")).run(scorecard, Evaluation.on(scorecard, TODAY));
    }

    private List<String> ids() {
        return findings().stream().map(finding -> finding.checkId().replace("org.chartroom.vendor.", "")).toList();
    }

    private void applyOnlyFix() {
        domain.getCommandStack().execute(findings().get(0).fixes().get(0).command().apply(domain));
    }

    @Test
    void a_sound_scorecard_has_no_finding() {
        assertEquals(List.of(), ids());
    }

    @Test
    void a_scorecard_without_metrics_has_no_finding_about_weights() {
        scorecard.getMetrics().clear();
        assertEquals(List.of(), ids());
    }

    @Test
    void weights_that_do_not_sum_to_100_are_found_and_scaled_exactly() {
        metric.setWeight(new BigDecimal("1"));
        measure(metric(scorecard, "b", "1", "2", "1"), "2026-02-01", "2");
        measure(scorecard.getMetrics().get(1), "2026-03-01", "2");
        measure(metric(scorecard, "c", "1", "2", "1"), "2026-02-01", "2");
        measure(scorecard.getMetrics().get(2), "2026-03-01", "2");
        assertEquals(List.of("weights"), ids());
        applyOnlyFix();
        assertEquals(List.of(), ids());
        assertEquals(new BigDecimal("33.34"), metric.getWeight());
        domain.getCommandStack().undo();
        assertEquals(List.of("weights"), ids());
    }

    @Test
    void weights_of_zero_can_not_be_scaled() {
        metric.setWeight(BigDecimal.ZERO);
        assertEquals(List.of("weights"), ids());
        assertEquals(List.of(), findings().get(0).fixes());
    }

    @Test
    void a_weight_below_zero_is_an_error() {
        measure(metric(scorecard, "b", "-1", "2", "1"), "2026-02-01", "2");
        measure(scorecard.getMetrics().get(1), "2026-03-01", "2");
        assertEquals(List.of("weightNegative"), ids());
        applyOnlyFix();
        assertEquals(List.of(), ids());
    }

    @Test
    void a_minimum_better_than_the_target_is_an_error_and_the_fix_swaps_them() {
        metric.setMinimum(new BigDecimal("99.95"));
        metric.setMustPass(false);
        assertEquals(List.of("order"), ids());
        applyOnlyFix();
        assertEquals(List.of(), ids());
    }

    @Test
    void a_period_that_was_not_measured_is_named() {
        metric.getMeasurements().remove(1);
        metric(scorecard, "b", "0", "2", "1");
        measure(scorecard.getMetrics().get(1), "2026-02-01", "2");
        assertEquals(List.of("missing", "missing"), ids());
        assertEquals("Availability was not measured in 2026-03; enter the values, or take the metric out.",
                findings().get(0).message());
    }

    @Test
    void a_contract_that_runs_while_nothing_was_ever_measured_is_found_once() {
        metric.getMeasurements().clear();
        metric(scorecard, "b", "0", "2", "1");
        scorecard.setContractStart(LocalDate.of(2026, 1, 15));
        assertEquals(List.of("missing"), ids());
        assertEquals("The contract runs, but nothing was measured in 2026-02, 2026-03; "
                + "enter the values of the metrics.", findings().get(0).message());
    }

    @Test
    void of_a_contract_whose_beginning_is_not_known_the_last_period_is_missing() {
        metric.getMeasurements().clear();
        assertEquals("The contract runs, but nothing was measured in 2026-03; enter the values of the metrics.",
                findings().get(0).message());
    }

    @Test
    void nothing_is_missing_before_a_contract_begins_in_its_first_period_or_without_one() {
        metric.getMeasurements().clear();
        scorecard.setContractStart(LocalDate.of(2026, 5, 1));
        assertEquals(List.of(), ids());
        scorecard.setContractStart(LocalDate.of(2026, 3, 2));
        assertEquals(List.of(), ids());
        scorecard.setContractStart(null);
        scorecard.setContractEnd(null);
        assertEquals(List.of(), ids());
    }

    @Test
    void what_is_after_the_end_of_a_contract_is_not_missing() {
        metric.getMeasurements().clear();
        scorecard.setContractStart(LocalDate.of(2024, 1, 1));
        scorecard.setContractEnd(LocalDate.of(2025, 5, 31));
        assertEquals(List.of("missing", "noticePassed"), ids());
        assertTrue(findings().get(0).message().contains(" in 2025-04, 2025-05;"), findings().get(0).message());
        scorecard.setContractEnd(LocalDate.of(2025, 3, 31));
        assertEquals(List.of("noticePassed"), ids());
    }

    @Test
    void a_missed_metric_that_must_be_met_is_an_error() {
        metric.getMeasurements().get(1).setValue(new BigDecimal("99.4"));
        assertEquals(List.of("mustPass"), ids());
        assertEquals(Severity.ERROR, findings().get(0).severity());
        metric.setMustPass(false);
        assertEquals(List.of(), ids());
    }

    @Test
    void a_missed_metric_where_lower_is_better_says_so() {
        metric.setDirection(MetricDirection.LOWER_IS_BETTER);
        metric.setTarget(new BigDecimal("4"));
        metric.setMinimum(new BigDecimal("8"));
        assertEquals("Availability must be met and was missed in 2026-03: 99.6 instead of at most 8; "
                + "agree on a remedy with the vendor.", findings().get(0).message());
    }

    @Test
    void two_measurements_in_one_period_are_found() {
        measure(metric, "2026-03-20", "99.8");
        assertEquals(List.of("duplicatePeriod"), ids());
    }

    @Test
    void a_day_of_notice_within_60_days_is_a_warning_and_one_later_is_none() {
        scorecard.setContractEnd(TODAY.plusDays(90 + 60));
        assertEquals(List.of("noticeSoon"), ids());
        scorecard.setContractEnd(TODAY.plusDays(90 + 61));
        assertEquals(List.of(), ids());
    }

    @Test
    void a_day_of_notice_that_has_passed_is_an_error_when_the_contract_renews_by_itself() {
        scorecard.setContractEnd(TODAY.plusDays(89));
        assertEquals(List.of("noticePassed"), ids());
        assertEquals(Severity.WARNING, findings().get(0).severity());
        scorecard.setAutoRenew(true);
        assertEquals(Severity.ERROR, findings().get(0).severity());
    }

    @Test
    void tier_1_without_an_exit_plan_is_an_error_and_tier_2_is_none() {
        scorecard.setExitPlan(" ");
        assertEquals(List.of("exitPlan"), ids());
        scorecard.setTier(2);
        assertEquals(List.of(), ids());
    }
}
