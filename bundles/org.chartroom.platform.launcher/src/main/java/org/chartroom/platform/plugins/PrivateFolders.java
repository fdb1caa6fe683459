package org.chartroom.platform.plugins;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Folders and files of the launcher that only their owner may read. Where the file system knows no such modes (Windows),
 * the folders of a user are private anyway.
 */
public final class PrivateFolders {
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private PrivateFolders() {
    }

    /**
     * Makes a folder and the folders above it that are missing, each of them private; others stay as they are.
     *
     * @param folder the folder
     * @return the folder
     * @throws IOException when it can't be made
     */
    public static Path create(Path folder) throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path path = folder.toAbsolutePath(); path != null && !Files.exists(path); path = path.getParent()) {
            missing.push(path);
        }
        for (Path path : missing) {
            try {
                if (isPosix(path)) {
                    Files.createDirectory(path, PosixFilePermissions.asFileAttribute(FOLDER));
                } else {
                    Files.createDirectory(path);
                }
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

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /**
     * Makes a file or folder that is there private.
     *
     * @param path the file or folder
     * @return whether only its owner may read it now; false where the file system or its owner does not allow that
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
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
