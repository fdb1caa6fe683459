package org.chartroom.vendor.ui;

import java.util.List;
import java.util.Optional;

import org.chartroom.chart.TimeCurves;
import org.chartroom.model.vendor.Metric;
import org.chartroom.model.vendor.VendorScorecard;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.TextChoice;
import org.chartroom.ui.forms.chart.ChartView;
import org.chartroom.ui.forms.field.FieldFormat;
import org.chartroom.vendor.report.VendorCharts;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.FormToolkit;

/** The score, or one metric against its target and minimum, over time. */
final class TrendsPage extends ArtifactPage {
    static final String ID = "trends";

    private final VendorEditor editor;
    private TextChoice choice;
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
        choice = new TextChoice(body, this::show);
        GridDataFactory.fillDefaults().hint(320, SWT.DEFAULT).align(SWT.BEGINNING, SWT.CENTER)
                .applyTo(choice.control());
        chart = new ChartView(body);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true).hint(520, 340).applyTo(chart);
    }

    @Override
    public void changed() {
        if (chart == null || chart.isDisposed()) {
            return;
        }
        List<Metric> metrics = editor.scorecard().getMetrics();
        int selected = choice.index();
        if (choice.offer(Messages.allMetrics, metrics.stream().map(FieldFormat::name).toList())) {
            choice.select(Math.min(selected, metrics.size() - 1));
        }
        show();
    }

    private void show() {
        int index = choice.index();
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
