package org.chartroom.store.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.chartroom.core.evaluation.SystemClock;
import org.chartroom.core.files.PrivateFiles;
import org.chartroom.core.workspace.PasswordPrompt;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.WorkspaceException.Kind;
import org.chartroom.store.internal.file.FileKey;
import org.eclipse.osgi.util.NLS;

/** Opens workspaces: sees to it that there is one, that nobody else has it, and that nothing is left when it fails. */
final class StoreOpening {
    private StoreOpening() {
    }

    /** Opens a workspace for writing, and creates it when there is none and that is wanted. */
    static StoreAccess openForWriting(WorkspaceFiles files, boolean create, Clock clock, long compactedFrom,
            PasswordPrompt prompt) {
        checkOwn(files);
        if (!create && !Files.isRegularFile(files.database())) {
            throw missing(files);
        }
        if (create && !Files.exists(files.database()) && isLost(files)) {
            throw lost(files);
        }
        WorkspaceLock lock = null;
        CommitGate gate = null;
        boolean isNew = !Files.exists(files.database());
        try {
            lock = lock(files, clock);
            gate = CommitGate.forWriting(files);
            Leftovers.remove(files);
            if (isNew) {
                create(files);
            } else if (!Files.isWritable(files.database())) {
                throw unwritable(files, null);
            }
            restrict(files);
            files.unlock(KeyFile.of(files.database(), FileKey.NONE, prompt));
            StoreAccess access = new StoreAccess(files, null, lock, gate, clock, prompt, HeadNote.read(files));
            new Protection(files, clock, prompt).finish(gate).ifPresent(access::warn);
            access.openFirst(compactedFrom);
            return access;
        } catch (IOException | SQLException | RuntimeException e) {
            WorkspaceException failure = Failures.translate(e, files);
            close(failure, gate, lock);
            if (isNew) {
                removeRemains(files, failure);
            }
            throw failure;
        }
    }

    /** @throws WorkspaceException when something in the folder leads elsewhere, see {@link OwnFiles} */
    static void checkOwn(WorkspaceFiles files) {
        try {
            OwnFiles.check(files);
        } catch (IOException e) {
            throw Failures.translate(e, files);
        }
    }

    /** A workspace that could not be made leaves nothing of itself behind. */
    private static void removeRemains(WorkspaceFiles files, WorkspaceException failure) {
        try {
            for (Path remains : List.of(files.unfinished(), files.lock(), files.gate())) {
                Files.deleteIfExists(remains);
            }
            if (!Files.exists(files.database())) {
                // Fails when there is anything else in it, and is to stay then.
                Files.deleteIfExists(files.control());
            }
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** What an older version made for everybody to read. */
    private static void restrict(WorkspaceFiles files) {
        for (Path path : List.of(files.database(), files.control(), files.backups(), files.evidence(),
                files.keyFile())) {
            if (Files.exists(path)) {
                PrivateFiles.restrict(path);
            }
        }
    }

    static WorkspaceLock lock(WorkspaceFiles files, Clock clock) {
        try {
            PrivateFiles.createDirectories(files.control());
            return WorkspaceLock.acquire(files, clock);
        } catch (IOException e) {
            WorkspaceException known = Failures.translate(e, files);
            throw known.kind() == Kind.DISK_FULL ? known : unwritable(files, e);
        }
    }

    /** Under another name first: a process that is killed meanwhile leaves no half workspace. */
    private static void create(WorkspaceFiles files) throws IOException, SQLException {
        Files.deleteIfExists(files.unfinished());
        try (Database database = new Database(files.unfinished(), FileKey.NONE, false, true)) {
            PrivateFiles.restrict(files.unfinished());
            Schema.create(database);
        }
        DurableFiles.move(files.unfinished(), files.database());
    }

    /** Opens a copy of the last committed state, so that it stays as it is while another process writes. */
    static StoreAccess openForReading(WorkspaceFiles files, Clock clock, PasswordPrompt prompt) {
        checkOwn(files);
        if (!Files.isRegularFile(files.database())) {
            throw missing(files);
        }
        Path folder = null;
        try (CommitGate gate = CommitGate.forReading(files)) {
            folder = PrivateFiles.createTempDirectory("chartroom");
            Path copy = folder.resolve(files.database().getFileName());
            // Before the copy is taken: a commit in between must not look like a loss.
            HeadNote.Content noted = HeadNote.read(files);
            gate.pass(() -> {
                DurableFiles.copy(files.database(), copy);
                return copy;
            });
            files.unlock(KeyFile.of(files.database(), FileKey.NONE, prompt));
            StoreAccess access = new StoreAccess(files, copy, null, null, clock, prompt, noted);
            if (Files.exists(files.protecting())) {
                access.warn(NLS.bind(Messages.protectionUnfinished, files.folder()));
            }
            access.openFirst(Long.MAX_VALUE);
            return access;
        } catch (IOException | SQLException | RuntimeException e) {
            WorkspaceException failure = Failures.translate(e, files);
            delete(folder, failure);
            throw failure;
        }
    }

    /**
     * Deletes a folder of copies with all that is in it: the database may have put a file beside the copy that it needed
     * for a large result. What can't be deleted now is deleted with the next start.
     */
    static void delete(Path folder, WorkspaceException failure) {
        if (folder != null) {
            try (Stream<Path> contents = Files.list(folder)) {
                for (Path content : contents.toList()) {
                    Files.deleteIfExists(content);
                }
                Files.deleteIfExists(folder);
            } catch (IOException e) {
                if (failure != null) {
                    failure.addSuppressed(e);
                }
            }
        }
    }

    /** @return the version of the format; it is none that this program does not know */
    static int checkVersion(Database opened, WorkspaceFiles files) throws SQLException {
        int version = Schema.version(opened);
        if (version > Schema.VERSION) {
            throw new WorkspaceException(Kind.NEWER_VERSION,
                    NLS.bind(Messages.newerVersion, new Object[]{files.folder(), version, Schema.VERSION}));
        }
        return version;
    }

    static void checkNothingLost(Database opened, TypeCatalog types, WorkspaceFiles files) throws SQLException {
        Optional<String> lost = types.lost(opened);
        if (lost.isPresent()) {
            throw new WorkspaceException(Kind.DAMAGED, NLS.bind(Messages.missingTable, files.database(), lost.get()));
        }
    }

    /**
     * The workspace opens all the same when it can't be compacted: the file is only larger than it needs to be.
     *
     * @return why it could not be
     */
    static Optional<String> compact(WorkspaceFiles files, EvidenceFolder evidence) throws SQLException {
        try {
            Compactor.compact(files, evidence);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(NLS.bind(Messages.compactFailed, files.folder(), e.getMessage()));
        } catch (WorkspaceException e) {
            return Optional.of(e.getMessage());
        }
    }

    static void close(WorkspaceException failure, AutoCloseable... resources) {
        for (AutoCloseable resource : resources) {
            if (resource != null) {
                try {
                    resource.close();
                } catch (Exception e) {
                    failure.addSuppressed(e);
                }
            }
        }
    }

    /** Without its database, what else belongs to a workspace is still there. */
    private static boolean isLost(WorkspaceFiles files) {
        try {
            return Files.exists(files.head()) || Files.exists(files.keyFile())
                    || !new Backups(files, SystemClock.get(), PasswordPrompt.NONE).list().isEmpty()
                    || Files.isDirectory(files.folder()) && !files.replaced().isEmpty();
        } catch (IOException e) {
            throw Failures.translate(e, files);
        }
    }

    private static WorkspaceException lost(WorkspaceFiles files) {
        return new WorkspaceException(Kind.MISSING, NLS.bind(Messages.lostDatabase, files.database()));
    }

    private static WorkspaceException missing(WorkspaceFiles files) {
        if (isLost(files)) {
            return lost(files);
        }
        return new WorkspaceException(Kind.MISSING, NLS.bind(Messages.missing, files.folder()));
    }

    private static WorkspaceException unwritable(WorkspaceFiles files, Exception cause) {
        return new WorkspaceException(Kind.UNWRITABLE, NLS.bind(Messages.unwritable, files.folder()), cause);
    }
}
