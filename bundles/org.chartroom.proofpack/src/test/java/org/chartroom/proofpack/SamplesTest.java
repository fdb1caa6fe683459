package org.chartroom.proofpack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.chartroom.core.check.Finding;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.core.internal.check.ModelChecks;
import org.chartroom.core.type.DynamicModel;
import org.chartroom.core.type.ModelChart;
import org.chartroom.exchange.importing.ModelImport;
import org.chartroom.model.Artifact;
import org.chartroom.model.Money;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the examples show, against figures computed by hand from them. */
class SamplesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private EPackage ePackage;

    private Artifact sample(String name) throws Exception {
        try (InputStream model = Files.newInputStream(Path.of("model", name + ".ecore"));
                InputStream sample = Files.newInputStream(Path.of("samples", name + ".xmi"))) {
            ePackage = DynamicModel.read(name, model);
            EPackage.Registry.INSTANCE.put(ePackage.getNsURI(), ePackage);
            return ModelImport.read(name, sample).get(0);
        }
    }

    @AfterEach
    void modelIsTakenBack() {
        EPackage.Registry.INSTANCE.remove(ePackage.getNsURI());
    }

    private static Object get(EObject object, String feature) {
        return object.eGet(object.eClass().getEStructuralFeature(feature));
    }

    private static EObject item(Artifact artifact, String list, int index) {
        return (EObject) ((List<?>) get(artifact, list)).get(index);
    }

    private static String rounded(Object value, int places) {
        return ((BigDecimal) value).setScale(places, java.math.RoundingMode.HALF_UP).toPlainString();
    }

    private static List<String> findings(Artifact artifact) {
        return new ModelChecks().run(artifact, Evaluation.on(artifact, TODAY)).stream().map(Finding::message).toList();
    }

    @Test
    void the_net_promoter_score_is_promoters_less_detractors_of_all_answers() throws Exception {
        Artifact survey = sample("survey");

        assertEquals("29.6", rounded(get(item(survey, "questions", 0), "nps"), 1), "(135 - 52) / 280");
        assertEquals("-16.5", rounded(get(item(survey, "questions", 1), "nps"), 1), "(53 - 99) / 278");
        assertEquals("6.6", rounded(get(survey, "nps"), 1), "(188 - 151) / 558");
        assertEquals("3.95", rounded(get(item(survey, "questions", 2), "mean"), 2), "1105 / 280");
        assertEquals("0.344", rounded(get(survey, "responseRate"), 3), "1118 / 3248");
    }

    @Test
    void a_budget_forecast_counts_actuals_where_there_are_any() throws Exception {
        Artifact forecast = sample("forecast");

        assertEquals(Money.valueOf("2256000 EUR"), get(forecast, "baseline"));
        assertEquals(Money.valueOf("1505000 EUR"), get(forecast, "actual"));
        assertEquals(Money.valueOf("2377000 EUR"), get(forecast, "outlook"));
        assertEquals("0.054", rounded(get(forecast, "variancePercent"), 3), "121 / 2256");
    }

    @Test
    void a_recovery_plan_says_what_came_back_in_time() throws Exception {
        Artifact plan = sample("recovery");

        assertEquals("0.67", rounded(get(plan, "rtoReached"), 2), "2 of 3 that were tested");
        assertEquals("1.00", rounded(get(plan, "rpoReached"), 2));
        assertEquals("2.1", rounded(get(item(plan, "services", 0), "runbookHours"), 1), "125 minutes");
        assertEquals(true, findings(plan).contains(
                "Electronic patient record took 5.5 h to come back and may take 4 h; shorten the runbook or change the "
                        + "objective."));
    }

    @Test
    void training_completion_is_completed_of_assigned() throws Exception {
        assertEquals("0.81", rounded(get(sample("training"), "completion"), 2), "4896 / 6020");
    }

    @Test
    void a_kpi_stands_by_its_newest_sample_and_its_direction() throws Exception {
        Artifact dashboard = sample("kpi");

        assertEquals("RED", get(item(dashboard, "kpis", 1), "status").toString().toUpperCase());
        assertEquals("WORSE", get(item(dashboard, "kpis", 1), "trend").toString().toUpperCase());
        assertEquals("GREEN", get(item(dashboard, "kpis", 0), "status").toString().toUpperCase());
        assertEquals("AMBER", get(item(dashboard, "kpis", 4), "status").toString().toUpperCase());
    }

    @Test
    void two_red_periods_running_ask_for_escalation() throws Exception {
        assertEquals(true, findings(sample("status")).contains("P-004 is the second red period running; escalate."));
    }

    @Test
    void a_message_that_was_due_has_a_draft() throws Exception {
        EObject message = item(sample("communication"), "messages", 1);

        assertEquals(LocalDate.of(2026, 11, 3), get(message, "nextDue"));
        assertEquals("To: Medical directors", get(message, "draft").toString().lines().findFirst().orElseThrow());
    }

    @Test
    void the_value_of_a_negotiation_is_that_of_its_clauses() throws Exception {
        Artifact negotiation = sample("negotiation");

        assertEquals(Money.valueOf("545000 EUR"), get(negotiation, "value"));
        assertEquals(Money.valueOf("120000 EUR"), get(negotiation, "agreedValue"));
    }

    @Test
    void an_audit_finding_closed_without_retest_is_found() throws Exception {
        Artifact audit = sample("audit");

        assertEquals(3, get(audit, "open"));
        assertEquals(true, findings(audit).contains("F-006 is closed without a retest that passed; test it again."));
        ModelChart.Data data = ModelChart.of(audit.eClass()).get(0).data(audit, Evaluation.on(audit, TODAY));
        assertEquals(List.of("High", "Medium"), data.categories());
        assertEquals(List.of(new BigDecimal("2"), new BigDecimal("1")), data.series().get(0).values());
    }

    @Test
    void a_review_compares_what_was_promised_with_what_came() throws Exception {
        Artifact review = sample("review");

        assertEquals(45, get(review, "delay"));
        assertEquals("0.067", rounded(get(review, "costVariance"), 3), "32300 / 480000");
        assertEquals(false, get(review, "onTimeAndBudget"));
        assertEquals("0.86", rounded(get(review, "benefitsReached"), 2), "mean of 0.85, 1 and 0.73");
        assertFalse(findings(review).isEmpty());
    }
}
