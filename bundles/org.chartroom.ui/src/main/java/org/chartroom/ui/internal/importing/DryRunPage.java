package org.chartroom.ui.internal.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.chartroom.core.workspace.EditSession;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportPlan.Entry;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.exchange.importing.PlanText;
import org.chartroom.exchange.importing.TablePlan;
import org.chartroom.exchange.importing.UnknownWord;
import org.chartroom.ui.internal.Messages;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/** What the import would create, change and refuse, and why; nothing is written yet. */
final class DryRunPage extends ImportPlanPage<DryRunPage.Row> {
    /** Name of the page. */
    static final String NAME = "dryRun";

    private static final int NOTES_HEIGHT = 130;

    private final ImportState state;
    private Button words;
    /** The words that were not understood, by the parts of the file. */
    private Map<TablePart, List<UnknownWord>> unknown = Map.of();

    /** What happens to one row, and where it is. */
    record Row(Entry entry, String place) {
    }

    DryRunPage(ImportState state) {
        super(NAME, Messages.DryRunPage_description, NOTES_HEIGHT);
        this.state = state;
    }

    /** It is the last page of a table; the page behind it is for model files. */
    @Override
    public IWizardPage getNextPage() {
        return null;
    }

    @Override
    void addColumns() {
        column(Messages.DryRunPage_outcome, 100, row -> label(row.entry.outcome()));
        column(Messages.DryRunPage_line, 80, Row::place);
        column(Messages.DryRunPage_item, 240, row -> row.entry.label());
        column(Messages.DryRunPage_detail, 340, row -> WizardAdvice.of(row.entry.said()));
    }

    @Override
    void addControls(Composite area) {
        words = new Button(area, SWT.PUSH);
        words.setText(Messages.DryRunPage_words);
        words.setToolTipText(Messages.DryRunPage_wordsTip);
        GridDataFactory.swtDefaults().exclude(true).applyTo(words);
        words.setVisible(false);
        words.addListener(SWT.Selection, event -> {
            WordsDialog dialog = new WordsDialog(getShell(), unknown);
            if (dialog.open() == Window.OK) {
                dialog.meant().forEach((part, mappings) -> mappings.forEach(one -> state.take(part, one)));
                show();
            }
        });
    }

    private void showWords(List<ImportPlan> plans) {
        Map<TablePart, List<UnknownWord>> found = new LinkedHashMap<>();
        for (int i = 0; i < state.parts().size(); i++) {
            List<UnknownWord> of = plans.get(i).table().map(TablePlan::unknownWords).orElse(List.of());
            if (!of.isEmpty()) {
                found.put(state.parts().get(i), of);
            }
        }
        unknown = found;
        ((GridData) words.getLayoutData()).exclude = found.isEmpty();
        words.setVisible(!found.isEmpty());
        words.requestLayout();
    }

    @Override
    void plan() {
        // A copy: the editor, its session and its objects belong to the user interface.
        try (EditSession session = state.planningSession(state.openTarget())) {
            show(LongStep.run(getContainer(), Messages.DryRunPage_computing, () -> state.plans(session)));
        }
    }

    private void show(List<ImportPlan> plans) {
        List<Row> rows = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            ImportPlan plan = plans.get(i);
            CsvTable table = state.tables().get(i);
            boolean isOneOfSeveral = plans.size() > 1;
            plan.entries().forEach(entry -> rows.add(new Row(entry, isOneOfSeveral
                    ? table.sheet().orElse("") + ", " + entry.line()
                    : String.valueOf(entry.line()))));
            if (isOneOfSeveral) {
                lines.add(Messages.bind(Messages.DryRunPage_sheet, new Object[]{table.sheet().orElse(""),
                        state.parts().get(i).list().label(), summary(plan::count)}));
            }
            // What is to be looked at first comes first.
            lines.addAll(PlanText.told(plan, table));
            lines.addAll(PlanText.taken(plan, table, TablePlan.Column::label));
        }
        showEntries(rows, row -> row.entry.outcome() == Outcome.REFUSED);
        Function<Outcome, Long> count = outcome -> plans.stream().mapToLong(plan -> plan.count(outcome)).sum();
        setErrorMessage(null);
        setMessage(summary(count), count.apply(Outcome.REFUSED) > 0 ? WARNING : INFORMATION);
        showWords(plans);
        showNotes(lines.stream().map(WizardAdvice::of).toList());
        setPageComplete(true);
    }
}
