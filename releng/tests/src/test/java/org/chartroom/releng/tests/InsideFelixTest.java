package org.chartroom.releng.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the tests that live inside Felix. Each is counted from its own report; here it is checked that they ran at all
 * and that nothing was logged beside them.
 */
class InsideFelixTest {
    /** The tests in the open workbench take twelve minutes, and longer on a busy machine. */
    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final Pattern COUNTS = Pattern
            .compile("<testsuite name=\"([^\"]*)\" tests=\"(\\d+)\" failures=\"(\\d+)\" errors=\"(\\d+)\"");

    @TempDir
    Path folder;

    @Test
    void the_tests_in_the_open_workbench_pass() throws Exception {
        assertWorkbench("ui-tests", "workbench");
    }

    @Test
    void the_tests_that_take_the_mouse_pass() throws Exception {
        assertWorkbench("mouse-tests", "mouse");
    }

    /** The log goes away with the folder, and failures to save are what is tried here, so the log is not looked at. */
    @Test
    void the_tests_that_save_the_workspace_elsewhere_pass() throws Exception {
        Path reports = reports("elsewhere");
        try (Xvfb display = new Xvfb()) {
            assertPassed(reports, new Product(folder).within(LIMIT).on(display).withTests(
                    "org.chartroom.tests.task=elsewhere-tests", "org.chartroom.tests.reports=" + reports).run());
        }
    }

    private void assertWorkbench(String task, String name) throws Exception {
        Path reports = reports(name);
        try (Xvfb display = new Xvfb()) {
            Product product = new Product(folder).within(LIMIT).on(display).withTests("org.chartroom.tests.task=" + task,
                    "org.chartroom.tests.reports=" + reports);
            Product.Ended ended = product.run();
            assertPassed(reports, ended);
            assertEquals(List.of(), product.problems());
            assertEquals(0, ended.exitCode(), ended.output());
        }
    }

    @Test
    void the_tests_in_the_headless_framework_pass() throws Exception {
        Path reports = reports("headless");
        Product product = new Product(folder).within(LIMIT).withTests("org.chartroom.tests.reports=" + reports).with("--headless",
                "--application", "org.chartroom.tests.headless");
        Product.Ended ended = product.run();
        assertPassed(reports, ended);
        assertEquals(List.of(), product.problems());
        assertEquals(0, ended.exitCode(), ended.output());
    }

    private static Path reports(String name) throws IOException {
        Path reports = Files.createDirectories(Path.of(System.getProperty("reports"), name));
        try (Stream<Path> old = Files.list(reports)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        return reports;
    }

    private static void assertPassed(Path reports, Product.Ended ended) throws IOException {
        int tests = 0;
        List<String> failed = new ArrayList<>();
        try (Stream<Path> files = Files.list(reports)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".xml")).toList()) {
                Matcher counts = COUNTS.matcher(Files.readString(file));
                assertTrue(counts.find(), "no report: " + file);
                tests += Integer.parseInt(counts.group(2));
                if (Integer.parseInt(counts.group(3)) + Integer.parseInt(counts.group(4)) > 0) {
                    failed.add(counts.group(1));
                }
            }
        }
        assertTrue(tests > 0, "No test was run.\n" + ended.output());
        assertEquals(List.of(), failed, "see " + reports);
    }
}
