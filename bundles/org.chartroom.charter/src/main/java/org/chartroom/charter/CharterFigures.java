package org.chartroom.charter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.core.money.DatedMoney;
import org.chartroom.core.money.MoneySum;
import org.chartroom.core.money.Rates;
import org.chartroom.model.Currencies;
import org.chartroom.model.Money;
import org.chartroom.model.change.Change;
import org.chartroom.model.charter.ApprovedChanges;
import org.chartroom.model.charter.BudgetLine;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.Health;
import org.chartroom.model.charter.Milestone;
import org.chartroom.model.variance.Expenditure;
import org.chartroom.model.variance.VarianceReport;

/**
 * Budget and dates of a charter as they are now, with what its linked variance report and change log bring. Amounts in
 * several currencies are converted to that of the charter by the exchange rates of the directory: budget lines by that of
 * today, changes by that of the day they were approved, figures of the report by that of its status date. Where a rate is
 * missing a sum is refused: it is empty, and {@link #missingRates} says why.
 */
public final class CharterFigures {
    /** From this share of the budget on the spend band is amber. */
    public static final BigDecimal AMBER_FROM = new BigDecimal("0.80");

    private static final int SHARE_DIGITS = 4;
    private static final int USUAL_DIGITS = 2;

    private final Charter charter;

    private CharterFigures(Charter charter) {
        this.charter = charter;
    }

    /**
     * @param charter a charter
     * @return its figures
     */
    public static CharterFigures of(Charter charter) {
        return new CharterFigures(charter);
    }

    /** @return the currency of the charter; empty when its code is none */
    public Optional<Currency> currency() {
        return Currencies.find(charter.getCurrency());
    }

    /**
     * @param amount an amount in the currency of the charter
     * @return the money, rounded half up to the digits of the currency
     */
    public Optional<Money> money(BigDecimal amount) {
        return currency().map(currency -> Money.of(amount.setScale(digits(currency), RoundingMode.HALF_UP), currency));
    }

    private static int digits(Currency currency) {
        return currency.getDefaultFractionDigits() < 0 ? USUAL_DIGITS : currency.getDefaultFractionDigits();
    }

    /** @return sum of the budget lines; empty without an amount, and where a rate is missing */
    public Optional<Money> totalBudget() {
        return budget().flatMap(MoneySum::complete);
    }

    private Optional<MoneySum> budget() {
        List<DatedMoney> amounts = amounts(line -> true);
        return commonCurrency(amounts).or(() -> amounts.isEmpty() ? Optional.empty() : currency())
                .map(currency -> sum(amounts, currency));
    }

    private List<DatedMoney> amounts(Predicate<BudgetLine> counted) {
        return charter.getBudgetLines().stream().filter(counted).map(BudgetLine::getAmount).filter(Objects::nonNull)
                .map(amount -> new DatedMoney(amount, Evaluation.of(charter).today())).toList();
    }

    private static Optional<Currency> commonCurrency(List<DatedMoney> amounts) {
        List<Currency> currencies = amounts.stream().map(amount -> amount.money().currency()).distinct().toList();
        return currencies.size() == 1 ? Optional.of(currencies.get(0)) : Optional.empty();
    }

    /** The directory is only asked for where there is something to convert. */
    private MoneySum sum(List<DatedMoney> amounts, Currency currency) {
        boolean plain = amounts.stream().allMatch(amount -> amount.money().currency().equals(currency));
        return (plain ? Rates.none() : Rates.around(charter)).sum(amounts, currency);
    }

    private static Optional<BigDecimal> share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? Optional.empty()
                : Optional.of(part.divide(whole, SHARE_DIGITS, RoundingMode.HALF_UP));
    }

    /**
     * @param kind capital or operating expenditure
     * @return its part of the total budget, 4 decimal places, half up; empty when the total is
     */
    public Optional<BigDecimal> share(Expenditure kind) {
        return totalBudget().flatMap(total -> share(
                sum(amounts(line -> line.getExpenditure() == kind), total.currency()).total().amount(),
                total.amount()));
    }

    private Optional<VarianceReport> report() {
        return Optional.ofNullable(charter.getVarianceReport()).filter(report -> !report.eIsProxy());
    }

    /** The currency of the budget, or of the charter without a budget. */
    private Optional<Currency> ownCurrency() {
        return totalBudget().map(Money::currency).or(this::currency);
    }

    /** An amount of the report in the currency of the budget. */
    private Optional<Money> fromReport(BigDecimal amount, VarianceReport report) {
        return reported(amount, report).flatMap(MoneySum::complete);
    }

    private Optional<MoneySum> reported(BigDecimal amount, VarianceReport report) {
        LocalDate date = report.getStatusDate() == null ? Evaluation.of(charter).today() : report.getStatusDate();
        return amount == null
                ? Optional.empty()
                : ownCurrency().flatMap(own -> Currencies.find(report.getCurrency())
                        .map(currency -> sum(List.of(new DatedMoney(Money.of(amount, currency), date)), own)));
    }

    /** @return actual cost (AC) of the linked variance report; empty without one or without a rate */
    public Optional<Money> actualToDate() {
        return report().flatMap(report -> fromReport(report.getActualCost(), report));
    }

    /** @return estimate at completion (EAC) of the linked variance report; empty without one or without a rate */
    public Optional<Money> estimateAtCompletion() {
        return report().flatMap(report -> fromReport(report.getEstimateAtCompletion(), report));
    }

    /** @return total budget - actual to date; below zero more was spent than there was */
    public Optional<Money> remaining() {
        return totalBudget().flatMap(total -> actualToDate()
                .map(actual -> Money.of(total.amount().subtract(actual.amount()), total.currency())));
    }

    /** @return actual to date / total budget, 4 decimal places, half up; empty without a budget */
    public Optional<BigDecimal> spent() {
        return totalBudget().flatMap(total -> actualToDate().flatMap(actual -> share(actual.amount(), total.amount())));
    }

    /** @return green while less than 80 % of the total budget is spent, amber from 80 to 100 %, red above */
    public Optional<Health> spendBand() {
        // Not by the rounded share: 100.001 % is more than there was.
        return totalBudget().filter(total -> total.amount().signum() > 0).flatMap(total -> actualToDate()
                .map(actual -> band(actual.amount(), total.amount())));
    }

    private static Health band(BigDecimal actual, BigDecimal total) {
        if (actual.compareTo(total) > 0) {
            return Health.RED;
        }
        return actual.compareTo(total.multiply(AMBER_FROM)) >= 0 ? Health.AMBER : Health.GREEN;
    }

    /** @return the approved changes that count for the charter, in the order of its change log */
    public List<Change> approvedChanges() {
        return ApprovedChanges.of(charter);
    }

    /**
     * @return what the approved changes add to the budget, in its currency; in their own where they have one and there is no
     *         rate; 0 without one, empty over different currencies without a rate
     */
    public Optional<Money> approvedCost() {
        List<DatedMoney> costs = approvedCosts();
        return ownCurrency().flatMap(own -> sum(costs, own).complete())
                .or(() -> commonCurrency(costs).map(currency -> sum(costs, currency).total()));
    }

    private List<DatedMoney> approvedCosts() {
        return approvedChanges().stream().filter(change -> change.getCostImpact() != null)
                .map(change -> new DatedMoney(change.getCostImpact(),
                        ApprovedChanges.approvedOn(change).orElseGet(LocalDate::now)))
                .toList();
    }

    /** @return one sentence for the user for each sum that is refused because of a rate; empty when there is none */
    public List<String> missingRates() {
        Optional<MoneySum> actual = report().flatMap(report -> reported(report.getActualCost(), report));
        return Stream.of(budget(), ownCurrency().map(own -> sum(approvedCosts(), own)), actual)
                .flatMap(Optional::stream).map(MoneySum::warning).flatMap(Optional::stream).distinct().toList();
    }

    /** @return days the approved changes add to the end */
    public int approvedDays() {
        return approvedChanges().stream().map(Change::getScheduleImpact).filter(Objects::nonNull)
                .mapToInt(Integer::intValue).sum();
    }

    /** @return revised budget at completion: total budget + approved changes; empty where a rate is missing */
    public Optional<Money> revisedBudget() {
        return totalBudget().flatMap(total -> approvedCost()
                .filter(cost -> cost.currency().equals(total.currency())).map(total::plus));
    }

    /** @return planned end + approved days; empty without a planned end */
    public Optional<LocalDate> revisedEnd() {
        return Optional.ofNullable(charter.getPlannedEnd()).map(end -> end.plusDays(approvedDays()));
    }

    /** @return days from the revised end to the actual, or else the forecast one; above zero it is late */
    public Optional<Integer> endSlip() {
        LocalDate end = charter.getActualEnd() != null ? charter.getActualEnd() : charter.getForecastEnd();
        return revisedEnd().filter(revised -> end != null).map(revised -> days(revised, end));
    }

    /**
     * @param milestone a milestone
     * @return days from its baseline to its actual, or else its forecast date; above zero it is late
     */
    public static Optional<Integer> slip(Milestone milestone) {
        LocalDate reached = milestone.getActual() != null ? milestone.getActual() : milestone.getForecast();
        return milestone.getBaseline() == null || reached == null
                ? Optional.empty()
                : Optional.of(days(milestone.getBaseline(), reached));
    }

    private static int days(LocalDate from, LocalDate to) {
        return (int) ChronoUnit.DAYS.between(from, to);
    }

    /** @return the milestone that is latest against its baseline, the first of several */
    public Optional<Milestone> worstMilestone() {
        // max would give the last of several.
        return charter.getMilestones().stream().filter(milestone -> slip(milestone).isPresent())
                .min(Comparator.comparing(milestone -> -slip(milestone).orElseThrow()));
    }

    /** @return its slip in days */
    public Optional<Integer> worstSlip() {
        return worstMilestone().flatMap(CharterFigures::slip);
    }
}
