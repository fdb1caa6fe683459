package org.chartroom.variance.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.core.type.Presentation;
import org.chartroom.model.Element;
import org.chartroom.model.variance.ReportPeriod;
import org.chartroom.model.variance.VarianceLine;
import org.chartroom.model.variance.VariancePackage;
import org.chartroom.model.variance.VarianceReport;
import org.chartroom.model.variance.VarianceStatus;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.Notice;
import org.chartroom.ui.forms.chart.FigureTile;
import org.chartroom.ui.forms.field.FieldFormat;
import org.chartroom.ui.forms.field.FormFields;
import org.chartroom.ui.forms.grid.GridCommands;
import org.chartroom.ui.forms.grid.ItemGrid;
import org.chartroom.variance.EarnedValue;
import org.chartroom.variance.PeriodPlan;
import org.chartroom.variance.ReportFigures;
import org.chartroom.variance.Thresholds;
import org.chartroom.variance.UndistributedBudget;
import org.chartroom.variance.UndistributedBudget.Share;
import org.chartroom.variance.report.Amounts;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Section;

/** What the report is about, its periods, and how it stands as a whole. */
final class OverviewPage extends ArtifactPage {
    static final String ID = "overview";
    private static final String PERIODS_GRID = "org.chartroom.variance.periodsGrid";
    private static final int TILES = 6;
    private static final int MONTHS = 12;
    private static final int QUARTERS = 4;
    private static final int PERIODS_HEIGHT = 190;

    private final VarianceEditor editor;
    private FormFields fields;
    private ItemGrid periods;
    private ApprovedChangesTable changes;
    private Button putOnLine;
    private FigureTile status;
    private FigureTile variance;
    private FigureTile cpi;
    private FigureTile spi;
    private FigureTile eac;
    private FigureTile vac;

    OverviewPage(VarianceEditor editor) {
        super(editor, ID, Messages.overview);
        this.editor = editor;
    }

    @Override
    protected void createContent(IManagedForm managedForm) {
        FormToolkit toolkit = managedForm.getToolkit();
        Composite body = managedForm.getForm().getBody();
        GridLayoutFactory.swtDefaults().numColumns(2).margins(14, 12).spacing(18, 12).applyTo(body);
        createFigures(toolkit, body);
        fields = new FormFields(editing(), toolkit);
        Composite left = column(body, 12);
        Composite right = column(body, 12);
        FormFields.groups(VariancePackage.Literals.VARIANCE_REPORT).forEach((group, features) -> {
            boolean entered = features.stream().anyMatch(feature -> !feature.isDerived());
            Section section = fields.section(entered ? left : right, group, features, 1);
            GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
        });
        createPeriods(toolkit, left);
        changes = new ApprovedChangesTable(toolkit, right);
        putOnLine = editButton(changes.buttons(), Messages.putOnLine, this::putOnLine);
        putOnLine.setToolTipText(Messages.putOnLineTip);
        changes.whenSelected(this::enablePutOnLine, this::putOnLine);
        fields.setInput(editor.report());
        periods.setOwner(editor.report());
        body.addDisposeListener(event -> fields.dispose());
    }

    private void createFigures(FormToolkit toolkit, Composite body) {
        Composite tiles = toolkit.createComposite(body);
        GridLayoutFactory.fillDefaults().numColumns(TILES).spacing(6, 0).applyTo(tiles);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(tiles);
        status = new FigureTile(tiles, toolkit, Messages.status, Messages.statusTip);
        variance = new FigureTile(tiles, toolkit, Messages.budgetVariance, "");
        cpi = new FigureTile(tiles, toolkit, "CPI", "");
        spi = new FigureTile(tiles, toolkit, "SPI", "");
        eac = new FigureTile(tiles, toolkit, Messages.eac, "");
        vac = new FigureTile(tiles, toolkit, Messages.vac, "");
    }

    private void enablePutOnLine() {
        putOnLine.setEnabled(
                !editing().isReadOnly() && changes.selected().filter(UndistributedBudget::canBePut).isPresent());
    }

    private void putOnLine() {
        Optional<Share> selected = changes.selected().filter(UndistributedBudget::canBePut);
        if (selected.isEmpty() || editing().isReadOnly()) {
            return;
        }
        ReportFigures figures = ReportFigures.of(editor.report());
        ElementListSelectionDialog dialog = new ElementListSelectionDialog(getSite().getShell(),
                LabelProvider.createTextProvider(line -> name((VarianceLine) line)));
        dialog.setTitle(Messages.bind(Messages.putOnLineTitle, UndistributedBudget.reference(selected.get().change())));
        dialog.setMessage(Messages.putOnLineMessage);
        dialog.setMultipleSelection(false);
        dialog.setElements(editor.report().getLines().stream().filter(line -> !figures.isSubtotal(line)).toArray());
        if (dialog.open() == Window.OK && dialog.getFirstResult() instanceof VarianceLine line) {
            editing().execute(
                    UndistributedBudget.putOn(editing().domain(), selected.get(), line, figures.date()));
        }
    }

    private static String name(VarianceLine line) {
        return line.getCode() == null ? FieldFormat.name(line) : (line.getCode() + "  " + line.getTitle()).strip();
    }

    private void createPeriods(FormToolkit toolkit, Composite parent) {
        Section section = toolkit.createSection(parent,
                ExpandableComposite.TITLE_BAR | ExpandableComposite.TWISTIE | ExpandableComposite.EXPANDED);
        section.setText(Messages.periods);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
        Composite client = toolkit.createComposite(section);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(6, 6).applyTo(client);
        section.setClient(client);
        periods = new ItemGrid(client, editing(), VariancePackage.Literals.VARIANCE_REPORT__PERIODS,
                ItemGrid.defaultColumns(VariancePackage.Literals.REPORT_PERIOD), false);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).hint(200, PERIODS_HEIGHT)
                .applyTo(periods.control());
        GridCommands.install(getSite(), periods, PERIODS_GRID);
        editButton(client, Messages.addPeriod, () -> add(1));
        editButton(client, Messages.addYear, () -> add(
                editor.report().getPeriodType() == org.chartroom.model.variance.PeriodType.QUARTER
                        ? QUARTERS
                        : MONTHS));
        editButton(client, Messages.deletePeriod, this::deleteSelected);
    }

    private void add(int count) {
        VarianceReport report = editor.report();
        LocalDate first = report.getStatusDate() == null ? Evaluation.of(report).today() : report.getStatusDate();
        List<ReportPeriod> fresh = PeriodPlan.next(report, count, first);
        editing().execute(Periods.add(editing().domain(), report, fresh));
        periods.changed();
        periods.reveal(fresh.get(count - 1), null);
    }

    private void deleteSelected() {
        for (Element selected : periods.selected()) {
            ReportPeriod period = (ReportPeriod) selected;
            long lines = Periods.figures(editor.report(), period).stream().map(Element::eContainer).distinct().count();
            if (lines == 0 || Notice.question(getSite().getShell(), Messages.deletePeriodTitle,
                    Messages.bind(Messages.deletePeriodQuestion, Amounts.period(period), lines))) {
                editing().execute(Periods.remove(editing().domain(), editor.report(), period));
            }
        }
    }

    @Override
    public void changed() {
        if (getManagedForm() == null || getManagedForm().getForm().isDisposed()) {
            return;
        }
        VarianceReport report = editor.report();
        getManagedForm().getForm().setText(LabelText.label(FieldFormat.name(report)));
        changes.show(report);
        enablePutOnLine();
        EarnedValue total = ReportFigures.of(report).total();
        int digits = ReportFigures.digits(report);
        String pv = Amounts.whole(total.pv());
        String ev = Amounts.whole(total.ev());
        String ac = Amounts.whole(total.ac());
        Thresholds thresholds = Thresholds.of(report);
        status.show(label(thresholds.budget(total)));
        cpi.caption(Messages.bind(Messages.cpi, label(thresholds.cost(total))));
        spi.caption(Messages.bind(Messages.spi, label(thresholds.schedule(total))));
        variance.show(Amounts.percent(total.budgetVarianceShare()));
        variance.explain(Messages.bind(Messages.budgetVarianceTip, ac, pv));
        cpi.show(Amounts.ratio(total.cpi()));
        cpi.explain(Messages.bind(Messages.cpiTip, ev, ac));
        spi.show(Amounts.ratio(total.spi()));
        spi.explain(Messages.bind(Messages.spiTip, ev, pv));
        String estimate = Amounts.whole(total.estimateAtCompletion(report.getEacMethod(), digits));
        eac.show(inCurrency(estimate));
        eac.explain(report, VariancePackage.Literals.MEASURED__ESTIMATE_AT_COMPLETION);
        vac.show(total.varianceAtCompletion(report.getEacMethod(), digits).map(Amounts::signed).map(this::inCurrency)
                .orElse(Messages.notAvailable));
        vac.explain(Messages.bind(Messages.vacTip, Amounts.whole(total.bac()), estimate));
    }

    private String inCurrency(String amount) {
        String currency = editor.report().getCurrency();
        return currency == null || amount.equals(Messages.notAvailable) ? amount : amount + " " + currency;
    }

    private static String label(Optional<VarianceStatus> status) {
        return status.map(known -> Presentation.label(
                VariancePackage.Literals.VARIANCE_STATUS.getEEnumLiteral(known.getValue())))
                .orElse(Messages.notAvailable);
    }

    @Override
    public void reloaded() {
        fields.setInput(editor.report());
        periods.setOwner(editor.report());
        changed();
    }

    @Override
    public boolean reveal(Element element, EStructuralFeature feature) {
        if (element instanceof ReportPeriod) {
            return periods.reveal(element, feature);
        }
        if (element != editor.report()) {
            return false;
        }
        fields.reveal(feature);
        return true;
    }
}
