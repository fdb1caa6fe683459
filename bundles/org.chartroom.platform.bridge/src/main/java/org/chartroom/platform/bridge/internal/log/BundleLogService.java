package org.chartroom.platform.bridge.internal.log;

import org.eclipse.equinox.log.ExtendedLogService;
import org.osgi.framework.Bundle;
import org.osgi.service.log.FormatterLogger;
import org.osgi.service.log.Logger;

/**
 * The log service as one bundle sees it: what it logs is marked with that bundle.
 */
final class BundleLogService extends BundleLogger implements ExtendedLogService {
    private final LogHub hub;
    private final Bundle bundle;

    BundleLogService(LogHub hub, Bundle bundle) {
        super(hub, bundle, null);
        this.hub = hub;
        this.bundle = bundle;
    }

    @Override
    public org.eclipse.equinox.log.Logger getLogger(String loggerName) {
        return new BundleLogger(hub, bundle, loggerName);
    }

    @Override
    public org.eclipse.equinox.log.Logger getLogger(Bundle logging, String loggerName) {
        return new BundleLogger(hub, logging == null ? bundle : logging, loggerName);
    }

    @Override
    public Logger getLogger(Class<?> type) {
        return getLogger(type.getName());
    }

    @Override
    public <L extends Logger> L getLogger(String loggerName, Class<L> type) {
        return getLogger(bundle, loggerName, type);
    }

    @Override
    public <L extends Logger> L getLogger(Class<?> named, Class<L> type) {
        return getLogger(bundle, named.getName(), type);
    }

    @Override
    public <L extends Logger> L getLogger(Bundle logging, String loggerName, Class<L> type) {
        if (type == FormatterLogger.class) {
            return type.cast(new PrintfLogger(hub, logging, loggerName));
        }
        if (type.isAssignableFrom(BundleLogger.class)) {
            return type.cast(new BundleLogger(hub, logging, loggerName));
        }
        throw new IllegalArgumentException("No logger of the type " + type.getName() + " is on offer");
    }
}
