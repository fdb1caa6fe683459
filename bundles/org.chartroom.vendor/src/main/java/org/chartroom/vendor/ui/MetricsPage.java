package org.chartroom.vendor.ui;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.model.Element;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.vendor.Measurement;
import org.chartroom.model.vendor.Metric;
import org.chartroom.model.vendor.PeriodLength;
import org.chartroom.model.vendor.VendorPackage;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.field.FieldFormat;
import org.chartroom.ui.forms.field.FormFields;
import org.chartroom.ui.forms.grid.GridBar;
import org.chartroom.ui.forms.grid.GridColumn;
import org.chartroom.ui.forms.grid.GridCommands;
import org.chartroom.ui.forms.grid.ItemGrid;
import org.chartroom.ui.forms.grid.PeriodColumn;
import org.chartroom.vendor.Periods;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.Section;

/** All metrics with a column for each period, and the selected one with its measurements. */
final class MetricsPage extends ArtifactPage {
    static final String ID = "metrics";
    private static final String METRICS_GRID = "org.chartroom.vendor.metricsGrid";
    private static final String MEASUREMENTS_GRID = "org.chartroom.vendor.measurementsGrid";
    private static final int[] WEIGHTS = {52, 48};
    private static final int MEASUREMENTS_HEIGHT = 170;
    private static final int FROZEN = 1;

    /** What identifies a metric and how it stands; the first stays in sight. */
    private static final List<EStructuralFeature> BEFORE = List.of(ModelPackage.Literals.SUBJECT__TITLE,
            VendorPackage.Literals.METRIC__WEIGHT, VendorPackage.Literals.METRIC__TARGET,
            VendorPackage.Literals.METRIC__MINIMUM, VendorPackage.Literals.METRIC__UNIT,
            VendorPackage.Literals.METRIC__LATEST_SCORE, VendorPackage.Literals.METRIC__BREACHES);

    private final VendorEditor editor;
    private Composite gridPlace;
    private GridBar bar;
    private ItemGrid grid;
    private ItemGrid measurements;
    private FormFields fields;
    private ScrolledForm details;
    private List<LocalDate> periodsShown = List.of();
    private Metric shown;

    MetricsPage(VendorEditor editor) {
        super(editor, ID, Messages.metrics);
        this.editor = editor;
    }

    @Override
    protected void createContent(IManagedForm managedForm) {
        FormToolkit toolkit = managedForm.getToolkit();
        Composite body = managedForm.getForm().getBody();
        managedForm.getForm().setText(Messages.metrics);
        GridLayoutFactory.fillDefaults().margins(8, 6).spacing(0, 6).applyTo(body);
        createTools(toolkit, body);
        SashForm sash = new SashForm(body, SWT.VERTICAL | SWT.SMOOTH);
        toolkit.adapt(sash);
        GridDataFactory.fillDefaults().grab(true, true).hint(600, 300).applyTo(sash);
        gridPlace = toolkit.createComposite(sash);
        gridPlace.setLayout(new FillLayout());
        createDetails(toolkit, sash);
        sash.setWeights(WEIGHTS);
        createGrid();
        showSelected(null);
        editor.scorecard().getMetrics().stream().findFirst().ifPresent(first -> grid.reveal(first, null));
        body.addDisposeListener(event -> fields.dispose());
    }

    private void createTools(FormToolkit toolkit, Composite body) {
        bar = new GridBar(body, toolkit, getSite(), METRICS_GRID, Messages.metricsShown,
                List.of(VendorPackage.Literals.METRIC__CATEGORY, VendorPackage.Literals.METRIC__MUST_PASS));
        editButton(bar.buttons(), Messages.addMetric, () -> grid.addItem());
        editButton(bar.buttons(), Messages.deleteMetric, () -> grid.deleteSelected());
        bar.arrange();
    }

    /** Makes the grid for the periods that are shown now. */
    private void createGrid() {
        if (grid != null) {
            grid.control().dispose();
        }
        periodsShown = periods();
        grid = new ItemGrid(gridPlace, editing(), VendorPackage.Literals.VENDOR_SCORECARD__METRICS, columns(), true,
                FROZEN);
        bar.attach(grid);
        followSelection(grid.selectionProvider(), Metric.class, this::showSelected);
        grid.setOwner(editor.scorecard());
        gridPlace.layout();
    }

    private List<LocalDate> periods() {
        return MeasuredPeriods.shown(editor.scorecard(), Evaluation.of(editor.scorecard()).today());
    }

    private List<GridColumn> columns() {
        PeriodLength length = editor.scorecard().getPeriodLength();
        List<GridColumn> columns = new ArrayList<>();
        BEFORE.forEach(feature -> columns.add(GridColumn.of(feature)));
        // The newest period first: that is where values are entered.
        for (int i = periodsShown.size() - 1; i >= 0; i--) {
            LocalDate period = periodsShown.get(i);
            columns.add(new PeriodColumn(Periods.label(period, length), new MeasuredPeriods.Cells(period, length),
                    () -> VendorPackage.Literals.MEASUREMENT__VALUE));
        }
        ItemGrid.defaultColumns(VendorPackage.Literals.METRIC).stream().filter(feature -> !BEFORE.contains(feature))
                .forEach(feature -> columns.add(GridColumn.of(feature)));
        return columns;
    }

    private void createDetails(FormToolkit toolkit, Composite parent) {
        details = toolkit.createScrolledForm(parent);
        details.setText("");
        Composite body = details.getBody();
        GridLayoutFactory.fillDefaults().numColumns(3).equalWidth(true).margins(8, 4).spacing(14, 8).applyTo(body);
        fields = new FormFields(editing(), toolkit);
        Composite first = column(body, 10);
        Composite second = column(body, 10);
        Composite third = column(body, 10);
        FormFields.groups(VendorPackage.Literals.METRIC).forEach((name, features) -> {
            Composite place = name.equals("General") ? first : second;
            Section section = fields.section(name.equals("Standing") ? third : place, name, features, 1);
            GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
        });
        createMeasurements(toolkit, third);
    }

    private void createMeasurements(FormToolkit toolkit, Composite body) {
        Section section = toolkit.createSection(body,
                ExpandableComposite.TITLE_BAR | ExpandableComposite.TWISTIE | ExpandableComposite.EXPANDED);
        section.setText(Messages.measurements);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
        Composite client = toolkit.createComposite(section);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(6, 6).applyTo(client);
        section.setClient(client);
        measurements = new ItemGrid(client, editing(), VendorPackage.Literals.METRIC__MEASUREMENTS,
                ItemGrid.defaultColumns(VendorPackage.Literals.MEASUREMENT), false);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(200, MEASUREMENTS_HEIGHT)
                .applyTo(measurements.control());
        GridCommands.install(getSite(), measurements, MEASUREMENTS_GRID);
        editButton(client, Messages.addMeasurement, measurements::addItem);
        editButton(client, Messages.deleteMeasurement, measurements::deleteSelected);
    }

    private void showSelected(Metric metric) {
        if (metric == null && shown != null && shown.eContainer() == editor.scorecard()) {
            // The grid drops its selection while it refreshes; what is shown stays until another metric is chosen.
            return;
        }
        shown = metric;
        details.setText(metric == null ? Messages.nothingSelected : LabelText.label(FieldFormat.name(metric)));
        fields.setInput(metric);
        measurements.setOwner(metric);
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
            details.setText(shown == null ? Messages.nothingSelected : LabelText.label(FieldFormat.name(shown)));
        }
    }

    @Override
    public void reloaded() {
        Metric before = (Metric) editing().again(shown);
        shown = null;
        createGrid();
        showSelected(before);
    }

    @Override
    public boolean reveal(Element element, EStructuralFeature feature) {
        if (element == editor.scorecard() && feature == VendorPackage.Literals.VENDOR_SCORECARD__METRICS) {
            return true;
        }
        Element found = element instanceof Measurement ? (Element) element.eContainer() : element;
        if (!(found instanceof Metric metric)) {
            return false;
        }
        if (!grid.reveal(metric, element == metric ? feature : null)) {
            bar.clearFilters();
            grid.reveal(metric, element == metric ? feature : null);
        }
        showSelected(metric);
        if (element != metric) {
            measurements.reveal(element, feature);
        } else if (feature != null) {
            fields.reveal(feature);
        }
        return true;
    }

    @Override
    public void setFocus() {
        grid.control().setFocus();
    }
}
