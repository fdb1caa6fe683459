package org.chartroom.change;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.chartroom.core.link.Backlink;
import org.chartroom.core.link.Links;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.model.Money;
import org.chartroom.model.change.Change;
import org.chartroom.model.change.ChangeLog;
import org.chartroom.model.change.ChangeState;
import org.chartroom.model.charter.ApprovedChanges;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.CharterPackage;

/**
 * What the changes of a log do to a charter that names it: the approved ones are in its revised budget and end, the
 * proposed ones would come on top.
 *
 * @param charter the charter
 * @param approved changes that count for it
 * @param proposed changes for it that wait for a decision
 */
public record CharterImpact(Charter charter, List<Change> approved, List<Change> proposed) {
    private static final Set<ChangeState> WAITING = EnumSet.of(ChangeState.SUBMITTED, ChangeState.ASSESSED,
            ChangeState.IMPLEMENTING, ChangeState.IMPLEMENTED, ChangeState.REVIEWED);

    /**
     * @param session the session of the log; charters are loaded in it
     * @param log a change log
     * @return the charters that name it
     */
    public static List<Charter> charters(EditSession session, ChangeLog log) {
        return Links.to(session, log, List.of(log)).stream()
                .filter(link -> link.feature() == CharterPackage.Literals.CHARTER__CHANGE_LOG).map(Backlink::source)
                .filter(Charter.class::isInstance).map(Charter.class::cast).toList();
    }

    /**
     * @param charter a charter that names a change log
     * @return what the changes of the log do to it
     */
    public static CharterImpact of(Charter charter) {
        ChangeLog log = charter.getChangeLog();
        // An emergency that runs ahead of the board waits for it as well.
        List<Change> proposed = log == null || log.eIsProxy()
                ? List.of()
                : log.getChanges().stream().filter(change -> WAITING.contains(change.getState()))
                        .filter(change -> !ApprovedChanges.isApproved(change))
                        .filter(change -> ApprovedChanges.isFor(change, charter)).toList();
        return new CharterImpact(charter, ApprovedChanges.of(charter), proposed);
    }

    /**
     * @return the revised budget with what the proposed changes cost; empty without a revised budget, and where a change
     *         costs another currency
     */
    public Optional<Money> proposedBudget() {
        Money budget = charter.getRevisedBudget();
        List<Money> costs = proposed.stream().map(Change::getCostImpact).filter(Objects::nonNull).toList();
        boolean same = budget != null && costs.stream().allMatch(cost -> cost.currency().equals(budget.currency()));
        return same ? Optional.of(costs.stream().reduce(budget, Money::plus)) : Optional.empty();
    }

    /** @return the revised end with the days the proposed changes add; empty without a revised end */
    public Optional<LocalDate> proposedEnd() {
        int days = proposed.stream().map(Change::getScheduleImpact).filter(Objects::nonNull)
                .mapToInt(Integer::intValue).sum();
        return Optional.ofNullable(charter.getRevisedEnd()).map(end -> end.plusDays(days));
    }
}
