package org.chartroom.vendor.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.type.FormulaText;
import org.chartroom.model.vendor.Metric;
import org.chartroom.model.vendor.VendorPackage;
import org.chartroom.model.vendor.VendorScorecard;
import org.chartroom.vendor.ScorecardFigures;
import org.eclipse.emf.ecore.EStructuralFeature;

/** The numbers that the figures of a scorecard come from. */
final class VendorNumbers {
    private static final int SHOWN_DIGITS = 1;

    private final FormulaText text = new FormulaText();
    private final VendorScorecard scorecard;
    private final ScorecardFigures figures;

    VendorNumbers(VendorScorecard scorecard) {
        this.scorecard = scorecard;
        this.figures = ScorecardFigures.of(scorecard);
    }

    Optional<String> of(EStructuralFeature feature) {
        return figures.latestPeriod().flatMap(period -> switch (feature.getFeatureID()) {
            case VendorPackage.VENDOR_SCORECARD__SCORE -> Optional.of(score(period));
            case VendorPackage.VENDOR_SCORECARD__COVERAGE -> Optional
                    .of("(" + text.sum(weights(period, true)) + ") / (" + text.sum(weights(period, false)) + ")");
            case VendorPackage.VENDOR_SCORECARD__BREACHES -> Optional.of(text.sum(scorecard.getMetrics().stream()
                    .map(figures::breaches).filter(count -> count > 0).map(BigDecimal::valueOf).toList()));
            case VendorPackage.VENDOR_SCORECARD__CREDIT_DUE -> Optional.of(text.sum(scorecard.getMetrics().stream()
                    .flatMap(metric -> figures.credit(metric).stream())
                    .filter(credit -> credit.amount().signum() > 0).toList()));
            case VendorPackage.VENDOR_SCORECARD__TREND -> Optional
                    .of(series(period, day -> figures.score(day).map(score -> score.score())));
            default -> Optional.empty();
        });
    }

    Optional<String> of(Metric metric, EStructuralFeature feature) {
        return switch (feature.getFeatureID()) {
            case VendorPackage.METRIC__LATEST_SCORE -> figures.latestPeriod()
                    .flatMap(period -> figures.value(metric, period)).map(value -> attainment(metric, value));
            case VendorPackage.METRIC__TREND -> figures.latestPeriod()
                    .map(period -> series(period, day -> figures.score(metric, day)));
            default -> Optional.empty();
        };
    }

    /** Sum of weight x score over the measured metrics, through the sum of their weights. */
    private String score(LocalDate period) {
        List<String> terms = new ArrayList<>();
        for (Metric metric : scorecard.getMetrics()) {
            if (metric.getWeight() != null && metric.getWeight().signum() > 0) {
                figures.score(metric, period).ifPresent(
                        score -> terms.add(text.of(metric.getWeight()) + " \u00D7 " + text.of(shown(score))));
            }
        }
        return "(" + text.sum(terms) + ") / (" + text.sum(weights(period, true)) + ")";
    }

    private List<BigDecimal> weights(LocalDate period, boolean measured) {
        return scorecard.getMetrics().stream()
                .filter(metric -> metric.getWeight() != null && metric.getWeight().signum() > 0)
                .filter(metric -> !measured || figures.score(metric, period).isPresent()).map(Metric::getWeight)
                .toList();
    }

    private String attainment(Metric metric, BigDecimal value) {
        if (metric.getTarget() == null || metric.getMinimum() == null) {
            return text.of(value) + " : " + text.of(metric.getTarget());
        }
        String target = text.of(metric.getTarget());
        return "100 \u2212 50 \u00D7 (" + target + " \u2212 " + text.of(value) + ") / (" + target + " \u2212 "
                + text.of(metric.getMinimum()) + "), 0 \u2026 100";
    }

    /** The scores the line goes through, the earliest first. */
    private String series(LocalDate last, java.util.function.Function<LocalDate, Optional<BigDecimal>> score) {
        List<String> shown = new ArrayList<>();
        figures.periods().stream().filter(day -> !day.isAfter(last))
                .forEach(day -> score.apply(day).ifPresent(value -> shown.add(text.of(shown(value)))));
        return String.join(" \u2192 ", shown.subList(Math.max(0, shown.size() - 6), shown.size()));
    }

    private static BigDecimal shown(BigDecimal score) {
        return score.setScale(SHOWN_DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
    }
}
