package org.chartroom.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskAction;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskKind;
import org.chartroom.model.risk.RiskStatus;
import org.eclipse.emf.common.util.ECollections;
import org.junit.jupiter.api.Test;

class TreatmentTest {
    private final Risk risk = risk(4, 4);

    @Test
    void expectedIsTheCurrentAssessmentPlusTheChangesOfTheOpenActions() {
        act(-1, null);
        act(-1, -2);

        assertEquals(List.of(2, 2), List.of(Treatment.expectedLikelihood(risk), Treatment.expectedImpact(risk)));
    }

    @Test
    void withoutActionsItIsTheCurrentAssessment() {
        assertEquals(4, Treatment.expectedLikelihood(risk));
    }

    @Test
    void whatIsDoneIsInTheCurrentAssessmentAlready() {
        act(-2, -2).setDoneOn(LocalDate.EPOCH);

        assertEquals(4, Treatment.expectedLikelihood(risk));
    }

    @Test
    void itStaysOnTheScale() {
        act(-9, 9);

        assertEquals(List.of(1, 5), List.of(Treatment.expectedLikelihood(risk), Treatment.expectedImpact(risk)));
    }

    @Test
    void changesThatOverflowTogetherStayOnTheScale() {
        act(Integer.MIN_VALUE, Integer.MAX_VALUE);
        act(Integer.MIN_VALUE, Integer.MAX_VALUE);

        assertEquals(List.of(1, 5), List.of(Treatment.expectedLikelihood(risk), Treatment.expectedImpact(risk)));
    }

    @Test
    void whatIsNotAssessedIsNotExpectedEither() {
        risk.setCurrentLikelihood(null);
        act(-1, -1);

        assertNull(Treatment.expectedLikelihood(risk));
    }

    @Test
    void riskThatIsClosedHasNoOpenAction() {
        act(-1, -1);
        assertEquals(1, Treatment.openActions(risk).count());

        risk.setStatus(RiskStatus.CLOSED);

        assertEquals(0, Treatment.openActions(risk).count());
    }

    @Test
    void planThatLeavesAThreatAboveItsTargetMissesIt() {
        target(2, 2);
        act(-1, -1);
        assertTrue(Treatment.missesTarget(risk));

        act(-1, -1);

        assertFalse(Treatment.missesTarget(risk));
    }

    @Test
    void planThatLeavesAnOpportunityBelowItsTargetMissesIt() {
        risk.setKind(RiskKind.OPPORTUNITY);
        target(5, 5);
        act(1, 0);
        assertTrue(Treatment.missesTarget(risk));

        act(0, 1);

        assertFalse(Treatment.missesTarget(risk));
    }

    @Test
    void actionsThatSayNothingOfTheirEffectMissNothing() {
        target(1, 1);
        act(null, null);

        assertFalse(Treatment.missesTarget(risk));
    }

    @Test
    void withoutATargetNothingIsMissed() {
        act(1, 1);

        assertFalse(Treatment.missesTarget(risk));
    }

    @Property
    void expectedIsOnTheScaleWhateverTheOrderOfTheActions(@ForAll @IntRange(min = 1, max = 5) int current,
            @ForAll @Size(max = 6) List<@IntRange(min = -4, max = 4) Integer> changes) {
        Risk own = risk(current, 1);
        changes.forEach(change -> own.getActions().add(action(change, null)));
        int before = Treatment.expectedLikelihood(own);
        ECollections.sort(own.getActions(), Comparator.comparing(RiskAction::getLikelihoodChange));

        assertTrue(MatrixSize.USUAL.hasLikelihood(before));
        assertEquals(before, Treatment.expectedLikelihood(own));
    }

    private static Risk risk(int likelihood, int impact) {
        Risk risk = RiskFactory.eINSTANCE.createRisk();
        risk.setCurrentLikelihood(likelihood);
        risk.setCurrentImpact(impact);
        return risk;
    }

    private void target(int likelihood, int impact) {
        risk.setTargetLikelihood(likelihood);
        risk.setTargetImpact(impact);
    }

    private RiskAction act(Integer likelihood, Integer impact) {
        RiskAction action = action(likelihood, impact);
        risk.getActions().add(action);
        return action;
    }

    private static RiskAction action(Integer likelihood, Integer impact) {
        RiskAction action = RiskFactory.eINSTANCE.createRiskAction();
        action.setLikelihoodChange(likelihood);
        action.setImpactChange(impact);
        return action;
    }
}
