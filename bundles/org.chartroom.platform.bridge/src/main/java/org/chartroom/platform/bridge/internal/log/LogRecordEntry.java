package org.chartroom.platform.bridge.internal.log;

import org.eclipse.equinox.log.ExtendedLogEntry;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.log.LogLevel;

/**
 * One entry of the log.
 */
final class LogRecordEntry implements ExtendedLogEntry {
    private final Bundle bundle;
    private final String loggerName;
    private final LogLevel level;
    private final int numericLevel;
    private final Object context;
    private final String message;
    private final Throwable exception;
    private final long sequence;
    private final long time = System.currentTimeMillis();
    private final Thread thread = Thread.currentThread();

    LogRecordEntry(long sequence, Bundle bundle, String loggerName, int numericLevel, Object context, String message,
            Throwable exception) {
        this.sequence = sequence;
        this.bundle = bundle;
        this.loggerName = loggerName;
        this.numericLevel = numericLevel;
        this.level = LogHub.level(numericLevel);
        this.context = context;
        this.message = message;
        this.exception = exception;
    }

    @Override
    public Bundle getBundle() {
        return bundle;
    }

    @Override
    public ServiceReference<?> getServiceReference() {
        return context instanceof ServiceReference<?> reference ? reference : null;
    }

    @Override
    @Deprecated
    public int getLevel() {
        return numericLevel;
    }

    @Override
    public String getMessage() {
        return message;
    }

    @Override
    public Throwable getException() {
        return exception;
    }

    @Override
    public long getTime() {
        return time;
    }

    @Override
    public LogLevel getLogLevel() {
        return level;
    }

    @Override
    public String getLoggerName() {
        return loggerName;
    }

    @Override
    public long getSequence() {
        return sequence;
    }

    @Override
    public String getThreadInfo() {
        return thread.getName();
    }

    @Override
    public StackTraceElement getLocation() {
        return null;
    }

    @Override
    public Object getContext() {
        return context;
    }

    @Override
    public long getThreadId() {
        return thread.getId();
    }

    @Override
    public String getThreadName() {
        return thread.getName();
    }

    @Override
    public long getSequenceNumber() {
        return sequence;
    }
}
