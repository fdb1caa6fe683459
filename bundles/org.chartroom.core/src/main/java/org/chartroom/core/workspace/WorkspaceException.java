package org.chartroom.core.workspace;

/**
 * A workspace could not do what was asked. The message is one sentence for the user: what, where, what to do. The
 * workspace is as it was.
 */
public class WorkspaceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What went wrong, for callers that react to it. */
    public enum Kind {
        /** Another process holds the workspace. */
        BUSY,
        /** There is no workspace in the folder. */
        MISSING,
        /** The folder can't be written. */
        UNWRITABLE,
        /** There is no room left on the disk. */
        DISK_FULL,
        /** The files are damaged. */
        DAMAGED,
        /** The files were removed, replaced or altered by another program while the workspace was open. */
        REPLACED,
        /** The workspace has a password, and none that fits was given. */
        PASSWORD,
        /** The workspace was written by a newer version. */
        NEWER_VERSION,
        /** The workspace is open for reading only. */
        READ_ONLY,
        /** Somebody else changed the same field since it was read. */
        CONFLICT,
        /** A key is taken already, or a value does not fit its field. */
        INVALID,
        /** A change is not committed without a reason, and none was given. */
        REASON_MISSING,
        /** Anything else the store reports. */
        FAILED
    }

    private final Kind kind;

    /**
     * @param kind what went wrong
     * @param message one sentence for the user
     */
    public WorkspaceException(Kind kind, String message) {
        this(kind, message, null);
    }

    /**
     * @param kind what went wrong
     * @param message one sentence for the user
     * @param cause the cause, for the log
     */
    public WorkspaceException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** @return what went wrong */
    public Kind kind() {
        return kind;
    }
}
