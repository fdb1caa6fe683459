package org.chartroom.change;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.chartroom.core.link.Backlink;
import org.chartroom.core.link.Links;
import org.chartroom.core.money.MoneySum;
import org.chartroom.core.money.Rates;
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
     * Adds what the proposed changes cost to the revised budget, by the exchange rates of a day: when they will be approved is
     * not known yet.
     *
     * @param today the day of today
     * @return the sum in the currency of the budget, and what has no rate and is not in it; empty without a revised budget
     */
    public Optional<MoneySum> proposedBudget(LocalDate today) {
        Money budget = charter.getRevisedBudget();
        if (budget == null) {
            return Optional.empty();
        }
        List<Money> amounts = Stream
                .concat(Stream.of(budget), proposed.stream().map(Change::getCostImpact).filter(Objects::nonNull))
                .toList();
        boolean plain = amounts.stream().allMatch(amount -> amount.currency().equals(budget.currency()));
        return Optional.of((plain ? Rates.none() : Rates.around(charter)).sum(amounts, budget.currency(), today));
    }

    /** @return the revised end with the days the proposed changes add; empty without a revised end */
    public Optional<LocalDate> proposedEnd() {
        int days = proposed.stream().map(Change::getScheduleImpact).filter(Objects::nonNull)
                .mapToInt(Integer::intValue).sum();
        return Optional.ofNullable(charter.getRevisedEnd()).map(end -> end.plusDays(days));
    }
}
