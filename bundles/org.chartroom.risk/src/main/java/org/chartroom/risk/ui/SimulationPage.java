package org.chartroom.risk.ui;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.LinkedHashMap;
import java.util.Map;

import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.risk.RiskSimulation;
import org.chartroom.risk.RiskSimulation.Effect;
import org.chartroom.risk.report.SimulationCurve;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.chart.ChartView;
import org.chartroom.ui.forms.chart.FigureTile;
import org.chartroom.ui.forms.field.FormFields;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Section;

/**
 * What the open risks cost together, or how long they delay, as a distribution: figures, S-curve or loss exceedance curve,
 * and what contributes most.
 */
final class SimulationPage extends ArtifactPage {
    static final String ID = "simulation";
    private static final double USUAL_PERCENTILE = 0.8;
    private static final int CONTRIBUTIONS = 12;
    private static final int CONTRIBUTIONS_HEIGHT = 150;

    private final RiskEditor editor;
    private final Map<Double, FigureTile> percentiles = new LinkedHashMap<>();
    private FigureTile mean;
    private FigureTile contingency;
    private ChartView chart;
    private Table contributions;
    private Label note;
    private FormFields fields;
    private Job job;
    private Effect effect = Effect.COST;
    private Button exceedance;
    private TableColumn meanColumn;

    SimulationPage(RiskEditor editor) {
        super(editor, ID, Messages.simulation);
        this.editor = editor;
    }

    @Override
    protected void createContent(IManagedForm managedForm) {
        FormToolkit toolkit = managedForm.getToolkit();
        Composite body = managedForm.getForm().getBody();
        managedForm.getForm().setText(Messages.simulation);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(14, 10).spacing(16, 10).applyTo(body);
        createChoices(toolkit, body);
        createFigures(toolkit, body);
        chart = new ChartView(body);
        toolkit.adapt(chart);
        GridDataFactory.fillDefaults().grab(true, true).hint(480, 280).applyTo(chart);
        createSide(toolkit, body);
        note = toolkit.createLabel(body, "", SWT.WRAP);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(480, SWT.DEFAULT).applyTo(note);
        body.addDisposeListener(event -> {
            fields.dispose();
            cancel();
        });
    }

    private void createChoices(FormToolkit toolkit, Composite body) {
        Composite tools = toolkit.createComposite(body);
        GridLayoutFactory.fillDefaults().numColumns(Effect.values().length + 1).spacing(14, 0).applyTo(tools);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(tools);
        for (Effect choice : Effect.values()) {
            Button button = toolkit.createButton(tools,
                    choice == Effect.COST ? Messages.simulateCost : Messages.simulateDelay, SWT.RADIO);
            button.setToolTipText(choice == Effect.COST ? Messages.simulateCostTip : Messages.simulateDelayTip);
            button.setSelection(choice == effect);
            button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
                if (button.getSelection()) {
                    effect = choice;
                    changed();
                }
            }));
        }
        exceedance = toolkit.createButton(tools, Messages.exceedance, SWT.CHECK);
        exceedance.setToolTipText(Messages.exceedanceTip);
        exceedance.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> changed()));
    }

    private void createFigures(FormToolkit toolkit, Composite body) {
        Composite tiles = toolkit.createComposite(body);
        GridLayoutFactory.fillDefaults().numColumns(SimulationCurve.PERCENTILES.size() + 2).spacing(10, 0)
                .equalWidth(true)
                .applyTo(tiles);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(tiles);
        mean = new FigureTile(tiles, toolkit, Messages.mean, Messages.meanTip);
        for (double fraction : SimulationCurve.PERCENTILES) {
            percentiles.put(fraction, new FigureTile(tiles, toolkit, SimulationCurve.label(fraction),
                    Messages.bind(Messages.percentileTip, Math.round(fraction * 100))));
        }
        contingency = new FigureTile(tiles, toolkit, Messages.contingency, Messages.contingencyTip);
    }

    private void createSide(FormToolkit toolkit, Composite body) {
        Composite side = toolkit.createComposite(body);
        GridLayoutFactory.fillDefaults().spacing(0, 10).applyTo(side);
        GridDataFactory.fillDefaults().hint(330, SWT.DEFAULT).grab(false, true).applyTo(side);
        fields = new FormFields(editing(), toolkit);
        Section settings = fields.section(side, Messages.settings, FormFields
                .groups(RiskPackage.Literals.RISK_REGISTER).get("Simulation"), 1);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(settings);
        Section section = toolkit.createSection(side, ExpandableComposite.TITLE_BAR);
        section.setText(Messages.contributions);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, CONTRIBUTIONS_HEIGHT).applyTo(section);
        contributions = toolkit.createTable(section, SWT.FULL_SELECTION | SWT.V_SCROLL);
        contributions.setHeaderVisible(true);
        column(Messages.risk, 175, SWT.LEFT);
        meanColumn = column(Messages.mean, 100, SWT.RIGHT);
        section.setClient(contributions);
        fields.setInput(editor.register());
    }

    private TableColumn column(String text, int width, int style) {
        TableColumn column = new TableColumn(contributions, style);
        column.setText(text);
        column.setWidth(width);
        return column;
    }

    /** Runs again in the background; a run that is still going on is stopped. */
    @Override
    public void changed() {
        if (chart == null || chart.isDisposed()) {
            return;
        }
        cancel();
        RiskRegister register = editor.register();
        RiskSimulation simulation = RiskSimulation.of(register, effect);
        Effect simulated = effect;
        String currency = register.getCurrency();
        BigDecimal percentile = register.getContingencyPercentile();
        double fraction = percentile == null ? USUAL_PERCENTILE : percentile.doubleValue();
        job = Job.create(Messages.simulationRuns, (IProgressMonitor monitor) -> {
            RiskSimulation.Outcome outcome = simulation.run(monitor::isCanceled);
            if (outcome != null) {
                chart.getDisplay().asyncExec(() -> show(simulation,
                        new SimulationCurve(outcome, simulated, currency), fraction));
            }
            return outcome == null ? Status.CANCEL_STATUS : (IStatus) Status.OK_STATUS;
        });
        job.setSystem(true);
        job.schedule();
    }

    private void cancel() {
        if (job != null) {
            job.cancel();
        }
    }

    private void show(RiskSimulation simulation, SimulationCurve curve, double fraction) {
        if (chart.isDisposed()) {
            return;
        }
        RiskSimulation.Outcome outcome = curve.outcome();
        boolean cost = curve.effect() == Effect.COST;
        boolean empty = simulation.size() == 0;
        mean.show(empty ? Messages.notAvailable : curve.text(outcome.mean()));
        percentiles.forEach((share, tile) -> {
            tile.show(empty ? Messages.notAvailable : curve.text(outcome.percentile(share)));
            tile.explain(Messages.bind(cost ? Messages.percentileTip : Messages.delayPercentileTip,
                    Math.round(share * 100)));
        });
        boolean valid = fraction >= 0 && fraction <= 1;
        contingency.show(empty || !valid ? Messages.notAvailable : curve.text(outcome.percentile(fraction)));
        contingency.caption(cost ? Messages.contingency : Messages.delayContingency);
        note.setText(Messages.bind(cost ? Messages.simulationNote : Messages.delayNote,
                new Object[]{NumberFormat.getIntegerInstance().format(outcome.runs()), simulation.size(), curve.unit(),
                        simulation.leftOut().size()}));
        note.requestLayout();
        if (empty) {
            chart.showEmpty(cost ? Messages.simulationEmpty : Messages.delayEmpty);
        } else {
            chart.show(exceedance.getSelection() ? curve.exceedance() : curve.cumulative());
        }
        meanColumn.setText(Messages.bind(Messages.meanIn, curve.unit()));
        contributions.removeAll();
        outcome.contributions().stream().limit(CONTRIBUTIONS).forEach(contribution -> new TableItem(contributions,
                SWT.NONE).setText(
                        new String[]{contribution.key() + " " + contribution.title(),
                                curve.number(contribution.mean())}));
    }

    @Override
    public void reloaded() {
        fields.setInput(editor.register());
        changed();
    }
}
