package org.chartroom.exchange.export;

import org.chartroom.model.SealedArtifact;

/** A sealed artifact that a file can't hold; the message is one sentence for the user. */
public final class SealedPartException extends ExportException {
    private static final long serialVersionUID = 1L;

    private final transient SealedArtifact artifact;

    /**
     * @param artifact the sealed artifact
     * @param message what, where and what to do
     */
    public SealedPartException(SealedArtifact artifact, String message) {
        super(message);
        this.artifact = artifact;
    }

    /** @return the sealed artifact, without which the file could be written */
    public SealedArtifact artifact() {
        return artifact;
    }
}
