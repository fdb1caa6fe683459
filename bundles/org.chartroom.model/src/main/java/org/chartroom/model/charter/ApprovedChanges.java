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
import org.chartroom.model.change.Change;
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

    private ApprovedChanges() {
    }

    /**
     * @param change a change
     * @return whether what it costs counts: it was authorised, or follows a template and is scheduled, and did not end
     *         before it was implemented
     */
    public static boolean isApproved(Change change) {
        return !BEFORE_AUTHORISED.contains(change.getState());
    }

    /**
     * @param change a change
     * @return the day (UTC) of its first step to a state that counts as approved; empty when no such step is recorded
     */
    public static Optional<LocalDate> approvedOn(Change change) {
        return change.getTransitions().stream()
                .filter(step -> !BEFORE_AUTHORISED.contains(step.getToState())).map(ChangeTransition::getAt)
                .filter(Objects::nonNull).min(Comparator.<Instant>naturalOrder())
                .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC));
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

    private static boolean isFor(Change change, Charter charter) {
        List<Subject> charters = change.getLinks().stream().map(Link::getTarget).filter(Charter.class::isInstance)
                .toList();
        return charters.isEmpty() || charters.contains(charter);
    }
}
