package org.chartroom.tests.internal;

import java.io.IOException;
import org.chartroom.tests.driver.UiDriver;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IStartup;
import org.osgi.framework.FrameworkUtil;

/**
 * Called when the workbench is up: runs what this start of the workbench is for, then closes it. The result is the exit
 * code of the process only as far as the workbench's own; whether tests failed is in the reports.
 */
public final class WorkbenchStartup implements IStartup {
    private static final String TASK = "org.chartroom.tests.task";

    @Override
    public void earlyStartup() {
        String task = FrameworkUtil.getBundle(WorkbenchStartup.class).getBundleContext().getProperty(TASK);
        if (task == null) {
            return;
        }
        if (task.equals("stay")) {
            System.out.println("The workbench is up");
            return;
        }
        // A thread of its own: tests wait for the user interface, and must hold up neither it nor its jobs.
        Thread thread = new Thread(() -> run(task), "chartroom-tests");
        thread.setDaemon(true);
        thread.start();
    }

    private static void run(String task) {
        UiDriver driver = new UiDriver();
        boolean restarts = false;
        try {
            switch (task) {
                case "ui-tests" -> new TestRun("UiTest").run();
                // In a workbench of their own: after a drag the window takes no posted keys any more.
                case "mouse-tests" -> new TestRun("MouseTest").run();
                // In a workbench of their own: they move its workspace.
                case "elsewhere-tests" -> new TestRun("SaveElsewhereTest").run();
                case "protect" -> restarts = new Protect(driver).run();
                case "move-and-restart" -> restarts = new MoveAndRestart(driver).run();
                case "open-and-close" -> new OpenAndClose(driver).run();
                case "large-grid" -> new LargeGrid(driver).run();
                default -> throw new IllegalArgumentException("No such task: " + task);
            }
        } catch (IOException | RuntimeException | AssertionError e) {
            ILog.of(WorkbenchStartup.class).error("The task " + task + " failed: " + e.getMessage(), e);
        } finally {
            if (!restarts) {
                driver.closeWorkbench();
            }
        }
    }
}
