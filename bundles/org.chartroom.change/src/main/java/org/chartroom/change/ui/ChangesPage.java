package org.chartroom.change.ui;

import static org.chartroom.model.change.ChangePackage.Literals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.chartroom.change.ChangeProcess;
import org.chartroom.core.type.Presentation;
import org.chartroom.model.Element;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.change.Change;
import org.chartroom.model.change.ChangeState;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.field.FieldFormat;
import org.chartroom.ui.forms.field.FormFields;
import org.chartroom.ui.forms.grid.GridBar;
import org.chartroom.ui.forms.grid.GridColumn;
import org.chartroom.ui.forms.grid.GridCommands;
import org.chartroom.ui.forms.grid.ItemGrid;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.Section;

/** All changes in a grid, and the selected one in a form with the steps it may take. */
final class ChangesPage extends ArtifactPage {
    static final String ID = "changes";
    private static final String CHANGES_GRID = "org.chartroom.change.grid";
    private static final String VOTES_GRID = "org.chartroom.change.votesGrid";
    private static final String WAY_GRID = "org.chartroom.change.wayGrid";
    /** Group of the model with what older workspaces and imported files know by name only. */
    private static final String BY_NAME = Presentation.group(Literals.CHANGE__DELIVERABLES);
    private static final int[] WEIGHTS = {52, 48};
    private static final int LIST_HEIGHT = 120;
    private static final int FROZEN = 2;

    /** What identifies a change and how it stands; the first ones stay in sight. */
    private static final List<EStructuralFeature> FIRST = List.of(ModelPackage.Literals.SUBJECT__KEY,
            ModelPackage.Literals.SUBJECT__TITLE, Literals.CHANGE__STATE, Literals.CHANGE__CHANGE_CLASS,
            Literals.CHANGE__PRIORITY, Literals.CHANGE__PLANNED_FROM, Literals.CHANGE__PLANNED_TO,
            Literals.CHANGE__COST_IMPACT, Literals.CHANGE__SCHEDULE_IMPACT, Literals.CHANGE__OUTCOME);

    private final ChangeEditor editor;
    private FormToolkit toolkit;
    private GridBar bar;
    private ItemGrid grid;
    private ItemGrid votes;
    private ItemGrid way;
    private FormFields fields;
    private ScrolledForm details;
    private Composite steps;
    private Section byName;
    private Change shown;
    private ChangeState stepsOf;

    ChangesPage(ChangeEditor editor) {
        super(editor, ID, Messages.changes);
        this.editor = editor;
    }

    @Override
    protected void createContent(IManagedForm managedForm) {
        toolkit = managedForm.getToolkit();
        Composite body = managedForm.getForm().getBody();
        managedForm.getForm().setText(Messages.changes);
        GridLayoutFactory.fillDefaults().margins(8, 6).spacing(0, 6).applyTo(body);
        createTools(body);
        SashForm sash = new SashForm(body, SWT.VERTICAL | SWT.SMOOTH);
        toolkit.adapt(sash);
        GridDataFactory.fillDefaults().grab(true, true).hint(600, 300).applyTo(sash);
        createGrid(sash);
        createDetails(sash);
        sash.setWeights(WEIGHTS);
        grid.setOwner(editor.log());
        showSelected(null);
        editor.log().getChanges().stream().findFirst().ifPresent(first -> grid.reveal(first, null));
        body.addDisposeListener(event -> fields.dispose());
    }

    private void createTools(Composite body) {
        bar = new GridBar(body, toolkit, getSite(), CHANGES_GRID, Messages.shown,
                List.of(Literals.CHANGE__STATE, Literals.CHANGE__CHANGE_CLASS, Literals.CHANGE__SUBJECT,
                        Literals.CHANGE__PRIORITY, Literals.CHANGE__REQUESTER, Literals.CHANGE__OUTCOME));
        editButton(bar.buttons(), Messages.addChange, () -> grid.addItem());
        editButton(bar.buttons(), Messages.deleteChange, () -> grid.deleteSelected());
        bar.arrange();
    }

    private void createGrid(Composite parent) {
        List<GridColumn> columns = new ArrayList<>();
        FIRST.forEach(feature -> columns.add(GridColumn.of(feature)));
        ItemGrid.defaultColumns(Literals.CHANGE).stream().filter(feature -> !FIRST.contains(feature))
                .forEach(feature -> columns.add(GridColumn.of(feature)));
        grid = new ItemGrid(parent, editing(), Literals.CHANGE_LOG__CHANGES, columns, true, FROZEN);
        bar.attach(grid);
        followSelection(grid.selectionProvider(), Change.class, this::showSelected);
    }

    private void createDetails(Composite parent) {
        details = toolkit.createScrolledForm(parent);
        details.setText("");
        Composite body = details.getBody();
        GridLayoutFactory.fillDefaults().numColumns(3).margins(8, 4).spacing(14, 8).applyTo(body);
        steps = toolkit.createComposite(body);
        RowLayout row = new RowLayout(SWT.HORIZONTAL);
        row.center = true;
        row.spacing = 8;
        steps.setLayout(row);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).applyTo(steps);
        fields = new FormFields(editing(), toolkit);
        Composite left = column(body, 10);
        Composite middle = column(body, 10);
        Composite right = column(body, 10);
        Map<String, Composite> places = Map.of("General", left, "Plans", left, "Assessment", middle, BY_NAME, middle);
        FormFields.groups(Literals.CHANGE).forEach((name, features) -> {
            Section section = fields.section(places.getOrDefault(name, right), name, features, 1);
            GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
            if (name.equals(BY_NAME)) {
                byName = section;
            }
        });
        votes = list(right, Messages.decisions, Literals.CHANGE__DECISIONS, VOTES_GRID, true);
        way = list(right, Messages.transitions, Literals.CHANGE__TRANSITIONS, WAY_GRID, false);
    }

    private ItemGrid list(Composite body, String title, EReference items, String id, boolean editable) {
        Section section = toolkit.createSection(body,
                ExpandableComposite.TITLE_BAR | ExpandableComposite.TWISTIE | ExpandableComposite.EXPANDED);
        section.setText(title);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
        Composite client = toolkit.createComposite(section);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(6, 6).applyTo(client);
        section.setClient(client);
        ItemGrid list = new ItemGrid(client, editing(), items,
                ItemGrid.defaultColumns(items.getEReferenceType()), false);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(260, LIST_HEIGHT).applyTo(list.control());
        GridCommands.install(getSite(), list, id);
        if (editable) {
            editButton(client, Messages.addVote, list::addItem);
            editButton(client, Messages.deleteVote, list::deleteSelected);
        }
        return list;
    }

    private void showSelected(Change change) {
        if (change == null && shown != null && shown.eContainer() == editor.log()) {
            // The grid drops its selection while it refreshes; what is shown stays until another change is chosen.
            return;
        }
        shown = change;
        details.setText(change == null ? Messages.nothingSelected : LabelText.label(FieldFormat.name(change)));
        fields.setInput(change);
        votes.setOwner(change);
        way.setOwner(change);
        stepsOf = null;
        showByName();
        showSteps();
    }

    /** There only for a change that has names: what is affected is referred to. */
    private void showByName() {
        boolean wanted = shown != null
                && FormFields.groups(Literals.CHANGE).get(BY_NAME).stream().anyMatch(shown::eIsSet);
        GridData data = (GridData) byName.getLayoutData();
        if (data.exclude == wanted) {
            data.exclude = !wanted;
            byName.setVisible(wanted);
            byName.requestLayout();
            details.reflow(true);
        }
    }

    /** A button for each step the change may take; one that a guard refuses now says so when it is pressed. */
    private void showSteps() {
        for (Control child : steps.getChildren()) {
            child.dispose();
        }
        stepsOf = shown == null ? null : shown.getState();
        if (shown != null) {
            Set<ChangeState> next = ChangeProcess.next(shown);
            toolkit.createLabel(steps, next.isEmpty() ? Messages.wayNone : Messages.way);
            Change change = shown;
            for (ChangeState to : next) {
                editButton(steps, Messages.bind(Messages.to, ChangeProcess.label(to)), () -> editor.step(change, to));
            }
        }
        steps.requestLayout();
        details.reflow(true);
    }

    @Override
    public void changed() {
        if (details == null || details.isDisposed()) {
            return;
        }
        if (shown != null && shown.eContainer() == null) {
            shown = null;
            showSelected(null);
        } else if (shown != null) {
            details.setText(LabelText.label(FieldFormat.name(shown)));
            showByName();
            if (shown.getState() != stepsOf || steps.getChildren().length != ChangeProcess.next(shown).size() + 1) {
                showSteps();
            }
        }
    }

    @Override
    public void reloaded() {
        Change before = (Change) editing().again(shown);
        shown = null;
        grid.setOwner(editor.log());
        showSelected(before);
    }

    @Override
    public boolean reveal(Element element, EStructuralFeature feature) {
        Element found = element instanceof Change ? element : (Element) element.eContainer();
        if (!(found instanceof Change change)) {
            return false;
        }
        if (!grid.reveal(found, feature)) {
            bar.clearFilters();
            grid.reveal(found, feature);
        }
        showSelected(change);
        if (feature != null && element == found) {
            fields.reveal(feature);
        }
        return true;
    }

    @Override
    public void setFocus() {
        grid.control().setFocus();
    }
}
