package org.chartroom.platform.bridge.internal.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.eclipse.equinox.log.ExtendedLogReaderService;
import org.eclipse.equinox.log.LogFilter;
import org.osgi.framework.Bundle;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.LogListener;

/**
 * Where all entries meet, wherever they were logged: they go to the log file and to the listeners, on the thread that
 * logs, so that nothing is lost when the process ends right after.
 */
final class LogHub implements ExtendedLogReaderService {
    /** How many entries a late reader still gets. */
    private static final int REMEMBERED = 200;
    private static final LogFilter EVERYTHING = (bundle, logger, level) -> true;

    private final Map<LogListener, LogFilter> listeners = Collections.synchronizedMap(new java.util.LinkedHashMap<>());
    private final Map<LogListener, String> failed = new ConcurrentHashMap<>();
    private final Deque<LogEntry> recent = new ArrayDeque<>();
    private final AtomicLong sequence = new AtomicLong();
    private final Consumer<LogEntry> file;

    LogHub(Consumer<LogEntry> file) {
        this.file = file;
    }

    /**
     * Takes an entry.
     *
     * @param bundle the bundle that logs
     * @param loggerName the name of its logger, or null
     * @param level one of the numbers of LogService, or of the ordinals of LogLevel beyond them
     * @param context what the entry is about: a service reference, a platform log entry, or null
     * @param message the text
     * @param exception the cause, or null
     */
    void log(Bundle bundle, String loggerName, int level, Object context, String message, Throwable exception) {
        LogRecordEntry entry = new LogRecordEntry(sequence.incrementAndGet(), bundle, loggerName, level, context,
                message, exception);
        synchronized (recent) {
            recent.addFirst(entry);
            if (recent.size() > REMEMBERED) {
                recent.removeLast();
            }
        }
        if (isWorthKeeping(entry.getLogLevel())) {
            file.accept(entry);
        }
        List<Map.Entry<LogListener, LogFilter>> told;
        synchronized (listeners) {
            told = new ArrayList<>(listeners.entrySet());
        }
        for (Map.Entry<LogListener, LogFilter> listener : told) {
            tell(listener.getKey(), listener.getValue(), entry);
        }
    }

    private void tell(LogListener listener, LogFilter filter, LogRecordEntry entry) {
        try {
            if (filter.isLoggable(entry.getBundle(), entry.getLoggerName(), entry.getLogLevel().ordinal())) {
                listener.logged(entry);
            }
        } catch (RuntimeException | LinkageError e) {
            // Told once for each listener: a listener that fails on every entry would fail on this one too.
            if (failed.putIfAbsent(listener, listener.getClass().getName()) == null) {
                log(entry.getBundle(), null, LogLevel.ERROR.ordinal(), null,
                        "The log listener " + listener.getClass().getName() + " failed and is set aside", e);
                removeLogListener(listener);
            }
        }
    }

    /** Debug and trace entries are for listeners only. */
    static boolean isWorthKeeping(LogLevel level) {
        return level.ordinal() <= LogLevel.INFO.ordinal();
    }

    /**
     * The level behind a number of LogService. The numbers are the ordinals of LogLevel; what is beyond them, such as
     * the platform's "cancelled", is logged as information.
     */
    static LogLevel level(int number) {
        LogLevel[] levels = LogLevel.values();
        return number >= 0 && number < levels.length ? levels[number] : LogLevel.INFO;
    }

    @Override
    public void addLogListener(LogListener listener) {
        listeners.put(listener, EVERYTHING);
    }

    @Override
    public void addLogListener(LogListener listener, LogFilter filter) {
        listeners.put(listener, filter == null ? EVERYTHING : filter);
    }

    @Override
    public void removeLogListener(LogListener listener) {
        listeners.remove(listener);
    }

    @Override
    public Enumeration<LogEntry> getLog() {
        synchronized (recent) {
            return Collections.enumeration(new ArrayList<>(recent));
        }
    }
}
