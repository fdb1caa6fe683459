package org.chartroom.ui.forms.general;

import java.util.ArrayList;
import java.util.List;

import org.chartroom.core.type.Presentation;
import org.chartroom.model.Element;
import org.chartroom.ui.forms.ArtifactEditor;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.field.FieldFormat;
import org.chartroom.ui.forms.field.FormFields;
import org.chartroom.ui.forms.grid.GridBar;
import org.chartroom.ui.forms.grid.GridColumn;
import org.chartroom.ui.forms.grid.ItemGrid;
import org.chartroom.ui.forms.internal.Messages;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;

/** One list of an artifact in a grid, and what is selected there in a form, with the lists it has itself. */
public final class ListPage extends ArtifactPage {
    private static final String GRID = "org.chartroom.ui.generalGrid";
    private static final int[] WEIGHTS = {64, 36};
    private static final int INNER_HEIGHT = 150;
    private static final int MOST_GROUPINGS = 6;

    private final EReference list;
    private final List<ItemGrid> inner = new ArrayList<>();
    private GridBar bar;
    private ItemGrid grid;
    private FormFields fields;
    private ScrolledForm details;
    private Element shown;

    /**
     * @param editor the editor
     * @param list a list of its artifact; its label is the title
     */
    public ListPage(ArtifactEditor editor, EReference list) {
        super(editor, list.getName(), Presentation.label(list));
        this.list = list;
    }

    @Override
    protected void createContent(IManagedForm form) {
        FormToolkit toolkit = form.getToolkit();
        Composite body = form.getForm().getBody();
        form.getForm().setText(LabelText.label(Presentation.label(list)));
        GridLayoutFactory.fillDefaults().margins(8, 6).spacing(0, 6).applyTo(body);
        bar = new GridBar(body, toolkit, getSite(), GRID + "." + editing().artifact().eClass().getName() + "."
                + list.getName(), Messages.shownOf, groupings());
        String name = Presentation.label(list.getEReferenceType());
        editButton(bar.buttons(), Messages.add, () -> grid.addItem())
                .setToolTipText(LabelText.tip(Messages.bind(Messages.addOne, name)));
        editButton(bar.buttons(), Messages.delete, () -> grid.deleteSelected());
        bar.arrange();
        SashForm sash = new SashForm(body, SWT.HORIZONTAL | SWT.SMOOTH);
        toolkit.adapt(sash);
        // The hint keeps the grid from asking for the height of all its rows.
        GridDataFactory.fillDefaults().grab(true, true).hint(600, 300).applyTo(sash);
        grid = new ItemGrid(sash, editing(), list, ItemGrid.defaultColumns(list.getEReferenceType()), true);
        bar.attach(grid);
        followSelection(grid.selectionProvider(), Element.class, this::show);
        createDetails(toolkit, sash);
        sash.setWeights(WEIGHTS);
        grid.setOwner(editing().artifact());
        show(null);
        elements().stream().findFirst().ifPresent(first -> grid.reveal(first, null));
        body.addDisposeListener(event -> fields.dispose());
    }

    /** What has few values is worth grouping by. */
    private List<EStructuralFeature> groupings() {
        return list.getEReferenceType().getEAllStructuralFeatures().stream()
                .filter(feature -> Presentation.columnWidth(feature).isPresent()
                        && (feature instanceof EAttribute attribute && attribute.getEAttributeType() instanceof EEnum
                                || feature instanceof EReference))
                .limit(MOST_GROUPINGS).toList();
    }

    private void createDetails(FormToolkit toolkit, Composite parent) {
        details = toolkit.createScrolledForm(parent);
        Composite body = details.getBody();
        GridLayoutFactory.fillDefaults().margins(8, 4).spacing(0, 10).applyTo(body);
        fields = new FormFields(editing(), toolkit);
        FormFields.groups(list.getEReferenceType()).forEach((group, features) -> GridDataFactory.fillDefaults()
                .grab(true, false).applyTo(fields.section(body, group, features, 1)));
        for (EReference own : GeneralEditor.lists(list.getEReferenceType())) {
            inner.add(gridSection(body, own, ItemGrid.defaultColumns(own.getEReferenceType()).stream()
                    .map(GridColumn::of).toList(), INNER_HEIGHT));
        }
    }

    @SuppressWarnings("unchecked")
    private List<Element> elements() {
        return (List<Element>) editing().artifact().eGet(list);
    }

    private void show(Element element) {
        if (element == null && shown != null && shown.eContainer() == editing().artifact()) {
            // The grid drops its selection while it refreshes; what is shown stays until another one is chosen.
            return;
        }
        shown = element;
        details.setText(element == null ? Messages.nothingSelected : LabelText.label(FieldFormat.name(element)));
        fields.setInput(element);
        inner.forEach(own -> own.setOwner(element));
    }

    @Override
    public void changed() {
        if (shown != null && shown.eContainer() == null) {
            show(null);
        } else if (shown != null) {
            details.setText(LabelText.label(FieldFormat.name(shown)));
        }
    }

    @Override
    public void reloaded() {
        Element before = shown == null ? null : editing().again(shown);
        shown = null;
        grid.setOwner(editing().artifact());
        show(before);
    }

    @Override
    public boolean reveal(Element element, EStructuralFeature feature) {
        EObject own = element;
        while (own != null && own.eContainer() != editing().artifact()) {
            own = own.eContainer();
        }
        if (own == null || own.eContainmentFeature() != list) {
            return false;
        }
        if (!grid.reveal((Element) own, own == element ? feature : null)) {
            bar.clearFilters();
            grid.reveal((Element) own, own == element ? feature : null);
        }
        show((Element) own);
        if (feature != null && own == element) {
            fields.reveal(feature);
        }
        return true;
    }

    @Override
    public void setFocus() {
        grid.control().setFocus();
    }
}
