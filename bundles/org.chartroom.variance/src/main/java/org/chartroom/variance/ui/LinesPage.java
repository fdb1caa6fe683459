package org.chartroom.variance.ui;

import static org.chartroom.model.variance.VariancePackage.Literals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.chartroom.core.type.Presentation;
import org.chartroom.model.Element;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.variance.BudgetChange;
import org.chartroom.model.variance.ReportPeriod;
import org.chartroom.model.variance.VarianceLine;
import org.chartroom.model.variance.VarianceReport;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.field.FieldFormat;
import org.chartroom.ui.forms.field.FormFields;
import org.chartroom.ui.forms.grid.GridBar;
import org.chartroom.ui.forms.grid.GridColumn;
import org.chartroom.ui.forms.grid.GridCommands;
import org.chartroom.ui.forms.grid.ItemGrid;
import org.chartroom.ui.forms.grid.PeriodColumn;
import org.chartroom.variance.EarnedValue;
import org.chartroom.variance.ReportFigures;
import org.chartroom.variance.report.Amounts;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.Section;

/** All lines in a grid, with a column for each period, and the selected one in a form. */
final class LinesPage extends ArtifactPage {
    static final String ID = "lines";
    private static final String LINES_GRID = "org.chartroom.variance.grid";
    private static final String CHANGES_GRID = "org.chartroom.variance.changesGrid";
    private static final int[] WEIGHTS = {60, 40};
    private static final int CHANGES_HEIGHT = 130;
    private static final int FROZEN = 2;

    /** What identifies a line and how it stands; the first ones stay in sight. */
    private static final List<EStructuralFeature> BEFORE = List.of(Literals.VARIANCE_LINE__CODE,
            ModelPackage.Literals.SUBJECT__TITLE, Literals.MEASURED__BUDGET_STATUS,
            Literals.MEASURED__BUDGET_VARIANCE_PERCENT, Literals.MEASURED__COST_PERFORMANCE_INDEX,
            Literals.MEASURED__SCHEDULE_PERFORMANCE_INDEX);
    private static final List<EStructuralFeature> MEASURES = List.of(Literals.LINE_FIGURE__PLANNED,
            Literals.LINE_FIGURE__EARNED, Literals.LINE_FIGURE__PERCENT_COMPLETE, Literals.LINE_FIGURE__ACTUAL,
            Literals.LINE_FIGURE__FORECAST);

    private final VarianceEditor editor;
    private Composite gridPlace;
    private GridBar bar;
    private ItemGrid grid;
    private ItemGrid changes;
    private FormFields fields;
    private ScrolledForm details;
    private Label total;
    private List<List<Object>> periodsShown = List.of();
    private EStructuralFeature measure = Literals.LINE_FIGURE__PLANNED;
    private VarianceLine shown;

    LinesPage(VarianceEditor editor) {
        super(editor, ID, Messages.lines);
        this.editor = editor;
    }

    @Override
    protected void createContent(IManagedForm managedForm) {
        FormToolkit toolkit = managedForm.getToolkit();
        Composite body = managedForm.getForm().getBody();
        managedForm.getForm().setText(Messages.lines);
        GridLayoutFactory.fillDefaults().margins(8, 6).spacing(0, 6).applyTo(body);
        createTools(toolkit, body);
        SashForm sash = new SashForm(body, SWT.VERTICAL | SWT.SMOOTH);
        toolkit.adapt(sash);
        GridDataFactory.fillDefaults().grab(true, true).hint(600, 300).applyTo(sash);
        gridPlace = toolkit.createComposite(sash);
        gridPlace.setLayout(new FillLayout());
        createDetails(toolkit, sash);
        sash.setWeights(WEIGHTS);
        total = toolkit.createLabel(body, "");
        GridDataFactory.fillDefaults().grab(true, false).indent(4, 0).applyTo(total);
        createGrid();
        showSelected(null);
        editor.report().getLines().stream().findFirst().ifPresent(first -> grid.reveal(first, null));
        body.addDisposeListener(event -> fields.dispose());
    }

    private void createTools(FormToolkit toolkit, Composite body) {
        bar = new GridBar(body, toolkit, getSite(), LINES_GRID, Messages.shown,
                List.of(Literals.VARIANCE_LINE__CATEGORY, Literals.VARIANCE_LINE__EXPENDITURE,
                        Literals.MEASURED__BUDGET_STATUS, Literals.VARIANCE_LINE__OWNER,
                        Literals.VARIANCE_LINE__CAUSE));
        toolkit.createLabel(bar.extras(), Messages.measure);
        Combo measures = new Combo(bar.extras(), SWT.READ_ONLY);
        MEASURES.forEach(feature -> measures.add(Presentation.label(feature)));
        measures.select(MEASURES.indexOf(measure));
        measures.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            measure = MEASURES.get(measures.getSelectionIndex());
            grid.findingsChanged();
        }));
        editButton(bar.buttons(), Messages.addLine, () -> grid.addItem());
        editButton(bar.buttons(), Messages.deleteLine, () -> grid.deleteSelected());
        bar.arrange();
    }

    /** Makes the grid for the periods that are there now. */
    private void createGrid() {
        if (grid != null) {
            grid.control().dispose();
        }
        periodsShown = periods();
        grid = new ItemGrid(gridPlace, editing(), Literals.VARIANCE_REPORT__LINES, columns(), true, FROZEN);
        grid.emphasise(element -> ReportFigures.of(editor.report()).isSubtotal((VarianceLine) element));
        bar.attach(grid);
        followSelection(grid.selectionProvider(), VarianceLine.class, this::showSelected);
        grid.setOwner(editor.report());
        gridPlace.layout();
    }

    private List<List<Object>> periods() {
        return ReportFigures.of(editor.report()).periods().stream()
                .map(period -> List.<Object>of(period, period.getStartsOn(), period.getEndsOn())).toList();
    }

    private List<GridColumn> columns() {
        List<GridColumn> columns = new ArrayList<>();
        BEFORE.forEach(feature -> columns.add(GridColumn.of(feature)));
        for (ReportPeriod period : ReportFigures.of(editor.report()).periods()) {
            columns.add(new PeriodColumn(Amounts.period(period), new Periods.Cells(period), () -> measure));
        }
        ItemGrid.defaultColumns(Literals.VARIANCE_LINE).stream()
                .filter(feature -> !BEFORE.contains(feature) && feature != ModelPackage.Literals.SUBJECT__KEY)
                .forEach(feature -> columns.add(GridColumn.of(feature)));
        return columns;
    }

    private void createDetails(FormToolkit toolkit, Composite parent) {
        details = toolkit.createScrolledForm(parent);
        details.setText("");
        Composite body = details.getBody();
        GridLayoutFactory.fillDefaults().numColumns(3).margins(8, 4).spacing(14, 8).applyTo(body);
        fields = new FormFields(editing(), toolkit);
        Composite account = column(body, 10);
        Composite explanation = column(body, 10);
        Composite figures = column(body, 10);
        Map<String, Composite> places = Map.of("Explanation", explanation, "Account", account, "General", account);
        FormFields.groups(Literals.VARIANCE_LINE).forEach((name, features) -> {
            Section section = fields.section(places.getOrDefault(name, figures), name, features, 1);
            GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
        });
        createChanges(toolkit, explanation);
    }

    private void createChanges(FormToolkit toolkit, Composite body) {
        Section section = toolkit.createSection(body,
                ExpandableComposite.TITLE_BAR | ExpandableComposite.TWISTIE | ExpandableComposite.EXPANDED);
        section.setText(Messages.changes);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
        Composite client = toolkit.createComposite(section);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(6, 6).applyTo(client);
        section.setClient(client);
        changes = new ItemGrid(client, editing(), Literals.VARIANCE_LINE__CHANGES,
                ItemGrid.defaultColumns(Literals.BUDGET_CHANGE), false);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(200, CHANGES_HEIGHT)
                .applyTo(changes.control());
        GridCommands.install(getSite(), changes, CHANGES_GRID);
        editButton(client, Messages.addChange, () -> changes.addItem());
        editButton(client, Messages.deleteChange, () -> changes.deleteSelected());
    }

    private void showSelected(VarianceLine line) {
        if (line == null && shown != null && shown.eContainer() == editor.report()) {
            // The grid drops its selection while it refreshes; what is shown stays until another line is chosen.
            return;
        }
        shown = line;
        details.setText(line == null ? emptyText() : LabelText.label(FieldFormat.name(line)));
        fields.setInput(line);
        changes.setOwner(line);
    }

    private String emptyText() {
        return editor.report().getPeriods().isEmpty() ? Messages.noPeriods : Messages.nothingSelected;
    }

    @Override
    public void changed() {
        if (grid == null || details.isDisposed()) {
            return;
        }
        if (!periods().equals(periodsShown)) {
            createGrid();
        }
        if (shown != null && shown.eContainer() == null) {
            shown = null;
            showSelected(null);
        } else {
            details.setText(shown == null ? emptyText() : LabelText.label(FieldFormat.name(shown)));
        }
        showTotal();
    }

    private void showTotal() {
        VarianceReport report = editor.report();
        ReportFigures figures = ReportFigures.of(report);
        EarnedValue values = figures.total();
        total.setText(Messages.bind(Messages.totalLine, new Object[]{Amounts.date(figures),
                Amounts.whole(values.pv()), Amounts.whole(values.ev()), Amounts.whole(values.ac()),
                Amounts.whole(values.bac()),
                Amounts.whole(values.estimateAtCompletion(report.getEacMethod(), ReportFigures.digits(report))) + " "
                        + report.getCurrency(),
                Amounts.ratio(values.cpi()), Amounts.ratio(values.spi())}) + undistributed(figures));
        total.requestLayout();
    }

    private static String undistributed(ReportFigures figures) {
        return figures.undistributed().signum() == 0
                ? ""
                : Messages.bind(Messages.totalUndistributed, Amounts.whole(figures.undistributed()));
    }

    @Override
    public void reloaded() {
        VarianceLine before = (VarianceLine) editing().again(shown);
        shown = null;
        createGrid();
        showSelected(before);
        showTotal();
    }

    @Override
    public boolean reveal(Element element, EStructuralFeature feature) {
        Element line = element instanceof BudgetChange ? (Element) element.eContainer() : element;
        if (!(line instanceof VarianceLine found)) {
            return false;
        }
        if (!grid.reveal(line, feature)) {
            bar.clearFilters();
            grid.reveal(line, feature);
        }
        showSelected(found);
        if (feature != null && element == line) {
            fields.reveal(feature);
        }
        return true;
    }

    @Override
    public void setFocus() {
        grid.control().setFocus();
    }
}
