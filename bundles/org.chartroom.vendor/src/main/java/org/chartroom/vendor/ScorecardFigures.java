package org.chartroom.vendor;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import org.chartroom.model.Currencies;
import org.chartroom.model.Money;
import org.chartroom.model.vendor.Measurement;
import org.chartroom.model.vendor.Metric;
import org.chartroom.model.vendor.PeriodLength;
import org.chartroom.model.vendor.VendorScorecard;

/** What follows from the measurements of a scorecard as they are now; made anew after each change. */
public final class ScorecardFigures {
    private static final int MONTHS = 12;
    private static final MathContext PRECISION = MathContext.DECIMAL64;

    private final VendorScorecard scorecard;
    private final PeriodLength length;
    private final Map<Metric, SortedMap<LocalDate, BigDecimal>> values = new HashMap<>();
    private final NavigableSet<LocalDate> periods = new TreeSet<>();

    private ScorecardFigures(VendorScorecard scorecard) {
        this.scorecard = scorecard;
        this.length = scorecard.getPeriodLength();
        for (Metric metric : scorecard.getMetrics()) {
            SortedMap<LocalDate, BigDecimal> own = new TreeMap<>();
            for (Measurement measurement : metric.getMeasurements()) {
                if (measurement.getPeriod() != null && measurement.getValue() != null) {
                    own.put(Periods.start(measurement.getPeriod(), length), measurement.getValue());
                }
            }
            values.put(metric, own);
            periods.addAll(own.keySet());
        }
    }

    /**
     * @param scorecard a scorecard
     * @return its figures; of two measurements of a metric in one period the later one in the list counts
     */
    public static ScorecardFigures of(VendorScorecard scorecard) {
        return new ScorecardFigures(scorecard);
    }

    /** @return the first days of the periods that have a measurement, the earliest first */
    public List<LocalDate> periods() {
        return List.copyOf(periods);
    }

    /** @return the latest period that has a measurement; empty when nothing was measured yet */
    public Optional<LocalDate> latestPeriod() {
        return periods.isEmpty() ? Optional.empty() : Optional.of(periods.last());
    }

    /**
     * @param metric a metric of the scorecard
     * @param period the first day of a period
     * @return its value in the period
     */
    public Optional<BigDecimal> value(Metric metric, LocalDate period) {
        return Optional.ofNullable(values.getOrDefault(metric, new TreeMap<>()).get(period));
    }

    /**
     * @param metric a metric of the scorecard
     * @param period the first day of a period
     * @return its attainment in the period, 0 to 100, not rounded
     */
    public Optional<BigDecimal> score(Metric metric, LocalDate period) {
        return value(metric, period).flatMap(value -> Attainment.score(metric, value));
    }

    /**
     * @param period the first day of a period
     * @return how the vendor did in it; empty when no metric with a weight above zero has a score
     */
    public Optional<PeriodScore> score(LocalDate period) {
        BigDecimal weighted = BigDecimal.ZERO;
        BigDecimal measured = BigDecimal.ZERO;
        BigDecimal total = BigDecimal.ZERO;
        boolean missed = false;
        for (Metric metric : scorecard.getMetrics()) {
            BigDecimal weight = weight(metric);
            total = total.add(weight);
            Optional<BigDecimal> score = score(metric, period);
            if (score.isPresent()) {
                weighted = weighted.add(weight.multiply(score.get()));
                measured = measured.add(weight);
            }
            missed |= value(metric, period).filter(value -> Attainment.isMissed(metric, value)).isPresent();
        }
        if (measured.signum() == 0) {
            return Optional.empty();
        }
        return Optional.of(new PeriodScore(period, weighted.divide(measured, PRECISION),
                measured.divide(total, PRECISION), missed));
    }

    /** @return how the vendor did in the latest period */
    public Optional<PeriodScore> latest() {
        return latestPeriod().flatMap(this::score);
    }

    /** Weights below zero make no sense and count as zero; a check names them. */
    private static BigDecimal weight(Metric metric) {
        return metric.getWeight() == null ? BigDecimal.ZERO : metric.getWeight().max(BigDecimal.ZERO);
    }

    /** @return slope of the scores of the last six scored periods, in points a period, not rounded */
    public Optional<BigDecimal> trend() {
        SortedMap<Integer, BigDecimal> scores = new TreeMap<>();
        periods.forEach(period -> score(period).ifPresent(score -> scores.put(number(period), score.score())));
        return Trend.slope(scores);
    }

    /**
     * @param metric a metric of the scorecard
     * @return slope of its scores in the last six periods that it was measured in, in points a period, not rounded
     */
    public Optional<BigDecimal> trend(Metric metric) {
        SortedMap<Integer, BigDecimal> scores = new TreeMap<>();
        periods.forEach(period -> score(metric, period).ifPresent(score -> scores.put(number(period), score)));
        return Trend.slope(scores);
    }

    private int number(LocalDate period) {
        return Periods.between(periods.first(), period, length);
    }

    /**
     * @param metric a metric of the scorecard
     * @return how often it was worse than its minimum in the twelve months that end with the latest period
     */
    public int breaches(Metric metric) {
        return (int) recent().stream().filter(period -> value(metric, period)
                .filter(value -> Attainment.isBreach(metric, value)).isPresent()).count();
    }

    /** @return the breaches of all metrics in the twelve months that end with the latest period */
    public int breaches() {
        return scorecard.getMetrics().stream().mapToInt(this::breaches).sum();
    }

    private NavigableSet<LocalDate> recent() {
        return periods.isEmpty() ? periods : periods.tailSet(periods.last().minusMonths(MONTHS), false);
    }

    /**
     * @param metric a metric of the scorecard
     * @return min(breaches x credit, cap) x monthly fee, which is a twelfth of the annual value, for the twelve months that
     *         end with the latest period, rounded once, half up, to the digits of the currency; empty without an annual value or a credit
     */
    public Optional<Money> credit(Metric metric) {
        if (metric.getCreditPercent() == null) {
            return Optional.empty();
        }
        BigDecimal share = metric.getCreditPercent().multiply(BigDecimal.valueOf(breaches(metric)));
        BigDecimal due = metric.getCreditCap() == null ? share : share.min(metric.getCreditCap());
        return Optional.ofNullable(scorecard.getAnnualValue()).map(annual -> Money.of(
                annual.amount().multiply(due).divide(BigDecimal.valueOf(MONTHS),
                        Currencies.digits(annual.currency()), RoundingMode.HALF_UP),
                annual.currency()));
    }

    /** @return the sum of the credits of all metrics; empty when none has one */
    public Optional<Money> credit() {
        return scorecard.getMetrics().stream().map(metric -> credit(metric).orElse(null)).filter(Objects::nonNull)
                .reduce(Money::plus);
    }

    /** @return the last day to give notice: end of the contract - notice days; empty without an end */
    public Optional<LocalDate> noticeDeadline() {
        int days = scorecard.getNoticeDays() == null ? 0 : scorecard.getNoticeDays();
        return Optional.ofNullable(scorecard.getContractEnd()).map(end -> end.minusDays(days));
    }

    /**
     * @param metric a metric of the scorecard
     * @param today the day to look back from
     * @return the periods of the last twelve months that the metric should have been measured in, see {@link #due}, and was
     *         not
     */
    public List<LocalDate> missing(Metric metric, LocalDate today) {
        return due(today).stream().filter(period -> value(metric, period).isEmpty()).toList();
    }

    /**
     * @param today the day to look back from
     * @return the periods of the last twelve months that should have been measured: from the first that anything was
     *         measured in to the last that is over. Where nothing was measured at all it is the contract that tells: from
     *         the first period that it runs for as a whole, or, when its beginning is not known, the last period that is
     *         over, as long as it had not ended before; none without a contract.
     */
    public List<LocalDate> due(LocalDate today) {
        LocalDate current = Periods.start(today, length);
        LocalDate yearAgo = Periods.start(today.minusMonths(MONTHS), length);
        Optional<LocalDate> first = periods.isEmpty() ? firstOfContract(current) : Optional.of(periods.first());
        LocalDate begin = first.filter(day -> day.isAfter(yearAgo)).orElse(yearAgo);
        if (first.isEmpty() || !begin.isBefore(current)) {
            return List.of();
        }
        LocalDate end = scorecard.getContractEnd();
        return begin.datesUntil(current, java.time.Period.ofMonths(length == PeriodLength.QUARTER ? MONTHS / 4 : 1))
                .filter(period -> !periods.isEmpty() || end == null || !period.isAfter(end)).toList();
    }

    private Optional<LocalDate> firstOfContract(LocalDate current) {
        LocalDate start = scorecard.getContractStart();
        if (start == null) {
            return Optional.ofNullable(scorecard.getContractEnd()).map(end -> Periods.plus(current, -1, length));
        }
        LocalDate period = Periods.start(start, length);
        return Optional.of(period.equals(start) ? period : Periods.plus(period, 1, length));
    }
}
