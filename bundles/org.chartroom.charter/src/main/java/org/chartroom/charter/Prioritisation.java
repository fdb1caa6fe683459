package org.chartroom.charter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.chartroom.model.Directory;
import org.chartroom.model.Element;
import org.chartroom.model.charter.Charter;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;

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

        private List<BigDecimal> all() {
            return Stream.of(alignment, impact, resources, timeline)
                    .map(weight -> weight == null ? BigDecimal.ZERO : weight.max(BigDecimal.ZERO)).toList();
        }
    }

    /**
     * @param charter a charter
     * @return the weights of the workspace it is in; equal ones where it is in none
     */
    public static Weights weights(Charter charter) {
        return directory(charter).map(Weights::of).orElse(Weights.EQUAL);
    }

    private static Optional<Directory> directory(Charter charter) {
        Resource resource = charter.eResource();
        Stream<EObject> roots = resource == null || resource.getResourceSet() == null
                ? Stream.of()
                : resource.getResourceSet().getResources().stream().flatMap(one -> one.getContents().stream());
        return Stream.concat(roots, named(charter)).filter(Directory.class::isInstance).map(Directory.class::cast)
                .findFirst();
    }

    /** Whoever a charter names stands in the directory of its workspace, whether that was loaded before or not. */
    private static Stream<EObject> named(Charter charter) {
        return Stream.<Element>of(charter.getOwner(), charter.getProject(), charter.getSponsor(),
                charter.getManager()).filter(Objects::nonNull).map(Element::eContainer);
    }

    /**
     * @param charter a charter
     * @param weights the weights
     * @return sum of weight x score / sum of weights over the scores that are given, 1 to 5, 2 decimal places, half up;
     *         empty when no score with a weight is
     */
    public static Optional<BigDecimal> score(Charter charter, Weights weights) {
        List<Integer> scores = Arrays.asList(charter.getStrategicAlignment(), charter.getImpact(),
                charter.getResources(), charter.getTimeline());
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
