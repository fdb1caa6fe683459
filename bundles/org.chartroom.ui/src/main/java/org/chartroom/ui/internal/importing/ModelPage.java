package org.chartroom.ui.internal.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.chartroom.core.workspace.EditSession;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.exchange.importing.ModelPlan;
import org.chartroom.exchange.importing.ModelText;
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

/** What the import of a model file would do with each artifact in it; nothing is changed yet. */
final class ModelPage extends WizardPage {
    /** Name of the page. */
    static final String NAME = "model";

    private static final int WIDTH = 720;
    private static final int NOTES_HEIGHT = 90;

    private final ImportState state;
    private TableColumnLayout layout;
    private TableViewer table;
    private Text notes;

    ModelPage(ImportState state) {
        super(NAME, Messages.DryRunPage_title, null);
        setDescription(Messages.ModelPage_description);
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
        table = new TableViewer(list, SWT.BORDER | SWT.FULL_SELECTION);
        table.getTable().setHeaderVisible(true);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, 240).applyTo(list);
        table.setContentProvider(ArrayContentProvider.getInstance());
        column(Messages.DryRunPage_outcome, 100, entry -> DryRunPage.label(entry.outcome()));
        column(Messages.ModelPage_artifact, 300, entry -> entry.key() + " " + entry.title());
        column(Messages.DryRunPage_detail, 320, entry -> ModelText.details(entry).replaceFirst("^[:,] ", ""));
        notes = new Text(area, SWT.MULTI | SWT.WRAP | SWT.V_SCROLL | SWT.READ_ONLY | SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, NOTES_HEIGHT).exclude(true).applyTo(notes);
        setControl(area);
    }

    private void column(String title, int width, Function<ModelPlan.Entry, String> text) {
        TableViewerColumn column = new TableViewerColumn(table, SWT.LEFT);
        column.getColumn().setText(title);
        layout.setColumnData(column.getColumn(), new ColumnWeightData(width, width));
        column.setLabelProvider(ColumnLabelProvider
                .createTextProvider(element -> LabelText.line(text.apply((ModelPlan.Entry) element))));
    }

    @Override
    public void setVisible(boolean visible) {
        if (visible) {
            show();
        }
        super.setVisible(visible);
    }

    private void show() {
        // A session of its own: those of the editors belong to the user interface.
        try (EditSession session = state.workspace().openSession()) {
            show(LongStep.run(getContainer(), Messages.DryRunPage_computing, () -> state.modelPlan(session)));
        } catch (ImportException e) {
            table.setInput(List.of());
            setErrorMessage(LabelText.lines(e.getMessage()));
            showNotes(List.of(e.getMessage()));
            setPageComplete(false);
        }
    }

    private void show(ModelPlan plan) {
        // What can't be imported first: that is what the user has to look at.
        table.setInput(plan.entries().stream()
                .sorted((a, b) -> Boolean.compare(b.outcome() == Outcome.REFUSED, a.outcome() == Outcome.REFUSED))
                .toList());
        boolean isRefused = plan.count(Outcome.REFUSED) > 0;
        setErrorMessage(isRefused ? Messages.ModelPage_refused : null);
        setMessage(Messages.bind(Messages.DryRunPage_summary, new Object[]{plan.count(Outcome.CREATED),
                plan.count(Outcome.CHANGED), plan.count(Outcome.UNCHANGED), plan.count(Outcome.REFUSED)}),
                INFORMATION);
        List<String> lines = new ArrayList<>();
        if (!plan.newInDirectory().isEmpty()) {
            lines.add(Messages.bind(Messages.ModelPage_directory, String.join(", ", plan.newInDirectory())));
        }
        lines.addAll(plan.notes());
        showNotes(lines);
        setPageComplete(!isRefused);
    }

    private void showNotes(List<String> lines) {
        notes.setText(LabelText.pieces(String.join("\n", lines)));
        ((GridData) notes.getLayoutData()).exclude = lines.isEmpty();
        notes.setVisible(!lines.isEmpty());
        notes.requestLayout();
    }
}
