package org.chartroom.plugins.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.chartroom.platform.plugins.BoundedStart;
import org.chartroom.platform.plugins.InstalledBundle;
import org.chartroom.platform.plugins.InstalledPlugin;
import org.chartroom.platform.plugins.PluginArea;
import org.chartroom.platform.plugins.PluginHost;
import org.chartroom.platform.plugins.PluginRecord;
import org.chartroom.plugins.PluginException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the running framework have the plug-ins that a record names, and no others. */
final class LiveChange {
    private static final Logger LOG = LoggerFactory.getLogger(LiveChange.class);
    private static final long SECONDS_TO_REFRESH = 30;

    private final BundleContext context;
    private final PluginArea area;
    private final PluginHost host;
    private final boolean headless;

    LiveChange(BundleContext context, PluginArea area, PluginHost host) {
        this.context = context;
        this.area = area;
        this.host = host;
        this.headless = Boolean.parseBoolean(context.getProperty("org.chartroom.headless"));
    }

    static String location(Path jar) {
        return "reference:" + jar.toUri();
    }

    Optional<Bundle> bundle(Path jar) {
        return Optional.ofNullable(context.getBundle(location(jar)));
    }

    boolean isHeadless() {
        return headless;
    }

    /** Bundles that are no plug-ins and would have to be stopped for a change of these jars. */
    List<Bundle> takenAlong(List<Path> jars) {
        List<Bundle> going = jars.stream().map(this::bundle).flatMap(Optional::stream).toList();
        if (going.isEmpty()) {
            return List.of();
        }
        Collection<Bundle> closure = wiring().getDependencyClosure(going);
        return closure.stream().filter(bundle -> !going.contains(bundle) && !isPlugin(bundle)).toList();
    }

    private FrameworkWiring wiring() {
        return context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    }

    private boolean isPlugin(Bundle bundle) {
        return bundle.getLocation().startsWith(location(area.plugins()))
                || host.features().stream().flatMap(feature -> feature.bundles().stream())
                        .anyMatch(jar -> location(jar).equals(bundle.getLocation()));
    }

    /** By location, the name of the plug-in each bundle that is wanted belongs to. */
    private Map<String, String> wanted(PluginRecord record) {
        Map<String, String> wanted = new LinkedHashMap<>();
        host.features().stream().filter(feature -> Planner.isOn(record, feature))
                .forEach(feature -> (headless ? feature.headless() : feature.bundles())
                        .forEach(jar -> wanted.put(location(jar), feature.id())));
        for (InstalledPlugin plugin : record.plugins()) {
            for (InstalledBundle bundle : plugin.bundles()) {
                if (!headless || bundle.headless()) {
                    wanted.put(location(area.file(plugin, bundle)), plugin.id());
                }
            }
        }
        return wanted;
    }

    /** Changes the framework; when a bundle does not start, all that came with it is taken out again. */
    void apply(PluginRecord record) {
        Map<String, String> wanted = wanted(record);
        List<Bundle> gone = Arrays.stream(context.getBundles()).filter(this::isPlugin)
                .filter(bundle -> !wanted.containsKey(bundle.getLocation())).toList();
        List<Bundle> running = Arrays.stream(context.getBundles()).filter(this::isPlugin)
                .filter(bundle -> !gone.contains(bundle) && isStarted(bundle)).toList();
        // The refresh would start them again before what they need is there; they are started at the end.
        running.stream().filter(wiring().getDependencyClosure(gone)::contains)
                .forEach(bundle -> withLimit(bundle, Bundle::stop));
        uninstall(gone);
        List<Bundle> come = new ArrayList<>();
        try {
            for (Map.Entry<String, String> one : wanted.entrySet()) {
                if (context.getBundle(one.getKey()) == null) {
                    install(one.getKey()).ifPresent(come::add);
                }
            }
            wiring().resolveBundles(null);
            for (Bundle bundle : come) {
                start(bundle, wanted.get(bundle.getLocation()));
            }
        } catch (PluginException e) {
            uninstall(come);
            throw e;
        }
        running.stream().filter(bundle -> !isStarted(bundle)).forEach(LiveChange::startAgain);
    }

    private static boolean isStarted(Bundle bundle) {
        return (bundle.getState() & (Bundle.STARTING | Bundle.ACTIVE)) != 0;
    }

    /** A bundle that used what has gone, and has found the same elsewhere. */
    private static void startAgain(Bundle bundle) {
        BoundedStart.start(bundle)
                .ifPresent(failure -> LOG.error("The bundle {} of a plug-in{}. Remove the plug-in, or "
                        + "get another version.", bundle.getSymbolicName(), failure.reason(), failure.cause()));
    }

    private Optional<Bundle> install(String location) {
        try {
            Bundle bundle = context.installBundle(location);
            bundle.adapt(BundleStartLevel.class).setStartLevel(context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                    .adapt(FrameworkStartLevel.class).getStartLevel());
            return Optional.of(bundle);
        } catch (BundleException e) {
            if (e.getType() == BundleException.DUPLICATE_BUNDLE_ERROR) {
                // Two plug-ins bring the same library: one copy serves both.
                return Optional.empty();
            }
            throw new PluginException(Messages.bind(Messages.notStarted, location, ": " + e.getMessage()), e);
        }
    }

    private static void start(Bundle bundle, String plugin) {
        if (bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null) {
            BoundedStart.start(bundle).ifPresent(failure -> {
                throw new PluginException(Messages.bind(Messages.notStarted, plugin, bundle.getSymbolicName()
                        + failure.reason()), failure.cause());
            });
        }
    }

    private void uninstall(List<Bundle> bundles) {
        if (bundles.isEmpty()) {
            return;
        }
        bundles.forEach(bundle -> withLimit(bundle, Bundle::uninstall));
        CountDownLatch refreshed = new CountDownLatch(1);
        wiring().refreshBundles(bundles, event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                refreshed.countDown();
            }
        });
        try {
            if (!refreshed.await(SECONDS_TO_REFRESH, TimeUnit.SECONDS)) {
                throw new PluginException(Messages.refreshTime);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PluginException(Messages.cancelled, e);
        }
    }

    /** What is done to a bundle. */
    @FunctionalInterface
    private interface Step {
        void on(Bundle bundle) throws BundleException;
    }

    /** The stop of somebody else's bundle may hang, or fail; it must not keep the others. */
    private static void withLimit(Bundle bundle, Step step) {
        Thread thread = new Thread(() -> {
            try {
                step.on(bundle);
            } catch (BundleException e) {
                // It has stopped all the same: only its own end went wrong.
                LOG.warn("The bundle {} did not stop cleanly: {}", bundle.getSymbolicName(), e.getMessage(), e);
            }
        }, "chartroom-plugin-" + bundle.getSymbolicName());
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(BoundedStart.SECONDS_TO_START));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PluginException(Messages.cancelled, e);
        }
    }
}
