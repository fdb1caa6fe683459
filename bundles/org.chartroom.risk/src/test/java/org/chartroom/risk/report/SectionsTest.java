package org.chartroom.risk.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.chartroom.chart.Chart;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.model.Money;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.report.section.ReportContext;
import org.chartroom.report.section.ReportSection;
import org.chartroom.report.section.ReportSink;
import org.chartroom.risk.MatrixSize;
import org.chartroom.risk.PastAssessments;
import org.chartroom.risk.RiskSimulation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the sections of a report on a risk register say. */
class SectionsTest {
    private final RiskRegister register = RiskFactory.eINSTANCE.createRiskRegister();
    private final Risk risk = RiskFactory.eINSTANCE.createRisk();
    private final List<String> charts = new ArrayList<>();
    private final List<List<String>> heads = new ArrayList<>();
    private final List<List<String>> firstRows = new ArrayList<>();

    /** Keeps what it is told. */
    private final class Kept implements ReportSink {
        @Override
        public void heading(String text) {
            // Headings say what tables and charts say again.
        }

        @Override
        public void paragraph(String text) {
            // The notes are about figures that the tables have.
        }

        @Override
        public void table(List<String> columns, List<List<String>> rows) {
            heads.add(columns);
            firstRows.add(rows.get(0));
        }

        @Override
        public void chart(String title, Chart chart) {
            charts.add(title);
        }
    }

    @BeforeEach
    void oneCertainRisk() {
        Locale.setDefault(Locale.UK);
        risk.setId("1");
        risk.setKey("R-001");
        risk.setTitle("Late delivery");
        risk.setProbability(BigDecimal.ONE);
        register.getRisks().add(risk);
    }

    private void write(ReportSection section) {
        section.write(new ReportContext(register, Evaluation.of(register)), new Kept());
    }

    /** By hand: a certain risk of 12 days is 12 days in each run. */
    @Test
    void theDelayIsToldInDays() {
        risk.setDaysMin(12);
        risk.setDaysLikely(12);
        risk.setDaysMax(12);
        write(new DelaySection());

        assertEquals(List.of("Mean", "P50", "P80", "P90", "P95", "Schedule contingency (P80)"), heads.get(0));
        assertEquals(List.of("12 days", "12 days", "12 days", "12 days", "12 days", "12 days"), firstRows.get(0));
        assertEquals(List.of("R-001 Late delivery", "12"), firstRows.get(1));
    }

    @Test
    void theCostIsToldInTheCurrencyOfTheRegister() {
        risk.setCostMin(Money.valueOf("1500 EUR"));
        risk.setCostLikely(Money.valueOf("1500 EUR"));
        risk.setCostMax(Money.valueOf("1500 EUR"));
        write(new SimulationSection());

        assertEquals("1,500 EUR", firstRows.get(0).get(2));
        assertEquals("Mean (EUR)", heads.get(1).get(1));
    }

    @Test
    void whatIsNotQuantifiedIsNotTold() {
        write(new DelaySection());
        write(new SimulationSection());

        assertEquals(List.of(), charts);
    }

    @Test
    void thereIsAMapForEachAssessmentAndForTheMovement() {
        risk.setCurrentLikelihood(2);
        risk.setCurrentImpact(2);
        write(new HeatMapSection());
        assertEquals(List.of("Current assessment"), charts);

        charts.clear();
        risk.setInherentLikelihood(4);
        risk.setInherentImpact(4);
        risk.setTargetLikelihood(1);
        risk.setTargetImpact(1);
        PastAssessments.keep(register,
                Optional.of(new PastAssessments("Gate 1", MatrixSize.USUAL, Map.of("1", List.of(3, 3)))));
        write(new HeatMapSection());

        assertEquals(List.of("Inherent assessment, without any treatment", "Current assessment",
                "From the current assessment to the target", "Movement since Gate 1"), charts);
    }

    @Test
    void figuresALittleBelowZeroAreZero() {
        SimulationCurve curve = new SimulationCurve(RiskSimulation.of(register).run(() -> false),
                RiskSimulation.Effect.DELAY, "EUR");

        assertEquals("0 days", curve.text(-0.01));
        assertEquals("-0.1 days", curve.text(-0.1));
    }
}
