package org.chartroom.store.internal.file;

/** A database file holds something that Chartroom does not put there. The message says what, without a sentence around it. */
public final class StrangeFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 120;

    /** @param what the strange thing, as it is in the file */
    public StrangeFileException(String what) {
        super(shown(what));
    }

    /** What a file brings may be long, or hold characters that turn or hide what stands beside them. */
    private static String shown(String what) {
        String line = what.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }
}
