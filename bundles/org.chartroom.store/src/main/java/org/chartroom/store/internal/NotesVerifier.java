package org.chartroom.store.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.Verification.Kind;
import org.eclipse.osgi.util.NLS;

/**
 * Compares what is noted beside the rows, so that they are found quickly, with what the rows themselves tell: roots, the
 * log of changes, and what was deleted or moved. No revision's hash covers these notes, because all of them follow from
 * rows that one does.
 */
final class NotesVerifier {
    private static final long OPENED = 0x9E3779B97F4A7C15L;
    /** An entry of the log that names more rows was altered. */
    private static final long MOST_KEYS = 1L << 26;
    private static final long CLOSED = 0xC2B2AE3D27D4EB4FL;

    /** What the rows of one root tell. */
    private static final class Root {
        private String id;
        private Integer type;
        private String foldedKey;
        private long lastElement = -1;
        private long lastRevision;
        private long lastPosition = Long.MIN_VALUE;
    }

    private record Version(StoredType type, long key, long validFrom, long validTo) {
    }

    private final Database.Session session;
    private final ChainVerifier.Report report;
    private final Map<Integer, Root> roots = new HashMap<>();
    private final BitSet referred = new BitSet();
    /** For each revision the sum of what stands for the rows it opened and closed: it does not depend on their order. */
    private final Map<Long, Long> changes = new HashMap<>();
    /** Versions of the elements that were deleted or moved. */
    private final Map<String, List<Version>> gone = new HashMap<>();

    NotesVerifier(Database.Session session, ChainVerifier.Report report) {
        this.session = session;
        this.report = report;
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
        add(row.validFrom(), row.type().id(), row.key(), OPENED);
        if (!isPresent) {
            add(validTo, row.type().id(), row.key(), CLOSED);
        }
        Root root = roots.computeIfAbsent(RowKeys.rootNumber(row.key()), number -> new Root());
        root.lastElement = Math.max(root.lastElement, RowKeys.elementNumber(row.key()));
        root.lastRevision = Math.max(root.lastRevision, isPresent ? row.validFrom() : validTo);
        root.lastPosition = Math.max(root.lastPosition, row.position());
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
                refer((Integer) row.cells()[field.offset() + 1]);
            }
        }
        List<Version> versions = gone.get(row.id());
        if (versions != null) {
            versions.add(new Version(row.type(), row.key(), row.validFrom(), validTo));
        }
    }

    /** Takes one value of a list into account. */
    void link(LinkRow link) {
        if (link.targetRoot() != null) {
            refer(link.targetRoot());
        }
    }

    private void refer(int root) {
        // An altered row may hold any number; its checksum tells.
        if (root >= 0 && root < Integer.MAX_VALUE) {
            referred.set(root);
        }
    }

    private void add(long revision, int type, long key, long kind) {
        changes.merge(revision, mix(mix(key * OPENED + type) + kind), Long::sum);
    }

    /** Spreads a number over all bits, as SplittableRandom does. */
    private static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    /** To be called after all rows and links were shown. */
    void verify() throws SQLException {
        verifyRoots();
        verifyChanges();
        verifyDeleted();
        verifyMoved();
    }

    private void verifyRoots() throws SQLException {
        try (ResultSet result = session.statement("SELECT number, id, type, next_element, next_position, last_revision,"
                + " folded_key FROM root").executeQuery()) {
            while (result.next()) {
                int number = result.getInt(1);
                Root root = roots.remove(number);
                if (root == null) {
                    if (!referred.get(number)) {
                        report.problem(Kind.ADDED, Revision.NONE,
                                NLS.bind(Messages.verifyNote, "root", result.getString(2)));
                    }
                    continue;
                }
                boolean fits = (root.id == null || root.id.equals(result.getString(2)))
                        && Objects.equals(root.type, CellType.INTEGER.read(result, 3))
                        && result.getLong(4) == Math.max(1, root.lastElement + 1)
                        && result.getLong(5) > root.lastPosition / RootEntry.GAP
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

    private void verifyChanges() throws SQLException {
        try (ResultSet result = session.statement("SELECT entry, type, first_key, last_key, kind FROM change")
                .executeQuery()) {
            while (result.next()) {
                long revision = ChangeLog.revision(result.getLong(1));
                int type = result.getInt(2);
                char kind = result.getString(5).charAt(0);
                long first = result.getLong(3);
                long last = result.getLong(4);
                if (last - first > MOST_KEYS) {
                    report.problem(Kind.ALTERED, revision, NLS.bind(Messages.verifyChangeLog, revision));
                    continue;
                }
                for (long key = first; key <= last; key++) {
                    if (kind != ChangeLog.CREATED) {
                        subtract(revision, type, key, CLOSED);
                    }
                    if (kind != ChangeLog.DELETED) {
                        subtract(revision, type, key, OPENED);
                    }
                }
            }
        }
        changes.forEach((revision, sum) -> {
            if (sum != 0) {
                report.problem(Kind.ALTERED, revision, NLS.bind(Messages.verifyChangeLog, revision));
            }
        });
    }

    private void subtract(long revision, int type, long key, long kind) {
        changes.merge(revision, -mix(mix(key * OPENED + type) + kind), Long::sum);
    }

    private void verifyDeleted() throws SQLException {
        long sum = 0;
        try (ResultSet result = session.statement("SELECT id, row_key, type FROM deleted").executeQuery()) {
            while (result.next()) {
                String id = result.getString(1);
                long key = result.getLong(2);
                int type = result.getInt(3);
                sum += mix(key * OPENED + type);
                boolean known = gone.get(id).stream().anyMatch(
                        version -> version.key == key && version.type.id() == type
                                && version.validTo != RootLoader.NEWEST);
                if (!known) {
                    report.problem(Kind.ADDED, Revision.NONE, NLS.bind(Messages.verifyNote, "deleted", id));
                }
            }
        }
        PreparedStatement query = session.statement("SELECT type, first_key, last_key FROM change WHERE kind = ?");
        query.setString(1, String.valueOf(ChangeLog.DELETED));
        try (ResultSet result = query.executeQuery()) {
            while (result.next()) {
                long last = Math.min(result.getLong(3), result.getLong(2) + MOST_KEYS);
                for (long key = result.getLong(2); key <= last; key++) {
                    sum -= mix(key * OPENED + result.getInt(1));
                }
            }
        }
        if (sum != 0) {
            report.problem(Kind.ALTERED, Revision.NONE, NLS.bind(Messages.verifyNote, "deleted", ""));
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
            boolean cameFromElsewhere = versions.stream().anyMatch(from -> from.validTo == to.validFrom
                    && RowKeys.rootNumber(from.key) != RowKeys.rootNumber(to.key));
            if (cameFromElsewhere && (last == null || to.validFrom > last.validFrom)) {
                last = to;
            }
        }
        return last == null ? Optional.empty() : Optional.of(RowKeys.rootNumber(last.key));
    }
}
