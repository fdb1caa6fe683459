package org.chartroom.platform.bridge.internal.log;

import java.util.IllegalFormatException;
import org.osgi.framework.Bundle;
import org.osgi.service.log.FormatterLogger;

/**
 * A logger whose formats are those of {@link String#format}.
 */
final class PrintfLogger extends BundleLogger implements FormatterLogger {
    PrintfLogger(LogHub hub, Bundle bundle, String name) {
        super(hub, bundle, name);
    }

    @Override
    String message(String format, Object[] arguments) {
        try {
            return String.format(format, arguments);
        } catch (IllegalFormatException e) {
            // A log call must not fail for its format: the raw format still tells what was meant.
            return format + " " + java.util.Arrays.toString(arguments) + " (" + e + ")";
        }
    }
}
