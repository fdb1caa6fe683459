package org.chartroom.risk.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.model.derived.DerivedFeatures;
import org.chartroom.model.derived.FeatureCalculator;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskAction;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskLevel;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.model.risk.RiskStatus;
import org.chartroom.risk.MatrixSize;
import org.chartroom.risk.PastAssessments;
import org.chartroom.risk.RiskScales;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RiskCalculatorTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    private final FeatureCalculator calculator = (owner, feature) -> new RiskCalculator().value(owner,
            feature, Evaluation.on(owner, TODAY));
    private final RiskRegister register = RiskFactory.eINSTANCE.createRiskRegister();
    private final Risk risk = RiskFactory.eINSTANCE.createRisk();

    @BeforeEach
    void registerWithOneRisk() {
        DerivedFeatures.register(RiskPackage.eNS_URI, calculator);
        register.getRisks().add(risk);
    }

    @AfterEach
    void takeTheCalculatorBack() {
        DerivedFeatures.unregister(RiskPackage.eNS_URI, calculator);
    }

    private void assess(int likelihood, int impact) {
        risk.setCurrentLikelihood(likelihood);
        risk.setCurrentImpact(impact);
    }

    @Test
    void expectedScoreAndLevelFollowTheOpenActions() {
        assess(4, 4);
        RiskAction action = RiskFactory.eINSTANCE.createRiskAction();
        action.setLikelihoodChange(-2);
        risk.getActions().add(action);

        assertEquals(List.of(2, 4, 8), List.of(risk.getExpectedLikelihood(), risk.getExpectedImpact(),
                risk.getExpectedScore()));
        assertEquals(RiskLevel.MODERATE, risk.getExpectedLevel());
    }
    @Test
    void movementIsDerivedAndSaysItsNumbers() {
        assess(4, 4);
        risk.setId("1");
        assertNull(risk.getMovement());
        PastAssessments.keep(register,
                Optional.of(new PastAssessments("Gate 1", MatrixSize.USUAL, Map.of("1", List.of(2, 4)))));

        assertEquals(8, risk.getMovement());
        assertEquals(Optional.of("16 - 8 (since Gate 1)"),
                new RiskCalculator().numbers(risk, RiskPackage.Literals.RISK__MOVEMENT, Evaluation.on(risk, TODAY)));
    }
    @Test
    void actionsOfAClosedRiskAreNeitherOpenNorOverdue() {
        RiskAction action = RiskFactory.eINSTANCE.createRiskAction();
        action.setDue(TODAY.minusDays(1));
        risk.getActions().add(action);
        assertEquals(List.of(1, 1), List.of(risk.getOpenActions(), risk.getOverdueActions()));

        risk.setStatus(RiskStatus.CLOSED);

        assertEquals(List.of(0, 0), List.of(risk.getOpenActions(), risk.getOverdueActions()));
    }
    @Test
    void scoreAndLevelAreThoseOfTheScalesOfTheRegister() {
        RiskScales.addDefaults(register);
        RiskScales.resize(register, new MatrixSize(10, 10));
        assess(8, 5);

        assertEquals(40, risk.getCurrentScore());
        assertEquals(RiskLevel.HIGH, risk.getCurrentLevel());
    }

    @Test
    void noMovementSinceABaselineWithAnotherNumberOfSteps() {
        RiskScales.addDefaults(register);
        assess(4, 4);
        risk.setId("1");
        PastAssessments.keep(register,
                Optional.of(new PastAssessments("Gate 1", MatrixSize.USUAL, Map.of("1", List.of(2, 4)))));

        RiskScales.resize(register, new MatrixSize(7, 5));

        assertNull(risk.getMovement());
    }
}
