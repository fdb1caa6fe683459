package org.chartroom.core.internal.workspace;

import java.util.Collection;
import java.util.List;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.type.ValueRules;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.Element;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.osgi.util.NLS;

/** The last gate before a value is kept for good: whichever way it came, it keeps to the rules of all values. */
final class ValueGuard {
    private ValueGuard() {
    }

    /**
     * @throws WorkspaceException of the kind INVALID, when a value that is new or the reason breaks a rule
     */
    static void check(List<ObjectChange> changes, String reason) {
        ValueRules.problem(reason).ifPresent(problem -> {
            throw new WorkspaceException(WorkspaceException.Kind.INVALID, NLS.bind(Messages.reasonRefused, problem));
        });
        for (ObjectChange change : changes) {
            if (change.kind() == ObjectChange.Kind.CREATED) {
                check(change.element(), change.element().eClass().getEAllAttributes());
            } else if (change.kind() != ObjectChange.Kind.DELETED) {
                check(change.element(), change.features());
            }
        }
    }

    private static void check(Element element, Collection<? extends EStructuralFeature> features) {
        for (EStructuralFeature feature : features) {
            if (feature instanceof EAttribute && !feature.isDerived()) {
                ValueRules.problem(element.eGet(feature)).ifPresent(problem -> {
                    throw new WorkspaceException(WorkspaceException.Kind.INVALID,
                            NLS.bind(Messages.valueRefused, new Object[]{Presentation.label(feature),
                                    ValueRules.holdable(Reasons.label(element)), problem}));
                });
            }
        }
    }
}
