package org.chartroom.releng.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody meets who makes a plug-in: mistakes are said with their place, and harm nobody. */
class PluginProjectTest {
    private static final String ID = "org.example.ideas";

    @TempDir
    Path folder;

    private Path project() {
        return folder.resolve("project");
    }

    private Product.Ended run(String... arguments) throws Exception {
        return new Product(folder).with(arguments).run();
    }

    private String assertRun(int exitCode, String... arguments) throws Exception {
        Product.Ended ended = run(arguments);
        assertEquals(exitCode, ended.exitCode(), ended.output());
        return ended.output();
    }

    private void create(String... options) throws Exception {
        assertRun(0, Stream.concat(Stream.of("plugin", "new", ID, "--folder", project().toString()), Stream.of(options))
                .toArray(String[]::new));
    }

    private void change(String file, String old, String replacement) throws Exception {
        Path changed = project().resolve(file);
        String text = Files.readString(changed);
        assertTrue(text.contains(old), text);
        Files.writeString(changed, text.replace(old, replacement));
    }

    private String jar() throws Exception {
        assertRun(0, "plugin", "build", project().toString());
        return project().resolve("build/" + ID + ".jar").toString();
    }

    @Test
    void an_id_that_is_none_is_refused() throws Exception {
        assertTrue(assertRun(3, "plugin", "new", "Ideas!").contains("\"Ideas!\" is no id of a plug-in"));
    }

    @Test
    void a_folder_with_something_in_it_is_left_alone() throws Exception {
        Files.createDirectories(project());
        Files.writeString(project().resolve("mine.txt"), "mine");

        assertTrue(assertRun(3, "plugin", "new", ID, "--folder", project().toString()).contains("is not empty"));

        assertEquals("mine", Files.readString(project().resolve("mine.txt")));
    }

    @Test
    void a_mistake_in_the_model_is_said_with_its_place() throws Exception {
        create();
        change("ideas.ecore", "isSet(doneOn)", "isSet(dunOn)");

        String said = assertRun(3, "plugin", "check", jar());

        assertTrue(said.contains("LessonsLog.done: \"isSet(dunOn)\": Lesson has no field dunOn"), said);
    }

    @Test
    void a_mistake_in_the_java_is_said_with_file_and_line() throws Exception {
        create("--code");
        change("src/org/example/ideas/WaitingCheck.java", "decision.getKey()", "decision.key()");

        String said = assertRun(3, "plugin", "build", project().toString());

        assertTrue(said.contains("WaitingCheck.java:") && said.contains("key()"), said);
    }

    @Test
    void a_check_that_always_fires_breaks_the_contract() throws Exception {
        create("--code");
        change("src/org/example/ideas/WaitingCheck.java", "for (Item decision : waiting(log)) {",
                "context.report(log, null, \"Always.\");\n"
                        + "for (Item decision : waiting(log)) {");

        String said = assertRun(3, "plugin", "check", jar());

        assertTrue(said.contains(ID + ".waiting fires whatever the values are"), said);
        assertTrue(said.contains("ok     " + ID + ": Every change can be undone."), said);
    }

    @Test
    void a_check_that_never_ends_breaks_the_contract_and_holds_up_nobody() throws Exception {
        create("--code");
        change("src/org/example/ideas/WaitingCheck.java", "for (Item decision : waiting(log)) {",
                "while (context != null) {\nThread.onSpinWait();\n}\nfor (Item decision : waiting(log)) {");
        change("plugin.xml", "package=\"http://example.org/ideas\" type=\"DecisionLog\"",
                "package=\"http://www.chartroom.org/model/1.0\" type=\"Artifact\"");
        String jar = jar();

        String said = assertRun(3, "plugin", "check", jar);
        assertTrue(said.contains(ID + ".waiting failed or did not end"), said);

        assertRun(0, "plugin", "install", jar, "--yes");
        assertRun(0, "init", "--sample");
        String findings = assertRun(1, "validate");
        assertTrue(findings.contains("RSK-001"), findings);
    }

    @Test
    void a_folder_without_a_plug_in_can_not_be_built() throws Exception {
        assertTrue(assertRun(3, "plugin", "build", folder.toString()).contains("There is no META-INF/MANIFEST.MF in"));
    }
}
