package org.chartroom.plugins.internal;

/** A server has no such file. */
final class AbsentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AbsentException(String message) {
        super(message);
    }
}
