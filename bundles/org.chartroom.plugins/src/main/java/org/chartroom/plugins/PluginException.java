package org.chartroom.plugins;

/** Something about plug-ins can't be done; the message is one sentence for the user, and nothing was changed. */
public final class PluginException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message one sentence: what, where, what to do */
    public PluginException(String message) {
        super(message);
    }

    /**
     * @param message one sentence: what, where, what to do
     * @param cause what it is about
     */
    public PluginException(String message, Throwable cause) {
        super(message, cause);
    }
}
