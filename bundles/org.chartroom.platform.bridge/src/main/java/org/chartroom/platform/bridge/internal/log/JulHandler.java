package org.chartroom.platform.bridge.internal.log;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.osgi.framework.Bundle;
import org.osgi.service.log.LogLevel;

/**
 * Brings what libraries log through java.util.logging, directly or through SLF4J, into the one log.
 */
final class JulHandler extends Handler {
    private final LogHub hub;
    private final Bundle bundle;
    private final SimpleFormatter formatter = new SimpleFormatter();

    JulHandler(LogHub hub, Bundle bundle) {
        this.hub = hub;
        this.bundle = bundle;
        setLevel(Level.INFO);
    }

    @Override
    public void publish(LogRecord entry) {
        if (!isLoggable(entry)) {
            return;
        }
        LogLevel level = LogLevel.INFO;
        if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
            level = LogLevel.ERROR;
        } else if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
            level = LogLevel.WARN;
        }
        String message = entry.getLoggerName() + ": " + formatter.formatMessage(entry);
        hub.log(bundle, entry.getLoggerName(), level.ordinal(), null, message, entry.getThrown());
    }

    @Override
    public void flush() {
        // Entries are written as they come.
    }

    @Override
    public void close() {
        // Nothing is held open here.
    }
}
