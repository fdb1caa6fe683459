package org.chartroom.example.decisions;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

import org.chartroom.core.check.Check;
import org.chartroom.core.check.Finding;
import org.chartroom.core.check.Severity;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.model.Artifact;
import org.chartroom.model.Item;
import org.eclipse.emf.ecore.EObject;

/** A decision is made by the day it is needed. */
public final class WaitingCheck implements Check {
    @Override
    public void check(Artifact log, Evaluation evaluation, Consumer<Finding> findings) {
        for (Item decision : waiting(log)) {
            if (get(decision, "needed") instanceof LocalDate needed && needed.isBefore(evaluation.today())) {
                findings.accept(new Finding("org.chartroom.example.decisions.waiting", Severity.WARNING, decision,
                        decision.eClass().getEStructuralFeature("decided"),
                        decision.getKey() + " was needed by " + needed + "; decide it or give it another day.", List.of()));
            }
        }
    }

    static List<Item> waiting(Artifact log) {
        return log.eContents().stream().filter(Item.class::isInstance).map(Item.class::cast)
                .filter(decision -> get(decision, "decided") == null).toList();
    }

    static Object get(EObject decision, String field) {
        return decision.eGet(decision.eClass().getEStructuralFeature(field));
    }
}
