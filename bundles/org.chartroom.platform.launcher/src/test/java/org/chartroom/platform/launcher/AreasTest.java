package org.chartroom.platform.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AreasTest {
    @TempDir
    Path folder;

    private Options options(String workspace) {
        return new Options(folder.resolve(workspace), "workbench", null, folder, folder.resolve("configuration"),
                List.of(), false, List.of());
    }

    @Test
    void the_cache_lies_where_the_user_wants_caches() {
        assertEquals(Path.of("/x/chartroom"), Areas.userData(Map.of("XDG_CACHE_HOME", "/x")));
    }

    @Test
    void a_workspace_is_made_when_it_is_not_there() throws IOException {
        try (Areas areas = Areas.prepare(options("new"))) {
            assertTrue(Files.isDirectory(areas.data()));
            assertTrue(areas.logFile().startsWith(folder.resolve("new")));
        }
    }

    @Test
    void what_the_window_keeps_lies_with_the_user_apart_for_each_workspace() throws IOException {
        Path first;
        try (Areas areas = Areas.prepare(options("a"))) {
            first = areas.instance();
            assertTrue(first.startsWith(folder.resolve("configuration")), first.toString());
        }
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("a"));
        try (Areas areas = Areas.prepare(options("link"))) {
            assertEquals(first, areas.instance());
        }
        try (Areas areas = Areas.prepare(options("b"))) {
            assertNotEquals(first, areas.instance());
        }
    }

    @Test
    void an_area_that_was_given_back_is_used_again() throws IOException {
        Path first;
        try (Areas areas = Areas.prepare(options("a"))) {
            first = areas.configuration();
        }
        try (Areas areas = Areas.prepare(options("b"))) {
            assertEquals(first, areas.configuration());
        }
    }

    @Test
    void a_workspace_that_can_not_be_written_is_named() throws IOException {
        Files.writeString(folder.resolve("file"), "in the way");
        IOException refused = assertThrows(IOException.class, () -> Areas.prepare(options("file")));
        assertTrue(refused.getMessage().contains(folder.resolve("file").toString()), refused.getMessage());
        assertNotEquals(null, refused.getCause());
    }

    @Test
    void what_is_made_is_private() throws IOException {
        try (Areas areas = Areas.prepare(options("new"))) {
            for (Path made : List.of(areas.workspace(), areas.data(), areas.configuration())) {
                assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(made)));
            }
        }
    }

    @Test
    void a_configuration_that_can_not_be_written_is_named_with_the_way_out() throws IOException {
        Files.writeString(folder.resolve("configuration"), "in the way");
        IOException refused = assertThrows(IOException.class, () -> Areas.prepare(options("a")));
        assertTrue(refused.getMessage().contains(folder.resolve("configuration").toString()), refused.getMessage());
        assertTrue(refused.getMessage().contains("--configuration DIR"), refused.getMessage());
    }
}
