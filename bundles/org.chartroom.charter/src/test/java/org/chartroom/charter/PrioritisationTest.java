package org.chartroom.charter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
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
