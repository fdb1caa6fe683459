package org.chartroom.platform.bridge.internal.log;

import java.io.File;
import java.io.Writer;
import org.eclipse.osgi.framework.log.FrameworkLog;
import org.eclipse.osgi.framework.log.FrameworkLogEntry;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkEvent;
import org.osgi.service.log.LogLevel;

/**
 * The platform's way to log before its own log is up. Everything goes the one way, so the file can't be changed here.
 */
final class HubFrameworkLog implements FrameworkLog {
    private final BundleContext context;
    private final LogHub hub;

    HubFrameworkLog(BundleContext context, LogHub hub) {
        this.context = context;
        this.hub = hub;
    }

    @Override
    public void log(FrameworkEvent event) {
        LogLevel level = switch (event.getType()) {
            case FrameworkEvent.ERROR -> LogLevel.ERROR;
            case FrameworkEvent.WARNING -> LogLevel.WARN;
            default -> LogLevel.INFO;
        };
        Throwable failure = event.getThrowable();
        String message = failure == null ? "Framework event" : String.valueOf(failure.getMessage());
        hub.log(event.getBundle(), null, level.ordinal(), null, message, failure);
    }

    @Override
    public void log(FrameworkLogEntry entry) {
        LogLevel level = switch (entry.getSeverity()) {
            case FrameworkLogEntry.ERROR -> LogLevel.ERROR;
            case FrameworkLogEntry.WARNING -> LogLevel.WARN;
            case FrameworkLogEntry.OK -> LogLevel.DEBUG;
            default -> LogLevel.INFO;
        };
        hub.log(bundleNamed(entry.getEntry()), null, level.ordinal(), entry, entry.getMessage(), entry.getThrowable());
    }

    private Bundle bundleNamed(String name) {
        for (Bundle bundle : context.getBundles()) {
            if (name != null && name.equals(bundle.getSymbolicName())) {
                return bundle;
            }
        }
        return context.getBundle();
    }

    @Override
    public void setWriter(Writer newWriter, boolean append) {
        // The platform would move its log to the .metadata folder: the log stays the launcher's.
    }

    @Override
    public void setFile(File newFile, boolean append) {
        // The platform would move its log to the .metadata folder: the log stays the launcher's.
    }

    @Override
    public File getFile() {
        String file = context.getProperty("org.chartroom.log.file");
        return file == null ? null : new File(file);
    }

    @Override
    public void setConsoleLog(boolean consoleLog) {
        // The launcher decides what goes to the console.
    }

    @Override
    public void close() {
        // Nothing is held open here.
    }
}
