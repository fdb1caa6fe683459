package org.chartroom.ui.forms.general;

import java.util.List;

import org.chartroom.core.type.ModelChart;
import org.chartroom.core.type.Presentation;
import org.chartroom.model.ModelPackage;
import org.chartroom.ui.forms.ArtifactEditor;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.ui.PartInitException;

/**
 * The editor of artifacts whose type brings none: a form, a page for each of its lists, and one for the charts of its
 * model. An editor that adds to it extends it.
 */
public class GeneralEditor extends ArtifactEditor {
    @Override
    protected void addArtifactPages() throws PartInitException {
        addPage(new FieldsPage(this));
        for (EReference list : lists(editing().artifact().eClass())) {
            addPage(new ListPage(this, list));
        }
        List<ModelChart> charts = ModelChart.of(editing().artifact().eClass());
        if (!charts.isEmpty()) {
            addPage(new ChartsPage(this, charts));
        }
    }

    /**
     * @param eClass a class
     * @return its lists of elements that have no place of their own, as links and comments have
     */
    static List<EReference> lists(EClass eClass) {
        return eClass.getEAllContainments().stream()
                .filter(reference -> reference.isMany() && !Presentation.isHidden(reference)
                        && ModelPackage.Literals.ELEMENT.isSuperTypeOf(reference.getEReferenceType()))
                .toList();
    }
}
