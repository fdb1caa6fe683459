package org.chartroom.variance.report;

import static org.chartroom.variance.Reports.figure;
import static org.chartroom.variance.Reports.line;
import static org.chartroom.variance.Reports.months;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.chartroom.chart.TimeCurves;
import org.chartroom.chart.Waterfall.Step;
import org.chartroom.model.variance.CauseCategory;
import org.chartroom.model.variance.Expenditure;
import org.chartroom.model.variance.VarianceLine;
import org.chartroom.model.variance.VarianceReport;
import org.chartroom.variance.EarnedValue;
import org.chartroom.variance.ReportFigures;
import org.junit.jupiter.api.Test;

/** What the charts of a variance report are drawn from: S-curve, plan to actual, CapEx and OpEx. */
class ReportChartsTest {
    private final VarianceReport report = months(4, "2026-02-28");

    private static void assertNumber(String expected, BigDecimal actual) {
        assertEquals(0, new BigDecimal(expected).compareTo(actual), String.valueOf(actual));
    }

    /** By hand, to the end of February: 1 is 30 below its plan of 100, 2 is 50 above its plan of 40. */
    private void twoLines() {
        VarianceLine first = line(report, "1");
        first.setExpenditure(Expenditure.CAP_EX);
        first.setCategory("Hardware");
        figure(first, 0, "60", "50", "40");
        figure(first, 1, "40", "30", "30");
        figure(first, 2, "100", null, null);
        VarianceLine second = line(report, "2");
        second.setExpenditure(Expenditure.OP_EX);
        second.setCategory("Staff");
        second.setCause(CauseCategory.PRICE);
        figure(second, 0, "20", "20", "45");
        figure(second, 1, "20", "10", "45");
        figure(second, 3, "60", null, null);
    }

    private static Map<String, BigDecimal> points(TimeCurves curves, int line) {
        return curves.lines().get(line).points().stream()
                .collect(Collectors.toMap(point -> point.day().toString(), TimeCurves.At::amount));
    }

    /** By hand: planned 80, 140, 240, 300; earned 70, 110; actual 85, 160. */
    @Test
    void the_s_curve_adds_up_what_was_planned_earned_and_spent() {
        twoLines();
        TimeCurves curves = CostCurve.of(report).orElseThrow();
        Map<String, BigDecimal> planned = points(curves, 0);
        assertNumber("0", planned.get("2026-01-01"));
        assertNumber("80", planned.get("2026-01-31"));
        assertNumber("140", planned.get("2026-02-28"));
        assertNumber("240", planned.get("2026-03-31"));
        assertNumber("300", planned.get("2026-04-30"));
        Map<String, BigDecimal> earned = points(curves, 1);
        assertNumber("70", earned.get("2026-01-31"));
        assertNumber("110", earned.get("2026-02-28"));
        Map<String, BigDecimal> actual = points(curves, 2);
        assertNumber("85", actual.get("2026-01-31"));
        assertNumber("160", actual.get("2026-02-28"));
        assertEquals(Optional.of(LocalDate.of(2026, 2, 28)), curves.mark().map(TimeCurves.Mark::day));
    }

    /** By hand: BAC 300, EV 110, AC 160 lead to 160 + (300 - 110) = 350 and 300 x 160 / 110 = 436.36. */
    @Test
    void the_fan_leads_from_the_actual_cost_to_the_estimates_in_rising_order() {
        twoLines();
        List<TimeCurves.Line> lines = CostCurve.of(report).orElseThrow().lines();
        List<BigDecimal> ends = lines.subList(3, lines.size()).stream().map(line -> line.points().get(1).amount())
                .toList();
        assertEquals(3, ends.size());
        assertNumber("350", ends.get(0));
        assertNumber("436.36", ends.get(1));
        lines.subList(3, lines.size()).forEach(line -> assertNumber("160", line.points().get(0).amount()));
        assertEquals(ends.stream().sorted().toList(), ends);
    }

    @Test
    void without_a_plan_there_is_no_s_curve() {
        assertTrue(CostCurve.of(report).isEmpty());
        figure(line(report, "1"), 0, "0", "0", "5");
        assertTrue(CostCurve.of(report).isEmpty());
    }

    @Test
    void after_the_last_period_there_is_no_fan() {
        twoLines();
        report.setStatusDate(LocalDate.of(2026, 4, 30));
        assertEquals(3, CostCurve.of(report).orElseThrow().lines().size());
    }

    /** By hand: 140 planned, +50 of line 2 first because it is larger, -30 of line 1, 160 actual. */
    @Test
    void the_steps_lead_from_plan_to_actual_the_largest_first() {
        twoLines();
        List<Step> steps = PlanToActual.of(report, PlanToActual.GROUPINGS.get(0)).orElseThrow().steps();
        assertEquals(List.of("2 Line 2", "1 Line 1"), steps.subList(1, 3).stream().map(Step::label).toList());
        assertNumber("140", steps.get(0).amount());
        assertNumber("50", steps.get(1).amount());
        assertNumber("-30", steps.get(2).amount());
        assertNumber("160", steps.get(3).amount());
    }

    @Test
    void lines_of_one_category_make_one_step_and_differences_of_zero_none() {
        twoLines();
        VarianceLine third = line(report, "3");
        third.setCategory("Staff");
        figure(third, 0, "10", "10", "15");
        VarianceLine fourth = line(report, "4");
        fourth.setCategory("Travel");
        figure(fourth, 0, "10", "10", "10");
        List<Step> steps = PlanToActual.of(report, PlanToActual.GROUPINGS.get(1)).orElseThrow().steps();
        assertEquals(List.of("Staff", "Hardware"),
                steps.subList(1, steps.size() - 1).stream().map(Step::label).toList());
        assertNumber("55", steps.get(1).amount());
    }

    @Test
    void an_empty_report_has_neither_steps_nor_bars() {
        assertTrue(PlanToActual.of(report, PlanToActual.GROUPINGS.get(0)).isEmpty());
        assertTrue(CostSplit.of(report).isEmpty());
    }

    /** By hand: CapEx PV 100, EV 80, AC 70, BAC 200; OpEx PV 40, EV 30, AC 90, BAC 100. */
    @Test
    void the_split_has_the_figures_of_each_kind() {
        twoLines();
        Map<Expenditure, EarnedValue> split = CostSplit.figures(report);
        EarnedValue capEx = split.get(Expenditure.CAP_EX);
        assertNumber("100", capEx.pv());
        assertNumber("80", capEx.ev());
        assertNumber("70", capEx.ac());
        assertNumber("200", capEx.bac());
        EarnedValue opEx = split.get(Expenditure.OP_EX);
        assertNumber("40", opEx.pv());
        assertNumber("90", opEx.ac());
        assertNumber("100", opEx.bac());
    }

    @Test
    void a_kind_without_lines_is_zero() {
        VarianceLine only = line(report, "1");
        only.setExpenditure(Expenditure.OP_EX);
        figure(only, 0, "10", "10", "10");
        assertEquals(EarnedValue.ZERO, CostSplit.figures(report).get(Expenditure.CAP_EX));
    }

    @Property(tries = 60)
    void whatever_the_lines_and_their_order_steps_and_kinds_add_up_to_the_totals(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 900) Integer> amounts,
            @ForAll Random random) {
        VarianceReport own = months(3, "2026-03-31");
        for (int i = 0; i < amounts.size(); i++) {
            VarianceLine one = line(own, "L" + i);
            one.setExpenditure(Expenditure.VALUES.get(i % 2));
            figure(one, i % 3, String.valueOf(amounts.get(i)), String.valueOf(amounts.get(i) / 2),
                    String.valueOf(amounts.get(amounts.size() - 1 - i)));
        }
        Map<Expenditure, EarnedValue> before = CostSplit.figures(own);
        List<VarianceLine> shuffled = new ArrayList<>(own.getLines());
        Collections.shuffle(shuffled, random);
        own.getLines().clear();
        own.getLines().addAll(shuffled);
        assertEquals(before.toString(), CostSplit.figures(own).toString());
        EarnedValue total = ReportFigures.of(own).total();
        assertNumber(total.pv().toPlainString(), sum(before, Expenditure.CAP_EX, Expenditure.OP_EX));
        PlanToActual.GROUPINGS.forEach(grouping -> {
            List<Step> steps = PlanToActual.of(own, grouping).orElseThrow().steps();
            BigDecimal end = steps.subList(0, steps.size() - 1).stream().map(Step::amount).reduce(BigDecimal.ZERO,
                    BigDecimal::add);
            assertNumber(end.toPlainString(), steps.get(steps.size() - 1).amount());
        });
        assertRising(CostCurve.of(own).orElseThrow());
    }

    private static BigDecimal sum(Map<Expenditure, EarnedValue> split, Expenditure... kinds) {
        return Arrays.stream(kinds).map(kind -> split.get(kind).pv()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What is added up of amounts that are not below zero never falls. */
    private static void assertRising(TimeCurves curves) {
        for (TimeCurves.Line line : curves.lines().subList(0, 3)) {
            List<BigDecimal> amounts = line.points().stream().map(TimeCurves.At::amount).toList();
            assertEquals(amounts.stream().sorted().toList(), amounts);
        }
    }
}
