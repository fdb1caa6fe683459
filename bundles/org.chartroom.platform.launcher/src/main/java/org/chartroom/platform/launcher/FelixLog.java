package org.chartroom.platform.launcher;

import org.apache.felix.framework.Logger;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

/**
 * Takes what Felix itself has to say into the log of the workspace. Failures that Felix also reports as framework
 * events are logged there, with their stack trace, once the log services are up.
 */
final class FelixLog extends Logger {
    private final LaunchLog log;
    private volatile boolean eventsAreLogged;

    FelixLog(LaunchLog log) {
        this.log = log;
        setLogLevel(LOG_WARNING);
    }

    /** Says that framework events reach the log from now on. */
    void eventsAreLogged() {
        eventsAreLogged = true;
    }

    @Override
    protected void doLog(Bundle bundle, ServiceReference reference, int level, String message, Throwable failure) {
        if (eventsAreLogged && failure != null) {
            return;
        }
        String text = bundle == null ? message : bundle + ": " + message;
        if (level == LOG_ERROR) {
            log.error(text, failure);
        } else {
            log.warn(failure == null ? text : text + " (" + failure + ")");
        }
    }
}
