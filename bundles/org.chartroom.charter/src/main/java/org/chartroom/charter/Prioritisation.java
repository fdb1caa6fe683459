package org.chartroom.charter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.chartroom.core.workspace.EditSession;
import org.chartroom.model.Directory;
import org.chartroom.model.charter.Charter;

/** How important a charter is beside others: a weighted mean of four scores, with weights that hold for the workspace. */
public final class Prioritisation {
    /** Decimal places of a priority score. */
    public static final int DIGITS = 2;

    private Prioritisation() {
    }

    /**
     * The weights of the four scores. Only their ratios count; what is missing or below zero counts as zero.
     *
     * @param alignment weight of strategic alignment
     * @param impact weight of impact
     * @param resources weight of resources
     * @param timeline weight of timeline
     */
    public record Weights(BigDecimal alignment, BigDecimal impact, BigDecimal resources, BigDecimal timeline) {
        /** All scores count the same. */
        public static final Weights EQUAL = new Weights(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE,
                BigDecimal.ONE);

        /**
         * @param directory the directory of a workspace
         * @return the weights that are set there
         */
        public static Weights of(Directory directory) {
            return new Weights(directory.getAlignmentWeight(), directory.getImpactWeight(),
                    directory.getResourcesWeight(), directory.getTimelineWeight());
        }

        /** @return the four weights in the order of the scores, none below zero */
        public List<BigDecimal> all() {
            return Stream.of(alignment, impact, resources, timeline)
                    .map(weight -> weight == null ? BigDecimal.ZERO : weight.max(BigDecimal.ZERO)).toList();
        }
    }

    /**
     * @param charter a charter
     * @return the weights of the workspace it is in; equal ones where it is in none
     */
    public static Weights weights(Charter charter) {
        return EditSession.of(charter).map(EditSession::directory).map(Weights::of).orElse(Weights.EQUAL);
    }

    /**
     * @param charter a charter
     * @param weights the weights
     * @return sum of weight x score / sum of weights over the scores that are given, 1 to 5, 2 decimal places, half up;
     *         empty when no score with a weight is
     */
    public static Optional<BigDecimal> score(Charter charter, Weights weights) {
        return score(scores(charter), weights);
    }

    /**
     * @param charter a charter
     * @return its scores for strategic alignment, impact, resources and timeline, 1 to 5; null where one is not given
     */
    public static List<Integer> scores(Charter charter) {
        return Arrays.asList(charter.getStrategicAlignment(), charter.getImpact(), charter.getResources(),
                charter.getTimeline());
    }

    /**
     * @param scores the scores for strategic alignment, impact, resources and timeline; null where one is not given
     * @param weights the weights
     * @return the same of scores that were taken out of a charter
     */
    public static Optional<BigDecimal> score(List<Integer> scores, Weights weights) {
        BigDecimal weighted = BigDecimal.ZERO;
        BigDecimal total = BigDecimal.ZERO;
        for (int i = 0; i < scores.size(); i++) {
            if (scores.get(i) != null) {
                BigDecimal weight = weights.all().get(i);
                weighted = weighted.add(weight.multiply(BigDecimal.valueOf(scores.get(i))));
                total = total.add(weight);
            }
        }
        return total.signum() == 0
                ? Optional.empty()
                : Optional.of(weighted.divide(total, DIGITS, RoundingMode.HALF_UP));
    }
}
