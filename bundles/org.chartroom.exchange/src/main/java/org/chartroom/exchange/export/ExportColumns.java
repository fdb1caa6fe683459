package org.chartroom.exchange.export;

import java.util.ArrayList;
import java.util.List;

import org.chartroom.core.type.Presentation;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/** The columns that a list of elements has in a file. */
final class ExportColumns {
    private ExportColumns() {
    }

    /** @return every field and derived value that is not hidden */
    static List<EStructuralFeature> of(EClass elementClass) {
        List<EStructuralFeature> columns = new ArrayList<>();
        for (EStructuralFeature feature : elementClass.getEAllStructuralFeatures()) {
            boolean isContent = feature instanceof EReference reference && reference.isContainment();
            if (!Presentation.isHidden(feature) && !isContent) {
                columns.add(feature);
            }
        }
        return columns;
    }

    static String title(EStructuralFeature column) {
        return Presentation.detail(column, "longLabel").orElseGet(() -> Presentation.label(column));
    }
}
