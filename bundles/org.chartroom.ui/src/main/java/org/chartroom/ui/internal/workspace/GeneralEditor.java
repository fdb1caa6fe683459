package org.chartroom.ui.internal.workspace;

import java.util.List;
import java.util.Optional;

import org.chartroom.core.type.Presentation;
import org.chartroom.model.Element;
import org.chartroom.model.Item;
import org.chartroom.model.ModelPackage;
import org.chartroom.ui.forms.ArtifactEditor;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.field.FieldFormat;
import org.chartroom.ui.forms.field.FormFields;
import org.chartroom.ui.forms.grid.GridBar;
import org.chartroom.ui.forms.grid.ItemGrid;
import org.chartroom.ui.internal.Messages;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.forms.IManagedForm;

/** The editor of artifacts whose type brings none: a form, and a grid for its items. */
public final class GeneralEditor extends ArtifactEditor {
    @Override
    protected void addArtifactPages() throws PartInitException {
        addPage(new FormPage(this));
        Optional<EReference> items = editing().artifact().eClass().getEAllContainments().stream()
                .filter(reference -> reference.isMany()
                        && ModelPackage.Literals.ITEM.isSuperTypeOf(reference.getEReferenceType()))
                .findFirst();
        if (items.isPresent()) {
            addPage(new ItemsPage(this, items.get()));
        }
    }

    /** The fields of the artifact. */
    private static final class FormPage extends ArtifactPage {
        private FormFields fields;

        FormPage(ArtifactEditor editor) {
            super(editor, "form", Messages.GeneralEditor_overview);
        }

        @Override
        protected void createContent(IManagedForm form) {
            Composite body = form.getForm().getBody();
            form.getForm().setText(FieldFormat.name(editing().artifact()));
            GridLayoutFactory.swtDefaults().margins(14, 12).spacing(0, 12).applyTo(body);
            fields = new FormFields(editing(), form.getToolkit());
            FormFields.groups(editing().artifact().eClass()).forEach((group, features) -> GridDataFactory.fillDefaults()
                    .grab(true, false).applyTo(fields.section(body, group, features, 2)));
            fields.setInput(editing().artifact());
            body.addDisposeListener(event -> fields.dispose());
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

    /** Its items. */
    private static final class ItemsPage extends ArtifactPage {
        private static final String GRID = "org.chartroom.ui.generalGrid";

        private final EReference items;
        private ItemGrid grid;

        ItemsPage(ArtifactEditor editor, EReference items) {
            super(editor, "items", Presentation.label(items));
            this.items = items;
        }

        @Override
        protected void createContent(IManagedForm form) {
            Composite body = form.getForm().getBody();
            GridLayoutFactory.swtDefaults().margins(8, 6).applyTo(body);
            GridBar bar = new GridBar(body, form.getToolkit(), getSite(), GRID + "." + items.getName(),
                    Messages.GeneralEditor_shown, List.of());
            editButton(bar.buttons(), Messages.GeneralEditor_add, () -> grid.addItem());
            editButton(bar.buttons(), Messages.GeneralEditor_delete, () -> grid.deleteSelected());
            bar.arrange();
            grid = new ItemGrid(body, editing(), items, ItemGrid.defaultColumns(items.getEReferenceType()), true);
            GridDataFactory.fillDefaults().grab(true, true).hint(600, 300).applyTo(grid.control());
            bar.attach(grid);
            grid.selectionProvider()
                    .addSelectionChangedListener(event -> artifactEditor().select(event.getSelection()));
            grid.setOwner(editing().artifact());
        }

        @Override
        public void reloaded() {
            grid.setOwner(editing().artifact());
        }

        @Override
        public boolean reveal(Element element, EStructuralFeature feature) {
            return element instanceof Item && grid.reveal(element, feature);
        }
    }
}
