package org.chartroom.vendor.ui;

import java.text.NumberFormat;
import java.util.Comparator;
import java.util.List;

import org.chartroom.core.type.Presentation;
import org.chartroom.model.vendor.Grade;
import org.chartroom.model.vendor.VendorPackage;
import org.chartroom.model.vendor.VendorScorecard;
import org.chartroom.ui.forms.StandingsPage;
import org.chartroom.ui.forms.chart.RankedBars;
import org.chartroom.ui.forms.chart.RankedBars.Bar;
import org.chartroom.ui.forms.chart.Tone;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.IManagedForm;

/** All vendors of the workspace by their scores. */
final class RankingPage extends StandingsPage<Standing> {
    static final String ID = "ranking";

    private RankedBars chart;
    private TableViewer table;
    private List<Standing> ranked = List.of();

    RankingPage(VendorEditor editor) {
        super(editor, ID, Messages.ranking, artifact -> Standing.of((VendorScorecard) artifact));
    }

    @Override
    protected void createContent(IManagedForm managedForm) {
        Composite body = managedForm.getForm().getBody();
        managedForm.getForm().setText(Messages.ranking);
        GridLayoutFactory.swtDefaults().margins(14, 10).spacing(0, 10).applyTo(body);
        chart = new RankedBars(body);
        GridDataFactory.fillDefaults().grab(true, true).hint(520, 220).applyTo(chart);
        table = createTable(body);
        column(Messages.rank, 60, SWT.RIGHT, standing -> String.valueOf(rank(standing)));
        column(Messages.vendor, 260, SWT.LEFT, Standing::vendor);
        column(Messages.key, 90, SWT.LEFT, Standing::key);
        column(Messages.score, 80, SWT.RIGHT, standing -> NumberFormat.getNumberInstance().format(standing.score()));
        column(Messages.grade, 70, SWT.LEFT, standing -> label(standing.grade()));
        column(Messages.trend, 90, SWT.RIGHT, standing -> Standing.signed(standing.trend()));
        column(Messages.breachesShort, 90, SWT.RIGHT, standing -> String.valueOf(standing.breaches()));
        filler();
        managedForm.getToolkit().createLabel(body, Messages.rankingNote);
    }

    /** Vendors with equal scores share a place. */
    private int rank(Standing standing) {
        return 1 + (int) ranked.stream().filter(other -> other.score().compareTo(standing.score()) > 0).count();
    }

    private static String label(Grade grade) {
        return Presentation.label(VendorPackage.Literals.GRADE.getEEnumLiteral(grade.getValue()));
    }

    @Override
    protected void show(List<Standing> standings) {
        ranked = standings.stream().filter(standing -> standing.score() != null)
                .sorted(Comparator.comparing(Standing::score).reversed()).toList();
        table.setInput(ranked);
        if (ranked.isEmpty()) {
            chart.showEmpty(Messages.noRanking);
        } else {
            chart.show(ranked.stream().map(standing -> new Bar(standing.vendor() + " (" + label(standing.grade())
                    + ")", standing.score(), tone(standing.grade()))).toList(), Messages.scoreAxis);
        }
    }

    private static Tone tone(Grade grade) {
        return switch (grade) {
            case A, B -> Tone.GOOD;
            case C -> Tone.WATCH;
            case D, F -> Tone.BAD;
        };
    }
}
