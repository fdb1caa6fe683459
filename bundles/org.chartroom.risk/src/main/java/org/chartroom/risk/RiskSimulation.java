package org.chartroom.risk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ChengBetaSampler;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskKind;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.model.risk.RiskStatus;

/**
 * Monte Carlo simulation of what the open risks of a register cost together, or of how long they delay: in each run every
 * risk happens or not (Bernoulli) and, when it does, costs an amount, or takes a number of days, from its PERT
 * distribution; opportunities are subtracted.
 *
 * <p>PERT(a, m, b) is a Beta distribution over [a, b] with shape parameters 1 + 4 (m - a) / (b - a) and 1 + 4 (b - m) /
 * (b - a) (Clark, The PERT Model for the Distribution of an Activity Time, Operations Research 10, 1962). The risks are
 * taken as independent. Each risk has a generator of its own, seeded by the seed of the register and the id of the risk,
 * and the risks are added up in the order of their ids: the same risks give the same figures in whatever order they stand,
 * and one that is closed changes nothing of what the others drew.
 *
 * <p>Days are added up as money is. That is the delay of the end date when the effects are in series: each risk that
 * happens holds up the same path, and none of them at the same time as another. A register knows no network of
 * activities. Risks that hold up parallel paths delay less than the sum, because only the longest path counts; and float
 * takes up days that no end date loses. On the other hand paths that merge end later than each of them alone does (merge
 * bias), which a sum does not show either. So the sum is a first figure for the days to hold in reserve on the critical
 * path, and no schedule risk analysis of the plan itself (Hulett, Practical Schedule Risk Analysis, 2009: a path by
 * adding up its durations, and where parallel paths merge). Cost and delay are simulated one by one; nothing is said
 * about how they come together.
 *
 * <p>Amounts are computed as doubles, with some 15 digits: over 100,000 runs chance alone moves a percentile in the third
 * or fourth. They are shown rounded to whole units of the currency.
 */
public final class RiskSimulation {
    /** Fewest runs. */
    public static final int FEWEST_RUNS = 1_000;
    /** Most runs. */
    public static final int MOST_RUNS = 1_000_000;

    private static final Set<RiskStatus> OPEN = EnumSet.of(RiskStatus.IDENTIFIED, RiskStatus.ASSESSED,
            RiskStatus.TREATING, RiskStatus.ACCEPTED);
    private static final double PERT_WEIGHT = 4;

    /** What of the risks is simulated. */
    public enum Effect {
        /** What they cost, in the currency of the register. */
        COST,
        /** How long they delay, in days. */
        DELAY
    }

    private final List<Term> terms;
    private final List<String> leftOut;
    private final int runs;
    private final long seed;

    private record Term(String id, String key, String title, double sign, double probability, double minimum,
            double likely,
            double maximum) {
    }

    private RiskSimulation(List<Term> terms, List<String> leftOut, int runs, long seed) {
        this.terms = terms;
        this.leftOut = leftOut;
        this.runs = runs;
        this.seed = seed;
    }

    /**
     * @param register the register
     * @return a simulation of the cost, by the exchange rates of today
     */
    public static RiskSimulation of(RiskRegister register) {
        return of(register, Evaluation.of(register).today());
    }

    /**
     * @param register the register
     * @param effect what is simulated
     * @return a simulation, of costs by the exchange rates of today
     */
    public static RiskSimulation of(RiskRegister register, Effect effect) {
        return effect == Effect.COST ? of(register) : of(register, RiskSimulation::delay);
    }

    /**
     * Takes what the simulation needs from a register, so that it can run in another thread while the register is
     * edited.
     *
     * @param register the register
     * @param date the day whose exchange rates count
     * @return a simulation of its open, completely quantified risks whose costs are in the register's currency or can be
     *         converted to it
     */
    public static RiskSimulation of(RiskRegister register, LocalDate date) {
        RiskCosts costs = RiskCosts.of(register, date);
        return of(register, risk -> cost(risk, costs));
    }

    private static RiskSimulation of(RiskRegister register, Function<Risk, Optional<Term>> term) {
        List<Term> terms = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        register.getRisks().stream().filter(risk -> OPEN.contains(risk.getStatus()))
                .forEach(risk -> term.apply(risk).ifPresentOrElse(terms::add, () -> leftOut.add(risk.getKey())));
        terms.sort(Comparator.comparing(Term::id));
        int runs = Math.max(FEWEST_RUNS, Math.min(MOST_RUNS, register.getSimulationRuns()));
        return new RiskSimulation(terms, leftOut, runs, register.getSimulationSeed());
    }

    private static Optional<Term> cost(Risk risk, RiskCosts costs) {
        if (!Quantification.isComplete(risk)) {
            return Optional.empty();
        }
        return costs.inRegisterCurrency(risk.getCostMin())
                .map(minimum -> term(risk, minimum.amount().doubleValue(),
                        costs.inRegisterCurrency(risk.getCostLikely()).orElseThrow().amount().doubleValue(),
                        costs.inRegisterCurrency(risk.getCostMax()).orElseThrow().amount().doubleValue()));
    }

    private static Optional<Term> delay(Risk risk) {
        return Quantification.isDelayComplete(risk)
                ? Optional.of(term(risk, risk.getDaysMin(), risk.getDaysLikely(), risk.getDaysMax()))
                : Optional.empty();
    }

    private static Term term(Risk risk, double minimum, double likely, double maximum) {
        return new Term(String.valueOf(risk.getId() == null ? risk.getKey() : risk.getId()), risk.getKey(),
                risk.getTitle(), risk.getKind() == RiskKind.OPPORTUNITY ? -1 : 1, risk.getProbability().doubleValue(),
                minimum, likely, maximum);
    }

    /** @return number of risks that take part */
    public int size() {
        return terms.size();
    }

    /** @return keys of open risks that take no part: without a complete quantification, or a rate of their currency */
    public List<String> leftOut() {
        return leftOut;
    }

    /**
     * Runs the simulation.
     *
     * @param cancelled asked now and then whether to stop
     * @return the outcome; null when it was stopped
     */
    public Outcome run(BooleanSupplier cancelled) {
        double[] totals = new double[runs];
        List<Contribution> contributions = new ArrayList<>();
        for (Term term : terms) {
            if (cancelled.getAsBoolean()) {
                return null;
            }
            double sum = addTo(totals, term, generator(term));
            contributions.add(new Contribution(term.key(), term.title(), sum / runs));
        }
        double mean = Arrays.stream(totals).sum() / runs;
        Arrays.sort(totals);
        contributions.sort((a, b) -> Double.compare(Math.abs(b.mean()), Math.abs(a.mean())));
        return new Outcome(totals, mean, contributions);
    }

    /** Seeds that are near each other must not give generators that begin alike, so they are hashed. */
    private UniformRandomProvider generator(Term term) {
        UUID hash = UUID.nameUUIDFromBytes((seed + " " + term.id()).getBytes(StandardCharsets.UTF_8));
        return RandomSource.XO_RO_SHI_RO_128_PP
                .create(new long[]{hash.getMostSignificantBits(), hash.getLeastSignificantBits()});
    }

    private static double addTo(double[] totals, Term term, UniformRandomProvider random) {
        double range = term.maximum() - term.minimum();
        ContinuousSampler beta = range == 0
                ? () -> 0
                : ChengBetaSampler.of(random, 1 + PERT_WEIGHT * (term.likely() - term.minimum()) / range,
                        1 + PERT_WEIGHT * (term.maximum() - term.likely()) / range);
        double sum = 0;
        for (int run = 0; run < totals.length; run++) {
            if (random.nextDouble() < term.probability()) {
                double effect = term.sign() * (term.minimum() + range * beta.sample());
                totals[run] += effect;
                sum += effect;
            }
        }
        return sum;
    }

    /**
     * What one risk adds to the mean.
     *
     * @param key key of the risk
     * @param title its title
     * @param mean mean over all runs, in the register's currency or in days; below 0 for an opportunity
     */
    public record Contribution(String key, String title, double mean) {
    }

    /** Totals of all runs, in the register's currency or in days. */
    public static final class Outcome {
        private final double[] sorted;
        private final double mean;
        private final List<Contribution> contributions;

        private Outcome(double[] sorted, double mean, List<Contribution> contributions) {
            this.sorted = sorted;
            this.mean = mean;
            this.contributions = List.copyOf(contributions);
        }

        /** @return number of runs */
        public int runs() {
            return sorted.length;
        }

        /** @return mean of the totals */
        public double mean() {
            return mean;
        }

        /**
         * @param fraction 0 to 1; 0.8 asks for P80
         * @return the total that this fraction of the runs does not exceed (nearest rank)
         * @throws IllegalArgumentException when the fraction is not 0 to 1
         */
        public double percentile(double fraction) {
            if (!(fraction >= 0 && fraction <= 1)) {
                throw new IllegalArgumentException("A percentile is a fraction from 0 to 1, not " + fraction + ".");
            }
            // In decimals: 0.55 x 100,000 is a little more than 55,000 in doubles.
            int rank = BigDecimal.valueOf(fraction).multiply(BigDecimal.valueOf(sorted.length))
                    .setScale(0, RoundingMode.CEILING).intValueExact();
            return sorted[Math.max(0, rank - 1)];
        }

        /**
         * @param amount an amount
         * @return the fraction of runs whose total is above it: one point of the loss exceedance curve
         */
        public double exceedance(double amount) {
            int low = 0;
            int high = sorted.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (sorted[middle] <= amount) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return (double) (sorted.length - low) / sorted.length;
        }

        /** @return what each risk adds to the mean, the largest first */
        public List<Contribution> contributions() {
            return contributions;
        }
    }
}
