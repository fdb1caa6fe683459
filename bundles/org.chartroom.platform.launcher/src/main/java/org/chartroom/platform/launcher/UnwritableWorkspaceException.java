package org.chartroom.platform.launcher;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** The folder of the workspace can't be made or written. */
final class UnwritableWorkspaceException extends IOException {
    private static final long serialVersionUID = 1L;

    UnwritableWorkspaceException(Path workspace, IOException cause) {
        super("The folder " + workspace + " can't be written (" + reason(cause)
                + "); choose another folder with --workspace, or get the right to write there.", cause);
    }

    private static String reason(IOException cause) {
        String reason = cause instanceof FileSystemException file ? file.getReason() : cause.getMessage();
        return reason == null ? cause.getClass().getSimpleName() : reason;
    }
}
