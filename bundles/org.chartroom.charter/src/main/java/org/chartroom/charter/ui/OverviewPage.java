package org.chartroom.charter.ui;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.chartroom.charter.CharterFigures;
import org.chartroom.charter.Prioritisation;
import org.chartroom.charter.report.Words;
import org.chartroom.model.Element;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.CharterPackage.Literals;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.chart.FigureTile;
import org.chartroom.ui.forms.field.FieldFormat;
import org.chartroom.ui.forms.field.FormFields;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Section;

/** What is chartered, by whom, until when and why, and how it stands in a few figures. */
final class OverviewPage extends ArtifactPage {
    static final String ID = "overview";
    private static final int TILES = 6;
    private static final Set<String> LEFT = Set.of("General", "Why", "Review");
    private static final Set<String> ELSEWHERE = Set.of("Money", "Tolerances");

    private final CharterEditor editor;
    private FormFields fields;
    private FigureTile health;
    private FigureTile progress;
    private FigureTile spent;
    private FigureTile slip;
    private FigureTile npv;
    private FigureTile score;

    OverviewPage(CharterEditor editor) {
        super(editor, ID, Messages.overview);
        this.editor = editor;
    }

    @Override
    protected void createContent(IManagedForm managedForm) {
        FormToolkit toolkit = managedForm.getToolkit();
        Composite body = managedForm.getForm().getBody();
        GridLayoutFactory.swtDefaults().numColumns(2).margins(14, 12).spacing(18, 12).equalWidth(true).applyTo(body);
        createFigures(toolkit, body);
        fields = new FormFields(editing(), toolkit);
        Composite left = column(body, 12);
        Composite right = column(body, 12);
        groups().forEach((group, features) -> {
            Section section = fields.section(LEFT.contains(group) ? left : right, group, features, 1);
            GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
        });
        fields.setInput(editor.charter());
        body.addDisposeListener(event -> fields.dispose());
    }

    private static Map<String, List<EStructuralFeature>> groups() {
        Map<String, List<EStructuralFeature>> groups = FormFields.groups(Literals.CHARTER);
        groups.values().removeIf(features -> features.stream().allMatch(EStructuralFeature::isDerived));
        groups.keySet().removeAll(ELSEWHERE);
        return groups;
    }

    private void createFigures(FormToolkit toolkit, Composite body) {
        Composite tiles = toolkit.createComposite(body);
        GridLayoutFactory.fillDefaults().numColumns(TILES).spacing(10, 0).equalWidth(true).applyTo(tiles);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(tiles);
        health = new FigureTile(tiles, toolkit, Messages.health, "");
        progress = new FigureTile(tiles, toolkit, Messages.progress, Messages.progressTip);
        spent = new FigureTile(tiles, toolkit, Messages.spent, "");
        slip = new FigureTile(tiles, toolkit, Messages.endSlip, "");
        npv = new FigureTile(tiles, toolkit, Messages.npv, Messages.npvTip);
        score = new FigureTile(tiles, toolkit, Messages.score, "");
    }

    @Override
    public void changed() {
        if (getManagedForm() == null || getManagedForm().getForm().isDisposed()) {
            return;
        }
        Charter charter = editor.charter();
        getManagedForm().getForm().setText(LabelText.label(FieldFormat.name(charter)));
        health.show(Words.label(Literals.HEALTH, charter.getHealth()));
        health.explain(charter.getHealthReason() == null ? Messages.healthTip : charter.getHealthReason());
        progress.show(charter.getProgress() == null
                ? Messages.notAvailable
                : Amounts.text(charter, Literals.CHARTER__PROGRESS));
        CharterFigures figures = CharterFigures.of(charter);
        spent.show(Amounts.text(charter, Literals.CHARTER__SPENT));
        spent.caption(figures.spendBand().isEmpty()
                ? Messages.spent
                : Messages.bind(Messages.spentBand, Words.label(Literals.HEALTH, charter.getSpendBand())));
        spent.explain(Messages.bind(Messages.spentTip, Amounts.whole(charter.getActualToDate()),
                Amounts.whole(charter.getTotalBudget())));
        slip.show(Words.days(charter.getEndSlip()));
        slip.explain(Messages.bind(Messages.endSlipTip,
                new Object[]{Amounts.text(charter, charter.getActualEnd() == null
                        ? Literals.CHARTER__FORECAST_END
                        : Literals.CHARTER__ACTUAL_END), Amounts.text(charter, Literals.CHARTER__REVISED_END),
                        charter.getApprovedChangeDays()}));
        npv.show(Amounts.whole(charter.getNpv()));
        score.show(Amounts.text(charter, Literals.CHARTER__PRIORITY_SCORE));
        score.explain(Scores.formula(Prioritisation.scores(charter), Prioritisation.weights(charter)));
    }

    @Override
    public void reloaded() {
        fields.setInput(editor.charter());
        changed();
    }

    @Override
    public boolean reveal(Element element, EStructuralFeature feature) {
        if (element != editor.charter()
                || feature != null && groups().values().stream().noneMatch(group -> group.contains(feature))) {
            return false;
        }
        fields.reveal(feature);
        return true;
    }
}
