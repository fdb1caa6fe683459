package org.chartroom.risk.ui;

import java.util.List;
import java.util.Optional;

import org.chartroom.core.workspace.BaselineInfo;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.risk.PastAssessments;
import org.chartroom.risk.RiskScales;
import org.chartroom.risk.report.Assessment;
import org.chartroom.risk.report.HeatMap;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.TextChoice;
import org.chartroom.ui.forms.chart.MatrixView;
import org.eclipse.core.runtime.jobs.Job;
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
    private MatrixView matrix;
    private Button arrows;
    private TextChoice since;
    private Job job;
    private List<BaselineInfo> baselines = List.of();
    /** Current likelihood and impact of the risks as they were in the chosen baseline, by their ids. */
    private Optional<PastAssessments> then = Optional.empty();
    private Label unplaced;
    private Label hint;
    private TextChoice categories;
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
        GridLayoutFactory.fillDefaults().numColumns(8).spacing(14, 0).applyTo(tools);
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
        categories = new TextChoice(tools, this::changed);
        categories.control().setToolTipText(Messages.categoryTip);
        arrows = toolkit.createButton(tools, Messages.arrows, SWT.CHECK);
        arrows.setToolTipText(Messages.arrowsTip);
        arrows.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> changed()));
        since = new TextChoice(tools, this::loadThen);
        since.control().setToolTipText(Messages.sinceTip);
        offerBaselines();
        unplaced = toolkit.createLabel(tools, "", SWT.RIGHT);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(unplaced);
        matrix = new MatrixView(body);
        toolkit.adapt(matrix);
        GridDataFactory.fillDefaults().grab(true, true).hint(SMALLEST, SMALLEST).applyTo(matrix);
        matrix.onChoice(this::choose);
        hint = toolkit.createLabel(body, Messages.heatMapHint, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(SMALLEST, SWT.DEFAULT).applyTo(hint);
    }

    /** Offers the baselines there are now; the first choice is the assessment before the one that is shown. */
    private void offerBaselines() {
        baselines = editing().workspace().baselines();
        since.offer(Messages.sinceAssessment,
                baselines.stream().map(baseline -> Messages.bind(Messages.sinceBaseline, baseline.name())).toList());
    }

    @Override
    public void setActive(boolean active) {
        super.setActive(active);
        if (active && since != null && !since.control().isDisposed()) {
            offerBaselines();
        }
    }

    /** Reads the register as it was in the chosen baseline, beside the user interface. */
    private void loadThen() {
        if (job != null) {
            job.cancel();
        }
        int index = since.index();
        if (index < 0) {
            then = Optional.empty();
            changed();
            return;
        }
        BaselineInfo chosen = baselines.get(index);
        String id = editor.register().getId();
        job = readBeside((session, monitor) -> PastAssessments.read(session.workspace(), chosen, id), past -> {
            if (!matrix.isDisposed()) {
                then = Optional.of(past);
                arrows.setSelection(true);
                changed();
            }
        });
    }

    private void choose(int likelihood, int impact) {
        Assessment chosen = assessment;
        Optional<String> category = category();
        Object[] words = {chosen.label(), likelihood, impact, category.orElse("")};
        editor.showRisks(Optional.of(new RiskFilter(
                Messages.bind(category.isPresent() ? Messages.cellOfCategory : Messages.cell, words),
                risk -> chosen.isAt(risk, likelihood, impact) && HeatMap.isOf(risk, category))));
    }

    @Override
    public void changed() {
        if (matrix == null || matrix.isDisposed()) {
            return;
        }
        RiskRegister register = editor.register();
        offerCategories(register);
        Optional<String> category = category();
        int missing = HeatMap.unplaced(register, assessment, category);
        unplaced.setText(missing == 0 ? "" : Messages.bind(Messages.unplaced, missing));
        unplaced.requestLayout();
        boolean isComparable = then.map(past -> past.isComparable(register)).orElse(true);
        String border = category.map(one -> Messages.bind(Messages.heatMapHintCategory, LabelText.label(one),
                LabelText.label(HeatMap.label(RiskScales.appetite(register, one))))).orElse(Messages.heatMapHint);
        hint.setText(isComparable ? border : Messages.otherScale + " " + border);
        hint.requestLayout();
        matrix.show(HeatMap.of(register, assessment, category, arrows.getSelection()
                ? HeatMap.movements(register, assessment, category, then.map(past -> past.places(register)))
                : List.of()));
    }

    /** Offers the categories there are now; the first choice is all of them. */
    private void offerCategories(RiskRegister register) {
        if (categories.offer(Messages.allCategories, List.copyOf(RiskScales.categories(register)))) {
            categories.control().requestLayout();
        }
    }

    private Optional<String> category() {
        return categories.chosen();
    }

    @Override
    public void setFocus() {
        matrix.setFocus();
    }
}
