package org.chartroom.platform.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chartroom.platform.plugins.BoundedStart;
import org.osgi.framework.Bundle;

/**
 * Bundles that a user put into a dropins folder. They are installed and resolved like the others, so that the platform
 * sees what they contribute; but they are started beside the start of the application, each with a time limit, because
 * an activator that never returns would hold up the start for ever.
 */
final class DropIns {
    private final LaunchLog log;

    DropIns(LaunchLog log) {
        this.log = log;
    }

    static List<Profile.Entry> find(int startLevel, Path... folders) throws IOException {
        List<Profile.Entry> found = new ArrayList<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.filter(file -> file.toString().endsWith(".jar")).sorted()
                            .forEach(file -> found.add(new Profile.Entry(startLevel, file.toAbsolutePath())));
                }
            }
        }
        return found;
    }

    /** Starts the bundles one after the other, as long as the framework runs. */
    void start(Bundle framework, List<Profile.Entry> dropIns) {
        for (Profile.Entry dropIn : dropIns) {
            if (framework.getState() != Bundle.ACTIVE) {
                return;
            }
            Bundle bundle = framework.getBundleContext().getBundle(Installer.location(dropIn.file()));
            if (bundle != null && !Installer.isFragment(bundle)) {
                BoundedStart.start(bundle).filter(failure -> framework.getState() == Bundle.ACTIVE)
                        .ifPresent(failure -> log.error("The plug-in " + dropIn.file() + failure.reason()
                                + ". Chartroom goes on without it; remove the file if that stays so.",
                                failure.cause()));
            }
        }
    }
}
