package org.chartroom.risk.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chartroom.core.type.Presentation;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskLevel;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.risk.RiskScales;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.chart.MatrixChart;
import org.chartroom.ui.forms.chart.MatrixChart.Movement;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
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
        GridLayoutFactory.fillDefaults().numColumns(6).spacing(14, 0).applyTo(tools);
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
        unplaced = toolkit.createLabel(tools, "", SWT.RIGHT);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(unplaced);
        matrix = new MatrixChart(body);
        toolkit.adapt(matrix);
        GridDataFactory.fillDefaults().grab(true, true).hint(SMALLEST, SMALLEST).applyTo(matrix);
        matrix.onChoice(this::choose);
        Label hint = toolkit.createLabel(body, Messages.heatMapHint, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(SMALLEST, SWT.DEFAULT).applyTo(hint);
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

    /** From the inherent to the current assessment, or, when the target is shown, from the current to it. */
    private List<Movement> movements(RiskRegister register) {
        Assessment from = assessment == Assessment.TARGET ? Assessment.CURRENT : Assessment.INHERENT;
        Assessment to = assessment == Assessment.TARGET ? Assessment.TARGET : Assessment.CURRENT;
        Map<List<Integer>, Integer> moves = new LinkedHashMap<>();
        for (Risk risk : register.getRisks()) {
            boolean placed = RiskScales.score(from.likelihood(risk), from.impact(risk)) != null
                    && RiskScales.score(to.likelihood(risk), to.impact(risk)) != null;
            if (Assessment.isOpen(risk) && placed) {
                List<Integer> move = List.of(from.likelihood(risk), from.impact(risk), to.likelihood(risk),
                        to.impact(risk));
                if (!move.subList(0, 2).equals(move.subList(2, 4))) {
                    moves.merge(move, 1, Integer::sum);
                }
            }
        }
        List<Movement> movements = new ArrayList<>();
        moves.forEach((move, count) -> movements
                .add(new Movement(move.get(0), move.get(1), move.get(2), move.get(3), count)));
        return movements;
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
