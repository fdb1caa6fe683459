package org.chartroom.store.internal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.WorkspaceException.Kind;
import org.chartroom.store.internal.file.StrangeFileException;
import org.eclipse.osgi.util.NLS;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/** Says what an exception of the database or the file system means for the user. */
final class Failures {
    private static final long LITTLE_ROOM = 256 * 1024;
    /** H2: file corrupted, row not found, wrong checksums and the like; a table or a column that is not there. */
    private static final Set<Integer> DAMAGED_CODES = Set.of(90030, 90048, 90143, 8000, 42102, 42104, 42122);
    /** H2: errors that it does not expect, and values that it can't have written; so they come from a damaged file. */
    private static final Set<Integer> UNEXPECTED_CODES = Set.of(50000, 22018, 22007, 90095);
    private static final int LOCKED_CODE = 90020;
    private static final int READ_ONLY_CODE = 90097;

    private Failures() {
    }

    /**
     * @param cause what was thrown
     * @param files the workspace
     * @return the exception for the caller
     */
    static WorkspaceException translate(Exception cause, WorkspaceFiles files) {
        for (Throwable e = cause; e != null; e = e.getCause()) {
            if (e instanceof WorkspaceException known) {
                return known;
            }
        }
        for (Throwable e = cause; e != null; e = e.getCause()) {
            if (e instanceof UnusableFileException unusable) {
                return unusable.of(files.database());
            } else if (e instanceof StrangeFileException) {
                return new WorkspaceException(Kind.DAMAGED,
                        NLS.bind(Messages.strangeFile, files.database(), e.getMessage()), cause);
            }
        }
        if (isDiskFull(cause, files.folder())) {
            return new WorkspaceException(Kind.DISK_FULL, NLS.bind(Messages.diskFull, files.folder()), cause);
        }
        boolean isDisk = isAboutDisk(cause);
        for (Throwable e = cause; e != null; e = e.getCause()) {
            if (isLocked(e)) {
                return new WorkspaceException(Kind.BUSY, NLS.bind(Messages.busyUnknown, files.folder()), cause);
            }
            if (e instanceof MVStoreException store) {
                if (store.getErrorCode() == DataUtils.ERROR_UNSUPPORTED_FORMAT) {
                    return new WorkspaceException(Kind.NEWER_VERSION, NLS.bind(Messages.newerFormat, files.folder()),
                            cause);
                } else if (store.getErrorCode() == DataUtils.ERROR_FILE_CORRUPT
                        || store.getErrorCode() == DataUtils.ERROR_CHUNK_NOT_FOUND
                        || store.getErrorCode() == DataUtils.ERROR_READING_FAILED) {
                    return damaged(cause, files);
                }
            } else if (e instanceof SQLException sql) {
                if (DAMAGED_CODES.contains(sql.getErrorCode())
                        || !isDisk && UNEXPECTED_CODES.contains(sql.getErrorCode())) {
                    return damaged(cause, files);
                } else if (sql.getErrorCode() == READ_ONLY_CODE) {
                    return new WorkspaceException(Kind.UNWRITABLE, NLS.bind(Messages.unwritable, files.folder()),
                            cause);
                }
            } else if (e instanceof AccessDeniedException
                    || e instanceof ReadOnlyFileSystemException) {
                return new WorkspaceException(Kind.UNWRITABLE, NLS.bind(Messages.unwritable, files.folder()), cause);
            }
        }
        return new WorkspaceException(Kind.FAILED, NLS.bind(Messages.failed, files.folder(), cause.getMessage()),
                cause);
    }

    /** The database has a lock of its own, which holds when somebody removed ours. */
    private static boolean isLocked(Throwable e) {
        return e instanceof MVStoreException store && store.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
                || e instanceof SQLException sql && sql.getErrorCode() == LOCKED_CODE;
    }

    /** @return the exception for a file that can't be understood */
    static WorkspaceException damaged(Exception cause, WorkspaceFiles files) {
        return new WorkspaceException(Kind.DAMAGED, NLS.bind(Messages.damagedFile, files.database()), cause);
    }

    /**
     * A database that could not write is closed at once, and after that only tells that it is; why is told by what was
     * thrown when it was given up.
     */
    private static Set<Throwable> all(Throwable cause) {
        Set<Throwable> all = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>(List.of(cause));
        while (!open.isEmpty()) {
            Throwable e = open.pop();
            if (all.add(e)) {
                open.addAll(List.of(e.getSuppressed()));
                if (e.getCause() != null) {
                    open.add(e.getCause());
                }
            }
        }
        return all;
    }

    private static boolean isDiskFull(Throwable cause, Path folder) {
        for (Throwable e : all(cause)) {
            String message = e instanceof IOException && e.getMessage() != null
                    ? e.getMessage().toLowerCase(Locale.ROOT)
                    : "";
            if (message.contains("no space left") || message.contains("file too large")
                    || message.contains("quota exceeded") || message.contains("not enough space")) {
                return true;
            }
            if (e instanceof MVStoreException store && store.getErrorCode() == DataUtils.ERROR_WRITING_FAILED
                    && hasLittleRoom(folder)) {
                return true;
            }
        }
        return false;
    }

    /** A disk that fails says nothing about what is on it. */
    private static boolean isAboutDisk(Throwable cause) {
        for (Throwable e : all(cause)) {
            if (e instanceof IOException || e instanceof MVStoreException store
                    && store.getErrorCode() == DataUtils.ERROR_WRITING_FAILED) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasLittleRoom(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace() < LITTLE_ROOM;
        } catch (IOException e) {
            // Nothing can be said about the disk, so the failure is told as it came.
            return false;
        }
    }
}
