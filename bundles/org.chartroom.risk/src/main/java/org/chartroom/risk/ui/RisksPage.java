package org.chartroom.risk.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.chartroom.core.workspace.BaselineInfo;
import org.chartroom.model.Element;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.risk.PastAssessments;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.TextChoice;
import org.chartroom.ui.forms.field.FieldFormat;
import org.chartroom.ui.forms.field.FormFields;
import org.chartroom.ui.forms.grid.GridBar;
import org.chartroom.ui.forms.grid.GridCommands;
import org.chartroom.ui.forms.grid.ItemGrid;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.action.LegacyActionTools;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.Section;

/** All risks in a grid, and the selected one in a form. */
final class RisksPage extends ArtifactPage {
    static final String ID = "risks";
    private static final String RISKS_GRID = "org.chartroom.risk.grid";
    private static final String ACTIONS_GRID = "org.chartroom.risk.actionsGrid";
    private static final int[] WEIGHTS = {64, 36};
    private static final int ACTIONS_HEIGHT = 150;

    private final RiskEditor editor;
    private GridBar bar;
    private ItemGrid grid;
    private ItemGrid actions;
    private FormFields fields;
    private ScrolledForm details;
    private Button filterOff;
    private Optional<RiskFilter> filter = Optional.empty();
    private Risk shown;
    private TextChoice since;
    private List<String> baselines = List.of();
    private String measured;
    private Job reading;

    RisksPage(RiskEditor editor) {
        super(editor, ID, Messages.risks);
        this.editor = editor;
    }

    @Override
    protected void createContent(IManagedForm managedForm) {
        FormToolkit toolkit = managedForm.getToolkit();
        Composite body = managedForm.getForm().getBody();
        managedForm.getForm().setText(Messages.risks);
        GridLayoutFactory.fillDefaults().margins(8, 6).spacing(0, 6).applyTo(body);
        createTools(toolkit, body);
        SashForm sash = new SashForm(body, SWT.HORIZONTAL | SWT.SMOOTH);
        toolkit.adapt(sash);
        // The hint keeps the grid from asking for the height of all its rows.
        GridDataFactory.fillDefaults().grab(true, true).hint(600, 300).applyTo(sash);
        createGrid(sash);
        createDetails(toolkit, sash);
        sash.setWeights(WEIGHTS);
        offerBaselines();
        readPast();
        grid.setOwner(editor.register());
        showSelected(null);
        editor.register().getRisks().stream().findFirst().ifPresent(first -> grid.reveal(first, null));
        body.addDisposeListener(event -> fields.dispose());
    }

    private void createTools(FormToolkit toolkit, Composite body) {
        bar = new GridBar(body, toolkit, getSite(), RISKS_GRID, Messages.shown,
                List.of(RiskPackage.Literals.RISK__CATEGORY, RiskPackage.Literals.RISK__CURRENT_LEVEL,
                        RiskPackage.Literals.RISK__STATUS, RiskPackage.Literals.RISK__OWNER,
                        RiskPackage.Literals.RISK__RESPONSE, RiskPackage.Literals.RISK__KIND));
        filterOff = toolkit.createButton(bar.extras(), "", SWT.PUSH);
        filterOff.setVisible(false);
        filterOff.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> show(Optional.empty())));
        since = new TextChoice(bar.extras(), () -> editing().set(editor.register(),
                RiskPackage.Literals.RISK_REGISTER__MOVEMENT_SINCE,
                since.index() < 0 ? null : baselines.get(since.index())));
        since.control().setToolTipText(Messages.movementSinceTip);
        since.control().setEnabled(!editing().isReadOnly());
        editButton(bar.buttons(), Messages.addRisk, () -> grid.addItem());
        editButton(bar.buttons(), Messages.deleteRisk, () -> grid.deleteSelected());
        bar.arrange();
    }

    private void createGrid(Composite parent) {
        grid = new ItemGrid(parent, editing(), RiskPackage.Literals.RISK_REGISTER__RISKS, columns(), true);
        bar.attach(grid);
        followSelection(grid.selectionProvider(), Risk.class, this::showSelected);
    }

    /** What identifies a risk first, then how it stands, then who does what about it. */
    private static List<EStructuralFeature> columns() {
        List<EStructuralFeature> first = List.of(ModelPackage.Literals.SUBJECT__KEY,
                ModelPackage.Literals.SUBJECT__TITLE, RiskPackage.Literals.RISK__CURRENT_LIKELIHOOD,
                RiskPackage.Literals.RISK__CURRENT_IMPACT, RiskPackage.Literals.RISK__CURRENT_SCORE,
                RiskPackage.Literals.RISK__CURRENT_LEVEL, RiskPackage.Literals.RISK__MOVEMENT,
                RiskPackage.Literals.RISK__STATUS, RiskPackage.Literals.RISK__OWNER,
                RiskPackage.Literals.RISK__CATEGORY, RiskPackage.Literals.RISK__RESPONSE);
        List<EStructuralFeature> columns = new ArrayList<>(first);
        ItemGrid.defaultColumns(RiskPackage.Literals.RISK).stream().filter(feature -> !first.contains(feature))
                .forEach(columns::add);
        return columns;
    }

    private void createDetails(FormToolkit toolkit, Composite parent) {
        details = toolkit.createScrolledForm(parent);
        details.setText("");
        Composite body = details.getBody();
        GridLayoutFactory.fillDefaults().margins(8, 4).spacing(0, 10).applyTo(body);
        fields = new FormFields(editing(), toolkit);
        FormFields.groups(RiskPackage.Literals.RISK).forEach((group, features) -> {
            Section section = fields.section(body, group, features, 1);
            GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
            if (group.equals("Response")) {
                createActions(toolkit, body);
            }
        });
    }

    private void createActions(FormToolkit toolkit, Composite body) {
        Section section = toolkit.createSection(body,
                ExpandableComposite.TITLE_BAR | ExpandableComposite.TWISTIE | ExpandableComposite.EXPANDED);
        section.setText(Messages.actions);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
        Composite client = toolkit.createComposite(section);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(6, 6).applyTo(client);
        section.setClient(client);
        actions = new ItemGrid(client, editing(), RiskPackage.Literals.RISK__ACTIONS,
                ItemGrid.defaultColumns(RiskPackage.Literals.RISK_ACTION), false);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(200, ACTIONS_HEIGHT)
                .applyTo(actions.control());
        GridCommands.install(getSite(), actions, ACTIONS_GRID);
        editButton(client, Messages.addAction, () -> actions.addItem());
        editButton(client, Messages.deleteAction, () -> actions.deleteSelected());
    }

    private void showSelected(Risk risk) {
        if (risk == null && shown != null && shown.eContainer() == editor.register()) {
            // The grid drops its selection while it refreshes; what is shown stays until another risk is chosen.
            return;
        }
        shown = risk;
        details.setText(risk == null ? Messages.nothingSelected : LabelText.label(FieldFormat.name(risk)));
        fields.setInput(risk);
        actions.setOwner(risk);
    }

    /** Shows only some of the risks; empty shows all again. */
    void show(Optional<RiskFilter> wanted) {
        filter = wanted;
        filterOff.setVisible(filter.isPresent());
        filter.ifPresent(some -> filterOff.setText(LegacyActionTools.escapeMnemonics(some.label()) + "  \u2715"));
        bar.arrange();
        showFiltered();
    }

    private void showFiltered() {
        grid.filter(element -> filter.map(some -> some.test().test((Risk) element)).orElse(true));
    }

    /** Offers the baselines there are now; the first choice is the newest one, whichever it is. */
    private void offerBaselines() {
        RiskRegister register = editor.register();
        baselines = PastAssessments.choices(editing().session(), register).stream().map(BaselineInfo::name).toList();
        since.offer(Messages.movementSinceNewest,
                baselines.stream().map(name -> Messages.bind(Messages.movementSince, name)).toList());
        since.select(baselines.indexOf(register.getMovementSince()));
        since.control().setVisible(!baselines.isEmpty());
        bar.arrange();
    }

    /** Reads the baseline that movement is measured from beside the user interface; until then there is no movement. */
    private void readPast() {
        if (reading != null) {
            reading.cancel();
        }
        RiskRegister register = editor.register();
        String id = register.getId();
        measured = register.getMovementSince();
        Optional<BaselineInfo> baseline = PastAssessments.baseline(register);
        PastAssessments.keep(register, Optional.empty());
        baseline.ifPresent(chosen -> reading = readBeside(
                (session, monitor) -> PastAssessments.read(session.workspace(), chosen, id), past -> {
                    if (editor.register() == register && !grid.control().isDisposed()) {
                        PastAssessments.keep(register, Optional.of(past));
                        showFiltered();
                        fields.changed();
                    }
                }));
    }

    @Override
    public void setActive(boolean active) {
        super.setActive(active);
        if (active && grid != null && !grid.control().isDisposed()) {
            offerBaselines();
            if (!PastAssessments.baseline(editor.register()).map(BaselineInfo::name).equals(known())) {
                readPast();
            }
        }
    }

    private Optional<String> known() {
        return PastAssessments.of(editor.register()).map(PastAssessments::baseline);
    }

    @Override
    public void changed() {
        if (grid != null && !Objects.equals(measured, editor.register().getMovementSince())) {
            since.select(baselines.indexOf(editor.register().getMovementSince()));
            readPast();
        }
        if (shown != null && shown.eContainer() == null) {
            shown = null;
            showSelected(null);
        } else if (shown != null) {
            details.setText(LabelText.label(FieldFormat.name(shown)));
        }
    }

    @Override
    public void reloaded() {
        Risk before = (Risk) editing().again(shown);
        shown = null;
        readPast();
        grid.setOwner(editor.register());
        showSelected(before);
    }

    @Override
    public boolean reveal(Element element, EStructuralFeature feature) {
        Element risk = element instanceof Risk ? element : element.eContainer() instanceof Risk parent ? parent : null;
        if (risk == null) {
            return false;
        }
        if (!grid.reveal(risk, feature)) {
            show(Optional.empty());
            bar.clearFilters();
            grid.reveal(risk, feature);
        }
        showSelected((Risk) risk);
        if (feature != null && element == risk) {
            fields.reveal(feature);
        }
        return true;
    }

    @Override
    public void setFocus() {
        grid.control().setFocus();
    }
}
