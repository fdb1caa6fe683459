package org.chartroom.platform.bridge.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.SAXParserFactory;
import org.chartroom.platform.bridge.internal.log.LogServices;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.osgi.service.debug.DebugOptions;
import org.eclipse.osgi.service.environment.EnvironmentInfo;
import org.eclipse.osgi.service.localization.BundleLocalization;
import org.eclipse.osgi.service.resolver.PlatformAdmin;
import org.eclipse.osgi.service.runnable.ApplicationLauncher;
import org.eclipse.osgi.service.runnable.StartupMonitor;
import org.eclipse.osgi.service.urlconversion.URLConverter;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.PrototypeServiceFactory;
import org.osgi.framework.ServiceRegistration;

/**
 * Registers the services that the Eclipse platform takes for granted in its framework. The framework unregisters them
 * when the bundle stops.
 */
public final class BridgeActivator implements BundleActivator {
    private LogServices log;
    private MainThreadLauncher launcher;
    private LegacyPreferences legacyPreferences;

    @Override
    public void start(BundleContext context) throws IOException {
        log = new LogServices(context);
        log.register();
        context.registerService(EnvironmentInfo.class, new FelixEnvironment(context), null);
        registerLocation(context, Location.INSTANCE_AREA_TYPE, false);
        Path configuration = registerLocation(context, Location.CONFIGURATION_AREA_TYPE, false);
        registerLocation(context, Location.INSTALL_AREA_TYPE, true);
        registerLocation(context, Location.USER_AREA_TYPE, false);
        registerLocation(context, Location.ECLIPSE_HOME_LOCATION_TYPE, true);
        context.registerService(DebugOptions.class, new StaticDebugOptions(), null);
        context.registerService(BundleLocalization.class, new PropertiesLocalization(), null);
        context.registerService(URLConverter.class,
                new EntryCopier(context, configuration.resolve("org.eclipse.osgi").resolve("entries")),
                properties("protocol", "bundle"));
        context.registerService(PlatformAdmin.class, PlatformState.asPlatformAdmin(context), null);
        // Without a parser factory among the services the extension registry reads no plugin.xml and stays empty.
        context.registerService(SAXParserFactory.class, perBundle(SAXParserFactory::newDefaultInstance), null);
        context.registerService(DocumentBuilderFactory.class, perBundle(DocumentBuilderFactory::newDefaultInstance),
                null);
        legacyPreferences = new LegacyPreferences(context);
        legacyPreferences.open();
        launcher = new MainThreadLauncher(context);
        context.registerService(ApplicationLauncher.class, launcher, null);
        context.registerService(StartupMonitor.class, launcher, null);
        context.registerService(Runnable.class, launcher::shutdown, properties("org.chartroom.application.stop", true));
    }

    @Override
    public void stop(BundleContext context) {
        launcher.shutdown();
        legacyPreferences.close();
        log.close();
    }

    private static Path registerLocation(BundleContext context, String type, boolean readOnly) throws IOException {
        String folder = context.getProperty(type);
        if (folder == null) {
            throw new IOException("The framework property " + type + " names no folder");
        }
        Path path = Path.of(folder);
        if (!readOnly) {
            Files.createDirectories(path);
        }
        Dictionary<String, Object> properties = properties(Location.SERVICE_PROPERTY_TYPE, type);
        properties.put(Location.SERVICE_PROPERTY_URL, path.toUri().toURL().toExternalForm());
        context.registerService(Location.class, new FolderLocation(path, readOnly), properties);
        return path;
    }

    private static Dictionary<String, Object> properties(String key, Object value) {
        return new Hashtable<>(Map.of(key, value));
    }

    /** Factories carry settings: one for each bundle that asks, so that no bundle changes the settings of another. */
    private static <S> PrototypeServiceFactory<S> perBundle(java.util.function.Supplier<S> supplier) {
        return new PrototypeServiceFactory<>() {
            @Override
            public S getService(Bundle bundle, ServiceRegistration<S> registration) {
                return supplier.get();
            }

            @Override
            public void ungetService(Bundle bundle, ServiceRegistration<S> registration, S service) {
                // A parser factory holds nothing that has to be given back.
            }
        };
    }
}
