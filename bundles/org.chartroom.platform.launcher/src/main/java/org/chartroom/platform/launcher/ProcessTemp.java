package org.chartroom.platform.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.chartroom.platform.plugins.Trees;

/**
 * The folder for all temporary files of this process, also for those of libraries: private, removed at the end. What a
 * killed process has left is removed by the next start; a locked file in the folder says that its process lives.
 */
final class ProcessTemp implements AutoCloseable {
    private static final String PROPERTY = "java.io.tmpdir";
    private static final String LOCK = "lock";
    /** Between its making and its lock a folder must not be taken for a left one. */
    private static final Duration TIME_TO_LOCK = Duration.ofMinutes(1);

    private final String common;
    private final Path folder;
    private final FileChannel lock;

    private ProcessTemp(String common, Path folder, FileChannel lock) {
        this.common = common;
        this.folder = folder;
        this.lock = lock;
    }

    /** Makes the folder, removes left ones, and leads all of this process there. */
    static ProcessTemp create() throws IOException {
        String common = System.getProperty(PROPERTY);
        Path parent = Path.of(common).toAbsolutePath();
        String prefix = "chartroom-" + System.getProperty("user.name").replaceAll("[^A-Za-z0-9]", "_") + "-";
        try {
            // Made with a random name and mode 0700, so that nobody else can have prepared it.
            Path folder = Files.createTempDirectory(parent, prefix);
            // Under its name only when it is locked: a lock file that nobody holds says that its process is gone.
            Path part = folder.resolve(LOCK + ".part");
            FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            channel.lock();
            Files.move(part, folder.resolve(LOCK), StandardCopyOption.ATOMIC_MOVE);
            removeLeft(parent, prefix, folder);
            System.setProperty(PROPERTY, folder.toString());
            return new ProcessTemp(common, folder, channel);
        } catch (IOException e) {
            throw new IOException("the folder for temporary files " + parent + " can't be written ("
                    + UnwritableWorkspaceException.reason(e)
                    + "); make room or get the right to write there, or name another one with"
                    + " CHARTROOM_JAVA_OPTIONS=-Djava.io.tmpdir=DIR.", e);
        }
    }

    Path folder() {
        return folder;
    }

    private static void removeLeft(Path parent, String prefix, Path own) throws IOException {
        try (DirectoryStream<Path> others = Files.newDirectoryStream(parent, prefix + "*")) {
            for (Path other : others) {
                if (!other.equals(own)) {
                    removeIfLeft(other, own);
                }
            }
        }
    }

    private static void removeIfLeft(Path other, Path own) {
        try {
            // Only what this user has made: others could lead the removal elsewhere. Asked in here, because another process
            // may end and take its folder with it at any time.
            if (!Files.isDirectory(other, LinkOption.NOFOLLOW_LINKS)
                    || !Files.getOwner(other, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(own))) {
                return;
            }
            Path locked = other.resolve(LOCK);
            if (!Files.exists(locked, LinkOption.NOFOLLOW_LINKS)) {
                FileTime changed = Files.getLastModifiedTime(other, LinkOption.NOFOLLOW_LINKS);
                if (changed.toInstant().isAfter(Instant.now().minus(TIME_TO_LOCK))) {
                    return;
                }
            } else {
                try (FileChannel channel = FileChannel.open(locked, StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS)) {
                    if (channel.tryLock() == null) {
                        return;
                    }
                }
            }
            Trees.delete(other);
        } catch (IOException | UncheckedIOException | OverlappingFileLockException e) {
            // Somebody else's, or removed meanwhile by another start: nothing that this start needs.
            return;
        }
    }

    /** Removes the folder; more than once is harmless. */
    @Override
    public synchronized void close() {
        if (System.getProperty(PROPERTY).equals(folder.toString())) {
            System.setProperty(PROPERTY, common);
        }
        try {
            lock.close();
            Trees.delete(folder);
        } catch (IOException | UncheckedIOException e) {
            // What is still held open, as Windows does with loaded libraries, the next start removes.
            return;
        }
    }
}
