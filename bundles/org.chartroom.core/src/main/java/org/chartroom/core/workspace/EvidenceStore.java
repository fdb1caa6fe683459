package org.chartroom.core.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The files that are stored with a workspace as evidence, each once and under the SHA-256 of its content. What was stored
 * is never changed, and it stays as long as any revision names it. Safe for use by several threads.
 */
@ProviderType
public interface EvidenceStore {
    /** What became of stored content. */
    enum State {
        /** It is what was stored. */
        MATCHES,
        /** It was altered since. */
        DIFFERS,
        /** It is not there. */
        MISSING
    }

    /**
     * Stores a content, durable before it returns. Content that is there already is not stored twice; when it was altered
     * meanwhile it is mended.
     *
     * @param content the content; read to its end, stays open
     * @param monitor is told each mebibyte that was read, as one step; when it is cancelled, nothing is stored and an
     *        {@link org.eclipse.core.runtime.OperationCanceledException} ends the work
     * @return its SHA-256, 64 hexadecimal digits in small letters
     * @throws IOException when the content can't be read
     * @throws WorkspaceException when it can't be stored; of kind READ_ONLY or DISK_FULL, or FAILED
     */
    String keep(InputStream content, IProgressMonitor monitor) throws IOException;

    /**
     * @param sha256 SHA-256 of a content, in hexadecimal
     * @return the content, to be closed by the caller, not checked; empty when it is not stored
     * @throws WorkspaceException when it can't be opened
     */
    Optional<InputStream> read(String sha256);

    /**
     * Reads a content and computes its hash again.
     *
     * @param sha256 SHA-256 of a content, in hexadecimal
     * @param monitor is told each mebibyte that was read, as one step; when it is cancelled an
     *        {@link org.eclipse.core.runtime.OperationCanceledException} ends the work
     * @return what became of it
     * @throws WorkspaceException when it can't be read
     */
    State check(String sha256, IProgressMonitor monitor);
}
