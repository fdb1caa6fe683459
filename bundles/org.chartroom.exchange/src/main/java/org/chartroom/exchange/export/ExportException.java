package org.chartroom.exchange.export;

/** An artifact that was not exported; the message is one sentence for the user. */
public class ExportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what, where and what to do */
    public ExportException(String message) {
        super(message);
    }

    /**
     * @param message what, where and what to do
     * @param cause why
     */
    public ExportException(String message, Throwable cause) {
        super(message, cause);
    }
}
