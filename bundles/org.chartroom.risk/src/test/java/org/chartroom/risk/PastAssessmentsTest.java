package org.chartroom.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskRegister;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PastAssessmentsTest {
    private final RiskRegister register = RiskFactory.eINSTANCE.createRiskRegister();
    private final Risk risk = RiskFactory.eINSTANCE.createRisk();
    private final PastAssessments past = new PastAssessments("Gate 1", MatrixSize.USUAL, Map.of("1", List.of(3, 5)));

    @BeforeEach
    void oneRisk() {
        risk.setId("1");
        risk.setCurrentLikelihood(2);
        risk.setCurrentImpact(4);
        register.getRisks().add(risk);
    }

    @Test
    void movementIsTheScoreNowMinusTheScoreThen() {
        assertEquals(8 - 15, past.movement(risk));
    }

    @Test
    void riskThatStayedHasMovedByZero() {
        risk.setCurrentLikelihood(3);
        risk.setCurrentImpact(5);

        assertEquals(0, past.movement(risk));
    }

    @Test
    void riskThatIsNewHasNoMovement() {
        risk.setId("2");

        assertNull(past.movement(risk));
    }

    @Test
    void riskWithoutAnIdHasNoMovement() {
        risk.setId(null);

        assertNull(past.movement(risk));
    }

    @Test
    void riskThatIsNotAssessedNowHasNoMovement() {
        risk.setCurrentImpact(null);

        assertNull(past.movement(risk));
    }

    @Test
    void registerInNoWorkspaceHasNoPast() {
        assertEquals(Optional.empty(), PastAssessments.of(register));
        assertEquals(Optional.empty(), PastAssessments.baseline(register));
    }

    @Test
    void whatIsGivenIsKept() {
        PastAssessments.keep(register, Optional.of(past));

        assertEquals(Optional.of(past), PastAssessments.of(register));
    }

    @Test
    void anotherBaselineMakesWhatIsGivenOfTheOneBeforeForgotten() {
        PastAssessments.keep(register, Optional.of(past));
        register.setMovementSince("Gate 2");

        assertEquals(Optional.empty(), PastAssessments.of(register));
    }
}
