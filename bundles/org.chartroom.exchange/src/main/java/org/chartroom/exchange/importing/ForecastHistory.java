package org.chartroom.exchange.importing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.chartroom.core.type.ItemKeys;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.importing.ForecastTable.Entry;
import org.chartroom.model.variance.BudgetChange;
import org.chartroom.model.variance.Expenditure;
import org.chartroom.model.variance.LineFigure;
import org.chartroom.model.variance.PeriodType;
import org.chartroom.model.variance.ReportPeriod;
import org.chartroom.model.variance.VarianceFactory;
import org.chartroom.model.variance.VariancePackage;
import org.chartroom.model.variance.VarianceLine;
import org.chartroom.model.variance.VarianceReport;

/**
 * Tables that say, project by project and report date by report date, how the forecast of cost and completion changed,
 * as the capital projects of New York City are published (NYC Open Data, "Capital Projects"). Each project becomes a
 * line: its first forecast, without the change reported with it, is planned in the quarter it was to be completed in,
 * and every change of money or time becomes an approved change of the day it was reported. The amounts are those of the
 * file, not differences computed from rounded forecasts.
 */
public final class ForecastHistory {
    private static final int QUARTER = 3;
    private final VarianceReport report;
    private final Map<String, ImportPlan.Outcome> outcomes = new HashMap<>();

    /**
     * What an import did.
     *
     * @param added lines that were added
     * @param changed lines that got further changes
     * @param unchanged lines that had everything already
     * @param outcomes what happened to the line of each code
     */
    public record Outcome(int added, int changed, int unchanged, Map<String, ImportPlan.Outcome> outcomes) {
    }

    private ForecastHistory(VarianceReport report) {
        this.report = report;
    }

    /**
     * @param table a table
     * @return whether it has the columns of a forecast history
     */
    public static boolean isOne(CsvTable table) {
        return ForecastTable.isOne(table);
    }

    /**
     * Adds the projects of a table to a report; what an earlier import brought is known again, so the same import again
     * changes nothing.
     *
     * @param table a forecast history
     * @param report where to add, an empty one gets the currency of the city
     * @return what was done
     * @throws ImportException when a value does not fit its column; the message names line and column, and nothing is
     *         changed
     */
    public static Outcome into(CsvTable table, VarianceReport report) {
        ForecastHistory history = new ForecastHistory(report);
        // Everything is read before anything is written, so that a bad value leaves the report as it is.
        Map<String, List<Entry>> projects = new ForecastTable(table).read();
        if (report.getLines().isEmpty()) {
            report.setCurrency(ForecastTable.CURRENCY);
        } else if (!ForecastTable.CURRENCY.equals(report.getCurrency())) {
            throw new ImportException(Messages.bind(Messages.forecastOtherCurrency,
                    new Object[]{table.name(), ForecastTable.CURRENCY, report.getKey(), report.getCurrency()}));
        }
        projects.forEach(history::add);
        return new Outcome(history.count(ImportPlan.Outcome.CREATED), history.count(ImportPlan.Outcome.CHANGED),
                history.count(ImportPlan.Outcome.UNCHANGED), Map.copyOf(history.outcomes));
    }

    private void add(String project, List<Entry> entries) {
        Optional<VarianceLine> known = report.getLines().stream().filter(line -> project.equals(line.getCode()))
                .findFirst();
        VarianceLine line = known.orElseGet(() -> newLine(project, entries));
        int before = line.getChanges().size();
        for (Entry entry : entries) {
            if (entry.isChange() && line.getChanges().stream().noneMatch(change -> isSame(change, entry))) {
                line.getChanges().add(change(entry));
            }
            if (report.getStatusDate() == null || entry.reported().isAfter(report.getStatusDate())) {
                report.setStatusDate(entry.reported());
            }
        }
        if (known.isEmpty()) {
            report.getLines().add(line);
            outcomes.put(project, ImportPlan.Outcome.CREATED);
        } else {
            outcomes.put(project, line.getChanges().size() > before
                    ? ImportPlan.Outcome.CHANGED
                    : ImportPlan.Outcome.UNCHANGED);
        }
    }

    private int count(ImportPlan.Outcome outcome) {
        return (int) outcomes.values().stream().filter(outcome::equals).count();
    }

    private VarianceLine newLine(String project, List<Entry> entries) {
        VarianceLine line = VarianceFactory.eINSTANCE.createVarianceLine();
        line.setId(UUID.randomUUID().toString());
        line.setKey(ItemKeys.key(VariancePackage.Literals.VARIANCE_LINE,
                ItemKeys.highest(report.getLines(), VariancePackage.Literals.VARIANCE_LINE) + 1));
        line.setCode(project);
        Entry first = entries.get(0);
        line.setTitle(first.name());
        line.setCategory(first.category().isEmpty() ? null : first.category());
        line.setExpenditure(Expenditure.CAP_EX);
        entries.stream().filter(entry -> entry.forecast() != null).findFirst().ifPresent(entry -> {
            LineFigure figure = VarianceFactory.eINSTANCE.createLineFigure();
            figure.setId(UUID.randomUUID().toString());
            figure.setPeriod(period(first.originalCompletion()));
            figure.setPlanned(original(entries, entry));
            line.getFigures().add(figure);
        });
        return line;
    }

    /** The first forecast without the changes that were reported up to it. */
    private static BigDecimal original(List<Entry> entries, Entry forecast) {
        BigDecimal changes = entries.subList(0, entries.indexOf(forecast) + 1).stream().map(Entry::money)
                .filter(money -> money != null).reduce(BigDecimal.ZERO, BigDecimal::add);
        return forecast.forecast().subtract(changes);
    }

    private static boolean isSame(BudgetChange change, Entry entry) {
        return entry.reported().equals(change.getApprovedOn())
                && java.util.Objects.equals(entry.days(), change.getDays())
                && (entry.money() == null
                        ? change.getAmount() == null
                        : change.getAmount() != null && change.getAmount().compareTo(entry.money()) == 0);
    }

    private static BudgetChange change(Entry entry) {
        BudgetChange change = VarianceFactory.eINSTANCE.createBudgetChange();
        change.setId(UUID.randomUUID().toString());
        change.setApprovedOn(entry.reported());
        change.setAmount(entry.money());
        change.setDays(entry.days());
        change.setNote(entry.phase().isEmpty() ? null : entry.phase());
        return change;
    }

    /** The quarter of a day; quarters that are missing up to it are added, so that none is left out. */
    private ReportPeriod period(LocalDate day) {
        LocalDate start = day.with(IsoFields.DAY_OF_QUARTER, 1);
        List<ReportPeriod> periods = report.getPeriods();
        if (periods.isEmpty()) {
            report.setPeriodType(PeriodType.QUARTER);
            periods.add(quarter(start));
        }
        while (start.isBefore(periods.get(0).getStartsOn())) {
            periods.add(0, quarter(periods.get(0).getStartsOn().minusMonths(QUARTER)));
        }
        while (start.isAfter(periods.get(periods.size() - 1).getEndsOn())) {
            periods.add(quarter(periods.get(periods.size() - 1).getEndsOn().plusDays(1)));
        }
        return find(periods, day).orElseThrow(() -> new ImportException(
                "The report has no period for " + day + "; close the gap between its periods first."));
    }

    private static Optional<ReportPeriod> find(Collection<ReportPeriod> periods, LocalDate day) {
        return periods.stream().filter(
                period -> !day.isBefore(period.getStartsOn()) && !day.isAfter(period.getEndsOn())).findFirst();
    }

    private static ReportPeriod quarter(LocalDate start) {
        ReportPeriod period = VarianceFactory.eINSTANCE.createReportPeriod();
        period.setId(UUID.randomUUID().toString());
        period.setStartsOn(start);
        period.setEndsOn(start.plusMonths(QUARTER).minusDays(1));
        return period;
    }

}
