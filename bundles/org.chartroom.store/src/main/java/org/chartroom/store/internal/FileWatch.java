package org.chartroom.store.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;

import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.WorkspaceException.Kind;
import org.eclipse.osgi.util.NLS;

/**
 * Knows the files of an open workspace again. A process that has a file open goes on writing to it when its folder is
 * removed or renamed, and does not notice when others write into it; what it commits then is gone with the next start.
 * Synchronising programs do all of that. So before each commit the files must be those that this process opened, as it
 * left them.
 */
final class FileWatch {
    private static final boolean POSIX = Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");

    private static final long UNKNOWN = -1;

    private final WorkspaceFiles files;
    private volatile Object lockKey;
    private volatile State database;

    /** What is seen of a file without reading it. */
    private record State(Object key, long size, FileTime written) {
    }

    FileWatch(WorkspaceFiles files) {
        this.files = files;
    }

    /** Takes the files as they are for those of the workspace; to be called when this process has just written them. */
    void note() throws IOException {
        lockKey = attributes(files.lock()).fileKey();
        BasicFileAttributes seen = attributes(files.database());
        database = new State(seen.fileKey(), seen.size(), seen.lastModifiedTime());
    }

    /** To be called when this process failed while it wrote the files: until the next note they only must be the same. */
    void loosen() {
        if (database != null) {
            database = new State(database.key(), UNKNOWN, null);
        }
    }

    /** Waits to be told which files are those of the workspace. */
    void forget() {
        lockKey = null;
        database = null;
    }

    /** @throws WorkspaceException of kind REPLACED when the files are not those that were noted */
    void check() {
        if (database == null) {
            return;
        }
        if (database.size() == UNKNOWN) {
            checkIdentity();
            return;
        }
        try {
            BasicFileAttributes seen = attributes(files.database());
            State now = new State(seen.fileKey(), seen.size(), seen.lastModifiedTime());
            boolean isSame = database.equals(now)
                    && (lockKey == null || lockKey.equals(attributes(files.lock()).fileKey()));
            if (!isSame) {
                throw replaced(null);
            }
            if (seen instanceof PosixFileAttributes posix
                    && !posix.permissions().contains(PosixFilePermission.OWNER_WRITE)
                    || !Files.isWritable(files.database())) {
                throw new WorkspaceException(Kind.UNWRITABLE, NLS.bind(Messages.madeReadOnly, files.database()));
            }
        } catch (IOException e) {
            throw replaced(e);
        }
    }

    /** The same before the files are opened anew after a failure: they may have been written to, but must be the same. */
    void checkIdentity() {
        if (database == null) {
            return;
        }
        try {
            Object key = attributes(files.database()).fileKey();
            if (key != null && !key.equals(database.key())
                    || lockKey != null && !lockKey.equals(attributes(files.lock()).fileKey())) {
                throw replaced(null);
            }
        } catch (IOException e) {
            throw replaced(e);
        }
    }

    private WorkspaceException replaced(IOException cause) {
        return new WorkspaceException(Kind.REPLACED, NLS.bind(Messages.replaced, files.folder()), cause);
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        return POSIX
                ? Files.readAttributes(file, PosixFileAttributes.class)
                : Files.readAttributes(file, BasicFileAttributes.class);
    }
}
