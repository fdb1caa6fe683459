package org.chartroom.store.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.evaluation.SystemClock;
import org.chartroom.core.store.StoreProvider;
import org.chartroom.core.store.WorkspaceStore;
import org.chartroom.core.workspace.BackupInfo;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.PasswordPrompt;
import org.chartroom.core.workspace.Restoration;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.WorkspaceException.Kind;
import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Opens workspaces that are a database file in a folder. */
@Component
public final class H2StoreProvider implements StoreProvider {
    /** A smaller file is no burden, however little of it is in use. */
    private static final long COMPACTED_FROM = 64L << 20;

    private final Clock clock;
    private final long compactedFrom;

    /** Takes the time of the machine. */
    @Activate
    public H2StoreProvider() {
        this(SystemClock.get());
    }

    /** @param clock tells the time of commits */
    public H2StoreProvider(Clock clock) {
        this(clock, COMPACTED_FROM);
    }

    /** @param compactedFrom size in bytes from which a file is compacted by itself when little of it is in use */
    H2StoreProvider(Clock clock, long compactedFrom) {
        this.clock = clock;
        this.compactedFrom = compactedFrom;
    }

    @Override
    public WorkspaceStore open(Path folder, OpenMode mode, PasswordPrompt prompt) {
        WorkspaceFiles files = new WorkspaceFiles(folder.toAbsolutePath().normalize());
        StoreAccess access = mode == OpenMode.READ_ONLY
                ? StoreOpening.openForReading(files, clock, prompt)
                : StoreOpening.openForWriting(files, mode == OpenMode.CREATE, clock, compactedFrom, prompt);
        return new H2WorkspaceStore(files, access, clock);
    }

    @Override
    public List<BackupInfo> backups(Path folder) {
        return new Backups(new WorkspaceFiles(folder.toAbsolutePath().normalize()), clock, PasswordPrompt.NONE).list();
    }

    @Override
    public Restoration restore(Path folder, Path backup, PasswordPrompt prompt) {
        return new Backups(new WorkspaceFiles(folder.toAbsolutePath().normalize()), clock, prompt).restore(backup);
    }

    @Override
    public void protect(Path folder, PasswordPrompt prompt, Optional<char[]> password) {
        WorkspaceFiles files = new WorkspaceFiles(folder.toAbsolutePath().normalize());
        StoreOpening.checkOwn(files);
        if (!Files.isRegularFile(files.database())) {
            throw new WorkspaceException(Kind.MISSING, NLS.bind(Messages.missing, files.folder()));
        }
        new Protection(files, clock, prompt).change(password);
    }
}
