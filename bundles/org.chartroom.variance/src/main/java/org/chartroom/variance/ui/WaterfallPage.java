package org.chartroom.variance.ui;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.chartroom.core.type.Presentation;
import org.chartroom.model.variance.VarianceLine;
import org.chartroom.model.variance.VariancePackage;
import org.chartroom.model.variance.VarianceReport;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.chart.Tone;
import org.chartroom.ui.forms.chart.WaterfallChart;
import org.chartroom.ui.forms.chart.WaterfallChart.Step;
import org.chartroom.ui.forms.field.FieldFormat;
import org.chartroom.variance.EarnedValue;
import org.chartroom.variance.ReportFigures;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.FormToolkit;

/** What leads from planned to actual cost, by line, category, cause or owner. */
final class WaterfallPage extends ArtifactPage {
    static final String ID = "waterfall";
    private static final int STEPS = 8;

    private final VarianceEditor editor;
    private final List<Grouping> groupings = List.of(new Grouping(Messages.byLine, WaterfallPage::name),
            new Grouping(Messages.byCategory, line -> orNone(line.getCategory())),
            new Grouping(Messages.byCause, line -> Presentation.label(VariancePackage.Literals.CAUSE_CATEGORY
                    .getEEnumLiteral(line.getCause().getValue()))),
            new Grouping(Messages.byOwner, line -> line.getOwner() == null
                    ? Messages.none
                    : FieldFormat.name(line.getOwner())));
    private WaterfallChart chart;
    private Combo by;
    private Label note;

    /** What the lines of one step have in common. */
    private record Grouping(String label, Function<VarianceLine, String> key) {
    }

    WaterfallPage(VarianceEditor editor) {
        super(editor, ID, Messages.waterfall);
        this.editor = editor;
    }

    private static String name(VarianceLine line) {
        String title = line.getTitle() == null ? "" : line.getTitle();
        return line.getCode() == null ? orNone(title) : (line.getCode() + " " + title).strip();
    }

    private static String orNone(String text) {
        return text == null || text.isBlank() ? Messages.none : text;
    }

    @Override
    protected void createContent(IManagedForm managedForm) {
        FormToolkit toolkit = managedForm.getToolkit();
        Composite body = managedForm.getForm().getBody();
        managedForm.getForm().setText(Messages.waterfall);
        GridLayoutFactory.swtDefaults().numColumns(3).margins(14, 10).spacing(10, 10).applyTo(body);
        toolkit.createLabel(body, Messages.by);
        by = new Combo(body, SWT.READ_ONLY);
        groupings.forEach(grouping -> by.add(grouping.label()));
        by.select(0);
        by.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> changed()));
        note = toolkit.createLabel(body, "");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).indent(14, 0).applyTo(note);
        chart = new WaterfallChart(body);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, true).hint(520, 360).applyTo(chart);
    }

    @Override
    public void changed() {
        if (chart == null || chart.isDisposed()) {
            return;
        }
        VarianceReport report = editor.report();
        ReportFigures figures = ReportFigures.of(report);
        EarnedValue total = figures.total();
        if (total.pv().signum() == 0 && total.ac().signum() == 0) {
            chart.showEmpty(Messages.waterfallEmpty);
            note.setText("");
            return;
        }
        Map<String, BigDecimal> byKey = new LinkedHashMap<>();
        Function<VarianceLine, String> key = groupings.get(Math.max(0, by.getSelectionIndex())).key();
        for (VarianceLine line : report.getLines()) {
            byKey.merge(key.apply(line), figures.contribution(line).budgetVariance(), BigDecimal::add);
        }
        chart.show(steps(total, byKey), Messages.bind(Messages.amount, report.getCurrency()));
        note.setText(Messages.bind(Messages.waterfallNote, new Object[]{Amounts.date(figures.date()),
                Amounts.whole(total.pv()) + " " + report.getCurrency(), Amounts.whole(total.ac())}));
        note.requestLayout();
    }

    /** The largest differences first; what is small stands together. */
    private static List<Step> steps(EarnedValue total, Map<String, BigDecimal> byKey) {
        List<Map.Entry<String, BigDecimal>> largest = byKey.entrySet().stream()
                .filter(entry -> entry.getValue().signum() != 0)
                .sorted(Comparator.comparing((Map.Entry<String, BigDecimal> entry) -> entry.getValue().abs())
                        .reversed())
                .toList();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(Messages.planned, total.pv(), true, Tone.PLAN, Amounts.whole(total.pv())));
        largest.stream().limit(STEPS).forEach(entry -> steps.add(step(entry.getKey(), entry.getValue())));
        if (largest.size() > STEPS) {
            steps.add(step(Messages.others, largest.stream().skip(STEPS).map(Map.Entry::getValue)
                    .reduce(BigDecimal.ZERO, BigDecimal::add)));
        }
        steps.add(new Step(Messages.actual, total.ac(), true, Tone.QUIET, Amounts.whole(total.ac())));
        return steps;
    }

    private static Step step(String label, BigDecimal amount) {
        return new Step(label, amount, false, amount.signum() > 0 ? Tone.BAD : Tone.GOOD, Amounts.signed(amount));
    }
}
