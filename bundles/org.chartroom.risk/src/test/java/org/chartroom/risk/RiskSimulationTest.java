package org.chartroom.risk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.chartroom.model.Money;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskKind;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.model.risk.RiskStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RiskSimulationTest {
    private final RiskRegister register = RiskFactory.eINSTANCE.createRiskRegister();

    @Test
    void sameSeedGivesTheSameFigures() {
        add("R-1", "0.3", 10, 20, 60);
        add("R-2", "0.7", 5, 6, 7);

        assertArrayEquals(figures(run()), figures(run()));
    }

    @Test
    void anotherSeedGivesOtherFigures() {
        add("R-1", "0.3", 10, 20, 60);
        double mean = run().mean();
        register.setSimulationSeed(register.getSimulationSeed() + 1);

        assertTrue(run().mean() != mean);
    }

    @Test
    void orderOfTheRisksChangesNothing() {
        add("R-1", "0.3", 10, 20, 60);
        add("R-2", "0.7", 5, 6, 7);
        add("R-3", "0.5", 1, 2, 9);
        double[] before = figures(run());
        register.getRisks().move(0, 2);

        assertArrayEquals(before, figures(run()));
    }

    @Test
    void riskThatIsClosedChangesNothingOfWhatTheOthersDrew() {
        add("R-1", "0.3", 10, 20, 60);
        double[] before = figures(run());
        add("R-0", "0.7", 5, 6, 7);
        register.getRisks().get(1).setStatus(RiskStatus.CLOSED);

        assertArrayEquals(before, figures(run()));
    }

    /** The sum of ten risks of one unit each is binomial: with n = 10 and p = 0.5 P50 is 5, P80 6, P90 7 and P95 8. */
    @Test
    void percentilesOfEqualRisksAreThoseOfTheBinomialDistribution() {
        for (int i = 0; i < 10; i++) {
            add("R-" + i, "0.5", 1, 1, 1);
        }

        RiskSimulation.Outcome outcome = run();

        assertEquals(List.of(5.0, 6.0, 7.0, 8.0), List.of(outcome.percentile(0.5), outcome.percentile(0.8),
                outcome.percentile(0.9), outcome.percentile(0.95)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.07, 0.14, 0.28, 0.55, 0.56})
    void rankOfAPercentileIsExact(double fraction) {
        add("R-1", "1", 0, 50, 100);
        RiskSimulation.Outcome outcome = run();

        // As many runs as the fraction says don't exceed it: with one rank too many it would be one more.
        assertEquals(Math.round(fraction * outcome.runs()),
                Math.round((1 - outcome.exceedance(outcome.percentile(fraction))) * outcome.runs()));
    }

    @Test
    void riskThatCantHappenCostsNothing() {
        add("R-1", "0", 10, 20, 60);

        assertEquals(0, run().percentile(1));
    }

    @Test
    void certainRiskHasThePertMean() {
        add("R-1", "1", 10, 20, 60);

        // Standard deviation of the PERT is 8.9; with 100,000 runs that of the mean is 0.03, so 0.2 is over 6 of them.
        assertEquals(25, run().mean(), 0.2);
    }

    @Test
    void meanIsTheSumOfTheExpectedValues() {
        add("R-1", "0.5", 100, 200, 300);
        add("R-2", "0.1", 1000, 1000, 1000);

        assertEquals(0.5 * 200 + 0.1 * 1000, run().mean(), 6);
    }

    @Test
    void opportunityIsSubtracted() {
        add("R-1", "1", 100, 100, 100);
        add("R-2", "1", 30, 30, 30).setKind(RiskKind.OPPORTUNITY);

        assertEquals(70, run().percentile(0.5), 1e-9);
    }

    @Test
    void fixedCostHappensWithItsProbability() {
        add("R-1", "0.25", 40, 40, 40);

        assertEquals(0.25, run().exceedance(0), 0.01);
        assertEquals(0, run().exceedance(40));
    }

    @Test
    void closedAndOccurredRisksTakeNoPart() {
        add("R-1", "1", 1, 2, 3).setStatus(RiskStatus.CLOSED);
        add("R-2", "1", 1, 2, 3).setStatus(RiskStatus.OCCURRED);

        assertEquals(0, RiskSimulation.of(register).size());
    }

    @Test
    void riskInAnotherCurrencyIsLeftOutByName() {
        Risk risk = add("R-1", "1", 1, 2, 3);
        risk.setCostMin(Money.valueOf("1 USD"));
        risk.setCostLikely(Money.valueOf("2 USD"));
        risk.setCostMax(Money.valueOf("3 USD"));

        assertEquals(List.of("R-1"), RiskSimulation.of(register).leftOut());
    }

    @Test
    void emptyRegisterCostsNothing() {
        assertEquals(0, run().percentile(0.95));
    }

    @Test
    void cancelledRunGivesNoOutcome() {
        add("R-1", "1", 1, 2, 3);

        assertNull(RiskSimulation.of(register).run(() -> true));
    }

    @Test
    void percentileOutsideZeroToOneIsRefused() {
        RiskSimulation.Outcome outcome = run();

        assertThrows(IllegalArgumentException.class, () -> outcome.percentile(80));
    }

    @Property(tries = 50)
    void percentilesRise(@ForAll @IntRange(max = 100) int percent, @ForAll @IntRange(max = 1000) int minimum,
            @ForAll @IntRange(max = 1000) int toLikely, @ForAll @IntRange(max = 1000) int toMaximum) {
        RiskRegister own = RiskFactory.eINSTANCE.createRiskRegister();
        own.setSimulationRuns(RiskSimulation.FEWEST_RUNS);
        own.getRisks().add(risk("R-1", BigDecimal.valueOf(percent, 2).toPlainString(), minimum, minimum + toLikely,
                minimum + toLikely + toMaximum));
        RiskSimulation.Outcome outcome = RiskSimulation.of(own).run(() -> false);

        assertTrue(outcome.percentile(0.5) <= outcome.percentile(0.8));
        assertTrue(outcome.percentile(0.8) <= outcome.percentile(0.9));
        assertTrue(outcome.percentile(0.9) <= outcome.percentile(0.95));
        assertTrue(outcome.percentile(1) <= minimum + toLikely + toMaximum);
    }

    private static double[] figures(RiskSimulation.Outcome outcome) {
        return new double[]{outcome.mean(), outcome.percentile(0.5), outcome.percentile(0.95)};
    }

    private RiskSimulation.Outcome run() {
        return RiskSimulation.of(register).run(() -> false);
    }

    private Risk add(String key, String probability, int minimum, int likely, int maximum) {
        Risk risk = risk(key, probability, minimum, likely, maximum);
        register.getRisks().add(risk);
        return risk;
    }

    private static Risk risk(String key, String probability, int minimum, int likely, int maximum) {
        Risk risk = RiskFactory.eINSTANCE.createRisk();
        risk.setKey(key);
        risk.setProbability(new BigDecimal(probability));
        risk.setCostMin(euro(minimum));
        risk.setCostLikely(euro(likely));
        risk.setCostMax(euro(maximum));
        return risk;
    }

    private static Money euro(int amount) {
        return Money.of(BigDecimal.valueOf(amount), Currency.getInstance("EUR"));
    }
}
