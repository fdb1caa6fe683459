package org.chartroom.store.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.chartroom.core.files.PrivateFiles;
import org.chartroom.core.workspace.Verification;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.WorkspaceException.Kind;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.osgi.util.NLS;

/** Makes a copy of an open workspace in another folder; used once. */
final class WorkspaceMove {
    private final WorkspaceFiles from;
    private final WorkspaceFiles to;
    private final Clock clock;
    private WorkspaceLock lock;
    private CommitGate gate;
    /** The folder was made for the copy. */
    private boolean isNew;
    /** The folder was empty, so that all in it is of the copy. */
    private boolean isBegun;

    WorkspaceMove(WorkspaceFiles from, WorkspaceFiles to, Clock clock) {
        this.from = from;
        this.to = to;
        this.clock = clock;
    }

    /**
     * @param database the open database
     * @param head the newest revision that is known to be in it
     * @param named SHA-256 of the stored evidence that belongs to it
     * @param warnings gets what of the stored evidence could not be copied
     * @throws WorkspaceException when the folder is not empty, or what can be read of the database is not intact
     */
    void copy(Database database, Optional<String> head, Set<String> named, List<String> warnings)
            throws SQLException, IOException {
        isNew = !Files.exists(to.folder());
        PrivateFiles.createDirectories(to.folder());
        try (Stream<Path> contents = Files.list(to.folder())) {
            if (contents.findAny().isPresent()) {
                throw new WorkspaceException(Kind.INVALID, NLS.bind(Messages.notEmpty, to.folder()));
            }
        }
        isBegun = true;
        to.unlock(from.key());
        lock = StoreOpening.lock(to, clock);
        gate = CommitGate.forWriting(to);
        copyDatabase(database);
        Verification verification = FileVerifier.verify(to.replacement(), to.key(), false, head.stream().toList(),
                new NullProgressMonitor());
        Optional<Verification.Problem> problem = verification.first();
        if (problem.isPresent()) {
            throw new WorkspaceException(Kind.DAMAGED,
                    NLS.bind(Messages.savedAsDamaged, to.folder(), problem.get().message()));
        }
        EvidenceFolder.copy(named, from.evidence(), from.key(), to.evidence(), to.key(), to.copiedEvidence(), false)
                .forEach(sha256 -> warnings.add(NLS.bind(Messages.evidenceNotCopied, sha256, from.evidence())));
        if (!from.key().isNone()) {
            DurableFiles.copy(keyFile(), to.keyFile());
        }
        DurableFiles.move(to.replacement(), to.database());
        // Only now: a note without a database looks like a workspace that has lost it.
        if (verification.head().isPresent()) {
            try (HeadNote note = new HeadNote(to)) {
                note.write(verification.head().get());
            }
        }
    }

    /** By the handle that the database has of its file: under the name of the file there may be another one, or none. */
    private void copyDatabase(Database database) throws IOException, SQLException {
        database.copyTo(to.replacement());
        if (Files.size(to.replacement()) == 0) {
            // The database would take it for a new one.
            throw Failures.damaged(null, from);
        }
        Recovery.recover(to.replacement(), to.key());
    }

    /** The folder may be gone; then the one of the backups has it, or nobody. */
    private Path keyFile() {
        Path ofBackups = from.backups().resolve(KeyFile.NAME);
        if (!Files.exists(from.keyFile()) && !Files.exists(ofBackups)) {
            throw new WorkspaceException(Kind.REPLACED, NLS.bind(Messages.keyFileGone, from.keyFile()));
        }
        return Files.exists(from.keyFile()) ? from.keyFile() : ofBackups;
    }

    WorkspaceLock lock() {
        return lock;
    }

    CommitGate gate() {
        return gate;
    }

    /** Removes what was begun, so that it can be tried again in the same folder. */
    void abandon(WorkspaceException failure) {
        StoreOpening.close(failure, gate, lock);
        if (!isBegun) {
            return;
        }
        try (Stream<Path> all = Files.walk(to.folder())) {
            for (Path remains : all.sorted(Comparator.reverseOrder()).toList()) {
                if (isNew || !remains.equals(to.folder())) {
                    Files.deleteIfExists(remains);
                }
            }
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
