package org.chartroom.schedule.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.mpxj.EarnedValueMethod;
import org.mpxj.ProjectCalendar;
import org.mpxj.ProjectFile;
import org.mpxj.Task;

/**
 * Takes from a schedule what has a place in a workspace; used once. Costs come evenly over the working days of a task, as
 * scheduling programs accrue them by default (prorated): the baseline between the start and the finish of the baseline,
 * actual cost and earned value between the actual start and the status date, or the actual finish.
 */
final class ScheduleReader {
    private static final int PERCENT = 100;
    private static final int HUNDREDTHS = 2;
    private static final int MOST_DAYS = 40 * 366;

    private final String file;
    private final ProjectFile project;
    private final int digits;
    private final Optional<LocalDate> statusDate;
    private final List<String> withoutBaseline = new ArrayList<>();
    private final List<String> withoutStatus = new ArrayList<>();
    private final List<String> withoutDays = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final List<String> own = new ArrayList<>();
    private Schedule.Sums stated = Schedule.Sums.NONE;

    ScheduleReader(String file, ProjectFile project) {
        this.file = file;
        this.project = project;
        // Files have amounts in hundredths, whatever digits of the currency the program shows.
        this.digits = Math.max(HUNDREDTHS,
                Objects.requireNonNullElse(project.getProjectProperties().getCurrencyDigits(), HUNDREDTHS));
        this.statusDate = Optional.ofNullable(project.getProjectProperties().getStatusDate())
                .map(LocalDateTime::toLocalDate);
    }

    Schedule read() {
        List<ScheduleTask> tasks = new ArrayList<>();
        for (Task task : project.getTasks()) {
            if (task.getNull() || isProject(task)) {
                // An empty row, or the one that stands for the whole project.
                continue;
            }
            if (!task.getActive() || task.getExternalTask()) {
                leftOut.add(name(task));
                continue;
            }
            tasks.add(read(task, tasks.size() + 1));
        }
        List<String> ofCosts = new ArrayList<>();
        ofCosts.addAll(said(Messages.noBaseline, withoutBaseline));
        ofCosts.addAll(said(Messages.summaryCost, own));
        ofCosts.addAll(said(Messages.noStatusDate, withoutStatus));
        ofCosts.addAll(said(Messages.noDays, withoutDays.stream().distinct().toList()));
        return new Schedule(file, Optional.ofNullable(project.getProjectProperties().getCurrencyCode())
                .filter(code -> code.matches("[A-Z]{3}")), statusDate, tasks, said(Messages.inactive, leftOut),
                ofCosts, stated);
    }

    private static boolean isProject(Task task) {
        return Integer.valueOf(0).equals(task.getID()) || Integer.valueOf(0).equals(task.getOutlineLevel());
    }

    /** @return one sentence with the first of some tasks; none when there are none */
    static List<String> said(String message, List<String> tasks) {
        return tasks.isEmpty() ? List.of() : List.of(Messages.bind(message, tasks.size(), few(tasks)));
    }

    private static String few(List<String> names) {
        int most = 5;
        return String.join(", ", names.subList(0, Math.min(most, names.size()))) + (names.size() > most ? ", ..." : "");
    }

    private static String name(Task task) {
        return code(task) + " " + Objects.requireNonNullElse(task.getName(), "");
    }

    private static String code(Task task) {
        return task.getWBS() == null || task.getWBS().isBlank() ? task.getOutlineNumber() : task.getWBS();
    }

    private ScheduleTask read(Task task, int row) {
        Optional<String> parent = Optional.ofNullable(task.getParentTask())
                .filter(one -> !isProject(one)).map(ScheduleReader::code);
        Optional<Spread> planned = Optional.empty();
        Optional<Spread> actual = Optional.empty();
        Optional<Spread> earned = Optional.empty();
        if (task.getSummary()) {
            if (isMoney(task.getFixedCost()) || task.getResourceAssignments().stream()
                    .anyMatch(one -> isMoney(one.getCost()) || isMoney(one.getActualCost())
                            || isMoney(one.getBaselineCost()))) {
                own.add(name(task));
            }
        } else {
            planned = over(task, task.getBaselineStart(), task.getBaselineFinish(), task.getBaselineCost());
            if (!isMoney(task.getBaselineCost()) && isMoney(task.getCost())) {
                withoutBaseline.add(name(task));
            }
            Number value = earned(task);
            stated = stated.plus(stated(task.getBaselineCost()), stated(task.getActualCost()), stated(value));
            if (statusDate.isEmpty() && task.getActualFinish() == null
                    && (isMoney(task.getActualCost()) || isMoney(value))) {
                withoutStatus.add(name(task));
            } else {
                actual = over(task, begin(task), end(task), task.getActualCost());
                earned = over(task, begin(task), end(task), value);
            }
        }
        return new ScheduleTask(row, code(task), Objects.requireNonNullElse(task.getName(), ""), parent,
                task.getSummary(), task.getMilestone(), day(task.getBaselineFinish()), day(task.getFinish()),
                day(task.getActualFinish()), planned, actual, earned);
    }

    private BigDecimal stated(Number amount) {
        return amount == null ? BigDecimal.ZERO : decimal(amount).setScale(digits, RoundingMode.HALF_UP);
    }

    private static LocalDate day(LocalDateTime time) {
        return time == null ? null : time.toLocalDate();
    }

    private static boolean isMoney(Number amount) {
        return amount != null && amount.doubleValue() != 0;
    }

    private static LocalDateTime begin(Task task) {
        return task.getActualStart() == null ? task.getStart() : task.getActualStart();
    }

    /** What was paid and done was so by the status date, or by the end of the task if that was before. */
    private LocalDateTime end(Task task) {
        LocalDateTime finish = task.getActualFinish();
        LocalDateTime status = project.getProjectProperties().getStatusDate();
        if (finish == null || status != null && status.isBefore(finish)) {
            return status;
        }
        return finish;
    }

    /**
     * Budgeted cost of work performed: the share that is complete of the cost in the baseline (ANSI/EIA-748).
     *
     * @return null where nothing is known
     */
    private static Number earned(Task task) {
        Number share = task.getEarnedValueMethod() == EarnedValueMethod.PHYSICAL_PERCENT_COMPLETE
                ? task.getPhysicalPercentComplete()
                : task.getPercentageComplete();
        if (share == null || task.getBaselineCost() == null) {
            return null;
        }
        return decimal(task.getBaselineCost()).multiply(decimal(share)).divide(BigDecimal.valueOf(PERCENT));
    }

    private static BigDecimal decimal(Number number) {
        return new BigDecimal(number.toString());
    }

    private Optional<Spread> over(Task task, LocalDateTime from, LocalDateTime to, Number amount) {
        if (amount == null) {
            return Optional.empty();
        }
        if (!isMoney(amount)) {
            return Optional.of(Spread.nothing());
        }
        if (to == null) {
            withoutDays.add(name(task));
            return Optional.empty();
        }
        LocalDate last = to.toLocalDate();
        LocalDate first = from == null || from.toLocalDate().isAfter(last) ? last : from.toLocalDate();
        ProjectCalendar calendar = task.getEffectiveCalendar();
        List<LocalDate> days = first.datesUntil(last.plusDays(1)).limit(MOST_DAYS)
                .filter(day -> calendar == null || calendar.isWorkingDate(day)).toList();
        return Optional.of(new Spread(days.isEmpty() ? List.of(last) : days, decimal(amount), digits));
    }
}
