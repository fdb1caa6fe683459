package org.chartroom.core.expression;

/** An expression is wrong: it can't be read, names what is not there, or gives what its field can't take. */
public final class ExpressionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what is wrong and where in the expression, as a sentence
     * @param cause what the library said; may be null
     */
    public ExpressionException(String message, Throwable cause) {
        super(message, cause);
    }
}
