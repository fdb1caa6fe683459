package org.chartroom.platform.bridge.internal;

import java.io.File;
import java.util.Map;
import org.eclipse.osgi.service.debug.DebugOptions;
import org.eclipse.osgi.service.debug.DebugTrace;

/**
 * Debug options that are always off: Chartroom logs instead of tracing.
 */
final class StaticDebugOptions implements DebugOptions {
    @Override
    public boolean getBooleanOption(String option, boolean defaultValue) {
        return defaultValue;
    }

    @Override
    public String getOption(String option) {
        return null;
    }

    @Override
    public String getOption(String option, String defaultValue) {
        return defaultValue;
    }

    @Override
    public int getIntegerOption(String option, int defaultValue) {
        return defaultValue;
    }

    @Override
    public Map<String, String> getOptions() {
        return Map.of();
    }

    @Override
    public void setOption(String option, String value) {
        // By contract nothing changes while debugging is not enabled.
    }

    @Override
    public void setOptions(Map<String, String> options) {
        // By contract nothing changes while debugging is not enabled.
    }

    @Override
    public void removeOption(String option) {
        // By contract nothing changes while debugging is not enabled.
    }

    @Override
    public boolean isDebugEnabled() {
        return false;
    }

    @Override
    public void setDebugEnabled(boolean value) {
        // Tracing can't be enabled here.
    }

    @Override
    public void setFile(File newFile) {
        // Nothing is traced, so there is no file.
    }

    @Override
    public File getFile() {
        return null;
    }

    @Override
    public DebugTrace newDebugTrace(String bundleSymbolicName) {
        return newDebugTrace(bundleSymbolicName, null);
    }

    @Override
    public DebugTrace newDebugTrace(String bundleSymbolicName, Class<?> traceEntryClass) {
        return new SilentTrace();
    }

    /** A trace that drops what it is told. */
    private static final class SilentTrace implements DebugTrace {
        @Override
        public void trace(String option, String message) {
            // Tracing is off.
        }

        @Override
        public void trace(String option, String message, Throwable error) {
            // Tracing is off.
        }

        @Override
        public void traceDumpStack(String option) {
            // Tracing is off.
        }

        @Override
        public void traceEntry(String option) {
            // Tracing is off.
        }

        @Override
        public void traceEntry(String option, Object methodArgument) {
            // Tracing is off.
        }

        @Override
        public void traceEntry(String option, Object[] methodArguments) {
            // Tracing is off.
        }

        @Override
        public void traceExit(String option) {
            // Tracing is off.
        }

        @Override
        public void traceExit(String option, Object result) {
            // Tracing is off.
        }
    }
}
