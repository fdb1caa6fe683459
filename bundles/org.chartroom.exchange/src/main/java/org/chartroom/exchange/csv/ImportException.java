package org.chartroom.exchange.csv;

/** A file can't be read. The message is one sentence for the user: file, line, column and what to do. */
public class ImportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message one sentence for the user */
    public ImportException(String message) {
        super(message);
    }

    /**
     * @param message one sentence for the user
     * @param cause the cause, for the log
     */
    public ImportException(String message, Throwable cause) {
        super(message, cause);
    }
}
