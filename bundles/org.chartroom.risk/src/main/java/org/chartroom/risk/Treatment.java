package org.chartroom.risk;

import java.util.function.Function;
import java.util.stream.Stream;

import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskAction;
import org.chartroom.model.risk.RiskKind;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskStatus;

/** The actions of a risk, and what they are expected to make of it. */
public final class Treatment {
    private Treatment() {
    }

    /**
     * @param risk a risk
     * @return its actions that are not done; none of a risk that is closed, because nobody waits for them any more
     */
    public static Stream<RiskAction> openActions(Risk risk) {
        // To ask for a list makes one, for each of a hundred thousand risks.
        return risk.getStatus() == RiskStatus.CLOSED || !risk.eIsSet(RiskPackage.Literals.RISK__ACTIONS)
                ? Stream.empty()
                : risk.getActions().stream().filter(action -> action.getDoneOn() == null);
    }

    /**
     * @param risk a risk
     * @return its likelihood when all open actions have done what is expected of them: the current one plus their
     *         changes, kept on the scale; null when the current one is not on the scale
     */
    public static Integer expectedLikelihood(Risk risk) {
        return expected(risk.getCurrentLikelihood(), size(risk).likelihoods(), risk, RiskAction::getLikelihoodChange);
    }

    /**
     * @param risk a risk
     * @return its impact when all open actions have done what is expected of them: the current one plus their changes,
     *         kept on the scale; null when the current one is not on the scale
     */
    public static Integer expectedImpact(Risk risk) {
        return expected(risk.getCurrentImpact(), size(risk).impacts(), risk, RiskAction::getImpactChange);
    }

    private static MatrixSize size(Risk risk) {
        return MatrixSize.of(RiskScales.registerOf(risk));
    }

    private static Integer expected(Integer current, int steps, Risk risk, Function<RiskAction, Integer> change) {
        if (current == null || current < 1 || current > steps) {
            return null;
        }
        long sum = openActions(risk).map(change).filter(value -> value != null).mapToLong(Integer::longValue).sum();
        return (int) Math.max(1, Math.min(steps, current + sum));
    }

    /**
     * @param risk a risk
     * @return whether its open actions say what they are expected to change, and that is not enough: a threat stays above
     *         its target score, an opportunity below it
     */
    public static boolean missesTarget(Risk risk) {
        Integer expected = size(risk).score(expectedLikelihood(risk), expectedImpact(risk));
        Integer target = size(risk).score(risk.getTargetLikelihood(), risk.getTargetImpact());
        if (expected == null || target == null || openActions(risk)
                .allMatch(action -> action.getLikelihoodChange() == null && action.getImpactChange() == null)) {
            return false;
        }
        return risk.getKind() == RiskKind.OPPORTUNITY ? expected < target : expected > target;
    }
}
