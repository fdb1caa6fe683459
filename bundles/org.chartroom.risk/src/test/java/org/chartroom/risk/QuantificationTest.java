package org.chartroom.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;

import org.chartroom.model.Money;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskFactory;
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

    private void quantify(String probability, String minimum, String likely, String maximum) {
        risk.setProbability(new BigDecimal(probability));
        risk.setCostMin(Money.valueOf(minimum));
        risk.setCostLikely(Money.valueOf(likely));
        risk.setCostMax(Money.valueOf(maximum));
    }
}
