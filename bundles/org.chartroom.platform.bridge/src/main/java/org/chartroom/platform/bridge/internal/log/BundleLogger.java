package org.chartroom.platform.bridge.internal.log;

import org.eclipse.equinox.log.Logger;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.LoggerConsumer;

/**
 * A bundle's logger, by the OSGi log service's way of formatting: {@code {}} stands for the next argument, a throwable
 * or a service reference at the end is no argument but belongs to the entry.
 */
class BundleLogger implements Logger {
    private final LogHub hub;
    private final Bundle bundle;
    private final String name;

    BundleLogger(LogHub hub, Bundle bundle, String name) {
        this.hub = hub;
        this.bundle = bundle;
        this.name = name;
    }

    @Override
    public final String getName() {
        return name;
    }

    @Override
    public final boolean isLoggable(int level) {
        return LogHub.isWorthKeeping(LogHub.level(level));
    }

    @Override
    public final void log(int level, String message) {
        log(level, message, (Throwable) null);
    }

    @Override
    public final void log(int level, String message, Throwable exception) {
        hub.log(bundle, name, level, null, message, exception);
    }

    @Override
    public final void log(ServiceReference<?> reference, int level, String message) {
        log((Object) reference, level, message, null);
    }

    @Override
    public final void log(ServiceReference<?> reference, int level, String message, Throwable exception) {
        log((Object) reference, level, message, exception);
    }

    @Override
    public final void log(Object context, int level, String message) {
        log(context, level, message, null);
    }

    @Override
    public final void log(Object context, int level, String message, Throwable exception) {
        hub.log(bundle, name, level, context, message, exception);
    }

    private void format(LogLevel level, String format, Object... arguments) {
        if (level.ordinal() > LogLevel.INFO.ordinal()) {
            return;
        }
        Throwable exception = null;
        ServiceReference<?> reference = null;
        int count = arguments.length;
        while (count > 0 && (arguments[count - 1] instanceof Throwable
                || arguments[count - 1] instanceof ServiceReference<?>)) {
            count--;
            if (arguments[count] instanceof Throwable throwable) {
                exception = throwable;
            } else {
                reference = (ServiceReference<?>) arguments[count];
            }
        }
        Object[] texts = java.util.Arrays.copyOf(arguments, count);
        hub.log(bundle, name, level.ordinal(), reference, message(format, texts), exception);
    }

    /**
     * Puts the arguments into the format.
     *
     * @param format the text with its place holders
     * @param arguments what takes their places
     * @return the message
     */
    String message(String format, Object[] arguments) {
        StringBuilder message = new StringBuilder();
        int from = 0;
        for (Object argument : arguments) {
            int hole = format.indexOf("{}", from);
            if (hole < 0) {
                break;
            }
            message.append(format, from, hole).append(argument);
            from = hole + 2;
        }
        return message.append(format, from, format.length()).toString();
    }

    @Override
    public final boolean isTraceEnabled() {
        return LogHub.isWorthKeeping(LogLevel.TRACE);
    }

    @Override
    public final void trace(String message) {
        hub.log(bundle, name, LogLevel.TRACE.ordinal(), null, message, null);
    }

    @Override
    public final void trace(String format, Object argument) {
        format(LogLevel.TRACE, format, argument);
    }

    @Override
    public final void trace(String format, Object first, Object second) {
        format(LogLevel.TRACE, format, first, second);
    }

    @Override
    public final void trace(String format, Object... arguments) {
        format(LogLevel.TRACE, format, arguments);
    }

    @Override
    public final <E extends Exception> void trace(LoggerConsumer<E> consumer) throws E {
        if (isTraceEnabled()) {
            consumer.accept(this);
        }
    }

    @Override
    public final boolean isDebugEnabled() {
        return LogHub.isWorthKeeping(LogLevel.DEBUG);
    }

    @Override
    public final void debug(String message) {
        hub.log(bundle, name, LogLevel.DEBUG.ordinal(), null, message, null);
    }

    @Override
    public final void debug(String format, Object argument) {
        format(LogLevel.DEBUG, format, argument);
    }

    @Override
    public final void debug(String format, Object first, Object second) {
        format(LogLevel.DEBUG, format, first, second);
    }

    @Override
    public final void debug(String format, Object... arguments) {
        format(LogLevel.DEBUG, format, arguments);
    }

    @Override
    public final <E extends Exception> void debug(LoggerConsumer<E> consumer) throws E {
        if (isDebugEnabled()) {
            consumer.accept(this);
        }
    }

    @Override
    public final boolean isInfoEnabled() {
        return LogHub.isWorthKeeping(LogLevel.INFO);
    }

    @Override
    public final void info(String message) {
        hub.log(bundle, name, LogLevel.INFO.ordinal(), null, message, null);
    }

    @Override
    public final void info(String format, Object argument) {
        format(LogLevel.INFO, format, argument);
    }

    @Override
    public final void info(String format, Object first, Object second) {
        format(LogLevel.INFO, format, first, second);
    }

    @Override
    public final void info(String format, Object... arguments) {
        format(LogLevel.INFO, format, arguments);
    }

    @Override
    public final <E extends Exception> void info(LoggerConsumer<E> consumer) throws E {
        if (isInfoEnabled()) {
            consumer.accept(this);
        }
    }

    @Override
    public final boolean isWarnEnabled() {
        return LogHub.isWorthKeeping(LogLevel.WARN);
    }

    @Override
    public final void warn(String message) {
        hub.log(bundle, name, LogLevel.WARN.ordinal(), null, message, null);
    }

    @Override
    public final void warn(String format, Object argument) {
        format(LogLevel.WARN, format, argument);
    }

    @Override
    public final void warn(String format, Object first, Object second) {
        format(LogLevel.WARN, format, first, second);
    }

    @Override
    public final void warn(String format, Object... arguments) {
        format(LogLevel.WARN, format, arguments);
    }

    @Override
    public final <E extends Exception> void warn(LoggerConsumer<E> consumer) throws E {
        if (isWarnEnabled()) {
            consumer.accept(this);
        }
    }

    @Override
    public final boolean isErrorEnabled() {
        return LogHub.isWorthKeeping(LogLevel.ERROR);
    }

    @Override
    public final void error(String message) {
        hub.log(bundle, name, LogLevel.ERROR.ordinal(), null, message, null);
    }

    @Override
    public final void error(String format, Object argument) {
        format(LogLevel.ERROR, format, argument);
    }

    @Override
    public final void error(String format, Object first, Object second) {
        format(LogLevel.ERROR, format, first, second);
    }

    @Override
    public final void error(String format, Object... arguments) {
        format(LogLevel.ERROR, format, arguments);
    }

    @Override
    public final <E extends Exception> void error(LoggerConsumer<E> consumer) throws E {
        if (isErrorEnabled()) {
            consumer.accept(this);
        }
    }

    @Override
    public final void audit(String message) {
        hub.log(bundle, name, LogLevel.AUDIT.ordinal(), null, message, null);
    }

    @Override
    public final void audit(String format, Object argument) {
        format(LogLevel.AUDIT, format, argument);
    }

    @Override
    public final void audit(String format, Object first, Object second) {
        format(LogLevel.AUDIT, format, first, second);
    }

    @Override
    public final void audit(String format, Object... arguments) {
        format(LogLevel.AUDIT, format, arguments);
    }

}
