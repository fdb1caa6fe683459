package org.chartroom.model.charter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.chartroom.model.Link;
import org.chartroom.model.Subject;
import org.chartroom.model.change.BoardVotes;
import org.chartroom.model.change.Change;
import org.chartroom.model.change.ChangeClass;
import org.chartroom.model.change.ChangeLog;
import org.chartroom.model.change.ChangeState;
import org.chartroom.model.change.ChangeTransition;

/**
 * Which changes count for a charter: the change log, the charter and the variance report that read it must never say
 * different things, so the rule stands here, where all three meet.
 */
public final class ApprovedChanges {
    private static final Set<ChangeState> BEFORE_AUTHORISED = EnumSet.of(ChangeState.DRAFT, ChangeState.SUBMITTED,
            ChangeState.ASSESSED, ChangeState.REJECTED, ChangeState.DEFERRED, ChangeState.CANCELLED);
    /** Where an emergency may be without the board's word. */
    private static final Set<ChangeState> AHEAD = EnumSet.of(ChangeState.IMPLEMENTING, ChangeState.IMPLEMENTED,
            ChangeState.REVIEWED);

    private ApprovedChanges() {
    }

    /**
     * @param change a change
     * @return whether what it costs counts: it was authorised, or follows a template and is scheduled, and did not end
     *         before it was implemented. An emergency that is implemented first counts from when the board has authorised it
     */
    public static boolean isApproved(Change change) {
        return !BEFORE_AUTHORISED.contains(change.getState()) && !isAheadOfTheBoard(change);
    }

    private static boolean isAheadOfTheBoard(Change change) {
        return change.getChangeClass() == ChangeClass.EMERGENCY && AHEAD.contains(change.getState())
                && authorisedOn(change).isEmpty();
    }

    /**
     * @param change a change
     * @return the day on which the board authorised it: that of the step to authorised since it was last a draft, or else the
     *         one on which the votes reached the quorum; empty when neither is recorded
     */
    public static Optional<LocalDate> authorisedOn(Change change) {
        Optional<Instant> draft = change.getTransitions().stream()
                .filter(step -> step.getToState() == ChangeState.DRAFT).map(ChangeTransition::getAt)
                .filter(Objects::nonNull).max(Comparator.naturalOrder());
        return change.getTransitions().stream().filter(step -> step.getToState() == ChangeState.AUTHORISED)
                .map(ChangeTransition::getAt).filter(Objects::nonNull)
                .filter(at -> draft.isEmpty() || !at.isBefore(draft.get())).min(Comparator.naturalOrder())
                .map(ApprovedChanges::day).or(() -> BoardVotes.authorisedOn(change));
    }

    /**
     * @param at when a step was taken
     * @return its day in UTC: figures and checks of one workspace must not depend on the zone of a machine
     */
    public static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /**
     * @param change a change
     * @return the day (UTC) of its first step to a state that counts as approved, of an emergency the day it was
     *         authorised; empty when no such day is recorded
     */
    public static Optional<LocalDate> approvedOn(Change change) {
        return change.getChangeClass() == ChangeClass.EMERGENCY
                ? authorisedOn(change)
                : firstStep(change, EnumSet.complementOf(EnumSet.copyOf(BEFORE_AUTHORISED)));
    }

    private static Optional<LocalDate> firstStep(Change change, Set<ChangeState> to) {
        return change.getTransitions().stream().filter(step -> to.contains(step.getToState()))
                .map(ChangeTransition::getAt).filter(Objects::nonNull).min(Comparator.<Instant>naturalOrder())
                .map(ApprovedChanges::day);
    }

    /**
     * @param charter a charter
     * @return the approved changes of its change log that are made for it, in the order of the log. A change that has
     *         typed links to charters is made for those alone, one that has none for every charter that names the log
     */
    public static List<Change> of(Charter charter) {
        ChangeLog log = charter.getChangeLog();
        if (log == null || log.eIsProxy()) {
            return List.of();
        }
        return log.getChanges().stream().filter(ApprovedChanges::isApproved)
                .filter(change -> isFor(change, charter)).toList();
    }

    /**
     * @param change a change of the log that the charter names
     * @param charter the charter
     * @return whether the change is made for it: it has typed links to charters and this is one of them, or it has none
     */
    public static boolean isFor(Change change, Charter charter) {
        List<Subject> charters = change.getLinks().stream().map(Link::getTarget).filter(Charter.class::isInstance)
                .toList();
        return charters.isEmpty() || charters.contains(charter);
    }
}
