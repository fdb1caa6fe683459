package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.importing.ImportList;
import org.chartroom.exchange.importing.ImportOptions;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportPlanner;
import org.chartroom.exchange.importing.ImportPlans;
import org.chartroom.exchange.importing.TableSettings;
import org.chartroom.model.Artifact;
import org.chartroom.model.variance.VarianceFactory;
import org.chartroom.model.variance.VarianceReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options that no column of a file takes are told; those that one takes are not. */
class OptionUseTest extends RiskImports {
    private static final Map<String, String> ALL = Map.of("decimal", "comma", "date-order", "mdy", "currency", "USD",
            "scale", "10", "period", "2026-01", "keep-scale", "true");

    private final VarianceReport report = VarianceFactory.eINSTANCE.createVarianceReport();

    private static ImportOptions options(Map<String, String> said) {
        return new TableSettings(said).values();
    }

    private Supplier<ImportPlan> planning(Path file, Artifact artifact, ImportOptions options) {
        ImportList list = ImportList.main(artifact.eClass()).orElseThrow();
        CsvTable table = new TableSettings(Map.of()).read(file, list.fieldNames());
        return () -> ImportPlanner.plan(table, list.propose(table, artifact), artifact, list, directory, options);
    }

    private List<String> nowhere(Path file, Artifact artifact, ImportOptions options) {
        return ImportPlans.alone(planning(file, artifact, options)).get(0).nowhere();
    }

    @Test
    void whatNoColumnTakesIsToldInOneLine() throws Exception {
        assertEquals(
                List.of("Options that mean nothing for this file, because no column takes them: --decimal, "
                        + "--date-order, --currency, --scale, --period, --keep-scale."),
                nowhere(write("Title,Category\nA,security\n"), register, options(ALL)));
    }

    @ParameterizedTest
    @CsvSource({"decimal, 'Cost, minimum', '1,50 EUR'", "currency, 'Cost, minimum', '1,50'",
            "date-order, Review date, 01/02/2026", "scale, Likelihood, 7", "keep-scale, Impact, 7"})
    void whatAColumnTakesIsNotTold(String option, String column, String value) throws Exception {
        assertEquals(List.of(),
                nowhere(write("Title\t" + column + "\nA\t" + value + "\n"), register,
                        options(Map.of(option, ALL.get(option)))));
    }

    @ParameterizedTest
    @CsvSource({"'Title,Planned\nA,1\n', true", "'Title,Planned,Period\nA,1,2026-01\nB,2,\n', true",
            "'Title,Planned,Period\nA,1,2026-01\n', false", "'Title,Planned 2026-01\nA,1\n', false"})
    void aPeriodIsTakenByValuesThatNameNone(String text, boolean isTaken) throws Exception {
        assertEquals(isTaken,
                nowhere(write(text.replace("\\n", "\n")), report, options(Map.of("period", "2026-01"))).isEmpty());
    }

    @Test
    void numbersOfASheetNeedNoDecimalMark() throws Exception {
        Path file = folder.resolve("numbers.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
            Row header = workbook.createSheet("Lines").createRow(0);
            header.createCell(0).setCellValue("Title");
            header.createCell(1).setCellValue("Planned 2026-01");
            Row row = workbook.getSheetAt(0).createRow(1);
            row.createCell(0).setCellValue("A");
            row.createCell(1).setCellValue(1.5);
            workbook.write(out);
        }

        assertEquals(List.of("Options that mean nothing for this file, because no column takes them: --decimal."),
                nowhere(file, report, options(Map.of("decimal", "comma"))));
    }

    @Test
    void ofSeveralTablesOneThatTakesAnOptionIsEnough() throws Exception {
        ImportOptions options = options(Map.of("scale", "10", "currency", "USD"));
        Path names = write("Title\nA\n");
        Path rated = Files.writeString(folder.resolve("rated.csv"), "Title,Likelihood\nB,7\n");

        List<ImportPlan> plans = ImportPlans.execute(domain,
                List.of(planning(names, register, options), planning(rated, register, options)), List.of(0, 1));

        assertEquals(List.of("Options that mean nothing for this file, because no column takes them: --currency."),
                plans.get(0).nowhere());
        assertEquals(List.of(), plans.get(1).nowhere());
    }
}
