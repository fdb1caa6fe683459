package org.chartroom.platform.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginAreaTest {
    @TempDir
    Path folder;

    private PluginArea area;

    @BeforeEach
    void makeArea() {
        area = new PluginArea(folder.resolve("area"));
    }

    static InstalledPlugin plugin(String version) {
        return new InstalledPlugin("org.example:policies", version, "Policies = 1: \u00fcber alles", "", "", "/tmp/a b",
                "", "",
                Instant.parse("2026-01-02T03:04:05Z"), "policies_" + version,
                List.of(new InstalledBundle("a-1.jar", "org.example.a", "1.0.0", "ab", true),
                        new InstalledBundle("b-1.jar", "org.example.b", "1.0.0", "cd", false)),
                List.of(new ContributedType("org.example.policy", "Policy")));
    }

    private static PluginRecord with(String version) {
        return PluginRecord.EMPTY.with(plugin(version)).with("org.chartroom:proofpack", false);
    }

    @Test
    void without_a_file_nothing_is_installed() throws IOException {
        assertEquals(PluginRecord.EMPTY, area.read());
        assertFalse(area.isOnTrial());
    }

    @Test
    void a_record_is_read_as_it_was_written() throws IOException {
        area.change(PluginRecord.EMPTY, with("1.0.0"));
        assertEquals(with("1.0.0"), area.read());
    }

    @Test
    void the_same_record_is_the_same_file() throws IOException {
        with("1.0.0").write(folder.resolve("a"));
        with("1.0.0").write(folder.resolve("b"));
        assertEquals(-1, Files.mismatch(folder.resolve("a"), folder.resolve("b")));
    }

    @Test
    void a_change_that_is_undone_leaves_no_trace() throws IOException {
        area.change(PluginRecord.EMPTY, with("1.0.0")).run();
        assertEquals(PluginRecord.EMPTY, area.read());
        assertFalse(area.isOnTrial());
    }

    @Test
    void a_change_of_what_somebody_else_has_changed_is_refused() throws IOException {
        area.change(PluginRecord.EMPTY, with("1.0.0"));
        assertThrows(IOException.class, () -> area.change(PluginRecord.EMPTY, with("2.0.0")));
        assertEquals(with("1.0.0"), area.read());
    }

    @Test
    void the_way_back_leads_to_the_last_record_that_has_proved_itself() throws IOException {
        area.change(PluginRecord.EMPTY, with("1.0.0"));
        area.confirm(with("1.0.0"));
        area.change(with("1.0.0"), with("2.0.0"));
        area.change(with("2.0.0"), with("3.0.0"));
        String notice = area.rollBack("It did not start.");
        assertEquals(with("1.0.0"), area.read());
        assertTrue(notice.contains("org.example:policies 3.0.0") && notice.contains("org.example:policies 1.0.0"),
                notice);
        assertEquals(Optional.of(notice), area.notice());
        area.forgetNotice();
        assertEquals(Optional.empty(), area.notice());
    }

    @Test
    void what_was_changed_during_a_start_has_not_proved_itself() throws IOException {
        area.change(PluginRecord.EMPTY, with("1.0.0"));
        area.change(with("1.0.0"), with("2.0.0"));
        area.confirm(with("1.0.0"));
        assertTrue(area.isOnTrial());
    }

    @Test
    void a_start_of_this_process_is_not_taken_for_one_that_was_cut_off() throws IOException {
        area.change(PluginRecord.EMPTY, with("1.0.0"));
        area.noteStart("the plug-in");
        assertTrue(area.isStartedElsewhere());
        assertEquals(Optional.empty(), area.cutOffStart());
    }

    @Test
    void a_start_of_a_process_that_has_gone_was_cut_off() throws IOException {
        area.change(PluginRecord.EMPTY, with("1.0.0"));
        Files.writeString(folder.resolve("area/start"), Long.MAX_VALUE + "\n2026-01-01T00:00:00Z\nthe plug-in\n");
        assertEquals(Optional.of("the plug-in"), area.cutOffStart());
        area.forgetStart();
        assertEquals(Optional.empty(), area.cutOffStart());
    }

    @Test
    void folders_that_no_record_names_are_removed() throws IOException {
        area.change(PluginRecord.EMPTY, with("1.0.0"));
        area.change(with("1.0.0"), with("2.0.0"));
        for (String name : List.of("policies_1.0.0", "policies_2.0.0", "staging-1")) {
            Files.writeString(Files.createDirectories(area.plugins().resolve(name)).resolve("a.jar"), "a");
        }
        area.clean();
        assertFalse(Files.exists(area.plugins().resolve("staging-1")));
        assertFalse(Files.exists(area.plugins().resolve("policies_1.0.0")));
        assertTrue(Files.exists(area.plugins().resolve("policies_2.0.0")));
    }

    @Test
    void a_format_of_another_time_is_refused_by_name() throws IOException {
        Path file = Files.writeString(folder.resolve("record"), "format=3\n");
        IOException refused = assertThrows(IOException.class, () -> PluginRecord.read(file));
        assertTrue(refused.getMessage().contains("has the format 3"), refused.getMessage());
    }

    @Test
    void a_record_that_is_damaged_as_a_whole_is_refused_with_the_way_back() throws IOException {
        Path file = folder.resolve("record");
        with("1.0.0").write(file);
        String good = Files.readString(file);
        for (String bad : List.of(good.replace("format=2", ""), "\\u00g0")) {
            Files.writeString(file, bad);
            IOException refused = assertThrows(IOException.class, () -> PluginRecord.read(file), bad);
            assertTrue(refused.getMessage().contains("restore the file, or delete it"), refused.getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource({"plugin.0.version=1.0.0,''", "2026-01-02T,yesterday", "file=a-1.jar,file=../../a.jar",
            "folder=policies_1.0.0,folder=..", "symbolic-name=org.example.a,symbolic-name=../..",
            "plugin.0.id=org.example\\:policies,plugin.0.id=a\\u202Eb", "plugin.0.id=org.example\\:policies,''",
            "bundle.0.version=1.0.0,bundle.0.version=one"})
    void a_damaged_entry_is_set_aside_and_does_not_hide_the_others(String good, String bad) throws IOException {
        Path file = folder.resolve("record");
        InstalledPlugin other = new InstalledPlugin("org.example.other", "2.0.0", "Other", "", "", "", "", "",
                Instant.EPOCH, "other", List.of(), List.of());
        with("1.0.0").with(other).write(file);
        String text = Files.readString(file);
        assertTrue(text.contains(good), text);
        Files.writeString(file, text.replace(good, bad));
        PluginRecord read = PluginRecord.read(file);
        assertEquals(List.of(other), read.plugins());
        assertEquals(1, read.setAside().size());
        assertTrue(read.setAside().get(0).reason().contains(file.toString()), read.setAside().get(0).reason());
        assertFalse(read.setAside().get(0).reason().contains("\u202E"));
    }

    @Test
    void a_set_aside_entry_stays_until_its_plug_in_is_installed_again_or_removed() throws IOException {
        Path file = folder.resolve("record");
        with("1.0.0").write(file);
        Files.writeString(file, Files.readString(file).replace("2026-01-02T", "yesterday"));
        PluginRecord damaged = PluginRecord.read(file);
        damaged.with("org.chartroom:proofpack", true).write(file);
        assertEquals(damaged.setAside(), PluginRecord.read(file).setAside());
        assertEquals(List.of(), damaged.with(plugin("2.0.0")).setAside());
        assertEquals(List.of(), damaged.without("org.example:policies").setAside());
    }

    @Test
    void the_list_of_plug_ins_is_private() throws IOException {
        area.change(PluginRecord.EMPTY, with("1.0.0"));
        assertEquals("rw-------", PosixFilePermissions
                .toString(Files.getPosixFilePermissions(folder.resolve("area/installed.properties"))));
    }
}
