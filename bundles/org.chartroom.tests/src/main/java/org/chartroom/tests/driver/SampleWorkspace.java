package org.chartroom.tests.driver;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.chartroom.core.type.ArtifactTypes;
import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.exchange.sample.SamplePortfolio;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
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
        review();
    }

    /** What the sample has to be reviewed by a day that has passed is reviewed: no test is to depend on today. */
    private void review() {
        LocalDate today = LocalDate.now();
        try (EditSession session = workspace.openSession()) {
            for (ArtifactInfo info : workspace.artifacts()) {
                session.artifact(info.id()).filter(artifact -> artifact.getNextReview() != null
                        && artifact.getNextReview().isBefore(today))
                        .ifPresent(artifact -> artifact.setLastReviewedOn(today));
            }
            session.commit("");
        }
    }

    /** Leaves the sample portfolio with the examples of all artifact types in it, and nothing else. */
    public void fillWithExamples() {
        empty();
        SamplePortfolio.load(workspace, driver.inUi(
                () -> PlatformUI.getWorkbench().getService(ArtifactTypes.class).all()));
        review();
    }

    /**
     * Finds an artifact in the navigator. On the user interface thread only.
     *
     * @param tree a tree, which may be another one
     * @param key the key of the artifact
     * @return its line
     */
    public static Optional<TreeItem> inNavigator(Tree tree, String key) {
        return Arrays.stream(tree.getItems()).flatMap(type -> Arrays.stream(type.getItems()))
                .filter(artifact -> artifact.getText().startsWith(key)).findFirst();
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
