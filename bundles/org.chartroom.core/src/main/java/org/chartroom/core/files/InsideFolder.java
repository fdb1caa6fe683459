package org.chartroom.core.files;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Names that come from elsewhere, as paths that stay in a folder. */
public final class InsideFolder {
    /** What is no part of a file name on one of the systems, or hides a part of it. */
    private static final Pattern UNUSABLE = Pattern
            .compile("[/\\\\:*?\"<>|\\p{Cc}\\p{Cs}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");
    private static final int MOST_BYTES = 255;

    private InsideFolder() {
    }

    /**
     * Gives the file of a name.
     *
     * @param folder the folder
     * @param name the name, without parts that lead elsewhere
     * @return the file in the folder
     * @throws RefusedFileException when the name is none, or would lead out of the folder
     */
    public static Path file(Path folder, String name) throws RefusedFileException {
        boolean usable = !name.isBlank() && !UNUSABLE.matcher(name).find() && !name.endsWith(".") && !name.endsWith(" ")
                && name.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
        try {
            Path base = folder.toAbsolutePath().normalize();
            Path file = usable ? base.resolve(name).normalize() : null;
            if (file != null && base.equals(file.getParent())) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw refused(folder, name);
        }
        throw refused(folder, name);
    }

    private static RefusedFileException refused(Path folder, String name) {
        return new RefusedFileException(
                Messages.bind(Messages.noName, UNUSABLE.matcher(name).replaceAll("?"), folder));
    }
}
