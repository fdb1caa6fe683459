package org.chartroom.charter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.chartroom.charter.PortfolioRanking.Place;
import org.chartroom.charter.Prioritisation.Weights;
import org.chartroom.model.Directory;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.charter.Charter;
import org.junit.jupiter.api.Test;

class PrioritisationTest {
    private static Charter scored(Integer alignment, Integer impact, Integer resources, Integer timeline) {
        Charter charter = Charters.charter();
        charter.setStrategicAlignment(alignment);
        charter.setImpact(impact);
        charter.setResources(resources);
        charter.setTimeline(timeline);
        return charter;
    }

    private static Weights weights(int alignment, int impact, int resources, int timeline) {
        return new Weights(BigDecimal.valueOf(alignment), BigDecimal.valueOf(impact), BigDecimal.valueOf(resources),
                BigDecimal.valueOf(timeline));
    }

    private static String score(Charter charter, Weights weights) {
        return Prioritisation.score(charter, weights).map(BigDecimal::toPlainString).orElse("none");
    }

    @Test
    void the_score_is_the_weighted_mean_of_the_four() {
        assertEquals("3.50", score(scored(5, 4, 3, 2), Weights.EQUAL));
        assertEquals("4.00", score(scored(5, 4, 3, 2), weights(40, 30, 20, 10)));
    }

    /**
     * beginpm.com, "How do you conduct a weighted scoring model?": scores 4, 5, 3, 4 with 30, 40, 20 and 10 % make 1.2 +
     * 2.0 + 0.6 + 0.4 = 4.2. The same site, "What is the weighted scoring model?": 4, 3, 5 with 40, 30, 30 % make 4.0.
     */
    @Test
    void the_score_is_that_of_the_worked_examples() {
        assertEquals("4.20", score(scored(4, 5, 3, 4), weights(30, 40, 20, 10)));
        assertEquals("4.00", score(scored(4, 3, 5, null), weights(40, 30, 30, 0)));
    }

    /** By hand: (1 x 5 + 2 x 4) / 3 = 4.333..., (2 x 5 + 1 x 4) / 3 = 4.666..., half up. */
    @Test
    void a_score_is_rounded_half_up_to_two_places() {
        assertEquals("4.33", score(scored(5, 4, null, null), weights(1, 2, 0, 0)));
        assertEquals("4.67", score(scored(5, 4, null, null), weights(2, 1, 0, 0)));
    }

    @Property
    void raising_a_weight_never_lowers_the_influence_of_its_score(@ForAll @IntRange(min = 1, max = 5) int own,
            @ForAll @IntRange(min = 1, max = 5) int others, @ForAll @IntRange(min = 0, max = 99) int weight) {
        BigDecimal exact = BigDecimal.valueOf(own);
        BigDecimal before = Prioritisation.score(scored(own, others, others, others), weights(weight, 10, 10, 10))
                .orElseThrow().subtract(exact).abs();
        BigDecimal after = Prioritisation.score(scored(own, others, others, others), weights(weight + 1, 10, 10, 10))
                .orElseThrow().subtract(exact).abs();
        assertTrue(after.compareTo(before) <= 0);
    }

    @Property
    void only_the_ratios_of_the_weights_count(@ForAll @IntRange(min = 1, max = 20) int a,
            @ForAll @IntRange(min = 1, max = 20) int b, @ForAll @IntRange(min = 2, max = 9) int times) {
        Charter charter = scored(1, 5, 3, 2);
        assertEquals(score(charter, weights(a, b, a, b)),
                score(charter, weights(a * times, b * times, a * times, b * times)));
    }

    @Property
    void places_do_not_depend_on_the_order_and_a_better_score_never_has_a_worse_place(
            @ForAll @Size(max = 10) List<@IntRange(min = 10, max = 50) Integer> scores, @ForAll Random random) {
        List<Place<Integer>> before = PortfolioRanking.of(scores, score -> Optional.of(BigDecimal.valueOf(score, 1)));
        List<Integer> shuffled = new ArrayList<>(scores);
        Collections.shuffle(shuffled, random);
        assertEquals(before, PortfolioRanking.of(shuffled, score -> Optional.of(BigDecimal.valueOf(score, 1))));
        for (int i = 0; i < before.size(); i++) {
            assertTrue(before.get(i).rank() <= i + 1);
            assertTrue(i == 0 || before.get(i - 1).subject() >= before.get(i).subject());
        }
    }

    @Test
    void a_score_that_is_not_given_has_no_say() {
        assertEquals("5.00", score(scored(5, null, null, null), Weights.EQUAL));
        assertEquals("none", score(scored(null, null, null, null), Weights.EQUAL));
    }

    @Test
    void weights_of_zero_below_it_or_missing_leave_their_score_out() {
        assertEquals("2.00", score(scored(5, 4, 3, 2), new Weights(null, BigDecimal.ZERO, BigDecimal.ONE.negate(),
                BigDecimal.TEN)));
        assertEquals("none", score(scored(5, 4, 3, 2), weights(0, 0, 0, 0)));
    }

    @Test
    void the_weights_of_a_directory_count_the_same_until_they_are_set() {
        Directory directory = ModelFactory.eINSTANCE.createDirectory();
        assertEquals(Weights.EQUAL, Weights.of(directory));
        directory.setAlignmentWeight(BigDecimal.valueOf(3));
        assertEquals("3.00", score(scored(5, 1, 1, 1), Weights.of(directory)));
    }

    @Test
    void a_charter_in_no_workspace_is_weighted_equally() {
        assertEquals(Weights.EQUAL, Prioritisation.weights(scored(5, 1, 1, 1)));
    }

    @Test
    void equal_scores_share_a_place_and_the_next_is_left_out() {
        assertEquals(List.of(new Place<>(1, "b"), new Place<>(2, "a"), new Place<>(2, "c"), new Place<>(4, "d")),
                PortfolioRanking.of(List.of("a", "b", "none", "c", "d"), name -> switch (name) {
                    case "b" -> Optional.of(new BigDecimal("4.5"));
                    case "d" -> Optional.of(BigDecimal.ONE);
                    case "none" -> Optional.empty();
                    default -> Optional.of(new BigDecimal("3.0"));
                }));
        assertEquals(List.of(), PortfolioRanking.of(List.<String>of(), name -> Optional.empty()));
    }

    @Property
    void raising_a_score_never_lowers_the_priority(@ForAll @IntRange(min = 1, max = 4) int score,
            @ForAll @IntRange(min = 1, max = 5) int impact, @ForAll @IntRange(min = 1, max = 5) int resources,
            @ForAll @IntRange(min = 1, max = 5) int timeline, @ForAll @IntRange(min = 0, max = 50) int own,
            @ForAll @IntRange(min = 1, max = 50) int others) {
        Weights weights = weights(own, others, others, others);
        BigDecimal before = Prioritisation.score(scored(score, impact, resources, timeline), weights).orElseThrow();
        BigDecimal after = Prioritisation.score(scored(score + 1, impact, resources, timeline), weights)
                .orElseThrow();
        assertTrue(after.compareTo(before) >= 0);
        assertTrue(before.compareTo(BigDecimal.ONE) >= 0 && after.compareTo(BigDecimal.valueOf(5)) <= 0);
    }
}
