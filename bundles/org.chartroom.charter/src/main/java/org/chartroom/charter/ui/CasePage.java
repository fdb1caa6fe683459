package org.chartroom.charter.ui;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.chartroom.charter.BusinessCase;
import org.chartroom.charter.report.CashFlow;
import org.chartroom.model.Element;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.CharterPackage.Literals;
import org.chartroom.model.charter.YearFigures;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.chart.ChartView;
import org.chartroom.ui.forms.chart.FigureTile;
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
    private ChartView bars;
    private ChartView curve;
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
        irr = new FigureTile(tiles, toolkit, Messages.irr, "");
        payback = new FigureTile(tiles, toolkit, Messages.payback, "");
        roi = new FigureTile(tiles, toolkit, Messages.roi, "");
        revised = new FigureTile(tiles, toolkit, Messages.revisedNpv, "");
        bars = new ChartView(body);
        GridDataFactory.fillDefaults().grab(true, true).hint(300, CHART_HEIGHT).applyTo(bars);
        curve = new ChartView(body);
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
        irr.explain(charter, Literals.CHARTER__IRR);
        payback.explain(charter, Literals.CHARTER__PAYBACK);
        revised.explain(charter, Literals.CHARTER__REVISED_NPV);
        irr.show(Amounts.text(charter, Literals.CHARTER__IRR));
        payback.show(charter.getPayback() == null
                ? Messages.notAvailable
                : Messages.bind(Messages.years, Amounts.text(charter, Literals.CHARTER__PAYBACK)));
        roi.show(Amounts.text(charter, Literals.CHARTER__ROI));
        roi.explain(Messages.bind(Messages.roiTip, new Object[]{Amounts.whole(planned.totalBenefit()),
                Amounts.whole(planned.totalCost()), Amounts.text(charter, Literals.CHARTER__ROI)}));
        revised.show(Amounts.whole(charter.getRevisedNpv()));
        CashFlow.years(charter).ifPresentOrElse(bars::show, () -> bars.showEmpty(Messages.noYears));
        CashFlow.net(charter).ifPresentOrElse(curve::show, () -> curve.showEmpty(""));
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
