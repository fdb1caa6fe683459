package org.chartroom.exchange.importing;

import java.nio.file.Path;

/** OSCAL 1.1 plans of action and milestones as JSON or XML. */
public final class OscalImporter implements Importer {
    @Override
    public boolean isMeant(Path file) {
        return OscalPoam.isMeant(file);
    }

    @Override
    public KnownFormat read(Path file) {
        return OscalPoam.read(file);
    }
}
