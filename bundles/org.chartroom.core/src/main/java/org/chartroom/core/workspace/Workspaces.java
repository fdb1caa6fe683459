package org.chartroom.core.workspace;

import java.nio.file.Path;

import org.osgi.annotation.versioning.ProviderType;

/** Opens workspaces; an OSGi service. */
@ProviderType
public interface Workspaces {
    /**
     * @param folder the folder of the workspace
     * @param mode how to open it
     * @param author who commits through it, as it is written into revisions
     * @return the open workspace; the caller closes it
     * @throws WorkspaceException when it can't be opened; the kind and the message say why and what to do
     */
    Workspace open(Path folder, OpenMode mode, String author);
}
