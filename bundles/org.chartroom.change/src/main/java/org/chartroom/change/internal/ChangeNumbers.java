package org.chartroom.change.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.chartroom.change.ChangeStatistics;
import org.chartroom.core.type.FormulaText;
import org.chartroom.model.change.Change;
import org.chartroom.model.change.ChangeClass;
import org.chartroom.model.change.ChangeOutcome;
import org.chartroom.model.change.ChangePackage;
import org.eclipse.emf.ecore.EStructuralFeature;

/** The numbers that the figures of a change log come from. */
final class ChangeNumbers {
    private final FormulaText text = new FormulaText();
    private final Collection<Change> changes;

    ChangeNumbers(Collection<Change> changes) {
        this.changes = changes;
    }

    Optional<String> of(EStructuralFeature feature) {
        return switch (feature.getFeatureID()) {
            case ChangePackage.CHANGE_LOG__SUCCESS_RATE -> Optional
                    .of(count(change -> change.getOutcome() == ChangeOutcome.SUCCESSFUL) + " / "
                            + count(change -> change.getOutcome() != ChangeOutcome.NONE));
            case ChangePackage.CHANGE_LOG__EMERGENCY_SHARE -> Optional
                    .of(count(change -> ChangeStatistics.isBegun(change)
                            && change.getChangeClass() == ChangeClass.EMERGENCY) + " / "
                            + count(ChangeStatistics::isBegun));
            case ChangePackage.CHANGE_LOG__LEAD_TIME_MEDIAN, ChangePackage.CHANGE_LOG__LEAD_TIME_P90 -> Optional
                    .of(String.join("; ", changes.stream().map(ChangeStatistics::leadTime).flatMap(Optional::stream)
                            .sorted().map(text::of).toList()))
                    .filter(days -> !days.isEmpty());
            case ChangePackage.CHANGE_LOG__APPROVED_COST -> Optional.of(text.sum(terms(Change::getCostImpact)));
            case ChangePackage.CHANGE_LOG__APPROVED_DAYS -> Optional.of(text.sum(terms(Change::getScheduleImpact)));
            default -> Optional.empty();
        };
    }

    private long count(Predicate<Change> counted) {
        return changes.stream().filter(counted).count();
    }

    private List<String> terms(java.util.function.Function<Change, Object> amount) {
        return changes.stream().filter(ChangeStatistics::isApproved).filter(change -> amount.apply(change) != null)
                .map(change -> text.of(amount.apply(change)) + " [" + change.getKey() + "]").toList();
    }
}
