package org.chartroom.vendor.ui;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.chartroom.model.vendor.Metric;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.chart.LineStyle;
import org.chartroom.ui.forms.chart.TimeCurves;
import org.chartroom.ui.forms.chart.TimeCurves.At;
import org.chartroom.ui.forms.chart.TimeCurves.Line;
import org.chartroom.ui.forms.chart.Tone;
import org.chartroom.ui.forms.field.FieldFormat;
import org.chartroom.vendor.PeriodScore;
import org.chartroom.vendor.ScorecardFigures;
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
    private TimeCurves chart;

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
        chart = new TimeCurves(body);
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
        ScorecardFigures figures = ScorecardFigures.of(editor.scorecard());
        int index = choice.getSelectionIndex() - 1;
        List<Line> lines = index < 0 ? score(figures) : metric(figures, editor.scorecard().getMetrics().get(index));
        if (lines.isEmpty() || lines.get(0).points().isEmpty()) {
            chart.showEmpty(Messages.noMeasurement);
        } else {
            String unit = index < 0 ? Messages.scoreAxis : editor.scorecard().getMetrics().get(index).getUnit();
            chart.show(lines, Optional.empty(), unit == null ? "" : unit);
        }
    }

    private static List<Line> score(ScorecardFigures figures) {
        return List.of(new Line(Messages.score, Tone.PLAN, LineStyle.SOLID,
                points(figures, period -> figures.score(period).map(PeriodScore::score)), ""));
    }

    private static List<Line> metric(ScorecardFigures figures, Metric metric) {
        List<Line> lines = new ArrayList<>();
        List<At> values = points(figures, period -> figures.value(metric, period));
        lines.add(new Line(Messages.value, Tone.PLAN, LineStyle.SOLID, values, ""));
        if (!values.isEmpty()) {
            constant(Messages.target, Tone.GOOD, LineStyle.DASHED, metric.getTarget(), values).ifPresent(lines::add);
            constant(Messages.minimum, Tone.BAD, LineStyle.DOTTED, metric.getMinimum(), values)
                    .ifPresent(lines::add);
        }
        return lines;
    }

    private static Optional<Line> constant(String label, Tone tone, LineStyle style, BigDecimal amount,
            List<At> along) {
        return Optional.ofNullable(amount).map(level -> new Line(label, tone, style,
                List.of(new At(along.get(0).day(), level), new At(along.get(along.size() - 1).day(), level)), ""));
    }

    private static List<At> points(ScorecardFigures figures, Function<LocalDate, Optional<BigDecimal>> value) {
        List<At> points = new ArrayList<>();
        figures.periods().forEach(period -> value.apply(period)
                .ifPresent(amount -> points.add(new At(period, amount))));
        return points;
    }

    @Override
    public void reloaded() {
        changed();
    }
}
