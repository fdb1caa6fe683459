package org.chartroom.change.internal;

import static org.chartroom.model.change.ChangePackage.Literals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.chartroom.change.Changes;
import org.chartroom.core.check.Finding;
import org.chartroom.core.check.Severity;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.model.change.CabVote;
import org.chartroom.model.change.Change;
import org.chartroom.model.change.ChangeClass;
import org.chartroom.model.change.ChangeFactory;
import org.chartroom.model.change.ChangeLog;
import org.chartroom.model.change.ChangeOutcome;
import org.chartroom.model.change.ChangeState;
import org.chartroom.testkit.DeclaredChecks;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.emf.edit.provider.ReflectiveItemProviderAdapterFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StateChecksTest {
    private static final String DAY = "2026-10-01";

    private final ChangeLog log = ChangeFactory.eINSTANCE.createChangeLog();
    private final AdapterFactoryEditingDomain domain = new AdapterFactoryEditingDomain(
            new ReflectiveItemProviderAdapterFactory(), new BasicCommandStack());

    private Change sound(ChangeClass changeClass, ChangeState state) {
        Change change = Changes.change(log, changeClass, state);
        Changes.plan(change, "2026-11-05T20:00:00Z", "2026-11-05T22:00:00Z", "record");
        change.setOutcome(ChangeOutcome.SUCCESSFUL);
        change.setActualFrom(Instant.parse("2026-11-05T20:00:00Z"));
        change.setActualTo(Instant.parse("2026-11-05T21:00:00Z"));
        Changes.vote(change, CabVote.APPROVE, DAY);
        Changes.vote(change, CabVote.APPROVE, DAY);
        return change;
    }

    private List<Finding> findings() {
        return DeclaredChecks.of(Path.of("plugin.xml")).run(log, Evaluation.of(log)).stream()
                .filter(finding -> StateChecks.checks().containsKey(finding.checkId())).toList();
    }

    private List<String> ids() {
        return findings().stream().map(finding -> finding.checkId().substring("org.chartroom.change.".length()))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(ChangeState.class)
    void whatTheGuardsLetThroughIsFineInEveryState(ChangeState state) {
        sound(ChangeClass.NORMAL, state);
        assertEquals(List.of(), findings());
    }

    @ParameterizedTest
    @EnumSource(value = ChangeState.class, names = {"AUTHORISED", "SCHEDULED", "IMPLEMENTING", "IMPLEMENTED",
            "REVIEWED",
            "CLOSED"})
    void stateBeyondAuthorisedWithoutTheQuorumIsFoundOnTheDecisions(ChangeState state) {
        sound(ChangeClass.NORMAL, state).getDecisions().remove(1);
        assertEquals(List.of("notAuthorised"), ids());
        assertEquals(Literals.CHANGE__DECISIONS, findings().get(0).feature());
        assertEquals(Severity.ERROR, findings().get(0).severity());
    }

    @ParameterizedTest
    @EnumSource(value = ChangeState.class, names = {"DRAFT", "SUBMITTED", "ASSESSED", "REJECTED", "DEFERRED",
            "CANCELLED"})
    void stateBeforeAuthorisedNeedsNoVote(ChangeState state) {
        sound(ChangeClass.NORMAL, state).getDecisions().clear();
        assertEquals(List.of(), ids());
    }

    @Test
    void oneRejectIsFoundHoweverManyApprove() {
        Changes.vote(sound(ChangeClass.NORMAL, ChangeState.AUTHORISED), CabVote.REJECT, DAY);
        assertEquals(List.of("notAuthorised"), ids());
    }

    @Test
    void standardChangeNeedsNoVote() {
        sound(ChangeClass.STANDARD, ChangeState.CLOSED).getDecisions().clear();
        assertEquals(List.of(), ids());
    }

    @Test
    void emergencyMayRunAheadOfTheBoardUntilItIsClosed() {
        Set<ChangeState> found = EnumSet.noneOf(ChangeState.class);
        Change change = sound(ChangeClass.EMERGENCY, ChangeState.DRAFT);
        change.getDecisions().clear();
        for (ChangeState state : ChangeState.VALUES) {
            change.setState(state);
            if (!findings().isEmpty()) {
                found.add(state);
            }
        }
        assertEquals(EnumSet.of(ChangeState.AUTHORISED, ChangeState.SCHEDULED, ChangeState.CLOSED), found);
    }

    @Test
    void changesThatWereAuthorisedElsewhereAreOneInformation() {
        for (int i = 0; i < 3; i++) {
            Change change = sound(ChangeClass.NORMAL, ChangeState.AUTHORISED);
            change.getDecisions().clear();
            Changes.reached(change, ChangeState.AUTHORISED, "2026-10-01T00:00:00Z");
        }
        assertEquals(List.of("authorisedElsewhere"), ids());
        assertEquals(Severity.INFO, findings().get(0).severity());
        assertEquals(log, findings().get(0).element());

        Changes.vote(log.getChanges().get(0), CabVote.REJECT, DAY);

        assertEquals(List.of("notAuthorised", "authorisedElsewhere"), ids());
    }

    @Test
    void scheduledWithoutAPlannedWindowIsFound() {
        Change change = sound(ChangeClass.NORMAL, ChangeState.SCHEDULED);
        change.setPlannedTo(null);
        assertEquals(List.of("plannedWindowMissing"), ids());

        change.setState(ChangeState.AUTHORISED);

        assertEquals(List.of(), ids());
    }

    @ParameterizedTest
    @EnumSource(value = ChangeState.class, names = {"IMPLEMENTED", "REVIEWED", "CLOSED"})
    void implementedWithoutOutcomeAndWindowIsFoundOnBoth(ChangeState state) {
        Change change = sound(ChangeClass.NORMAL, state);
        change.setOutcome(ChangeOutcome.NONE);
        assertEquals(List.of("outcomeMissing"), ids());
        change.setActualTo(null);
        assertEquals(List.of("outcomeMissing", "actualWindowMissing"), ids());
    }

    @Test
    void classThatWasChangedOnTheWayIsFoundAndMadeWhatItWas() {
        Change change = sound(ChangeClass.NORMAL, ChangeState.SUBMITTED);
        Changes.reached(change, ChangeState.SUBMITTED, "2026-10-01T00:00:00Z");
        change.getTransitions().get(0).setChangeClass("normal");
        assertEquals(List.of(), ids());
        change.setChangeClass(ChangeClass.STANDARD);
        Finding finding = findings().get(0);
        assertEquals(Literals.CHANGE__CHANGE_CLASS, finding.feature());

        domain.getCommandStack().execute(finding.fixes().get(0).command().apply(domain));

        assertEquals(ChangeClass.NORMAL, change.getChangeClass());
        assertEquals(List.of(), ids());
    }
}
