package org.chartroom.risk;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.chartroom.model.Currencies;
import org.chartroom.model.Money;
import org.chartroom.model.risk.Risk;

/** Three-point estimates of what a risk would cost. */
public final class Quantification {
    private static final BigDecimal FOUR = BigDecimal.valueOf(4);
    private static final BigDecimal SIX = BigDecimal.valueOf(6);

    private Quantification() {
    }

    /**
     * Mean of the PERT distribution, (minimum + 4 x likely + maximum) / 6 (Malcolm et al., Application of a Technique
     * for Research and Development Program Evaluation, 1959).
     *
     * @param minimum the lowest value
     * @param likely the most likely value
     * @param maximum the highest value
     * @return the mean, with 10 decimal places, half up
     */
    public static BigDecimal pertMean(BigDecimal minimum, BigDecimal likely, BigDecimal maximum) {
        return minimum.add(likely.multiply(FOUR)).add(maximum).divide(SIX, 10, RoundingMode.HALF_UP);
    }

    /**
     * @param risk a risk
     * @return whether probability and the three costs are there, in one currency, in order, and the probability is 0 to
     *         1
     */
    public static boolean isComplete(Risk risk) {
        Money minimum = risk.getCostMin();
        Money likely = risk.getCostLikely();
        Money maximum = risk.getCostMax();
        return hasProbability(risk) && minimum != null && likely != null && maximum != null
                && minimum.currency().equals(likely.currency()) && likely.currency().equals(maximum.currency())
                && minimum.amount().compareTo(likely.amount()) <= 0
                && likely.amount().compareTo(maximum.amount()) <= 0;
    }

    /**
     * @param risk a risk
     * @return whether probability and the three delays are there, in order, and the probability is 0 to 1
     */
    public static boolean isDelayComplete(Risk risk) {
        Integer minimum = risk.getDaysMin();
        Integer likely = risk.getDaysLikely();
        Integer maximum = risk.getDaysMax();
        return hasProbability(risk) && minimum != null && likely != null && maximum != null && minimum <= likely
                && likely <= maximum;
    }

    private static boolean hasProbability(Risk risk) {
        BigDecimal probability = risk.getProbability();
        return probability != null && probability.signum() >= 0 && probability.compareTo(BigDecimal.ONE) <= 0;
    }

    /**
     * @param risk a risk
     * @return probability x PERT mean of its cost, rounded half up to the currency's digits; a loss for a threat, a
     *         gain for an opportunity; null unless the quantification is complete
     */
    public static Money expectedValue(Risk risk) {
        if (!isComplete(risk)) {
            return null;
        }
        BigDecimal mean = pertMean(risk.getCostMin().amount(), risk.getCostLikely().amount(),
                risk.getCostMax().amount());
        int digits = Currencies.digits(risk.getCostMin().currency());
        return Money.of(risk.getProbability().multiply(mean).setScale(digits, RoundingMode.HALF_UP),
                risk.getCostMin().currency());
    }
}
