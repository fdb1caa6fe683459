package org.chartroom.core.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Files and folders that only their owner may read: mode 0600 and 0700 from the moment they are made. Where the file
 * system knows no such modes (Windows), they are made as its folder has it; the folders of a user are private there.
 */
public final class PrivateFiles {
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private PrivateFiles() {
    }

    /**
     * Makes a folder and the folders above it that are missing. Those that are there stay as they are.
     *
     * @param folder the folder
     * @return the folder
     * @throws IOException when it can't be made, or a file has its name
     */
    public static Path createDirectories(Path folder) throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path path = folder.toAbsolutePath(); path != null && !Files.exists(path); path = path.getParent()) {
            missing.push(path);
        }
        for (Path path : missing) {
            try {
                Files.createDirectory(path, attributes(path, FOLDER));
            } catch (FileAlreadyExistsException e) {
                // Another process was quicker; that is as good.
                if (!Files.isDirectory(path)) {
                    throw e;
                }
            }
        }
        if (!Files.isDirectory(folder)) {
            throw new FileAlreadyExistsException(folder.toString());
        }
        return folder;
    }

    /**
     * Opens a file; one that is made is private. One that is there keeps its mode, see {@link #restrict}. A link is not
     * followed: it could lead to what is not ours.
     *
     * @param file the file
     * @param options how to open it
     * @return the open file
     * @throws IOException when it can't be opened, or is a link
     */
    public static FileChannel open(Path file, OpenOption... options) throws IOException {
        Set<OpenOption> all = new HashSet<>(Set.of(options));
        all.add(LinkOption.NOFOLLOW_LINKS);
        return FileChannel.open(file, all, attributes(file.toAbsolutePath(), FILE));
    }

    /**
     * Writes a file anew; one that is made is private, and one that is there becomes it.
     *
     * @param file the file
     * @return where its content goes
     * @throws IOException when it can't be written
     */
    public static OutputStream newOutputStream(Path file) throws IOException {
        FileChannel channel = open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
        restrict(file);
        return Channels.newOutputStream(channel);
    }

    /**
     * Makes a file or a folder that is there private.
     *
     * @param path the file or folder
     * @return whether only the owner may read it now; false where the file system or its owner does not allow that
     */
    public static boolean restrict(Path path) {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view == null) {
            return false;
        }
        Set<PosixFilePermission> wanted = Files.isDirectory(path) ? FOLDER : FILE;
        try {
            if (!wanted.containsAll(view.readAttributes().permissions())) {
                view.setPermissions(wanted);
            }
            return wanted.containsAll(view.readAttributes().permissions());
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Makes a private folder for temporary files. In the product it lies in the folder of this process, which is removed
     * at the end of the process or, if that was killed, at the next start.
     *
     * @param prefix with what its name begins
     * @return the new folder
     * @throws IOException when it can't be made
     */
    public static Path createTempDirectory(String prefix) throws IOException {
        return Files.createTempDirectory(temporary(), prefix);
    }

    /**
     * Makes a private temporary file, see {@link #createTempDirectory}.
     *
     * @param prefix with what its name begins
     * @param suffix with what it ends
     * @return the new file, which is empty
     * @throws IOException when it can't be made
     */
    public static Path createTempFile(String prefix, String suffix) throws IOException {
        return Files.createTempFile(temporary(), prefix, suffix);
    }

    /** Asked for each time: newer Java machines remember for themselves what it was when they began. */
    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
