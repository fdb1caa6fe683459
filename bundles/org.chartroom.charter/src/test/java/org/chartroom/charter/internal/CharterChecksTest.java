package org.chartroom.charter.internal;

import static org.chartroom.charter.Charters.budget;
import static org.chartroom.charter.Charters.change;
import static org.chartroom.charter.Charters.milestone;
import static org.chartroom.charter.Charters.person;
import static org.chartroom.charter.Charters.report;
import static org.chartroom.charter.Charters.year;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.chartroom.charter.Charters;
import org.chartroom.core.check.Finding;
import org.chartroom.core.check.Severity;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.model.Comment;
import org.chartroom.model.CommentState;
import org.chartroom.model.Person;
import org.chartroom.model.change.ChangeState;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.CharterFactory;
import org.chartroom.model.charter.CharterPackage.Literals;
import org.chartroom.model.charter.Health;
import org.chartroom.model.charter.Milestone;
import org.chartroom.model.charter.Objective;
import org.chartroom.model.charter.RaciActivity;
import org.chartroom.model.charter.RaciAssignment;
import org.chartroom.model.charter.RaciRole;
import org.chartroom.model.charter.Statement;
import org.chartroom.model.variance.Expenditure;
import org.chartroom.testkit.DeclaredChecks;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.emf.edit.provider.ReflectiveItemProviderAdapterFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CharterChecksTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final AdapterFactoryEditingDomain domain = new AdapterFactoryEditingDomain(
            new ReflectiveItemProviderAdapterFactory(), new BasicCommandStack());
    private final Charter charter = Charters.charter();
    private final Person ines = person("Ines");
    private final Person jonas = person("Jonas");
    private RaciActivity activity;
    private Objective objective;
    private Milestone milestone;

    @BeforeEach
    void soundCharter() {
        charter.setSponsor(ines);
        charter.setManager(jonas);
        charter.setPlannedStart(LocalDate.of(2026, 1, 1));
        charter.setPlannedEnd(LocalDate.of(2027, 3, 31));
        charter.getScopeIn().add(statement("Five sites"));
        charter.getScopeOut().add(statement("Billing"));
        objective = CharterFactory.eINSTANCE.createObjective();
        objective.setTitle("Faster");
        objective.setMeasure("Seconds to open a record");
        objective.setTarget("2");
        objective.setDue(LocalDate.of(2027, 3, 31));
        charter.getObjectives().add(objective);
        milestone = milestone(charter, "Go-live", "2027-02-01", "2027-02-15", null);
        activity = CharterFactory.eINSTANCE.createRaciActivity();
        activity.setTitle("Testing");
        charter.getActivities().add(activity);
        assign(ines, RaciRole.ACCOUNTABLE);
        assign(jonas, RaciRole.RESPONSIBLE);
        budget(charter, "1000 EUR", Expenditure.CAP_EX);
        year(charter, 2027, "10", "1");
    }

    private static Statement statement(String text) {
        Statement statement = CharterFactory.eINSTANCE.createStatement();
        statement.setText(text);
        return statement;
    }

    private RaciAssignment assign(Person person, RaciRole role) {
        RaciAssignment assignment = CharterFactory.eINSTANCE.createRaciAssignment();
        assignment.setPerson(person);
        assignment.setRole(role);
        activity.getAssignments().add(assignment);
        return assignment;
    }

    private List<Finding> findings() {
        return DeclaredChecks.of(Path.of("plugin.xml")).run(charter, Evaluation.on(charter, TODAY));
    }

    private List<String> ids() {
        return findings().stream().map(finding -> finding.checkId().replace("org.chartroom.charter.", "")).toList();
    }

    private void applyOnlyFix() {
        assertEquals(1, findings().size());
        domain.getCommandStack().execute(findings().get(0).fixes().get(0).command().apply(domain));
    }

    @Test
    void a_sound_charter_has_no_finding() {
        assertEquals(List.of(), ids());
    }

    @Test
    void a_sponsor_who_is_the_manager_is_found_and_the_manager_cleared() {
        charter.setManager(ines);
        assertEquals(List.of("sponsorIsManager"), ids());
        applyOnlyFix();
        assertNull(charter.getManager());
        assertEquals(List.of(), ids());
        domain.getCommandStack().undo();
        assertEquals(ines, charter.getManager());
    }

    @Test
    void a_charter_without_a_sponsor_is_found() {
        charter.setSponsor(null);
        assertEquals(List.of("sponsorMissing"), ids());
    }

    @Test
    void a_health_that_is_not_green_needs_a_reason() {
        charter.setHealth(Health.AMBER);
        assertEquals(List.of("healthReason"), ids());
        charter.setHealthReason("Vendor is late");
        assertEquals(List.of(), ids());
    }

    @Test
    void an_end_before_the_start_is_found_and_swapped() {
        charter.getMilestones().clear();
        charter.setPlannedStart(LocalDate.of(2027, 4, 1));
        assertEquals(List.of("dateOrder"), ids());
        applyOnlyFix();
        assertEquals(LocalDate.of(2027, 4, 1), charter.getPlannedEnd());
        assertEquals(List.of(), ids());
    }

    @Test
    void an_objective_needs_measure_target_and_due_date() {
        objective.setMeasure(" ");
        objective.setDue(null);
        assertEquals(List.of("objective"), ids());
        assertEquals("\"Faster\" can't be judged without: Measure, Due; enter it.", findings().get(0).message());
        objective.setMeasure("Seconds");
        objective.setDue(TODAY);
        objective.setTarget(null);
        assertEquals(Literals.OBJECTIVE__TARGET, findings().get(0).feature());
    }

    @Test
    void scope_has_to_say_what_is_in_and_what_is_out() {
        charter.getScopeIn().clear();
        assertEquals(List.of("scopeIn"), ids());
        charter.getScopeOut().clear();
        assertEquals(List.of("scopeIn", "scopeOut"), ids());
    }

    @Test
    void a_milestone_after_the_planned_end_is_found_and_moves_it() {
        milestone.setBaseline(LocalDate.of(2027, 4, 30));
        milestone.setForecast(null);
        assertEquals(List.of("milestoneOutside"), ids());
        applyOnlyFix();
        assertEquals(LocalDate.of(2027, 4, 30), charter.getPlannedEnd());
    }

    @Test
    void a_milestone_before_the_planned_start_is_found_and_moves_it() {
        milestone.setBaseline(null);
        milestone.setForecast(LocalDate.of(2025, 12, 1));
        assertEquals(List.of("milestoneOutside"), ids());
        applyOnlyFix();
        assertEquals(LocalDate.of(2025, 12, 1), charter.getPlannedStart());
    }

    @Test
    void milestones_on_the_first_and_the_last_day_are_inside() {
        milestone.setBaseline(LocalDate.of(2027, 3, 31));
        milestone(charter, "Start", "2026-01-01", null, null);
        assertEquals(List.of(), ids());
    }

    @Test
    void an_activity_nobody_answers_for_is_found_and_who_does_it_may_answer_too() {
        activity.getAssignments().remove(0);
        assertEquals(List.of("accountableMissing"), ids());
        applyOnlyFix();
        assertEquals(RaciRole.ACCOUNTABLE_RESPONSIBLE, activity.getAssignments().get(0).getRole());
        assertEquals(List.of(), ids());
    }

    @Test
    void an_activity_two_answer_for_is_found_and_the_first_keeps_it() {
        activity.getAssignments().get(1).setRole(RaciRole.ACCOUNTABLE_RESPONSIBLE);
        RaciAssignment third = assign(person("Tom"), RaciRole.ACCOUNTABLE);
        assertEquals(List.of("accountableMany"), ids());
        applyOnlyFix();
        assertEquals(RaciRole.RESPONSIBLE, activity.getAssignments().get(1).getRole());
        assertEquals(RaciRole.CONSULTED, third.getRole());
        assertEquals(List.of(), ids());
    }

    @Test
    void an_activity_nobody_does_is_found_and_who_answers_may_do_it() {
        activity.getAssignments().get(1).setRole(RaciRole.INFORMED);
        assertEquals(List.of("responsibleMissing"), ids());
        applyOnlyFix();
        assertEquals(List.of(), ids());
    }

    @Test
    void an_empty_activity_has_two_findings_and_no_fix() {
        activity.getAssignments().clear();
        assertEquals(List.of("accountableMissing", "responsibleMissing"), ids());
        assertTrue(findings().stream().allMatch(finding -> finding.fixes().isEmpty()));
    }

    @Test
    void a_person_with_two_parts_in_an_activity_is_found_and_the_second_removed() {
        assign(jonas, RaciRole.INFORMED);
        assertEquals(List.of("raciTwice"), ids());
        applyOnlyFix();
        assertEquals(List.of(), ids());
    }

    @Test
    void an_approved_change_without_an_exchange_rate_is_found() {
        change(charter, "C-001", ChangeState.AUTHORISED, "100 USD", 0);
        assertEquals(List.of("rateMissing"), ids());
        assertTrue(findings().get(0).message().startsWith(
                "A sum of the budget is missing: 1 amount in USD not included: no rate USD/EUR on "));
    }

    @Test
    void budget_lines_in_two_currencies_are_found() {
        budget(charter, "1 USD", Expenditure.CAP_EX);
        assertEquals(List.of("currencies"), ids());
    }

    @Test
    void a_code_that_is_no_currency_is_found() {
        charter.setCurrency("EURO");
        assertEquals(List.of("currencyUnknown"), ids());
    }

    @Test
    void a_year_that_is_missing_or_there_twice_is_found() {
        year(charter, 2027, "1", "1");
        year(charter, null, "1", "1");
        assertEquals(List.of("yearMissing", "yearTwice"), ids());
    }

    @Test
    void a_report_that_names_another_charter_or_none_is_found() {
        report(charter, "1000", "500", "500");
        assertEquals(List.of(), ids());
        charter.getVarianceReport().setCharter(Charters.charter());
        assertEquals(List.of("reportElsewhere"), ids());
        charter.getVarianceReport().setCharter(null);
        assertEquals(List.of("reportElsewhere"), ids());
    }

    @Test
    void a_breached_tolerance_is_found_and_drafts_an_escalation_once() {
        charter.setScheduleTolerance(7);
        assertEquals(List.of("tolerance.scheduleTolerance"), ids());
        assertEquals(Severity.ERROR, findings().get(0).severity());
        applyOnlyFix();
        Comment draft = charter.getComments().get(0);
        assertEquals(milestone, draft.getSubject());
        assertEquals(jonas, draft.getAuthor());
        assertTrue(draft.getText().startsWith("Escalation: CHR-001 Charter\nTo Ines, from Jonas\n"));
        assertEquals(Severity.WARNING, findings().get(0).severity());
        assertEquals(List.of(), findings().get(0).fixes());
        draft.setState(CommentState.RESOLVED);
        assertEquals(Severity.ERROR, findings().get(0).severity());
        domain.getCommandStack().undo();
        assertEquals(List.of(), charter.getComments());
    }

    @Test
    void a_slip_within_tolerance_is_no_finding() {
        charter.setScheduleTolerance(14);
        assertEquals(List.of(), ids());
    }

    @Test
    void a_breached_cost_tolerance_is_found_on_its_field() {
        charter.setCostTolerance(new BigDecimal("0.1"));
        report(charter, "1000", "500", "600");
        assertEquals(List.of("tolerance.costTolerance"), ids());
        assertEquals(Literals.CHARTER__COST_TOLERANCE, findings().get(0).feature());
    }
}
