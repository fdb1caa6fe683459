package org.chartroom.core.internal.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.store.StoreProvider;
import org.chartroom.core.workspace.BackupInfo;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.PasswordPrompt;
import org.chartroom.core.workspace.Restoration;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.Workspaces;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Opens workspaces on the store that is installed. */
@Component
public final class DefaultWorkspaces implements Workspaces {
    private final StoreProvider stores;
    /** Who asks for passwords; comes and goes with the window or the command. */
    private volatile PasswordPrompt prompt = PasswordPrompt.NONE;

    /** @param stores opens the rows of a workspace */
    @Activate
    public DefaultWorkspaces(@Reference StoreProvider stores) {
        this.stores = stores;
    }

    /** @param asker asks for passwords from now on */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    void setPrompt(PasswordPrompt asker) {
        prompt = asker;
    }

    /** @param asker asks no more */
    void unsetPrompt(PasswordPrompt asker) {
        if (prompt == asker) {
            prompt = PasswordPrompt.NONE;
        }
    }

    @Override
    public Workspace open(Path folder, OpenMode mode, String author) {
        return new DefaultWorkspace(folder, author, stores.open(folder, mode, prompt), stores);
    }

    @Override
    public List<BackupInfo> backups(Path folder) {
        return stores.backups(folder);
    }

    @Override
    public Restoration restore(Path folder, Path backup) {
        return stores.restore(folder, backup, prompt);
    }

    @Override
    public void protect(Path folder, Optional<char[]> password) {
        stores.protect(folder, prompt, password);
    }
}
