package org.chartroom.exchange.importing;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.ImportException;

/** The rows of a forecast history, see {@link ForecastHistory}, by project and in the order of their dates. */
final class ForecastTable {
    /** Currency of the amounts. */
    static final String CURRENCY = "USD";

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

    private final CsvTable table;

    ForecastTable(CsvTable table) {
        this.table = table;
    }

    static boolean isOne(CsvTable table) {
        return table.columns().containsAll(COLUMNS);
    }

    /** One row. */
    record Entry(LocalDate reported, String name, String category, String phase, BigDecimal forecast,
            BigDecimal money, LocalDate completion, Integer days) {
        boolean isChange() {
            return money != null && money.signum() != 0 || days != null && days != 0;
        }

        LocalDate originalCompletion() {
            return completion == null ? reported : completion.minusDays(days == null ? 0 : days);
        }
    }

    /** @throws ImportException when a value does not fit its column; the message names line and column */
    Map<String, List<Entry>> read() {
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
        String day = text.substring(0, Math.min(DAY_LENGTH, text.length()));
        try {
            // A spreadsheet that opened the file has made days of the texts, and those come in ISO form.
            return text.isEmpty()
                    ? null
                    : LocalDate.parse(day, day.contains("/") ? DAY : DateTimeFormatter.ISO_LOCAL_DATE);
        } catch (DateTimeException e) {
            throw wrong(row, column, text, e);
        }
    }

    private ImportException wrong(CsvTable.Row row, String column, String text, Exception cause) {
        return new ImportException(
                table.name() + ", " + table.place(row.line()) + ": \"" + text + "\" does not fit the column "
                        + column + "; correct it in the file.",
                cause);
    }
}
