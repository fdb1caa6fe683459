package org.chartroom.exchange.importing;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;
import org.eclipse.emf.ecore.EClass;
import org.osgi.annotation.versioning.ProviderType;

/** The content of a file whose fields have fixed meanings, so that nobody has to say what goes where. */
@ProviderType
public interface KnownFormat {
    /** @return what users call the format */
    String name();

    /** @return the classes of artifacts it can go into; the first is the usual one */
    List<EClass> targets();

    /** @return the content as a table, to be looked at */
    CsvTable preview();

    /**
     * @param artifact an artifact of one of the target classes; not changed
     * @param directory the directory of its workspace; not changed
     * @return what importing would do
     * @throws org.chartroom.exchange.csv.ImportException when a value does not fit, or the artifact
     */
    ImportPlan plan(Artifact artifact, Directory directory);

    /**
     * @param file a file that is no table
     * @return its content when it is of a known format; empty when it is none
     * @throws org.chartroom.exchange.csv.ImportException when it can't be read
     */
    static Optional<KnownFormat> of(Path file) {
        return OscalPoam.isJson(file) ? Optional.of(oscalPoam(file)) : Optional.empty();
    }

    /**
     * @param file an OSCAL plan of action and milestones as JSON, whatever its name
     * @return its content
     * @throws org.chartroom.exchange.csv.ImportException when it can't be read, or is something else
     */
    static KnownFormat oscalPoam(Path file) {
        return OscalPoam.read(file);
    }

    /**
     * @param table a table
     * @return its content when its columns are those of a known format; empty when they are not
     */
    static Optional<KnownFormat> of(CsvTable table) {
        return ForecastTable.isOne(table) ? Optional.of(new ForecastFormat(table)) : Optional.empty();
    }
}
