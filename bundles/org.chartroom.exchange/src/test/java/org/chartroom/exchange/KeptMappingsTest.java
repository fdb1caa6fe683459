package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.importing.KeptMappings;
import org.chartroom.exchange.importing.MappingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A workspace keeps mappings under names. */
class KeptMappingsTest {
    private static final MappingFile MAPPING = new MappingFile(Map.of("decimal", "comma"),
            List.of(new MappingFile.Column("Name", "title", Optional.empty(), Map.of("AV", "avoid"))));

    @TempDir
    private Path folder;

    @Test
    void whatIsKeptIsFoundByItsName() {
        new KeptMappings(folder).keep("Monthly risks", MAPPING);

        KeptMappings again = new KeptMappings(folder);
        assertEquals(List.of("Monthly risks"), again.names());
        assertEquals(MAPPING, again.find("Monthly risks"));
    }

    @Test
    void aFileOfThatPathGoesBefore() throws Exception {
        Path file = Files.writeString(folder.resolve("m.json"), MAPPING.text());

        assertEquals(MAPPING, new KeptMappings(folder).find(file.toString()));
    }

    @Test
    void keepingAgainReplaces() {
        KeptMappings kept = new KeptMappings(folder);
        kept.keep("a", MAPPING);
        kept.keep("a", new MappingFile(Map.of(), List.of()));

        assertEquals(new MappingFile(Map.of(), List.of()), kept.read("a"));
    }

    @Test
    void anUnknownNameIsRefusedWithThoseThatAreThere() {
        KeptMappings kept = new KeptMappings(folder);
        kept.keep("Risks", MAPPING);

        String message = assertThrows(ImportException.class, () -> kept.find("Costs")).getMessage();
        assertTrue(message.contains("(Risks)"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "../evil", "a/b", "a\\b", ".hidden", "a.", "a\nb", "a\u202Eb"})
    void aNameThatIsNoFileNameIsRefused(String name) {
        KeptMappings kept = new KeptMappings(folder);

        assertThrows(ImportException.class, () -> kept.keep(name, MAPPING));
        assertFalse(Files.exists(folder.resolve(".chartroom")));
    }
}
