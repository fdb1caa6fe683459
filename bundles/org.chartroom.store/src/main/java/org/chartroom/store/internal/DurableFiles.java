package org.chartroom.store.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

import org.chartroom.core.files.PrivateFiles;

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
        Steps.passed();
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        Steps.passed();
        syncFolder(to.getParent());
        Steps.passed();
    }

    /** Copies the content of a file; what is in the way is replaced, and only the owner may read the copy. */
    static void copy(Path from, Path to) throws IOException {
        try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ)) {
            copy(in, to);
        }
    }

    /** The same for a file that is open already. */
    static void copy(FileChannel in, Path to) throws IOException {
        Files.deleteIfExists(to);
        Steps.passed();
        try (FileChannel out = PrivateFiles.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long copied = 0;
            for (long step = 1; step > 0; copied += step) {
                step = in.transferTo(copied, Long.MAX_VALUE - copied, out);
            }
        }
    }

    /** Makes a folder where there is none; the one around it must be there. */
    static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            PrivateFiles.createDirectories(folder);
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
