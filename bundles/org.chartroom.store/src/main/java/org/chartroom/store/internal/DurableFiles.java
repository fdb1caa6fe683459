package org.chartroom.store.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** File operations that last through a power cut. */
final class DurableFiles {
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private DurableFiles() {
    }

    /** Gives a file another name in its folder or one beside it, at once or not at all. */
    static void move(Path from, Path to) throws IOException {
        try (FileChannel channel = FileChannel.open(from, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        syncFolder(to.getParent());
    }

    /** Makes a folder where there is none; the one around it must be there. */
    static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder);
            syncFolder(folder.getParent());
        }
    }

    private static void syncFolder(Path folder) throws IOException {
        if (!WINDOWS) {
            // Windows knows no handle of a folder and needs none: NTFS logs the renaming.
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
