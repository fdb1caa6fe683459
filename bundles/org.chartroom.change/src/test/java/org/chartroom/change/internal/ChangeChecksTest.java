package org.chartroom.change.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.chartroom.change.Changes;
import org.chartroom.core.check.Finding;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.model.Money;
import org.chartroom.model.Person;
import org.chartroom.model.change.CabVote;
import org.chartroom.model.change.Change;
import org.chartroom.model.change.ChangeClass;
import org.chartroom.model.change.ChangeFactory;
import org.chartroom.model.change.ChangeLog;
import org.chartroom.model.change.ChangeOutcome;
import org.chartroom.model.change.ChangePackage;
import org.chartroom.model.change.ChangeState;
import org.chartroom.model.derived.DerivedFeatures;
import org.chartroom.model.derived.FeatureCalculator;
import org.chartroom.testkit.DeclaredChecks;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.emf.edit.provider.ReflectiveItemProviderAdapterFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeChecksTest {
    /** A Monday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    private final FeatureCalculator calculator = (owner, feature) -> new ChangeCalculator().value(owner,
            feature, Evaluation.on(owner, TODAY));
    private final AdapterFactoryEditingDomain domain = new AdapterFactoryEditingDomain(
            new ReflectiveItemProviderAdapterFactory(), new BasicCommandStack());
    private final ChangeLog log = ChangeFactory.eINSTANCE.createChangeLog();

    @BeforeEach
    void register() {
        DerivedFeatures.register(ChangePackage.eNS_URI, calculator);
    }

    @AfterEach
    void takeTheCalculatorBack() {
        DerivedFeatures.unregister(ChangePackage.eNS_URI, calculator);
    }

    private Change scheduled(String from, String to) {
        Change change = Changes.change(log, ChangeClass.NORMAL, ChangeState.SCHEDULED);
        change.setBackoutPlan("Switch back.");
        Changes.plan(change, from, to, "record");
        authorise(change);
        return change;
    }

    private static void authorise(Change change) {
        Changes.vote(change, CabVote.APPROVE, "2026-10-01");
        Changes.vote(change, CabVote.APPROVE, "2026-10-01");
    }

    private Change implemented(ChangeClass changeClass, ChangeState state) {
        Change change = Changes.change(log, changeClass, state);
        change.setOutcome(ChangeOutcome.SUCCESSFUL);
        change.setActualFrom(Instant.parse("2026-10-28T12:00:00Z"));
        change.setActualTo(Instant.parse("2026-10-28T13:00:00Z"));
        return change;
    }

    @Test
    void approvedCostWithoutAnExchangeRateIsFound() {
        Changes.change(log, ChangeClass.NORMAL, ChangeState.CANCELLED).setCostImpact(Money.valueOf("1 CHF"));
        Change first = scheduled("2026-11-05T20:00:00Z", "2026-11-05T22:00:00Z");
        Change second = scheduled("2026-11-06T20:00:00Z", "2026-11-06T22:00:00Z");
        first.setCostImpact(Money.valueOf("100 EUR"));
        assertEquals(List.of(), ids());
        second.setCostImpact(Money.valueOf("100 USD"));
        assertEquals(List.of("rateMissing"), ids());
    }

    @Test
    void soundChangeHasNoFinding() {
        scheduled("2026-11-05T20:00:00Z", "2026-11-05T22:00:00Z");

        assertEquals(List.of(), ids());
    }

    @Test
    void collisionIsFoundAndTheLaterChangeMovedBehindTheEarlier() {
        scheduled("2026-11-05T20:00:00Z", "2026-11-05T22:00:00Z");
        Change later = scheduled("2026-11-05T21:00:00Z", "2026-11-05T21:30:00Z");
        assertEquals(List.of("collision"), ids());

        applyOnlyFix();

        assertEquals(Instant.parse("2026-11-05T22:00:00Z"), later.getPlannedFrom());
        assertEquals(Instant.parse("2026-11-05T22:30:00Z"), later.getPlannedTo());
        assertEquals(List.of(), ids());
    }

    @Test
    void scheduledChangeWithoutBackoutPlanIsFoundAndADraftIsNot() {
        Change change = scheduled("2026-11-05T20:00:00Z", "2026-11-05T22:00:00Z");
        change.setBackoutPlan("");
        assertEquals(List.of("backoutMissing"), ids());

        change.setState(ChangeState.DRAFT);

        assertEquals(List.of(), ids());
    }

    @Test
    void scheduledStandardChangeWithoutTemplateIsFound() {
        Change change = scheduled("2026-11-05T20:00:00Z", "2026-11-05T22:00:00Z");
        change.setChangeClass(ChangeClass.STANDARD);
        assertEquals(List.of("templateMissing"), ids());

        change.setTemplate(ChangeFactory.eINSTANCE.createChangeTemplate());
        change.getTemplate().setApprovedOn(TODAY);

        assertEquals(List.of(), ids());
    }

    @Test
    void emergencyIsInTimeOnTheThirdWorkingDayAndLateAfterIt() {
        Change change = implemented(ChangeClass.EMERGENCY, ChangeState.IMPLEMENTED);
        // A Wednesday: Thursday, Friday and Monday are the three working days.
        Changes.reached(change, ChangeState.IMPLEMENTING, "2026-10-28T12:00:00Z");
        assertEquals(List.of(), ids());
        assertEquals(List.of("emergencyLate"), ids(TODAY.plusDays(1)));

        Changes.vote(change, CabVote.APPROVE, "2026-10-29");
        Changes.vote(change, CabVote.APPROVE, "2026-11-02");

        assertEquals(List.of(), ids(TODAY.plusDays(30)));
    }

    @Test
    void emergencyAuthorisedTooLateStaysAFinding() {
        Change change = implemented(ChangeClass.EMERGENCY, ChangeState.CLOSED);
        Changes.reached(change, ChangeState.IMPLEMENTING, "2026-10-28T12:00:00Z");
        Changes.vote(change, CabVote.APPROVE, "2026-10-29");
        Changes.vote(change, CabVote.APPROVE, "2026-11-03");

        assertEquals(List.of("emergencyLate"), ids());
    }

    @Test
    void emergencyIsNotAuthorisedByOneMemberWhoApprovesTwice() {
        Change change = implemented(ChangeClass.EMERGENCY, ChangeState.IMPLEMENTED);
        Changes.reached(change, ChangeState.IMPLEMENTING, "2026-10-28T12:00:00Z");
        Person member = Changes.vote(change, CabVote.APPROVE, "2026-10-29");
        Changes.vote(change, member, CabVote.APPROVE, "2026-10-29");
        Changes.vote(change, CabVote.APPROVE, "2026-11-06");

        assertEquals(List.of("emergencyLate"), ids());
    }

    @Test
    void emergencyThatSomebodyRejectsIsNotAuthorised() {
        Change change = implemented(ChangeClass.EMERGENCY, ChangeState.IMPLEMENTED);
        Changes.reached(change, ChangeState.IMPLEMENTING, "2026-10-28T12:00:00Z");
        Changes.vote(change, CabVote.APPROVE, "2026-10-29");
        Changes.vote(change, CabVote.APPROVE, "2026-10-29");
        Changes.vote(change, CabVote.REJECT, "2026-10-30");

        assertEquals(List.of("emergencyLate"), ids(TODAY.plusDays(1)));
    }

    @Test
    void importedEmergencyCountsFromItsActualStart() {
        Change change = implemented(ChangeClass.EMERGENCY, ChangeState.CLOSED);
        Changes.vote(change, CabVote.APPROVE, "2026-10-29");
        assertEquals(List.of("notAuthorised"), ids());

        assertEquals(List.of("emergencyLate", "notAuthorised"), ids(TODAY.plusDays(1)));
    }

    @Test
    void outcomeWithoutActualWindowIsFoundAndWithOneIsNot() {
        Change change = Changes.change(log, ChangeClass.NORMAL, ChangeState.IMPLEMENTED);
        authorise(change);
        change.setOutcome(ChangeOutcome.FAILED);
        assertEquals(List.of("outcomeWithoutWindow"), ids());

        change.setActualFrom(Instant.EPOCH);
        change.setActualTo(Instant.EPOCH);

        assertEquals(List.of(), ids());
    }

    @Test
    void windowThatEndsBeforeItBeginsIsFound() {
        scheduled("2026-11-05T22:00:00Z", "2026-11-05T20:00:00Z");

        assertEquals(List.of("windowOrder"), ids());
    }

    @Test
    void windowThatHasPassedIsFound() {
        Change change = scheduled("2026-10-05T20:00:00Z", "2026-10-05T22:00:00Z");
        assertEquals(List.of("overdue"), ids());
        assertEquals(1, log.getOverdue());

        change.setState(ChangeState.CANCELLED);

        assertEquals(List.of(), ids());
    }

    @Test
    void figuresOfTheLogAreComputed() {
        assertNull(log.getSuccessRate());
        assertNull(log.getApprovedCost());
        Change change = scheduled("2026-11-05T20:00:00Z", "2026-11-05T22:00:00Z");
        change.setOutcome(ChangeOutcome.SUCCESSFUL);
        change.setScheduleImpact(3);

        assertEquals(new BigDecimal("1.0000"), log.getSuccessRate());
        assertEquals(3, log.getApprovedDays());
        assertEquals(0, log.getCollisions());
    }

    private List<String> ids() {
        return ids(TODAY);
    }

    private List<String> ids(LocalDate today) {
        return findings(today).stream().map(finding -> finding.checkId().substring("org.chartroom.change.".length()))
                .toList();
    }

    private List<Finding> findings(LocalDate today) {
        return DeclaredChecks.of(Path.of("plugin.xml")).run(log, Evaluation.on(log, today));
    }

    private void applyOnlyFix() {
        domain.getCommandStack().execute(findings(TODAY).get(0).fixes().get(0).command().apply(domain));
    }
}
