package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.chartroom.exchange.csv.CsvFiles;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.importing.ForecastHistory;
import org.chartroom.exchange.xlsx.XlsxFiles;
import org.chartroom.model.variance.BudgetChange;
import org.chartroom.model.variance.VarianceFactory;
import org.chartroom.model.variance.VarianceLine;
import org.chartroom.model.variance.VarianceReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForecastHistoryTest {
    private static final String HEADER = "Date Reported As Of,PID,Project Name,Category,Current Phase,Budget Forecast,"
            + "Latest Budget Changes,Forecast Completion,Latest Schedule Changes\n";

    private final VarianceReport report = VarianceFactory.eINSTANCE.createVarianceReport();

    @TempDir
    Path folder;

    @Test
    void everyProjectOfTheRealFileBecomesALine() throws Exception {
        ForecastHistory.Outcome outcome = ForecastHistory.into(read(realFile()), report);

        assertEquals(List.of(378, 0, 0), counts(outcome));
        assertEquals(378, report.getLines().size());
        assertEquals("USD", report.getCurrency());
    }

    @Test
    void totalsOfEachProjectAgreeWithTheSumOverTheFile() throws Exception {
        Map<String, BigDecimal> money = new TreeMap<>();
        Map<String, Integer> days = new TreeMap<>();
        int rows = 0;
        for (CSVRecord row : records()) {
            rows++;
            money.merge(row.get("PID"), decimal(row.get("Latest Budget Changes")), BigDecimal::add);
            days.merge(row.get("PID"), decimal(row.get("Latest Schedule Changes")).intValueExact(), Integer::sum);
        }
        assertEquals(2259, rows);

        ForecastHistory.into(read(realFile()), report);

        Map<String, BigDecimal> linesMoney = new TreeMap<>();
        Map<String, Integer> linesDays = new TreeMap<>();
        for (VarianceLine line : report.getLines()) {
            linesMoney.put(line.getCode(), sum(line));
            linesDays.put(line.getCode(), line.getChanges().stream().map(BudgetChange::getDays)
                    .mapToInt(some -> some == null ? 0 : some).sum());
        }
        assertEquals(days, linesDays);
        assertEquals(money.keySet(), linesMoney.keySet());
        money.forEach((project, sum) -> assertEquals(0, sum.compareTo(linesMoney.get(project)), project));
    }

    /** What a spreadsheet makes of the file: days and numbers in its cells, no texts. */
    @Test
    void realFileSavedAsAWorkbookGivesTheSameLines() throws Exception {
        Path workbook = folder.resolve("history.xlsx");
        try (SXSSFWorkbook book = new SXSSFWorkbook(); OutputStream out = Files.newOutputStream(workbook)) {
            CellStyle day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("m/d/yyyy"));
            Sheet sheet = book.createSheet("history");
            String[] columns = HEADER.strip().split(",");
            fill(sheet.createRow(0), columns, day);
            for (CSVRecord record : records()) {
                fill(sheet.createRow(sheet.getLastRowNum() + 1), Stream.of(columns).map(record::get)
                        .toArray(String[]::new), day);
            }
            book.write(out);
        }
        VarianceReport fromWorkbook = VarianceFactory.eINSTANCE.createVarianceReport();
        ForecastHistory.into(XlsxFiles.read(workbook, Optional.empty()), fromWorkbook);
        ForecastHistory.into(read(realFile()), report);

        assertEquals(totals(report), totals(fromWorkbook));
        assertEquals(378, fromWorkbook.getLines().size());
    }

    private static void fill(Row row, String[] texts, CellStyle day) {
        for (int i = 0; i < texts.length; i++) {
            Cell cell = row.createCell(i);
            if (texts[i].matches("\\d\\d/\\d\\d/\\d{4}.*")) {
                cell.setCellValue(
                        LocalDate.parse(texts[i].substring(0, 10), DateTimeFormatter.ofPattern("MM/dd/yyyy")));
                cell.setCellStyle(day);
            } else if (texts[i].matches("-?\\d+(\\.\\d+)?") && i != 1) {
                cell.setCellValue(Double.parseDouble(texts[i]));
            } else {
                cell.setCellValue(texts[i]);
            }
        }
    }

    private static Map<String, String> totals(VarianceReport report) {
        Map<String, String> totals = new TreeMap<>();
        report.getLines().forEach(line -> totals.put(line.getCode(), sum(line).stripTrailingZeros().toPlainString()
                + " "
                + line.getChanges().stream().map(BudgetChange::getApprovedOn).map(String::valueOf).sorted().toList()));
        return totals;
    }

    @Test
    void budgetWithItsChangesIsTheLastForecastButForWhatTheFileRounds() throws Exception {
        Map<String, BigDecimal> last = new HashMap<>();
        Map<String, Integer> rows = new HashMap<>();
        for (CSVRecord row : records()) {
            if (row.get("Budget Forecast").isEmpty()) {
                last.put(row.get("PID"), null);
            } else {
                last.put(row.get("PID"), decimal(row.get("Budget Forecast")));
            }
            rows.merge(row.get("PID"), 1, Integer::sum);
        }
        ForecastHistory.into(read(realFile()), report);

        int agreeing = 0;
        List<String> others = new ArrayList<>();
        for (VarianceLine line : report.getLines()) {
            BigDecimal forecast = last.get(line.getCode());
            if (forecast != null && !line.getFigures().isEmpty()) {
                BigDecimal budget = line.getFigures().get(0).getPlanned().add(sum(line));
                // Changes are published in whole dollars, forecasts not always.
                if (budget.subtract(forecast).abs().compareTo(BigDecimal.valueOf(rows.get(line.getCode()))) <= 0) {
                    agreeing++;
                } else {
                    others.add(line.getCode());
                }
            }
        }
        assertEquals(281, agreeing);
        // In these the changes that the file lists do not lead from one of its forecasts to the next.
        assertEquals(List.of("314", "366", "449"), others);
    }

    @Test
    void sameImportAgainChangesNothing() throws Exception {
        ForecastHistory.into(read(realFile()), report);

        assertEquals(List.of(0, 0, 378), counts(ForecastHistory.into(read(realFile()), report)));
    }

    @Test
    void laterRowsOfAKnownProjectAreAddedToItsLine() throws Exception {
        ForecastHistory.into(table("05/01/2014 12:00:00 AM,3,Plant,Water,Design,110,10,01/14/2020,5\n"), report);
        ForecastHistory.Outcome outcome = ForecastHistory.into(
                table("05/01/2014 12:00:00 AM,3,Plant,Water,Design,110,10,01/14/2020,5\n"
                        + "02/01/2015 12:00:00 AM,3,Plant,Water,Build,80,-30,02/14/2020,31\n"),
                report);

        assertEquals(List.of(0, 1, 0), counts(outcome));
        VarianceLine line = report.getLines().get(0);
        assertEquals(2, line.getChanges().size());
        assertEquals(new BigDecimal("100"), line.getFigures().get(0).getPlanned());
        assertEquals(LocalDate.of(2020, 1, 1), line.getFigures().get(0).getPeriod().getStartsOn());
        assertEquals(LocalDate.of(2015, 2, 1), report.getStatusDate());
    }

    @Test
    void quartersHaveNoGaps() throws Exception {
        ForecastHistory.into(table("05/01/2014 12:00:00 AM,3,A,W,D,110,,01/14/2020,\n"
                + "05/01/2014 12:00:00 AM,4,B,W,D,110,,12/31/2018,\n05/01/2014 12:00:00 AM,5,C,W,D,1,,07/01/2020,\n"),
                report);

        assertEquals(8, report.getPeriods().size());
        for (int i = 1; i < 8; i++) {
            assertEquals(report.getPeriods().get(i - 1).getEndsOn().plusDays(1),
                    report.getPeriods().get(i).getStartsOn());
        }
    }

    @Test
    void badAmountIsRefusedWithItsLineAndNothingIsChanged() throws Exception {
        CsvTable table = table("05/01/2014 12:00:00 AM,3,A,W,D,110,,01/14/2020,\n"
                + "06/01/2014 12:00:00 AM,3,A,W,D,many,,01/14/2020,\n");

        ImportException refused = assertThrows(ImportException.class, () -> ForecastHistory.into(table, report));

        assertTrue(refused.getMessage().contains("line 3: \"many\" does not fit the column Budget Forecast"),
                refused.getMessage());
        assertEquals(List.of(), List.copyOf(report.getLines()));
    }

    @Test
    void badDateIsRefused() throws Exception {
        CsvTable table = table("2014-13-01,3,A,W,D,110,,01/14/2020,\n");

        assertThrows(ImportException.class, () -> ForecastHistory.into(table, report));
    }

    @Test
    void otherTablesAreNoForecastHistory() throws Exception {
        assertTrue(ForecastHistory.isOne(read(realFile())));
        assertFalse(ForecastHistory.isOne(read(Path.of(
                ForecastHistoryTest.class.getResource("/data/facile_project_risks.csv").toURI()))));
    }

    private static List<Integer> counts(ForecastHistory.Outcome outcome) {
        return List.of(outcome.added(), outcome.changed(), outcome.unchanged());
    }

    private static BigDecimal sum(VarianceLine line) {
        return line.getChanges().stream().map(BudgetChange::getAmount).filter(amount -> amount != null)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal decimal(String text) {
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    }

    private static List<CSVRecord> records() throws Exception {
        try (Reader reader = Files.newBufferedReader(realFile(), StandardCharsets.UTF_8)) {
            return CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader).getRecords();
        }
    }

    private static Path realFile() throws Exception {
        return Path.of(ForecastHistoryTest.class.getResource("/data/nyc_capital_projects_20190901.csv").toURI());
    }

    private static CsvTable read(Path file) {
        return CsvFiles.read(file, CsvFiles.detect(file));
    }

    private CsvTable table(String rows) throws IOException {
        return read(Files.writeString(folder.resolve("history.csv"), HEADER + rows));
    }
}
