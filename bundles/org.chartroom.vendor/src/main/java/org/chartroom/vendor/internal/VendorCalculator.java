package org.chartroom.vendor.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.chartroom.core.evaluation.Calculator;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.model.vendor.Metric;
import org.chartroom.model.vendor.VendorPackage;
import org.chartroom.model.vendor.VendorScorecard;
import org.chartroom.vendor.PeriodScore;
import org.chartroom.vendor.ScorecardFigures;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** The derived features of a scorecard and its metrics. */
public final class VendorCalculator implements Calculator {
    private static final int SCORE_DIGITS = 1;
    private static final int TREND_DIGITS = 2;
    private static final int COVERAGE_DIGITS = 4;

    @Override
    public Object value(EObject owner, EStructuralFeature feature, Evaluation evaluation) {
        if (owner instanceof VendorScorecard scorecard) {
            return of(ScorecardFigures.of(scorecard), feature, evaluation.today()).orElse(null);
        }
        if (owner instanceof Metric metric && metric.eContainer() instanceof VendorScorecard scorecard) {
            return of(ScorecardFigures.of(scorecard), metric, feature).orElse(null);
        }
        return null;
    }

    @Override
    public Optional<String> numbers(EObject owner, EStructuralFeature feature, Evaluation evaluation) {
        if (owner instanceof VendorScorecard scorecard) {
            return new VendorNumbers(scorecard).of(feature);
        }
        return owner instanceof Metric metric && metric.eContainer() instanceof VendorScorecard scorecard
                ? new VendorNumbers(scorecard).of(metric, feature)
                : Optional.empty();
    }

    private static Optional<?> of(ScorecardFigures figures, EStructuralFeature feature, LocalDate today) {
        return switch (feature.getFeatureID()) {
            case VendorPackage.VENDOR_SCORECARD__LATEST_PERIOD -> figures.latestPeriod();
            case VendorPackage.VENDOR_SCORECARD__SCORE -> figures.latest().map(PeriodScore::shown);
            case VendorPackage.VENDOR_SCORECARD__COVERAGE -> rounded(figures.latest().map(PeriodScore::coverage),
                    COVERAGE_DIGITS);
            case VendorPackage.VENDOR_SCORECARD__GRADE -> figures.latest().map(PeriodScore::grade);
            case VendorPackage.VENDOR_SCORECARD__TREND -> rounded(figures.trend(), TREND_DIGITS);
            case VendorPackage.VENDOR_SCORECARD__BREACHES -> Optional.of(figures.breaches());
            case VendorPackage.VENDOR_SCORECARD__CREDIT_DUE -> figures.credit();
            case VendorPackage.VENDOR_SCORECARD__NOTICE_DEADLINE -> figures.noticeDeadline();
            case VendorPackage.VENDOR_SCORECARD__DAYS_TO_NOTICE -> figures.noticeDeadline()
                    .map(day -> (int) ChronoUnit.DAYS.between(today, day));
            default -> Optional.empty();
        };
    }

    private static Optional<?> of(ScorecardFigures figures, Metric metric, EStructuralFeature feature) {
        return switch (feature.getFeatureID()) {
            case VendorPackage.METRIC__LATEST_VALUE -> figures.latestPeriod()
                    .flatMap(period -> figures.value(metric, period));
            case VendorPackage.METRIC__LATEST_SCORE -> rounded(figures.latestPeriod()
                    .flatMap(period -> figures.score(metric, period)), SCORE_DIGITS);
            case VendorPackage.METRIC__BREACHES -> Optional.of(figures.breaches(metric));
            case VendorPackage.METRIC__CREDIT_DUE -> figures.credit(metric);
            case VendorPackage.METRIC__TREND -> rounded(figures.trend(metric), TREND_DIGITS);
            default -> Optional.empty();
        };
    }

    private static Optional<BigDecimal> rounded(Optional<BigDecimal> value, int digits) {
        return value.map(exact -> exact.setScale(digits, RoundingMode.HALF_UP));
    }
}
