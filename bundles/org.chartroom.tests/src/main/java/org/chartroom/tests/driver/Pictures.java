package org.chartroom.tests.driver;

import java.nio.file.Path;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.osgi.framework.FrameworkUtil;

/**
 * Pictures of what is on the display: of failures beside the reports, of windows for the documentation.
 */
public final class Pictures {
    private static final String REPORTS = "org.chartroom.tests.reports";
    private static final String DOCUMENTATION = "org.chartroom.tests.pictures";

    private final UiDriver driver;

    /**
     * @param driver reaches the workbench
     */
    public Pictures(UiDriver driver) {
        this.driver = driver;
    }

    private static String property(String name) {
        return FrameworkUtil.getBundle(Pictures.class).getBundleContext().getProperty(name);
    }

    /** Saves what is on the display beside the reports, and says where; nothing when there are no reports. */
    String ofFailure() {
        String reports = property(REPORTS);
        if (reports == null) {
            return "";
        }
        Path file = Path.of(reports, "failed-" + System.nanoTime() + ".png");
        driver.doInUi(() -> take(Display.getCurrent().getBounds(), file));
        return "; see " + file;
    }

    /**
     * Saves a window for the documentation, when this run was asked for that.
     *
     * @param window the window
     * @param name name of the file, without its extension
     */
    public void document(Shell window, String name) {
        String folder = property(DOCUMENTATION);
        if (folder != null) {
            // The bounds of a window that has just been opened can lack what the window manager put around it.
            driver.doInUi(() -> take(window.getBounds().union(window.getDisplay().map(window, null,
                    window.getClientArea())), Path.of(folder, name + ".png")));
        }
    }

    private static void take(Rectangle area, Path file) {
        Display display = Display.getCurrent();
        Image image = new Image(display, area.width, area.height);
        GC gc = new GC(display);
        try {
            gc.copyArea(image, area.x, area.y);
            ImageLoader loader = new ImageLoader();
            loader.data = new ImageData[]{image.getImageData()};
            loader.save(file.toString(), SWT.IMAGE_PNG);
        } finally {
            gc.dispose();
            image.dispose();
        }
    }
}
