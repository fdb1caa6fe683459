package org.chartroom.exchange.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.value.Steps;
import org.chartroom.model.ExchangeRate;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.risk.LikelihoodLevel;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.junit.jupiter.api.Test;

/** What a model file may not bring. */
class ModelFaultsTest {
    private final RiskRegister register = register("RSK-001", "Risks");
    private final Risk risk = risk("R-001", "Fire");

    private static RiskRegister register(String key, String title) {
        RiskRegister register = RiskFactory.eINSTANCE.createRiskRegister();
        register.setKey(key);
        register.setTitle(title);
        return register;
    }

    private Risk risk(String key, String title) {
        Risk made = RiskFactory.eINSTANCE.createRisk();
        made.setKey(key);
        made.setTitle(title);
        register.getRisks().add(made);
        return made;
    }

    private Optional<String> fault() {
        return new ModelFaults(List.of(register)).of(register);
    }

    private void told(String part) {
        String told = fault().orElse("");
        assertTrue(told.contains(part), told);
    }

    @Test
    void an_artifact_in_which_all_is_right_comes_in() {
        risk("R-002", "Flood");
        risk(null, "No key yet");
        risk(null, "Neither");
        risk.setCurrentLikelihood(5);
        risk.setProbability(BigDecimal.ONE);
        assertEquals(Optional.empty(), fault());
    }

    @Test
    void an_artifact_without_a_key_is_refused() {
        register.setKey(null);
        told("it has no key");
        register.setKey(" ");
        told("it has no key");
    }

    @Test
    void a_key_that_another_artifact_of_the_workspace_has_is_refused() {
        ModelFaults faults = new ModelFaults(List.of(register));
        faults.addOther("rsk-001", "Others");
        assertTrue(faults.of(register).orElse("").contains("the key RSK-001 is taken by \"Others\""));
    }

    @Test
    void artifacts_of_a_file_may_not_have_one_key() {
        RiskRegister second = register("RSK-001", "Second");
        ModelFaults faults = new ModelFaults(List.of(register, second));
        assertEquals(Optional.empty(), faults.of(register));
        assertTrue(faults.of(second).orElse("").contains("is taken by \"Risks\""));
    }

    @Test
    void items_of_an_artifact_that_have_one_key_come_in_and_are_told_once() {
        risk("r-001", "Flood");
        risk("R-001", "Storm");
        assertEquals(Optional.empty(), fault());
        assertEquals(List
                .of("RSK-001 comes in with keys that several of its items have: R-001; give each a key of its own."),
                ModelFaults.notes(register));
    }

    @Test
    void many_keys_that_several_items_have_are_counted() {
        for (int i = 1; i <= 8; i++) {
            risk("R-10" + i, "One");
            risk("R-10" + i, "Other");
        }
        assertTrue(ModelFaults.notes(register).get(0).contains(
                "R-101, R-102, R-103, R-104, R-105; further ones: 3;"), ModelFaults.notes(register).toString());
    }

    @Test
    void a_step_of_a_scale_that_was_made_shorter_comes_in_and_is_told() {
        for (int step = 1; step <= 3; step++) {
            register.getLikelihoodScale()
                    .add((LikelihoodLevel) Steps.create(RiskPackage.Literals.LIKELIHOOD_LEVEL, step, null));
        }
        risk.setCurrentLikelihood(5);
        assertEquals(Optional.empty(), fault());
        assertEquals(List.of("RSK-001 comes in with steps outside of its scales: "
                + "R-001 Fire (Current likelihood 5); correct them."), ModelFaults.notes(register));
    }

    @Test
    void of_an_artifact_in_which_all_is_right_nothing_is_told() {
        risk.setCurrentLikelihood(5);
        assertEquals(List.of(), ModelFaults.notes(register));
    }

    @Test
    void an_item_with_an_empty_key_is_refused() {
        risk.setKey("");
        told("the key of \"Fire\" in it is empty");
    }

    @Test
    void a_step_above_the_scale_is_refused_by_its_item() {
        risk.setCurrentLikelihood(99);
        told("R-001 Fire in it can't be taken over");
    }

    @Test
    void a_step_of_a_longer_scale_of_its_own_comes_in() {
        for (int step = 1; step <= 7; step++) {
            register.getLikelihoodScale()
                    .add((LikelihoodLevel) Steps.create(RiskPackage.Literals.LIKELIHOOD_LEVEL, step, null));
        }
        risk.setCurrentLikelihood(7);
        assertEquals(Optional.empty(), fault());
    }

    @Test
    void a_share_above_one_is_refused() {
        risk.setProbability(new BigDecimal("35"));
        told("must be from 0");
    }

    @Test
    void a_scale_with_a_gap_is_refused() {
        for (int step : new int[]{9, 2, 3, 4, 5}) {
            register.getLikelihoodScale()
                    .add((LikelihoodLevel) Steps.create(RiskPackage.Literals.LIKELIHOOD_LEVEL, step, null));
        }
        told("Likelihood scale is no scale");
    }

    @Test
    void a_rate_of_nothing_is_refused() {
        ExchangeRate rate = ModelFactory.eINSTANCE.createExchangeRate();
        rate.setRate(new BigDecimal("0"));
        assertTrue(ModelFaults.values(rate).isPresent());
        rate.setRate(new BigDecimal("1.08"));
        assertEquals(Optional.empty(), ModelFaults.values(rate));
    }
}
