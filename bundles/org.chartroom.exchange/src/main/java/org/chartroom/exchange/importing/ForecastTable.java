package org.chartroom.exchange.importing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.chartroom.core.value.CleanText;
import org.chartroom.core.value.ColumnLanguage;
import org.chartroom.core.value.DateOrder;
import org.chartroom.core.value.Language;
import org.chartroom.core.value.ValueReader;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.model.change.ChangePackage;
import org.eclipse.emf.ecore.EAttribute;

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
    /** Any attribute that holds a day. */
    private static final EAttribute DAY = ChangePackage.Literals.CHANGE__RAISED_ON;

    private final CsvTable table;
    private final ValueReader file = new ValueReader(Language.ofStoredCells());
    private final Map<String, ValueReader> readers = new HashMap<>();

    ForecastTable(CsvTable table) {
        this.table = table;
    }

    static boolean isOne(CsvTable table) {
        return table.columns().containsAll(COLUMNS);
    }

    /** One row. */
    record Entry(long line, LocalDate reported, String name, String category, String phase, BigDecimal forecast,
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
            if (!row.problem().isEmpty()) {
                throw new ImportException(table.name() + ", " + table.place(row.line()) + ": " + row.problem() + ".");
            }
            String project = text(row, PROJECT);
            if (project.isEmpty()) {
                throw wrong(row, PROJECT, "", null);
            }
            LocalDate reported = date(row, REPORTED);
            if (reported == null) {
                throw wrong(row, REPORTED, "", null);
            }
            projects.computeIfAbsent(project, key -> new ArrayList<>())
                    .add(new Entry(row.line(), reported, text(row, NAME), text(row, CATEGORY), text(row, PHASE),
                            number(row, FORECAST), number(row, MONEY), date(row, COMPLETION), days(row)));
        }
        projects.values().forEach(entries -> entries.sort(Comparator.comparing(Entry::reported)));
        return projects;
    }

    /** @return what of the table is not taken as it is, one sentence each */
    List<String> notes() {
        List<String> notes = new ArrayList<>(table.layout().notes());
        notes.add(Messages.bind(Messages.forecastCurrency, CURRENCY));
        for (String column : List.of(PROJECT, NAME, CATEGORY, PHASE)) {
            int index = table.columns().indexOf(column);
            long cleaned = table.rows().stream().map(row -> row.values()[index])
                    .filter(text -> !CleanText.of(text).equals(text)).count();
            if (cleaned > 0) {
                notes.add(Messages.bind(Messages.cleaned, column, cleaned));
            }
        }
        return notes;
    }

    /**
     * @param projects the rows by project, see {@link #read}
     * @param areFirstTaken whether the first row of each project is taken also when it changes nothing
     * @return what of the table goes nowhere, one sentence each
     */
    List<String> nowhere(Map<String, List<Entry>> projects, boolean areFirstTaken) {
        List<String> nowhere = new ArrayList<>(table.layout().nowhere());
        for (int i = 0; i < table.columns().size(); i++) {
            int index = i;
            long values = COLUMNS.contains(table.columns().get(i))
                    ? 0
                    : table.rows().stream().filter(row -> !row.values()[index].isBlank()).count();
            if (values > 0) {
                nowhere.add(Messages.bind(Messages.goesNowhere, table.columns().get(i), values));
            }
        }
        long unchanging = projects.values().stream().flatMap(entries -> entries.stream().skip(areFirstTaken ? 1 : 0))
                .filter(entry -> !entry.isChange()).count();
        if (unchanging > 0) {
            nowhere.add(Messages.bind(Messages.forecastUnchanging, unchanging));
        }
        return nowhere;
    }

    /**
     * Compares the forecasts that the file states with the first one of their project and the changes since then.
     *
     * @param projects the rows by project, see {@link #read}
     * @param contradictions gets those that differ, the largest difference first, as many as are listed
     * @return how many were compared and differ
     */
    ImportTotals.Compared compare(Map<String, List<Entry>> projects,
            List<ImportTotals.Contradiction> contradictions) {
        Map<ImportTotals.Contradiction, BigDecimal> differing = new LinkedHashMap<>();
        long values = 0;
        for (Map.Entry<String, List<Entry>> project : projects.entrySet()) {
            BigDecimal computed = null;
            for (Entry entry : project.getValue()) {
                computed = computed == null || entry.money() == null ? computed : computed.add(entry.money());
                if (entry.forecast() == null) {
                    continue;
                }
                values++;
                BigDecimal stated = entry.forecast();
                computed = computed == null ? stated : computed;
                if (!StatedFigures.isNear(stated, computed, BigDecimal.ONE.scaleByPowerOfTen(-stated.scale()))) {
                    differing.put(new ImportTotals.Contradiction(entry.line(), project.getKey(), FORECAST,
                            stated.toPlainString(), computed.toPlainString(), false),
                            stated.subtract(computed).abs());
                }
            }
        }
        differing.entrySet().stream().sorted(Map.Entry.<ImportTotals.Contradiction, BigDecimal>comparingByValue()
                .reversed()).limit(ImportTotals.MOST_CONTRADICTIONS).map(Map.Entry::getKey)
                .forEach(contradictions::add);
        return new ImportTotals.Compared(FORECAST, "planned", Messages.forecastComputed, values, values,
                differing.size());
    }

    private String text(CsvTable.Row row, String column) {
        return CleanText.of(row.values()[table.columns().indexOf(column)]).strip();
    }

    private BigDecimal number(CsvTable.Row row, String column) {
        String text = text(row, column);
        try {
            return text.isEmpty() ? null : reader(row, column).number(text);
        } catch (IllegalArgumentException e) {
            throw wrong(row, column, text, e);
        }
    }

    /** What a workbook holds as a number or a day is in file form, whatever language the column speaks. */
    private ValueReader reader(CsvTable.Row row, String column) {
        return row.isTyped(table.columns().indexOf(column))
                ? file
                : readers.computeIfAbsent(column, key -> new ValueReader(language(key)));
    }

    private Language language(String column) {
        int index = table.columns().indexOf(column);
        Set<String> texts = new LinkedHashSet<>();
        table.rows().stream().filter(row -> !row.isTyped(index)).forEach(row -> texts.add(row.values()[index]));
        boolean isDay = column.equals(REPORTED) || column.equals(COMPLETION);
        return isDay
                ? Language.ofColumn(Optional.empty(), ColumnLanguage.ofDates(texts).order(DateOrder.MDY))
                : ColumnLanguage.ofNumbers(texts)
                        .decide(List.of(), table.delimiter(), Optional.empty(), Optional.empty()).language();
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
            return text.isEmpty()
                    ? null
                    : (LocalDate) reader(row, column).read(DAY, text, Optional.empty()).value();
        } catch (IllegalArgumentException e) {
            throw wrong(row, column, text, e);
        }
    }

    private ImportException wrong(CsvTable.Row row, String column, String text, Exception cause) {
        String reason = cause == null ? "" : " (" + cause.getMessage() + ")";
        return new ImportException(
                table.name() + ", " + table.place(row.line()) + ": \"" + text + "\" does not fit the column "
                        + column + reason + "; correct it in the file.",
                cause);
    }
}
