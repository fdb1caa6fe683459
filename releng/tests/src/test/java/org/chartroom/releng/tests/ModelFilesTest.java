package org.chartroom.releng.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Artifacts leave a workspace as a model file and come back, and are made and deleted by commands. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ModelFilesTest {
    private static final String REGISTER = "org.chartroom.risk.register";

    @TempDir
    static Path folder;

    private static Path there;
    private static Path elsewhere;
    private static Path file;

    private static String ran(int exitCode, Path workspace, String... arguments) throws Exception {
        Product.Ended ended = new Product(workspace).with(arguments).run();
        assertEquals(exitCode, ended.exitCode(), ended.output());
        assertFalse(ended.output().contains("\tat "), ended.output());
        return ended.output();
    }

    private static void assertRun(int exitCode, String printed, Path workspace, String... arguments)
            throws Exception {
        String output = ran(exitCode, workspace, arguments);
        assertTrue(output.contains(printed), output);
    }

    /** The second line names the state; all else is content. */
    private static void assertSameContent(Path model) throws Exception {
        List<String> wanted = Files.readAllLines(file);
        List<String> found = Files.readAllLines(model);
        assertTrue(found.get(1).startsWith("<!-- State: "), found.get(1));
        for (int i = 0; i < Math.min(wanted.size(), found.size()); i++) {
            assertEquals(i == 1 ? found.get(1) : wanted.get(i), found.get(i), "line " + (i + 1));
        }
        assertEquals(wanted.size(), found.size());
    }

    @BeforeAll
    static void export_the_sample() throws Exception {
        there = Files.createDirectory(folder.resolve("there"));
        elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        file = folder.resolve("all.xmi");
        ran(0, there, "init", "--sample");
        ran(0, there, "export", "--all", "--format", "xmi", "--output", file.toString());
        ran(0, elsewhere, "init");
    }

    @Test
    @Order(1)
    void a_dry_run_says_what_would_come_and_writes_nothing() throws Exception {
        assertRun(0, "all.xmi: created RSK-001 Electronic patient record: risk register", elsewhere, "import",
                "--dry-run", file.toString());
        assertRun(0, "No artifacts yet", elsewhere, "list");
    }

    @Test
    @Order(2)
    void what_came_into_an_empty_workspace_goes_out_with_the_same_bytes() throws Exception {
        assertRun(0, "20 new, 0 changed, 0 unchanged, 0 refused.", elsewhere, "import", file.toString());
        Path again = folder.resolve("again.xmi");
        ran(0, elsewhere, "export", "--all", "--format", "xmi", "--output", again.toString());
        assertSameContent(again);
    }

    @Test
    @Order(3)
    void the_same_import_again_changes_nothing() throws Exception {
        String before = ran(0, elsewhere, "head");
        assertRun(0, "0 new, 0 changed, 20 unchanged, 0 refused.", elsewhere, "import", file.toString());
        assertEquals(before, ran(0, elsewhere, "head"));
    }

    @Test
    @Order(3)
    void as_json_it_comes_into_an_empty_workspace_and_goes_out_with_the_same_bytes() throws Exception {
        Path json = folder.resolve("all.json");
        ran(0, there, "export", "--all", "--format", "json", "--output", json.toString());
        Path other = Files.createDirectory(folder.resolve("json"));
        ran(0, other, "init");
        assertRun(0, "20 new, 0 changed, 0 unchanged, 0 refused.", other, "import", json.toString());
        Path again = folder.resolve("again.json");
        ran(0, other, "export", "--all", "--format", "json", "--output", again.toString());
        assertEquals(withoutState(json), withoutState(again));
        Path model = folder.resolve("json.xmi");
        ran(0, other, "export", "--all", "--format", "xmi", "--output", model.toString());
        assertSameContent(model);
        assertRun(0, "0 new, 0 changed, 20 unchanged, 0 refused.", other, "import", json.toString());
    }

    @Test
    @Order(4)
    void people_whom_both_workspaces_know_are_not_doubled() throws Exception {
        Path people = Files.writeString(folder.resolve("people.csv"), "Name,Email\nAna Lee,ana@example.com\n");
        Path risks = Files.writeString(folder.resolve("risks.csv"), "Title,Owner\nFire,Ana Lee\n");
        Path one = Files.createDirectory(folder.resolve("knows-ana"));
        Path other = Files.createDirectory(folder.resolve("knows-ana-too"));
        for (Path workspace : List.of(one, other)) {
            ran(0, workspace, "init");
            ran(0, workspace, "import", people.toString(), "--into", "directory");
        }
        ran(0, one, "import", risks.toString());
        Path model = folder.resolve("ana.xmi");
        ran(0, one, "export", "--all", "--format", "xmi", "--output", model.toString());

        assertRun(0, "Ana Lee is in the directory under another id and is taken for the same.", other, "import",
                model.toString());

        assertRun(0, "Ana Lee", other, "show", "RSK-001/R-001");
        assertRun(0, "0 new, 0 changed, 1 unchanged, 0 refused.", other, "import", model.toString());
        assertRun(0, "1 new, 0 changed, 0 unchanged, 0 refused.", other, "import", risks.toString());
    }

    private static String withoutState(Path json) throws Exception {
        String text = Files.readString(json);
        assertTrue(text.contains("\"state\": \"State: "), text.substring(0, 200));
        return text.replaceFirst("\"state\": \"[^\"]*\"", "");
    }

    @Test
    @Order(4)
    void what_the_workspace_has_becomes_what_it_is_in_the_file_and_can_be_reverted() throws Exception {
        ran(0, elsewhere, "set", "RSK-001/R-001", "title=Changed meanwhile");
        ran(0, elsewhere, "delete", "RSK-001/R-003");
        String output = ran(0, elsewhere, "import", file.toString());
        assertTrue(output.contains("changed RSK-001") && output.contains("1 fields changed")
                && output.contains("0 new, 1 changed, 19 unchanged, 0 refused."), output);
        Path again = folder.resolve("third.xmi");
        ran(0, elsewhere, "export", "--all", "--format", "xmi", "--output", again.toString());
        assertSameContent(again);
        String head = ran(0, elsewhere, "head", "--json");
        String revision = Pattern.compile("\"revision\": (\\d+)").matcher(head).results().findFirst().orElseThrow()
                .group(1);
        ran(0, elsewhere, "revert", revision);
        assertRun(0, "Changed meanwhile", elsewhere, "show", "RSK-001/R-001");
    }

    @Test
    @Order(5)
    void a_key_that_another_artifact_has_refuses_the_whole_file() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        ran(0, other, "init");
        assertRun(0, "RSK-001", other, "new", REGISTER, "--title", "Ours");
        String output = ran(1, other, "import", file.toString());
        assertTrue(output.contains("the key RSK-001 is taken by \"Ours\"")
                && output.contains("1 refused. Nothing was imported."), output);
        assertRun(0, "RSK-001", other, "list");
        assertFalse(ran(0, other, "list").contains("CHR-001"));
    }

    @Test
    @Order(5)
    void options_for_tables_are_refused() throws Exception {
        assertRun(3, "all.xmi is a model file, for which --into means nothing; leave it out.", elsewhere, "import",
                file.toString(), "--into", "RSK-001");
    }

    @Test
    @Order(5)
    void what_is_of_an_absent_plug_in_and_has_no_id_is_refused_by_its_type() throws Exception {
        Path foreign = Files.writeString(folder.resolve("foreign.xmi"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <f:Foreign xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI" xmlns:f="http://example.org/foreign"/>
                """);
        assertRun(3, "no installed plug-in brings the type http://example.org/foreign#Foreign", elsewhere, "import",
                foreign.toString());
    }

    @Test
    @Order(5)
    void several_artifacts_in_one_table_are_refused() throws Exception {
        assertRun(3, "with --format xmi or json only", there, "export", "RSK-001", "CHR-001", "--format", "csv");
        assertRun(3, "or give --all", there, "export", "--format", "xmi");
    }

    @Test
    @Order(6)
    void an_artifact_is_made_listed_by_its_type_and_deleted() throws Exception {
        String made = ran(0, there, "new", REGISTER, "--title", "Made by script", "--set", "summary=By night");
        String key = made.substring(0, made.indexOf(' '));
        assertRun(0, "By night", there, "show", key);
        String registers = ran(0, there, "list", "--type", REGISTER, "--json");
        assertTrue(registers.contains("Made by script") && registers.contains("\"type\": \"" + REGISTER + "\"")
                && !registers.contains("CHR-001"), registers);
        assertRun(0, "Revision", there, "delete", key);
        assertFalse(ran(0, there, "list").contains("Made by script"));
    }

    @Test
    @Order(6)
    void what_cannot_be_made_or_deleted_is_refused() throws Exception {
        assertRun(3, "brings the artifact type org.example.none", there, "new", "org.example.none", "--title", "x");
        assertRun(3, "--title is empty", there, "new", REGISTER, "--title", " ");
        assertRun(3, "The field nothing of", there, "new", REGISTER, "--title", "x", "--set", "nothing=1");
        assertRun(3, "There is no artifact RSK-099", there, "delete", "RSK-099");
        assertRun(1, "CHR-001 is not deleted, because others refer to it", there, "delete", "CHR-001");
        assertRun(0, "CHR-001", there, "list");
    }

    @Test
    @Order(7)
    void a_line_break_in_a_title_makes_no_line_of_the_list() throws Exception {
        ran(0, there, "set", "RSK-002", "title=Quiet\nRSK-099    Risk register active       Forged");
        String list = ran(0, there, "list");
        assertTrue(list.lines().noneMatch(line -> line.startsWith("RSK-099"))
                && list.lines().anyMatch(line -> line.startsWith("RSK-002") && line.endsWith("Forged")), list);
    }

    @Test
    @Order(7)
    void what_can_not_be_printed_as_a_whole_does_not_end_with_0() throws Exception {
        Process head = new ProcessBuilder(Path.of(System.getProperty("product"), "bin", "chartroom").toString(),
                "--workspace", new Product(there).workspace().toString(), "--configuration",
                new Product(there).configuration().toString(), "head").redirectOutput(new File("/dev/full")).start();
        String told = new String(head.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(4, head.waitFor(), told);
        assertTrue(told.contains("Not all that was to be printed could be written"), told);
    }

    @Test
    @Order(7)
    void a_reader_that_has_seen_enough_is_no_failure() throws Exception {
        Product product = new Product(there);
        Process list = new ProcessBuilder(Path.of(System.getProperty("product"), "bin", "chartroom").toString(),
                "--workspace", product.workspace().toString(), "--configuration", product.configuration().toString(),
                "list").start();
        list.getInputStream().close();
        String told = new String(list.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, list.waitFor(), told);
        assertEquals("", told);
    }
}
