package org.chartroom.core.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class InsideFolderTest {
    private static final Path FOLDER = Path.of("/data/folder");

    @ParameterizedTest
    @ValueSource(strings = {"a.jar", ".hidden", "Gr\u00f6\u00dfe 1.pdf", "..a"})
    void a_name_is_a_file_in_the_folder(String name) throws RefusedFileException {
        assertEquals(FOLDER.resolve(name), InsideFolder.file(FOLDER, name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "../a", "a/../../b", "/etc/passwd", "a/b", "..\\a", "C:a", "a\u0000b",
            "a\nb", "a\u202Eb", "a.", "\uD83D"})
    void what_leads_elsewhere_or_hides_something_is_refused(String name) {
        assertThrows(RefusedFileException.class, () -> InsideFolder.file(FOLDER, name));
    }

    @Property
    void whatever_the_name_the_file_is_in_the_folder_or_refused(@ForAll String name) {
        try {
            assertEquals(FOLDER, InsideFolder.file(FOLDER, name).getParent());
        } catch (RefusedFileException e) {
            assertEquals(-1, e.getMessage().indexOf('\u202E'));
        }
    }
}
