package org.chartroom.core.fence;

/** A contribution failed, or did not come to an end. */
public final class FenceException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what it did, to go on after the name of the contribution: "failed: ..." or "took more than 5 s"
     * @param cause what it threw; the stack it was at when it took too long
     */
    public FenceException(String message, Throwable cause) {
        super(message, cause);
    }
}
