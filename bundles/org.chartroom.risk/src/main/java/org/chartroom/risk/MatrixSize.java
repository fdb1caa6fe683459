package org.chartroom.risk;

import org.chartroom.core.value.Steps;
import org.chartroom.model.risk.ImpactLevel;
import org.chartroom.model.risk.LikelihoodLevel;
import org.chartroom.model.risk.RiskLevel;
import org.chartroom.model.risk.RiskRegister;

/**
 * How many steps the scales of a register have, and with that its matrix. Usually five each; a register may have
 * {@value Steps#FEWEST} to {@value Steps#MOST} of its own.
 *
 * @param likelihoods steps of likelihood
 * @param impacts steps of impact
 */
public record MatrixSize(int likelihoods, int impacts) {
    /** The matrix of 5 x 5. */
    public static final MatrixSize USUAL = new MatrixSize(5, 5);

    /** Parts of five of the highest score at which the levels begin, see {@link #defaultLevel}. */
    private static final int PARTS = 5;

    /**
     * @param register a register; null for the usual matrix
     * @return the size of its matrix; a scale that is not numbered from 1 without gaps counts as the usual one
     */
    public static MatrixSize of(RiskRegister register) {
        return register == null
                ? USUAL
                : new MatrixSize(
                        Steps.isWhole(register.getLikelihoodScale(), LikelihoodLevel::getValue)
                                ? register.getLikelihoodScale().size()
                                : USUAL.likelihoods,
                        Steps.isWhole(register.getImpactScale(), ImpactLevel::getValue)
                                ? register.getImpactScale().size()
                                : USUAL.impacts);
    }

    /** @return the highest score */
    public int highest() {
        return likelihoods * impacts;
    }

    /**
     * @param likelihood a step; null when not assessed
     * @return whether it is on the scale
     */
    public boolean hasLikelihood(Integer likelihood) {
        return likelihood != null && likelihood >= 1 && likelihood <= likelihoods;
    }

    /**
     * @param impact a step; null when not assessed
     * @return whether it is on the scale
     */
    public boolean hasImpact(Integer impact) {
        return impact != null && impact >= 1 && impact <= impacts;
    }

    /**
     * @param likelihood a step; null when not assessed
     * @param impact a step; null when not assessed
     * @return likelihood x impact, 1 to {@link #highest}; null unless both are on their scale
     */
    public Integer score(Integer likelihood, Integer impact) {
        return hasLikelihood(likelihood) && hasImpact(impact) ? Integer.valueOf(likelihood * impact) : null;
    }

    /**
     * The level of a cell that a register has no level of its own for: from three fifths of the highest score critical,
     * from two fifths high, from one fifth moderate, below it low. In the matrix of 5 x 5 that is 1-4 low, 5-9 moderate,
     * 10-14 high, 15-25 critical.
     *
     * @param score 1 to {@link #highest}
     * @return its level
     */
    public RiskLevel defaultLevel(int score) {
        return RiskLevel.get(Math.min(RiskLevel.CRITICAL_VALUE, score * PARTS / highest()));
    }
}
