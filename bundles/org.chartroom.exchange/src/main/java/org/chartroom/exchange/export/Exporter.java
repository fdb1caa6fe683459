package org.chartroom.exchange.export;

import java.io.IOException;
import java.io.OutputStream;

import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Writes artifacts in one format, contributed to the extension point {@code org.chartroom.exchange.exporters}.
 * Implementations have no state, need no display and are called from any thread.
 */
@ConsumerType
@FunctionalInterface
public interface Exporter {
    /**
     * @param artifact the artifact, in the state to export; must not be changed
     * @param directory the directory it refers to; must not be changed
     * @param out where to write; may be left open
     * @throws IOException when writing fails
     * @throws IllegalArgumentException when this artifact can't be written in this format; the message is one sentence for
     *         the user. Anything else that is thrown counts as a fault of the exporter, which is set aside
     */
    void write(Artifact artifact, Directory directory, OutputStream out) throws IOException;
}
