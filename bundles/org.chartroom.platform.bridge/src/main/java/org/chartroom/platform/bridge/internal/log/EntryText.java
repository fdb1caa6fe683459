package org.chartroom.platform.bridge.internal.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.WeakHashMap;
import org.eclipse.osgi.framework.log.FrameworkLogEntry;
import org.eclipse.equinox.log.ExtendedLogEntry;
import org.osgi.service.log.LogEntry;

/**
 * Writes an entry the way a person reads it: a line with time, level, bundle and message, below it indented what
 * belongs to it. The stack trace of one and the same failure is written once, however many layers log it.
 */
final class EntryText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS")
            .withZone(ZoneId.systemDefault());
    private static final String INDENT = "    ";

    private final Set<Throwable> written = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /**
     * Writes an entry.
     *
     * @param entry the entry
     * @return its text, ending with a line break
     */
    String of(LogEntry entry) {
        StringBuilder text = new StringBuilder(TIME.format(Instant.ofEpochMilli(entry.getTime())));
        text.append(' ').append(entry.getLogLevel()).append(' ');
        text.append(entry.getBundle() == null ? "-" : entry.getBundle().getSymbolicName());
        text.append(" [").append(entry.getThreadInfo()).append("] ").append(entry.getMessage()).append('\n');
        appendTrace(text, entry.getException());
        if (entry instanceof ExtendedLogEntry extended && extended.getContext() instanceof FrameworkLogEntry status) {
            appendChildren(text, status, INDENT, Collections.newSetFromMap(new IdentityHashMap<>()));
        }
        return text.toString();
    }

    private void appendChildren(StringBuilder text, FrameworkLogEntry parent, String indent,
            Set<FrameworkLogEntry> seen) {
        if (parent.getChildren() == null || !seen.add(parent)) {
            return;
        }
        for (FrameworkLogEntry child : parent.getChildren()) {
            text.append(indent).append("- ").append(child.getEntry()).append(": ").append(child.getMessage())
                    .append('\n');
            appendTrace(text, child.getThrowable());
            appendChildren(text, child, indent + INDENT, seen);
        }
    }

    private void appendTrace(StringBuilder text, Throwable failure) {
        if (failure == null) {
            return;
        }
        if (!written.add(failure)) {
            text.append(INDENT).append(failure).append(" (stack trace above)\n");
            return;
        }
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        trace.toString().lines().forEach(line -> text.append(INDENT).append(line.replace("\t", INDENT)).append('\n'));
        for (Throwable cause = failure.getCause(); cause != null && written.add(cause); cause = cause.getCause()) {
            // The trace of the cause has just been written with that of the failure.
        }
    }
}
