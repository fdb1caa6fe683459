package org.chartroom.ui.internal.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.chartroom.exchange.csv.ImportException;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportPlan.Entry;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.exchange.importing.PlanText;
import org.chartroom.exchange.importing.TablePlan;
import org.chartroom.exchange.importing.TotalsText;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.internal.Messages;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** What the import would create, change and refuse, and why; nothing is written yet. */
final class DryRunPage extends WizardPage {
    /** Name of the page. */
    static final String NAME = "dryRun";

    private static final int NOTES_HEIGHT = 130;

    private final ImportState state;
    private TableColumnLayout layout;
    private TableViewer table;
    private Text notes;

    DryRunPage(ImportState state) {
        super(NAME, Messages.DryRunPage_title, null);
        setDescription(Messages.DryRunPage_description);
        this.state = state;
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(12, 12).applyTo(area);
        Composite list = new Composite(area, SWT.NONE);
        layout = new TableColumnLayout();
        list.setLayout(layout);
        table = new TableViewer(list, SWT.BORDER | SWT.FULL_SELECTION | SWT.VIRTUAL);
        table.getTable().setHeaderVisible(true);
        GridDataFactory.fillDefaults().grab(true, true).hint(720, 240).applyTo(list);
        table.setContentProvider(ArrayContentProvider.getInstance());
        column(Messages.DryRunPage_outcome, 100, entry -> label(entry.outcome()));
        column(Messages.DryRunPage_line, 60, entry -> String.valueOf(entry.line()));
        column(Messages.DryRunPage_item, 240, Entry::label);
        column(Messages.DryRunPage_detail, 360,
                entry -> entry.column().isEmpty() ? entry.detail() : entry.column() + ": " + entry.detail());
        notes = new Text(area, SWT.MULTI | SWT.WRAP | SWT.V_SCROLL | SWT.READ_ONLY | SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).hint(720, NOTES_HEIGHT).exclude(true).applyTo(notes);
        setControl(area);
    }

    private void column(String title, int width, Function<Entry, String> text) {
        TableViewerColumn column = new TableViewerColumn(table, SWT.LEFT);
        column.getColumn().setText(title);
        layout.setColumnData(column.getColumn(), new ColumnWeightData(width, width));
        column.setLabelProvider(ColumnLabelProvider.createTextProvider(element -> text.apply((Entry) element)));
    }

    static String label(Outcome outcome) {
        return switch (outcome) {
            case CREATED -> Messages.DryRunPage_created;
            case CHANGED -> Messages.DryRunPage_changed;
            case UNCHANGED -> Messages.DryRunPage_unchanged;
            case REFUSED -> Messages.DryRunPage_refused;
        };
    }

    @Override
    public void setVisible(boolean visible) {
        if (visible) {
            show();
        }
        super.setVisible(visible);
    }

    /** What is to be looked at first: what contradicts itself, what was taken for granted, totals, then the columns. */
    private List<String> lines(ImportPlan plan) {
        List<String> lines = new ArrayList<>(TotalsText.contradictions(plan.totals(), state.table()::place));
        lines.addAll(plan.notes());
        lines.addAll(TotalsText.lines(plan.totals()));
        plan.table().ifPresent(table -> lines.addAll(PlanText.lines(table, state.table(), TablePlan.Column::label)));
        return lines;
    }

    private void show() {
        try {
            ImportPlan plan;
            // A copy: the editor, its session and its objects belong to the user interface.
            try (EditSession session = state.planningSession(state.openTarget())) {
                plan = LongStep.run(getContainer(), Messages.DryRunPage_computing, () -> state.plan(session));
            }
            // What can't be imported first: that is what the user has to look at.
            table.setInput(plan.entries().stream()
                    .sorted((a, b) -> Boolean.compare(b.outcome() == Outcome.REFUSED, a.outcome() == Outcome.REFUSED))
                    .toList());
            String summary = Messages.bind(Messages.DryRunPage_summary,
                    new Object[]{plan.count(Outcome.CREATED), plan.count(Outcome.CHANGED),
                            plan.count(Outcome.UNCHANGED), plan.count(Outcome.REFUSED)});
            setErrorMessage(null);
            setMessage(plan.newPeople().isEmpty()
                    ? summary
                    : summary + " " + Messages.bind(Messages.DryRunPage_people, String.join(", ", plan.newPeople())),
                    plan.count(Outcome.REFUSED) > 0 ? WARNING : INFORMATION);
            showNotes(lines(plan));
            setPageComplete(true);
        } catch (ImportException e) {
            table.setInput(List.of());
            setErrorMessage(LabelText.lines(e.getMessage()));
            showNotes(List.of(e.getMessage()));
            setPageComplete(false);
        }
    }

    private void showNotes(List<String> lines) {
        notes.setText(LabelText.pieces(String.join("\n", lines)));
        ((GridData) notes.getLayoutData()).exclude = lines.isEmpty();
        notes.setVisible(!lines.isEmpty());
        notes.requestLayout();
    }
}
