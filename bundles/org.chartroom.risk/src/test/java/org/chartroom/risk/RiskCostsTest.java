package org.chartroom.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.money.MoneySum;
import org.chartroom.model.Directory;
import org.chartroom.model.ExchangeRate;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.Money;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskKind;
import org.chartroom.model.risk.RiskRegister;
import org.eclipse.emf.ecore.resource.impl.ResourceImpl;
import org.junit.jupiter.api.Test;

class RiskCostsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    private final RiskRegister register = RiskFactory.eINSTANCE.createRiskRegister();

    private Risk risk(String key, String probability, String cost) {
        Risk risk = RiskFactory.eINSTANCE.createRisk();
        risk.setKey(key);
        risk.setProbability(new BigDecimal(probability));
        risk.setCostMin(Money.valueOf(cost));
        risk.setCostLikely(Money.valueOf(cost));
        risk.setCostMax(Money.valueOf(cost));
        register.getRisks().add(risk);
        return risk;
    }

    private void addRate() {
        ExchangeRate rate = ModelFactory.eINSTANCE.createExchangeRate();
        rate.setFromCurrency("EUR");
        rate.setToCurrency("USD");
        rate.setRate(new BigDecimal("1.25"));
        rate.setValidFrom(DAY);
        Directory directory = ModelFactory.eINSTANCE.createDirectory();
        directory.getRates().add(rate);
        // As in a model file: the directory stands beside the artifact.
        new ResourceImpl().getContents().addAll(List.of(directory, register));
    }

    private MoneySum expected() {
        return RiskCosts.of(register, DAY).expected(register.getRisks()).orElseThrow();
    }

    @Test
    void expected_values_are_converted_and_opportunities_subtracted() {
        risk("R-1", "0.5", "1000 EUR");
        risk("R-2", "0.5", "1000 USD");
        risk("R-3", "0.1", "1000 EUR").setKind(RiskKind.OPPORTUNITY);
        addRate();
        assertEquals(Optional.of(Money.valueOf("800 EUR")), expected().complete());
    }

    @Test
    void what_has_no_rate_is_left_out_and_said() {
        risk("R-1", "0.5", "1000 EUR");
        risk("R-2", "0.5", "1000 USD");
        risk("R-3", "0.5", "1000 USD");
        assertEquals(Optional.of(Money.valueOf("500 EUR")), expected().known());
        assertTrue(expected().warning().orElseThrow().startsWith("2 amounts in USD not included: no rate USD/EUR on "));
    }

    @Test
    void risks_that_are_not_quantified_have_no_expected_value() {
        risk("R-1", "0.5", "1000 EUR").setCostMax(null);
        assertEquals(Optional.empty(), RiskCosts.of(register, DAY).expected(register.getRisks()));
    }

    @Test
    void a_register_without_a_currency_has_no_sum() {
        risk("R-1", "0.5", "1000 EUR");
        register.setCurrency("EURO");
        assertEquals(Optional.empty(), RiskCosts.of(register, DAY).expected(register.getRisks()));
    }

    @Test
    void the_simulation_takes_risks_with_a_rate() {
        risk("R-1", "1", "1000 USD");
        addRate();
        RiskSimulation simulation = RiskSimulation.of(register, DAY);
        assertEquals(List.of(), simulation.leftOut());
        assertEquals(800, simulation.run(() -> false).mean(), 1e-9);
    }

    @Test
    void the_simulation_leaves_out_what_has_no_rate_on_the_day() {
        risk("R-1", "1", "1000 USD");
        addRate();
        assertEquals(List.of("R-1"), RiskSimulation.of(register, DAY.minusDays(1)).leftOut());
    }
}
