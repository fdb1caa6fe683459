package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.export.CsvExport;
import org.chartroom.exchange.importing.ImportOptions;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportPlanner;
import org.chartroom.exchange.importing.MappingProposal;
import org.chartroom.exchange.importing.PeriodSpan;
import org.chartroom.model.Artifact;
import org.chartroom.model.variance.LineFigure;
import org.chartroom.model.variance.PeriodType;
import org.chartroom.model.variance.ReportPeriod;
import org.chartroom.model.variance.VarianceFactory;
import org.chartroom.model.variance.VarianceLine;
import org.chartroom.model.variance.VarianceReport;
import org.chartroom.model.vendor.Measurement;
import org.chartroom.model.vendor.Metric;
import org.chartroom.model.vendor.PeriodLength;
import org.chartroom.model.vendor.VendorFactory;
import org.chartroom.model.vendor.VendorScorecard;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Values of periods come in from a column of periods and from columns of periods, and add up. */
class PeriodImportTest extends TableImports {
    private final VarianceReport report = VarianceFactory.eINSTANCE.createVarianceReport();
    private final VendorScorecard scorecard = VendorFactory.eINSTANCE.createVendorScorecard();

    @BeforeEach
    void name() {
        report.setKey("VAR-001");
        scorecard.setKey("VND-001");
    }

    private ImportPlan plan(Artifact artifact, String text) throws IOException {
        return plan(artifact, text, ImportOptions.NONE);
    }

    private ImportPlan plan(Artifact artifact, String text, ImportOptions options) throws IOException {
        return plan(artifact, csv(artifact, text), options);
    }

    private ImportPlan plan(Artifact artifact, CsvTable table, ImportOptions options) {
        return ImportPlanner.plan(table, MappingProposal.propose(table, items(artifact), artifact), artifact, directory,
                options);
    }

    private ImportPlan importText(Artifact artifact, String text) throws IOException {
        return execute(plan(artifact, text));
    }

    private static List<String> figures(VarianceReport report) {
        return report.getLines().stream().flatMap(line -> line.getFigures().stream().map(figure -> line.getTitle() + " "
                + figure.getPeriod().getStartsOn() + " " + text(figure.getPlanned()) + " " + text(figure.getActual())))
                .sorted().toList();
    }

    private static String text(BigDecimal number) {
        return number == null ? "-" : number.stripTrailingZeros().toPlainString();
    }

    private List<LocalDate> periods() {
        return report.getPeriods().stream().map(ReportPeriod::getStartsOn).toList();
    }

    @Test
    void aColumnOfPeriodsMakesThePeriodsThatTheReportLacks() throws Exception {
        ImportPlan plan = importText(report, "Title,Code,Planned,Actual,Period\nA,1,100,90,2026-02-01\n"
                + "A,1,50,60,2026-01-01\nB,2,7,,Jan 2026\n");

        assertEquals(List.of("A 2026-01-01 50 60", "A 2026-02-01 100 90", "B 2026-01-01 7 -"), figures(report));
        assertEquals(List.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1)), periods());
        assertEquals(LocalDate.of(2026, 1, 31), report.getPeriods().get(0).getEndsOn());
        assertTrue(plan.notes().contains("Periods that are made: 2026-01, 2026-02."), plan.notes().toString());
    }

    private List<String> parents() {
        return report.getLines().stream()
                .map(line -> line.getKey() + (line.getParent() == null ? "" : " < " + line.getParent().getKey()))
                .toList();
    }

    @Test
    void linesWhoseParentsAreACircleAreRefused() throws Exception {
        ImportPlan plan = importText(report,
                "Key,Title,Parent\nX-1,a,X-2\nX-2,b,X-1\nX-3,c,X-3\nX-4,d,\nX-5,e,X-4\n");

        assertEquals(List.of("X-4", "X-5 < X-4"), parents());
        assertEquals(3, plan.count(Outcome.REFUSED), plan.entries().toString());
        assertTrue(plan.entries().toString().contains("X-3 would be a part of itself"), plan.entries().toString());
    }

    @Test
    void aParentThatClosesACircleWithWhatIsThereIsRefused() throws Exception {
        importText(report, "Key,Title,Parent\nX-1,a,\nX-2,b,X-1\n");
        ImportPlan plan = importText(report, "Key,Title,Parent\nX-1,a,X-2\n");

        assertEquals(List.of("X-1", "X-2 < X-1"), parents());
        assertEquals(1, plan.count(Outcome.REFUSED), plan.entries().toString());
    }

    @Test
    void aCircleThatTheFileOpensAgainIsNone() throws Exception {
        importText(report, "Key,Title,Parent\nX-0,z,\nX-1,a,\nX-2,b,X-1\n");
        importText(report, "Key,Title,Parent\nX-1,a,X-2\nX-2,b,X-0\n");

        assertEquals(List.of("X-0", "X-1 < X-2", "X-2 < X-0"), parents());
    }

    @ParameterizedTest
    @ValueSource(strings = {"100.5 EUR", "EUR 100.5", "\u20AC100.5", "100.5 \u20AC"})
    void amountsInTheCurrencyOfTheReportAreItsNumbers(String amount) throws Exception {
        ImportPlan plan = importText(report, "Title,Planned 2026-01,Actual 2026-01\nA,%s,90 EUR\nB,(%s),7\n"
                .formatted(amount, amount));

        assertEquals(List.of("A 2026-01-01 100.5 90", "B 2026-01-01 -100.5 7"), figures(report),
                plan.entries().toString());
    }

    @Test
    void amountsInAnotherCurrencyThanThatOfTheReportAreRefused() throws Exception {
        ImportPlan plan = importText(report, "Title,Planned 2026-01,Actual 2026-01\nA,100 USD,90 USD\nB,1 EUR,2 EUR\n");

        assertEquals(List.of("B 2026-01-01 1 2"), figures(report));
        assertTrue(plan.entries().toString().contains("\"100 USD\" is in another currency"), plan.entries().toString());
    }

    @Test
    void anAmountWithACurrencyBelowAHeaderInThousandsIsRefused() throws Exception {
        ImportPlan plan = importText(report, "Title,Planned 2026-01 (k EUR),Actual 2026-01\nA,100 EUR,90\nB,1,2\n");

        assertEquals(List.of("B 2026-01-01 1000 2"), figures(report), plan.entries().toString());
    }

    @Test
    void columnsOfPeriodsAreFieldsOfPeriods() throws Exception {
        importText(report, "Title,Planned 2026-01,Actual Jan 26,Planned 2026-02,Actual Feb 26\nA,100,90,110,\n");

        assertEquals(List.of("A 2026-01-01 100 90", "A 2026-02-01 110 -"), figures(report));
    }

    @Test
    void monthsComeOneAfterTheOtherAndTheSameAgainChangesNothing() throws Exception {
        importText(report, "Title,Planned,Period\nA,100,2026-02\n");
        importText(report, "Title,Planned,Period\nA,90,2026-01\n");
        ImportPlan again = importText(report, "Title,Planned 2026-01,Planned 2026-02\nA,90,100\n");

        assertEquals(1, again.count(Outcome.UNCHANGED));
        assertTrue(again.command(domain).isEmpty());
        assertEquals(List.of("A 2026-01-01 90 -", "A 2026-02-01 100 -"), figures(report));
        assertEquals(List.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1)), periods());
    }

    @Test
    void valuesWithoutAPeriodAreRefusedUntilItIsSaid() throws Exception {
        String text = "Title,Planned\nA,100\n";
        assertEquals("it has a value and no Period; add a column for it, or say the period, like --period 2026-01",
                plan(report, text).entries().get(0).detail());

        execute(plan(report, text, new ImportOptions(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.of(PeriodSpan.parse("2026-03")), false)));
        assertEquals(List.of("A 2026-03-01 100 -"), figures(report));
    }

    @Test
    void anAmbiguousPeriodIsRefused() throws Exception {
        assertEquals("\"01-02\" may be a month of a year or a day of a month; write it like 2026-01",
                plan(report, "Title,Planned,Period\nA,100,01-02\n").entries().get(0).detail());
    }

    @Test
    void aColumnThatMayBeAMonthOrADayGoesNowhereAndThatIsSaid() throws Exception {
        assertEquals(List
                .of("The column \"Planned 01-02\" goes nowhere; values in it: 1. It may name a month of a year or a "
                        + "day of a month; name it like 2026-01."),
                plan(report, "Title,Code,Planned 01-02\nA,1,100\n").nowhere());
    }

    @Test
    void aMonthThatDoesNotSayWhatItHoldsGoesNowhereWithTheWayOut() throws Exception {
        assertEquals(List
                .of("The column \"Jan 2026\" goes nowhere; values in it: 1. It names a period; say what it holds, like "
                        + "--map \"periods=figures.planned\"."),
                plan(report, "Title,Code,Jan 2026\nA,1,100\n").nowhere());
    }

    @Test
    void twoValuesOfOnePeriodAreRefusedWithBothRows() throws Exception {
        ImportPlan plan = plan(report, "Title,Planned,Period\nA,100,2026-01\nA,200,Jan 2026\n");

        assertEquals(2, plan.count(Outcome.REFUSED));
        assertEquals(
                "Figures: Planned is \"200\" here and \"100\" in line 2; make them the same, or keep one of the two "
                        + "rows",
                plan.entries().get(1).detail());
    }

    @Test
    void aReportWithoutPeriodsTakesQuarters() throws Exception {
        ImportPlan plan = importText(report, "Title,Planned Q1 2026,Planned Q2 2026\nA,100,110\n");

        assertEquals(PeriodType.QUARTER, report.getPeriodType());
        assertEquals(List.of("A 2026-01-01 100 -", "A 2026-04-01 110 -"), figures(report));
        assertTrue(plan.notes().contains("The file has quarters: Reporting period becomes quarter."),
                plan.notes().toString());
    }

    @Test
    void aMonthOfAReportInQuartersIsRefused() throws Exception {
        importText(report, "Title,Planned Q1 2026\nA,100\n");

        assertEquals("2026-02 overlaps the period 2026-Q1 that VAR-001 has; give the values of that one",
                plan(report, "Title,Planned,Period\nA,100,2026-02\n").entries().get(0).detail());
    }

    @Test
    void measurementsOfTwoMonthsAddUp() throws Exception {
        importText(scorecard, "Title,Target,Period,Value\nUptime,99.9,2026-01,99.95\n");
        importText(scorecard, "Title,Target,Period,Value\nUptime,99.9,2026-02-28,99.10\n");
        importText(scorecard, "Title,Jan 2026,Mar 2026\nUptime,99.95,99.2\n");

        Metric metric = scorecard.getMetrics().get(0);
        assertEquals(List.of("2026-01-01", "2026-02-01", "2026-03-01"),
                metric.getMeasurements().stream().map(Measurement::getPeriod).map(String::valueOf).toList());
    }

    @Test
    void aMonthOfAScorecardInQuartersIsRefusedWithTheWayOut() throws Exception {
        scorecard.setPeriodLength(PeriodLength.QUARTER);

        assertEquals(
                "2026-01 is none of the periods of VND-001, which has quarters; give the values of these, or change it "
                        + "first: chartroom set VND-001 periodLength=month",
                plan(scorecard, "Title,Jan 2026\nUptime,99.9\n").entries().get(0).detail());
    }

    @Test
    void aLineFindsItsParentFurtherDown() throws Exception {
        importText(report, "Key,Title,Parent\nL-2,Part,L-1\nL-1,Whole,\n");

        VarianceLine part = report.getLines().get(0);
        assertEquals("L-1", part.getParent().getKey());
    }

    @Provide
    Arbitrary<TreeMap<String, TreeMap<Integer, Integer>>> lines() {
        Arbitrary<TreeMap<Integer, Integer>> months = Arbitraries.maps(Arbitraries.integers().between(1, 12),
                Arbitraries.integers().between(-999, 9_999)).ofMinSize(1).ofMaxSize(6).map(TreeMap::new);
        return Arbitraries.maps(Arbitraries.of("A", "B", "C", "D"), months).ofMinSize(1).ofMaxSize(4).map(TreeMap::new);
    }

    private static String longTable(TreeMap<String, TreeMap<Integer, Integer>> lines, int from, int to) {
        StringBuilder text = new StringBuilder("Title,Planned,Period\n");
        lines.forEach((line, months) -> months.subMap(from, to).forEach(
                (month, value) -> text.append(String.format("%s,%d,2026-%02d%n", line, value, month))));
        return text.toString();
    }

    private static String wideTable(TreeMap<String, TreeMap<Integer, Integer>> lines) {
        StringBuilder text = new StringBuilder("Title");
        for (int month = 1; month <= 12; month++) {
            text.append(String.format(",Planned %02d/2026", month));
        }
        lines.forEach((line, months) -> {
            text.append("\n").append(line);
            for (int month = 1; month <= 12; month++) {
                text.append(",").append(months.containsKey(month) ? months.get(month) : "");
            }
        });
        return text.append("\n").toString();
    }

    private static VarianceReport report() {
        VarianceReport report = VarianceFactory.eINSTANCE.createVarianceReport();
        report.setKey("VAR-001");
        return report;
    }

    private ImportPlan importInto(VarianceReport target, String text) throws IOException {
        Path file = Files.createTempFile("lines", ".csv");
        try {
            Files.writeString(file, text);
            return execute(plan(target, csv(target, file), ImportOptions.NONE));
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 60)
    void longWideAndHalvesAreTheSame(@ForAll("lines") TreeMap<String, TreeMap<Integer, Integer>> lines)
            throws IOException {
        List<String> wanted = lines.entrySet().stream().flatMap(line -> line.getValue().entrySet().stream()
                .map(month -> String.format("%s 2026-%02d-01 %d -", line.getKey(), month.getKey(), month.getValue())))
                .sorted().toList();
        VarianceReport inRows = report();
        importInto(inRows, longTable(lines, 1, 13));
        assertEquals(wanted, figures(inRows));
        VarianceReport inColumns = report();
        importInto(inColumns, wideTable(lines));
        assertEquals(wanted, figures(inColumns));
        assertEquals(0, importInto(inColumns, wideTable(lines)).count(Outcome.CHANGED));
        assertEquals(0, importInto(inColumns, longTable(lines, 1, 13)).count(Outcome.CHANGED));
        VarianceReport inHalves = report();
        importInto(inHalves, longTable(lines, 7, 13));
        importInto(inHalves, longTable(lines, 1, 7));
        assertEquals(wanted, figures(inHalves));
        List<LocalDate> days = inHalves.getPeriods().stream().map(ReportPeriod::getStartsOn).toList();
        assertEquals(days.stream().sorted().toList(), days);
    }

    @Test
    void theOwnExportChangesNothing() throws Exception {
        importText(report,
                "Key,Title,Parent,Planned 2026-01,Actual 2026-01,Forecast 2026-02\nL-1,A,,1,2,3\nL-2,B,L-1,4,,\n");
        report.setStatusDate(LocalDate.of(2026, 1, 31));
        StringBuilder csv = new StringBuilder();
        CsvExport.write(report, csv);
        ImportPlan plan = plan(report, csv.toString());

        assertEquals(2, plan.count(Outcome.UNCHANGED), plan.entries().toString());
        assertTrue(plan.command(domain).isEmpty());
    }

    @Test
    void aFigureThatIsThereIsChangedInItsPlace() throws Exception {
        importText(report, "Title,Planned 2026-01,Planned 2026-02\nA,1,2\n");
        LineFigure february = report.getLines().get(0).getFigures().get(1);
        ImportPlan plan = importText(report, "Title,Actual 2026-02\nA,3\n");

        assertEquals("Figures 2026-02: Actual: empty \u2192 3", plan.entries().get(0).detail());
        assertEquals(new BigDecimal("3"), february.getActual());
    }
}
