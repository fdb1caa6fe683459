package org.chartroom.platform.bridge.internal.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.service.log.FormatterLogger;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.Logger;

/**
 * From a logger to the text of the log file. Entries of no bundle stand for those of any.
 */
class LogTest {
    private final List<String> file = new ArrayList<>();
    private final EntryText text = new EntryText();
    private final LogHub hub = new LogHub(entry -> file.add(text.of(entry)));
    private final BundleLogService service = new BundleLogService(hub, null);

    @Test
    void an_entry_is_one_line_with_level_and_message() {
        service.getLogger("x").warn("Disk {} is {} % full", "a", 99);
        assertEquals(1, file.size());
        assertTrue(file.get(0).endsWith(" Disk a is 99 % full\n"), file.get(0));
        assertTrue(file.get(0).contains(" WARN "), file.get(0));
    }

    @Test
    void a_throwable_at_the_end_is_the_cause_and_no_argument() {
        service.getLogger("x").error("Can't read {}", "f", new IllegalStateException("torn"));
        assertTrue(file.get(0).contains("Can't read f\n    java.lang.IllegalStateException: torn\n"), file.get(0));
    }

    @Test
    void the_stack_trace_of_one_failure_is_written_once() {
        RuntimeException failure = new IllegalStateException("torn");
        service.log(1, "below", failure);
        service.log(1, "above", failure);
        assertTrue(file.get(0).contains("at org.chartroom"));
        assertTrue(file.get(1).contains("(stack trace above)"));
        assertFalse(file.get(1).contains("at org.chartroom"));
    }

    @Test
    void debug_entries_reach_listeners_but_not_the_file() {
        List<LogEntry> heard = new ArrayList<>();
        hub.addLogListener(heard::add);
        service.getLogger("x").debug("detail");
        assertEquals(List.of(), file);
        assertEquals("detail", heard.get(0).getMessage());
    }

    @Test
    void a_listener_hears_only_what_its_filter_lets_through() {
        List<LogEntry> heard = new ArrayList<>();
        hub.addLogListener(heard::add, (bundle, logger, level) -> level == LogLevel.ERROR.ordinal());
        service.getLogger("x").info("no");
        service.getLogger("x").error("yes");
        assertEquals(List.of("yes"), heard.stream().map(LogEntry::getMessage).toList());
    }

    @Test
    void a_listener_that_fails_is_set_aside_and_named_once() {
        hub.addLogListener(entry -> {
            throw new IllegalStateException("deaf");
        });
        service.getLogger("x").info("one");
        service.getLogger("x").info("two");
        assertEquals(1, file.stream().filter(entry -> entry.contains("is set aside")).count());
        assertEquals(3, file.size());
    }

    @Test
    void a_printf_logger_formats_like_string_format_and_survives_a_wrong_format() {
        FormatterLogger logger = service.getLogger("x", FormatterLogger.class);
        logger.info("%d of %s", 3, "four");
        logger.info("%d of", "three");
        assertTrue(file.get(0).contains("3 of four"));
        assertTrue(file.get(1).contains("%d of [three]"));
    }

    @Test
    void a_logger_of_a_type_that_is_not_on_offer_is_refused() {
        interface OtherLogger extends Logger {
        }
        assertThrows(IllegalArgumentException.class,
                () -> service.getLogger((Bundle) null, "x", OtherLogger.class));
    }

    @Test
    void a_late_reader_gets_the_latest_entries_first() {
        service.getLogger("x").info("one");
        service.getLogger("x").info("two");
        assertEquals(List.of("two", "one"), Collections.list(hub.getLog()).stream().map(LogEntry::getMessage).toList());
    }

    @Test
    void a_level_beyond_those_of_osgi_is_information() {
        assertEquals(LogLevel.INFO, LogHub.level(32));
    }
}
