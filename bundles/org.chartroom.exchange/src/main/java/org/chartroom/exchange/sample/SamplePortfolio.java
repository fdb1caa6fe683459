package org.chartroom.exchange.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;

import org.chartroom.core.type.ArtifactType;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.exchange.importing.ModelImport;
import org.chartroom.model.Artifact;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A believable set of artifacts of a fictitious hospital group, to try things on. */
public final class SamplePortfolio {
    private static final String FILE = "portfolio.xmi";
    private static final Logger LOG = LoggerFactory.getLogger(SamplePortfolio.class);

    private SamplePortfolio() {
    }

    /**
     * Adds the sample to a workspace as one commit, with the examples that artifact types bring; what of it is there
     * already stays as it is. An example that can't be read is left out and logged.
     *
     * @param workspace a workspace that can be written
     * @param types the artifact types whose examples are added too
     * @return number of artifacts that were added
     */
    public static int load(Workspace workspace, List<ArtifactType> types) {
        try (EditSession session = workspace.openSession();
                InputStream input = SamplePortfolio.class.getResourceAsStream(FILE)) {
            List<Artifact> added = new ArrayList<>(ModelImport.into(FILE, input, session));
            for (ArtifactType type : types) {
                if (type.sample().isPresent()) {
                    added.addAll(example(type, type.sample().get(), session));
                }
            }
            session.commit("Sample portfolio");
            return added.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The same for a workspace that was only just made: making the tables of all types leaves a file that is many times as
     * large as what is in it, so it is made small.
     *
     * @param workspace a workspace that can be written, and that nobody works with yet
     * @param types the artifact types whose examples are added too
     * @return number of artifacts that were added
     */
    public static int loadIntoNew(Workspace workspace, List<ArtifactType> types) {
        int added = load(workspace, types);
        workspace.compact();
        return added;
    }

    private static List<Artifact> example(ArtifactType type, URL file, EditSession session) {
        try (InputStream input = file.openStream()) {
            return ModelImport.into(file.getPath(), input, session);
        } catch (IOException | RuntimeException e) {
            LOG.error("The example of {} from bundle {} is left out: {}. Tell the maker of the plug-in.", type.name(),
                    type.contributor(), e.getMessage(), e);
            return List.of();
        }
    }
}
