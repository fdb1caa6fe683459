package org.chartroom.core.internal.workspace;

import java.nio.file.Path;
import java.util.List;

import org.chartroom.core.store.StoreProvider;
import org.chartroom.core.workspace.BackupInfo;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.Workspaces;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opens workspaces on the store that is installed. */
@Component
public final class DefaultWorkspaces implements Workspaces {
    private final StoreProvider stores;

    /** @param stores opens the rows of a workspace */
    @Activate
    public DefaultWorkspaces(@Reference StoreProvider stores) {
        this.stores = stores;
    }

    @Override
    public Workspace open(Path folder, OpenMode mode, String author) {
        return new DefaultWorkspace(folder, author, stores.open(folder, mode), stores);
    }

    @Override
    public List<BackupInfo> backups(Path folder) {
        return stores.backups(folder);
    }

    @Override
    public Revision restore(Path folder, Path backup) {
        return stores.restore(folder, backup);
    }
}
