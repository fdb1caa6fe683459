package org.chartroom.releng.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Editors of plug-ins that do on purpose what they should not: the workbench goes on, and the data is as it was. */
class EditorFenceTest {
    private static final String ID = "org.example.votes";

    @TempDir
    Path folder;

    private Product.Ended run(String... arguments) throws Exception {
        Product.Ended ended = new Product(folder).with(arguments).run();
        assertEquals(0, ended.exitCode(), ended.output());
        return ended;
    }

    static Stream<Arguments> faults() {
        String made = "text = form.getToolkit()";
        return Stream.of(
                Arguments.of("a page that can't be made", "WaitingPage", made,
                        "if (form != null) { throw new IllegalStateException(\"on purpose\"); }\n" + made, "on purpose"),
                Arguments.of("a page that exhausts the stack", "WaitingPage", made, "createContent(form);\n" + made,
                        "StackOverflowError"),
                Arguments.of("a page that fails when it is told of changes", "WaitingPage", "StringBuilder lines",
                        "Object none = null;\nnone.hashCode();\nStringBuilder lines", "NullPointerException"),
                Arguments.of("an editor that can't make its pages", "DecisionsEditor", "super.addArtifactPages();",
                        "if (getContainer() != null) { throw new IllegalStateException(\"no pages\"); }\n"
                                + "super.addArtifactPages();",
                        "no pages"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void a_broken_editor_is_named_in_the_log_and_the_workbench_goes_on(String fault, String file, String old, String replacement,
            String logged) throws Exception {
        Path project = folder.resolve("project");
        run("plugin", "new", ID, "--code", "--folder", project.toString());
        Path source = project.resolve("src/org/example/votes/" + file + ".java");
        String text = Files.readString(source);
        assertTrue(text.contains(old), text);
        Files.writeString(source, text.replace(old, replacement));
        run("plugin", "build", project.toString());
        run("plugin", "install", project.resolve("build/" + ID + ".jar").toString(), "--yes");
        Path table = Files.writeString(folder.resolve("votes.csv"), "Title;Needed\nMove the date;2026-01-31\n");
        run("init");
        run("import", table.toString(), "--type", ID, "--title", "Votes");
        String before = run("show", "VOT-001").output();
        Path picture = folder.resolve("window.png");

        try (Xvfb display = new Xvfb()) {
            Product.Ended ended = new Product(folder).on(display)
                    .with("--open", "VOT-001/waiting", "--screenshot", picture.toString()).run();
            assertEquals(0, ended.exitCode(), ended.output());
        }

        assertTrue(Files.size(picture) > 0);
        List<String> log = Files.readAllLines(new Product(folder).log());
        assertTrue(log.stream().anyMatch(line -> line.contains(logged)), String.join("\n", log));
        assertEquals(before, run("show", "VOT-001").output());
    }
}
