package org.chartroom.ui.internal.importing;

import java.util.ArrayList;
import java.util.List;

import org.chartroom.core.workspace.EditSession;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportPlan.Entry;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.exchange.importing.PlanText;
import org.chartroom.exchange.importing.TablePlan;
import org.chartroom.exchange.importing.TotalsText;
import org.chartroom.ui.internal.Messages;

/** What the import would create, change and refuse, and why; nothing is written yet. */
final class DryRunPage extends ImportPlanPage<Entry> {
    /** Name of the page. */
    static final String NAME = "dryRun";

    private static final int NOTES_HEIGHT = 130;

    private final ImportState state;

    DryRunPage(ImportState state) {
        super(NAME, Messages.DryRunPage_description, NOTES_HEIGHT);
        this.state = state;
    }

    @Override
    void addColumns() {
        column(Messages.DryRunPage_outcome, 100, entry -> label(entry.outcome()));
        column(Messages.DryRunPage_line, 60, entry -> String.valueOf(entry.line()));
        column(Messages.DryRunPage_item, 240, Entry::label);
        column(Messages.DryRunPage_detail, 360,
                entry -> entry.column().isEmpty() ? entry.detail() : entry.column() + ": " + entry.detail());
    }

    @Override
    void plan() {
        // A copy: the editor, its session and its objects belong to the user interface.
        try (EditSession session = state.planningSession(state.openTarget())) {
            show(LongStep.run(getContainer(), Messages.DryRunPage_computing, () -> state.plan(session)));
        }
    }

    private void show(ImportPlan plan) {
        showEntries(plan.entries(), entry -> entry.outcome() == Outcome.REFUSED);
        String summary = summary(plan::count);
        setErrorMessage(null);
        setMessage(plan.newPeople().isEmpty()
                ? summary
                : summary + " " + Messages.bind(Messages.DryRunPage_people, String.join(", ", plan.newPeople())),
                plan.count(Outcome.REFUSED) > 0 ? WARNING : INFORMATION);
        showNotes(lines(plan));
        setPageComplete(true);
    }

    /** What is to be looked at first: what contradicts itself, what was taken for granted, totals, then the columns. */
    private List<String> lines(ImportPlan plan) {
        List<String> lines = new ArrayList<>(TotalsText.contradictions(plan.totals(), state.table()::place));
        lines.addAll(plan.notes());
        lines.addAll(TotalsText.lines(plan.totals()));
        plan.table().ifPresent(table -> lines.addAll(PlanText.lines(table, state.table(), TablePlan.Column::label)));
        return lines;
    }
}
