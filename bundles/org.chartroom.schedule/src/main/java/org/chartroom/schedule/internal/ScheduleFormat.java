package org.chartroom.schedule.internal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportTotals;
import org.chartroom.exchange.importing.KnownFormat;
import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.CharterPackage;
import org.chartroom.model.variance.VariancePackage;
import org.chartroom.model.variance.VarianceReport;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.notify.Notifier;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.command.ChangeCommand;

/** A schedule: lines of a variance report, or milestones of a charter. */
final class ScheduleFormat implements KnownFormat {
    private final Schedule schedule;

    ScheduleFormat(Schedule schedule) {
        this.schedule = schedule;
    }

    @Override
    public String name() {
        return Messages.format;
    }

    @Override
    public List<EClass> targets() {
        return List.of(VariancePackage.Literals.VARIANCE_REPORT, CharterPackage.Literals.CHARTER);
    }

    @Override
    public CsvTable preview() {
        List<CsvTable.Row> rows = schedule.tasks().stream().map(task -> new CsvTable.Row(task.row(),
                new String[]{task.code(), task.title(), text(task.baseline()), text(task.finish()),
                        text(task.finished()), amount(task.planned()), amount(task.earned()), amount(task.actual())}))
                .toList();
        return new CsvTable(schedule.file(), Optional.of(Messages.tasks), List.of(Messages.columns.split("\\s*,\\s*")),
                rows);
    }

    private static String text(Object value) {
        return Objects.toString(value, "");
    }

    private static String amount(Optional<Spread> spread) {
        return spread.map(one -> one.amount().toPlainString()).orElse("");
    }

    @Override
    public ImportPlan plan(Artifact artifact, Directory directory) {
        // What is new depends on what is there and on each other, so it is tried on a copy.
        if (artifact instanceof VarianceReport report) {
            ScheduleLines tried = new ScheduleLines(schedule, EcoreUtil.copy(report));
            boolean isAny = tried.run();
            List<String> spread = schedule.tasks().stream().allMatch(task -> task.amounts().isEmpty())
                    ? List.of()
                    : List.of(Messages.spread);
            List<String> notes = Stream.of(tried.notes(), schedule.leftOut(), spread).flatMap(List::stream).toList();
            return plan(tried.entries(), notes, schedule.ofCosts(), tried.totals(), isAny, report,
                    () -> new ScheduleLines(schedule, report).run());
        }
        if (artifact instanceof Charter charter) {
            ScheduleMilestones tried = new ScheduleMilestones(schedule, EcoreUtil.copy(charter));
            boolean isAny = tried.run();
            List<String> notes = Stream.of(schedule.leftOut(), tried.leftOut()).flatMap(List::stream).toList();
            return plan(tried.entries(), notes, List.of(), List.of(), isAny, charter,
                    () -> new ScheduleMilestones(schedule, charter).run());
        }
        throw new ImportException(Messages.bind(Messages.noTarget, schedule.file()));
    }

    private ImportPlan plan(List<ImportPlan.Entry> entries, List<String> notes, List<String> nowhere,
            List<ImportTotals.Column> totals, boolean isAny, Artifact artifact, Runnable work) {
        return new ImportPlan(entries, List.of(), notes, nowhere,
                domain -> isAny ? Optional.of(command(artifact, work)) : Optional.empty()).summing(totals);
    }

    private static Command command(Artifact artifact, Runnable work) {
        return new ChangeCommand((Notifier) artifact) {
            @Override
            protected void doExecute() {
                work.run();
            }
        };
    }
}
