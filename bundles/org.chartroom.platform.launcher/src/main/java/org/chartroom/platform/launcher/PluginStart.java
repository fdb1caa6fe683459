package org.chartroom.platform.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.chartroom.platform.plugins.BoundedStart;
import org.chartroom.platform.plugins.InstalledBundle;
import org.chartroom.platform.plugins.InstalledPlugin;
import org.chartroom.platform.plugins.PluginArea;
import org.chartroom.platform.plugins.PluginHost;
import org.chartroom.platform.plugins.PluginRecord;
import org.chartroom.platform.plugins.SetAsidePlugin;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.Version;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Starts the plug-ins that the user has installed. After a change they are on trial: when one of them does not start, or
 * the process ends before the start is complete, the ones from before the change are the valid ones again.
 */
final class PluginStart {
    /** What an application with a window registers when the window is there. */
    private static final String RUNNING = "(org.chartroom.application.running=true)";

    private final PluginArea area;
    private final boolean headless;
    private final LaunchLog log;
    private final List<Part> parts = new ArrayList<>();
    /** Whether this run can show that all plug-ins work; one without a window does not start all of them. */
    private boolean complete = true;
    private boolean onTrial;
    private volatile boolean ending;
    private PluginRecord record = PluginRecord.EMPTY;

    /** A bundle of a plug-in or a feature that can be switched off. */
    private record Part(String plugin, Profile.Entry entry, Optional<InstalledBundle> bundle) {
        /** Whether the bundle is there already, brought by another plug-in. */
        boolean isElsewhere(BundleContext context) {
            return bundle.isPresent() && Arrays.stream(context.getBundles())
                    .anyMatch(other -> bundle.get().symbolicName().equals(other.getSymbolicName())
                            && Version.parseVersion(bundle.get().version()).equals(other.getVersion()));
        }
    }

    PluginStart(PluginArea area, boolean headless, LaunchLog log) {
        this.area = area;
        this.headless = headless;
        this.log = log;
    }

    /** Reads which plug-ins there are, after it has gone back to the former ones if the last start was cut off. */
    void prepare(List<PluginHost.Feature> features, int startLevel) {
        try {
            Optional<String> mended = area.mend();
            mended.ifPresent(notice -> {
                log.error(notice, null);
                System.err.println("chartroom: " + notice);
            });
            Optional<String> cutOff = area.isOnTrial() ? area.cutOffStart() : Optional.empty();
            if (cutOff.isPresent()) {
                rollBack("The last start of Chartroom ended while " + cutOff.get() + " was starting.");
            }
            record = area.read();
            for (SetAsidePlugin damaged : record.setAside()) {
                log.error(damaged.reason(), null);
                System.err.println("chartroom: " + damaged.reason());
            }
            addFeatures(features, startLevel);
            onTrial = area.isOnTrial() && !area.isStartedElsewhere();
            for (InstalledPlugin plugin : record.plugins()) {
                for (InstalledBundle bundle : plugin.bundles()) {
                    add(plugin, bundle, startLevel);
                }
            }
            if (onTrial) {
                area.noteStart("Chartroom");
            }
        } catch (IOException e) {
            log.error(e.getMessage() + " Chartroom starts without plug-ins.", null);
            System.err.println("chartroom: " + e.getMessage());
            onTrial = false;
            parts.clear();
            record = PluginRecord.EMPTY;
            addFeatures(features, startLevel);
        }
    }

    private void addFeatures(List<PluginHost.Feature> features, int startLevel) {
        for (PluginHost.Feature feature : features) {
            if (record.features().getOrDefault(feature.id(), feature.on())) {
                (headless ? feature.headless() : feature.bundles())
                        .forEach(jar -> parts
                                .add(new Part(feature.id(), new Profile.Entry(startLevel, jar), Optional.empty())));
            }
        }
    }

    private void add(InstalledPlugin plugin, InstalledBundle bundle, int startLevel) {
        Path file = area.file(plugin, bundle);
        if (headless && !bundle.headless()) {
            complete = false;
        } else if (Files.exists(file)) {
            parts.add(new Part(plugin.id(), new Profile.Entry(startLevel, file), Optional.of(bundle)));
        } else {
            fail("The plug-in " + plugin.id() + " has lost its file " + file + "; install it again.", null);
        }
    }

    List<Profile.Entry> bundles() {
        return parts.stream().map(Part::entry).toList();
    }

    /** When no framework runs yet: what was replaced or removed is not used any more. */
    void clean() {
        try {
            area.clean();
        } catch (IOException e) {
            log.warn("Old plug-ins can't be removed (" + e.getMessage() + ").");
        }
    }

    /** Starts the plug-ins one after the other, and ends the trial. */
    void start(BundleContext context) {
        for (Part part : parts) {
            if (ending) {
                return;
            }
            Bundle bundle = context.getBundle(Installer.location(part.entry().file()));
            if (bundle == null && !part.isElsewhere(context)) {
                fail("The bundle " + part.entry().file() + " of the plug-in " + part.plugin()
                        + " can't be installed.", null);
            } else if (bundle != null && !Installer.isFragment(bundle)) {
                note("the plug-in " + part.plugin());
                BoundedStart.start(bundle).ifPresent(failure -> fail("The bundle " + bundle.getSymbolicName()
                        + " of the plug-in " + part.plugin() + failure.reason() + ".", failure.cause()));
            }
        }
        note("Chartroom");
        if (onTrial && complete && (headless || applicationRuns(context)) && !ending) {
            try {
                area.confirm(record);
                onTrial = false;
            } catch (IOException e) {
                log.warn("That the plug-ins have started can't be noted (" + e.getMessage() + ").");
            }
        }
    }

    private void note(String what) {
        if (onTrial && !ending) {
            try {
                area.noteStart(what);
            } catch (IOException e) {
                log.warn("What is being started can't be noted (" + e.getMessage() + ").");
            }
        }
    }

    private static boolean applicationRuns(BundleContext context) {
        try {
            ServiceTracker<?, ?> tracker = new ServiceTracker<>(context, context.createFilter(RUNNING), null);
            tracker.open();
            return tracker.waitForService(0) != null;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException | IllegalStateException e) {
            // The framework is being stopped: this start has shown nothing.
            return false;
        }
    }

    /** The framework is about to stop; what does not start any more says nothing about it. */
    void ending() {
        ending = true;
    }

    private synchronized void fail(String why, Throwable cause) {
        if (ending) {
            return;
        }
        log.error(why, cause);
        if (onTrial) {
            rollBack(why);
        } else {
            System.err.println("chartroom: " + why);
        }
    }

    private synchronized void rollBack(String why) {
        onTrial = false;
        try {
            String notice = area.rollBack(why);
            log.warn(notice);
            System.err.println("chartroom: " + notice);
        } catch (IOException e) {
            log.error("The former plug-ins can't be restored: " + e.getMessage(), e);
        }
    }

    /** The application could not run at all. */
    void applicationFailed(String why) {
        if (onTrial) {
            rollBack(why);
        }
    }

    /** The run ends in order; if it has shown nothing, the next one does. */
    synchronized void end() {
        ending = true;
        if (onTrial) {
            try {
                area.forgetStart();
            } catch (IOException e) {
                log.warn("The note of this start can't be removed (" + e.getMessage() + ").");
            }
        }
    }
}
