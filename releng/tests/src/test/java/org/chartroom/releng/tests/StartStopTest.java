package org.chartroom.releng.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Starts and stops the real product. The order in which bundles start is where the workbench on Felix breaks first, now
 * and then only: so it is started many times, as often as the property starts says.
 */
class StartStopTest {
    private static final int STARTS = Integer.getInteger("starts", 6);
    private static final String LAYOUT = ".metadata/.plugins/org.eclipse.e4.workbench/workbench.xmi";

    @TempDir
    static Path shared;

    @TempDir
    Path own;

    private static Xvfb display;

    @BeforeAll
    static void openDisplay() throws IOException {
        display = new Xvfb();
    }

    @AfterAll
    static void closeDisplay() {
        display.close();
    }

    private static void assertClean(Product product, Product.Ended ended) throws IOException {
        assertEquals(List.of(), product.problems());
        assertEquals(0, ended.exitCode(), ended.output());
        assertEquals(List.of(), product.left());
    }

    /** With a sample in an empty workspace, and its risk register open in its editor. */
    private static Product withRegister(Path folder) throws IOException {
        return new Product(folder).on(display).withTests("org.chartroom.tests.task=open-and-close").with("--sample",
                "--open", "RSK-001/risks");
    }

    static IntStream starts() {
        return IntStream.rangeClosed(1, STARTS);
    }

    @ParameterizedTest
    @MethodSource("starts")
    void the_workbench_starts_with_the_risk_editor_and_stops_without_a_trace(int start) throws Exception {
        Product product = withRegister(shared);
        assertClean(product, product.run());
    }

    /** The second start uses the class archive that the first one has made. */
    @RepeatedTest(2)
    void the_workbench_starts_on_the_newest_java_as_well() throws Exception {
        Optional<Path> java = newestJava();
        Assumptions.assumeTrue(java.isPresent(), "no Java 25 below /usr/lib/jvm");
        Path folder = Files.createDirectories(shared.resolve("newest"));
        Product product = withRegister(folder).withJava(java.get());
        Product.Ended ended = product.run();
        assertClean(product, ended);
        assertTrue(ended.output().lines().noneMatch(line -> line.contains("[warning]") || line.contains("[error]")),
                ended.output());
    }

    private static Optional<Path> newestJava() throws IOException {
        Path all = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(all)) {
            return Optional.empty();
        }
        try (Stream<Path> homes = Files.list(all)) {
            return homes.filter(home -> home.getFileName().toString().matches(".*\\b25\\b.*"))
                    .filter(home -> Files.isExecutable(home.resolve("bin/java"))).findFirst();
        }
    }

    @Test
    void a_termination_signal_closes_the_workbench_cleanly() throws Exception {
        Product product = new Product(own).on(display).withTests("org.chartroom.tests.task=stay");
        long begin = System.nanoTime();
        Process process = product.start();
        Conditions.await("the workbench says that it is up", () -> product.printed().contains("workbench is up"));
        process.destroy();
        assertTrue(process.waitFor(20, TimeUnit.SECONDS), "still running");
        Product.Ended ended = product.end(process, begin);
        assertEquals(List.of(), product.problems(), ended.output());
        assertEquals(List.of(), product.left());
        assertEquals(128 + 15, ended.exitCode());
        try (Stream<Path> kept = Files.walk(product.configuration().resolve("workspaces"))) {
            assertTrue(kept.anyMatch(file -> file.endsWith(LAYOUT)), "layout not saved");
        }
    }

    /** A layout names classes to make objects of, and a workspace may come from anybody. */
    @Test
    void a_layout_that_lies_in_the_workspace_is_not_read() throws Exception {
        Product product = new Product(own).on(display).withTests("org.chartroom.tests.task=stay");
        Path foreign = product.workspace().resolve(".chartroom").resolve(LAYOUT);
        Files.createDirectories(foreign.getParent());
        Files.writeString(foreign, "no layout");
        long begin = System.nanoTime();
        Process process = product.start();
        Conditions.await("the workbench says that it is up", () -> product.printed().contains("workbench is up"));
        process.destroy();
        product.end(process, begin);
        assertEquals(List.of(), product.problems());
        assertEquals("no layout", Files.readString(foreign));
    }

    @Test
    void two_workbenches_of_one_user_run_side_by_side() throws Exception {
        Product first = new Product(own).on(display).withTests("org.chartroom.tests.task=stay");
        Process process = first.start();
        Conditions.await("the workbench says that it is up", () -> first.printed().contains("workbench is up"));
        Path other = Files.createDirectory(own.resolve("other"));
        Product second = withRegister(other).with("--configuration", first.configuration().toString());
        assertEquals(0, second.run().exitCode());
        assertEquals(List.of(), second.problems());
        process.destroy();
        first.end(process, System.nanoTime());
    }

    /** The script repeats its arguments, which name the folder where the work began. */
    @Test
    void a_workbench_that_starts_again_goes_on_in_the_folder_it_was_moved_to() throws Exception {
        Product product = new Product(own).on(display).withTests("org.chartroom.tests.task=move-and-restart");
        Product.Ended ended = product.run();
        assertEquals(0, ended.exitCode(), ended.output());
        assertEquals(List.of("The workspace is workspace", "The workspace is moved", "The workspace is moved-moved"),
                ended.output().lines().filter(line -> line.startsWith("The workspace is")).toList());
        try (Stream<Path> left = Files.list(product.configuration())) {
            assertTrue(left.noneMatch(file -> file.getFileName().toString().startsWith("restart")), "a note is left");
        }
    }

    @Test
    void without_a_display_the_workbench_says_so_and_fails() throws Exception {
        Product.Ended ended = new Product(own).run();
        assertNotEquals(0, ended.exitCode());
        assertTrue(ended.output().contains("needs a display"), ended.output());
    }

    @Test
    void a_wrong_option_is_refused_with_the_usage() throws Exception {
        Product.Ended ended = new Product(own).with("--profile").run();
        assertEquals(2, ended.exitCode());
        assertTrue(ended.output().contains("usage: chartroom"), ended.output());
    }

    @Test
    void an_application_that_is_not_there_is_named() throws Exception {
        Product.Ended ended = new Product(own).with("--headless", "--application", "no.such.application").run();
        assertNotEquals(0, ended.exitCode());
        assertTrue(ended.output().contains("no.such.application"), ended.output());
    }
}
