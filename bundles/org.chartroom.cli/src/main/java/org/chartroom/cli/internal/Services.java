package org.chartroom.cli.internal;

import java.util.ArrayList;
import java.util.List;

import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/** The services of the core, waited for until the framework has started them. */
final class Services implements AutoCloseable {
    private static final long WAIT_MS = 10_000;

    private final BundleContext bundles;
    private final List<ServiceTracker<?, ?>> trackers = new ArrayList<>();

    Services(BundleContext bundles) {
        this.bundles = bundles;
    }

    <T> T get(Class<T> type) {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(bundles, type, null);
        tracker.open();
        trackers.add(tracker);
        try {
            T service = tracker.waitForService(WAIT_MS);
            if (service == null) {
                throw new IllegalStateException("No bundle offers " + type.getName() + "; install Chartroom again.");
            }
            return service;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + type.getName() + ".", e);
        }
    }

    @Override
    public void close() {
        trackers.forEach(ServiceTracker::close);
    }
}
