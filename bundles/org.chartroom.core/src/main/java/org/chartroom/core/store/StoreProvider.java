package org.chartroom.core.store;

import java.nio.file.Path;

import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.WorkspaceException;
import org.osgi.annotation.versioning.ConsumerType;

/** Opens stores; an OSGi service of each kind of store. */
@ConsumerType
public interface StoreProvider {
    /**
     * @param folder the folder of the workspace
     * @param mode how to open it
     * @return the open store; the caller closes it
     * @throws WorkspaceException when it can't be opened
     */
    WorkspaceStore open(Path folder, OpenMode mode);
}
