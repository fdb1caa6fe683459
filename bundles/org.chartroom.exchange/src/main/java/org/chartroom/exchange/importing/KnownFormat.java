package org.chartroom.exchange.importing;

import java.util.List;

import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;
import org.eclipse.emf.ecore.EClass;
import org.osgi.annotation.versioning.ConsumerType;

/** The content of a file whose fields have fixed meanings, so that nobody has to say what goes where. */
@ConsumerType
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
}
