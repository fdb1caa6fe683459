package org.chartroom.ui.internal.importing;

import java.util.ArrayList;
import java.util.List;

import org.chartroom.core.workspace.EditSession;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.exchange.importing.ModelPlan;
import org.chartroom.exchange.importing.ModelText;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.internal.Messages;

/** What the import of a model file would do with each artifact in it; nothing is changed yet. */
final class ModelPage extends ImportPlanPage<ModelPlan.Entry> {
    /** Name of the page. */
    static final String NAME = "model";

    private static final int NOTES_HEIGHT = 90;

    private final ImportState state;

    ModelPage(ImportState state) {
        super(NAME, Messages.ModelPage_description, NOTES_HEIGHT);
        this.state = state;
    }

    @Override
    void addColumns() {
        column(Messages.DryRunPage_outcome, 100, entry -> label(entry.outcome()));
        column(Messages.ModelPage_artifact, 300, entry -> LabelText.line(entry.key() + " " + entry.title()));
        column(Messages.DryRunPage_detail, 320,
                entry -> LabelText.line(ModelText.details(entry).replaceFirst("^[:,] ", "")));
    }

    @Override
    void plan() {
        // A session of its own: those of the editors belong to the user interface.
        try (EditSession session = state.workspace().openSession()) {
            show(LongStep.run(getContainer(), Messages.DryRunPage_computing, () -> state.modelPlan(session)));
        }
    }

    private void show(ModelPlan plan) {
        showEntries(plan.entries(), entry -> entry.outcome() == Outcome.REFUSED);
        boolean isRefused = plan.count(Outcome.REFUSED) > 0;
        setErrorMessage(isRefused ? Messages.ModelPage_refused : null);
        setMessage(summary(plan::count), INFORMATION);
        List<String> lines = new ArrayList<>();
        if (!plan.newInDirectory().isEmpty()) {
            lines.add(Messages.bind(Messages.ModelPage_directory, String.join(", ", plan.newInDirectory())));
        }
        lines.addAll(plan.notes());
        showNotes(lines);
        setPageComplete(!isRefused);
    }
}
