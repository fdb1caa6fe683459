package org.chartroom.exchange.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.importing.ImportPlan.Entry;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;
import org.chartroom.model.change.ChangeLog;
import org.chartroom.model.change.ChangePackage;
import org.chartroom.model.variance.VariancePackage;
import org.chartroom.model.variance.VarianceReport;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.notify.Notifier;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.command.ChangeCommand;

/** A forecast history: lines of a variance report, or changes of a change log. */
final class ForecastFormat implements KnownFormat {
    private final CsvTable table;

    ForecastFormat(CsvTable table) {
        this.table = table;
    }

    @Override
    public String name() {
        return Messages.forecastHistory;
    }

    @Override
    public List<EClass> targets() {
        return List.of(VariancePackage.Literals.VARIANCE_REPORT, ChangePackage.Literals.CHANGE_LOG);
    }

    @Override
    public CsvTable preview() {
        return table;
    }

    @Override
    public ImportPlan plan(Artifact artifact, Directory directory) {
        if (artifact instanceof ChangeLog log) {
            return new ForecastChanges(table, log, directory).plan();
        }
        if (artifact instanceof VarianceReport report) {
            return planLines(report);
        }
        throw new ImportException(table.name() + " goes into a variance report or a change log; choose one of those.");
    }

    /** Lines get periods and figures that depend on each other, so it is tried on a copy. */
    private ImportPlan planLines(VarianceReport report) {
        VarianceReport tried = EcoreUtil.copy(report);
        ForecastHistory.Outcome outcome = ForecastHistory.into(table, tried);
        ForecastTable history = new ForecastTable(table);
        Map<String, List<ForecastTable.Entry>> projects = history.read();
        List<Entry> entries = new ArrayList<>();
        Map<Outcome, Long> rows = new EnumMap<>(Outcome.class);
        projects.forEach((project, records) -> {
            Outcome what = outcome.outcomes().get(project);
            rows.merge(what, (long) records.size(), Long::sum);
            entries.add(new Entry(what, records.stream().mapToLong(ForecastTable.Entry::line).min().orElse(0),
                    project + " " + records.get(0).name(), "", ""));
        });
        entries.sort(Comparator.comparingLong(Entry::line));
        List<ImportTotals.Contradiction> contradictions = new ArrayList<>();
        ImportTotals.Compared compared = history.compare(projects, contradictions);
        ImportTotals totals = new ImportTotals(table.rows().size(), rows.getOrDefault(Outcome.CREATED, 0L),
                rows.getOrDefault(Outcome.CHANGED, 0L), rows.getOrDefault(Outcome.UNCHANGED, 0L), 0, List.of(),
                List.of(compared), ImportTotals.Stated.NONE, contradictions);
        return new ImportPlan(entries, List.of(), history.notes(), history.nowhere(projects, true), Optional.empty(),
                totals,
                (domain, there) -> outcome.added() + outcome.changed() == 0
                        ? Optional.empty()
                        : Optional.of(command((VarianceReport) there.apply(report))));
    }

    private Command command(VarianceReport report) {
        return new ChangeCommand((Notifier) report) {
            @Override
            protected void doExecute() {
                ForecastHistory.into(table, report);
            }
        };
    }
}
