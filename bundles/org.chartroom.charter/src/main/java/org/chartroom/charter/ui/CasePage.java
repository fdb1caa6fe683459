package org.chartroom.charter.ui;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chartroom.charter.BusinessCase;
import org.chartroom.model.Element;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.CharterPackage.Literals;
import org.chartroom.model.charter.YearFigures;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.chart.FigureTile;
import org.chartroom.ui.forms.chart.LineStyle;
import org.chartroom.ui.forms.chart.SplitBars;
import org.chartroom.ui.forms.chart.SplitBars.Part;
import org.chartroom.ui.forms.chart.TimeCurves;
import org.chartroom.ui.forms.chart.TimeCurves.At;
import org.chartroom.ui.forms.chart.TimeCurves.Line;
import org.chartroom.ui.forms.chart.Tone;
import org.chartroom.ui.forms.field.FormFields;
import org.chartroom.ui.forms.grid.GridColumn;
import org.chartroom.ui.forms.grid.ItemGrid;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Section;

/** Benefits and costs over the years, and whether they are worth it. */
final class CasePage extends ArtifactPage {
    static final String ID = "case";
    private static final int TILES = 5;
    private static final int CHART_HEIGHT = 200;
    private static final int GRID_HEIGHT = 186;

    private final CharterEditor editor;
    private FormFields fields;
    private FigureTile npv;
    private FigureTile irr;
    private FigureTile payback;
    private FigureTile roi;
    private FigureTile revised;
    private SplitBars bars;
    private TimeCurves curve;
    private ItemGrid years;

    CasePage(CharterEditor editor) {
        super(editor, ID, Messages.businessCase);
        this.editor = editor;
    }

    @Override
    protected void createContent(IManagedForm managedForm) {
        FormToolkit toolkit = managedForm.getToolkit();
        Composite body = managedForm.getForm().getBody();
        managedForm.getForm().setText(Messages.businessCase);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(14, 10).spacing(18, 10).equalWidth(true).applyTo(body);
        Composite tiles = toolkit.createComposite(body);
        GridLayoutFactory.fillDefaults().numColumns(TILES).spacing(10, 0).equalWidth(true).applyTo(tiles);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(tiles);
        npv = new FigureTile(tiles, toolkit, Messages.npv, "");
        irr = new FigureTile(tiles, toolkit, Messages.irr, Messages.irrTip);
        payback = new FigureTile(tiles, toolkit, Messages.payback, Messages.paybackTip);
        roi = new FigureTile(tiles, toolkit, Messages.roi, "");
        revised = new FigureTile(tiles, toolkit, Messages.revisedNpv, Messages.revisedNpvTip);
        bars = new SplitBars(body);
        GridDataFactory.fillDefaults().grab(true, true).hint(300, CHART_HEIGHT).applyTo(bars);
        curve = new TimeCurves(body);
        GridDataFactory.fillDefaults().grab(true, true).hint(300, CHART_HEIGHT).applyTo(curve);
        List<GridColumn> columns = ItemGrid.defaultColumns(Literals.YEAR_FIGURES).stream().map(GridColumn::of)
                .toList();
        Composite below = column(body, 10);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(below);
        years = gridSection(below, Literals.CHARTER__YEARS, columns, GRID_HEIGHT);
        fields = new FormFields(editing(), toolkit);
        Section section = fields.section(below, Messages.assumed,
                List.of(Literals.CHARTER__DISCOUNT_RATE, Literals.CHARTER__CURRENCY), 2);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
        body.addDisposeListener(event -> fields.dispose());
        reloaded();
    }

    @Override
    public void changed() {
        if (bars == null || bars.isDisposed()) {
            return;
        }
        Charter charter = editor.charter();
        BusinessCase planned = BusinessCase.planned(charter);
        npv.show(Amounts.whole(charter.getNpv()));
        npv.explain(npvTip(charter, planned));
        irr.show(Amounts.text(charter, Literals.CHARTER__IRR));
        payback.show(charter.getPayback() == null
                ? Messages.notAvailable
                : Messages.bind(Messages.years, Amounts.text(charter, Literals.CHARTER__PAYBACK)));
        roi.show(Amounts.text(charter, Literals.CHARTER__ROI));
        roi.explain(Messages.bind(Messages.roiTip, new Object[]{Amounts.whole(planned.totalBenefit()),
                Amounts.whole(planned.totalCost()), Amounts.text(charter, Literals.CHARTER__ROI)}));
        revised.show(Amounts.whole(charter.getRevisedNpv()));
        if (planned.years().isEmpty()) {
            bars.showEmpty(Messages.noYears);
            curve.showEmpty("");
        } else {
            bars.show(parts(planned), charter.getCurrency() == null ? "" : charter.getCurrency(), false);
            showCurve(charter, planned);
        }
    }

    private static String npvTip(Charter charter, BusinessCase planned) {
        if (charter.getNpv() == null) {
            return Messages.npvTip;
        }
        List<String> terms = new ArrayList<>();
        String factor = Amounts.number(BigDecimal.ONE.add(charter.getDiscountRate()));
        for (int t = 0; t < planned.years().size(); t++) {
            String net = Amounts.whole(planned.flows().flows().get(t));
            terms.add(t == 0 ? net : "(" + net + ") / " + factor + (t == 1 ? "" : "^" + t));
        }
        return Messages.bind(Messages.npvFormula, String.join(" + ", terms), Amounts.whole(charter.getNpv()));
    }

    private static List<Part> parts(BusinessCase planned) {
        List<Part> parts = new ArrayList<>();
        for (int year : planned.years()) {
            parts.add(new Part(String.valueOf(year), Messages.benefit, Tone.GOOD, planned.benefit(year)));
            parts.add(new Part(String.valueOf(year), Messages.cost, Tone.WATCH, planned.cost(year)));
        }
        return parts;
    }

    private void showCurve(Charter charter, BusinessCase planned) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(Messages.cumulative, Tone.PLAN, LineStyle.SOLID, points(planned), ""));
        List<At> now = points(BusinessCase.expected(charter));
        if (!now.equals(lines.get(0).points())) {
            lines.add(new Line(Messages.cumulativeNow, Tone.WATCH, LineStyle.DASHED, now, ""));
        }
        List<At> all = lines.get(0).points();
        lines.add(new Line(Messages.even, Tone.QUIET, LineStyle.DOTTED,
                List.of(new At(all.get(0).day(), BigDecimal.ZERO), new At(all.get(all.size() - 1).day(),
                        BigDecimal.ZERO)),
                ""));
        curve.show(lines, Optional.empty(), charter.getCurrency() == null ? "" : charter.getCurrency());
    }

    /** Year 0 lies at its beginning: its money is paid then. */
    private static List<At> points(BusinessCase figures) {
        List<At> points = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (int year : figures.years()) {
            sum = sum.add(figures.benefit(year)).subtract(figures.cost(year));
            points.add(new At(LocalDate.of(year, 1, 1), sum));
        }
        return points;
    }

    @Override
    public void reloaded() {
        years.setOwner(editor.charter());
        fields.setInput(editor.charter());
        changed();
    }

    @Override
    public boolean reveal(Element element, EStructuralFeature feature) {
        if (element == editor.charter()) {
            return feature == Literals.CHARTER__YEARS || fields.reveal(feature);
        }
        return element instanceof YearFigures && years.reveal(element, feature);
    }
}
