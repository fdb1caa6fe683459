package org.chartroom.ui.forms.general;

import org.chartroom.model.Element;
import org.chartroom.ui.forms.ArtifactEditor;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.field.FieldFormat;
import org.chartroom.ui.forms.field.FormFields;
import org.chartroom.ui.forms.internal.Messages;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.IManagedForm;

/** The fields of an artifact, a section for each group. */
public final class FieldsPage extends ArtifactPage {
    /** Id of the page. */
    public static final String ID = "form";

    private FormFields fields;

    /** @param editor the editor */
    public FieldsPage(ArtifactEditor editor) {
        super(editor, ID, Messages.overview);
    }

    @Override
    protected void createContent(IManagedForm form) {
        Composite body = form.getForm().getBody();
        form.getForm().setText(LabelText.label(FieldFormat.name(editing().artifact())));
        GridLayoutFactory.swtDefaults().margins(14, 12).spacing(0, 12).applyTo(body);
        fields = new FormFields(editing(), form.getToolkit());
        FormFields.groups(editing().artifact().eClass()).forEach((group, features) -> GridDataFactory.fillDefaults()
                .grab(true, false).applyTo(fields.section(body, group, features, 2)));
        fields.setInput(editing().artifact());
        body.addDisposeListener(event -> fields.dispose());
    }

    @Override
    public void changed() {
        getManagedForm().getForm().setText(LabelText.label(FieldFormat.name(editing().artifact())));
    }

    @Override
    public void reloaded() {
        fields.setInput(editing().artifact());
    }

    @Override
    public boolean reveal(Element element, EStructuralFeature feature) {
        return element == editing().artifact() && (feature == null || fields.reveal(feature));
    }
}
