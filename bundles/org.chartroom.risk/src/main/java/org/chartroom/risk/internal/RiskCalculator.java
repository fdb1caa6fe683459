package org.chartroom.risk.internal;

import java.time.LocalDate;
import java.util.Optional;

import org.chartroom.core.evaluation.Calculator;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskKind;
import org.chartroom.model.risk.RiskLevel;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.risk.PastAssessments;
import org.chartroom.risk.Quantification;
import org.chartroom.risk.RiskScales;
import org.chartroom.risk.Treatment;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** The derived features of a risk. */
public final class RiskCalculator implements Calculator {
    private static final int DAYS_CRITICAL_AND_HIGH = 90;
    private static final int DAYS_MODERATE = 180;
    private static final int DAYS_LOW = 360;

    @Override
    public Object value(EObject owner, EStructuralFeature feature, Evaluation evaluation) {
        if (!(owner instanceof Risk risk)) {
            return null;
        }
        RiskRegister register = RiskScales.registerOf(risk);
        return switch (feature.getFeatureID()) {
            case RiskPackage.RISK__INHERENT_SCORE -> RiskScales.score(register, risk.getInherentLikelihood(),
                    risk.getInherentImpact());
            case RiskPackage.RISK__CURRENT_SCORE ->
                RiskScales.score(register, risk.getCurrentLikelihood(), risk.getCurrentImpact());
            case RiskPackage.RISK__TARGET_SCORE ->
                RiskScales.score(register, risk.getTargetLikelihood(), risk.getTargetImpact());
            case RiskPackage.RISK__INHERENT_LEVEL -> RiskScales.level(register, risk.getInherentLikelihood(),
                    risk.getInherentImpact());
            case RiskPackage.RISK__CURRENT_LEVEL -> currentLevel(register, risk);
            case RiskPackage.RISK__TARGET_LEVEL -> RiskScales.level(register, risk.getTargetLikelihood(),
                    risk.getTargetImpact());
            case RiskPackage.RISK__ABOVE_APPETITE -> isAboveAppetite(register, risk);
            case RiskPackage.RISK__NEXT_REVIEW -> nextReview(register, risk);
            case RiskPackage.RISK__EXPECTED_VALUE -> Quantification.expectedValue(risk);
            case RiskPackage.RISK__MOVEMENT -> past(register).map(past -> past.movement(risk)).orElse(null);
            case RiskPackage.RISK__EXPECTED_LIKELIHOOD -> Treatment.expectedLikelihood(risk);
            case RiskPackage.RISK__EXPECTED_IMPACT -> Treatment.expectedImpact(risk);
            case RiskPackage.RISK__EXPECTED_SCORE -> RiskScales.score(register, Treatment.expectedLikelihood(risk),
                    Treatment.expectedImpact(risk));
            case RiskPackage.RISK__EXPECTED_LEVEL -> RiskScales.level(register, Treatment.expectedLikelihood(risk),
                    Treatment.expectedImpact(risk));
            case RiskPackage.RISK__OPEN_ACTIONS -> (int) Treatment.openActions(risk).count();
            case RiskPackage.RISK__OVERDUE_ACTIONS -> overdueActions(risk, evaluation.today());
            default -> null;
        };
    }

    private static RiskLevel currentLevel(RiskRegister register, Risk risk) {
        return RiskScales.level(register, risk.getCurrentLikelihood(), risk.getCurrentImpact());
    }

    private static boolean isAboveAppetite(RiskRegister register, Risk risk) {
        RiskLevel level = currentLevel(register, risk);
        // Of a chance there can't be too much.
        return risk.getKind() == RiskKind.THREAT && level != null
                && level.compareTo(RiskScales.appetite(register, risk.getCategory())) > 0;
    }

    private static LocalDate nextReview(RiskRegister register, Risk risk) {
        RiskLevel level = currentLevel(register, risk);
        LocalDate last = lastReview(register, risk);
        if (risk.getReviewDate() != null || last == null || level == null) {
            return risk.getReviewDate();
        }
        return last.plusDays(switch (level) {
            case CRITICAL, HIGH -> DAYS_CRITICAL_AND_HIGH;
            case MODERATE -> DAYS_MODERATE;
            case LOW -> DAYS_LOW;
        });
    }

    /** Who reviews a register looks at all its risks: the later of that day and the one the risk was raised. */
    private static LocalDate lastReview(RiskRegister register, Risk risk) {
        LocalDate raised = risk.getRaisedOn();
        LocalDate reviewed = register == null ? null : register.getLastReviewedOn();
        return raised == null || reviewed != null && reviewed.isAfter(raised) ? reviewed : raised;
    }

    private static Optional<PastAssessments> past(RiskRegister register) {
        return register == null ? Optional.empty() : PastAssessments.of(register);
    }

    @Override
    public Optional<String> numbers(EObject owner, EStructuralFeature feature, Evaluation evaluation) {
        if (feature != RiskPackage.Literals.RISK__MOVEMENT || !(owner instanceof Risk risk)) {
            return Optional.empty();
        }
        return past(RiskScales.registerOf(risk)).filter(past -> past.movement(risk) != null).map(past -> Messages.bind(
                Messages.movementNumbers, new Object[]{risk.getCurrentScore(), past.score(risk), past.baseline()}));
    }

    private static int overdueActions(Risk risk, LocalDate today) {
        return (int) Treatment.openActions(risk)
                .filter(action -> action.getDue() != null && action.getDue().isBefore(today)).count();
    }
}
