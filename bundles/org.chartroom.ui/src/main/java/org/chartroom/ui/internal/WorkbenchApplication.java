package org.chartroom.ui.internal;

import java.util.Optional;

import org.chartroom.ui.internal.workspace.OpenWorkspace;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;

/**
 * The workbench as an application: it lives as long as the workbench's window is open.
 */
public final class WorkbenchApplication implements IApplication {
    /** Exit code when no window can be opened. */
    private static final Integer NO_DISPLAY = 3;
    /** Exit code when the workspace can't be opened, because another process holds it or it is damaged. */
    private static final Integer NO_WORKSPACE = 4;

    @Override
    public Object start(IApplicationContext context) {
        Display display;
        try {
            display = PlatformUI.createDisplay();
        } catch (SWTError e) {
            System.err.println(e.getMessage() + ": " + Messages.WorkbenchApplication_noDisplay);
            return NO_DISPLAY;
        }
        try {
            return run(display, WorkbenchArguments
                    .parse((String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS)));
        } finally {
            display.dispose();
        }
    }

    private static Object run(Display display, WorkbenchArguments arguments) {
        Splash splash = Splash.open(display);
        ItemStyling.leaveOut(display);
        Optional<OpenWorkspace> workspace = OpenWorkspace.open(display, arguments.sample());
        if (workspace.isEmpty()) {
            splash.close();
            return NO_WORKSPACE;
        }
        try (OpenWorkspace open = workspace.get()) {
            int code = PlatformUI.createAndRunWorkbench(display, new ChartroomWorkbenchAdvisor(arguments, splash));
            if (code != PlatformUI.RETURN_RESTART) {
                return EXIT_OK;
            }
            open.goOnHere();
            return EXIT_RESTART;
        }
    }

    @Override
    public void stop() {
        if (!PlatformUI.isWorkbenchRunning()) {
            return;
        }
        IWorkbench workbench = PlatformUI.getWorkbench();
        Display display = workbench.getDisplay();
        display.syncExec(() -> {
            if (!display.isDisposed()) {
                workbench.close();
            }
        });
    }
}
