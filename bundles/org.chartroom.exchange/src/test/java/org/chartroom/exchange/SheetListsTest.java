package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.TableSearch;
import org.chartroom.exchange.export.XlsxExport;
import org.chartroom.exchange.importing.ImportList;
import org.chartroom.exchange.importing.ImportOptions;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.exchange.importing.ImportPlanner;
import org.chartroom.exchange.importing.ImportPlans;
import org.chartroom.exchange.importing.Scales;
import org.chartroom.exchange.importing.SheetLists;
import org.chartroom.exchange.xlsx.XlsxFiles;
import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;
import org.chartroom.model.ModelFactory;
import org.chartroom.core.value.Steps;
import org.chartroom.model.risk.ImpactLevel;
import org.chartroom.model.risk.LikelihoodLevel;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskAction;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.model.variance.LineFigure;
import org.chartroom.model.variance.ReportPeriod;
import org.chartroom.model.variance.VarianceFactory;
import org.chartroom.model.variance.VarianceLine;
import org.chartroom.model.variance.VarianceReport;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.emf.edit.provider.ReflectiveItemProviderAdapterFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Each sheet of a workbook goes to the list that it is called like. */
class SheetListsTest {
    private final AdapterFactoryEditingDomain domain = new AdapterFactoryEditingDomain(
            new ReflectiveItemProviderAdapterFactory(), new BasicCommandStack());
    private final Directory directory = ModelFactory.eINSTANCE.createDirectory();

    private List<ImportPlan> importFile(Path file, Artifact artifact) {
        TableSearch search = TableSearch.by(ImportList.main(artifact.eClass()).orElseThrow().fieldNames());
        CsvTable main = XlsxFiles.read(file, SheetLists.main(file, artifact.eClass()), true, search);
        List<Supplier<ImportPlan>> plannings = new ArrayList<>();
        List<SheetLists.Part> parts = SheetLists.of(file, main, artifact.eClass());
        for (SheetLists.Part part : parts) {
            plannings.add(() -> ImportPlanner.plan(part.table(),
                    Scales.judge(part.table(), part.list().propose(part.table(), artifact), artifact, Optional.empty()),
                    artifact, part.list(), directory, ImportOptions.NONE));
        }
        return ImportPlans.execute(domain, plannings, SheetLists.order(parts, artifact.eClass()));
    }

    private List<ImportPlan> through(Artifact from, Artifact into) throws IOException {
        Path file = Files.createTempFile("sheets", ".xlsx");
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                XlsxExport.write(from, out);
            }
            return importFile(file, into);
        } finally {
            Files.delete(file);
        }
    }

    private static void row(Sheet sheet, int index, String... values) {
        for (int i = 0; i < values.length; i++) {
            (sheet.getRow(index) == null ? sheet.createRow(index) : sheet.getRow(index)).createCell(i)
                    .setCellValue(values[i]);
        }
    }

    @Test
    void risksAndTheirActionsComeInAtOnceAndOtherSheetsAreSaid() throws Exception {
        Path file = Files.createTempFile("register", ".xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
            Sheet actions = workbook.createSheet("Actions");
            row(actions, 0, "Risk", "Description", "Owner", "Due", "Done on");
            row(actions, 1, "R-1", "Drill", "Ana", "2026-12-01", "");
            row(actions, 2, "R-1", "Alarm", "Bob", "2026-12-02", "");
            Sheet risks = workbook.createSheet("Risks");
            row(risks, 0, "Key", "Title");
            row(risks, 1, "R-1", "Fire");
            Sheet notes = workbook.createSheet("Notes");
            row(notes, 0, "Anything");
            row(notes, 1, "else");
            workbook.write(out);
        }
        RiskRegister register = RiskFactory.eINSTANCE.createRiskRegister();
        List<ImportPlan> plans = importFile(file, register);
        Files.delete(file);

        assertEquals(List.of("Notes, rows: 2"), plans.get(0).table().orElseThrow().otherSheets());
        assertEquals(Optional.of("Actions"), plans.get(1).table().orElseThrow().sheet());
        assertEquals(List.of("Drill", "Alarm"), register.getRisks().get(0).getActions().stream()
                .map(RiskAction::getDescription).toList());
    }

    private static RiskRegister registerWithSteps(int steps, String word) {
        RiskRegister register = RiskFactory.eINSTANCE.createRiskRegister();
        for (int step = 1; step <= steps; step++) {
            String label = word == null ? null : word + step;
            register.getLikelihoodScale()
                    .add((LikelihoodLevel) Steps.create(RiskPackage.Literals.LIKELIHOOD_LEVEL, step, label));
            register.getImpactScale().add((ImpactLevel) Steps.create(RiskPackage.Literals.IMPACT_LEVEL, step, label));
        }
        return register;
    }

    private static List<String> ratings(RiskRegister register) {
        return register.getRisks().stream()
                .map(risk -> risk.getKey() + " " + risk.getCurrentLikelihood() + " " + risk.getCurrentImpact())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 7, 10})
    void aRegisterWithAScaleOfItsOwnComesBackWithItsRatings(int steps) throws IOException {
        RiskRegister register = registerWithSteps(steps, "Step ");
        for (int i = 1; i <= steps; i++) {
            Risk risk = RiskFactory.eINSTANCE.createRisk();
            risk.setKey("R-" + i);
            risk.setTitle("Risk");
            risk.setCurrentLikelihood(i);
            risk.setCurrentImpact(steps + 1 - i);
            RiskAction action = RiskFactory.eINSTANCE.createRiskAction();
            action.setDescription("Drill");
            risk.getActions().add(action);
            register.getRisks().add(risk);
        }
        for (RiskRegister again : List.of(registerWithSteps(5, null), RiskFactory.eINSTANCE.createRiskRegister())) {
            List<ImportPlan> plans = through(register, again);

            assertEquals(ratings(register), ratings(again));
            assertEquals(Steps.labels(RiskPackage.Literals.RISK__CURRENT_LIKELIHOOD, register),
                    Steps.labels(RiskPackage.Literals.RISK__CURRENT_LIKELIHOOD, again));
            assertEquals(steps, again.getImpactScale().size());
            assertEquals(List.of(), plans.get(0).totals().contradictions());
        }
    }

    @Provide
    Arbitrary<List<List<Integer>>> numbers() {
        return Arbitraries.integers().between(1, 900).list().uniqueElements().ofMaxSize(4).list().ofMinSize(1)
                .ofMaxSize(5);
    }

    private static List<String> values(RiskRegister register) {
        return register.getRisks().stream().map(risk -> risk.getKey() + risk.getTitle() + risk.getActions().stream()
                .map(action -> action.getDescription() + action.getDue()).toList()).toList();
    }

    @Property(tries = 25)
    void risksAndActionsOfAWorkbookAreReadBack(@ForAll("numbers") List<List<Integer>> numbers) throws IOException {
        RiskRegister register = RiskFactory.eINSTANCE.createRiskRegister();
        for (int i = 0; i < numbers.size(); i++) {
            Risk risk = RiskFactory.eINSTANCE.createRisk();
            risk.setKey("R-" + (i + 1));
            risk.setTitle("Risk " + i % 2);
            register.getRisks().add(risk);
            for (int number : numbers.get(i)) {
                RiskAction action = RiskFactory.eINSTANCE.createRiskAction();
                action.setDescription("step " + number % 7);
                action.setDue(LocalDate.of(2026, 1, 1).plusDays(number));
                risk.getActions().add(action);
            }
        }
        RiskRegister again = RiskFactory.eINSTANCE.createRiskRegister();
        through(register, again);
        assertEquals(values(register), values(again));
        for (ImportPlan plan : through(register, register)) {
            assertEquals(0, plan.count(Outcome.CREATED) + plan.count(Outcome.CHANGED) + plan.count(Outcome.REFUSED),
                    plan.entries().toString());
        }
    }

    private static List<String> values(VarianceReport report) {
        return report.getLines().stream().flatMap(line -> line.getFigures().stream().map(figure -> line.getKey()
                + figure.getPeriod().getStartsOn() + figure.getPeriod().getEndsOn() + figure.getPlanned())).toList();
    }

    @Property(tries = 25)
    void figuresOfAWorkbookAreReadBackWithTheirPeriods(@ForAll("numbers") List<List<Integer>> numbers)
            throws IOException {
        VarianceReport report = VarianceFactory.eINSTANCE.createVarianceReport();
        for (int month = 0; month < 4; month++) {
            ReportPeriod period = VarianceFactory.eINSTANCE.createReportPeriod();
            period.setStartsOn(LocalDate.of(2026, 1, 1).plusMonths(month));
            period.setEndsOn(period.getStartsOn().plusMonths(1).minusDays(1));
            report.getPeriods().add(period);
        }
        for (int i = 0; i < numbers.size(); i++) {
            VarianceLine line = VarianceFactory.eINSTANCE.createVarianceLine();
            line.setKey("L-" + (i + 1));
            line.setTitle("Line");
            report.getLines().add(line);
            for (int month = 0; month < numbers.get(i).size(); month++) {
                LineFigure figure = VarianceFactory.eINSTANCE.createLineFigure();
                figure.setPeriod(report.getPeriods().get(month));
                figure.setPlanned(BigDecimal.valueOf(numbers.get(i).get(month)));
                line.getFigures().add(figure);
            }
        }
        VarianceReport again = VarianceFactory.eINSTANCE.createVarianceReport();
        through(report, again);
        assertEquals(values(report), values(again));
        for (ImportPlan plan : through(report, report)) {
            assertEquals(0, plan.count(Outcome.CREATED) + plan.count(Outcome.CHANGED) + plan.count(Outcome.REFUSED),
                    plan.entries().toString());
        }
    }
}
