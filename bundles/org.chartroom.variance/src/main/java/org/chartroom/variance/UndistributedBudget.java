package org.chartroom.variance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.chartroom.core.money.DatedMoney;
import org.chartroom.core.money.Rates;
import org.chartroom.model.Currencies;
import org.chartroom.model.Money;
import org.chartroom.model.Subject;
import org.chartroom.model.change.Change;
import org.chartroom.model.charter.ApprovedChanges;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.variance.BudgetChange;
import org.chartroom.model.variance.VarianceFactory;
import org.chartroom.model.variance.VarianceLine;
import org.chartroom.model.variance.VariancePackage;
import org.chartroom.model.variance.VarianceReport;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.domain.EditingDomain;

/**
 * What approved changes of the charter's change log add to the budget beyond what was entered on lines already
 * (undistributed budget, ANSI/EIA-748). An approved change that a line names, by its reference or as its change, counts
 * there, so that none counts twice. An amount in another currency than that of the report is converted by the rate of the
 * day the change was approved, of the date asked for where that day is not recorded; without a rate it does not count.
 */
public final class UndistributedBudget {
    private UndistributedBudget() {
    }

    /**
     * An approved change and where its cost is counted.
     *
     * @param change the change
     * @param approvedOn the day it was approved; empty when that is not recorded, then it always counts
     * @param cost what it adds to the budget, in the currency of the report; below zero takes away
     * @param onLines what of it was entered on lines that count at the date
     */
    public record Share(Change change, Optional<LocalDate> approvedOn, BigDecimal cost, BigDecimal onLines) {
        /** @return what is on no line; 0 when the lines have as much or more */
        public BigDecimal open() {
            BigDecimal open = cost.subtract(onLines);
            return open.signum() == cost.signum() ? open : BigDecimal.ZERO;
        }
    }

    /**
     * @param report a report
     * @param date a date
     * @return the changes with a cost that were approved to the date, in the order of the change log; none without a
     *         charter
     */
    public static List<Share> shares(VarianceReport report, LocalDate date) {
        Charter charter = report.getCharter();
        if (charter == null || charter.eIsProxy()) {
            return List.of();
        }
        Map<Object, BigDecimal> onLines = onLines(report, date);
        Rates rates = Rates.around(report);
        return approved(charter, date).flatMap(change -> cost(change, report, date, rates)
                .map(cost -> new Share(change, ApprovedChanges.approvedOn(change), cost.amount(),
                        onLines.getOrDefault(change, BigDecimal.ZERO)
                                .add(onLines.getOrDefault(key(reference(change)), BigDecimal.ZERO))))
                .stream()).toList();
    }

    /**
     * @param report a report
     * @param date a date
     * @return the changes approved to the date whose cost can't be converted to the currency of the report, each with the
     *         sentence that says why, in the order of the change log
     */
    public static Map<Change, String> leftOut(VarianceReport report, LocalDate date) {
        Charter charter = report.getCharter();
        if (charter == null || charter.eIsProxy()) {
            return Map.of();
        }
        Rates rates = Rates.around(report);
        Map<Change, String> sentences = new LinkedHashMap<>();
        Currencies.find(report.getCurrency()).ifPresent(currency -> approved(charter, date)
                .filter(change -> cost(change, report, date, rates).isEmpty())
                .forEach(change -> sentences.put(change, rates.sum(List.of(dated(change, date)), currency)
                        .warning().orElseThrow())));
        return sentences;
    }

    private static Stream<Change> approved(Charter charter, LocalDate date) {
        return ApprovedChanges.of(charter).stream()
                .filter(change -> change.getCostImpact() != null && change.getCostImpact().amount().signum() != 0
                        && ApprovedChanges.approvedOn(change).filter(day -> day.isAfter(date)).isEmpty());
    }

    private static DatedMoney dated(Change change, LocalDate date) {
        return new DatedMoney(change.getCostImpact(), ApprovedChanges.approvedOn(change).orElse(date));
    }

    private static Optional<Money> cost(Change change, VarianceReport report, LocalDate date, Rates rates) {
        DatedMoney cost = dated(change, date);
        return Currencies.find(report.getCurrency())
                .flatMap(currency -> rates.find(cost.money(), currency, cost.date()));
    }

    /** What the lines have, by the change they name, or by its reference where they name none. */
    private static Map<Object, BigDecimal> onLines(VarianceReport report, LocalDate date) {
        Map<Object, BigDecimal> sums = new HashMap<>();
        for (VarianceLine line : report.getLines()) {
            for (BudgetChange entered : line.getChanges()) {
                Object named = entered.getChange() != null ? entered.getChange() : key(entered.getReference());
                if (isCounted(entered, date) && entered.getAmount() != null) {
                    sums.merge(named, entered.getAmount(), BigDecimal::add);
                }
            }
        }
        return sums;
    }

    private static String key(String reference) {
        return reference == null ? "" : reference.strip().toUpperCase(Locale.ROOT);
    }

    static boolean isCounted(BudgetChange entered, LocalDate date) {
        return entered.getApprovedOn() != null && !entered.getApprovedOn().isAfter(date);
    }

    /**
     * @param change a change
     * @return how reports refer to it: the keys of its log and its own, for example CHG-001/C-003
     */
    public static String reference(Change change) {
        String log = change.eContainer() instanceof Subject subject && subject.getKey() != null
                ? subject.getKey() + "/"
                : "";
        return log + change.getKey();
    }

    /**
     * @param share an approved change
     * @return whether something of it is on no line
     */
    public static boolean canBePut(Share share) {
        return share.open().signum() != 0;
    }

    /**
     * Puts what of an approved change is on no line on a line.
     *
     * @param domain the editing domain
     * @param share the change and where it is counted
     * @param line a line of the report
     * @param date the day it counts from where that of its approval is not recorded
     * @return the command
     */
    public static Command putOn(EditingDomain domain, Share share, VarianceLine line, LocalDate date) {
        Change change = share.change();
        BudgetChange entry = VarianceFactory.eINSTANCE.createBudgetChange();
        entry.setId(UUID.randomUUID().toString());
        entry.setChange(change);
        entry.setReference(reference(change));
        entry.setApprovedOn(share.approvedOn().orElse(date));
        entry.setAmount(share.open());
        // The days of a change that is on several lines are those of the first.
        entry.setDays(share.onLines().signum() == 0 ? change.getScheduleImpact() : null);
        entry.setNote(change.getTitle());
        return AddCommand.create(domain, line, VariancePackage.Literals.VARIANCE_LINE__CHANGES, entry);
    }
}
