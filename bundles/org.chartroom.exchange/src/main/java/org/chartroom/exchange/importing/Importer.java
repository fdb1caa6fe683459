package org.chartroom.exchange.importing;

import java.nio.file.Path;
import java.util.Optional;

import org.chartroom.exchange.csv.CsvTable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Recognises files of one format, contributed to the extension point {@code org.chartroom.exchange.importers}.
 * Implementations have no state, need no display and are called from any thread.
 */
@ConsumerType
public interface Importer {
    /**
     * Looks at a file of any kind.
     *
     * @param file the file
     * @return whether it may be of this format, from its name or its first bytes; {@link #read(Path)} is called then
     */
    default boolean isMeant(Path file) {
        return false;
    }

    /**
     * Reads a file that is meant, or that the user says is of this format.
     *
     * @param file the file
     * @return its content
     * @throws org.chartroom.exchange.csv.ImportException when it can't be read or is something else; the message is one
     *         sentence for the user. Anything else that is thrown counts as a fault of the importer, which is set aside
     */
    default KnownFormat read(Path file) {
        throw new org.chartroom.exchange.csv.ImportException(file.getFileName() + " can't be read as this format.");
    }

    /**
     * Looks at a table that was read from a text file or a workbook.
     *
     * @param table the table
     * @return its content when its columns are those of this format; empty when they are not
     */
    default Optional<KnownFormat> read(CsvTable table) {
        return Optional.empty();
    }
}
