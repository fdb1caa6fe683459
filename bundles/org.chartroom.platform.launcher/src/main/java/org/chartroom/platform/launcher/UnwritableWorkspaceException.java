package org.chartroom.platform.launcher;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The folder of the workspace can't be made or written. */
final class UnwritableWorkspaceException extends IOException {
    private static final long serialVersionUID = 1L;

    UnwritableWorkspaceException(Path workspace, IOException cause) {
        super("The folder " + workspace + " can't be written (" + reason(cause)
                + "); choose another folder with --workspace, or get the right to write there.", cause);
    }

    /** Why a file can't be used, in a few words. */
    static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "access denied";
        }
        if (cause instanceof NoSuchFileException missing) {
            return missing.getFile() + " is not there";
        }
        String reason = cause instanceof FileSystemException file ? file.getReason() : cause.getMessage();
        return reason == null ? cause.getClass().getSimpleName() : reason;
    }
}
