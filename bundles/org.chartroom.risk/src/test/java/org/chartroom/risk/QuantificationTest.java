package org.chartroom.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.chartroom.model.Money;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskKind;
import org.junit.jupiter.api.Test;

class QuantificationTest {
    private final Risk risk = RiskFactory.eINSTANCE.createRisk();

    @Test
    void pertMeanOfTheTextbookExample() {
        assertEquals(0, new BigDecimal("25").compareTo(
                Quantification.pertMean(new BigDecimal("10"), new BigDecimal("20"), new BigDecimal("60"))));
    }

    @Test
    void expectedValueIsProbabilityTimesMean() {
        quantify("0.4", "10 EUR", "20 EUR", "60 EUR");

        assertEquals(Money.valueOf("10.00 EUR"), Quantification.expectedValue(risk));
    }

    @Test
    void expectedValueIsRoundedToTheCurrency() {
        quantify("0.333", "1 JPY", "1 JPY", "2 JPY");

        assertEquals("0 JPY", Quantification.expectedValue(risk).toString());
    }

    @Test
    void noExpectedValueWithoutAProbability() {
        quantify("1", "10 EUR", "20 EUR", "60 EUR");
        risk.setProbability(null);

        assertNull(Quantification.expectedValue(risk));
    }

    @Test
    void costsOutOfOrderAreIncomplete() {
        quantify("0.5", "30 EUR", "20 EUR", "60 EUR");

        assertFalse(Quantification.isComplete(risk));
    }

    @Test
    void costsInTwoCurrenciesAreIncomplete() {
        quantify("0.5", "10 EUR", "20 USD", "60 EUR");

        assertFalse(Quantification.isComplete(risk));
    }

    @Test
    void probabilityAboveOneIsIncomplete() {
        quantify("1.01", "10 EUR", "20 EUR", "60 EUR");

        assertFalse(Quantification.isComplete(risk));
    }

    /** By hand: 0.4 x (10,000 + 4 x 20,000 + 60,000) / 6 = 0.4 x 25,000 = 10,000; the sign says nothing of its kind. */
    @Test
    void expectedValueOfAnOpportunityIsAGainOfTheSameSize() {
        quantify("0.4", "10000 EUR", "20000 EUR", "60000 EUR");
        risk.setKind(RiskKind.OPPORTUNITY);

        assertEquals(Money.valueOf("10000 EUR"), Quantification.expectedValue(risk));
    }

    /** By hand: (0 + 4 x 0 + 1) / 6 = 0.1666666666|6..., half up. */
    @Test
    void pertMeanIsRoundedToTenPlaces() {
        assertEquals("0.1666666667",
                Quantification.pertMean(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ONE).toPlainString());
    }

    @Test
    void riskThatCantHappenOrIsCertainIsQuantified() {
        quantify("0", "10 EUR", "20 EUR", "60 EUR");
        assertEquals(Money.valueOf("0 EUR"), Quantification.expectedValue(risk));

        risk.setProbability(BigDecimal.ONE);

        assertEquals(Money.valueOf("25 EUR"), Quantification.expectedValue(risk));
    }

    @Test
    void delaysOutOfOrderOrMissingAreIncomplete() {
        risk.setProbability(new BigDecimal("0.5"));
        assertFalse(Quantification.isDelayComplete(risk));
        risk.setDaysMin(1);
        risk.setDaysLikely(2);
        risk.setDaysMax(2);
        assertTrue(Quantification.isDelayComplete(risk));

        risk.setDaysLikely(3);

        assertFalse(Quantification.isDelayComplete(risk));
    }

    @Property
    void pertMeanIsBetweenTheExtremesAndRisesWithEachEstimate(@ForAll @IntRange(max = 1000) int minimum,
            @ForAll @IntRange(max = 1000) int toLikely, @ForAll @IntRange(max = 1000) int toMaximum) {
        BigDecimal low = BigDecimal.valueOf(minimum);
        BigDecimal likely = BigDecimal.valueOf(minimum + toLikely);
        BigDecimal high = BigDecimal.valueOf(minimum + toLikely + toMaximum);
        BigDecimal mean = Quantification.pertMean(low, likely, high);

        assertTrue(mean.compareTo(low) >= 0 && mean.compareTo(high) <= 0);
        assertTrue(Quantification.pertMean(low.add(BigDecimal.ONE), likely, high).compareTo(mean) > 0);
        assertTrue(Quantification.pertMean(low, likely.add(BigDecimal.ONE), high).compareTo(mean) > 0);
        assertTrue(Quantification.pertMean(low, likely, high.add(BigDecimal.ONE)).compareTo(mean) > 0);
    }

    @Property
    void expectedValueRisesWithTheProbability(@ForAll @IntRange(max = 99) int percent,
            @ForAll @IntRange(max = 1_000_000) int cost) {
        Risk less = RiskFactory.eINSTANCE.createRisk();
        Risk more = RiskFactory.eINSTANCE.createRisk();
        for (Risk one : List.of(less, more)) {
            one.setProbability(BigDecimal.valueOf(one == less ? percent : percent + 1, 2));
            one.setCostMin(Money.valueOf("0 EUR"));
            one.setCostLikely(Money.valueOf(cost + " EUR"));
            one.setCostMax(Money.valueOf(2L * cost + " EUR"));
        }
        assertTrue(Quantification.expectedValue(more).amount()
                .compareTo(Quantification.expectedValue(less).amount()) >= 0);
    }

    private void quantify(String probability, String minimum, String likely, String maximum) {
        risk.setProbability(new BigDecimal(probability));
        risk.setCostMin(Money.valueOf(minimum));
        risk.setCostLikely(Money.valueOf(likely));
        risk.setCostMax(Money.valueOf(maximum));
    }
}
