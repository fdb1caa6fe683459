package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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

/** The real file of a city's capital projects as changes of a change log. */
class ForecastChangesTest {
    private final ChangeLog log = ChangeFactory.eINSTANCE.createChangeLog();
    private final AdapterFactoryEditingDomain domain = new AdapterFactoryEditingDomain(
            new ReflectiveItemProviderAdapterFactory(), new BasicCommandStack());

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

            assertEquals(7, nowhere.size(), nowhere.toString());
            assertEquals("The column \"Description\" goes nowhere; values in it: 2150.", nowhere.get(0));
        }
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
