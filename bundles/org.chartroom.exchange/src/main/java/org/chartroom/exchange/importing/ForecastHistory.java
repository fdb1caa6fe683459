package org.chartroom.exchange.importing;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.chartroom.core.type.ItemKeys;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.ImportException;
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
    private static final String REPORTED = "Date Reported As Of";
    private static final String PROJECT = "PID";
    private static final String NAME = "Project Name";
    private static final String CATEGORY = "Category";
    private static final String PHASE = "Current Phase";
    private static final String FORECAST = "Budget Forecast";
    private static final String MONEY = "Latest Budget Changes";
    private static final String COMPLETION = "Forecast Completion";
    private static final String DAYS = "Latest Schedule Changes";
    private static final List<String> COLUMNS = List.of(REPORTED, PROJECT, NAME, CATEGORY, PHASE, FORECAST, MONEY,
            COMPLETION, DAYS);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM/dd/yyyy", Locale.ROOT);
    private static final int DAY_LENGTH = 10;
    private static final int QUARTER = 3;
    private static final String CURRENCY = "USD";

    private final CsvTable table;
    private final VarianceReport report;
    private int added;
    private int changed;
    private int unchanged;

    /**
     * What an import did.
     *
     * @param added lines that were added
     * @param changed lines that got further changes
     * @param unchanged lines that had everything already
     */
    public record Outcome(int added, int changed, int unchanged) {
    }

    private ForecastHistory(CsvTable table, VarianceReport report) {
        this.table = table;
        this.report = report;
    }

    /**
     * @param table a table
     * @return whether it has the columns of a forecast history
     */
    public static boolean isOne(CsvTable table) {
        return table.columns().containsAll(COLUMNS);
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
        ForecastHistory history = new ForecastHistory(table, report);
        // Everything is read before anything is written, so that a bad value leaves the report as it is.
        Map<String, List<Entry>> projects = history.read();
        if (report.getLines().isEmpty()) {
            report.setCurrency(CURRENCY);
        }
        projects.forEach(history::add);
        return new Outcome(history.added, history.changed, history.unchanged);
    }

    /** One row. */
    private record Entry(LocalDate reported, String name, String category, String phase, BigDecimal forecast,
            BigDecimal money, LocalDate completion, Integer days) {
        LocalDate originalCompletion() {
            return completion == null ? reported : completion.minusDays(days == null ? 0 : days);
        }
    }

    private Map<String, List<Entry>> read() {
        Map<String, List<Entry>> projects = new LinkedHashMap<>();
        for (CsvTable.Row row : table.rows()) {
            String project = text(row, PROJECT);
            if (project.isEmpty()) {
                throw wrong(row, PROJECT, "", null);
            }
            LocalDate reported = date(row, REPORTED);
            if (reported == null) {
                throw wrong(row, REPORTED, "", null);
            }
            projects.computeIfAbsent(project, key -> new ArrayList<>())
                    .add(new Entry(reported, text(row, NAME), text(row, CATEGORY), text(row, PHASE),
                            number(row, FORECAST), number(row, MONEY), date(row, COMPLETION), days(row)));
        }
        projects.values().forEach(entries -> entries.sort(Comparator.comparing(Entry::reported)));
        return projects;
    }

    private void add(String project, List<Entry> entries) {
        Optional<VarianceLine> known = report.getLines().stream().filter(line -> project.equals(line.getCode()))
                .findFirst();
        VarianceLine line = known.orElseGet(() -> newLine(project, entries));
        int before = line.getChanges().size();
        for (Entry entry : entries) {
            boolean something = entry.money() != null && entry.money().signum() != 0
                    || entry.days() != null && entry.days() != 0;
            if (something && line.getChanges().stream().noneMatch(change -> isSame(change, entry))) {
                line.getChanges().add(change(entry));
            }
            if (report.getStatusDate() == null || entry.reported().isAfter(report.getStatusDate())) {
                report.setStatusDate(entry.reported());
            }
        }
        if (known.isEmpty()) {
            report.getLines().add(line);
            added++;
        } else if (line.getChanges().size() > before) {
            changed++;
        } else {
            unchanged++;
        }
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

    private String text(CsvTable.Row row, String column) {
        return row.values()[table.columns().indexOf(column)].strip();
    }

    private BigDecimal number(CsvTable.Row row, String column) {
        String text = text(row, column);
        try {
            return text.isEmpty() ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw wrong(row, column, text, e);
        }
    }

    private Integer days(CsvTable.Row row) {
        BigDecimal number = number(row, DAYS);
        try {
            return number == null ? null : number.intValueExact();
        } catch (ArithmeticException e) {
            throw wrong(row, DAYS, text(row, DAYS), e);
        }
    }

    private LocalDate date(CsvTable.Row row, String column) {
        String text = text(row, column);
        try {
            return text.isEmpty() ? null : LocalDate.parse(text.substring(0, Math.min(DAY_LENGTH, text.length())), DAY);
        } catch (DateTimeException e) {
            throw wrong(row, column, text, e);
        }
    }

    private ImportException wrong(CsvTable.Row row, String column, String text, Exception cause) {
        return new ImportException(table.file() + ", line " + row.line() + ": \"" + text + "\" does not fit the column "
                + column + "; correct it in the file.", cause);
    }
}
