package org.chartroom.releng.tests;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;

/**
 * A display of its own for a test, with a window manager, so that windows get the focus and nothing else is on it.
 */
final class Xvfb implements AutoCloseable {
    private final Process server;
    private final Process windowManager;
    private final String display;

    /** As large as the run of the tests says, see releng/nightly. */
    Xvfb() throws IOException {
        this(System.getProperty("display.size", "1680x1050"));
    }

    /** @param size width and height in pixels, as 1680x1050 */
    Xvfb(String size) throws IOException {
        try {
            server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", size + "x24", "-nolisten", "tcp", "-noreset")
                    .redirectError(Redirect.DISCARD).start();
        } catch (IOException e) {
            throw new IOException("Tests of the workbench need Xvfb: apt-get install xvfb openbox libgtk-3-0", e);
        }
        String number = new BufferedReader(new InputStreamReader(server.getInputStream())).readLine();
        if (number == null) {
            throw new IOException("Xvfb found no free display");
        }
        display = ":" + number.trim();
        ProcessBuilder manager = new ProcessBuilder("openbox", "--sm-disable").redirectErrorStream(true)
                .redirectOutput(Redirect.to(new File("/dev/null")));
        manager.environment().put("DISPLAY", display);
        windowManager = manager.start();
    }

    String display() {
        return display;
    }

    @Override
    public void close() {
        windowManager.destroy();
        server.destroy();
    }
}
