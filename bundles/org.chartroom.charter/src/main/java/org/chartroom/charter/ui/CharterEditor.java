package org.chartroom.charter.ui;

import org.chartroom.model.charter.Charter;
import org.chartroom.ui.forms.ArtifactEditor;
import org.eclipse.ui.PartInitException;

/** The editor of a project charter. */
public final class CharterEditor extends ArtifactEditor {
    /** Id of the editor. */
    public static final String ID = "org.chartroom.charter.editor";

    @Override
    protected void addArtifactPages() throws PartInitException {
        addPage(new OverviewPage(this));
        addPage(new ScopePage(this));
        addPage(new StakeholdersPage(this));
        addPage(new RaciPage(this));
        addPage(new MilestonesPage(this));
        addPage(new CasePage(this));
        addPage(new BudgetPage(this));
        addPage(new ThreadsPage(this));
        addPage(new RankingPage(this));
    }

    Charter charter() {
        return (Charter) editing().artifact();
    }
}
