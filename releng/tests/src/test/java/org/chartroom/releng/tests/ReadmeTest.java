package org.chartroom.releng.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of the README, the guide and the page on imports, as they are written there, by a user with an empty home and no display. The command that
 * runs this test itself is left out.
 */
class ReadmeTest {
    private static final Path ROOT = Path.of(System.getProperty("root"));
    private static final Path RISKS = ROOT
            .resolve("bundles/org.chartroom.exchange/src/test/resources/data/facile_project_risks.csv");
    private static final int MINUTES = 5;

    /** The files of the examples. */
    private static final Map<String, String> FILES = Map.of(
            "september.csv", "Title,Unit,Taken on,Value\nAvailability,%,2026-09-30,99.95\n",
            "october.csv", "Title,Unit,Taken on,Value\nAvailability,%,2026-10-31,99.10\n",
            "budget.csv", "Code,Title,Jan 2026,Feb 2026\nX.1,Study leave,100,200\n",
            "actuals.csv", "Code,Title,Actual\nX.1,Study leave,120\n",
            "people.csv", "Name,E-mail\nAna Brown,ana.brown@example.org\n",
            "milestones.csv", "Title,Baseline\nHandover,2027-03-31\n");

    @TempDir
    Path folder;

    private static Stream<String> lines(String page) {
        try {
            return Files.readAllLines(ROOT.resolve(page)).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> commands(String begin) {
        return Stream.of("README.md", "releng/docs/guide.md", "releng/docs/imports.md").flatMap(ReadmeTest::lines)
                .filter(line -> line.startsWith("    " + begin)).map(String::strip).toList();
    }

    private Product.Ended run(String command) throws IOException, InterruptedException {
        File output = folder.resolve("output.txt").toFile();
        ProcessBuilder process = new ProcessBuilder("bash", "-c", command).directory(ROOT.toFile())
                .redirectErrorStream(true).redirectOutput(output).redirectInput(new File("/dev/null"));
        process.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY", "CHARTROOM_WORKSPACE"));
        process.environment().put("HOME", folder.toString());
        long begin = System.nanoTime();
        Process started = process.start();
        if (!started.waitFor(MINUTES, TimeUnit.MINUTES)) {
            started.descendants().forEach(ProcessHandle::destroyForcibly);
            started.destroyForcibly();
            throw new AssertionError(command + " is still running:\n" + Files.readString(output.toPath()));
        }
        return new Product.Ended(started.exitValue(), Files.readString(output.toPath()),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
    }

    @Test
    void releng_run_does_the_main_job_without_a_display_and_takes_a_picture_of_the_window() throws Exception {
        String command = commands("releng/run").get(0);
        Path picture = ROOT.resolve("releng/product/target/workbench.png");
        Files.deleteIfExists(picture);
        Product.Ended ended = run(command);
        assertEquals(0, ended.exitCode(), ended.output());
        assertTrue(Files.size(folder.resolve("chartroom/review.html")) > 0, ended.output());
        assertTrue(Files.size(picture) > 0, ended.output());
    }

    @Test
    void the_commands_of_the_command_line_run_one_after_the_other() throws Exception {
        List<String> commands = commands("releng/chartroom ");
        assertTrue(commands.size() >= 9, commands.toString());
        Files.copy(RISKS, folder.resolve("risks.csv"));
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        for (String command : commands) {
            Product.Ended ended = run(command.replace("--workspace DIR", "--workspace " + folder.resolve("workspace"))
                    .replaceFirst("import (?=[a-z]+\\.(csv|xlsx|xmi))", "import " + folder + "/")
                    .replace("--output ", "--output " + folder + "/")
                    .replace("--against ", "--against " + folder + "/")
                    .replace("mapping.json", folder.resolve("mapping.json").toString()));
            // 1 says that checks found something, which they do in the sample.
            assertTrue(ended.exitCode() <= 1, command + ": " + ended.output());
        }
    }
}
