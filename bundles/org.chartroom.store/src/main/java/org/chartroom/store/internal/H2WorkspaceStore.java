package org.chartroom.store.internal;

import org.chartroom.core.store.TypeName;
import org.chartroom.core.store.ElementRef;
import org.chartroom.core.store.ElementChange;
import org.chartroom.core.store.ChangeSet;
import org.chartroom.core.store.LoadedRoot;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

import org.chartroom.core.store.WorkspaceStore;
import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.BackupInfo;
import org.chartroom.core.workspace.Compaction;
import org.chartroom.core.workspace.EvidenceStore;
import org.chartroom.core.workspace.FieldChange;
import org.chartroom.core.workspace.HistoryQuery;
import org.chartroom.core.workspace.Reference;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.Verification;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.WorkspaceException.Kind;
import org.chartroom.model.Element;
import org.chartroom.model.ModelPackage;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.osgi.util.NLS;

/** A workspace in an H2 database file. */
final class H2WorkspaceStore implements WorkspaceStore {
    private final WorkspaceFiles files;
    private final StoreAccess access;
    private final Clock clock;
    private final RowVerifier verifier;
    private final ReentrantLock writing = new ReentrantLock();
    private final String id;
    /** The revision that is being written, from the moment it may reach the disk; guarded by {@link #writing}. */
    private Revision prepared;

    /**
     * @param files where it lies
     * @param access the open database
     * @param clock tells the time of commits
     */
    H2WorkspaceStore(WorkspaceFiles files, StoreAccess access, Clock clock) {
        this.files = files;
        this.access = access;
        this.clock = clock;
        this.verifier = new RowVerifier(files.folder());
        this.id = access.workspaceId();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public boolean isReadOnly() {
        return access.isReadOnly();
    }

    @Override
    public Optional<Revision> head() {
        return access.read((session, catalog) -> RevisionLog.head(session));
    }

    @Override
    public List<ArtifactInfo> artifacts() {
        return artifacts(RootLoader.NEWEST);
    }

    @Override
    public List<ArtifactInfo> artifacts(long revision) {
        return access.read((session, catalog) -> new ArtifactList(session, catalog, verifier, revision).read());
    }

    @Override
    public Set<String> rootsWith(EClass eClass) {
        return access.read((session, catalog) -> {
            Set<String> ids = new HashSet<>();
            StoredType type = catalog.type(eClass);
            if (type != null) {
                try (ResultSet result = session.statement("SELECT r.id FROM root r JOIN (SELECT DISTINCT"
                        + " row_key / 4294967296 AS number FROM " + type.table() + ") t ON r.number = t.number")
                        .executeQuery()) {
                    while (result.next()) {
                        ids.add(result.getString(1));
                    }
                }
            }
            return ids;
        });
    }

    @Override
    public List<Reference> referencesTo(String rootId) {
        return access.read((session, catalog) -> new ReferenceReader(session, catalog, rootId).read());
    }

    @Override
    public Optional<String> directoryId() {
        return access.read((session, catalog) -> {
            StoredType type = catalog.type(ModelPackage.Literals.DIRECTORY);
            if (type == null) {
                return Optional.empty();
            }
            PreparedStatement query = session.statement("SELECT id FROM root WHERE type = ?");
            query.setInt(1, type.id());
            try (ResultSet result = query.executeQuery()) {
                return result.next() ? Optional.of(result.getString(1)) : Optional.empty();
            }
        });
    }

    @Override
    public Optional<LoadedRoot> loadNewest(String rootId) {
        return access.read((session, catalog) -> {
            Optional<Element> root = new RootLoader(session, catalog, verifier, rootId, RootLoader.NEWEST).load();
            long revision = RevisionLog.head(session).map(Revision::number).orElse(Revision.NONE);
            return root.map(element -> new LoadedRoot(element, revision));
        });
    }

    @Override
    public Optional<Element> load(String rootId, long revision) {
        return access
                .read((session, catalog) -> new RootLoader(session, catalog, verifier, rootId, revision).load());
    }

    @Override
    public Verification verify(Optional<String> knownHead, IProgressMonitor monitor) {
        Verification ofRows = access.verify(knownHead, monitor);
        // Beside the database: large files take a while.
        List<EvidenceRows.Named> named = access.read(EvidenceRows::all);
        List<Verification.Problem> problems = new ArrayList<>(ofRows.problems());
        if (access.isNoteDamaged()) {
            problems.add(new Verification.Problem(Verification.Kind.ALTERED, Revision.NONE,
                    NLS.bind(Messages.damagedNote, files.head())));
        }
        for (EvidenceRows.Named content : named) {
            problem(content, evidence().check(content.sha256(), monitor)).ifPresent(problems::add);
        }
        return new Verification(ofRows.revisions(), ofRows.rows(), ofRows.head(),
                problems.stream().limit(Verification.MOST_PROBLEMS).toList());
    }

    private Optional<Verification.Problem> problem(EvidenceRows.Named content, EvidenceStore.State state) {
        Object[] told = {content.name(), content.revision(), content.sha256(), files.evidence()};
        return switch (state) {
            case MATCHES -> Optional.empty();
            case DIFFERS -> Optional.of(new Verification.Problem(Verification.Kind.EVIDENCE_ALTERED,
                    content.revision(), NLS.bind(Messages.verifyEvidenceAltered, told)));
            case MISSING -> Optional.of(new Verification.Problem(Verification.Kind.EVIDENCE_MISSING,
                    content.revision(), NLS.bind(Messages.verifyEvidenceMissing, told)));
        };
    }

    @Override
    public EvidenceStore evidence() {
        return access.evidence();
    }

    @Override
    public BackupInfo backup() {
        writing.lock();
        try {
            return access.backup();
        } finally {
            writing.unlock();
        }
    }

    @Override
    public Revision restore(Path backup) {
        writing.lock();
        try {
            return access.restore(backup);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void saveAs(Path folder) {
        writing.lock();
        try {
            access.saveAs(folder);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public Compaction compact() {
        writing.lock();
        try {
            return access.compact();
        } finally {
            writing.unlock();
        }
    }

    @Override
    public List<String> warnings() {
        return access.warnings();
    }

    @Override
    public Revision commit(ChangeSet changes) {
        if (isReadOnly()) {
            throw new WorkspaceException(Kind.READ_ONLY, NLS.bind(Messages.readOnly, files.folder()));
        }
        writing.lock();
        try {
            prepared = null;
            Revision revision = access.write((database, catalog) -> write(database, catalog, changes));
            access.noteHead(revision);
            Steps.passed();
            return revision;
        } catch (WorkspaceException e) {
            // The disk may have failed after the last byte was written: then the revision is there, and stays.
            if (prepared != null && isThere(prepared, e)) {
                return prepared;
            }
            throw e;
        } finally {
            writing.unlock();
        }
    }

    private boolean isThere(Revision revision, WorkspaceException failure) {
        try {
            return access.write((database, catalog) -> {
                boolean found = RevisionLog.find(database.writer(), revision.number()).filter(revision::equals)
                        .isPresent();
                if (found) {
                    database.sync();
                }
                return found;
            });
        } catch (WorkspaceException e) {
            failure.addSuppressed(e);
        }
        try {
            return access.isInFile(revision);
        } catch (IOException | RuntimeException e) {
            // Nothing more can be said: the failure is told.
            failure.addSuppressed(e);
            return false;
        }
    }

    private Revision write(Database database, TypeCatalog catalog, ChangeSet changes) throws SQLException, IOException {
        Database.Session session = database.writer();
        Revision head = RevisionLog.head(session).orElse(null);
        long number = (head == null ? Revision.NONE : head.number()) + 1;
        for (TypeName type : types(changes)) {
            catalog.ensure(database, type, number);
            Steps.passed();
        }
        // What the database keeps and gives back exactly.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        BulkInsert bulk = new BulkInsert(database, catalog, changes);
        try {
            Revision revision = new CommitTransaction(session, catalog, verifier, changes, head).run(now);
            bulk.checkIds();
            prepared = revision;
            Steps.passed();
            database.commit();
            Steps.passed();
            catalog.setCovered();
            // First: an index that can't be made is made when the workspace is opened next.
            database.sync();
            Steps.passed();
            bulk.finish();
            Steps.passed();
            return revision;
        } catch (WorkspaceException e) {
            session.connection().rollback();
            bulk.finish();
            throw e;
        }
    }

    /** @return the classes of all elements that are written or referred to */
    private static Set<TypeName> types(ChangeSet changes) {
        Set<TypeName> types = new LinkedHashSet<>();
        for (ElementChange change : changes.changes()) {
            types.add(change.element().type());
            if (change.place() != null) {
                types.add(change.place().container().type());
            }
            change.after().forEach(value -> addTargets(types, value));
        }
        changes.orders().forEach(order -> types.add(order.owner().type()));
        return types;
    }

    private static void addTargets(Set<TypeName> types, Object value) {
        if (value instanceof List<?> many) {
            many.forEach(one -> addTargets(types, one));
        } else if (value instanceof ElementRef target) {
            types.add(target.type());
        }
    }

    @Override
    public Optional<Revision> revision(long number) {
        return access.read((session, catalog) -> RevisionLog.find(session, number));
    }

    @Override
    public Optional<Revision> revisionAt(Instant time) {
        return access.read((session, catalog) -> RevisionLog.at(session, time));
    }

    @Override
    public Set<String> changedRoots(long from, long to) {
        return access.read((session, catalog) -> {
            PreparedStatement query = session.statement("SELECT r.id FROM root r JOIN (SELECT DISTINCT"
                    + " first_key / 4294967296 AS number FROM change WHERE entry >= ? AND entry < ?) c"
                    + " ON r.number = c.number");
            query.setLong(1, ChangeLog.firstEntry(from + 1));
            query.setLong(2, ChangeLog.firstEntry(to + 1));
            Set<String> ids = new HashSet<>();
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    ids.add(result.getString(1));
                }
            }
            return ids;
        });
    }

    @Override
    public List<Revision> revisions(int limit) {
        return access.read((session, catalog) -> RevisionLog.newest(session, limit));
    }

    @Override
    public List<String> recentReasons(String author, int limit) {
        return access.read((session, catalog) -> RevisionLog.reasons(session, author, limit));
    }

    @Override
    public List<FieldChange> history(HistoryQuery query) {
        return access.read((session, catalog) -> new HistoryReader(session, catalog, verifier, query).read());
    }

    @Override
    public void close() {
        writing.lock();
        try {
            access.close();
        } finally {
            writing.unlock();
        }
    }
}
