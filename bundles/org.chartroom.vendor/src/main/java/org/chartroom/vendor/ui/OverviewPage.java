package org.chartroom.vendor.ui;

import java.text.NumberFormat;
import java.util.Optional;
import java.util.Set;

import org.chartroom.core.type.Presentation;
import org.chartroom.model.Element;
import org.chartroom.model.vendor.VendorPackage;
import org.chartroom.model.vendor.VendorScorecard;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.chart.FigureTile;
import org.chartroom.ui.forms.field.Explanation;
import org.chartroom.ui.forms.field.FieldFormat;
import org.chartroom.ui.forms.field.FormFields;
import org.chartroom.ui.forms.grid.GridCommands;
import org.chartroom.ui.forms.grid.ItemGrid;
import org.chartroom.vendor.Periods;
import org.chartroom.vendor.report.Standing;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Section;

/** Who the vendor is, on which contract, and how it stands in a few figures. */
final class OverviewPage extends ArtifactPage {
    static final String ID = "overview";
    private static final String CONTACTS_GRID = "org.chartroom.vendor.contactsGrid";
    private static final int TILES = 6;
    private static final int CONTACTS_HEIGHT = 110;
    private static final Set<String> LEFT = Set.of("General", "Exit");

    private final VendorEditor editor;
    private final FieldFormat format = FieldFormat.current();
    private FormFields fields;
    private ItemGrid contacts;
    private FigureTile score;
    private FigureTile grade;
    private FigureTile trend;
    private FigureTile breaches;
    private FigureTile credit;
    private FigureTile notice;

    OverviewPage(VendorEditor editor) {
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
        FormFields.groups(VendorPackage.Literals.VENDOR_SCORECARD).forEach((group, features) -> {
            if (features.stream().anyMatch(feature -> !feature.isDerived())) {
                Section section = fields.section(LEFT.contains(group) ? left : right, group, features, 1);
                GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
            }
        });
        createContacts(toolkit, left);
        fields.setInput(editor.scorecard());
        contacts.setOwner(editor.scorecard());
        body.addDisposeListener(event -> fields.dispose());
    }

    private void createFigures(FormToolkit toolkit, Composite body) {
        Composite tiles = toolkit.createComposite(body);
        GridLayoutFactory.fillDefaults().numColumns(TILES).spacing(10, 0).equalWidth(true).applyTo(tiles);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(tiles);
        score = new FigureTile(tiles, toolkit, Messages.score, "");
        grade = new FigureTile(tiles, toolkit, Messages.grade, "");
        trend = new FigureTile(tiles, toolkit, Messages.trend, "");
        breaches = new FigureTile(tiles, toolkit, Messages.breaches, "");
        credit = new FigureTile(tiles, toolkit, Messages.credit, "");
        notice = new FigureTile(tiles, toolkit, Messages.noticeBy, "");
    }

    private void createContacts(FormToolkit toolkit, Composite parent) {
        Section section = toolkit.createSection(parent,
                ExpandableComposite.TITLE_BAR | ExpandableComposite.TWISTIE | ExpandableComposite.EXPANDED);
        section.setText(Messages.contacts);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
        Composite client = toolkit.createComposite(section);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(6, 6).applyTo(client);
        section.setClient(client);
        contacts = new ItemGrid(client, editing(), VendorPackage.Literals.VENDOR_SCORECARD__CONTACTS,
                ItemGrid.defaultColumns(VendorPackage.Literals.VENDOR_CONTACT), false);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(200, CONTACTS_HEIGHT)
                .applyTo(contacts.control());
        GridCommands.install(getSite(), contacts, CONTACTS_GRID);
        editButton(client, Messages.addContact, contacts::addItem);
        editButton(client, Messages.deleteContact, contacts::deleteSelected);
    }

    @Override
    public void changed() {
        if (getManagedForm() == null || getManagedForm().getForm().isDisposed()) {
            return;
        }
        VendorScorecard scorecard = editor.scorecard();
        getManagedForm().getForm().setText(LabelText.label(FieldFormat.name(scorecard)));
        score.show(text(VendorPackage.Literals.VENDOR_SCORECARD__SCORE));
        score.explain(Explanation.of(scorecard, VendorPackage.Literals.VENDOR_SCORECARD__SCORE) + "\n\n"
                + Messages.bind(Messages.scoreTip, text(VendorPackage.Literals.VENDOR_SCORECARD__COVERAGE)));
        grade.explain(scorecard, VendorPackage.Literals.VENDOR_SCORECARD__GRADE);
        trend.explain(scorecard, VendorPackage.Literals.VENDOR_SCORECARD__TREND);
        breaches.explain(scorecard, VendorPackage.Literals.VENDOR_SCORECARD__BREACHES);
        credit.explain(scorecard, VendorPackage.Literals.VENDOR_SCORECARD__CREDIT_DUE);
        notice.explain(scorecard, VendorPackage.Literals.VENDOR_SCORECARD__NOTICE_DEADLINE);
        score.caption(Optional.ofNullable(scorecard.getLatestPeriod())
                .map(period -> Messages.bind(Messages.scoreOf, Periods.label(period, scorecard.getPeriodLength())))
                .orElse(Messages.score));
        grade.show(scorecard.getGrade() == null
                ? Messages.notAvailable
                : Presentation.label(VendorPackage.Literals.GRADE.getEEnumLiteral(scorecard.getGrade().getValue())));
        trend.show(Standing.signed(scorecard.getTrend()));
        breaches.show(NumberFormat.getIntegerInstance().format(scorecard.getBreaches()));
        credit.show(scorecard.getCreditDue() == null
                ? Messages.notAvailable
                : format.wholeMoney(scorecard.getCreditDue()));
        String day = text(VendorPackage.Literals.VENDOR_SCORECARD__NOTICE_DEADLINE);
        notice.show(day.isEmpty() ? Messages.notAvailable : day);
    }

    private String text(EStructuralFeature feature) {
        return format.text(feature, editor.scorecard().eGet(feature));
    }

    @Override
    public void reloaded() {
        fields.setInput(editor.scorecard());
        contacts.setOwner(editor.scorecard());
        changed();
    }

    @Override
    public boolean reveal(Element element, EStructuralFeature feature) {
        if (element != editor.scorecard() || feature == VendorPackage.Literals.VENDOR_SCORECARD__METRICS) {
            return false;
        }
        fields.reveal(feature);
        return true;
    }
}
