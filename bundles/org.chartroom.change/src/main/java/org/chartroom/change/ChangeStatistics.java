package org.chartroom.change;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.chartroom.core.money.DatedMoney;
import org.chartroom.core.money.MoneySum;
import org.chartroom.core.money.Rates;
import org.chartroom.core.type.ValueTexts;
import org.chartroom.model.Currencies;
import org.chartroom.model.change.Change;
import org.chartroom.model.change.ChangeClass;
import org.chartroom.model.change.ChangeLog;
import org.chartroom.model.change.ChangeOutcome;
import org.chartroom.model.change.ChangeState;
import org.chartroom.model.charter.ApprovedChanges;
import org.chartroom.model.charter.Deliverable;

/** What follows from the changes of a log. Shares have 4 decimal places, days 2, rounded half up. */
public final class ChangeStatistics {
    private static final int SHARE_DIGITS = 4;
    private static final int DAY_DIGITS = 2;
    private static final BigDecimal SECONDS_PER_DAY = BigDecimal.valueOf(86_400);
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal NINE_TENTHS = new BigDecimal("0.9");
    private static final Set<ChangeState> OPEN = EnumSet.of(ChangeState.DRAFT, ChangeState.SUBMITTED,
            ChangeState.ASSESSED, ChangeState.AUTHORISED, ChangeState.SCHEDULED, ChangeState.IMPLEMENTING);

    private ChangeStatistics() {
    }

    /**
     * Two changes that get into each other's way.
     *
     * @param first the one that starts first
     * @param second the other one
     * @param shared what both affect
     */
    public record Collision(Change first, Change second, Set<String> shared) {
    }

    /**
     * @param change a change
     * @return whether it is neither implemented nor ended otherwise
     */
    public static boolean isOpen(Change change) {
        return OPEN.contains(change.getState());
    }

    /**
     * @param changes changes
     * @return successful changes / changes with an outcome; empty when none has one
     */
    public static Optional<BigDecimal> successRate(Collection<Change> changes) {
        long known = changes.stream().filter(change -> change.getOutcome() != ChangeOutcome.NONE).count();
        long good = changes.stream().filter(change -> change.getOutcome() == ChangeOutcome.SUCCESSFUL).count();
        return share(good, known);
    }

    /**
     * @param changes changes
     * @return emergency changes / all changes that came beyond draft; empty when there is none. A draft that was
     *         cancelled never did
     */
    public static Optional<BigDecimal> emergencyShare(Collection<Change> changes) {
        List<Change> begun = changes.stream().filter(ChangeStatistics::isBegun).toList();
        return share(begun.stream().filter(change -> change.getChangeClass() == ChangeClass.EMERGENCY).count(),
                begun.size());
    }

    /**
     * @param change a change
     * @return whether it came beyond draft
     */
    public static boolean isBegun(Change change) {
        boolean draftOnly = change.getState() == ChangeState.CANCELLED && !change.getTransitions().isEmpty()
                && change.getTransitions().stream().allMatch(step -> step.getFromState() == ChangeState.DRAFT
                        && step.getToState() == ChangeState.CANCELLED);
        return change.getState() != ChangeState.DRAFT && !draftOnly;
    }

    private static Optional<BigDecimal> share(long part, long all) {
        return all == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(part).divide(BigDecimal.valueOf(all), SHARE_DIGITS,
                        RoundingMode.HALF_UP));
    }

    /**
     * @param change a change
     * @return days from the first time it was submitted to the first time it was implemented; empty unless it was both,
     *         in this order
     */
    public static Optional<BigDecimal> leadTime(Change change) {
        return leadSeconds(change).map(seconds -> days(BigDecimal.valueOf(seconds)));
    }

    private static Optional<Long> leadSeconds(Change change) {
        Optional<Instant> submitted = ChangeProcess.reached(change, ChangeState.SUBMITTED);
        Optional<Instant> implemented = ChangeProcess.reached(change, ChangeState.IMPLEMENTED);
        return submitted.flatMap(from -> implemented.filter(to -> !to.isBefore(from))
                .map(to -> Duration.between(from, to).toSeconds()));
    }

    private static BigDecimal days(BigDecimal seconds) {
        return seconds.divide(SECONDS_PER_DAY, DAY_DIGITS, RoundingMode.HALF_UP);
    }

    private static List<Long> leadTimes(Collection<Change> changes) {
        return changes.stream().map(ChangeStatistics::leadSeconds).flatMap(Optional::stream).sorted().toList();
    }

    /**
     * @param changes changes
     * @return median of the lead times: the middle one, or the mean of the two in the middle, rounded once; empty when
     *         there is none
     */
    public static Optional<BigDecimal> leadTimeMedian(Collection<Change> changes) {
        List<Long> seconds = leadTimes(changes);
        if (seconds.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal both = BigDecimal.valueOf(seconds.get((seconds.size() - 1) / 2))
                .add(BigDecimal.valueOf(seconds.get(seconds.size() / 2)));
        return Optional.of(days(both.multiply(HALF)));
    }

    /**
     * @param changes changes
     * @return the 90th percentile of the lead times by nearest rank, the ceil(0.9 x n)-th in rising order (Hyndman and Fan,
     *         Sample Quantiles in Statistical Packages, 1996, definition 1); empty when there is none
     */
    public static Optional<BigDecimal> leadTimeP90(Collection<Change> changes) {
        List<Long> seconds = leadTimes(changes);
        int rank = NINE_TENTHS.multiply(BigDecimal.valueOf(seconds.size())).setScale(0, RoundingMode.CEILING)
                .intValueExact();
        return seconds.isEmpty()
                ? Optional.empty()
                : Optional.of(days(BigDecimal.valueOf(seconds.get(rank - 1))));
    }

    /**
     * @param change a change
     * @param now the time
     * @return whether it is open and its planned window has passed
     */
    public static boolean isOverdue(Change change, Instant now) {
        return isOpen(change) && change.getPlannedTo() != null && change.getPlannedTo().isBefore(now);
    }

    /**
     * Open changes whose planned windows overlap on a service or deliverable that both affect. A window ends before its
     * end, so that one may begin when another ends. A deliverable of a charter is the same only as itself, whatever it is
     * called; names are compared without case, also with titles of deliverables that the other change refers to.
     *
     * @param changes changes
     * @return each pair once, in the order of their windows
     */
    public static List<Collision> collisions(Collection<Change> changes) {
        List<Change> planned = changes.stream().filter(ChangeStatistics::isOpen)
                .filter(ChangeProcess::hasPlannedWindow).sorted(Comparator.comparing(Change::getPlannedFrom)).toList();
        List<Collision> collisions = new ArrayList<>();
        Map<Change, Affected> affected = new LinkedHashMap<>();
        planned.forEach(change -> affected.put(change, Affected.of(change)));
        for (int i = 0; i < planned.size(); i++) {
            Change first = planned.get(i);
            for (int j = i + 1; j < planned.size()
                    && planned.get(j).getPlannedFrom().isBefore(first.getPlannedTo()); j++) {
                Set<String> shared = affected.get(first).shared(affected.get(planned.get(j)));
                if (!shared.isEmpty()) {
                    collisions.add(new Collision(first, planned.get(j), shared));
                }
            }
        }
        return collisions;
    }

    /** What a change affects: names in lower case, and deliverables by their title in lower case. */
    private record Affected(Set<String> names, Map<Deliverable, String> deliverables) {
        static Affected of(Change change) {
            Set<String> names = new HashSet<>();
            Stream.concat(change.getServices().stream(), change.getDeliverables().stream()).map(Affected::normal)
                    .filter(name -> !name.isEmpty()).forEach(names::add);
            Map<Deliverable, String> deliverables = new LinkedHashMap<>();
            // What was deleted is a finding of its own.
            change.getAffectedDeliverables().stream().filter(deliverable -> !deliverable.eIsProxy())
                    .forEach(deliverable -> deliverables.put(deliverable,
                            normal(Objects.requireNonNullElse(deliverable.getTitle(), ""))));
            return new Affected(names, deliverables);
        }

        private static String normal(String name) {
            return name.strip().toLowerCase(Locale.ROOT);
        }

        Set<String> shared(Affected other) {
            Set<String> shared = new HashSet<>(names);
            shared.retainAll(other.names);
            addNamed(other, shared);
            other.addNamed(this, shared);
            deliverables.keySet().stream().filter(other.deliverables::containsKey).map(ValueTexts::name)
                    .forEach(shared::add);
            return shared;
        }

        private void addNamed(Affected other, Set<String> shared) {
            deliverables.values().stream().filter(other.names::contains).forEach(shared::add);
        }
    }

    /**
     * @param change a change
     * @return whether what it costs counts: it was authorised, or follows a template and is scheduled, and did not end
     *         before it was implemented
     */
    public static boolean isApproved(Change change) {
        return ApprovedChanges.isApproved(change);
    }

    /**
     * Adds up the cost of approved changes: in their currency where all are in one, else in that of the log, each by the
     * exchange rate of the day it was approved, of today where that is not recorded.
     *
     * @param log a change log
     * @param today the day of today
     * @return the sum; empty without a cost, or when the log has no currency to convert to
     */
    public static Optional<MoneySum> approvedCost(ChangeLog log, LocalDate today) {
        List<DatedMoney> costs = log.getChanges().stream()
                .filter(change -> isApproved(change) && change.getCostImpact() != null)
                .map(change -> new DatedMoney(change.getCostImpact(),
                        ApprovedChanges.approvedOn(change).orElse(today)))
                .toList();
        List<Currency> currencies = costs.stream().map(cost -> cost.money().currency()).distinct().toList();
        if (currencies.size() <= 1) {
            return currencies.stream().findFirst().map(currency -> Rates.none().sum(costs, currency));
        }
        return Currencies.find(log.getCurrency()).map(currency -> Rates.around(log).sum(costs, currency));
    }

    /**
     * @param changes changes
     * @return sum of the days of the approved ones
     */
    public static int approvedDays(Collection<Change> changes) {
        return changes.stream().filter(ChangeStatistics::isApproved).map(Change::getScheduleImpact)
                .filter(days -> days != null).mapToInt(Integer::intValue).sum();
    }
}
