package org.chartroom.ui.internal.importing;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.internal.Messages;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/**
 * What an import would do, planned anew each time the page is shown: its entries in a table, and what is to be said below.
 *
 * @param <E> what an entry of the plan is
 */
abstract class ImportPlanPage<E> extends WizardPage {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 240;

    private final int notesHeight;
    private TableColumnLayout layout;
    private TableViewer table;
    private Text notes;

    /** @param notesHeight height of what is to be said, in pixels */
    ImportPlanPage(String name, String description, int notesHeight) {
        super(name, Messages.DryRunPage_title, null);
        setDescription(description);
        this.notesHeight = notesHeight;
        setPageComplete(false);
    }

    /** Adds the columns of the table, see {@link #column}. */
    abstract void addColumns();

    /** Adds what is to be used between the table and what is to be said. */
    void addControls(Composite area) {
    }

    /**
     * Plans the import and shows the plan.
     *
     * @throws ImportException when it can't be planned; the page says so
     */
    abstract void plan();

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(12, 12).applyTo(area);
        Composite list = new Composite(area, SWT.NONE);
        layout = new TableColumnLayout();
        list.setLayout(layout);
        table = new TableViewer(list, SWT.BORDER | SWT.FULL_SELECTION | SWT.VIRTUAL);
        table.getTable().setHeaderVisible(true);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(list);
        table.setContentProvider(ArrayContentProvider.getInstance());
        ColumnViewerToolTipSupport.enableFor(table);
        addColumns();
        addControls(area);
        notes = new Text(area, SWT.MULTI | SWT.WRAP | SWT.V_SCROLL | SWT.READ_ONLY | SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, notesHeight).exclude(true).applyTo(notes);
        setControl(area);
    }

    @SuppressWarnings("unchecked")
    final void column(String title, int width, Function<E, String> text) {
        TableViewerColumn column = new TableViewerColumn(table, SWT.LEFT);
        column.getColumn().setText(title);
        layout.setColumnData(column.getColumn(), new ColumnWeightData(width, width));
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return text.apply((E) element);
            }

            /** A refusal with its advice is longer than its cell. */
            @Override
            public String getToolTipText(Object element) {
                String full = getText(element);
                return full == null || full.isEmpty() ? null : LabelText.lines(full);
            }
        });
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
    public final void setVisible(boolean visible) {
        if (visible) {
            show();
        }
        super.setVisible(visible);
    }

    /** Plans anew and shows the plan, or why there is none. */
    final void show() {
        try {
            plan();
        } catch (ImportException e) {
            table.setInput(List.of());
            String advice = WizardAdvice.of(e.getMessage());
            setErrorMessage(LabelText.lines(advice));
            showNotes(List.of(advice));
            setPageComplete(false);
        }
    }

    /** What can't be imported comes first: that is what the user has to look at. */
    final void showEntries(List<E> entries, Predicate<E> isRefused) {
        table.setInput(
                entries.stream().sorted((a, b) -> Boolean.compare(isRefused.test(b), isRefused.test(a))).toList());
    }

    /** @return how many entries have which outcome, as one sentence */
    static String summary(Function<Outcome, Long> count) {
        return Messages.bind(Messages.DryRunPage_summary, new Object[]{count.apply(Outcome.CREATED),
                count.apply(Outcome.CHANGED), count.apply(Outcome.UNCHANGED), count.apply(Outcome.REFUSED)});
    }

    final void showNotes(List<String> lines) {
        notes.setText(LabelText.pieces(String.join("\n", lines)));
        ((GridData) notes.getLayoutData()).exclude = lines.isEmpty();
        notes.setVisible(!lines.isEmpty());
        notes.requestLayout();
    }
}
