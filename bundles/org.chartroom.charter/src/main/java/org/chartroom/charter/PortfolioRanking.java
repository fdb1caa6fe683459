package org.chartroom.charter;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Charters in the order of their priority scores. */
public final class PortfolioRanking {
    private PortfolioRanking() {
    }

    /**
     * A charter and its place.
     *
     * @param rank its place, from 1; charters with equal scores share one, and the next place is left out
     * @param subject what is ranked
     * @param <T> its type
     */
    public record Place<T>(int rank, T subject) {
    }

    /**
     * @param subjects what is to be ranked
     * @param score gives the score of each
     * @param <T> their type
     * @return those that have a score, the highest first; equal ones in the order they were given in
     */
    public static <T> List<Place<T>> of(List<T> subjects, Function<T, Optional<BigDecimal>> score) {
        List<T> ranked = subjects.stream().filter(subject -> score.apply(subject).isPresent())
                .sorted(Comparator.comparing((T subject) -> score.apply(subject).orElseThrow()).reversed()).toList();
        return ranked.stream().map(subject -> new Place<>(1 + (int) ranked.stream()
                .filter(other -> score.apply(other).orElseThrow().compareTo(score.apply(subject).orElseThrow()) > 0)
                .count(), subject)).toList();
    }
}
