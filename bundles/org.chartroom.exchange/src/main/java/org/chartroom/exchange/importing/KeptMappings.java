package org.chartroom.exchange.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

import org.chartroom.exchange.csv.ImportException;

/** Mapping files that a workspace keeps under names, so that the import of each month says only the name. */
public final class KeptMappings {
    private static final String ENDING = ".json";
    private static final String NAME = "[\\p{L}\\p{N}]([\\p{L}\\p{N} _-]{0,58}[\\p{L}\\p{N}_-])?";

    private final Path folder;

    /** @param workspace the folder of the workspace */
    public KeptMappings(Path workspace) {
        folder = workspace.resolve(".chartroom").resolve("mappings");
    }

    /**
     * @return the names of the mappings that are kept, in alphabetical order
     * @throws ImportException when the folder can't be read
     */
    public List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .filter(name -> name.matches(NAME)).sorted(String.CASE_INSENSITIVE_ORDER).toList();
        } catch (IOException e) {
            throw new ImportException(Messages.bind(Messages.unreadableFolder, folder, e.getMessage()), e);
        }
    }

    /**
     * @param name name of a mapping that is kept
     * @return the mapping
     * @throws ImportException when there is none, or it can't be read
     */
    public MappingFile read(String name) {
        return MappingFile.read(file(name));
    }

    /**
     * @param text path of a mapping file, which goes before, or the name of a mapping that is kept
     * @return the mapping
     * @throws ImportException when it is neither, or can't be read; the message says which names there are
     */
    public MappingFile find(String text) {
        if (isFile(text)) {
            return MappingFile.read(Path.of(text));
        }
        if (names().contains(text)) {
            return read(text);
        }
        String others = names().isEmpty() ? "" : " (" + String.join(", ", names()) + ")";
        throw new ImportException(Messages.bind(Messages.noKeptMapping, text, others));
    }

    private static boolean isFile(String text) {
        try {
            return Files.exists(Path.of(text));
        } catch (InvalidPathException e) {
            // What can't be a path may be a name still.
            return false;
        }
    }

    /**
     * Keeps a mapping, in the place of one that has the name.
     *
     * @param name the name
     * @param mapping the mapping
     * @throws ImportException when it can't be the name of a mapping, or the folder can't be written
     */
    public void keep(String name, MappingFile mapping) {
        Path file = file(name);
        try {
            Files.createDirectories(folder);
            // What fails takes no older one away, and leaves nothing behind.
            Path made = Files.createTempFile(folder, "mapping", ".tmp");
            try {
                Files.writeString(made, mapping.text());
                Files.move(made, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(made);
            }
        } catch (IOException e) {
            throw new ImportException(Messages.bind(Messages.mappingNotKept, name, e.getMessage()), e);
        }
    }

    /**
     * @param name a text
     * @throws ImportException when it can't be the name of a mapping
     */
    public static void check(String name) {
        if (!name.matches(NAME)) {
            throw new ImportException(Messages.bind(Messages.badMappingName, name));
        }
    }

    private Path file(String name) {
        check(name);
        return folder.resolve(name + ENDING);
    }
}
