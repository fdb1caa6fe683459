package org.chartroom.exchange.importing;

/** A cell is none of the choices of its field; the message completes "because ...". */
final class UnknownWordException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * @param reason what is wrong with the word
     * @param word the word
     * @param cause who says so; may be null
     */
    UnknownWordException(String reason, String word, Exception cause) {
        super(Messages.bind(Messages.unknownWord, reason, word), cause);
    }
}
