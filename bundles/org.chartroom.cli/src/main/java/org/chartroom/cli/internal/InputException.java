package org.chartroom.cli.internal;

/** What the user gave does not fit; the message is one sentence for them. */
final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InputException(String message) {
        super(message);
    }

    InputException(String message, Throwable cause) {
        super(message, cause);
    }
}
