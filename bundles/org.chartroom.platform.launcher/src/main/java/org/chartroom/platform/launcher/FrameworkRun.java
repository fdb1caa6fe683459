package org.chartroom.platform.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.felix.framework.Felix;
import org.apache.felix.framework.util.FelixConstants;
import org.chartroom.platform.plugins.PluginArea;
import org.chartroom.platform.plugins.PluginHost;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;

/**
 * One run of the framework, from start to stop, with the application in between.
 */
final class FrameworkRun {
    private static final String MAIN_APPLICATION = "(org.chartroom.main.application=true)";
    private static final String STOP_APPLICATION = "(org.chartroom.application.stop=true)";
    private static final int SECONDS_TO_STOP = 10;

    private final Options options;
    private final Areas areas;
    private final Profile profile;
    private final LaunchLog log;
    private final ProcessTemp temp;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean terminating;

    FrameworkRun(Options options, Areas areas, Profile profile, LaunchLog log, ProcessTemp temp) {
        this.options = options;
        this.areas = areas;
        this.profile = profile;
        this.log = log;
        this.temp = temp;
    }

    /**
     * Runs the application of the profile on the calling thread.
     *
     * @return the exit code
     */
    int run() throws IOException {
        List<Profile.Entry> dropIns = DropIns.find(profile.lastStartLevel(), areas.install().resolve("dropins"),
                areas.dropIns());
        List<String> notices = tellLeftOut();
        PluginArea area = new PluginArea(areas.plugins());
        PluginStart plugins = new PluginStart(area, "headless".equals(options.profile()), log);
        List<PluginHost.Feature> features = Features.read(areas.install());
        plugins.prepare(features, profile.lastStartLevel());
        plugins.clean();
        List<Profile.Entry> others = Stream.concat(plugins.bundles().stream(), dropIns.stream()).toList();
        Stamps stamps = new Stamps(areas.configuration().resolve("bundles.stamps"));
        String description = Stamps.describe(profile.bundles()) + Stamps.describe(others);
        boolean kept = stamps.match(description);
        FelixLog felixLog = new FelixLog(log);
        Map<String, Object> settings = settings();
        settings.put(Constants.FRAMEWORK_STORAGE_CLEAN, kept ? "none" : Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        settings.put(FelixConstants.LOG_LOGGER_PROP, felixLog);
        Framework framework = make(settings);
        Thread onTermination = new Thread(() -> terminate(framework, plugins), "chartroom-termination");
        try {
            try (RootFormats formats = new RootFormats()) {
                framework.init();
            }
            BundleContext context = framework.getBundleContext();
            context.registerService(Consumer.class, log, new Hashtable<>(Map.of("org.chartroom.log", Boolean.TRUE)));
            registerForPlugins(context, area, settings, dropIns, features, notices);
            Installer installer = new Installer(context, profile.eagerStartLevel(), log);
            if (kept) {
                installer.resolve();
            } else {
                stamps.forget();
                installer.install(profile.bundles(), plugins.bundles(), dropIns);
                stamps.keep(description);
            }
            Runtime.getRuntime().addShutdownHook(onTermination);
            felixLog.eventsAreLogged();
            framework.start();
            startLater(() -> {
                plugins.start(context);
                new DropIns(log).start(framework, dropIns);
            });
            int code = exitCode(runOrTellPlugins(context, plugins));
            // When the process is being ended from outside of the application, the termination has had its say.
            if (!terminating) {
                plugins.end();
            }
            return code;
        } catch (BundleException e) {
            log.error("Chartroom can't start: " + e.getMessage(), e);
            throw new IOException("the framework can't start: " + e.getMessage() + " (see " + log.file() + ")", e);
        } finally {
            stop(framework);
            stopped.countDown();
            removeHook(onTermination);
        }
    }

    /** A workspace may come from anybody, and a bundle in it would run with the rights of whoever looks into it. */
    private List<String> tellLeftOut() throws IOException {
        List<String> told = new ArrayList<>();
        for (Profile.Entry leftOut : DropIns.find(0, areas.workspace().resolve("dropins"))) {
            String message = leftOut.file()
                    + " is not loaded, because a workspace may come from anybody; if you trust it, "
                    + "move it into " + areas.dropIns() + " and start again.";
            log.error(message, null);
            System.err.println("chartroom: " + message);
            told.add(message);
        }
        return told;
    }

    private static Framework make(Map<String, Object> settings) {
        try (RootFormats formats = new RootFormats()) {
            return new Felix(settings);
        }
    }

    /** Bundles of others start beside the application, on a thread that does not keep the process alive. */
    private static void startLater(Runnable starts) {
        Thread starter = new Thread(starts, "chartroom-plugins");
        starter.setDaemon(true);
        starter.start();
    }

    private void registerForPlugins(BundleContext context, PluginArea area, Map<String, Object> settings,
            List<Profile.Entry> dropIns, List<PluginHost.Feature> features, List<String> notices) throws IOException {
        context.registerService(PluginArea.class, area, null);
        context.registerService(PluginHost.class,
                new FelixHost(settings, files(Profile.read(areas.install(), "headless").bundles()),
                        files(Profile.read(areas.install(), "workbench").bundles()), files(dropIns),
                        features, notices, areas.configuration().resolve("trial")),
                null);
    }

    private static List<Path> files(List<Profile.Entry> entries) {
        return entries.stream().map(Profile.Entry::file).toList();
    }

    private Object runOrTellPlugins(BundleContext context, PluginStart plugins) throws IOException {
        try {
            return runApplication(context);
        } catch (IOException e) {
            plugins.applicationFailed("Chartroom failed in its start: " + e.getMessage() + ".");
            throw e;
        }
    }

    private Object runApplication(BundleContext context) throws IOException {
        try {
            for (ServiceReference<?> reference : context.getServiceReferences(Callable.class, MAIN_APPLICATION)) {
                return ((Callable<?>) context.getService(reference)).call();
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        } catch (Exception e) {
            log.error("The application failed: " + e.getMessage(), e);
            throw new IOException(e.getMessage() + " (see " + log.file() + ")", e);
        }
        throw new IOException("the application " + settings().get("eclipse.application")
                + " was not started: no bundle has it, or it does not run on the main thread (see " + log.file() + ")");
    }

    private static int exitCode(Object result) {
        return result instanceof Integer code ? code : 0;
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(profile.settings());
        Path configuration = areas.configuration();
        settings.put(Constants.FRAMEWORK_STORAGE, configuration.resolve("framework").toString());
        settings.put(Constants.FRAMEWORK_BEGINNING_STARTLEVEL, String.valueOf(profile.lastStartLevel()));
        // The lock of the configuration area guards the cache already.
        settings.put("felix.cache.locking", "false");
        settings.put("osgi.instance.area", areas.instance().toString());
        settings.put("osgi.configuration.area", configuration.resolve("configuration").toString());
        settings.put("osgi.install.area", areas.install().toString());
        settings.put("eclipse.home.location", areas.install().toString());
        settings.put("osgi.user.area", (Files.isDirectory(Home.folder()) ? Home.folder() : configuration).toString());
        // What the launcher offers to those that change the plug-ins.
        settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, "org.chartroom.platform.plugins;version=1.0.0");
        settings.put("osgi.os", os());
        settings.put("osgi.ws", Map.of("linux", "gtk", "win32", "win32", "macosx", "cocoa").get(os()));
        settings.put("osgi.arch", arch());
        if (options.application() != null) {
            settings.put("eclipse.application", options.application());
        }
        settings.put("org.chartroom.headless", String.valueOf("headless".equals(options.profile())));
        settings.put("org.chartroom.workspace", areas.workspace().toString());
        RestartNote.of(options).ifPresent(note -> settings.put("org.chartroom.restart.note", note.file().toString()));
        settings.put("org.chartroom.log.file", log.file().toString());
        settings.putAll(Arguments.properties(options.arguments()));
        return settings;
    }

    private static String os() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? "win32" : name.startsWith("mac") ? "macosx" : "linux";
    }

    private static String arch() {
        String name = System.getProperty("os.arch");
        return "amd64".equals(name) ? "x86_64" : name;
    }

    private void stop(Framework framework) {
        try {
            framework.stop();
            FrameworkEvent event = framework.waitForStop(TimeUnit.SECONDS.toMillis(SECONDS_TO_STOP));
            if (event.getType() == FrameworkEvent.WAIT_TIMEDOUT) {
                log.error("A bundle has not stopped within " + SECONDS_TO_STOP
                        + " seconds. The process ends without waiting for it.", null);
            }
        } catch (BundleException e) {
            log.error("The framework did not stop cleanly: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** On SIGTERM: asks the application to end, and lets the main thread stop the framework. */
    private void terminate(Framework framework, PluginStart plugins) {
        terminating = true;
        plugins.ending();
        if (isEndedBySignal()) {
            plugins.end();
        }
        try {
            BundleContext context = framework.getBundleContext();
            if (context != null) {
                for (ServiceReference<Runnable> stop : context.getServiceReferences(Runnable.class,
                        STOP_APPLICATION)) {
                    context.getService(stop).run();
                }
            }
            if (!stopped.await(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                log.error("The application has not ended within " + SECONDS_TO_STOP
                        + " seconds after it was asked to. The process ends now.", null);
            }
            // The main thread may not come to it: the process ends with this thread.
            temp.close();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells a user or system that ends the process from an activator that does. */
    private static boolean isEndedBySignal() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().startsWith("SIG"))
                .anyMatch(thread -> Arrays.stream(thread.getValue())
                        .anyMatch(frame -> "java.lang.Shutdown".equals(frame.getClassName())));
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook is what made this run end: there is nothing to remove.
            return;
        }
    }
}
