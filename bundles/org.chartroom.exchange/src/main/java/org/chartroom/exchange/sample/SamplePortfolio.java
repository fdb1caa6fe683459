package org.chartroom.exchange.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.exchange.importing.ModelImport;
import org.chartroom.model.Artifact;

/** A believable set of artifacts of a fictitious hospital group, to try things on. */
public final class SamplePortfolio {
    private static final String FILE = "portfolio.xmi";

    private SamplePortfolio() {
    }

    /**
     * Adds the sample to a workspace as one commit; what of it is there already stays as it is.
     *
     * @param workspace a workspace that can be written
     * @return number of artifacts that were added
     */
    public static int load(Workspace workspace) {
        try (EditSession session = workspace.openSession();
                InputStream input = SamplePortfolio.class.getResourceAsStream(FILE)) {
            List<Artifact> added = ModelImport.into(FILE, input, session);
            session.commit("Sample portfolio");
            return added.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
