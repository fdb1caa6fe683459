package org.chartroom.platform.launcher;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The home folder of the user. Java reads it from the list of accounts; what HOME says comes first. */
final class Home {
    private static final String PROPERTY = "user.home";

    private Home() {
    }

    /** Makes HOME the home folder for all of this process; on Windows it means something else to those who set it. */
    static void honour(Map<String, String> environment) {
        String home = environment.get("HOME");
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        if (!windows && home != null && Path.of(home).isAbsolute()) {
            System.setProperty(PROPERTY, home);
        }
    }

    static Path folder() {
        return Path.of(System.getProperty(PROPERTY));
    }
}
