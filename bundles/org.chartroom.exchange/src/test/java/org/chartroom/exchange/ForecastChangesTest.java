package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.chartroom.exchange.csv.CsvFiles;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.exchange.importing.ForecastImporter;
import org.chartroom.exchange.importing.ImportTotals;
import org.chartroom.exchange.importing.KnownFormat;
import org.chartroom.model.Artifact;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.change.Change;
import org.chartroom.model.change.ChangeFactory;
import org.chartroom.model.change.ChangeLog;
import org.chartroom.model.change.ChangePackage;
import org.chartroom.model.change.ChangeState;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.variance.VarianceFactory;
import org.chartroom.model.variance.VarianceReport;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.emf.edit.provider.ReflectiveItemProviderAdapterFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real file of a city's capital projects as changes of a change log. */
class ForecastChangesTest {
    private final ChangeLog log = ChangeFactory.eINSTANCE.createChangeLog();
    private final AdapterFactoryEditingDomain domain = new AdapterFactoryEditingDomain(
            new ReflectiveItemProviderAdapterFactory(), new BasicCommandStack());

    @TempDir
    Path folder;

    private static Path realFile() throws Exception {
        return Path.of(ForecastChangesTest.class.getResource("/data/nyc_capital_projects_20190901.csv").toURI());
    }

    private static KnownFormat realFormat() throws Exception {
        CsvTable table = CsvFiles.read(realFile(), CsvFiles.detect(realFile()));
        return new ForecastImporter().read(table).orElseThrow();
    }

    private ImportPlan run(Artifact artifact) throws Exception {
        ImportPlan plan = realFormat().plan(artifact, ModelFactory.eINSTANCE.createDirectory());
        plan.command(domain).ifPresent(domain.getCommandStack()::execute);
        return plan;
    }

    @Test
    void columnsOfTheRealFileThatGoNowhereAreSaid() throws Exception {
        for (Artifact artifact : List.of(log, VarianceFactory.eINSTANCE.createVarianceReport())) {
            List<String> nowhere = realFormat().plan(artifact, ModelFactory.eINSTANCE.createDirectory()).nowhere();

            assertEquals(8, nowhere.size(), nowhere.toString());
            assertEquals("The column \"Description\" goes nowhere; values in it: 2150.", nowhere.get(0));
            assertTrue(nowhere.get(7).startsWith("Records that change neither money nor time go nowhere"),
                    nowhere.toString());
        }
    }

    private KnownFormat format(String rows) throws Exception {
        Path file = Files.writeString(folder.resolve("history.csv"), "Date Reported As Of,PID,Project Name,Category,"
                + "Current Phase,Budget Forecast,Latest Budget Changes,Forecast Completion,Latest Schedule Changes\n"
                + rows);
        return new ForecastImporter().read(CsvFiles.read(file, CsvFiles.detect(file))).orElseThrow();
    }

    private static ImportPlan plan(KnownFormat format, Artifact artifact) {
        return format.plan(artifact, ModelFactory.eINSTANCE.createDirectory());
    }

    @Test
    void aForecastThatIsNotTheFirstOneAndItsChangesIsAContradictionWithItsLine() throws Exception {
        ImportPlan plan = plan(format("01/01/2020,1,A,Roads,Design,100,0,01/01/2022,0\n"
                + "01/01/2020,2,B,Roads,Design,50,0,01/01/2022,0\n"
                + "05/01/2020,1,A,Roads,Design,120,10,01/01/2022,0\n"
                + "05/01/2020,2,B,Roads,Design,57,7,01/01/2022,0\n"),
                VarianceFactory.eINSTANCE.createVarianceReport());

        assertEquals(1, plan.totals().contradictionCount());
        ImportTotals.Contradiction only = plan.totals().contradictions().get(0);
        assertEquals(List.of(4L, "1", "120", "110"),
                List.of(only.line(), only.item(), only.stated(), only.computed()));
        assertEquals(4, plan.totals().rows());
        assertEquals(List.of(2L, 3L), plan.entries().stream().map(ImportPlan.Entry::line).toList());
    }

    @Test
    void recordsThatChangeNothingAreCountedAsGoingNowhere() throws Exception {
        ImportPlan plan = plan(format("01/01/2020,1,A,Roads,Design,100,0,01/01/2022,0\n"
                + "05/01/2020,1,A,Roads,Build,100,0,01/01/2022,0\n"
                + "09/01/2020,1,A,Roads,Build,110,10,01/01/2022,0\n"),
                VarianceFactory.eINSTANCE.createVarianceReport());

        assertEquals(List.of("Records that change neither money nor time go nowhere, nor do their phases; records: 1."),
                plan.nowhere());
        assertEquals(0, plan.totals().contradictionCount());
    }

    @Test
    void theCurrencyThatIsTakenForGrantedIsSaid() throws Exception {
        KnownFormat format = format("01/01/2020,1,A,Roads,Design,100,5,01/01/2022,0\n");
        for (Artifact artifact : List.of(log, VarianceFactory.eINSTANCE.createVarianceReport())) {
            assertEquals("The file names no currency; its amounts are taken in USD.",
                    plan(format, artifact).notes().get(0));
        }
    }

    @Test
    void linesInAnotherCurrencyGetNoAmountsOfTheFile() throws Exception {
        KnownFormat format = format("01/01/2020,1,A,Roads,Design,100,5,01/01/2022,0\n");
        VarianceReport report = VarianceFactory.eINSTANCE.createVarianceReport();
        report.setKey("VAR-001");
        report.getLines().add(VarianceFactory.eINSTANCE.createVarianceLine());
        assertTrue(assertThrows(ImportException.class, () -> plan(format, report)).getMessage()
                .contains("the lines of VAR-001 are in EUR"));
    }

    private static BigDecimal decimal(String text) {
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    }

    private static List<CSVRecord> records() throws Exception {
        try (Reader reader = Files.newBufferedReader(realFile())) {
            return CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader).getRecords();
        }
    }

    @Test
    void totalsOfEachProjectAgreeWithTheSumOverTheFile() throws Exception {
        Map<String, BigDecimal> money = new TreeMap<>();
        Map<String, Integer> days = new TreeMap<>();
        int changes = 0;
        int rows = 0;
        for (CSVRecord row : records()) {
            rows++;
            BigDecimal amount = decimal(row.get("Latest Budget Changes"));
            int moved = decimal(row.get("Latest Schedule Changes")).intValueExact();
            if (amount.signum() != 0 || moved != 0) {
                changes++;
                money.merge(row.get("PID"), amount, BigDecimal::add);
                days.merge(row.get("PID"), moved, Integer::sum);
            }
        }
        assertEquals(2259, rows);

        ImportPlan plan = run(log);

        assertEquals(changes, plan.count(Outcome.CREATED));
        assertEquals(changes, log.getChanges().size());
        Map<String, BigDecimal> imported = new TreeMap<>();
        Map<String, Integer> importedDays = new TreeMap<>();
        for (Change change : log.getChanges()) {
            String project = change.getDeliverables().get(0);
            imported.merge(project, change.getCostImpact() == null ? BigDecimal.ZERO : change.getCostImpact().amount(),
                    BigDecimal::add);
            importedDays.merge(project, change.getScheduleImpact() == null ? 0 : change.getScheduleImpact(),
                    Integer::sum);
        }
        assertEquals(days, importedDays);
        assertEquals(money.keySet(), imported.keySet());
        money.forEach((project, sum) -> assertEquals(0, sum.compareTo(imported.get(project)), project));
    }

    @Test
    void changesAreAuthorisedOnTheDayTheyWereReportedAndKeysAreUnique() throws Exception {
        run(log);

        assertEquals(log.getChanges().size(), log.getChanges().stream().map(Change::getKey).distinct().count());
        for (Change change : log.getChanges()) {
            assertEquals(ChangeState.AUTHORISED, change.getState());
            assertEquals(1, change.getTransitions().size());
        }
    }

    @Test
    void theSameImportAgainChangesNothingAndUndoTakesItBack() throws Exception {
        int size = (int) run(log).count(Outcome.CREATED);
        ImportPlan again = run(log);

        assertEquals(size, again.count(Outcome.UNCHANGED));
        assertEquals(Optional.empty(), again.command(domain));
        domain.getCommandStack().undo();
        assertEquals(List.of(), List.copyOf(log.getChanges()));
    }

    @Test
    void theLinesOfAVarianceReportAreOneStepThatCanBeUndone() throws Exception {
        VarianceReport report = VarianceFactory.eINSTANCE.createVarianceReport();
        ImportPlan plan = run(report);

        assertEquals(378, plan.count(Outcome.CREATED));
        assertEquals(378, report.getLines().size());
        assertEquals(378, realFormat().plan(report, ModelFactory.eINSTANCE.createDirectory()).count(Outcome.UNCHANGED));
        domain.getCommandStack().undo();
        assertEquals(List.of(), List.copyOf(report.getLines()));
        assertEquals(List.of(), List.copyOf(report.getPeriods()));
    }

    @Test
    void otherArtifactsAreNoTargets() throws Exception {
        assertEquals(ChangePackage.Literals.CHANGE_LOG, realFormat().targets().get(1));
        assertThrows(ImportException.class, () -> realFormat().plan(RiskFactory.eINSTANCE.createRiskRegister(),
                ModelFactory.eINSTANCE.createDirectory()));
    }
}
