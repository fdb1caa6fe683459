package org.chartroom.platform.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Bundles that a user put into a dropins folder. They are installed and resolved like the others, so that the platform
 * sees what they contribute; but they are started beside the start of the application, each with a time limit, because
 * an activator that never returns would hold up the start for ever.
 */
final class DropIns {
    private static final int SECONDS_TO_START = 10;

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

    /** Starts the bundles one after the other, on threads that do not keep the process alive. */
    void startLater(BundleContext context, List<Profile.Entry> dropIns) {
        if (dropIns.isEmpty()) {
            return;
        }
        Thread starter = new Thread(() -> {
            for (Profile.Entry dropIn : dropIns) {
                Bundle bundle = context.getBundle(Installer.location(dropIn.file()));
                if (bundle != null && !Installer.isFragment(bundle)) {
                    startWithLimit(bundle, dropIn.file());
                }
            }
        }, "chartroom-dropins");
        starter.setDaemon(true);
        starter.start();
    }

    private void startWithLimit(Bundle bundle, Path file) {
        FutureTask<Void> start = new FutureTask<>(() -> {
            bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
            return null;
        });
        Thread thread = new Thread(start, "chartroom-dropin-" + bundle.getSymbolicName());
        thread.setDaemon(true);
        thread.start();
        try {
            start.get(SECONDS_TO_START, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            log.error("The plug-in " + file + " has not started within " + SECONDS_TO_START
                    + " seconds. Chartroom goes on without waiting for it; remove the file if it stays silent.", null);
        } catch (ExecutionException e) {
            String reason = bundle.adapt(BundleRevision.class).getWiring() == null
                    ? " can't be resolved: "
                    : " can't be started: ";
            Throwable cause = e.getCause();
            log.error("The plug-in " + file + reason + cause.getMessage(),
                    cause instanceof BundleException ? cause.getCause() : cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
