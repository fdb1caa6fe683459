package org.chartroom.variance.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.chartroom.core.check.Finding;
import org.chartroom.core.check.Severity;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.CharterFactory;
import org.chartroom.model.derived.DerivedFeatures;
import org.chartroom.model.derived.FeatureCalculator;
import org.chartroom.model.variance.CauseCategory;
import org.chartroom.model.variance.ReportPeriod;
import org.chartroom.model.variance.VarianceLine;
import org.chartroom.model.variance.VariancePackage;
import org.chartroom.model.variance.VarianceReport;
import org.chartroom.model.variance.VarianceStatus;
import org.chartroom.testkit.DeclaredChecks;
import org.chartroom.variance.Reports;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.emf.edit.provider.ReflectiveItemProviderAdapterFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VarianceChecksTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    private final FeatureCalculator calculator = (owner, feature) -> new VarianceCalculator().value(owner,
            feature, Evaluation.of(owner));
    private final AdapterFactoryEditingDomain domain = new AdapterFactoryEditingDomain(
            new ReflectiveItemProviderAdapterFactory(), new BasicCommandStack());
    private final VarianceReport report = Reports.months(3, "2026-02-28");
    private final VarianceLine line = Reports.line(report, "1");

    @BeforeEach
    void soundReport() {
        DerivedFeatures.register(VariancePackage.eNS_URI, calculator);
        Reports.figure(line, 0, "100", "100", "100");
        Reports.figure(line, 1, "100", "100", "100");
        Reports.figure(line, 2, "100", null, null);
    }

    @AfterEach
    void takeTheCalculatorBack() {
        DerivedFeatures.unregister(VariancePackage.eNS_URI, calculator);
    }

    @Test
    void soundReportHasNoFinding() {
        assertEquals(List.of(), ids());
    }

    @Test
    void redLineWithoutExplanationIsAnErrorAndWithOneItIsNone() {
        line.getFigures().get(1).setActual(new BigDecimal("200"));
        assertEquals(List.of("unexplained"), ids());
        assertEquals(Severity.ERROR, findings().get(0).severity());

        explain(line);

        assertEquals(List.of(), ids());
    }

    private static void explain(VarianceLine line) {
        line.setCause(CauseCategory.PRICE);
        line.setNarrative("Licences became dearer in January.");
        line.setCorrectiveAction("Fewer licences from March on.");
        line.setActionOwner(ModelFactory.eINSTANCE.createPerson());
        line.setActionDue(TODAY);
        line.setExpectedRecovery(BigDecimal.ZERO);
        line.setAcceptedBy(ModelFactory.eINSTANCE.createPerson());
    }

    @ParameterizedTest
    @CsvSource({"cause, unexplained, ERROR", "narrative, unexplained, ERROR",
            "correctiveAction, actionMissing, WARNING",
            "actionOwner, actionMissing, WARNING", "actionDue, actionMissing, WARNING",
            "expectedRecovery, actionMissing, WARNING", "acceptedBy, notAccepted, WARNING"})
    void partThatTheExplanationOfARedLineLacksIsFoundOnItsField(String part, String check, Severity severity) {
        line.getFigures().get(1).setActual(new BigDecimal("200"));
        explain(line);
        line.eUnset(line.eClass().getEStructuralFeature(part));

        assertEquals(List.of(check), ids());
        assertEquals(part, findings().get(0).feature().getName());
        assertEquals(severity, findings().get(0).severity());
    }

    @Test
    void partThatTheExplanationOfAnAmberLineLacksIsAnInformationAndAGreenLineNeedsNone() {
        line.getFigures().get(1).setActual(new BigDecimal("112"));
        explain(line);
        line.setAcceptedBy(null);
        assertEquals(List.of(Severity.INFO), findings().stream().map(Finding::severity).toList());

        line.getFigures().get(1).setActual(new BigDecimal("100"));

        assertEquals(List.of(), ids());
    }

    @Test
    void figureOfAPartialSumIsFoundOnTheFieldThatDiffersWithBothNumbers() {
        VarianceLine parent = Reports.line(report, "P");
        line.setParent(parent);
        Reports.figure(parent, 0, "200", "190", "200");
        Reports.figure(parent, 2, "100", null, null).setForecast(new BigDecimal("7"));

        assertEquals(List.of("sumDiffers"), ids());
        assertEquals(VariancePackage.Literals.MEASURED__EARNED_VALUE, findings().get(0).feature());
        assertEquals(
                "P Line P carries figures of its own that differ from the sums of its lines: EV 190.00 and not 200.00;"
                        + " Forecast 7.00 and not 0.00; only the sums count.",
                findings().get(0).message());
    }

    @Test
    void statusDateAfterTheLastPeriodIsFoundAndTheMissingPeriodsAreAdded() {
        report.setStatusDate(LocalDate.of(2026, 3, 31));
        line.getFigures().get(2).setActual(BigDecimal.TEN);
        line.getFigures().get(2).setEarned(BigDecimal.TEN);
        assertEquals(List.of(), periodIds());
        report.setStatusDate(LocalDate.of(2026, 5, 1));
        assertEquals(List.of("periodsEnd"), periodIds());

        applyOnlyFix();

        assertEquals(List.of(), periodIds());
        assertEquals(List.of(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 5, 1)), report.getPeriods().subList(3, 5)
                .stream().map(ReportPeriod::getStartsOn).toList());
    }

    @Test
    void charterThatStartsBeforeTheFirstPeriodIsFoundAndTheMissingPeriodsAreAdded() {
        Charter charter = CharterFactory.eINSTANCE.createCharter();
        charter.setPlannedStart(LocalDate.of(2026, 1, 15));
        report.setCharter(charter);
        assertEquals(List.of(), periodIds());
        charter.setPlannedStart(LocalDate.of(2025, 11, 20));
        assertEquals(List.of("periodsStart"), periodIds());

        applyOnlyFix();

        assertEquals(List.of(), periodIds());
        assertEquals(List.of(LocalDate.of(2025, 11, 1), LocalDate.of(2025, 12, 1), LocalDate.of(2026, 1, 1)),
                report.getPeriods().subList(0, 3).stream().map(ReportPeriod::getStartsOn).toList());
    }

    @Test
    void statusDateBeforeTheFirstPeriodIsFound() {
        report.setStatusDate(LocalDate.of(2025, 12, 31));
        assertEquals(List.of("periodsStart"), periodIds());
        applyOnlyFix();
        assertEquals(LocalDate.of(2025, 12, 1), report.getPeriods().get(0).getStartsOn());
    }

    @Test
    void linesWithoutAnyPeriodAreFound() {
        line.getFigures().clear();
        report.getPeriods().clear();
        assertEquals(List.of("periodsNone"), periodIds());
        report.getLines().clear();
        assertEquals(List.of(), periodIds());
    }

    private List<String> periodIds() {
        return ids().stream().filter(id -> id.startsWith("period")).toList();
    }

    @Test
    void amberLineWithoutExplanationIsAWarning() {
        line.getFigures().get(1).setActual(new BigDecimal("112"));

        assertEquals(List.of("unexplained"), ids());
        assertEquals(Severity.WARNING, findings().get(0).severity());
    }

    @Test
    void missingActualIsFoundAndZeroIsAnEntry() {
        line.getFigures().get(0).setActual(null);
        assertEquals(List.of("actualMissing"), ids());

        applyOnlyFix();

        assertEquals(BigDecimal.ZERO, line.getFigures().get(0).getActual());
        assertEquals(List.of(), ids());
    }

    @Test
    void moreEarnedThanTheBudgetIsFoundAndTheWholeBudgetIsNot() {
        line.getFigures().get(1).setEarned(new BigDecimal("200"));
        assertEquals(List.of(), ids());

        line.getFigures().get(1).setEarned(new BigDecimal("200.01"));

        assertEquals(List.of("earnedAboveBudget"), ids());
    }

    @Test
    void overlapOfPeriodsIsFoundAndMended() {
        report.getPeriods().get(1).setStartsOn(LocalDate.of(2026, 1, 31));
        assertEquals(List.of("periodOverlap"), ids());

        applyOnlyFix();

        assertEquals(LocalDate.of(2026, 2, 1), report.getPeriods().get(1).getStartsOn());
        assertEquals(List.of(), ids());
    }

    @Test
    void gapBetweenPeriodsIsFoundAndMended() {
        report.getPeriods().get(1).setStartsOn(LocalDate.of(2026, 2, 3));
        assertEquals(List.of("periodGap"), ids());

        applyOnlyFix();

        assertEquals(List.of(), ids());
    }

    @Test
    void periodThatEndsBeforeItStartsIsFound() {
        line.getFigures().get(2).setPlanned(null);
        report.getPeriods().get(2).setEndsOn(LocalDate.of(2026, 2, 1));

        assertEquals(List.of("periodDates"), ids());
    }

    @Test
    void parentWithNumbersThatDifferFromItsLinesIsFoundAndEqualOnesAreNot() {
        VarianceLine parent = Reports.line(report, "P");
        line.setParent(parent);
        Reports.figure(parent, 0, "200", "200", "200");
        Reports.figure(parent, 2, "100", null, null);
        assertEquals(List.of(), ids());

        parent.getFigures().get(0).setActual(new BigDecimal("201"));
        assertEquals(List.of("sumDiffers"), ids());
        applyOnlyFix();

        assertEquals(List.of(), List.copyOf(parent.getFigures()));
        assertEquals(List.of(), ids());
    }

    @Test
    void lineSummedUpInItselfIsFoundAndPutAtTheTop() {
        line.setParent(line);
        assertEquals(List.of("parentCycle"), ids());

        applyOnlyFix();

        assertNull(line.getParent());
    }

    @Test
    void secondFigureOfAPeriodIsFoundAndRemoved() {
        Reports.figure(line, 2, "0", null, null);
        assertEquals(List.of("figurePeriod"), ids());

        applyOnlyFix();

        assertEquals(3, line.getFigures().size());
    }

    @Test
    void figureOfAPeriodThatIsGoneIsFound() {
        line.getFigures().get(2).setPeriod(null);

        assertEquals(List.of("figurePeriod"), ids());
    }

    @Test
    void percentageAboveHundredIsFoundAndHundredIsNot() {
        line.getFigures().get(0).setPercentComplete(BigDecimal.ONE);
        line.getFigures().get(1).setEarned(null);
        assertEquals(List.of(), ids());

        line.getFigures().get(0).setPercentComplete(new BigDecimal("1.01"));

        assertEquals(List.of("percentRange", "earnedAboveBudget"), ids());
    }

    @Test
    void unknownCurrencyIsFound() {
        report.setCurrency("EURO");

        assertEquals(List.of("currencyUnknown"), ids());
    }

    @Test
    void missingStatusDateIsFound() {
        report.setStatusDate(null);

        assertEquals(List.of("statusDateMissing", "actualMissing"), ids());
    }

    @Test
    void redBeforeAmberIsFoundAndSwapped() {
        report.setAmberThreshold(new BigDecimal("0.2"));
        assertEquals(List.of("thresholdOrder"), ids());

        applyOnlyFix();

        assertEquals(new BigDecimal("0.10"), report.getAmberThreshold());
        assertEquals(new BigDecimal("0.2"), report.getRedThreshold());
    }

    @Test
    void derivedFeaturesOfLineAndReportAreComputed() {
        line.getFigures().get(1).setActual(new BigDecimal("200"));

        assertEquals(0, new BigDecimal("300").compareTo(line.getActualCost()));
        assertEquals(new BigDecimal("0.6667"), line.getCostPerformanceIndex());
        assertEquals(VarianceStatus.RED, line.getBudgetStatus());
        assertEquals(new BigDecimal("450.00"), report.getEstimateAtCompletion());
        assertEquals(new BigDecimal("2.0000"), report.getEarnedSchedule());
        assertEquals(new BigDecimal("1.0000"), report.getTimeIndex());
    }

    @Test
    void valueThatCannotBeComputedIsEmpty() {
        report.getLines().clear();

        assertNull(report.getCostPerformanceIndex());
        assertNull(report.getBudgetStatus());
        assertNull(report.getTcpiBudget());
        assertNull(line.getPlannedValue());
    }

    private List<String> ids() {
        return findings().stream().map(finding -> finding.checkId().substring("org.chartroom.variance.".length()))
                .toList();
    }

    private List<Finding> findings() {
        return DeclaredChecks.of(Path.of("plugin.xml")).run(report, Evaluation.on(report, TODAY));
    }

    private void applyOnlyFix() {
        domain.getCommandStack().execute(findings().get(0).fixes().get(0).command().apply(domain));
    }
}
