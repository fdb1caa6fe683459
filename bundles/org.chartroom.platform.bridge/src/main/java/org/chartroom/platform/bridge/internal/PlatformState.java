package org.chartroom.platform.bridge.internal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Comparator;
import org.eclipse.osgi.service.resolver.PlatformAdmin;
import org.eclipse.osgi.service.resolver.State;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/**
 * The state of the framework as far as the platform asks for it: its time stamp. The extension registry keys its cache
 * with the stamp, so the stamp changes with every bundle that is installed, updated or uninstalled, and with nothing
 * else.
 */
final class PlatformState {

    private PlatformState() {
    }

    /**
     * Creates the service that hands out the state.
     *
     * @param context the context of the bridge
     * @return a service that answers {@code getState(..).getTimeStamp()} and refuses every other call
     */
    static PlatformAdmin asPlatformAdmin(BundleContext context) {
        State state = proxy(State.class, "getTimeStamp", () -> stamp(context.getBundles()));
        return proxy(PlatformAdmin.class, "getState", () -> state);
    }

    /**
     * Folds identity and time of change of all bundles into one number.
     *
     * @param bundles the bundles, in any order
     * @return the stamp, never 0 or negative, which would mean "unknown"
     */
    static long stamp(Bundle[] bundles) {
        Bundle[] sorted = bundles.clone();
        Arrays.sort(sorted, Comparator.comparingLong(Bundle::getBundleId));
        long stamp = 17;
        for (Bundle bundle : sorted) {
            if (bundle.getBundleId() != 0) {
                stamp = stamp * 31 + bundle.getBundleId();
                stamp = stamp * 31 + bundle.getLastModified();
                stamp = stamp * 31 + String.valueOf(bundle.getSymbolicName()).hashCode();
                stamp = stamp * 31 + bundle.getVersion().hashCode();
            }
        }
        return (stamp & Long.MAX_VALUE) | 1;
    }

    private static <T> T proxy(Class<T> type, String method, java.util.function.Supplier<?> answer) {
        InvocationHandler handler = (self, called, arguments) -> {
            if (called.getDeclaringClass() == Object.class) {
                return switch (called.getName()) {
                    case "equals" -> self == arguments[0];
                    case "hashCode" -> System.identityHashCode(self);
                    default -> "Chartroom's " + type.getSimpleName();
                };
            }
            if (called.getName().equals(method)) {
                return answer.get();
            }
            throw new UnsupportedOperationException(
                    type.getSimpleName() + "." + called.getName() + " is Equinox's own");
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, handler));
    }
}
