package org.chartroom.platform.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * Brings the bundles of a profile into an empty framework. They stay where they are; the framework refers to the jars.
 */
final class Installer {
    private final BundleContext context;
    private final int eagerStartLevel;
    private final LaunchLog log;

    /**
     * @param eagerStartLevel up to which start level bundles are activated even if they ask to be activated by their
     *        first class only: nobody but the framework would make the platform's own start
     */
    Installer(BundleContext context, int eagerStartLevel, LaunchLog log) {
        this.context = context;
        this.eagerStartLevel = eagerStartLevel;
        this.log = log;
    }

    /** Installs all before anything starts, and marks for start those that {@code started} names. */
    void install(List<Profile.Entry> started, List<Profile.Entry> plugins, List<Profile.Entry> dropIns)
            throws BundleException {
        List<Bundle> toStart = new ArrayList<>();
        for (Profile.Entry entry : started) {
            toStart.add(install(entry));
        }
        for (Profile.Entry entry : plugins) {
            // Two plug-ins may bring the same library: the first one serves both.
            installOrTell(entry, true);
        }
        for (Profile.Entry entry : dropIns) {
            installOrTell(entry, false);
        }
        resolve();
        for (Bundle bundle : toStart) {
            if (!isFragment(bundle)) {
                // The framework has not been started: this only notes that the bundle starts at its level.
                boolean eager = bundle.adapt(BundleStartLevel.class).getStartLevel() <= eagerStartLevel;
                bundle.start(eager ? 0 : Bundle.START_ACTIVATION_POLICY);
            }
        }
    }

    private void installOrTell(Profile.Entry entry, boolean maybeTwice) {
        try {
            install(entry);
        } catch (BundleException e) {
            if (!maybeTwice || e.getType() != BundleException.DUPLICATE_BUNDLE_ERROR) {
                log.error("The plug-in " + entry.file() + " can't be installed: " + e.getMessage(), e.getCause());
            }
        }
    }

    private Bundle install(Profile.Entry entry) throws BundleException {
        Bundle bundle = context.installBundle(location(entry.file()));
        bundle.adapt(BundleStartLevel.class).setStartLevel(entry.startLevel());
        return bundle;
    }

    /** Resolves all bundles at once: one by one, fragments would come too late for their hosts. */
    void resolve() {
        context.getBundle(0).adapt(FrameworkWiring.class).resolveBundles(null);
    }

    static String location(Path jar) {
        return "reference:" + jar.toUri();
    }

    static boolean isFragment(Bundle bundle) {
        return bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
    }
}
