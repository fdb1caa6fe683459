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
import net.jqwik.api.constraints.Size;

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

    /**
     * By hand: P50 of the sum of ten risks of a day each with probability 0.5 is that of the
     * binomial distribution with n = 10, 5 days; P80 6, P90 7.
     */
    @Test
    void delaysOfEqualRisksAddUpAsTheBinomialDistribution() {
        for (int i = 0; i < 10; i++) {
            delay(add("R-" + i, "0.5", 100, 100, 100), 1, 1, 1);
        }

        RiskSimulation.Outcome outcome = runDelay();

        assertEquals(List.of(5.0, 6.0, 7.0),
                List.of(outcome.percentile(0.5), outcome.percentile(0.8), outcome.percentile(0.9)));
        // P(more than 7 of 10) = (45 + 10 + 1) / 1024.
        assertEquals(56 / 1024.0, outcome.exceedance(7), 0.004);
    }

    @Test
    void meanDelayIsTheSumOfProbabilityTimesPertMean() {
        delay(add("R-1", "0.5", 1, 2, 3), 10, 20, 60);
        delay(add("R-2", "0.2", 1, 2, 3), 5, 5, 5);

        assertEquals(0.5 * 25 + 0.2 * 5, runDelay().mean(), 0.2);
    }

    @Test
    void delayOfAnOpportunityIsTimeWon() {
        delay(add("R-1", "1", 1, 2, 3), 30, 30, 30);
        delay(add("R-2", "1", 1, 2, 3), 10, 10, 10).setKind(RiskKind.OPPORTUNITY);

        assertEquals(20, runDelay().percentile(0.5), 1e-9);
    }

    @Test
    void riskWithoutThreeDelaysInOrderIsLeftOutOfTheDelayByName() {
        add("R-1", "1", 1, 2, 3);
        delay(add("R-2", "1", 1, 2, 3), 5, 4, 6);
        delay(add("R-3", "1", 1, 2, 3), 1, 2, 3).setProbability(null);

        RiskSimulation simulation = RiskSimulation.of(register, RiskSimulation.Effect.DELAY);

        assertEquals(List.of("R-1", "R-2", "R-3"), simulation.leftOut());
        assertEquals(0, simulation.run(() -> false).percentile(0.8));
    }

    @Test
    void riskWithDelaysAndWithoutCostsTakesPartInTheDelayOnly() {
        Risk risk = delay(add("R-1", "1", 1, 2, 3), 4, 4, 4);
        risk.setCostMax(null);

        assertEquals(0, RiskSimulation.of(register).size());
        assertEquals(4, runDelay().mean(), 1e-9);
    }

    @Test
    void sameSeedGivesTheSameDelays() {
        delay(add("R-1", "0.3", 1, 2, 3), 10, 20, 60);

        assertArrayEquals(figures(runDelay()), figures(runDelay()));
    }

    @Property(tries = 30)
    void percentilesOfTheDelayRiseAndStayWithinTheWorstCase(@ForAll @IntRange(max = 100) int percent,
            @ForAll @IntRange(max = 200) int minimum, @ForAll @IntRange(max = 200) int toLikely,
            @ForAll @IntRange(max = 200) int toMaximum) {
        RiskRegister own = RiskFactory.eINSTANCE.createRiskRegister();
        own.setSimulationRuns(RiskSimulation.FEWEST_RUNS);
        own.getRisks().add(delay(risk("R-1", BigDecimal.valueOf(percent, 2).toPlainString(), 0, 0, 0), minimum,
                minimum + toLikely, minimum + toLikely + toMaximum));
        own.getRisks().add(delay(risk("R-2", "1", 0, 0, 0), 1, 2, 3));
        RiskSimulation.Outcome outcome = RiskSimulation.of(own, RiskSimulation.Effect.DELAY).run(() -> false);

        assertTrue(outcome.percentile(0) >= 1);
        assertTrue(outcome.percentile(0.5) <= outcome.percentile(0.8));
        assertTrue(outcome.percentile(0.8) <= outcome.percentile(0.9));
        assertTrue(outcome.percentile(1) <= minimum + toLikely + toMaximum + 3);
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

    /** The mean of a sum is the sum of the means, whatever the risks; 12 standard deviations of chance are allowed. */
    @Property(tries = 30)
    void meanIsTheSumOfProbabilityTimesPertMean(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 100) Integer> percents) {
        RiskRegister own = RiskFactory.eINSTANCE.createRiskRegister();
        own.setSimulationRuns(10_000);
        double expected = 0;
        for (int i = 0; i < percents.size(); i++) {
            own.getRisks().add(risk("R-" + i, BigDecimal.valueOf(percents.get(i), 2).toPlainString(), 10, 20, 60));
            expected += percents.get(i) / 100.0 * 25;
        }
        // A risk deviates by at most sqrt(25 x 25 / 4 + 80), about 15.4; the mean of 10,000 runs by a hundredth of that.
        double chance = 12 * 0.154 * Math.sqrt(percents.size());

        assertEquals(expected, RiskSimulation.of(own).run(() -> false).mean(), chance);
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

    private RiskSimulation.Outcome runDelay() {
        return RiskSimulation.of(register, RiskSimulation.Effect.DELAY).run(() -> false);
    }

    private static Risk delay(Risk risk, int minimum, int likely, int maximum) {
        risk.setDaysMin(minimum);
        risk.setDaysLikely(likely);
        risk.setDaysMax(maximum);
        return risk;
    }

    private static Money euro(int amount) {
        return Money.of(BigDecimal.valueOf(amount), Currency.getInstance("EUR"));
    }
}
