package org.chartroom.ui.internal.directory;

import java.util.List;

import org.chartroom.core.type.Presentation;
import org.chartroom.model.Element;
import org.chartroom.ui.forms.ArtifactEditor;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.grid.GridBar;
import org.chartroom.ui.forms.grid.ItemGrid;
import org.chartroom.ui.internal.Messages;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.IManagedForm;

/** One list of the directory in a grid; its id is the name of the list. */
final class DirectoryPage extends ArtifactPage {
    private static final String GRID = "org.chartroom.ui.directory.";

    private final EReference list;
    private final String purpose;
    private final List<EStructuralFeature> groupings;
    private GridBar bar;
    private ItemGrid grid;

    /**
     * @param list the list; its label is the title
     * @param purpose what the list is for, in a sentence
     * @param groupings features its rows can be grouped by; may be empty
     */
    DirectoryPage(ArtifactEditor editor, EReference list, String purpose, List<EStructuralFeature> groupings) {
        super(editor, list.getName(), Presentation.label(list));
        this.list = list;
        this.purpose = purpose;
        this.groupings = groupings;
    }

    @Override
    protected void createContent(IManagedForm form) {
        Composite body = form.getForm().getBody();
        form.getForm().setText(LabelText.label(Presentation.label(list)));
        GridLayoutFactory.fillDefaults().margins(8, 6).spacing(0, 8).applyTo(body);
        Label what = form.getToolkit().createLabel(body, LabelText.paragraph(purpose), SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(400, SWT.DEFAULT).indent(2, 0).applyTo(what);
        bar = new GridBar(body, form.getToolkit(), getSite(), GRID + list.getName(), Messages.DirectoryEditor_shown,
                groupings);
        editButton(bar.buttons(), Messages.DirectoryEditor_add, () -> grid.addItem())
                .setToolTipText(Messages.bind(Messages.DirectoryEditor_addTip,
                        Presentation.label(list.getEReferenceType())));
        editButton(bar.buttons(), Messages.DirectoryEditor_delete, () -> grid.deleteSelected())
                .setToolTipText(Messages.DirectoryEditor_deleteTip);
        bar.arrange();
        grid = new ItemGrid(body, editing(), list, ItemGrid.defaultColumns(list.getEReferenceType()), true);
        // The hint keeps the grid from asking for the height of all its rows.
        GridDataFactory.fillDefaults().grab(true, true).hint(600, 300).applyTo(grid.control());
        bar.attach(grid);
        followSelection(grid.selectionProvider());
        grid.setOwner(editing().root());
    }

    @Override
    public void reloaded() {
        grid.setOwner(editing().root());
    }

    @Override
    public boolean reveal(Element element, EStructuralFeature feature) {
        if (element.eContainmentFeature() != list) {
            return false;
        }
        if (!grid.reveal(element, feature)) {
            bar.clearFilters();
            grid.reveal(element, feature);
        }
        return true;
    }

    @Override
    public void setFocus() {
        grid.control().setFocus();
    }
}
