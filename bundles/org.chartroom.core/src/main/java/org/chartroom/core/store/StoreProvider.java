package org.chartroom.core.store;

import java.nio.file.Path;
import java.util.List;

import org.chartroom.core.workspace.BackupInfo;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Revision;
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

    /**
     * @param folder the folder of a workspace, which may be damaged
     * @return its backups, newest first
     */
    List<BackupInfo> backups(Path folder);

    /**
     * Puts a backup in the place of a workspace, see {@link org.chartroom.core.workspace.Workspaces#restore}.
     *
     * @param folder the folder of the workspace
     * @param backup the file of a backup
     * @return the newest revision after that
     */
    Revision restore(Path folder, Path backup);
}
