package org.chartroom.change.ui;

import java.util.List;

import org.chartroom.change.ChangeProcess;
import org.chartroom.change.ChangeProcess.Guard;
import org.chartroom.change.ChangeProcess.Refusal;
import org.chartroom.model.change.Change;
import org.chartroom.model.change.ChangeLog;
import org.chartroom.model.change.ChangeState;
import org.chartroom.ui.forms.ArtifactEditor;
import org.chartroom.ui.forms.Notice;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.PartInitException;

/** The editor of a change log. */
public final class ChangeEditor extends ArtifactEditor {
    /** Id of the editor. */
    public static final String ID = "org.chartroom.change.editor";

    private ChangesPage changes;

    @Override
    protected void addArtifactPages() throws PartInitException {
        changes = new ChangesPage(this);
        addPage(new OverviewPage(this));
        addPage(changes);
        addPage(new BoardPage(this));
        addPage(new AgendaPage(this));
        addPage(new SchedulePage(this));
        addPage(new ImpactPage(this));
    }

    ChangeLog log() {
        return (ChangeLog) editing().artifact();
    }

    /** Shows a change on the page of the changes. */
    void showChange(Change change) {
        setActivePage(ChangesPage.ID);
        changes.reveal(change, null);
    }

    /** Takes a step after asking why; says what is missing where a guard refuses it. */
    void step(Change change, ChangeState to) {
        editing().flush();
        List<Refusal> refusals = ChangeProcess.refusals(change, to, "").stream()
                .filter(refusal -> refusal.guard() != Guard.REASON).toList();
        if (!refusals.isEmpty()) {
            Notice.information(getSite().getShell(),
                    Messages.bind(Messages.refusedTitle, change.getKey(), ChangeProcess.label(to)),
                    String.join("\n", refusals.stream().map(Refusal::message).toList()));
            return;
        }
        InputDialog why = new InputDialog(getSite().getShell(),
                Messages.bind(Messages.whyTitle,
                        new Object[]{change.getKey(), ChangeProcess.label(change.getState()),
                                ChangeProcess.label(to)}),
                Messages.whyQuestion, "", text -> text.isBlank() ? Messages.whyMissing : null);
        if (why.open() == Window.OK && !editing().isReadOnly()) {
            editing().execute(ChangeProcess.step(editing().domain(), change, to, System.getProperty("user.name"),
                    editing().clock().instant(), why.getValue()));
        }
    }
}
