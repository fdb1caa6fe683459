package org.chartroom.change;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.chartroom.model.ModelFactory;
import org.chartroom.model.Person;
import org.chartroom.model.change.CabDecision;
import org.chartroom.model.change.CabVote;
import org.chartroom.model.change.Change;
import org.chartroom.model.change.ChangeClass;
import org.chartroom.model.change.ChangeFactory;
import org.chartroom.model.change.ChangeLog;
import org.chartroom.model.change.ChangeState;
import org.chartroom.model.change.ChangeTransition;

/** Makes changes for tests. */
public final class Changes {
    private Changes() {
    }

    /**
     * @param log where it goes
     * @param changeClass its class
     * @param state its state
     * @return a change without anything else
     */
    public static Change change(ChangeLog log, ChangeClass changeClass, ChangeState state) {
        Change change = ChangeFactory.eINSTANCE.createChange();
        change.setId(UUID.randomUUID().toString());
        change.setKey("C-" + (log.getChanges().size() + 1));
        change.setChangeClass(changeClass);
        change.setState(state);
        log.getChanges().add(change);
        return change;
    }

    /**
     * @param change the change
     * @param vote the vote of a new member
     * @param day when it was given, ISO-8601
     * @return the member
     */
    public static Person vote(Change change, CabVote vote, String day) {
        Person member = ModelFactory.eINSTANCE.createPerson();
        vote(change, member, vote, day);
        return member;
    }

    /**
     * @param change the change
     * @param member who votes
     * @param vote the vote
     * @param day when it was given, ISO-8601
     */
    public static void vote(Change change, Person member, CabVote vote, String day) {
        CabDecision decision = ChangeFactory.eINSTANCE.createCabDecision();
        decision.setId(UUID.randomUUID().toString());
        decision.setPerson(member);
        decision.setVote(vote);
        decision.setDecidedOn(LocalDate.parse(day));
        change.getDecisions().add(decision);
    }

    /**
     * @param change the change
     * @param from start of its planned window, ISO-8601
     * @param to its end
     * @param service what it affects
     */
    public static void plan(Change change, String from, String to, String service) {
        change.setPlannedFrom(Instant.parse(from));
        change.setPlannedTo(Instant.parse(to));
        change.getServices().add(service);
    }

    /**
     * @param change the change
     * @param to the state it came to
     * @param at when, ISO-8601
     */
    public static void reached(Change change, ChangeState to, String at) {
        ChangeTransition step = ChangeFactory.eINSTANCE.createChangeTransition();
        step.setId(UUID.randomUUID().toString());
        step.setToState(to);
        step.setAt(Instant.parse(at));
        change.getTransitions().add(step);
    }
}
