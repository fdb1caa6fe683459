package org.chartroom.ui.internal;

import java.time.Duration;
import org.chartroom.core.evaluation.SystemClock;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;

/**
 * Takes a picture of the workbench window as soon as it has come to rest, and closes the workbench. For documentation,
 * and to see on a machine without a display what it looks like.
 */
final class Screenshot {
    /** So many idle turns of the event loop in a row mean that nothing is being drawn any more. */
    private static final int IDLE_TURNS = 20;
    private static final int MILLIS_BETWEEN_TURNS = 50;

    private final String file;
    private int idleTurns;
    private boolean timed;

    /**
     * @param file the PNG file to write
     */
    Screenshot(String file) {
        this.file = file;
    }

    /** Called when the event loop has nothing to do. */
    void idle(Display display) {
        if (!timed) {
            timed = true;
            ProcessHandle.current().info().startInstant().ifPresent(start -> System.out
                    .println(Messages.bind(Messages.Screenshot_shown,
                            Duration.between(start, SystemClock.get().instant()).toMillis())));
        }
        idleTurns = Job.getJobManager().isIdle() ? idleTurns + 1 : 0;
        if (idleTurns < IDLE_TURNS) {
            display.timerExec(MILLIS_BETWEEN_TURNS, display::wake);
        } else if (idleTurns == IDLE_TURNS) {
            Shell shell = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
            take(display, shell.getBounds());
            PlatformUI.getWorkbench().close();
        }
    }

    private void take(Display display, Rectangle bounds) {
        Image image = new Image(display, bounds.width, bounds.height);
        GC gc = new GC(display);
        try {
            gc.copyArea(image, bounds.x, bounds.y);
            ImageLoader loader = new ImageLoader();
            // As sharp as the screen shows it.
            loader.data = new ImageData[]{image.getImageData(display.getPrimaryMonitor().getZoom())};
            loader.save(file, SWT.IMAGE_PNG);
        } finally {
            gc.dispose();
            image.dispose();
        }
    }
}
