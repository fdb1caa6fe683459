package org.chartroom.charter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.YearFigures;

/**
 * Benefits and costs of a charter over the years, as they were planned or as they are expected now. A year without
 * figures between two that have some counts as zero, the figures of a year that is listed twice are added up.
 */
public final class BusinessCase {
    private static final int RATIO_DIGITS = 4;

    private final SortedMap<Integer, BigDecimal> benefits = new TreeMap<>();
    private final SortedMap<Integer, BigDecimal> costs = new TreeMap<>();
    private final BigDecimal rate;

    private BusinessCase(Charter charter, boolean now) {
        this.rate = charter.getDiscountRate();
        for (YearFigures figures : charter.getYears()) {
            if (figures.getYear() != null) {
                BigDecimal benefit = now && figures.getBenefitForecast() != null
                        ? figures.getBenefitForecast()
                        : figures.getBenefit();
                BigDecimal cost = now && figures.getCostForecast() != null
                        ? figures.getCostForecast()
                        : figures.getCost();
                add(benefits, figures.getYear(), benefit);
                add(costs, figures.getYear(), cost);
            }
        }
    }

    private static void add(SortedMap<Integer, BigDecimal> sums, Integer year, BigDecimal amount) {
        sums.merge(year, amount == null ? BigDecimal.ZERO : amount, BigDecimal::add);
    }

    /**
     * @param charter a charter
     * @return its case as it was planned
     */
    public static BusinessCase planned(Charter charter) {
        return new BusinessCase(charter, false);
    }

    /**
     * @param charter a charter
     * @return its case as it is expected now: the forecasts where there are some, else what was planned
     */
    public static BusinessCase expected(Charter charter) {
        return new BusinessCase(charter, true);
    }

    /** @return the years from the first that has figures to the last, without gaps */
    public List<Integer> years() {
        List<Integer> years = new ArrayList<>();
        if (!benefits.isEmpty()) {
            for (int year = benefits.firstKey(); year <= benefits.lastKey(); year++) {
                years.add(year);
            }
        }
        return years;
    }

    /**
     * @param year a year
     * @return what it brings, in the currency of the charter
     */
    public BigDecimal benefit(int year) {
        return benefits.getOrDefault(year, BigDecimal.ZERO);
    }

    /**
     * @param year a year
     * @return what it costs, in the currency of the charter
     */
    public BigDecimal cost(int year) {
        return costs.getOrDefault(year, BigDecimal.ZERO);
    }

    /** @return sum of the benefits of all years */
    public BigDecimal totalBenefit() {
        return benefits.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** @return sum of the costs of all years */
    public BigDecimal totalCost() {
        return costs.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** @return benefit - cost of each year, the first year being year 0 */
    public CashFlows flows() {
        return new CashFlows(years().stream().map(year -> benefit(year).subtract(cost(year))).toList());
    }

    /** @return net present value, not rounded; empty without years or discount rate */
    public Optional<BigDecimal> npv() {
        return Optional.ofNullable(rate).flatMap(known -> flows().npv(known));
    }

    /** @return return on investment: (sum of benefits - sum of costs) / sum of costs, 4 decimal places, half up; empty
     *         without costs */
    public Optional<BigDecimal> roi() {
        BigDecimal cost = totalCost();
        return cost.signum() == 0
                ? Optional.empty()
                : Optional.of(totalBenefit().subtract(cost).divide(cost, RATIO_DIGITS, RoundingMode.HALF_UP));
    }

    /**
     * @param figures figures of a charter's year
     * @return its planned benefit - cost, discounted to the first year of the charter, to 40 digits; empty without year or
     *         discount rate
     */
    public Optional<BigDecimal> presentValue(YearFigures figures) {
        if (figures.getYear() == null || rate == null || rate.compareTo(BigDecimal.ONE.negate()) <= 0) {
            return Optional.empty();
        }
        return Optional.of(CashFlows.presentValue(net(figures), rate, figures.getYear() - benefits.firstKey()));
    }

    /**
     * @param figures figures of a year
     * @return planned benefit - cost
     */
    public static BigDecimal net(YearFigures figures) {
        return Objects.requireNonNullElse(figures.getBenefit(), BigDecimal.ZERO)
                .subtract(Objects.requireNonNullElse(figures.getCost(), BigDecimal.ZERO));
    }
}
