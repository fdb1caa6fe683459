package org.chartroom.core.check;

import java.math.BigDecimal;

import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.model.Element;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.osgi.annotation.versioning.ProviderType;

/** What a check is run with. */
@ProviderType
public interface CheckContext {
    /** @return the state, the moment and the exchange rates it computes with */
    Evaluation evaluation();

    /**
     * @param name name of a declared parameter
     * @return its value, as the workspace sets it or as it is declared
     * @throws IllegalArgumentException when the check declares no such parameter
     */
    BigDecimal parameter(String name);

    /**
     * Reports a finding of the declared severity.
     *
     * @param element the artifact, or an element in it
     * @param feature the field of the element that it is about; null when it is about the element as a whole
     * @param message one sentence for the user: what, and what to do
     * @param fixes ways to mend it
     * @throws IllegalArgumentException when the element is not in the artifact, the field is not one of the element, or the
     *         message is blank: such a finding is not believed
     */
    void report(Element element, EStructuralFeature feature, String message, QuickFix... fixes);

    /**
     * Reports a finding that is less serious than the check is declared to be.
     *
     * @param severity how serious it is, at most; a workspace that sets the severity of the check lowers it further
     * @param element as above
     * @param feature as above
     * @param message as above
     * @param fixes as above
     * @throws IllegalArgumentException as above
     */
    void report(Severity severity, Element element, EStructuralFeature feature, String message, QuickFix... fixes);
}
