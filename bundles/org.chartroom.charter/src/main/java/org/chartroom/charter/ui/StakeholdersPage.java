package org.chartroom.charter.ui;

import java.util.List;

import org.chartroom.chart.Placement;
import org.chartroom.chart.Placement.Spot;
import org.chartroom.charter.report.StakeholderMap;
import org.chartroom.model.Element;
import org.chartroom.model.charter.CharterPackage.Literals;
import org.chartroom.model.charter.Stakeholder;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.chart.PlacementView;
import org.chartroom.ui.forms.grid.GridColumn;
import org.chartroom.ui.forms.grid.ItemGrid;
import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.FormToolkit;

/** The stakeholders on a map of power and interest, and in a grid. */
final class StakeholdersPage extends ArtifactPage {
    static final String ID = "stakeholders";
    private static final int[] WEIGHTS = {58, 42};
    private static final int NOTE_WIDTH = 500;
    private static final int GRID_HEIGHT = 120;

    private final CharterEditor editor;
    private PlacementView map;
    private ItemGrid grid;
    private Label note;

    StakeholdersPage(CharterEditor editor) {
        super(editor, ID, Messages.stakeholders);
        this.editor = editor;
    }

    @Override
    protected void createContent(IManagedForm managedForm) {
        FormToolkit toolkit = managedForm.getToolkit();
        Composite body = managedForm.getForm().getBody();
        managedForm.getForm().setText(Messages.stakeholders);
        GridLayoutFactory.fillDefaults().margins(10, 8).spacing(0, 6).applyTo(body);
        note = toolkit.createLabel(body, "", SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(NOTE_WIDTH, SWT.DEFAULT).applyTo(note);
        SashForm sash = new SashForm(body, SWT.VERTICAL | SWT.SMOOTH);
        toolkit.adapt(sash);
        GridDataFactory.fillDefaults().grab(true, true).hint(600, 420).applyTo(sash);
        map = new PlacementView(sash);
        map.setEditable(!editing().isReadOnly());
        map.onMove(this::place);
        Composite below = toolkit.createComposite(sash);
        GridLayoutFactory.fillDefaults().applyTo(below);
        List<GridColumn> columns = ItemGrid.defaultColumns(Literals.STAKEHOLDER).stream().map(GridColumn::of)
                .toList();
        grid = gridSection(below, Literals.CHARTER__STAKEHOLDERS, columns, GRID_HEIGHT);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(grid.control().getParent().getParent());
        sash.setWeights(WEIGHTS);
        grid.selectionProvider().addSelectionChangedListener(event -> {
            if (!event.getSelection().isEmpty()) {
                map.choose(((IStructuredSelection) event.getSelection()).getFirstElement());
            }
        });
        map.onChoice(spot -> {
            grid.reveal((Stakeholder) spot.subject(), null);
            editor.select(new StructuredSelection(spot.subject()));
        });
        reloaded();
    }

    /** Both steps in one command, so that one undo takes the stakeholder back. */
    private void place(Spot spot, int interest, int power) {
        CompoundCommand both = new CompoundCommand();
        both.append(SetCommand.create(editing().domain(), spot.subject(), Literals.STAKEHOLDER__INTEREST, interest));
        both.append(SetCommand.create(editing().domain(), spot.subject(), Literals.STAKEHOLDER__POWER, power));
        editing().execute(both);
    }

    @Override
    public void changed() {
        if (map == null || map.isDisposed()) {
            return;
        }
        Placement shown = StakeholderMap.of(editor.charter());
        map.show(shown);
        int missing = editor.charter().getStakeholders().size() - shown.spots().size();
        String text = editor.charter().getStakeholders().isEmpty() ? Messages.noStakeholders : Messages.mapNote;
        note.setText(missing == 0 ? text : text + " " + Messages.bind(Messages.notPlaced, missing));
        note.requestLayout();
    }

    @Override
    public void reloaded() {
        grid.setOwner(editor.charter());
        changed();
    }

    @Override
    public boolean reveal(Element element, EStructuralFeature feature) {
        if (element == editor.charter()) {
            return feature == Literals.CHARTER__STAKEHOLDERS;
        }
        return element instanceof Stakeholder && grid.reveal(element, feature);
    }
}
