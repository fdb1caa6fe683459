package org.chartroom.charter.ui;

import java.util.List;
import java.util.function.Function;

import org.chartroom.charter.CharterFigures;
import org.chartroom.charter.report.Words;
import org.chartroom.model.Element;
import org.chartroom.model.Money;
import org.chartroom.model.change.Change;
import org.chartroom.model.charter.ApprovedChanges;
import org.chartroom.model.charter.BudgetLine;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.CharterPackage.Literals;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.Opening;
import org.chartroom.ui.forms.chart.FigureTile;
import org.chartroom.ui.forms.field.FieldFormat;
import org.chartroom.ui.forms.field.FormFields;
import org.chartroom.ui.forms.grid.GridColumn;
import org.chartroom.ui.forms.grid.ItemGrid;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Section;

/** What may be spent, what was, what approved changes add, and how far one may stray. */
final class BudgetPage extends ArtifactPage {
    static final String ID = "budget";
    private static final int TILES = 6;
    private static final int LINES_HEIGHT = 230;
    private static final int CHANGES_HEIGHT = 120;

    private final CharterEditor editor;
    private final FieldFormat format = FieldFormat.current();
    private FormFields fields;
    private ItemGrid lines;
    private TableViewer changes;
    private Label note;
    private Label missing;
    private FigureTile total;
    private FigureTile split;
    private FigureTile actual;
    private FigureTile remaining;
    private FigureTile approved;
    private FigureTile revised;

    BudgetPage(CharterEditor editor) {
        super(editor, ID, Messages.budget);
        this.editor = editor;
    }

    @Override
    protected void createContent(IManagedForm managedForm) {
        FormToolkit toolkit = managedForm.getToolkit();
        Composite body = managedForm.getForm().getBody();
        managedForm.getForm().setText(Messages.budget);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(14, 10).spacing(18, 10).equalWidth(true).applyTo(body);
        Composite tiles = toolkit.createComposite(body);
        GridLayoutFactory.fillDefaults().numColumns(TILES).spacing(10, 0).equalWidth(true).applyTo(tiles);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(tiles);
        total = new FigureTile(tiles, toolkit, Messages.totalBudget, Messages.totalBudgetTip);
        split = new FigureTile(tiles, toolkit, Messages.capEx, "");
        actual = new FigureTile(tiles, toolkit, Messages.actual, "");
        remaining = new FigureTile(tiles, toolkit, Messages.remaining, "");
        approved = new FigureTile(tiles, toolkit, Messages.approved, "");
        revised = new FigureTile(tiles, toolkit, Messages.revisedBudget, "");
        missing = toolkit.createLabel(body, "", SWT.WRAP);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).indent(8, 0).exclude(true).applyTo(missing);
        Composite left = column(body, 10);
        Composite right = column(body, 10);
        List<GridColumn> columns = ItemGrid.defaultColumns(Literals.BUDGET_LINE).stream().map(GridColumn::of).toList();
        lines = gridSection(left, Literals.CHARTER__BUDGET_LINES, columns, LINES_HEIGHT);
        createChanges(toolkit, left);
        fields = new FormFields(editing(), toolkit);
        Section section = fields.section(right, Messages.tolerances,
                FormFields.groups(Literals.CHARTER).get("Tolerances"), 1);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
        body.addDisposeListener(event -> fields.dispose());
        reloaded();
    }

    private void createChanges(FormToolkit toolkit, Composite parent) {
        Composite client = section(parent, Messages.approvedChanges, 1);
        note = toolkit.createLabel(client, "", SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(note);
        changes = new TableViewer(client, SWT.FULL_SELECTION | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
        changes.getTable().setHeaderVisible(true);
        changes.setContentProvider(ArrayContentProvider.getInstance());
        GridDataFactory.fillDefaults().grab(true, false).hint(200, CHANGES_HEIGHT).applyTo(changes.getTable());
        column(Messages.change, 70, SWT.LEFT, Change::getKey);
        column(Messages.title, 180, SWT.LEFT, Change::getTitle);
        column(Messages.approvedOn, 110, SWT.LEFT, change -> ApprovedChanges.approvedOn(change)
                .map(day -> format.text(null, day)).orElse(""));
        column(Messages.cost, 120, SWT.RIGHT, change -> format.text(null, change.getCostImpact()));
        column(Messages.daysColumn, 60, SWT.RIGHT, change -> format.text(null, change.getScheduleImpact()));
        // The last column takes the room that is left, which would tear a number away.
        column("", 20, SWT.LEFT, change -> "");
        changes.addOpenListener(event -> {
            Change change = (Change) ((IStructuredSelection) event.getSelection()).getFirstElement();
            Opening.open(this, editing(), editor.charter().getChangeLog().getId(), change.getId());
        });
    }

    private void column(String title, int width, int style, Function<Change, String> text) {
        TableViewerColumn column = new TableViewerColumn(changes, style);
        column.getColumn().setText(title);
        column.getColumn().setWidth(width);
        column.setLabelProvider(ColumnLabelProvider.createTextProvider(change -> text.apply((Change) change)));
    }

    @Override
    public void changed() {
        if (lines == null || lines.control().isDisposed()) {
            return;
        }
        Charter charter = editor.charter();
        total.show(Amounts.whole(charter.getTotalBudget()));
        split.show(Amounts.text(charter, Literals.CHARTER__CAP_EX_SHARE));
        split.explain(Messages.bind(Messages.capExTip, Amounts.text(charter, Literals.CHARTER__CAP_EX_SHARE),
                Amounts.text(charter, Literals.CHARTER__OP_EX_SHARE)));
        actual.show(Amounts.whole(charter.getActualToDate()));
        actual.explain(charter.getVarianceReport() == null
                ? Messages.noReport
                : Messages.bind(Messages.actualTip, FieldFormat.name(charter.getVarianceReport())));
        Money left = charter.getRemaining();
        remaining.show(Amounts.whole(left));
        remaining.caption(charter.getSpendBand() == null
                ? Messages.remaining
                : Messages.bind(Messages.remainingBand,
                        Words.label(Literals.HEALTH, charter.getSpendBand())));
        remaining.explain(Messages.bind(Messages.remainingTip, new Object[]{Amounts.whole(charter.getTotalBudget()),
                Amounts.whole(charter.getActualToDate()), Amounts.whole(left),
                Amounts.text(charter, Literals.CHARTER__SPENT)}));
        approved.show(Amounts.whole(charter.getApprovedChangeCost()));
        List<Change> counted = CharterFigures.of(charter).approvedChanges();
        approved.explain(Messages.bind(Messages.approvedTip, counted.size()));
        revised.show(Amounts.whole(charter.getRevisedBudget()));
        revised.explain(Messages.bind(Messages.revisedBudgetTip, new Object[]{Amounts.whole(charter.getTotalBudget()),
                Amounts.whole(charter.getApprovedChangeCost()), Amounts.whole(charter.getRevisedBudget())}));
        changes.setInput(counted);
        showMissing(String.join("\n", CharterFigures.of(charter).missingRates()));
        note.setText(charter.getChangeLog() == null
                ? Messages.noLog
                : Messages.bind(Messages.changesNote, LabelText.label(FieldFormat.name(charter.getChangeLog()))));
        note.requestLayout();
    }

    /** Why a figure is n/a, where the figures stand. */
    private void showMissing(String why) {
        missing.setText(LabelText.paragraph(why));
        missing.setVisible(!why.isEmpty());
        ((GridData) missing.getLayoutData()).exclude = why.isEmpty();
        missing.requestLayout();
    }

    @Override
    public void reloaded() {
        lines.setOwner(editor.charter());
        fields.setInput(editor.charter());
        changed();
    }

    @Override
    public boolean reveal(Element element, EStructuralFeature feature) {
        if (element == editor.charter()) {
            return feature == Literals.CHARTER__BUDGET_LINES || fields.reveal(feature);
        }
        return element instanceof BudgetLine && lines.reveal(element, feature);
    }
}
