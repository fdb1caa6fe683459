package org.chartroom.releng.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tutorial, followed literally; and what it says of the examples. */
class TutorialTest {
    private static final Path ROOT = Path.of(System.getProperty("root"));
    private static final Pattern QUOTED = Pattern.compile("<!-- quoted: (\\S+) -->\n```\\w*\n(.*?)\n```\n", Pattern.DOTALL);
    private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*?)\n```", Pattern.DOTALL);
    private static final int MINUTES = 10;

    @TempDir
    Path folder;

    private static String tutorial() throws IOException {
        return Files.readString(ROOT.resolve("releng/docs/plug-in-tutorial.md"));
    }

    private String run(String script) throws IOException, InterruptedException {
        File output = folder.resolve("output.txt").toFile();
        Path work = Files.createDirectories(folder.resolve("empty"));
        ProcessBuilder builder = new ProcessBuilder("bash", "-euxc", script).directory(work.toFile())
                .redirectErrorStream(true).redirectOutput(output).redirectInput(new File("/dev/null"));
        builder.environment().remove("DISPLAY");
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("PATH",
                Path.of(System.getProperty("product"), "bin") + File.pathSeparator + System.getenv("PATH"));
        Process process = builder.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        String said = Files.readString(output.toPath());
        assertEquals(0, process.exitValue(), said);
        return said;
    }

    @Test
    void what_the_tutorial_quotes_is_the_file_itself() throws Exception {
        Matcher quoted = QUOTED.matcher(tutorial());
        int count = 0;
        while (quoted.find()) {
            assertEquals(Files.readString(ROOT.resolve(quoted.group(1))).strip(), quoted.group(2).strip(),
                    quoted.group(1));
            count++;
        }
        assertEquals(9, count);
    }

    @Test
    void its_commands_work_one_after_the_other_in_an_empty_folder() throws Exception {
        StringBuilder script = new StringBuilder();
        Matcher commands = COMMANDS.matcher(tutorial());
        while (commands.find()) {
            script.append(commands.group(1)).append('\n');
        }

        String said = run(script.toString());

        assertTrue(said.contains("ok     org.example.ideas: What is saved is the same after it is opened again."), said);
        assertTrue(said.contains("ok     org.example.votes: It is the same after export and import."), said);
        assertTrue(said.contains("1.1.0"), said);
    }

    @Test
    void a_type_without_code_takes_three_files_and_sixty_lines_at_most() throws Exception {
        assertSmall("lessons", 3, 60);
    }

    @Test
    void a_type_with_code_takes_six_files_and_150_lines_at_most() throws Exception {
        assertSmall("decisions", 6, 150);
    }

    private void assertSmall(String example, int mostFiles, int mostLines) throws Exception {
        Path sources = ROOT.resolve("bundles/org.chartroom.example." + example);
        List<Path> files = new ArrayList<>();
        try (Stream<Path> found = Files.walk(sources)) {
            found.filter(Files::isRegularFile).filter(file -> !sources.relativize(file).startsWith("target")
                    && !file.endsWith("pom.xml")).forEach(files::add);
        }
        long lines = 0;
        for (Path file : files) {
            lines += Files.readAllLines(file).size();
        }
        System.out.println("example." + example + ": " + files.size() + " files, " + lines + " lines");
        assertTrue(files.size() <= mostFiles, files.toString());
        assertTrue(lines <= mostLines, lines + " lines");
    }
}
