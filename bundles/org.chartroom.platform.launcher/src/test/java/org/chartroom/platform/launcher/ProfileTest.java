package org.chartroom.platform.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileTest {
    @TempDir
    Path install;

    private Profile read(String text) throws IOException {
        Files.createDirectories(install.resolve("profiles"));
        Files.writeString(install.resolve("profiles/test.profile"), text);
        return Profile.read(install, "test");
    }

    @Test
    void settings_and_bundles_are_told_apart() throws IOException {
        Profile profile = read("# remark\neclipse.product=org.x\n\n4 bundles/a=b.jar\n11 bundles/c d.jar\n");
        assertEquals("org.x", profile.settings().get("eclipse.product"));
        assertEquals(List.of(new Profile.Entry(4, install.resolve("bundles/a=b.jar")),
                new Profile.Entry(11, install.resolve("bundles/c d.jar"))), profile.bundles());
        assertEquals(11, profile.lastStartLevel());
    }

    @Test
    void added_bundles_count_their_paths_from_their_own_list() throws IOException {
        Path list = Files.writeString(Files.createDirectory(install.resolve("more")).resolve("list"),
                "12 x.jar\nk=v\n");
        Profile profile = read("4 a.jar\nk=before\n").with(list);
        assertEquals(install.resolve("more/x.jar"), profile.bundles().get(1).file());
        assertEquals("v", profile.settings().get("k"));
    }

    @Test
    void a_line_that_is_neither_is_named_with_its_number() {
        IOException refused = assertThrows(IOException.class, () -> read("4 a.jar\nnonsense\n"));
        assertTrue(refused.getMessage().contains("line 2"), refused.getMessage());
    }

    @Test
    void a_profile_that_is_not_there_is_named() {
        IOException refused = assertThrows(IOException.class, () -> Profile.read(install, "other"));
        assertTrue(refused.getMessage().contains("'other'"), refused.getMessage());
    }
}
