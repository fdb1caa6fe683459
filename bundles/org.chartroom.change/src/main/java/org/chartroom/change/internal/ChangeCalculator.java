package org.chartroom.change.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

import org.chartroom.change.ChangeProcess;
import org.chartroom.change.ChangeStatistics;
import org.chartroom.core.evaluation.Calculator;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.core.money.MoneySum;
import org.chartroom.model.change.Change;
import org.chartroom.model.change.ChangeLog;
import org.chartroom.model.change.ChangePackage;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** The derived features of a change log and its changes. */
public final class ChangeCalculator implements Calculator {
    @Override
    public Object value(EObject owner, EStructuralFeature feature, Evaluation evaluation) {
        if (owner instanceof Change change) {
            return value(change, feature, evaluation.now());
        }
        if (owner instanceof ChangeLog log) {
            return feature == ChangePackage.Literals.CHANGE_LOG__APPROVED_COST
                    ? ChangeStatistics.approvedCost(log, evaluation.today()).flatMap(MoneySum::complete).orElse(null)
                    : value(log.getChanges(), feature, evaluation.now());
        }
        return null;
    }

    private static Object value(Change change, EStructuralFeature feature, Instant now) {
        return switch (feature.getFeatureID()) {
            case ChangePackage.CHANGE__APPROVALS -> ChangeProcess.approvals(change);
            case ChangePackage.CHANGE__OVERDUE -> ChangeStatistics.isOverdue(change, now);
            case ChangePackage.CHANGE__LEAD_TIME_DAYS -> ChangeStatistics.leadTime(change).orElse(null);
            default -> null;
        };
    }

    private static Object value(Collection<Change> changes, EStructuralFeature feature, Instant now) {
        return switch (feature.getFeatureID()) {
            case ChangePackage.CHANGE_LOG__SUCCESS_RATE -> ChangeStatistics.successRate(changes).orElse(null);
            case ChangePackage.CHANGE_LOG__EMERGENCY_SHARE -> ChangeStatistics.emergencyShare(changes).orElse(null);
            case ChangePackage.CHANGE_LOG__LEAD_TIME_MEDIAN -> ChangeStatistics.leadTimeMedian(changes).orElse(null);
            case ChangePackage.CHANGE_LOG__LEAD_TIME_P90 -> ChangeStatistics.leadTimeP90(changes).orElse(null);
            case ChangePackage.CHANGE_LOG__OVERDUE -> (int) changes.stream()
                    .filter(change -> ChangeStatistics.isOverdue(change, now)).count();
            case ChangePackage.CHANGE_LOG__COLLISIONS -> ChangeStatistics.collisions(changes).size();
            case ChangePackage.CHANGE_LOG__APPROVED_DAYS -> ChangeStatistics.approvedDays(changes);
            default -> null;
        };
    }

    @Override
    public Optional<String> numbers(EObject owner, EStructuralFeature feature, Evaluation evaluation) {
        return owner instanceof ChangeLog log ? new ChangeNumbers(log.getChanges()).of(feature) : Optional.empty();
    }
}
