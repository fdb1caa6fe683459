package org.chartroom.exchange.importing;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.chartroom.exchange.csv.CsvTable;
import org.osgi.annotation.versioning.ProviderType;

/** The formats that bundles contribute to {@code org.chartroom.exchange.importers}; an OSGi service. */
@ProviderType
public interface Imports {
    /** @return ids of the formats that can be asked for by name, in the order of the registry */
    List<String> formats();

    /**
     * @param file a file
     * @return its content when it is of a known format and no table; empty when it is none
     * @throws org.chartroom.exchange.csv.ImportException when it can't be read
     */
    Optional<KnownFormat> of(Path file);

    /**
     * @param table a table
     * @return its content when its columns are those of a known format; empty when they are not
     */
    Optional<KnownFormat> of(CsvTable table);

    /**
     * @param format id of a format
     * @param file a file, whatever its name
     * @return its content
     * @throws org.chartroom.exchange.csv.ImportException when it can't be read, is something else, or there is no such
     *         format
     */
    KnownFormat read(String format, Path file);

    /**
     * Tells what was not asked, because it failed on this file or on one before: a file of its format is taken for a table.
     *
     * @return which importers are set aside and why, one sentence each
     */
    List<String> setAside();
}
