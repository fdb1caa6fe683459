package org.chartroom.core.internal.workspace;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listeners that are told one after the other. One that throws changes nothing for the others and for who tells them: what
 * they are told of has happened already. It is named in the log once, and told of what comes as before.
 *
 * @param <L> the type of the listeners
 */
final class Listeners<L> {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<L> listeners = new CopyOnWriteArrayList<>();
    private final Set<L> named = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    void add(L listener) {
        listeners.add(listener);
    }

    void remove(L listener) {
        listeners.remove(listener);
    }

    /** @param call tells one listener */
    void tell(Consumer<L> call) {
        for (L listener : listeners) {
            try {
                call.accept(listener);
            } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
                if (named.add(listener)) {
                    LOG.error(
                            "The listener {} of {} failed ({}). What it was told of is done and the others were told. Tell "
                                    + "its maker.",
                            listener.getClass().getName(), origin(listener.getClass()), e.toString(), e);
                }
            }
        }
    }

    private static String origin(Class<?> type) {
        Bundle bundle = FrameworkUtil.getBundle(type);
        return bundle == null ? "no bundle" : "bundle " + bundle.getSymbolicName();
    }
}
