package org.chartroom.example.decisions;

import java.time.LocalDate;
import java.util.List;

import org.chartroom.core.check.Check;
import org.chartroom.core.check.CheckContext;
import org.chartroom.model.Artifact;
import org.chartroom.model.Item;
import org.eclipse.emf.ecore.EObject;

/** A decision is made by the day it is needed. */
public final class WaitingCheck implements Check {
    @Override
    public void check(Artifact log, CheckContext context) {
        for (Item decision : waiting(log)) {
            if (get(decision, "needed") instanceof LocalDate needed && needed.isBefore(context.evaluation().today())) {
                context.report(decision, decision.eClass().getEStructuralFeature("decided"),
                        decision.getKey() + " was needed by " + needed + "; decide it or give it another day.");
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
