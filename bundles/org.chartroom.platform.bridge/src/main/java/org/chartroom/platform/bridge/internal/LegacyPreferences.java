package org.chartroom.platform.bridge.internal;

import java.lang.reflect.Proxy;
import java.util.Hashtable;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.util.tracker.BundleTracker;

/**
 * Takes the place of the platform's initializer of Eclipse 2 preferences. That one reaches by reflection for the bundle
 * activator inside Equinox's bundle context, finds none in Felix's, and would log an error for each bundle that has
 * preferences. Preferences of bundles since Eclipse 3 come by the extension point
 * {@code org.eclipse.core.runtime.preferences} and are not concerned.
 */
final class LegacyPreferences extends BundleTracker<Bundle> {
    private static final String PREFERENCES_BUNDLE = "org.eclipse.equinox.preferences";
    private static final String SERVICE = "org.eclipse.core.internal.preferences.exchange.ILegacyPreferences";

    LegacyPreferences(BundleContext context) {
        super(context, Bundle.ACTIVE, null);
    }

    @Override
    public Bundle addingBundle(Bundle bundle, BundleEvent event) {
        if (!PREFERENCES_BUNDLE.equals(bundle.getSymbolicName())) {
            return null;
        }
        try {
            Class<?> type = bundle.loadClass(SERVICE);
            Object nothingToDo = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type},
                    (self, method, arguments) -> switch (method.getName()) {
                        case "equals" -> self == arguments[0];
                        case "hashCode" -> System.identityHashCode(self);
                        case "toString" -> "Chartroom's " + SERVICE;
                        default -> null;
                    });
            bundle.getBundleContext().registerService(SERVICE, nothingToDo,
                    new Hashtable<>(Map.of(Constants.SERVICE_RANKING, Integer.MAX_VALUE)));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(bundle + " is not the version the bridge was made for", e);
        }
        return bundle;
    }
}
