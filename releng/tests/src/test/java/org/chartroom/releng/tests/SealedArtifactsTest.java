package org.chartroom.releng.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Artifacts of plug-ins that are not installed come in with a model file, go out again and become artifacts. */
class SealedArtifactsTest {
    @TempDir
    static Path sample;
    /** A product without the proof packet and an empty workspace. */
    @TempDir
    static Path without;

    @TempDir
    Path folder;

    @BeforeAll
    static void export_the_sample_and_take_the_proof_packet_away() throws Exception {
        ran(0, sample, "init", "--sample");
        for (String format : new String[]{"xmi", "json"}) {
            ran(0, sample, "export", "--all", "--format", format, "--output", all(format).toString());
        }
        ran(0, without, "plugin", "remove", "proofpack", "--yes");
        ran(0, without, "init");
    }

    @BeforeEach
    void begin_with_a_copy() throws IOException {
        try (Stream<Path> files = Files.walk(without)) {
            for (Path file : files.filter(each -> !each.equals(without)).toList()) {
                Files.copy(file, folder.resolve(without.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static Path all(String format) {
        return sample.resolve("all." + format);
    }

    private static String ran(int exitCode, Path workspace, String... arguments) throws Exception {
        Product.Ended ended = new Product(workspace).with(arguments).run();
        assertEquals(exitCode, ended.exitCode(), ended.output());
        assertFalse(ended.output().contains("\tat "), ended.output());
        return ended.output();
    }

    private void assertRun(int exitCode, String printed, String... arguments) throws Exception {
        String output = ran(exitCode, folder, arguments);
        assertTrue(output.contains(printed), output);
    }

    /** All but the state, which names the workspace. */
    private void assertSameContent(String format) throws Exception {
        Path again = folder.resolve("again." + format);
        ran(0, folder, "export", "--all", "--format", format, "--output", again.toString());
        assertEquals(content(all(format)), content(again));
    }

    private static String content(Path file) throws Exception {
        String text = Files.readString(file);
        String content = text.replaceFirst("State: revision [^\\n]*", "");
        assertFalse(content.equals(text), text);
        return content;
    }

    @ParameterizedTest
    @ValueSource(strings = {"xmi", "json"})
    void they_go_out_with_the_same_bytes_and_become_artifacts_when_the_plug_in_is_there(String format)
            throws Exception {
        assertRun(0, "created KPI-001 IT service indicators, sealed because no installed plug-in brings its type ",
                "import", all(format).toString());
        assertSameContent(format);
        assertRun(0, "KPI-001    IT service indicators, sealed because no installed plug-in brings its type ", "list");
        assertRun(1, "KPI-001 stays sealed, because no installed plug-in brings its type ", "unseal", "KPI-001");

        ran(0, folder, "plugin", "install", "proofpack", "--yes");
        assertRun(0, "KPI-001    IT service indicators, sealed; the plug-in of its type ", "list");
        assertRun(0, "KPI-001 is an artifact now.", "unseal");
        assertRun(0, "No artifact is sealed.", "unseal");
        assertSameContent("xmi");
        assertSameContent("json");
        assertRun(0, "Intact", "verify");
    }

    @Test
    void the_same_file_again_changes_nothing_and_another_one_replaces_the_sealed_artifact() throws Exception {
        ran(0, folder, "import", all("xmi").toString());
        String head = ran(0, folder, "head");
        assertRun(0, "0 new, 0 changed, 20 unchanged, 0 refused.", "import", all("xmi").toString());
        assertEquals(head, ran(0, folder, "head"));

        Path changed = folder.resolve("changed.xmi");
        Files.writeString(changed, Files.readString(all("xmi")).replace("IT service indicators", "Other indicators"));
        assertRun(0, "0 new, 1 changed, 19 unchanged, 0 refused.", "import", changed.toString());
        assertRun(0, "KPI-001    Other indicators, sealed", "list");
        assertRun(0, "KPI-001    IT service indicators, sealed", "list", "--at", "2");
    }

    @Test
    void one_is_deleted_and_comes_back_when_that_is_taken_back() throws Exception {
        ran(0, folder, "import", all("json").toString());
        assertRun(0, "Revision 3.", "delete", "KPI-001");
        assertFalse(ran(0, folder, "list").contains("KPI-001"));
        ran(0, folder, "revert", "3");
        assertSameContent("json");
    }

    @Test
    void one_that_a_format_can_t_hold_is_named_and_all_others_are_exported() throws Exception {
        ran(0, folder, "import", all("xmi").toString());
        Path other = Files.writeString(folder.resolve("other.json"), """
                {"format": "org.chartroom.model", "version": 1, "artifacts": [
                {"@type": "org.example.widget", "id": "wid-1", "key": "WID-001", "title": "Widget"}]}
                """);
        ran(0, folder, "import", other.toString());
        Path again = folder.resolve("again.xmi");

        assertRun(1, "WID-001 is sealed as it came in a file of the format json, and can only be exported as json until "
                + "the plug-in with its type org.example.widget is installed. It is left out.", "export", "--all",
                "--format", "xmi", "--output", again.toString());
        assertEquals(content(all("xmi")), content(again));
        assertRun(1, "KPI-001 is sealed as it came in a file of the format xmi", "export", "--all", "--format", "json",
                "--output", folder.resolve("again.json").toString());
        assertTrue(Files.readString(folder.resolve("again.json")).contains("\"Widget\""));
    }

    @Test
    void what_needs_the_plug_in_is_refused_in_one_sentence() throws Exception {
        ran(0, folder, "import", all("json").toString());
        assertRun(3, "KPI-001 is sealed: its type org.chartroom.proofpack.kpi", "show", "KPI-001");
        assertRun(3, "can only be exported as json until the plug-in", "export", "KPI-001");
        assertRun(3, "can only be exported as json until the plug-in", "export", "KPI-001", "--format", "xmi");
    }

    @Test
    void one_that_the_plug_in_can_t_read_stays_sealed_and_the_reason_is_said() throws Exception {
        Path broken = folder.resolve("broken.json");
        Files.writeString(broken, Files.readString(all("json")).replace("\"@type\": \"Kpi\"", "\"@type\": \"Kqi\""));
        ran(0, folder, "import", broken.toString());
        ran(0, folder, "plugin", "install", "proofpack", "--yes");
        assertRun(1, "KPI-001 stays sealed, because ", "unseal", "KPI-001");
        assertRun(1, "KPI-001 stays sealed, because ", "unseal");
        assertRun(0, "KPI-001    IT service indicators, sealed", "list");
        assertFalse(ran(0, folder, "list").contains("AUD-001    Penetration test"));
    }

    @Test
    void the_file_that_comes_again_with_the_plug_in_takes_the_place_of_what_is_sealed() throws Exception {
        ran(0, folder, "import", all("xmi").toString());
        ran(0, folder, "plugin", "install", "proofpack", "--yes");
        assertRun(0, "10 new, 0 changed, 10 unchanged, 0 refused.", "import", all("xmi").toString());
        assertRun(0, "No artifact is sealed.", "unseal");
        assertSameContent("xmi");
    }
}
