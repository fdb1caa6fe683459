package org.chartroom.store.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;

import org.chartroom.core.workspace.BackupInfo;
import org.chartroom.core.workspace.Compaction;
import org.chartroom.core.workspace.PasswordPrompt;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.Verification;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.WorkspaceException.Kind;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.osgi.util.NLS;

/**
 * The way to the database of an open workspace. After a failure to write (a full disk, say) the database is closed and
 * opened anew with the next call, so that it is again what is on the disk. Safe for use by several threads.
 */
final class StoreAccess implements AutoCloseable {
    private final WorkspaceFiles files;
    /** The copy that is read; null for the one that writes. */
    private final Path copy;
    private WorkspaceLock lock;
    private CommitGate gate;
    private final Backups backups;
    private final HeadNote note;
    private final EvidenceFolder evidence;
    private final FileWatch watch;
    private final Clock clock;
    /** Held for reading while the database is used, for writing while another file takes its place. */
    private final ReentrantReadWriteLock usage = new ReentrantReadWriteLock();
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    /** The hash of the newest revision as it was noted before the workspace was opened, or as it was restored. */
    private volatile Optional<String> notedHead;
    private volatile boolean noteDamaged;
    private boolean firstOpening = true;
    /** The file that is read was left by a process in the middle of its work. */
    private boolean wasLeft;
    /** Size from which the file is compacted when it is opened first and little of it is in use. */
    private long compactedFrom = Long.MAX_VALUE;
    private Database database;
    private TypeCatalog catalog;
    private boolean closed;

    /**
     * @param files the workspace
     * @param copy the copy that is read; null for the one that writes
     * @param lock the right to write; null for one that reads
     * @param gate keeps commits and copies apart; null for one that reads
     * @param clock tells the time of backups
     * @param prompt asks for the passwords of backups
     * @param noted what the note of the newest revision says
     */
    StoreAccess(WorkspaceFiles files, Path copy, WorkspaceLock lock, CommitGate gate, Clock clock,
            PasswordPrompt prompt, HeadNote.Content noted) {
        this.files = files;
        this.copy = copy;
        this.clock = clock;
        this.watch = new FileWatch(files);
        this.lock = lock;
        this.gate = gate;
        this.backups = new Backups(files, clock, prompt);
        this.note = new HeadNote(files);
        this.evidence = new EvidenceFolder(files, lock == null);
        this.notedHead = noted.hash();
        this.noteDamaged = noted.isDamaged();
        if (noted.isDamaged()) {
            warnings.add(NLS.bind(Messages.damagedNote, files.head()));
        }
    }

    private Path file() {
        return copy == null ? files.database() : copy;
    }

    /** What is done with the open database. */
    @FunctionalInterface
    interface Reading<R> {
        /** @return the result */
        R run(Database.Session session, TypeCatalog catalog) throws SQLException;
    }

    /** What is done by the one that writes. */
    @FunctionalInterface
    interface Writing<R> {
        /** @return the result */
        R run(Database database, TypeCatalog catalog) throws SQLException, IOException;
    }

    /** Opens the database for the first time, with what is done only then. */
    void openFirst(long compactFrom) throws SQLException, IOException {
        compactedFrom = compactFrom;
        if (!isReadOnly()) {
            evidence.dropUnfinished();
        }
        openDatabase();
    }

    private void openDatabase() throws SQLException, IOException {
        Path file = file();
        watch.checkIdentity();
        if (Files.size(file) == 0) {
            // The database would take it for a new one.
            throw Failures.damaged(null, files);
        }
        Database opened = null;
        try {
            boolean isLeft = recover(file);
            opened = new Database(file, files.key(), true, false);
            int version = StoreOpening.checkVersion(opened, files);
            if (!isReadOnly()) {
                boolean wasteful = false;
                if (firstOpening) {
                    if (version == Schema.VERSION) {
                        StoreOpening.checkNothingLost(opened, new TypeCatalog(opened), files);
                        if (isLeft) {
                            // Before it is backed up: the backup is to be intact.
                            opened.close();
                            Recovery.repair(file, files.key());
                            opened = new Database(file, files.key(), true, false);
                        }
                    }
                    backups.takeAtOpening(opened, version);
                    wasteful = Files.size(file) >= compactedFrom && Compactor.isWorthwhile(opened);
                }
                // Only now, because opening for writing alone changes the file, even one that is damaged.
                opened.close();
                if (wasteful) {
                    StoreOpening.compact(files, evidence).ifPresent(warnings::add);
                }
                if (version < Schema.VERSION) {
                    Migration.replace(files);
                }
                opened = Database.openAgain(file, files.key(), opened.proof());
            } else if (version < Schema.VERSION) {
                opened.close();
                Migration.run(file, files.key());
                opened = new Database(file, files.key(), true, false);
            }
            if (!firstOpening && notedHead.isPresent()
                    && !RevisionLog.contains(opened.writer(), notedHead.get())) {
                throw new WorkspaceException(Kind.REPLACED, NLS.bind(Messages.replaced, files.folder()));
            }
            if (firstOpening) {
                tellLostHeads(opened.writer());
            }
            firstOpening = false;
            if (!isReadOnly()) {
                StoredPackages.dropUncovered(opened.writer())
                        .forEach(nsUri -> warnings.add(NLS.bind(Messages.uncoveredPackage, nsUri)));
            }
            catalog = new TypeCatalog(opened);
            if (isReadOnly()) {
                StoreOpening.checkNothingLost(opened, catalog, files);
            } else {
                catalog.repairTables(opened);
                catalog.keepPackages(opened);
                opened.writer().connection().commit();
                watch.note();
            }
            database = opened;
        } catch (SQLException | IOException | RuntimeException e) {
            WorkspaceException failure = Failures.translate(e, files);
            // The disk was not the reason, so what can't be opened, or only by writing to it, can't be understood.
            boolean isUnknown = failure.kind() == Kind.FAILED || failure.kind() == Kind.UNWRITABLE;
            WorkspaceException told = isUnknown ? Failures.damaged(e, files) : failure;
            StoreOpening.close(told, opened);
            throw told;
        }
    }

    /** @return whether a process left the file in the middle of its work */
    private boolean recover(Path file) throws SQLException, IOException {
        Recovery.State state = Recovery.recover(file, files.key());
        if (state == Recovery.State.TAKEN_BACK) {
            warnings.add(NLS.bind(Messages.takenBack, files.folder()));
            if (!isReadOnly()) {
                // Another file has taken its place.
                watch.note();
                watch.loosen();
            }
        }
        wasLeft |= state != Recovery.State.CLOSED;
        return state != Recovery.State.CLOSED;
    }

    /** A note that is behind the database is none of a loss. */
    private void tellLostHeads(Database.Session session) throws SQLException, IOException {
        for (String hash : knownHeads()) {
            if (!RevisionLog.contains(session, hash)) {
                warnings.add(NLS.bind(Messages.cutOff,
                        new Object[]{hash, RevisionLog.headNumber(session), files.lostHeads()}));
                if (!isReadOnly()) {
                    LostHeads.add(files, hash);
                }
            }
        }
    }

    /** @return the hashes of revisions that were the newest ones and must be in the database */
    List<String> knownHeads() throws IOException {
        return Stream.concat(notedHead.stream(), LostHeads.read(files).stream()).distinct().toList();
    }

    /** @return whether there was a note of the newest revision that can't be understood, and no newer one was written */
    boolean isNoteDamaged() {
        return noteDamaged;
    }

    /** Notes the newest revision; what is committed is committed, whether or not it can be noted. */
    void noteHead(Revision head) {
        notedHead = Optional.of(head.hash());
        try {
            note.write(head);
            noteDamaged = false;
        } catch (IOException e) {
            warnings.add(NLS.bind(Messages.noteFailed, files.head(), e.getMessage()));
        }
    }

    /** Adds to what is told of the workspace. */
    void warn(String warning) {
        warnings.add(warning);
    }

    List<String> warnings() {
        return Stream.concat(warnings.stream(), backups.warnings().stream()).distinct().toList();
    }

    EvidenceFolder evidence() {
        return evidence;
    }

    /**
     * Verifies the database as it lies on the disk, on a copy: so nobody has to wait, and nothing that a process has in
     * memory is taken for what is stored.
     */
    Verification verify(Optional<String> knownHead, IProgressMonitor monitor) {
        return FileVerifier.verifyCopy(files, isReadOnly() && wasLeft, monitor, verified -> {
            if (isReadOnly()) {
                DurableFiles.copy(copy, verified);
            } else {
                gate.pass(() -> {
                    Database present = database();
                    watch.check();
                    present.copyTo(verified);
                    return verified;
                });
            }
            return Stream.concat(knownHead.stream(), knownHeads().stream()).distinct().toList();
        });
    }

    BackupInfo backup() {
        if (isReadOnly()) {
            throw new WorkspaceException(Kind.READ_ONLY, NLS.bind(Messages.readOnly, files.folder()));
        }
        return write((present, types) -> backups.take(present, BackupInfo.Occasion.MANUAL,
                EvidenceRows.names(present.writer(), types)));
    }

    Compaction compact() {
        return whileClosed(() -> Compactor.compact(files, evidence));
    }

    /** Backs up what is there and puts a backup in its place; the database is opened anew with the next call. */
    Revision restore(Path backup) {
        if (isReadOnly()) {
            throw new WorkspaceException(Kind.READ_ONLY, NLS.bind(Messages.readOnly, files.folder()));
        }
        Revision head = backups.prepare(backup);
        try {
            // What is stored as evidence stays where it is, so it is not asked for what is missing of it.
            write((present, types) -> backups.take(present, BackupInfo.Occasion.RESTORE, Set.of()));
        } catch (WorkspaceException e) {
            backups.dropPrepared(e);
            throw e;
        }
        return whileClosed(() -> {
            backups.putInPlace(backup);
            note.write(head);
            noteDamaged = false;
            notedHead = Optional.of(head.hash());
            return head;
        });
    }

    /**
     * Saves the workspace with its whole history in another folder, and goes on there. What is saved is read by the file
     * that this process has open, so it works when the folder was removed or renamed.
     */
    void saveAs(Path folder) {
        if (isReadOnly()) {
            throw new WorkspaceException(Kind.READ_ONLY, NLS.bind(Messages.readOnly, files.folder()));
        }
        usage.writeLock().lock();
        try {
            WorkspaceFiles target = new WorkspaceFiles(folder.toAbsolutePath().normalize());
            WorkspaceMove move = new WorkspaceMove(files, target, clock);
            try {
                Database present = database();
                move.copy(present, notedHead, EvidenceRows.names(present.writer(), catalog()), warnings);
                giveUpOld();
                lock = move.lock();
                gate = move.gate();
                files.moveTo(target.folder());
            } catch (SQLException | IOException | RuntimeException e) {
                WorkspaceException failure = Failures.translate(e, target);
                move.abandon(failure);
                throw failure;
            }
            watch.forget();
            synchronized (this) {
                openDatabase();
            }
        } catch (SQLException | IOException | RuntimeException e) {
            throw Failures.translate(e, files);
        } finally {
            usage.writeLock().unlock();
        }
    }

    /** Nothing more is written to the former place: other files may lie there. */
    private synchronized void giveUpOld() {
        WorkspaceException ignored = new WorkspaceException(Kind.FAILED, NLS.bind(Messages.closed, files.folder()));
        giveUp(ignored);
        StoreOpening.close(ignored, note, gate, lock);
    }

    /** Does something with the file of the database while nobody reads or writes it. */
    private <R> R whileClosed(CommitGate.Passage<R, SQLException> action) {
        if (isReadOnly()) {
            throw new WorkspaceException(Kind.READ_ONLY, NLS.bind(Messages.readOnly, files.folder()));
        }
        usage.writeLock().lock();
        try {
            return gate.pass(() -> {
                Database present = database();
                watch.check();
                present.close();
                synchronized (this) {
                    database = null;
                }
                R result = action.run();
                watch.note();
                return result;
            });
        } catch (SQLException | IOException | RuntimeException e) {
            throw Failures.translate(e, files);
        } finally {
            usage.writeLock().unlock();
        }
    }

    boolean isReadOnly() {
        return lock == null;
    }

    String workspaceId() {
        return read((session, types) -> Schema.workspaceId(session));
    }

    private synchronized Database database() throws SQLException, IOException {
        if (closed) {
            throw new WorkspaceException(Kind.FAILED, NLS.bind(Messages.closed, files.folder()));
        }
        if (database == null) {
            openDatabase();
        }
        return database;
    }

    private synchronized TypeCatalog catalog() {
        return catalog;
    }

    <R> R read(Reading<R> reading) {
        usage.readLock().lock();
        try {
            return Readings.read(database(), reading, this::catalog);
        } catch (StoreFailure e) {
            throw told(e.sqlException());
        } catch (OperationCanceledException e) {
            throw e;
        } catch (SQLException | IOException | RuntimeException e) {
            // Rows that Chartroom did not write break assumptions anywhere: the workspace is told, not a stack trace.
            throw told(e);
        } finally {
            usage.readLock().unlock();
        }
    }

    /** Who is told of damage restores a backup; where other files took the place of these, that would lose work. */
    private WorkspaceException told(Exception cause) {
        WorkspaceException failure = Failures.translate(cause, files);
        if (!isReadOnly() && failure.kind() == Kind.DAMAGED) {
            try {
                // Not while somebody writes: the files are others then, too.
                gate.pass(() -> {
                    watch.check();
                    return failure;
                });
            } catch (IOException e) {
                failure.addSuppressed(e);
            } catch (WorkspaceException replaced) {
                replaced.addSuppressed(failure);
                return replaced;
            }
        }
        return failure;
    }

    /** Runs a transaction while nobody copies the database; the caller sees to it that there is one at a time. */
    <R> R write(Writing<R> writing) {
        try {
            return gate.pass(() -> {
                Database present = database();
                watch.check();
                try {
                    R result = writing.run(present, catalog());
                    watch.note();
                    return result;
                } catch (WorkspaceException e) {
                    rollBack(present, e);
                    throw e;
                } catch (SQLException | IOException | RuntimeException e) {
                    giveUp(e);
                    throw e;
                }
            });
        } catch (SQLException | IOException | StoreFailure e) {
            throw told(e);
        }
    }

    /**
     * Looks for a revision after a failure to write it, when there is not even room to open the database.
     *
     * @return whether it will be there when the database is opened next
     */
    synchronized boolean isInFile(Revision revision) throws IOException {
        return database == null && Recovery.finds(files.database(), files.key(), revision.number());
    }

    private void rollBack(Database present, WorkspaceException cause) {
        try {
            present.writer().connection().rollback();
            // The database may write what is left of it in a thread of its own: not after the file was noted.
            present.sync();
            watch.note();
        } catch (SQLException | IOException e) {
            cause.addSuppressed(e);
            giveUp(cause);
        }
    }

    /** What the database holds in memory may not be what is on the disk: the next call opens it anew. */
    private synchronized void giveUp(Exception cause) {
        try {
            database.abandon();
        } catch (SQLException | IOException e) {
            cause.addSuppressed(e);
        }
        database = null;
        watch.loosen();
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        WorkspaceException failure = new WorkspaceException(Kind.FAILED,
                NLS.bind(Messages.failed, files.folder(), files.database()));
        StoreOpening.close(failure, database, note, gate, lock);
        if (isReadOnly()) {
            StoreOpening.delete(copy.getParent(), failure);
        }
        if (failure.getSuppressed().length > 0) {
            throw failure;
        }
    }
}
