package org.chartroom.variance.ui;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chartroom.model.variance.VarianceLine;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.chart.QuadrantChart;
import org.chartroom.ui.forms.chart.QuadrantChart.Spot;
import org.chartroom.ui.forms.chart.Tone;
import org.chartroom.variance.EarnedValue;
import org.chartroom.variance.ReportFigures;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.IManagedForm;

/** Cost against schedule performance of every line; a click on a point shows its line. */
final class QuadrantPage extends ArtifactPage {
    static final String ID = "quadrant";

    private final VarianceEditor editor;
    private QuadrantChart chart;
    private Label note;

    QuadrantPage(VarianceEditor editor) {
        super(editor, ID, Messages.quadrant);
        this.editor = editor;
    }

    @Override
    protected void createContent(IManagedForm managedForm) {
        Composite body = managedForm.getForm().getBody();
        managedForm.getForm().setText(Messages.quadrant);
        GridLayoutFactory.swtDefaults().margins(14, 10).spacing(0, 10).applyTo(body);
        chart = new QuadrantChart(body);
        GridDataFactory.fillDefaults().grab(true, true).hint(480, 380).applyTo(chart);
        chart.onChoice(spot -> {
            if (spot.subject() instanceof VarianceLine line) {
                editor.showLine(line);
            }
        });
        note = managedForm.getToolkit().createLabel(body, "", SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(480, SWT.DEFAULT).applyTo(note);
    }

    @Override
    public void changed() {
        if (chart == null || chart.isDisposed()) {
            return;
        }
        ReportFigures figures = ReportFigures.of(editor.report());
        List<Spot> spots = new ArrayList<>();
        int missing = 0;
        for (VarianceLine line : editor.report().getLines()) {
            if (figures.isSubtotal(line)) {
                continue;
            }
            Optional<Spot> spot = spot(shortName(line), figures.line(line), false, line);
            spot.ifPresent(spots::add);
            missing += spot.isPresent() ? 0 : 1;
        }
        spot(Messages.total, figures.total(), true, null).ifPresent(spots::add);
        if (spots.isEmpty()) {
            chart.showEmpty(Messages.quadrantEmpty);
        } else {
            chart.show(new QuadrantChart.Model(spots, BigDecimal.ONE, Messages.costAxis, Messages.scheduleAxis,
                    List.of(Messages.overCostAhead, Messages.underCostAhead, Messages.overCostLate,
                            Messages.underCostLate)));
        }
        note.setText(Messages.bind(Messages.quadrantNote, missing));
        note.requestLayout();
    }

    /** The code where there is one: titles would lie over each other. */
    private static String shortName(VarianceLine line) {
        return line.getCode() == null || line.getCode().isBlank() ? name(line) : line.getCode();
    }

    private static String name(VarianceLine line) {
        String code = line.getCode() == null ? "" : line.getCode();
        return (code + " " + (line.getTitle() == null ? "" : line.getTitle())).strip();
    }

    private static Optional<Spot> spot(String label, EarnedValue figures, boolean total, VarianceLine line) {
        return figures.cpi().flatMap(cpi -> figures.spi().map(spi -> new Spot(label, cpi, spi,
                Messages.bind(Messages.spotTip, new Object[]{line == null ? label : name(line),
                        Amounts.ratio(Optional.of(cpi)), Amounts.ratio(Optional.of(spi))}),
                tone(cpi, spi), total, line)));
    }

    private static Tone tone(BigDecimal cpi, BigDecimal spi) {
        boolean cost = cpi.compareTo(BigDecimal.ONE) >= 0;
        boolean schedule = spi.compareTo(BigDecimal.ONE) >= 0;
        return cost && schedule ? Tone.GOOD : cost || schedule ? Tone.WATCH : Tone.BAD;
    }
}
