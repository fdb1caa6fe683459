package org.chartroom.platform.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.TreeMap;

/**
 * By size and time of change tells whether the bundles are those the framework cache was made from. When one is not,
 * the cache is made anew as a whole: that takes a second, is needed after an update of the product only, and can't
 * leave a half-updated framework behind.
 */
final class Stamps {
    private final Path file;

    Stamps(Path file) {
        this.file = file;
    }

    /** Describes bundles: one line for each, with its start level, path, size and time of change. */
    static String describe(List<Profile.Entry> bundles) throws IOException {
        TreeMap<String, String> lines = new TreeMap<>();
        for (Profile.Entry bundle : bundles) {
            Path jar = bundle.file();
            if (!Files.exists(jar)) {
                throw new IOException("the bundle " + jar + " is missing");
            }
            lines.put(jar.toString(), bundle.startLevel() + " " + jar + " " + Files.size(jar) + " "
                    + Files.getLastModifiedTime(jar).toMillis());
        }
        return String.join("\n", lines.values()) + "\n";
    }

    boolean match(String description) {
        try {
            return Files.exists(file) && Files.readString(file).equals(description);
        } catch (CharacterCodingException e) {
            // No description of ours: the cache counts as outdated.
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets the description, so that a run that is cut off leaves a cache that counts as outdated. */
    void forget() throws IOException {
        Files.deleteIfExists(file);
    }

    void keep(String description) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, description);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
