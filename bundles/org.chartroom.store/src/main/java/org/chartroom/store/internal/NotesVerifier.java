package org.chartroom.store.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.Verification.Kind;
import org.eclipse.osgi.util.NLS;

/**
 * Compares what is noted beside the rows, so that they are found quickly, with what the rows themselves tell: roots, the
 * log of changes, and what was deleted or moved. No revision's hash covers these notes, because all of them follow from
 * rows that one does.
 */
final class NotesVerifier {
    /** What the rows of one root tell. */
    private static final class Root {
        private String id;
        private Integer type;
        private String foldedKey;
        private long lastElement = -1;
        private long lastRevision;
        private long nextPosition = 1;
        /** As next position, when what came from another root counts as well, which gets a place of its own here. */
        private long mostNextPosition = 1;
    }

    private record Version(StoredType type, long key, long position, long validFrom, long validTo) {
    }

    private final Database.Session session;
    private final ChainVerifier.Report report;
    private final Map<Integer, Root> roots = new HashMap<>();
    private final Set<Integer> referred = new HashSet<>();
    private final ChangeLogVerifier changes;
    /** Versions of the elements that were deleted or moved. */
    private final Map<String, List<Version>> gone = new HashMap<>();

    NotesVerifier(Database.Session session, ChainVerifier.Report report) {
        this.session = session;
        this.report = report;
        this.changes = new ChangeLogVerifier(report);
    }

    /** To be called before the rows are shown. */
    void begin() throws SQLException {
        try (ResultSet result = session.statement("SELECT id FROM deleted UNION SELECT id FROM moved").executeQuery()) {
            while (result.next()) {
                gone.put(result.getString(1), new ArrayList<>());
            }
        }
    }

    /** Takes one version of a row into account. */
    void row(StoredRow row, long validTo, boolean closed) {
        boolean isPresent = !closed;
        changes.row(row, validTo, closed);
        Root root = roots.computeIfAbsent(RowKeys.rootNumber(row.key()), number -> new Root());
        root.lastElement = Math.max(root.lastElement, RowKeys.elementNumber(row.key()));
        root.lastRevision = Math.max(root.lastRevision, isPresent ? row.validFrom() : validTo);
        root.nextPosition = Math.max(root.nextPosition, RootEntry.positionAfter(row.position()));
        if (RowKeys.elementNumber(row.key()) == 0) {
            root.id = row.id();
            if (isPresent) {
                StoredField key = row.type().field("key", FieldKind.TEXT);
                String text = key == null ? null : key.text(row.cells());
                root.type = row.type().id();
                root.foldedKey = text == null || text.isEmpty() ? null : text.toUpperCase(Locale.ROOT);
            }
        }
        for (StoredField field : row.type().fields()) {
            if (field.kind() == FieldKind.REFERENCE && row.cells()[field.offset() + 1] != null) {
                referred.add((Integer) row.cells()[field.offset() + 1]);
            }
        }
        List<Version> versions = gone.get(row.id());
        if (versions != null) {
            versions.add(new Version(row.type(), row.key(), row.position(), row.validFrom(), validTo));
        }
    }

    /** Takes one value of a list into account. */
    void link(LinkRow link) {
        if (link.targetRoot() != null) {
            referred.add(link.targetRoot());
        }
    }

    /** To be called after all rows and links were shown. */
    void verify() throws SQLException {
        gone.values().forEach(this::noteMoves);
        verifyRoots();
        verifyDeleted();
        changes.verify(session);
        verifyMoved();
    }

    private void verifyRoots() throws SQLException {
        try (ResultSet result = session.statement("SELECT number, id, type, next_element, next_position, last_revision,"
                + " folded_key FROM root").executeQuery()) {
            while (result.next()) {
                int number = result.getInt(1);
                Root root = roots.remove(number);
                if (root == null) {
                    if (!referred.contains(number) || !isEmpty(result)) {
                        report.problem(Kind.ADDED, Revision.NONE,
                                NLS.bind(Messages.verifyNote, "root", result.getString(2)));
                    }
                    continue;
                }
                boolean fits = (root.id == null || root.id.equals(result.getString(2)))
                        && Objects.equals(root.type, CellType.INTEGER.read(result, 3))
                        && result.getLong(4) == Math.max(1, root.lastElement + 1)
                        && result.getLong(5) >= root.nextPosition
                        && result.getLong(5) <= Math.max(root.nextPosition, root.mostNextPosition)
                        && result.getLong(6) == root.lastRevision
                        && Objects.equals(root.foldedKey, result.getString(7));
                if (!fits) {
                    report.problem(Kind.ALTERED, Revision.NONE,
                            NLS.bind(Messages.verifyNote, "root", result.getString(2)));
                }
            }
        }
        roots.values().forEach(root -> report.problem(Kind.REMOVED, Revision.NONE,
                NLS.bind(Messages.verifyNote, "root", root.id)));
    }

    /** @return whether a root is as the first reference to it makes it */
    private static boolean isEmpty(ResultSet root) throws SQLException {
        return CellType.INTEGER.read(root, 3) == null && root.getLong(4) == 1 && root.getLong(5) == 1
                && root.getString(7) == null;
    }

    /** What comes from another root makes the next positions come after its former one. */
    private void noteMoves(List<Version> versions) {
        for (Version to : versions) {
            Root root = roots.get(RowKeys.rootNumber(to.key));
            versions.stream().filter(from -> isMove(from, to)).forEach(from -> root.mostNextPosition = Math
                    .max(root.mostNextPosition, RootEntry.positionAfter(from.position)));
        }
    }

    private static boolean isMove(Version from, Version to) {
        return from.validTo == to.validFrom && RowKeys.rootNumber(from.key) != RowKeys.rootNumber(to.key);
    }

    private void verifyDeleted() throws SQLException {
        try (ResultSet result = session.statement("SELECT id, row_key, type FROM deleted").executeQuery()) {
            while (result.next()) {
                String id = result.getString(1);
                long key = result.getLong(2);
                int type = result.getInt(3);
                changes.deleted(type, key);
                boolean known = gone.get(id).stream().anyMatch(
                        version -> version.key == key && version.type.id() == type
                                && version.validTo != RootLoader.NEWEST);
                if (!known) {
                    report.problem(Kind.ADDED, Revision.NONE, NLS.bind(Messages.verifyNote, "deleted", id));
                }
            }
        }
    }

    private void verifyMoved() throws SQLException {
        Map<String, Integer> wanted = new HashMap<>();
        gone.forEach((id, versions) -> lastMove(versions).ifPresent(root -> wanted.put(id, root)));
        try (ResultSet result = session.statement("SELECT id, root FROM moved").executeQuery()) {
            while (result.next()) {
                Integer root = wanted.remove(result.getString(1));
                if (root == null || root != result.getInt(2)) {
                    report.problem(root == null ? Kind.ADDED : Kind.ALTERED, Revision.NONE,
                            NLS.bind(Messages.verifyNote, "moved", result.getString(1)));
                }
            }
        }
        wanted.keySet().forEach(
                id -> report.problem(Kind.REMOVED, Revision.NONE, NLS.bind(Messages.verifyNote, "moved", id)));
    }

    /** @return the root that an element went to last, by a revision that took it out of another */
    private static Optional<Integer> lastMove(List<Version> versions) {
        Version last = null;
        for (Version to : versions) {
            boolean cameFromElsewhere = versions.stream().anyMatch(from -> isMove(from, to));
            if (cameFromElsewhere && (last == null || to.validFrom > last.validFrom)) {
                last = to;
            }
        }
        return last == null ? Optional.empty() : Optional.of(RowKeys.rootNumber(last.key));
    }
}
