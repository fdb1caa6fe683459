package org.chartroom.risk.ui;

import java.util.ArrayList;
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
import org.chartroom.ui.forms.chart.MatrixView;
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
    private MatrixView matrix;
    private Button arrows;
    private Combo since;
    private Job job;
    private List<BaselineInfo> baselines = List.of();
    /** Current likelihood and impact of the risks as they were in the chosen baseline, by their ids. */
    private Optional<PastAssessments> then = Optional.empty();
    private Label unplaced;
    private Label hint;
    private Combo categories;
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
        categories = new Combo(tools, SWT.READ_ONLY);
        categories.setToolTipText(Messages.categoryTip);
        categories.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> changed()));
        arrows = toolkit.createButton(tools, Messages.arrows, SWT.CHECK);
        arrows.setToolTipText(Messages.arrowsTip);
        arrows.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> changed()));
        since = new Combo(tools, SWT.READ_ONLY);
        since.setToolTipText(Messages.sinceTip);
        since.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> loadThen()));
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
        if (active && since != null && !since.isDisposed()) {
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
        List<String> items = new ArrayList<>(List.of(Messages.allCategories));
        items.addAll(RiskScales.categories(register));
        if (!items.equals(List.of(categories.getItems()))) {
            String before = categories.getText();
            categories.setItems(items.toArray(String[]::new));
            categories.select(Math.max(0, items.indexOf(before)));
            categories.requestLayout();
        }
    }

    private Optional<String> category() {
        return categories.getSelectionIndex() <= 0 ? Optional.empty() : Optional.of(categories.getText());
    }

    @Override
    public void setFocus() {
        matrix.setFocus();
    }
}
