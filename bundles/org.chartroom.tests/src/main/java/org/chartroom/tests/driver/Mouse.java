package org.chartroom.tests.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.eclipse.swt.graphics.Point;
import org.osgi.framework.FrameworkUtil;

/** The mouse of the display, for what posted events can't do. */
public final class Mouse {
    private Mouse() {
    }

    /**
     * Drags with the mouse of the display, pressed, moved and let go.
     *
     * @param from a place on the display
     * @param to a place on the display
     */
    public static void drag(Point from, Point to) {
        try {
            String jar = Path.of(URI.create(FrameworkUtil.getBundle(Mouse.class).getLocation()
                    .replaceFirst("^reference:", ""))).toString();
            Process mouse = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Djava.awt.headless=false", "-cp", jar, MouseProcess.class.getName(), String.valueOf(from.x),
                    String.valueOf(from.y), String.valueOf(to.x), String.valueOf(to.y)).redirectErrorStream(true)
                    .start();
            String printed = new String(mouse.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (mouse.waitFor() != 0) {
                throw new AssertionError("The mouse could not be dragged: " + printed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
