package org.chartroom.vendor.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chartroom.chart.TimeCurves;
import org.chartroom.model.vendor.VendorScorecard;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.chart.ChartView;
import org.chartroom.ui.forms.field.FieldFormat;
import org.chartroom.vendor.report.VendorCharts;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.FormToolkit;

/** The score, or one metric against its target and minimum, over time. */
final class TrendsPage extends ArtifactPage {
    static final String ID = "trends";

    private final VendorEditor editor;
    private Combo choice;
    private ChartView chart;

    TrendsPage(VendorEditor editor) {
        super(editor, ID, Messages.trends);
        this.editor = editor;
    }

    @Override
    protected void createContent(IManagedForm managedForm) {
        FormToolkit toolkit = managedForm.getToolkit();
        Composite body = managedForm.getForm().getBody();
        managedForm.getForm().setText(Messages.trends);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(14, 10).spacing(10, 10).applyTo(body);
        toolkit.createLabel(body, Messages.trendOf);
        choice = new Combo(body, SWT.READ_ONLY);
        GridDataFactory.fillDefaults().hint(320, SWT.DEFAULT).align(SWT.BEGINNING, SWT.CENTER).applyTo(choice);
        choice.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> show()));
        chart = new ChartView(body);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true).hint(520, 340).applyTo(chart);
    }

    @Override
    public void changed() {
        if (chart == null || chart.isDisposed()) {
            return;
        }
        int selected = Math.max(0, choice.getSelectionIndex());
        List<String> labels = new ArrayList<>(List.of(Messages.allMetrics));
        editor.scorecard().getMetrics().forEach(metric -> labels.add(FieldFormat.name(metric)));
        if (!labels.equals(List.of(choice.getItems()))) {
            choice.setItems(labels.toArray(String[]::new));
            choice.select(Math.min(selected, labels.size() - 1));
        }
        show();
    }

    private void show() {
        int index = choice.getSelectionIndex() - 1;
        VendorScorecard scorecard = editor.scorecard();
        Optional<TimeCurves> shown = index < 0
                ? VendorCharts.scores(scorecard)
                : VendorCharts.metric(scorecard, scorecard.getMetrics().get(index));
        shown.ifPresentOrElse(chart::show, () -> chart.showEmpty(Messages.noMeasurement));
    }

    @Override
    public void reloaded() {
        changed();
    }
}
