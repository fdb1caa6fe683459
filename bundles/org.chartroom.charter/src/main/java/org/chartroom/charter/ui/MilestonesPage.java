package org.chartroom.charter.ui;

import java.time.LocalDate;
import java.util.List;

import org.chartroom.charter.CharterFigures;
import org.chartroom.charter.report.MilestoneTimeline;
import org.chartroom.charter.report.Words;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.model.Element;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.CharterPackage.Literals;
import org.chartroom.model.charter.Milestone;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.chart.ChartView;
import org.chartroom.ui.forms.chart.FigureTile;
import org.chartroom.ui.forms.field.FieldFormat;
import org.chartroom.ui.forms.grid.GridColumn;
import org.chartroom.ui.forms.grid.ItemGrid;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.FormToolkit;

/** The milestones on a line of time, baseline against what is expected or was reached, and in a grid. */
final class MilestonesPage extends ArtifactPage {
    static final String ID = "milestones";
    private static final int[] WEIGHTS = {56, 44};
    private static final int GRID_HEIGHT = 120;
    private static final int TILES = 4;

    private final CharterEditor editor;
    private final FieldFormat format = FieldFormat.current();
    private FigureTile plannedEnd;
    private FigureTile revisedEnd;
    private FigureTile endSlip;
    private FigureTile worstSlip;
    private ChartView chart;
    private ItemGrid grid;

    MilestonesPage(CharterEditor editor) {
        super(editor, ID, Messages.milestones);
        this.editor = editor;
    }

    @Override
    protected void createContent(IManagedForm managedForm) {
        FormToolkit toolkit = managedForm.getToolkit();
        Composite body = managedForm.getForm().getBody();
        managedForm.getForm().setText(Messages.milestones);
        GridLayoutFactory.fillDefaults().margins(10, 8).spacing(0, 6).applyTo(body);
        Composite tiles = toolkit.createComposite(body);
        GridLayoutFactory.fillDefaults().numColumns(TILES).spacing(10, 0).equalWidth(true).applyTo(tiles);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(tiles);
        plannedEnd = new FigureTile(tiles, toolkit, Messages.plannedEnd, Messages.plannedEndTip);
        revisedEnd = new FigureTile(tiles, toolkit, Messages.revisedEnd, "");
        endSlip = new FigureTile(tiles, toolkit, Messages.endSlip, "");
        worstSlip = new FigureTile(tiles, toolkit, Messages.worstSlip, "");
        SashForm sash = new SashForm(body, SWT.VERTICAL | SWT.SMOOTH);
        toolkit.adapt(sash);
        GridDataFactory.fillDefaults().grab(true, true).hint(600, 380).applyTo(sash);
        chart = new ChartView(sash);
        Composite below = toolkit.createComposite(sash);
        GridLayoutFactory.fillDefaults().applyTo(below);
        List<GridColumn> columns = ItemGrid.defaultColumns(Literals.MILESTONE).stream().map(GridColumn::of).toList();
        grid = gridSection(below, Literals.CHARTER__MILESTONES, columns, GRID_HEIGHT);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(grid.control().getParent().getParent());
        sash.setWeights(WEIGHTS);
        reloaded();
    }

    @Override
    public void changed() {
        if (chart == null || chart.isDisposed()) {
            return;
        }
        Charter charter = editor.charter();
        CharterFigures figures = CharterFigures.of(charter);
        plannedEnd.show(charter.getPlannedEnd() == null ? Messages.notAvailable : date(charter.getPlannedEnd()));
        revisedEnd.show(Amounts.text(charter, Literals.CHARTER__REVISED_END));
        revisedEnd.explain(Messages.bind(Messages.revisedEndTip,
                new Object[]{Amounts.text(charter, Literals.CHARTER__PLANNED_END), charter.getApprovedChangeDays(),
                        figures.approvedChanges().size()}));
        endSlip.show(Words.days(charter.getEndSlip()));
        endSlip.explain(Messages.bind(Messages.endSlipTip,
                new Object[]{Amounts.text(charter, charter.getActualEnd() == null
                        ? Literals.CHARTER__FORECAST_END
                        : Literals.CHARTER__ACTUAL_END), Amounts.text(charter, Literals.CHARTER__REVISED_END),
                        charter.getApprovedChangeDays()}));
        worstSlip.show(Words.days(charter.getWorstSlip()));
        worstSlip.explain(figures.worstMilestone().map(this::explain).orElse(Messages.worstSlipTip));
        MilestoneTimeline.of(charter, Evaluation.of(charter).now()).ifPresentOrElse(chart::show,
                () -> chart.showEmpty(Messages.noMilestones));
    }

    private String explain(Milestone milestone) {
        return Messages.bind(Messages.slipTip,
                new Object[]{FieldFormat.name(milestone), date(MilestoneTimeline.reached(milestone)),
                        date(milestone.getBaseline()), CharterFigures.slip(milestone).orElse(0)});
    }

    private String date(LocalDate date) {
        return format.text(null, date);
    }

    @Override
    public void reloaded() {
        grid.setOwner(editor.charter());
        changed();
    }

    @Override
    public boolean reveal(Element element, EStructuralFeature feature) {
        if (element == editor.charter()) {
            return feature == Literals.CHARTER__MILESTONES;
        }
        return element instanceof Milestone && grid.reveal(element, feature);
    }
}
