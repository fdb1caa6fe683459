package org.chartroom.core.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.workspace.BackupInfo;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.PasswordPrompt;
import org.chartroom.core.workspace.Restoration;
import org.chartroom.core.workspace.WorkspaceException;
import org.osgi.annotation.versioning.ConsumerType;

/** Opens stores; an OSGi service of each kind of store. */
@ConsumerType
public interface StoreProvider {
    /**
     * Opens a workspace that has no password.
     *
     * @param folder the folder of the workspace
     * @param mode how to open it
     * @return the open store; the caller closes it
     * @throws WorkspaceException when it can't be opened
     */
    default WorkspaceStore open(Path folder, OpenMode mode) {
        return open(folder, mode, PasswordPrompt.NONE);
    }

    /**
     * @param folder the folder of the workspace
     * @param mode how to open it
     * @param prompt asks for the password, when it has one
     * @return the open store; the caller closes it
     * @throws WorkspaceException when it can't be opened
     */
    WorkspaceStore open(Path folder, OpenMode mode, PasswordPrompt prompt);

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
     * @return what was done
     */
    default Restoration restore(Path folder, Path backup) {
        return restore(folder, backup, PasswordPrompt.NONE);
    }

    /**
     * The same where the workspace or the backup has a password.
     *
     * @param folder the folder of the workspace
     * @param backup the file of a backup
     * @param prompt asks for the password
     * @return what was done
     */
    Restoration restore(Path folder, Path backup, PasswordPrompt prompt);

    /**
     * Gives a workspace a password, another one, or none, see
     * {@link org.chartroom.core.workspace.Workspaces#protect}.
     *
     * @param folder the folder of a workspace that nobody has open
     * @param prompt asks for the present password
     * @param password the new one, which is overwritten; empty for none
     */
    void protect(Path folder, PasswordPrompt prompt, Optional<char[]> password);
}
