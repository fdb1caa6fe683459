package org.chartroom.core.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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

    /**
     * @param folder the folder of a workspace, which may be damaged
     * @return its backups, newest first
     */
    List<BackupInfo> backups(Path folder);

    /**
     * Puts a backup in the place of a workspace, which may be damaged. The database that was there is kept under another
     * name beside it. Nothing happens when the backup is damaged or the workspace is in use.
     *
     * @param folder the folder of the workspace
     * @param backup the file of a backup
     * @return what was done
     * @throws WorkspaceException when it can't be done; the kind and the message say why and what to do
     */
    Restoration restore(Path folder, Path backup);

    /**
     * Gives a workspace a password, another one, or none: database, stored evidence and backups are encrypted with a random
     * key that is kept under the password. Who loses the password loses the workspace; there is no way around it. What was
     * not encrypted before may still lie on the disk where it was.
     *
     * @param folder the folder of a workspace that nobody has open
     * @param password the new password, which is overwritten; empty for none. A {@link PasswordPrompt} is asked for the
     *            present one.
     * @throws WorkspaceException when it can't be done; the kind and the message say why and what to do
     */
    void protect(Path folder, Optional<char[]> password);
}
