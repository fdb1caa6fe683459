package org.chartroom.tests.internal;

import java.nio.file.Path;

import org.chartroom.core.workspace.Workspace;
import org.chartroom.tests.driver.SampleWorkspace;
import org.chartroom.tests.driver.UiDriver;
import org.eclipse.ui.PlatformUI;

/** Moves the workspace to another folder and starts the workbench again, twice; the third start has nothing to do. */
final class MoveAndRestart {
    private final UiDriver driver;

    MoveAndRestart(UiDriver driver) {
        this.driver = driver;
    }

    /** @return whether the workbench starts again */
    boolean run() {
        Workspace workspace = new SampleWorkspace(driver).workspace();
        Path folder = workspace.folder();
        System.out.println("The workspace is " + folder.getFileName());
        if (folder.endsWith("moved-moved")) {
            return false;
        }
        workspace.saveAs(folder.resolveSibling(folder.endsWith("moved") ? "moved-moved" : "moved"));
        driver.startInUi(() -> PlatformUI.getWorkbench().restart());
        return true;
    }
}
