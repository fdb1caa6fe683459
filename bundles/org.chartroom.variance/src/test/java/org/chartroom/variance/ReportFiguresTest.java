package org.chartroom.variance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

import org.chartroom.model.variance.VarianceLine;
import org.chartroom.model.variance.VarianceReport;
import org.eclipse.emf.common.util.ECollections;
import org.junit.jupiter.api.Test;

class ReportFiguresTest {
    private final VarianceReport report = Reports.months(4, "2026-02-28");
    private final VarianceLine line = Reports.line(report, "1");

    @Test
    void onlyPeriodsToTheStatusDateCount() {
        Reports.figure(line, 0, "100", "90", "80");
        Reports.figure(line, 1, "100", "95", "120");
        Reports.figure(line, 2, "100", "999", "999").setForecast(new BigDecimal("110"));
        Reports.figure(line, 3, "100", null, null).setForecast(new BigDecimal("105"));

        assertFigures("400", "200", "185", "200", "215", ReportFigures.of(report).line(line));
    }

    @Test
    void planOfThePeriodThatIsGoingOnCountsByDays() {
        report.setStatusDate(java.time.LocalDate.of(2026, 4, 10));
        Reports.figure(line, 3, "90", "40", "20").setForecast(new BigDecimal("55"));

        // Ten of thirty days; what was earned and spent so far counts in full, the forecast is what is still to come.
        assertFigures("90", "30", "40", "20", "55", ReportFigures.of(report).line(line));
    }

    @Test
    void percentCompleteIsOfTheBudgetWithItsChanges() {
        Reports.figure(line, 0, "400", "1", "80").setPercentComplete(new BigDecimal("0.10"));
        Reports.figure(line, 1, "600", "2", "120").setPercentComplete(new BigDecimal("0.25"));
        Reports.change(line, "2026-02-01", "200");

        assertFigures("1200", "1000", "300", "200", "0", ReportFigures.of(report).line(line));
    }

    @Test
    void whatIsEarnedAfterThePercentageIsAddedToIt() {
        Reports.figure(line, 0, "1000", "7", null).setPercentComplete(new BigDecimal("0.10"));
        Reports.figure(line, 1, null, "50", null);

        assertFigures("1000", "1000", "150", "0", "0", ReportFigures.of(report).line(line));
    }

    @Test
    void changesCountFromTheirApprovalOn() {
        Reports.figure(line, 0, "100", null, null);
        Reports.change(line, "2026-02-28", "10");
        Reports.change(line, "2026-03-01", "20");
        Reports.change(line, null, "40");

        assertEquals(0, new BigDecimal("110").compareTo(ReportFigures.of(report).line(line).bac()));
    }

    @Test
    void parentHasTheSumOfItsLinesAndItsOwnChangesOnly() {
        VarianceLine parent = Reports.line(report, "P");
        Reports.figure(parent, 0, "7", "7", "7");
        Reports.change(parent, "2026-01-15", "5");
        VarianceLine other = Reports.line(report, "2");
        line.setParent(parent);
        other.setParent(parent);
        Reports.figure(line, 0, "100", "90", "80");
        Reports.figure(other, 1, "50", "10", "20");

        assertFigures("155", "150", "100", "100", "0", ReportFigures.of(report).line(parent));
        assertFigures("155", "150", "100", "100", "0", ReportFigures.of(report).total());
        assertFigures("7", "7", "7", "7", "0", withoutChanges(ReportFigures.of(report).own(parent), "5"));
    }

    @Test
    void linesThatAreTheirOwnParentsCountOnce() {
        VarianceLine other = Reports.line(report, "2");
        line.setParent(other);
        other.setParent(line);
        Reports.figure(line, 0, "100", null, null);
        Reports.figure(other, 0, "10", null, null);

        assertEquals(0, new BigDecimal("110").compareTo(ReportFigures.of(report).total().bac()));
    }

    @Test
    void changedFigureIsSeenAtOnce() {
        Reports.figure(line, 0, "100", null, null);
        assertEquals(0, new BigDecimal("100").compareTo(ReportFigures.of(report).total().pv()));

        line.getFigures().get(0).setPlanned(new BigDecimal("130"));
        assertEquals(0, new BigDecimal("130").compareTo(ReportFigures.of(report).total().pv()));

        report.getLines().remove(line);
        assertEquals(0, BigDecimal.ZERO.compareTo(ReportFigures.of(report).total().pv()));
    }

    @Test
    void emptyReportHasZeroAmountsAndNoRatio() {
        VarianceReport empty = Reports.months(0, "2026-02-28");

        assertFigures("0", "0", "0", "0", "0", ReportFigures.of(empty).total());
        assertEquals(Optional.empty(), ReportFigures.of(empty).earnedSchedule(null));
        assertEquals(Optional.empty(), ReportFigures.of(empty).timeIndex(null));
    }

    @Test
    void scheduleOfTheReportComesFromAllLines() {
        VarianceLine other = Reports.line(report, "2");
        Reports.figure(line, 0, "10", "10", null);
        Reports.figure(line, 1, "20", "0", null);
        Reports.figure(other, 2, "30", null, null);

        ReportFigures figures = ReportFigures.of(report);
        assertEquals(Optional.of(new BigDecimal("1.0000")), figures.earnedSchedule(null));
        assertEquals(0, BigDecimal.valueOf(2).compareTo(figures.actualTime()));
        assertEquals(Optional.of(new BigDecimal("0.5000")), figures.timeIndex(null));
    }

    @Test
    void periodWithoutDatesCountsForTheBudgetOnly() {
        Reports.figure(line, 0, "10", "10", "10");
        report.getPeriods().get(0).setEndsOn(null);

        assertFigures("10", "0", "0", "0", "0", ReportFigures.of(report).line(line));
    }

    @Property(tries = 100)
    void orderOfLinesNeverChangesTheTotal(
            @ForAll @Size(min = 1, max = 20) List<@LongRange(min = -10_000_000, max = 10_000_000) Long> cents,
            @ForAll long seed) {
        VarianceReport some = Reports.months(3, "2026-02-14");
        List<VarianceLine> lines = new ArrayList<>();
        for (long amount : cents) {
            VarianceLine one = Reports.line(some, String.valueOf(lines.size()));
            String text = BigDecimal.valueOf(amount, 2).toPlainString();
            Reports.figure(one, lines.size() % 3, text, text, text);
            if (lines.size() % 4 == 3) {
                one.setParent(lines.get(lines.size() / 4));
            }
            lines.add(one);
        }
        EarnedValue before = ReportFigures.of(some).total();
        Collections.shuffle(lines, new Random(seed));
        ECollections.setEList(some.getLines(), lines);

        assertEquals(before, ReportFigures.of(some).total());
    }

    @Property(tries = 100)
    void totalIsTheSumOfTheLinesWithNothingBelowThem(
            @ForAll @Size(min = 2, max = 12) List<@LongRange(min = 0, max = 10_000_000) Long> cents) {
        VarianceReport some = Reports.months(2, "2026-01-20");
        VarianceLine parent = Reports.line(some, "P");
        for (long amount : cents) {
            VarianceLine one = Reports.line(some, "L");
            one.setParent(parent);
            Reports.figure(one, 0, BigDecimal.valueOf(amount, 2).toPlainString(), null, null);
        }
        ReportFigures figures = ReportFigures.of(some);
        EarnedValue leaves = figures.children(parent).stream().map(figures::line).reduce(EarnedValue.ZERO,
                EarnedValue::plus);

        assertEquals(0, leaves.pv().compareTo(figures.total().pv()));
        assertEquals(0, leaves.bac().compareTo(figures.total().bac()));
    }

    private static EarnedValue withoutChanges(EarnedValue figures, String changes) {
        return new EarnedValue(figures.bac().subtract(new BigDecimal(changes)), figures.pv(), figures.ev(),
                figures.ac(), figures.forecast());
    }

    private static void assertFigures(String bac, String pv, String ev, String ac, String forecast,
            EarnedValue actual) {
        assertEquals(List.of(bac, pv, ev, ac, forecast),
                List.of(plain(actual.bac()), plain(actual.pv()), plain(actual.ev()), plain(actual.ac()),
                        plain(actual.forecast())));
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
