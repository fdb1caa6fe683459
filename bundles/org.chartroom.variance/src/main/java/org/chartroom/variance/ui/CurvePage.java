package org.chartroom.variance.ui;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.chartroom.core.type.Presentation;
import org.chartroom.model.variance.EacMethod;
import org.chartroom.model.variance.ReportPeriod;
import org.chartroom.model.variance.VariancePackage;
import org.chartroom.model.variance.VarianceReport;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.chart.LineStyle;
import org.chartroom.ui.forms.chart.TimeCurves;
import org.chartroom.ui.forms.chart.TimeCurves.At;
import org.chartroom.ui.forms.chart.TimeCurves.Line;
import org.chartroom.ui.forms.chart.TimeCurves.Mark;
import org.chartroom.ui.forms.chart.Tone;
import org.chartroom.variance.EarnedValue;
import org.chartroom.variance.ReportFigures;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Section;

/** Planned, earned and actual money over time, and where the four estimates lead. */
final class CurvePage extends ArtifactPage {
    static final String ID = "curve";

    private final VarianceEditor editor;
    private TimeCurves chart;
    private Table estimates;
    private Label note;

    CurvePage(VarianceEditor editor) {
        super(editor, ID, Messages.curve);
        this.editor = editor;
    }

    @Override
    protected void createContent(IManagedForm managedForm) {
        FormToolkit toolkit = managedForm.getToolkit();
        Composite body = managedForm.getForm().getBody();
        managedForm.getForm().setText(Messages.curve);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(14, 10).spacing(16, 10).applyTo(body);
        chart = new TimeCurves(body);
        GridDataFactory.fillDefaults().grab(true, true).hint(520, 360).applyTo(chart);
        Section section = toolkit.createSection(body, ExpandableComposite.TITLE_BAR);
        section.setText(Messages.estimates);
        GridDataFactory.fillDefaults().hint(510, SWT.DEFAULT).align(SWT.FILL, SWT.BEGINNING).applyTo(section);
        estimates = toolkit.createTable(section, SWT.FULL_SELECTION);
        estimates.setHeaderVisible(true);
        column("", 28, SWT.CENTER);
        column(Messages.method, 220, SWT.LEFT);
        column(Messages.estimate, 118, SWT.RIGHT);
        column(Messages.varianceAtCompletion, 118, SWT.RIGHT);
        section.setClient(estimates);
        note = toolkit.createLabel(body, "", SWT.WRAP);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(480, SWT.DEFAULT).applyTo(note);
    }

    private void column(String text, int width, int style) {
        TableColumn column = new TableColumn(estimates, style);
        column.setText(text);
        column.setWidth(width);
    }

    @Override
    public void changed() {
        if (chart == null || chart.isDisposed()) {
            return;
        }
        VarianceReport report = editor.report();
        ReportFigures figures = ReportFigures.of(report);
        EarnedValue total = figures.total();
        showEstimates(report, total);
        List<BigDecimal> planned = figures.planned(null);
        if (planned.stream().allMatch(amount -> amount.signum() == 0)) {
            chart.showEmpty(Messages.curveEmpty);
            note.setText("");
            return;
        }
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(Messages.planned, Tone.PLAN, LineStyle.DASHED, cumulative(figures, planned), ""));
        lines.add(new Line(Messages.earned, Tone.GOOD, LineStyle.SOLID, history(figures, EarnedValue::ev), ""));
        lines.add(new Line(Messages.actual, Tone.BAD, LineStyle.SOLID, history(figures, EarnedValue::ac), ""));
        lines.addAll(fan(figures, total));
        chart.show(lines, Optional.of(new Mark(Messages.bind(Messages.statusDate, Amounts.date(figures.date())),
                figures.date())), Messages.bind(Messages.amountAxis, report.getCurrency()));
        note.setText(Messages.bind(Messages.curveNote, new Object[]{Amounts.ratio(figures.earnedSchedule(null)),
                Amounts.ratio(Optional.of(figures.actualTime())), Amounts.ratio(figures.timeIndex(null))}));
        note.requestLayout();
    }

    private void showEstimates(VarianceReport report, EarnedValue total) {
        estimates.removeAll();
        for (EacMethod method : EacMethod.VALUES) {
            int digits = ReportFigures.digits(report);
            new TableItem(estimates, SWT.NONE).setText(new String[]{
                    method == report.getEacMethod() ? Messages.chosen : "", label(method),
                    Amounts.whole(total.estimateAtCompletion(method, digits)),
                    total.varianceAtCompletion(method, digits).map(Amounts::signed).orElse(Messages.notAvailable)});
        }
    }

    private static String label(EacMethod method) {
        return Presentation.label(VariancePackage.Literals.EAC_METHOD.getEEnumLiteral(method.getValue()));
    }

    private static List<At> cumulative(ReportFigures figures, List<BigDecimal> amounts) {
        List<At> points = new ArrayList<>();
        points.add(new At(figures.periods().get(0).getStartsOn(), BigDecimal.ZERO));
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < amounts.size(); i++) {
            sum = sum.add(amounts.get(i));
            points.add(new At(figures.periods().get(i).getEndsOn(), sum));
        }
        return points;
    }

    /** The figures as they stood at the end of each period to the status date, and at that date. */
    private static List<At> history(ReportFigures figures, Function<EarnedValue, BigDecimal> figure) {
        List<At> points = new ArrayList<>();
        points.add(new At(figures.periods().get(0).getStartsOn(), BigDecimal.ZERO));
        for (ReportPeriod period : figures.periods()) {
            if (period.getEndsOn().isBefore(figures.date())) {
                points.add(new At(period.getEndsOn(),
                        figure.apply(ReportFigures.at(figures.report(), period.getEndsOn()).total())));
            }
        }
        points.add(new At(figures.date(), figure.apply(figures.total())));
        return points;
    }

    /** A line from today's cost to each estimate. */
    private static List<Line> fan(ReportFigures figures, EarnedValue total) {
        record Estimate(String label, BigDecimal amount) {
        }
        List<Estimate> found = new ArrayList<>();
        for (EacMethod method : EacMethod.VALUES) {
            total.estimateAtCompletion(method, ReportFigures.digits(figures.report()))
                    .filter(amount -> method != EacMethod.BOTTOM_UP || total.forecast().signum() != 0)
                    .ifPresent(amount -> found.add(new Estimate(label(method), amount)));
        }
        found.sort(Comparator.comparing(Estimate::amount));
        LocalDate end = figures.periods().get(figures.periods().size() - 1).getEndsOn();
        List<Line> lines = new ArrayList<>();
        if (!end.isAfter(figures.date())) {
            return lines;
        }
        for (Estimate estimate : found) {
            lines.add(new Line(estimate.label(), Tone.WATCH, LineStyle.DOTTED,
                    List.of(new At(figures.date(), total.ac()), new At(end, estimate.amount())),
                    Amounts.compact(estimate.amount())));
        }
        return lines;
    }
}
