package org.chartroom.core.internal.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

import org.chartroom.core.check.Check;
import org.chartroom.core.check.CheckInfo;
import org.chartroom.core.check.Finding;
import org.chartroom.core.check.Severity;
import org.chartroom.core.contribution.Contribution;
import org.chartroom.core.contribution.ContributionRegistry;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.junit.jupiter.api.Test;

/** Checks of several bundles. */
class ExtensionChecksTest {
    private static final Map<String, List<Map<String, String>>> PARAMETERS = Map.of("parameter",
            List.of(Map.of("name", "days", "label", "Days ahead", "value", "60")));

    private final RiskRegister artifact = RiskFactory.eINSTANCE.createRiskRegister();
    private final List<Contribution<Check>> contributions = new ArrayList<>();
    private final ExtensionChecks checks = new ExtensionChecks(
            new ContributionRegistry<>("check", Duration.ofSeconds(20), () -> List.copyOf(contributions)));

    private void contribute(String bundle, String id, Callable<Check> factory) {
        contributions.add(new Contribution<>(new Object(), id, bundle, Map.of("class", "org.example.TheCheck",
                "package", RiskPackage.eNS_URI, "type", "RiskRegister", "severity", "info"), PARAMETERS, factory));
    }

    private static Check finds(String what) {
        return (artifact, context) -> context.report(artifact, null, what);
    }

    private static Check fails() {
        return (artifact, context) -> {
            finds("something before").check(artifact, context);
            throw new IllegalStateException("a bug");
        };
    }

    private List<String> messages() {
        return checks.run(artifact).stream().map(Finding::message).toList();
    }

    @Test
    void a_check_that_fails_is_found_each_time_and_the_others_go_on() {
        contribute("org.example.bad", "bad", ExtensionChecksTest::fails);
        contribute("org.example.good", "good", () -> finds("it"));

        for (int run = 0; run < 2; run++) {
            List<Finding> findings = checks.run(artifact);
            assertEquals(List.of(ExtensionChecks.SET_ASIDE, "good"),
                    findings.stream().map(Finding::checkId).toList());
            assertEquals(Severity.WARNING, findings.get(0).severity());
            assertTrue(findings.get(0).message().contains("bad of org.example.bad"), findings.get(0).message());
        }
        assertEquals(Set.of("bad"), checks.setAside());
    }

    @Test
    void a_check_whose_class_is_missing_is_found_and_the_others_go_on() {
        contribute("org.example.bad", "bad", () -> {
            throw new ClassNotFoundException("org.example.TheCheck");
        });
        contribute("org.example.good", "good", () -> finds("it"));

        assertEquals(2, checks.run(artifact).size());
        assertEquals(Set.of("bad"), checks.setAside());
    }

    @Test
    void a_check_without_an_id_is_named_by_its_class_and_the_others_go_on() {
        contribute("org.example.nameless", null, () -> finds("it"));
        contribute("org.example.good", "good", () -> finds("it"));

        List<String> messages = messages();

        assertEquals(2, messages.size(), messages.toString());
        assertTrue(messages.get(0).contains("org.example.TheCheck of org.example.nameless has no id"),
                messages.get(0));
        assertEquals("it", messages.get(1));
    }

    @Test
    void after_an_update_the_new_check_runs_though_its_id_is_the_old_one() {
        contribute("org.example", "same", () -> finds("it"));
        assertEquals(List.of("it"), messages());

        contributions.clear();
        contribute("org.example", "same", () -> finds("more"));

        assertEquals(List.of("more"), messages());
    }

    @Test
    void after_an_update_a_check_that_had_failed_runs_again() {
        contribute("org.example", "same", ExtensionChecksTest::fails);
        assertEquals(1, checks.run(artifact).size());
        assertEquals(Set.of("same"), checks.setAside());

        contributions.clear();
        contribute("org.example", "same", () -> finds("it"));

        assertEquals(List.of("it"), messages());
        assertEquals(Set.of(), checks.setAside());
    }

    @Test
    void a_check_that_is_let_run_again_says_what_it_finds_then() {
        AtomicBoolean isBroken = new AtomicBoolean(true);
        contribute("org.example", "moody", () -> isBroken.get() ? fails() : finds("it"));
        assertEquals(Set.of(), checks.setAside());
        messages();
        assertEquals(Set.of("moody"), checks.setAside());

        isBroken.set(false);

        assertEquals(1, checks.readmit());
        assertEquals(List.of("it"), messages());
    }

    @Test
    void the_second_check_of_one_id_is_told_and_does_not_run() {
        contribute("org.example.a", "same", () -> finds("it"));
        contribute("org.example.b", "same", () -> finds("more"));
        List<String> messages = messages();
        assertEquals(2, messages.size(), messages.toString());
        assertTrue(messages.get(0).contains("same of org.example.b has the id of another one, of org.example.a"),
                messages.get(0));
        assertEquals("it", messages.get(1));
    }

    private void unbelieved(Check check, String why) {
        contribute("org.example", "odd", () -> check);
        contribute("org.example.good", "good", () -> finds("it"));
        List<String> messages = messages();
        assertEquals(2, messages.size(), messages.toString());
        assertTrue(messages.get(0).contains("odd of org.example") && messages.get(0).contains(why), messages.get(0));
    }

    @Test
    void a_finding_on_something_else_is_not_believed() {
        RiskRegister other = RiskFactory.eINSTANCE.createRiskRegister();
        unbelieved((artifact, context) -> context.report(other, null, "wrong"), "element that is not in the artifact");
    }

    @Test
    void a_finding_on_nothing_is_not_believed() {
        unbelieved((artifact, context) -> context.report(null, null, "wrong"), "element that is not in the artifact");
    }

    @Test
    void a_finding_on_a_field_of_another_class_is_not_believed() {
        unbelieved((artifact, context) -> context.report(artifact, RiskPackage.Literals.RISK__COST_MAX, "wrong"),
                "the field costMax, which RiskRegister does not have");
    }

    @Test
    void a_finding_that_says_nothing_is_not_believed() {
        unbelieved((artifact, context) -> context.report(artifact, null, " "), "says nothing");
    }

    @Test
    void findings_without_end_are_not_believed() {
        unbelieved((artifact, context) -> {
            while (true) {
                context.report(artifact, null, "more");
            }
        }, "more than 200000 findings");
    }

    @Test
    void a_finding_is_no_more_serious_than_its_check_is_declared() {
        contribute("org.example", "loud",
                () -> (artifact, context) -> context.report(Severity.ERROR, artifact, null, "it"));
        assertEquals(Severity.INFO, checks.run(artifact).get(0).severity());
    }

    @Test
    void a_check_reads_its_declared_thresholds() {
        contribute("org.example", "soon",
                () -> (artifact, context) -> context.report(artifact, null, context.parameter("days") + " days"));
        assertEquals(List.of("60 days"), messages());
    }

    @Test
    void the_catalogue_names_each_check_with_severity_and_thresholds() {
        contribute("org.example", "soon", () -> finds("it"));
        assertEquals(List.of(new CheckInfo("soon", "soon", "", Severity.INFO,
                List.of(new CheckInfo.Parameter("days", "Days ahead", new BigDecimal("60"))), "org.example")),
                checks.catalogue());
    }

    @Test
    void nothing_is_found_where_all_checks_ran_and_found_nothing() {
        assertEquals(List.of(), checks.run(artifact));
    }
}
