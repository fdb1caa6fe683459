package org.chartroom.platform.bridge.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLocationTest {
    @TempDir
    Path folder;

    @Test
    void the_url_of_a_folder_ends_with_a_slash_and_keeps_blanks() {
        FolderLocation location = new FolderLocation(folder.resolve("a b"), false);
        assertTrue(location.getURL().toString().endsWith("/a b/"), location.getURL().toString());
        assertTrue(location.isSet());
    }

    @Test
    void a_locked_location_can_not_be_locked_a_second_time() throws IOException {
        FolderLocation first = new FolderLocation(folder, false);
        FolderLocation second = new FolderLocation(folder, false);
        assertTrue(first.lock());
        assertFalse(second.lock());
        assertTrue(second.isLocked());
        first.release();
        assertFalse(second.isLocked());
        assertTrue(second.lock());
        second.release();
    }

    @Test
    void a_read_only_location_is_not_locked() throws IOException {
        assertFalse(new FolderLocation(folder, true).lock());
    }

    @Test
    void a_new_location_is_set_once() throws IOException {
        FolderLocation location = (FolderLocation) new FolderLocation(folder, false).createLocation(null, null, false);
        assertNull(location.getURL());
        assertThrows(IOException.class, location::lock);
        assertTrue(location.set(folder.toUri().toURL(), false));
        assertThrows(IllegalStateException.class, () -> location.set(folder.toUri().toURL(), false));
    }

    @Test
    void the_data_of_a_bundle_lies_where_the_platform_keeps_it() throws IOException {
        assertEquals(folder.resolve(".metadata/.plugins/org.x") + "/",
                new FolderLocation(folder, false).getDataArea("org.x").getPath());
    }
}
