package org.chartroom.core.files;

import java.io.IOException;

/** A file is not used, and nothing was changed; the message is one sentence for the user: what, where, what to do. */
public final class RefusedFileException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param message one sentence for the user */
    public RefusedFileException(String message) {
        super(message);
    }

    /**
     * @param message one sentence for the user
     * @param cause the cause, for the log
     */
    public RefusedFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
