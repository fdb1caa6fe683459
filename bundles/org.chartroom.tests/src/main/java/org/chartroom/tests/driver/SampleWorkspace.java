package org.chartroom.tests.driver;

import java.util.List;
import java.util.concurrent.Callable;
import org.chartroom.core.type.ArtifactTypes;
import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.exchange.sample.SamplePortfolio;
import org.eclipse.ui.PlatformUI;

/**
 * The workspace of the running workbench, brought to a known state before a test.
 */
public final class SampleWorkspace {
    private final UiDriver driver;
    private final Workspace workspace;

    /**
     * @param driver reaches the workbench
     */
    public SampleWorkspace(UiDriver driver) {
        this.driver = driver;
        this.workspace = driver.inUi((Callable<Workspace>) () -> PlatformUI.getWorkbench()
                .getService(Workspace.class));
    }

    /** Closes all dialogs and editors, unsaved or not, and deletes every artifact. */
    public void empty() {
        driver.closeDialogs();
        driver.doInUi(() -> driver.page().closeAllEditors(false));
        try (EditSession session = workspace.openSession()) {
            for (ArtifactInfo artifact : workspace.artifacts()) {
                session.artifact(artifact.id()).ifPresent(session::delete);
            }
            session.commit("");
        }
    }

    /** Leaves the sample portfolio in it, as it comes, and nothing else. */
    public void fill() {
        empty();
        SamplePortfolio.load(workspace, List.of());
    }

    /** Leaves the sample portfolio with the examples of all artifact types in it, and nothing else. */
    public void fillWithExamples() {
        empty();
        SamplePortfolio.load(workspace, driver.inUi(
                () -> PlatformUI.getWorkbench().getService(ArtifactTypes.class).all()));
    }

    /**
     * Gives the open workspace.
     *
     * @return the workspace
     */
    public Workspace workspace() {
        return workspace;
    }
}
