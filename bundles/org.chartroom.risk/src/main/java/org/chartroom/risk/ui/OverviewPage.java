package org.chartroom.risk.ui;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.core.money.MoneySum;
import org.chartroom.core.type.Presentation;
import org.chartroom.model.Element;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.risk.RiskCosts;
import org.chartroom.risk.report.Assessment;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.chart.FigureTile;
import org.chartroom.ui.forms.field.FieldFormat;
import org.chartroom.ui.forms.field.FormFields;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.forms.widgets.Section;

/** What the register is, and how it stands in a few figures. */
final class OverviewPage extends ArtifactPage {
    static final String ID = "overview";
    private static final int TOP_RISKS = 5;

    private final RiskEditor editor;
    private FormFields fields;
    private FigureTile total;
    private FigureTile open;
    private FigureTile above;
    private FigureTile overdue;
    private FigureTile expected;
    private Label leftOut;
    private final List<Hyperlink> top = new ArrayList<>();

    OverviewPage(RiskEditor editor) {
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
        FormFields.groups(RiskPackage.Literals.RISK_REGISTER).forEach((group, features) -> {
            boolean main = group.equals("General");
            Section section = fields.section(main ? left : right, group, features, 1);
            GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
        });
        createTop(toolkit, right);
        fields.setInput(editor.register());
        body.addDisposeListener(event -> fields.dispose());
    }

    private void createFigures(FormToolkit toolkit, Composite body) {
        Composite tiles = toolkit.createComposite(body);
        GridLayoutFactory.fillDefaults().numColumns(5).spacing(10, 0).equalWidth(true).applyTo(tiles);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(tiles);
        total = new FigureTile(tiles, toolkit, Messages.figureTotal, Messages.figureTotalTip);
        open = new FigureTile(tiles, toolkit, Messages.figureOpen, Messages.figureOpenTip);
        above = new FigureTile(tiles, toolkit, Messages.figureAbove, Messages.figureAboveTip);
        overdue = new FigureTile(tiles, toolkit, Messages.figureOverdue, Messages.figureOverdueTip);
        expected = new FigureTile(tiles, toolkit, Messages.figureExpected, Messages.figureExpectedTip);
        leftOut = toolkit.createLabel(body, "", SWT.WRAP);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).indent(8, 0).exclude(true).applyTo(leftOut);
        leftOut.setVisible(false);
    }

    private void createTop(FormToolkit toolkit, Composite parent) {
        Section section = toolkit.createSection(parent, ExpandableComposite.TITLE_BAR);
        section.setText(Messages.topRisks);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
        Composite client = toolkit.createComposite(section);
        GridLayoutFactory.swtDefaults().margins(6, 8).spacing(0, 4).applyTo(client);
        section.setClient(client);
        for (int i = 0; i < TOP_RISKS; i++) {
            Hyperlink link = toolkit.createHyperlink(client, "", SWT.NONE);
            GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(link);
            link.addHyperlinkListener(new HyperlinkAdapter() {
                @Override
                public void linkActivated(HyperlinkEvent event) {
                    if (link.getHref() instanceof Risk risk) {
                        editor.reveal(risk, null);
                    }
                }
            });
            top.add(link);
        }
    }

    @Override
    public void changed() {
        RiskRegister register = editor.register();
        if (getManagedForm() == null || getManagedForm().getForm().isDisposed()) {
            return;
        }
        getManagedForm().getForm().setText(LabelText.label(FieldFormat.name(register)));
        NumberFormat number = NumberFormat.getIntegerInstance();
        List<Risk> openRisks = register.getRisks().stream().filter(Assessment::isOpen).toList();
        total.show(number.format(register.getRisks().size()));
        open.show(number.format(openRisks.size()));
        above.show(number.format(openRisks.stream().filter(Risk::isAboveAppetite).count()));
        overdue.show(number.format(openRisks.stream().mapToInt(Risk::getOverdueActions).sum()));
        showExpected(RiskCosts.of(register, Evaluation.of(register).today()).expected(openRisks));
        showTop(openRisks);
    }

    /** What has no exchange rate is not in the sum; that is said where the sum stands. */
    private void showExpected(Optional<MoneySum> sum) {
        expected.show(sum.flatMap(MoneySum::known).map(FieldFormat.current()::wholeMoney)
                .orElse(Messages.notAvailable));
        String warning = sum.flatMap(MoneySum::warning).orElse("");
        leftOut.setText(LabelText.paragraph(warning));
        ((GridData) leftOut.getLayoutData()).exclude = warning.isEmpty();
        leftOut.setVisible(!warning.isEmpty());
        leftOut.requestLayout();
    }

    private void showTop(List<Risk> openRisks) {
        List<Risk> worst = openRisks.stream().filter(risk -> risk.getCurrentScore() != null)
                .sorted(Comparator.comparing(Risk::getCurrentScore).reversed()).limit(TOP_RISKS).toList();
        for (int i = 0; i < TOP_RISKS; i++) {
            Hyperlink link = top.get(i);
            Risk risk = i < worst.size() ? worst.get(i) : null;
            link.setHref(risk);
            link.setVisible(risk != null || i == 0);
            link.setText(risk == null
                    ? Messages.noAssessed
                    : Messages.bind(Messages.topRisk,
                            new Object[]{risk.getCurrentScore(),
                                    Presentation.label(RiskPackage.Literals.RISK_LEVEL
                                            .getEEnumLiteral(risk.getCurrentLevel().getValue())),
                                    LabelText.line(FieldFormat.name(risk))}));
        }
    }

    @Override
    public void reloaded() {
        fields.setInput(editor.register());
        changed();
    }

    @Override
    public boolean reveal(Element element, EStructuralFeature feature) {
        if (element != editor.register()) {
            return false;
        }
        fields.reveal(feature);
        return true;
    }
}
