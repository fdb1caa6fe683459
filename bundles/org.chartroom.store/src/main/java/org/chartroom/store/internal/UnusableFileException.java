package org.chartroom.store.internal;

import java.nio.file.Path;
import java.util.function.Function;

import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.WorkspaceException.Kind;

/**
 * A database file that can't be used for a known reason. What is opened is often a copy that nobody knows, so that whoever
 * had it opened names the file that the user knows.
 */
final class UnusableFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final transient Function<Path, String> message;

    /**
     * @param kind what to tell
     * @param message makes the sentence for the user from the file as the user knows it
     * @param cause what was found; may be null
     */
    UnusableFileException(Kind kind, Function<Path, String> message, Throwable cause) {
        super(kind.name(), cause);
        this.kind = kind;
        this.message = message;
    }

    /** @return what to tell, with the name of the file as the user knows it */
    WorkspaceException of(Path known) {
        return new WorkspaceException(kind, message.apply(known), this);
    }
}
