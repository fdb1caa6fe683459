package org.chartroom.charter;

import static org.chartroom.charter.Charters.change;
import static org.chartroom.charter.Charters.step;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.chartroom.model.Link;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.Subject;
import org.chartroom.model.change.CabDecision;
import org.chartroom.model.change.CabVote;
import org.chartroom.model.change.Change;
import org.chartroom.model.change.ChangeClass;
import org.chartroom.model.change.ChangeFactory;
import org.chartroom.model.change.ChangeState;
import org.chartroom.model.charter.ApprovedChanges;
import org.chartroom.model.charter.Charter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApprovedChangesTest {
    private final Charter charter = Charters.charter();

    private static void link(Change change, Subject target) {
        Link link = ModelFactory.eINSTANCE.createLink();
        link.setTarget(target);
        change.getLinks().add(link);
    }

    @ParameterizedTest
    @EnumSource(value = ChangeState.class, names = {"DRAFT", "SUBMITTED", "ASSESSED", "REJECTED", "DEFERRED",
            "CANCELLED"})
    void a_change_that_was_not_authorised_does_not_count(ChangeState state) {
        change(charter, "C-001", state, "1 EUR", 1);
        assertEquals(List.of(), ApprovedChanges.of(charter));
    }

    @ParameterizedTest
    @EnumSource(value = ChangeState.class, names = {"AUTHORISED", "SCHEDULED", "IMPLEMENTING", "IMPLEMENTED",
            "REVIEWED", "CLOSED"})
    void a_change_that_was_authorised_counts_from_then_on(ChangeState state) {
        Change change = change(charter, "C-001", state, "1 EUR", 1);
        assertEquals(List.of(change), ApprovedChanges.of(charter));
    }

    @Test
    void a_charter_without_a_log_has_no_changes() {
        assertEquals(List.of(), ApprovedChanges.of(charter));
    }

    @Test
    void a_change_that_is_linked_to_charters_counts_for_those_alone() {
        Change forAll = change(charter, "C-001", ChangeState.CLOSED, "1 EUR", 1);
        Change forThis = change(charter, "C-002", ChangeState.CLOSED, "1 EUR", 1);
        Change forAnother = change(charter, "C-003", ChangeState.CLOSED, "1 EUR", 1);
        Charter another = Charters.charter();
        another.setChangeLog(charter.getChangeLog());
        link(forThis, charter);
        link(forThis, forAll);
        link(forAnother, another);
        assertEquals(List.of(forAll, forThis), ApprovedChanges.of(charter));
        assertEquals(List.of(forAll, forAnother), ApprovedChanges.of(another));
    }

    @Test
    void it_was_approved_on_the_day_of_the_first_step_beyond_assessment() {
        Change change = change(charter, "C-001", ChangeState.CLOSED, "1 EUR", 1);
        assertEquals(Optional.empty(), ApprovedChanges.approvedOn(change));
        step(change, ChangeState.SUBMITTED, "2026-07-01T08:00:00Z");
        step(change, ChangeState.SCHEDULED, "2026-07-28T08:00:00Z");
        step(change, ChangeState.AUTHORISED, "2026-07-21T23:59:00Z");
        assertEquals(Optional.of(LocalDate.of(2026, 7, 21)), ApprovedChanges.approvedOn(change));
    }

    private static void approve(Change change, String day) {
        CabDecision decision = ChangeFactory.eINSTANCE.createCabDecision();
        decision.setPerson(ModelFactory.eINSTANCE.createPerson());
        decision.setVote(CabVote.APPROVE);
        decision.setDecidedOn(LocalDate.parse(day));
        change.getDecisions().add(decision);
    }

    @ParameterizedTest
    @EnumSource(value = ChangeState.class, names = {"IMPLEMENTING", "IMPLEMENTED", "REVIEWED"})
    void an_emergency_counts_only_once_the_board_has_authorised_it(ChangeState state) {
        Change change = change(charter, "C-001", state, "1 EUR", 1);
        change.setChangeClass(ChangeClass.EMERGENCY);
        step(change, ChangeState.IMPLEMENTING, "2026-07-01T08:00:00Z");
        assertEquals(List.of(), ApprovedChanges.of(charter));
        assertEquals(Optional.empty(), ApprovedChanges.approvedOn(change));

        approve(change, "2026-07-02");
        approve(change, "2026-07-03");

        assertEquals(List.of(change), ApprovedChanges.of(charter));
        assertEquals(Optional.of(LocalDate.of(2026, 7, 3)), ApprovedChanges.approvedOn(change));
    }

    @Test
    void the_step_to_authorised_counts_before_the_votes_and_only_since_the_change_was_last_a_draft() {
        Change change = change(charter, "C-001", ChangeState.IMPLEMENTED, "1 EUR", 1);
        change.setChangeClass(ChangeClass.EMERGENCY);
        approve(change, "2026-07-05");
        approve(change, "2026-07-06");
        assertEquals(Optional.of(LocalDate.of(2026, 7, 6)), ApprovedChanges.authorisedOn(change));

        step(change, ChangeState.AUTHORISED, "2026-07-02T08:00:00Z");
        assertEquals(Optional.of(LocalDate.of(2026, 7, 2)), ApprovedChanges.authorisedOn(change));

        step(change, ChangeState.DRAFT, "2026-07-04T08:00:00Z");
        assertEquals(Optional.of(LocalDate.of(2026, 7, 6)), ApprovedChanges.authorisedOn(change));
    }
}
