package org.chartroom.change.ui;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Optional;

import org.chartroom.change.ChangeStatistics;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.core.money.MoneySum;
import org.chartroom.model.Element;
import org.chartroom.model.change.ChangeLog;
import org.chartroom.model.change.ChangePackage;
import org.chartroom.model.change.ChangeTemplate;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.chart.FigureTile;
import org.chartroom.ui.forms.field.FieldFormat;
import org.chartroom.ui.forms.field.FormFields;
import org.chartroom.ui.forms.grid.GridCommands;
import org.chartroom.ui.forms.grid.ItemGrid;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Section;

/** What the log is about, its rules and templates, and how it stands in a few figures. */
final class OverviewPage extends ArtifactPage {
    static final String ID = "overview";
    private static final String TEMPLATES_GRID = "org.chartroom.change.templatesGrid";
    private static final int TILES = 7;
    private static final int TEMPLATES_HEIGHT = 150;

    private final ChangeEditor editor;
    private FormFields fields;
    private ItemGrid templates;
    private FigureTile open;
    private FigureTile success;
    private FigureTile emergencies;
    private FigureTile lead;
    private FigureTile overdue;
    private FigureTile collisions;
    private FigureTile approved;

    OverviewPage(ChangeEditor editor) {
        super(editor, ID, Messages.overview);
        this.editor = editor;
    }

    @Override
    protected void createContent(IManagedForm managedForm) {
        FormToolkit toolkit = managedForm.getToolkit();
        Composite body = managedForm.getForm().getBody();
        GridLayoutFactory.swtDefaults().numColumns(2).margins(14, 12).spacing(18, 12).applyTo(body);
        createFigures(toolkit, body);
        fields = new FormFields(editing(), toolkit);
        Composite left = column(body, 12);
        Composite right = column(body, 12);
        FormFields.groups(ChangePackage.Literals.CHANGE_LOG).forEach((group, features) -> {
            Section section = fields.section(group.equals("General") ? left : right, group, features, 1);
            GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
        });
        createTemplates(toolkit, left);
        fields.setInput(editor.log());
        templates.setOwner(editor.log());
        body.addDisposeListener(event -> fields.dispose());
    }

    private void createFigures(FormToolkit toolkit, Composite body) {
        Composite tiles = toolkit.createComposite(body);
        GridLayoutFactory.fillDefaults().numColumns(TILES).spacing(6, 0).applyTo(tiles);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(tiles);
        open = new FigureTile(tiles, toolkit, Messages.open, Messages.openTip);
        overdue = new FigureTile(tiles, toolkit, Messages.overdue, Messages.overdueTip);
        collisions = new FigureTile(tiles, toolkit, Messages.collisions, Messages.collisionsTip);
        success = new FigureTile(tiles, toolkit, Messages.successRate, "");
        emergencies = new FigureTile(tiles, toolkit, Messages.emergencyShare, "");
        lead = new FigureTile(tiles, toolkit, Messages.leadTime, "");
        approved = new FigureTile(tiles, toolkit, Messages.approved, "");
    }

    private void createTemplates(FormToolkit toolkit, Composite parent) {
        Section section = toolkit.createSection(parent,
                ExpandableComposite.TITLE_BAR | ExpandableComposite.TWISTIE | ExpandableComposite.EXPANDED);
        section.setText(Messages.templates);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
        Composite client = toolkit.createComposite(section);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(6, 6).applyTo(client);
        section.setClient(client);
        templates = new ItemGrid(client, editing(), ChangePackage.Literals.CHANGE_LOG__TEMPLATES,
                ItemGrid.defaultColumns(ChangePackage.Literals.CHANGE_TEMPLATE), false);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(200, TEMPLATES_HEIGHT)
                .applyTo(templates.control());
        GridCommands.install(getSite(), templates, TEMPLATES_GRID);
        editButton(client, Messages.add, () -> templates.addItem());
        editButton(client, Messages.delete, () -> templates.deleteSelected());
    }

    @Override
    public void changed() {
        if (getManagedForm() == null || getManagedForm().getForm().isDisposed()) {
            return;
        }
        ChangeLog log = editor.log();
        getManagedForm().getForm().setText(LabelText.label(FieldFormat.name(log)));
        NumberFormat number = NumberFormat.getIntegerInstance();
        open.show(number.format(log.getChanges().stream().filter(ChangeStatistics::isOpen).count()));
        overdue.show(number.format(log.getOverdue()));
        collisions.show(number.format(log.getCollisions()));
        success.show(percent(log, ChangePackage.Literals.CHANGE_LOG__SUCCESS_RATE));
        emergencies.show(percent(log, ChangePackage.Literals.CHANGE_LOG__EMERGENCY_SHARE));
        success.explain(log, ChangePackage.Literals.CHANGE_LOG__SUCCESS_RATE);
        emergencies.explain(log, ChangePackage.Literals.CHANGE_LOG__EMERGENCY_SHARE);
        lead.show(days(log.getLeadTimeMedian()));
        lead.explain(Messages.bind(Messages.leadTimeTip, days(log.getLeadTimeP90())));
        approved.show(log.getApprovedCost() == null
                ? Messages.notAvailable
                : number.format(log.getApprovedCost().amount()) + " "
                        + log.getApprovedCost().currency().getCurrencyCode());
        Optional<String> missing = ChangeStatistics.approvedCost(log, Evaluation.of(log).today())
                .flatMap(MoneySum::warning);
        approved.explain(Messages.bind(Messages.approvedTip, log.getApprovedDays())
                + missing.map(why -> "\n\n" + why).orElse(""));
    }

    private static String percent(ChangeLog log, EStructuralFeature share) {
        return log.eGet(share) == null ? Messages.notAvailable : FieldFormat.current().text(share, log.eGet(share));
    }

    private static String days(BigDecimal days) {
        NumberFormat format = NumberFormat.getNumberInstance();
        format.setMaximumFractionDigits(1);
        return days == null ? Messages.notAvailable : format.format(days);
    }

    @Override
    public void reloaded() {
        fields.setInput(editor.log());
        templates.setOwner(editor.log());
        changed();
    }

    @Override
    public boolean reveal(Element element, EStructuralFeature feature) {
        if (element instanceof ChangeTemplate) {
            return templates.reveal(element, feature);
        }
        if (element != editor.log()) {
            return false;
        }
        fields.reveal(feature);
        return true;
    }
}
