package org.chartroom.ui.forms.comment;

import java.util.Optional;
import java.util.function.Supplier;

import org.chartroom.model.Element;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.swt.widgets.Control;

/** Tells which field of an element a widget of an editor is about. */
public final class FieldAtHand {
    /** Key of the data of a widget that is about one field: the name of the feature. */
    public static final String FIELD = "org.chartroom.feature";
    /** Key of the data of a widget that has fields: a supplier of the optional feature the cursor is on. */
    public static final String CURSOR = "org.chartroom.cursor";

    private FieldAtHand() {
    }

    /**
     * @param control a widget; may be null or disposed
     * @param element the element that is shown
     * @return the field; empty when the widget is about none, or about one that the element does not have
     */
    public static Optional<EStructuralFeature> of(Control control, Element element) {
        if (control == null || control.isDisposed()) {
            return Optional.empty();
        }
        String name = control.getData(FIELD) instanceof String own
                ? own
                : control.getData(CURSOR) instanceof Supplier<?> cursor
                        && cursor.get() instanceof Optional<?> found && found.isPresent()
                        && found.get() instanceof EStructuralFeature feature ? feature.getName() : null;
        return name == null ? Optional.empty() : Optional.ofNullable(element.eClass().getEStructuralFeature(name));
    }
}
