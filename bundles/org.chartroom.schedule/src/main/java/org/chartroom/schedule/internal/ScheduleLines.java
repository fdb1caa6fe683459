package org.chartroom.schedule.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chartroom.core.type.ItemKeys;
import org.chartroom.core.type.Presentation;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.importing.ImportPlan.Entry;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.exchange.importing.ImportTotals;
import org.chartroom.model.variance.LineFigure;
import org.chartroom.model.variance.ReportPeriod;
import org.chartroom.model.variance.VarianceFactory;
import org.chartroom.model.variance.VarianceLine;
import org.chartroom.model.variance.VariancePackage;
import org.chartroom.model.variance.VarianceReport;
import org.chartroom.variance.PeriodPlan;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * Takes the tasks of a schedule that cost something, and the summary tasks above them, as lines of a report; used once. A
 * line is known again by its code in the work breakdown structure. What the file does not state stays as it is.
 */
final class ScheduleLines {
    private static final Map<EAttribute, Function<ScheduleTask, Optional<Spread>>> AMOUNTS = Map.of(
            VariancePackage.Literals.LINE_FIGURE__PLANNED, ScheduleTask::planned,
            VariancePackage.Literals.LINE_FIGURE__ACTUAL, ScheduleTask::actual,
            VariancePackage.Literals.LINE_FIGURE__EARNED, ScheduleTask::earned);

    private final Schedule schedule;
    private final VarianceReport report;
    private final Map<String, VarianceLine> lines = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    /** What changes of the line at hand. */
    private final Set<String> details = new LinkedHashSet<>();
    private boolean changed;

    ScheduleLines(Schedule schedule, VarianceReport report) {
        this.schedule = schedule;
        this.report = report;
    }

    List<Entry> entries() {
        return entries;
    }

    /** @return what was taken for granted, one sentence each */
    List<String> notes() {
        return notes;
    }

    /**
     * Adds the lines and changes those that are there.
     *
     * @return whether anything changed
     * @throws ImportException when the file does not fit the report; nothing is changed then
     */
    boolean run() {
        check();
        boolean isEmpty = report.getLines().isEmpty();
        if (isEmpty) {
            schedule.currency().ifPresent(
                    currency -> set(report, VariancePackage.Literals.VARIANCE_REPORT__CURRENCY, currency));
        }
        schedule.statusDate().ifPresent(
                day -> set(report, VariancePackage.Literals.VARIANCE_REPORT__STATUS_DATE, day));
        boolean any = changed;
        List<ScheduleTask> taken = taken();
        cover(taken);
        tellLeftOut(taken);
        any |= changed;
        report.getLines().forEach(line -> lines.putIfAbsent(Objects.requireNonNullElse(line.getCode(), ""), line));
        for (ScheduleTask task : taken) {
            changed = false;
            details.clear();
            boolean isNew = !lines.containsKey(task.code());
            VarianceLine line = lines.computeIfAbsent(task.code(), this::line);
            take(task, line);
            Outcome outcome = isNew ? Outcome.CREATED : changed ? Outcome.CHANGED : Outcome.UNCHANGED;
            entries.add(new Entry(outcome, task.row(), task.code() + " " + task.title(), "",
                    outcome == Outcome.CHANGED ? String.join("; ", details) : ""));
            any |= isNew || changed;
        }
        return any;
    }

    /** Milestones, and tasks without costs, are no lines. */
    private void tellLeftOut(List<ScheduleTask> taken) {
        List<ScheduleTask> left = schedule.tasks().stream().filter(task -> !task.summary() && !taken.contains(task))
                .toList();
        notes.addAll(ScheduleReader.said(Messages.milestonesLeftOut, names(left, true)));
        notes.addAll(ScheduleReader.said(Messages.tasksLeftOut, names(left, false)));
    }

    private static List<String> names(List<ScheduleTask> tasks, boolean milestones) {
        return tasks.stream().filter(task -> task.milestone() == milestones)
                .map(task -> task.code() + " " + task.title()).toList();
    }

    /** @return the sums of what the file says and of what of it the lines get */
    List<ImportTotals.Column> totals() {
        List<ScheduleTask> taken = taken();
        Schedule.Sums stated = schedule.stated();
        return Stream
                .of(total(Messages.planned, VariancePackage.Literals.LINE_FIGURE__PLANNED, stated.planned(), taken),
                        total(Messages.actual, VariancePackage.Literals.LINE_FIGURE__ACTUAL, stated.actual(), taken),
                        total(Messages.earned, VariancePackage.Literals.LINE_FIGURE__EARNED, stated.earned(), taken))
                .toList();
    }

    private ImportTotals.Column total(String name, EAttribute field, BigDecimal inFile, List<ScheduleTask> taken) {
        BigDecimal arrived = taken.stream().filter(task -> !task.summary())
                .flatMap(task -> AMOUNTS.get(field).apply(task).stream()).map(Spread::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new ImportTotals.Column(name, VariancePackage.Literals.VARIANCE_LINE__FIGURES.getName() + "."
                + field.getName(), List.of(new ImportTotals.Sum(report.getCurrency(), inFile, arrived)), 0);
    }

    private void check() {
        Optional<String> currency = schedule.currency();
        if (!report.getLines().isEmpty() && currency.isPresent() && !currency.get().equals(report.getCurrency())) {
            throw new ImportException(Messages.bind(Messages.otherCurrency,
                    new Object[]{schedule.file(), currency.get(), report.getCurrency()}));
        }
        if (currency.isEmpty()) {
            notes.add(Messages.bind(Messages.noCurrency, report.getCurrency()));
        }
        LocalDate known = report.getStatusDate();
        if (known != null && schedule.statusDate().filter(day -> day.isBefore(known)).isPresent()) {
            throw new ImportException(Messages.bind(Messages.older,
                    new Object[]{schedule.file(), schedule.statusDate().get(), known}));
        }
        Set<String> codes = new HashSet<>();
        for (ScheduleTask task : schedule.tasks()) {
            if (!codes.add(task.code())) {
                throw new ImportException(Messages.bind(Messages.sameCode,
                        new Object[]{schedule.file(), task.code(), task.title()}));
            }
        }
    }

    /** The tasks with amounts, and those they belong to, which come first in a schedule. */
    private List<ScheduleTask> taken() {
        Map<String, ScheduleTask> byCode = new HashMap<>();
        schedule.tasks().forEach(task -> byCode.put(task.code(), task));
        Set<String> there = report.getLines().stream().map(VarianceLine::getCode).filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<Integer, ScheduleTask> taken = new TreeMap<>();
        for (ScheduleTask task : schedule.tasks()) {
            // A line that is there may have amounts which the task has not any more.
            if (task.amounts().isEmpty() && (task.summary() || !there.contains(task.code()))) {
                continue;
            }
            for (ScheduleTask one = task; one != null && taken.put(one.row(), one) == null;) {
                one = one.parent().map(byCode::get).orElse(null);
            }
        }
        if (taken.isEmpty()) {
            throw new ImportException(Messages.bind(Messages.noCost, schedule.file()));
        }
        return List.copyOf(taken.values());
    }

    /** Makes the periods that the report lacks for all amounts to fall into one. */
    private void cover(List<ScheduleTask> tasks) {
        List<Spread> amounts = tasks.stream().flatMap(task -> task.amounts().stream()).toList();
        if (amounts.isEmpty()) {
            changed = false;
            return;
        }
        LocalDate first = amounts.stream().map(Spread::first).min(LocalDate::compareTo).orElseThrow();
        LocalDate last = amounts.stream().map(Spread::last).max(LocalDate::compareTo).orElseThrow();
        List<ReportPeriod> periods = report.getPeriods();
        int before = periods.size();
        if (periods.isEmpty()) {
            periods.addAll(PeriodPlan.next(report, 1, first));
        }
        LocalDate start = periods.stream().map(ReportPeriod::getStartsOn).filter(Objects::nonNull)
                .min(LocalDate::compareTo).orElse(first);
        periods.addAll(0, PeriodPlan.from(report, first, start));
        periods.addAll(PeriodPlan.to(report, last));
        changed = periods.size() > before;
        if (changed) {
            notes.add(Messages.bind(Messages.newPeriods, periods.size() - before));
        }
        for (Spread amount : amounts) {
            BigDecimal inPeriods = periods.stream().map(period -> in(period, amount)).reduce(BigDecimal.ZERO,
                    BigDecimal::add);
            if (inPeriods.compareTo(amount.amount()) != 0) {
                throw new ImportException(Messages.bind(Messages.gap, amount.first(), amount.last()));
            }
        }
    }

    private static BigDecimal in(ReportPeriod period, Spread amount) {
        return period.getStartsOn() == null || period.getEndsOn() == null
                ? BigDecimal.ZERO
                : amount.between(period.getStartsOn(), period.getEndsOn());
    }

    private VarianceLine line(String code) {
        VarianceLine line = VarianceFactory.eINSTANCE.createVarianceLine();
        line.setId(UUID.randomUUID().toString());
        line.setKey(ItemKeys.key(VariancePackage.Literals.VARIANCE_LINE,
                ItemKeys.highest(report.getLines(), VariancePackage.Literals.VARIANCE_LINE) + 1));
        line.setCode(code);
        report.getLines().add(line);
        return line;
    }

    private void take(ScheduleTask task, VarianceLine line) {
        set(line, org.chartroom.model.ModelPackage.Literals.SUBJECT__TITLE, task.title());
        task.parent().map(lines::get)
                .ifPresent(parent -> set(line, VariancePackage.Literals.VARIANCE_LINE__PARENT, parent));
        AMOUNTS.forEach((feature, amount) -> amount.apply(task).ifPresent(spread -> take(spread, line, feature)));
        if (task.earned().filter(earned -> !earned.isNothing()).isPresent()
                && line.getFigures().stream().anyMatch(figure -> figure.getPercentComplete() != null)) {
            notes.add(Messages.bind(Messages.percentCounts, task.code() + " " + task.title()));
        }
    }

    /** A baseline that moved leaves the periods it is not in any more without an amount. */
    private void take(Spread amount, VarianceLine line, EAttribute feature) {
        for (ReportPeriod period : report.getPeriods()) {
            BigDecimal value = in(period, amount);
            Optional<LineFigure> figure = line.getFigures().stream().filter(one -> one.getPeriod() == period)
                    .findFirst();
            if (value.signum() != 0) {
                set(figure.orElseGet(() -> figure(line, period)), feature, value);
            } else if (figure.isPresent()) {
                set(figure.get(), feature, null);
            }
        }
    }

    private static LineFigure figure(VarianceLine line, ReportPeriod period) {
        LineFigure figure = VarianceFactory.eINSTANCE.createLineFigure();
        figure.setId(UUID.randomUUID().toString());
        figure.setPeriod(period);
        line.getFigures().add(figure);
        return figure;
    }

    private void set(EObject owner, EStructuralFeature feature, Object value) {
        Object there = owner.eGet(feature);
        boolean isSame = there instanceof BigDecimal one && value instanceof BigDecimal other
                ? one.compareTo(other) == 0
                : Objects.equals(there, value);
        if (!isSame) {
            // A row that was put in above shifts the codes: then the line is another one's from now on.
            details.add(feature == org.chartroom.model.ModelPackage.Literals.SUBJECT__TITLE && there != null
                    ? Messages.bind(Messages.newTitle, there)
                    : Presentation.label(feature));
            owner.eSet(feature, value);
            changed = true;
        }
    }
}
