package org.chartroom.releng.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The product in environments that are not the developer's: other languages, no locale, no home, strange folders.
 */
class EnvironmentTest {
    private static final Path INSTALL = Path.of(System.getProperty("product"));
    private static final long SECONDS = 300;

    @TempDir
    Path folder;

    private Product product(String... arguments) {
        return new Product(folder).with(arguments);
    }

    private static String assertRun(int exitCode, Product product) throws Exception {
        Product.Ended ended = product.run();
        assertEquals(exitCode, ended.exitCode(), ended.output());
        return ended.output();
    }

    /** Runs a line of the shell that has the product in $CHARTROOM, in nothing but the environment given. */
    private String shell(int exitCode, String line, String... environment) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("script.sh"), "CHARTROOM=" + INSTALL + "/bin/chartroom\ncd "
                + folder + "\n" + line + "\n");
        ProcessBuilder process = new ProcessBuilder("sh", script.toString()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("printed.txt").toFile());
        process.environment().clear();
        process.environment().put("PATH", System.getenv("PATH"));
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        process.environment().put("HOME", folder.resolve("home").toString());
        for (int i = 0; i < environment.length; i += 2) {
            process.environment().put(environment[i], environment[i + 1]);
        }
        Process started = process.start();
        if (!started.waitFor(SECONDS, TimeUnit.SECONDS)) {
            started.descendants().forEach(ProcessHandle::destroyForcibly);
            started.destroyForcibly();
        }
        String printed = Files.readString(folder.resolve("printed.txt"));
        assertEquals(exitCode, started.exitValue(), printed);
        return printed;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "fa-IR", "bn-BD", "th-TH", "tr-TR"})
    void it_starts_in_every_language_and_its_keys_are_the_same(String language) throws Exception {
        String[] parts = language.split("-");
        String[] options = {"-Duser.language=" + parts[0], "-Duser.region=" + parts[1], "-Duser.country=" + parts[1]};
        assertRun(0, product("init", "--sample").withOptions(options));
        assertTrue(assertRun(0, product("list").withOptions(options)).contains("RSK-001"));
        String history = assertRun(0, product("history", "RSK-001").withOptions(options));
        assertTrue(history.lines().anyMatch(line -> line.strip().startsWith("2 ")), history);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "LC_ALL=C", "LANG=de_XX.UTF-8"})
    void letters_of_all_languages_arrive_without_a_locale(String locale) throws Exception {
        String[] environment = locale.isEmpty() ? new String[0] : locale.split("=");
        shell(0, "\"$CHARTROOM\" --workspace 'Prüfung & Co #1 %20' init --sample", environment);
        shell(0, "\"$CHARTROOM\" --workspace 'Prüfung & Co #1 %20' set RSK-001 title='Größe нового 大 😀' --reason Prüfung", environment);
        assertTrue(shell(0, "\"$CHARTROOM\" --workspace 'Prüfung & Co #1 %20' show RSK-001 --json", environment)
                .contains("Größe нового 大 😀"));
        shell(0, "test -e 'Prüfung & Co #1 %20/workspace.mv.db'", environment);
    }

    @Test
    void letters_that_are_lost_are_told_with_the_way_out() throws Exception {
        assertTrue(shell(2, "\"$CHARTROOM\" --workspace w set RSK-001 title=\"$(printf 'Gr\\377')\"", "LC_ALL", "C.UTF-8")
                .contains("LC_ALL=C.UTF-8"));
    }

    @Test
    void line_breaks_at_signs_quotes_and_empty_texts_arrive_as_they_are() throws Exception {
        assertRun(0, product("init", "--sample"));
        Path secret = Files.writeString(folder.resolve("secret"), "title=LEAKED");
        assertRun(0, product("set", "RSK-001", "summary=a\ntitle=INJECTED", "--reason", "--json"));
        assertRun(0, product("comment", "RSK-001", "@" + secret));
        assertRun(0, product("set", "RSK-001", "title=\"quoted\" = 'x' \\ \u0024HOME"));
        String shown = assertRun(0, product("show", "RSK-001", "--json"));
        assertTrue(shown.contains("a\\ntitle=INJECTED"), shown);
        assertTrue(shown.contains("\\\"quoted\\\" = 'x' \\\\ $HOME"), shown);
        assertTrue(assertRun(0, product("show", "RSK-001")).contains("@" + secret));
        assertFalse(shown.contains("LEAKED"), shown);
        assertTrue(assertRun(0, product("history", "RSK-001")).contains("--json"));
        assertRun(0, product("set", "RSK-001", "summary="));
        assertFalse(assertRun(0, product("show", "RSK-001", "--json")).contains("INJECTED"));
    }

    @Test
    void an_account_without_a_home_is_told_what_to_do() throws Exception {
        String printed = shell(13, "\"$CHARTROOM\" --workspace w list", "HOME", "/dev/null/home");
        assertTrue(printed.contains("--configuration DIR"), printed);
        assertEquals(1, printed.lines().count(), printed);
    }

    @Test
    void a_folder_for_temporary_files_that_is_not_there_is_named() throws Exception {
        String printed = assertRun(13, product("list").withOptions("-Djava.io.tmpdir=/nonexistent/tmp"));
        assertTrue(printed.contains("temporary files /nonexistent/tmp"), printed);
    }

    @Test
    void nothing_is_left_in_the_folder_for_temporary_files_and_what_is_made_is_private() throws Exception {
        Path temp = Files.createDirectory(folder.resolve("temp"));
        assertRun(0, product("init", "--sample").withOptions("-Djava.io.tmpdir=" + temp));
        assertRun(0, product("export", "RSK-001", "--format", "xlsx", "-o", folder.resolve("out.xlsx").toString())
                .withOptions("-Djava.io.tmpdir=" + temp));
        try (Stream<Path> left = Files.list(temp)) {
            assertEquals(List.of(), left.toList());
        }
        for (String made : List.of("workspace", "workspace/.chartroom", "configuration")) {
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(made))),
                    made);
        }
    }

    @Test
    void an_output_onto_what_belongs_to_the_workspace_is_refused() throws Exception {
        assertRun(0, product("init", "--sample"));
        Path database = folder.resolve("workspace/workspace.mv.db");
        long size = Files.size(database);
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), database);
        for (Path output : List.of(database, link, folder.resolve("workspace/evidence/x.csv"),
                folder.resolve("workspace/.chartroom/head"))) {
            Files.createDirectories(folder.resolve("workspace/evidence"));
            String printed = assertRun(3, product("export", "RSK-001", "-o", output.toString()));
            assertTrue(printed.contains("belongs to the workspace"), printed);
        }
        assertEquals(size, Files.size(database));
        assertRun(0, product("verify"));
    }

    @Test
    void a_pipe_is_refused_as_input_and_as_output() throws Exception {
        assertRun(0, product("init", "--sample"));
        Path pipe = folder.resolve("pipe.csv");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        assertTrue(assertRun(3, product("import", pipe.toString())).contains("pipe"));
        assertTrue(assertRun(3, product("export", "RSK-001", "-o", pipe.toString())).contains("pipe"));
        assertTrue(assertRun(3, product("import", "smb://server/risks.csv")).contains("smb:"));
        assertTrue(assertRun(3, product("plugin", "install", "smb://server/a.jar")).contains("https://"));
    }

    @Test
    void a_value_that_outputs_could_not_hold_is_refused() throws Exception {
        assertRun(0, product("init", "--sample"));
        assertTrue(assertRun(3, product("set", "RSK-001", "title=bell\u0007")).contains("U+0007"));
        assertTrue(assertRun(3, product("set", "RSK-001/R-001", "reviewDate=9999-01-01")).contains("2200-12-31"));
        assertTrue(assertRun(3, product("set", "RSK-001", "title=x", "--reason", "bell\u0007")).contains("U+0007"));
        assertTrue(assertRun(3, product("comment", "RSK-001", "bell\u0007")).contains("U+0007"));
    }
}
