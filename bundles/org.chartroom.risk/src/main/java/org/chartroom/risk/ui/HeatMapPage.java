package org.chartroom.risk.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.workspace.BaselineInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.State;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskLevel;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.risk.RiskScales;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.chart.MatrixChart;
import org.chartroom.ui.forms.chart.MatrixChart.Movement;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.FormToolkit;

/** The open risks on the 5 x 5 matrix; a click on a cell shows its risks in the grid. */
final class HeatMapPage extends ArtifactPage {
    static final String ID = "heatMap";
    private static final int SMALLEST = 360;

    private final RiskEditor editor;
    private MatrixChart matrix;
    private Button arrows;
    private Combo since;
    private Job job;
    private List<BaselineInfo> baselines = List.of();
    /** Current likelihood and impact of the risks as they were in the chosen baseline, by their ids. */
    private Optional<Map<String, List<Integer>>> then = Optional.empty();
    private Label unplaced;
    private Assessment assessment = Assessment.CURRENT;

    HeatMapPage(RiskEditor editor) {
        super(editor, ID, Messages.heatMap);
        this.editor = editor;
    }

    @Override
    protected void createContent(IManagedForm managedForm) {
        FormToolkit toolkit = managedForm.getToolkit();
        Composite body = managedForm.getForm().getBody();
        managedForm.getForm().setText(Messages.heatMap);
        GridLayoutFactory.swtDefaults().margins(14, 10).spacing(0, 10).applyTo(body);
        Composite tools = toolkit.createComposite(body);
        GridLayoutFactory.fillDefaults().numColumns(7).spacing(14, 0).applyTo(tools);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(tools);
        for (Assessment choice : Assessment.values()) {
            Button button = toolkit.createButton(tools, choice.label(), SWT.RADIO);
            button.setSelection(choice == assessment);
            button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
                if (button.getSelection()) {
                    assessment = choice;
                    changed();
                }
            }));
        }
        arrows = toolkit.createButton(tools, Messages.arrows, SWT.CHECK);
        arrows.setToolTipText(Messages.arrowsTip);
        arrows.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> changed()));
        since = new Combo(tools, SWT.READ_ONLY);
        since.setToolTipText(Messages.sinceTip);
        since.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> loadThen()));
        offerBaselines();
        unplaced = toolkit.createLabel(tools, "", SWT.RIGHT);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(unplaced);
        matrix = new MatrixChart(body);
        toolkit.adapt(matrix);
        GridDataFactory.fillDefaults().grab(true, true).hint(SMALLEST, SMALLEST).applyTo(matrix);
        matrix.onChoice(this::choose);
        Label hint = toolkit.createLabel(body, Messages.heatMapHint, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(SMALLEST, SWT.DEFAULT).applyTo(hint);
    }

    /** Offers the baselines there are now; the first choice is the assessment before the one that is shown. */
    private void offerBaselines() {
        String before = since.getText();
        baselines = editing().workspace().baselines();
        List<String> items = new ArrayList<>(List.of(Messages.sinceAssessment));
        baselines.forEach(baseline -> items.add(Messages.bind(Messages.sinceBaseline, baseline.name())));
        since.setItems(items.toArray(String[]::new));
        since.select(Math.max(0, items.indexOf(before)));
    }

    @Override
    public void setActive(boolean active) {
        super.setActive(active);
        if (active) {
            offerBaselines();
        }
    }

    /** Reads the register as it was in the chosen baseline, beside the user interface. */
    private void loadThen() {
        if (job != null) {
            job.cancel();
        }
        int index = since.getSelectionIndex() - 1;
        if (index < 0) {
            then = Optional.empty();
            changed();
            return;
        }
        State state = State.of(baselines.get(index));
        String id = editor.register().getId();
        job = Job.createSystem(Messages.heatMap, (IProgressMonitor monitor) -> {
            Map<String, List<Integer>> found = new HashMap<>();
            try (EditSession session = editing().workspace().openSession(state)) {
                session.artifact(id).ifPresent(past -> ((RiskRegister) past).getRisks().stream()
                        .filter(risk -> RiskScales.score(risk.getCurrentLikelihood(),
                                risk.getCurrentImpact()) != null)
                        .forEach(risk -> found.put(risk.getId(),
                                List.of(risk.getCurrentLikelihood(), risk.getCurrentImpact()))));
            }
            if (!monitor.isCanceled() && !matrix.isDisposed()) {
                matrix.getDisplay().asyncExec(() -> {
                    then = Optional.of(found);
                    arrows.setSelection(true);
                    changed();
                });
            }
        });
        job.schedule();
    }

    private void choose(int likelihood, int impact) {
        Assessment chosen = assessment;
        editor.showRisks(Optional.of(
                new RiskFilter(Messages.bind(Messages.cell, new Object[]{chosen.label(), likelihood, impact}),
                        risk -> chosen.isAt(risk, likelihood, impact))));
    }

    @Override
    public void changed() {
        if (matrix == null || matrix.isDisposed()) {
            return;
        }
        RiskRegister register = editor.register();
        int[][] counts = new int[RiskScales.STEPS + 1][RiskScales.STEPS + 1];
        int missing = 0;
        for (Risk risk : register.getRisks()) {
            if (!Assessment.isOpen(risk)) {
                continue;
            }
            Integer likelihood = assessment.likelihood(risk);
            Integer impact = assessment.impact(risk);
            if (RiskScales.score(likelihood, impact) == null) {
                missing++;
            } else {
                counts[likelihood][impact]++;
            }
        }
        unplaced.setText(missing == 0 ? "" : Messages.bind(Messages.unplaced, missing));
        unplaced.requestLayout();
        matrix.setModel(new RegisterMatrix(register, counts, arrows.getSelection() ? movements(register) : List.of()));
    }

    /**
     * From where the risks were in the chosen baseline to where they are; without one from the inherent to the current
     * assessment, or, when the target is shown, from the current to it.
     */
    private List<Movement> movements(RiskRegister register) {
        Assessment from = assessment == Assessment.TARGET ? Assessment.CURRENT : Assessment.INHERENT;
        Assessment to = assessment == Assessment.TARGET ? Assessment.TARGET : Assessment.CURRENT;
        Map<List<Integer>, Integer> moves = new LinkedHashMap<>();
        for (Risk risk : register.getRisks()) {
            List<Integer> begin = then.map(past -> past.get(risk.getId())).orElseGet(
                    () -> then.isPresent() ? null : place(from, risk));
            List<Integer> end = place(then.isPresent() ? Assessment.CURRENT : to, risk);
            if (Assessment.isOpen(risk) && begin != null && end != null && !begin.equals(end)) {
                moves.merge(List.of(begin.get(0), begin.get(1), end.get(0), end.get(1)), 1, Integer::sum);
            }
        }
        List<Movement> movements = new ArrayList<>();
        moves.forEach((move, count) -> movements
                .add(new Movement(move.get(0), move.get(1), move.get(2), move.get(3), count)));
        return movements;
    }

    /** Likelihood and impact of an assessment; null when one is missing or off the scale. */
    private static List<Integer> place(Assessment of, Risk risk) {
        return RiskScales.score(of.likelihood(risk), of.impact(risk)) == null
                ? null
                : List.of(of.likelihood(risk), of.impact(risk));
    }

    @Override
    public void setFocus() {
        matrix.setFocus();
    }

    /** The matrix of a register. */
    private record RegisterMatrix(RiskRegister register, int[][] counts, List<Movement> movements)
            implements
                MatrixChart.Model {
        @Override
        public int size() {
            return RiskScales.STEPS;
        }

        @Override
        public int level(int likelihood, int impact) {
            return RiskScales.level(register, likelihood, impact).getValue();
        }

        @Override
        public String levelLabel(int level) {
            return Presentation.label(RiskPackage.Literals.RISK_LEVEL.getEEnumLiteral(level));
        }

        @Override
        public int count(int likelihood, int impact) {
            return counts[likelihood][impact];
        }

        @Override
        public boolean isAcceptable(int likelihood, int impact) {
            RiskLevel level = RiskScales.level(register, likelihood, impact);
            return level.compareTo(register.getAppetite()) <= 0;
        }

        @Override
        public String rowLabel(int likelihood) {
            return likelihood + "  " + RiskScales.likelihoodLabel(register, likelihood);
        }

        @Override
        public String columnLabel(int impact) {
            return impact + "  " + RiskScales.impactLabel(register, impact);
        }

        @Override
        public String rowTitle() {
            return Messages.likelihood;
        }

        @Override
        public String columnTitle() {
            return Messages.impact;
        }
    }
}
