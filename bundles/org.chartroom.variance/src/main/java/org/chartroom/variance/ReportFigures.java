package org.chartroom.variance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chartroom.model.Currencies;
import org.chartroom.model.variance.BudgetChange;
import org.chartroom.model.variance.LineFigure;
import org.chartroom.model.variance.ReportPeriod;
import org.chartroom.model.variance.VarianceLine;
import org.chartroom.model.variance.VarianceReport;
import org.eclipse.emf.ecore.EAttribute;

/**
 * The figures of a report's lines, subtotals and total at a date. A line with lines below it has their sum; its own
 * figures don't count then, its own approved changes do. Amounts are as exact as they were entered: they are rounded where
 * they are shown, so that the total of many lines is not off by the sum of their roundings.
 */
public final class ReportFigures {
    /** Decimal places of a part of an amount, which can have no end: enough that sums of thousands are right to a cent. */
    private static final int EXACT = 12;

    private final VarianceReport report;
    private final LocalDate date;
    private final List<ReportPeriod> periods;
    private final List<UndistributedBudget.Share> approvedChanges;
    private final Map<VarianceLine, List<VarianceLine>> children = new LinkedHashMap<>();
    private final List<VarianceLine> roots = new ArrayList<>();
    private final Map<VarianceLine, EarnedValue> values = new HashMap<>();
    private final Map<VarianceLine, List<BigDecimal>> plans = new HashMap<>();
    /** At the ends of the periods before the date, the latest first; made when asked for. */
    private List<ReportFigures> earlier;

    private ReportFigures(VarianceReport report, LocalDate date) {
        this.report = report;
        this.date = date;
        this.periods = report.getPeriods().stream().filter(ReportFigures::isDated)
                .sorted(Comparator.comparing(ReportPeriod::getStartsOn)).toList();
        this.approvedChanges = UndistributedBudget.shares(report, date);
        for (VarianceLine line : report.getLines()) {
            VarianceLine parent = parent(line);
            if (parent == null) {
                roots.add(line);
            } else {
                children.computeIfAbsent(parent, key -> new ArrayList<>()).add(line);
            }
        }
    }

    /**
     * @param report a report
     * @return its figures to its status date; to the end of its last period when it has none
     */
    public static ReportFigures of(VarianceReport report) {
        return FiguresCache.of(report);
    }

    /**
     * @param report a report
     * @param date the date
     * @return its figures to the date
     */
    public static ReportFigures at(VarianceReport report, LocalDate date) {
        return new ReportFigures(report, date);
    }

    /**
     * @param report a report
     * @return decimal places of its amounts
     */
    public static int digits(VarianceReport report) {
        try {
            return Currencies.digits(Currency.getInstance(String.valueOf(report.getCurrency())));
        } catch (IllegalArgumentException e) {
            // Not a currency: a check says so; the figures go on with what most currencies have.
            return 2;
        }
    }

    /** @return the report */
    public VarianceReport report() {
        return report;
    }

    /** @return the date of the figures */
    public LocalDate date() {
        return date;
    }

    /** @return whether the report has a status date, or a period whose end stands for it */
    public boolean isDated() {
        return report.getStatusDate() != null
                || report.getPeriods().stream().anyMatch(period -> period.getEndsOn() != null);
    }

    /** @return the periods that have both dates, the earliest first */
    public List<ReportPeriod> periods() {
        return periods;
    }

    /** @return the lines that are in no other line, in the order of the report */
    public List<VarianceLine> roots() {
        return List.copyOf(roots);
    }

    /**
     * @param line a line
     * @return the lines right below it, in the order of the report
     */
    public List<VarianceLine> children(VarianceLine line) {
        return List.copyOf(children.getOrDefault(line, List.of()));
    }

    /**
     * @param line a line
     * @return whether it sums up others
     */
    public boolean isSubtotal(VarianceLine line) {
        return children.containsKey(line);
    }

    /** @return the line this one is summed up in; null at the top, and for lines that are summed up in themselves */
    private VarianceLine parent(VarianceLine line) {
        VarianceLine above = line.getParent();
        for (int steps = 0; above != null && steps <= report.getLines().size(); steps++) {
            if (above == line || above.eContainer() != report) {
                return null;
            }
            above = above.getParent();
        }
        return line.getParent();
    }

    /** @return the figures of the whole report: the sum of its lines, and in BAC the undistributed budget */
    public EarnedValue total() {
        return roots.stream().map(this::line).reduce(EarnedValue.budget(undistributed()), EarnedValue::plus);
    }

    /** @return the approved changes of the charter's change log that count at the date, and where they are counted */
    public List<UndistributedBudget.Share> approvedChanges() {
        return approvedChanges;
    }

    /** @return the part of the approved changes that is on no line */
    public BigDecimal undistributed() {
        return approvedChanges.stream().map(UndistributedBudget.Share::open).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * @param line a line of the report
     * @return its figures, with those of the lines below it
     */
    public EarnedValue line(VarianceLine line) {
        EarnedValue known = values.get(line);
        if (known == null) {
            known = isSubtotal(line) ? subtotal(line) : own(line);
            values.put(line, known);
        }
        return known;
    }

    private EarnedValue subtotal(VarianceLine line) {
        EarnedValue sum = EarnedValue.budget(approved(line));
        for (VarianceLine child : children.get(line)) {
            sum = sum.plus(line(child));
        }
        return sum;
    }

    /**
     * @param line a line of the report
     * @return what it adds to the total beyond the lines below it; over all lines these add up to the total less the
     *         undistributed budget
     */
    public EarnedValue contribution(VarianceLine line) {
        EarnedValue rest = line(line);
        for (VarianceLine child : children.getOrDefault(line, List.of())) {
            rest = rest.minus(line(child));
        }
        return rest;
    }

    /**
     * @param line a line of the report
     * @return the figures it carries itself, whatever is below it
     */
    public EarnedValue own(VarianceLine line) {
        BigDecimal budget = approved(line);
        BigDecimal planned = BigDecimal.ZERO;
        BigDecimal earned = BigDecimal.ZERO;
        BigDecimal actual = BigDecimal.ZERO;
        BigDecimal forecast = BigDecimal.ZERO;
        boolean isActualKnown = false;
        LineFigure complete = null;
        for (LineFigure figure : line.getFigures()) {
            ReportPeriod period = figure.getPeriod();
            budget = budget.add(orZero(figure.getPlanned()));
            if (!isDated(period)) {
                continue;
            }
            if (!date.isBefore(period.getStartsOn())) {
                planned = planned.add(elapsed(period, orZero(figure.getPlanned())));
                actual = actual.add(orZero(figure.getActual()));
                isActualKnown |= figure.getActual() != null;
                boolean later = complete == null || isLater(period, complete.getPeriod());
                complete = figure.getPercentComplete() != null && later ? figure : complete;
            }
            if (period.getEndsOn().isAfter(date)) {
                forecast = forecast.add(orZero(figure.getForecast()));
            }
        }
        if (complete != null) {
            earned = complete.getPercentComplete().multiply(budget);
        }
        List<BigDecimal> after = earnedAfter(line, complete == null ? null : complete.getPeriod());
        earned = after.stream().reduce(earned, BigDecimal::add);
        return new EarnedValue(budget, planned, earned, actual, forecast, complete != null || !after.isEmpty(),
                isActualKnown);
    }

    private List<BigDecimal> earnedAfter(VarianceLine line, ReportPeriod counted) {
        return line.getFigures().stream()
                .filter(figure -> figure.getEarned() != null && isDated(figure.getPeriod())
                        && !date.isBefore(figure.getPeriod().getStartsOn())
                        && (counted == null || isLater(figure.getPeriod(), counted)))
                .map(LineFigure::getEarned).toList();
    }

    private static boolean isLater(ReportPeriod period, ReportPeriod than) {
        return period.getStartsOn().isAfter(than.getStartsOn());
    }

    private BigDecimal approved(VarianceLine line) {
        return line.getChanges().stream()
                .filter(change -> UndistributedBudget.isCounted(change, date))
                .map(BudgetChange::getAmount).map(ReportFigures::orZero).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The part of an amount that falls on the days to the date, both ends of the period counted. */
    private BigDecimal elapsed(ReportPeriod period, BigDecimal amount) {
        if (!period.getEndsOn().isAfter(date)) {
            return amount;
        }
        return amount.multiply(BigDecimal.valueOf(days(period.getStartsOn(), date)))
                .divide(BigDecimal.valueOf(days(period.getStartsOn(), period.getEndsOn())), EXACT,
                        RoundingMode.HALF_UP);
    }

    private static long days(LocalDate first, LocalDate last) {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    /**
     * @param line a line of the report
     * @param period a period
     * @param measure planned, earned, actual or forecast
     * @return the sum of it over the line or the lines below it; null when it is entered nowhere
     */
    public BigDecimal sum(VarianceLine line, ReportPeriod period, EAttribute measure) {
        BigDecimal sum = null;
        if (isSubtotal(line)) {
            for (VarianceLine child : children.get(line)) {
                sum = add(sum, sum(child, period, measure));
            }
            return sum;
        }
        for (LineFigure figure : line.getFigures()) {
            if (figure.getPeriod() == period) {
                sum = add(sum, (BigDecimal) figure.eGet(measure));
            }
        }
        return sum;
    }

    private static BigDecimal add(BigDecimal sum, BigDecimal amount) {
        return sum == null || amount == null ? sum == null ? amount : sum : sum.add(amount);
    }

    /**
     * @param line a line of the report; null for the whole report
     * @return what is planned for it in each period, the earliest first
     */
    public List<BigDecimal> planned(VarianceLine line) {
        if (line != null && !isSubtotal(line)) {
            return plans.computeIfAbsent(line, this::ownPlan);
        }
        List<BigDecimal> sum = new ArrayList<>(java.util.Collections.nCopies(periods.size(), BigDecimal.ZERO));
        for (VarianceLine child : line == null ? roots : children.get(line)) {
            List<BigDecimal> plan = planned(child);
            for (int i = 0; i < plan.size(); i++) {
                sum.set(i, sum.get(i).add(plan.get(i)));
            }
        }
        return sum;
    }

    private List<BigDecimal> ownPlan(VarianceLine line) {
        List<BigDecimal> plan = new ArrayList<>(java.util.Collections.nCopies(periods.size(), BigDecimal.ZERO));
        for (LineFigure figure : line.getFigures()) {
            int index = periods.indexOf(figure.getPeriod());
            if (index >= 0) {
                plan.set(index, plan.get(index).add(orZero(figure.getPlanned())));
            }
        }
        return plan;
    }

    /**
     * @param line a line of the report; null for the whole report
     * @return earned schedule in periods; empty when nothing was entered of what is earned, and before anything was to be
     *         done
     */
    public Optional<BigDecimal> earnedSchedule(VarianceLine line) {
        EarnedValue figures = of(line);
        boolean isBegun = figures.pv().signum() != 0 || figures.ev().signum() != 0;
        return figures.isEarnedKnown() && isBegun ? EarnedSchedule.of(planned(line), figures.ev()) : Optional.empty();
    }

    private EarnedValue of(VarianceLine line) {
        return line == null ? total() : line(line);
    }

    /**
     * @param line a line of the report; null for the whole report
     * @return SPI(t)
     */
    public Optional<BigDecimal> timeIndex(VarianceLine line) {
        return earnedSchedule(line).flatMap(schedule -> EarnedSchedule.timeIndex(schedule, actualTime(line)));
    }

    /**
     * @param line a line of the report; null for the whole report
     * @return AT of the line: of work that is finished it ends with the period in which that was (Walter Lipke, Earned
     *         Schedule, 2009), or the index would go on falling
     */
    public BigDecimal actualTime(VarianceLine line) {
        BigDecimal time = actualTime();
        if (isFinished(line)) {
            for (ReportFigures before : earlier()) {
                if (!before.isFinished(line)) {
                    break;
                }
                time = before.actualTime();
            }
        }
        return time;
    }

    private boolean isFinished(VarianceLine line) {
        EarnedValue figures = of(line);
        return figures.bac().signum() > 0 && figures.ev().compareTo(figures.bac()) >= 0;
    }

    private List<ReportFigures> earlier() {
        if (earlier == null) {
            earlier = periods.stream().map(ReportPeriod::getEndsOn).filter(end -> end.isBefore(date))
                    .sorted(Comparator.reverseOrder()).map(end -> at(report, end)).toList();
        }
        return earlier;
    }

    /** @return AT: periods that have passed, the one that is going on by its days, 4 decimal places */
    public BigDecimal actualTime() {
        BigDecimal time = BigDecimal.ZERO;
        for (ReportPeriod period : periods) {
            if (!period.getEndsOn().isAfter(date)) {
                time = time.add(BigDecimal.ONE);
            } else if (!date.isBefore(period.getStartsOn())) {
                time = time.add(BigDecimal.valueOf(days(period.getStartsOn(), date)).divide(
                        BigDecimal.valueOf(days(period.getStartsOn(), period.getEndsOn())), EarnedValue.RATIO_DIGITS,
                        RoundingMode.HALF_UP));
            }
        }
        return time;
    }

    private static boolean isDated(ReportPeriod period) {
        return period != null && period.getStartsOn() != null && period.getEndsOn() != null
                && !period.getEndsOn().isBefore(period.getStartsOn());
    }

    private static BigDecimal orZero(BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }
}
