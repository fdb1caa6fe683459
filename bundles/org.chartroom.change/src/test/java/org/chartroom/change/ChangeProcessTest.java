package org.chartroom.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.chartroom.change.ChangeProcess.Guard;
import org.chartroom.model.Person;
import org.chartroom.model.change.CabVote;
import org.chartroom.model.change.Change;
import org.chartroom.model.change.ChangeClass;
import org.chartroom.model.change.ChangeFactory;
import org.chartroom.model.change.ChangeLog;
import org.chartroom.model.change.ChangeOutcome;
import org.chartroom.model.change.ChangeState;
import org.chartroom.model.change.ChangeTemplate;
import org.chartroom.model.change.ChangeTransition;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.emf.edit.provider.ReflectiveItemProviderAdapterFactory;
import org.junit.jupiter.api.Test;

class ChangeProcessTest {
    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    private static final String DAY = "2026-11-01";

    private final ChangeLog log = ChangeFactory.eINSTANCE.createChangeLog();
    private final AdapterFactoryEditingDomain domain = new AdapterFactoryEditingDomain(
            new ReflectiveItemProviderAdapterFactory(), new BasicCommandStack());

    @Test
    void normalChangeGoesItsWholeWayAndEachStepIsRecorded() {
        Change change = Changes.change(log, ChangeClass.NORMAL, ChangeState.DRAFT);
        go(change, ChangeState.SUBMITTED);
        go(change, ChangeState.ASSESSED);
        Changes.vote(change, CabVote.APPROVE, DAY);
        Changes.vote(change, CabVote.APPROVE, DAY);
        go(change, ChangeState.AUTHORISED);
        change.setBackoutPlan("Restore the copy.");
        Changes.plan(change, "2026-11-05T20:00:00Z", "2026-11-05T22:00:00Z", "record");
        go(change, ChangeState.SCHEDULED);
        go(change, ChangeState.IMPLEMENTING);
        change.setActualFrom(NOW);
        change.setActualTo(NOW);
        change.setOutcome(ChangeOutcome.SUCCESSFUL);
        go(change, ChangeState.IMPLEMENTED);
        go(change, ChangeState.REVIEWED);
        go(change, ChangeState.CLOSED);

        assertEquals(8, change.getTransitions().size());
        ChangeTransition last = change.getTransitions().get(7);
        assertEquals(List.of(ChangeState.REVIEWED, ChangeState.CLOSED, "Marta", NOW, "because"),
                List.of(last.getFromState(), last.getToState(), last.getBy(), last.getAt(), last.getWhy()));
        assertEquals(Set.of(), ChangeProcess.next(change));
    }

    @Test
    void undoTakesStateAndRecordBack() {
        Change change = Changes.change(log, ChangeClass.NORMAL, ChangeState.DRAFT);
        go(change, ChangeState.SUBMITTED);
        domain.getCommandStack().undo();

        assertEquals(ChangeState.DRAFT, change.getState());
        assertTrue(change.getTransitions().isEmpty());
    }

    @Test
    void normalChangeNeedsTheQuorumAndNoReject() {
        Change change = Changes.change(log, ChangeClass.NORMAL, ChangeState.ASSESSED);
        assertEquals(List.of(Guard.QUORUM), guards(change, ChangeState.AUTHORISED));
        Changes.vote(change, CabVote.APPROVE, DAY);
        Changes.vote(change, CabVote.ABSTAIN, DAY);
        assertEquals(List.of(Guard.QUORUM), guards(change, ChangeState.AUTHORISED));
        Changes.vote(change, CabVote.APPROVE, DAY);
        assertEquals(List.of(), guards(change, ChangeState.AUTHORISED));
        Person against = Changes.vote(change, CabVote.REJECT, DAY);
        assertEquals(List.of(Guard.NO_REJECT), guards(change, ChangeState.AUTHORISED));

        Changes.vote(change, against, CabVote.APPROVE, DAY);

        assertEquals(List.of(), guards(change, ChangeState.AUTHORISED));
        assertEquals(3, ChangeProcess.approvals(change));
    }

    @Test
    void memberWhoApprovesTwiceCountsOnceAndNobodyCountsNever() {
        Change change = Changes.change(log, ChangeClass.NORMAL, ChangeState.ASSESSED);
        Person member = Changes.vote(change, CabVote.APPROVE, DAY);
        Changes.vote(change, member, CabVote.APPROVE, DAY);
        Changes.vote(change, null, CabVote.APPROVE, DAY);

        assertEquals(1, ChangeProcess.approvals(change));
        assertEquals(List.of(Guard.QUORUM), guards(change, ChangeState.AUTHORISED));
    }

    @Test
    void votesOfTheRoundBeforeARejectionDontCountInTheNext() {
        Change change = Changes.change(log, ChangeClass.NORMAL, ChangeState.SUBMITTED);
        Changes.vote(change, CabVote.APPROVE, "2026-10-01");
        Changes.vote(change, CabVote.REJECT, "2026-10-01");
        go(change, ChangeState.REJECTED);
        go(change, ChangeState.DRAFT);
        assertEquals(0, ChangeProcess.approvals(change));

        Changes.vote(change, CabVote.APPROVE, "2026-11-03");
        Changes.vote(change, CabVote.APPROVE, "2026-11-03");
        go(change, ChangeState.SUBMITTED);
        go(change, ChangeState.ASSESSED);

        assertEquals(List.of(), guards(change, ChangeState.AUTHORISED));
    }

    @Test
    void quorumIsASettingOfTheLog() {
        Change change = Changes.change(log, ChangeClass.NORMAL, ChangeState.ASSESSED);
        Changes.vote(change, CabVote.APPROVE, DAY);
        assertEquals(2, log.getQuorum());
        log.setQuorum(1);

        assertEquals(List.of(), guards(change, ChangeState.AUTHORISED));
    }

    @Test
    void standardChangeWithAnApprovedTemplateIsScheduledAtOnce() {
        Change change = Changes.change(log, ChangeClass.STANDARD, ChangeState.DRAFT);
        Changes.plan(change, "2026-11-05T20:00:00Z", "2026-11-05T22:00:00Z", "mail");
        assertEquals(List.of(Guard.TEMPLATE), guards(change, ChangeState.SCHEDULED));
        ChangeTemplate template = ChangeFactory.eINSTANCE.createChangeTemplate();
        change.setTemplate(template);
        assertEquals(List.of(Guard.TEMPLATE), guards(change, ChangeState.SCHEDULED));
        template.setApprovedOn(LocalDate.of(2026, 1, 1));

        assertEquals(List.of(), guards(change, ChangeState.SCHEDULED));
        assertEquals(List.of(Guard.WAY), guards(change, ChangeState.SUBMITTED));
    }

    @Test
    void classChangedOnTheWayIsRefusedUntilItIsSubmittedAnew() {
        Change change = Changes.change(log, ChangeClass.NORMAL, ChangeState.DRAFT);
        change.setBackoutPlan("Switch back.");
        go(change, ChangeState.SUBMITTED);
        assertEquals("normal", change.getTransitions().get(0).getChangeClass());
        change.setChangeClass(ChangeClass.EMERGENCY);
        assertEquals(Optional.of(ChangeClass.NORMAL), ChangeProcess.classBefore(change));
        assertEquals(List.of(Guard.CLASS), guards(change, ChangeState.IMPLEMENTING));

        go(change, ChangeState.DEFERRED);
        assertEquals(Optional.empty(), ChangeProcess.classBefore(change));
        go(change, ChangeState.SUBMITTED);

        assertEquals(List.of(), guards(change, ChangeState.IMPLEMENTING));
    }

    @Test
    void classOfStepsWithoutOneIsToldByTheWayTheyWent() {
        Change change = Changes.change(log, ChangeClass.STANDARD, ChangeState.SCHEDULED);
        Changes.reached(change, ChangeState.SCHEDULED, "2026-11-02T10:00:00Z");
        assertEquals(Optional.empty(), ChangeProcess.classBefore(change));

        change.setChangeClass(ChangeClass.NORMAL);

        assertEquals(Optional.of(ChangeClass.STANDARD), ChangeProcess.classBefore(change));
    }

    @Test
    void normalChangeIsNotScheduledFromDraft() {
        Change change = Changes.change(log, ChangeClass.NORMAL, ChangeState.DRAFT);

        assertEquals(List.of(Guard.WAY), guards(change, ChangeState.SCHEDULED));
        assertEquals(List.of(Guard.WAY), guards(change, ChangeState.IMPLEMENTING));
    }

    @Test
    void emergencyIsImplementedFirstAndClosedOnlyWhenAuthorised() {
        Change change = Changes.change(log, ChangeClass.EMERGENCY, ChangeState.DRAFT);
        go(change, ChangeState.IMPLEMENTING);
        change.setState(ChangeState.REVIEWED);
        assertEquals(List.of(Guard.QUORUM), guards(change, ChangeState.CLOSED));
        Changes.vote(change, CabVote.APPROVE, DAY);
        Changes.vote(change, CabVote.APPROVE, DAY);

        assertEquals(List.of(), guards(change, ChangeState.CLOSED));
    }

    @Test
    void schedulingNeedsABackoutPlanAndAWindow() {
        Change change = Changes.change(log, ChangeClass.EMERGENCY, ChangeState.AUTHORISED);
        change.setBackoutPlan(" ");
        Changes.plan(change, "2026-11-05T22:00:00Z", "2026-11-05T20:00:00Z", "mail");
        assertEquals(List.of(Guard.BACKOUT, Guard.PLANNED_WINDOW), guards(change, ChangeState.SCHEDULED));
        change.setBackoutPlan("Switch back.");
        change.setPlannedTo(Instant.parse("2026-11-06T20:00:00Z"));

        assertEquals(List.of(), guards(change, ChangeState.SCHEDULED));
    }

    @Test
    void implementedNeedsAnActualWindowAndAnOutcome() {
        Change change = Changes.change(log, ChangeClass.NORMAL, ChangeState.IMPLEMENTING);

        assertEquals(List.of(Guard.ACTUAL_WINDOW, Guard.OUTCOME), guards(change, ChangeState.IMPLEMENTED));
    }

    @Test
    void stepWithoutAReasonIsRefusedByName() {
        Change change = Changes.change(log, ChangeClass.NORMAL, ChangeState.DRAFT);
        assertEquals(Guard.REASON, ChangeProcess.refusals(change, ChangeState.SUBMITTED, " ").get(0).guard());

        IllegalStateException refused = assertThrows(IllegalStateException.class,
                () -> ChangeProcess.step(domain, change, ChangeState.AUTHORISED, "Marta", NOW, "because"));

        assertEquals("A change of class Normal does not go from Draft to Authorised.", refused.getMessage());
        assertEquals(ChangeState.DRAFT, change.getState());
    }

    @Property
    void stepIsTakenExactlyWhenNoGuardFails(@ForAll ChangeClass changeClass, @ForAll ChangeState from,
            @ForAll ChangeState to) {
        Change change = Changes.change(ChangeFactory.eINSTANCE.createChangeLog(), changeClass, from);
        boolean open = ChangeProcess.refusals(change, to, "because").isEmpty();

        if (open) {
            domain.getCommandStack().execute(ChangeProcess.step(domain, change, to, "Marta", NOW, "because"));
        } else {
            assertThrows(IllegalStateException.class,
                    () -> ChangeProcess.step(domain, change, to, "Marta", NOW, "because"));
        }
        assertEquals(open && from != to ? to : from, change.getState());
        assertFalse(open && from == to);
    }

    private void go(Change change, ChangeState to) {
        domain.getCommandStack().execute(ChangeProcess.step(domain, change, to, "Marta", NOW, "because"));
        assertEquals(to, change.getState());
    }

    private static List<Guard> guards(Change change, ChangeState to) {
        return ChangeProcess.refusals(change, to, "because").stream().map(ChangeProcess.Refusal::guard).toList();
    }
}
