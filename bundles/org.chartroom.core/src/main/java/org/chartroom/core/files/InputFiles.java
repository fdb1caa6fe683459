package org.chartroom.core.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that are read: what is none could keep its reader waiting for ever. */
public final class InputFiles {
    private static final long MEGABYTE = 1024L * 1024;

    private InputFiles() {
    }

    /**
     * Refuses what can't be read as a file.
     *
     * @param file the file
     * @throws RefusedFileException when it is not there, is a folder, a pipe or a device, or may not be read
     */
    public static void check(Path file) throws RefusedFileException {
        if (!Files.exists(file)) {
            throw new RefusedFileException(Messages.bind(Messages.inputMissing, file));
        }
        if (Files.isDirectory(file)) {
            throw new RefusedFileException(Messages.bind(Messages.inputFolder, file));
        }
        if (!Files.isRegularFile(file)) {
            throw new RefusedFileException(Messages.bind(Messages.inputNoFile, file));
        }
        if (!Files.isReadable(file)) {
            throw new RefusedFileException(Messages.bind(Messages.inputUnreadable, file, "access denied"));
        }
    }

    /**
     * Refuses what can't be read as a file, or is too large for it.
     *
     * @param file the file
     * @param mostMegabytes how large it may be, in units of 1024 * 1024 bytes
     * @throws IOException a {@link RefusedFileException} with the reason, or when its size can't be found out
     */
    public static void check(Path file, long mostMegabytes) throws IOException {
        check(file);
        if (Files.size(file) > mostMegabytes * MEGABYTE) {
            throw new RefusedFileException(Messages.bind(Messages.tooLarge, file, mostMegabytes));
        }
    }
}
