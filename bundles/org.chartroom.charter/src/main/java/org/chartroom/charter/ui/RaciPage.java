package org.chartroom.charter.ui;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.chartroom.charter.Raci;
import org.chartroom.model.Element;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.Person;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.CharterPackage.Literals;
import org.chartroom.model.charter.RaciActivity;
import org.chartroom.model.charter.RaciAssignment;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.field.FieldFormat;
import org.chartroom.ui.forms.grid.CellLetters;
import org.chartroom.ui.forms.grid.GridColumn;
import org.chartroom.ui.forms.grid.GridCommands;
import org.chartroom.ui.forms.grid.ItemGrid;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.FocusListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.FormToolkit;

/** Who does, answers for, is asked and is told: activities down, people across, a letter in each cell. */
final class RaciPage extends ArtifactPage {
    static final String ID = "raci";
    private static final String RACI_GRID = "org.chartroom.charter.raciGrid";

    private static final int NOTE_WIDTH = 500;

    private final CharterEditor editor;
    private final Set<Person> added = new LinkedHashSet<>();
    private Composite gridPlace;
    private ItemGrid grid;
    private Combo person;
    private List<Person> offered = List.of();
    private List<Person> shown = List.of();

    RaciPage(CharterEditor editor) {
        super(editor, ID, Messages.raci);
        this.editor = editor;
    }

    @Override
    protected void createContent(IManagedForm managedForm) {
        FormToolkit toolkit = managedForm.getToolkit();
        Composite body = managedForm.getForm().getBody();
        managedForm.getForm().setText(Messages.raciTitle);
        GridLayoutFactory.fillDefaults().margins(10, 8).spacing(0, 6).applyTo(body);
        Composite tools = toolkit.createComposite(body);
        GridLayoutFactory.fillDefaults().numColumns(5).spacing(8, 0).applyTo(tools);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(tools);
        toolkit.createLabel(tools, Messages.addPerson);
        person = new Combo(tools, SWT.READ_ONLY);
        person.setEnabled(!editing().isReadOnly());
        person.setToolTipText(Messages.addPersonTip);
        person.addFocusListener(FocusListener.focusGainedAdapter(event -> offer()));
        person.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> addChosen()));
        GridDataFactory.fillDefaults().hint(220, SWT.DEFAULT).applyTo(person);
        Label filler = toolkit.createLabel(tools, "");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(filler);
        editButton(tools, Messages.addActivity, () -> grid.addItem());
        editButton(tools, Messages.delete, () -> grid.deleteSelected());
        gridPlace = toolkit.createComposite(body);
        gridPlace.setLayout(new FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).hint(500, 300).applyTo(gridPlace);
        Label note = toolkit.createLabel(body, Messages.raciNote, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(NOTE_WIDTH, SWT.DEFAULT).applyTo(note);
        offer();
        createGrid();
    }

    /** Those who have a part, and those who could: sponsor, manager, stakeholders, and who was added for now. */
    private List<Person> people() {
        Charter charter = editor.charter();
        Set<Person> people = new LinkedHashSet<>();
        people.add(charter.getSponsor());
        people.add(charter.getManager());
        charter.getStakeholders().forEach(stakeholder -> people.add(stakeholder.getPerson()));
        charter.getActivities().forEach(activity -> activity.getAssignments()
                .forEach(assignment -> people.add(assignment.getPerson())));
        people.addAll(added);
        return people.stream().filter(Objects::nonNull).toList();
    }

    private void offer() {
        List<Person> shownNow = people();
        offered = editing().directory().getPeople().stream().filter(one -> !shownNow.contains(one)).toList();
        person.setItems(offered.stream().map(FieldFormat::name).map(LabelText::line).toArray(String[]::new));
    }

    private void addChosen() {
        int index = person.getSelectionIndex();
        if (index >= 0) {
            added.add(offered.get(index));
            offer();
            createGrid();
        }
    }

    /** Makes the grid for the people that are shown now. */
    private void createGrid() {
        if (grid != null) {
            grid.control().dispose();
        }
        shown = people();
        List<GridColumn> columns = new ArrayList<>(List.of(GridColumn.of(ModelPackage.Literals.SUBJECT__TITLE)));
        shown.forEach(one -> columns.add(new RaciColumn(one)));
        grid = new ItemGrid(gridPlace, editing(), Literals.CHARTER__ACTIVITIES, columns, false, 1);
        GridCommands.install(getSite(), grid, RACI_GRID);
        grid.onLetter(new Letters());
        followSelection(grid.selectionProvider());
        grid.setOwner(editor.charter());
        gridPlace.layout();
    }

    /** R and A are put in and taken out, C and I stand alone. */
    private final class Letters implements CellLetters {
        @Override
        public boolean appliesTo(GridColumn column) {
            return column instanceof RaciColumn;
        }

        @Override
        public Optional<Command> typed(Element row, GridColumn column, char letter) {
            return Raci.typed(((RaciColumn) column).value(row), letter)
                    .map(cell -> column.set(editing().domain(), row, cell.role()));
        }
    }

    @Override
    public void changed() {
        if (grid != null && !gridPlace.isDisposed() && !people().equals(shown)) {
            createGrid();
        }
    }

    @Override
    public void reloaded() {
        added.clear();
        createGrid();
    }

    @Override
    public boolean reveal(Element element, EStructuralFeature feature) {
        if (element == editor.charter()) {
            return feature == Literals.CHARTER__ACTIVITIES;
        }
        Element activity = element instanceof RaciAssignment ? (Element) element.eContainer() : element;
        return activity instanceof RaciActivity && grid.reveal(activity, null);
    }

    @Override
    public void setFocus() {
        grid.control().setFocus();
    }
}
