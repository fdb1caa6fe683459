package org.chartroom.store.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.Verification.Kind;
import org.chartroom.store.internal.file.Spread;
import org.eclipse.osgi.util.NLS;

/**
 * Compares the log of changes, and the table of what was deleted, with the rows. What the log must say follows from them:
 * a version without a former one was created, one without a next one was deleted, and any other was updated. What is
 * compared are sums, which do not depend on an order; used once.
 */
final class ChangeLogVerifier {
    private static final long OPENED = 0x9E3779B97F4A7C15L;
    private static final long CLOSED = 0xC2B2AE3D27D4EB4FL;
    /** An update opens a version and closes another. */
    private static final int VERSIONS_OF_UPDATE = 2;

    /** An entry of the log: rows whose keys follow each other. */
    private record Entry(String kind, int type, long first, long last) {
        private static final Comparator<Entry> AS_WRITTEN = Comparator.comparing(Entry::kind)
                .thenComparingInt(Entry::type).thenComparingLong(Entry::first);

        private boolean is(char other) {
            return kind.charAt(0) == other;
        }
    }

    private final ChainVerifier.Report report;
    private final Spread spread = new Spread();
    /** For each revision the sum of what stands for the rows it opened and closed. */
    private final Map<Long, Long> changes = new HashMap<>();
    /** Revisions whose entries are none that Chartroom writes. */
    private final TreeSet<Long> strange = new TreeSet<>();
    private long versions;
    private long deleted;

    ChangeLogVerifier(ChainVerifier.Report report) {
        this.report = report;
    }

    /** Takes one version of a row into account. */
    void row(StoredRow row, long validTo, boolean closed) {
        add(row.validFrom(), hash(row.type().id(), row.key(), OPENED));
        versions++;
        if (closed) {
            add(validTo, hash(row.type().id(), row.key(), CLOSED));
            versions++;
        }
    }

    private void add(long revision, long hash) {
        changes.merge(revision, hash, Long::sum);
    }

    private long hash(int type, long key, long kind) {
        return Spread.of(Spread.of(spread.first(key) + type) + kind);
    }

    /** Takes a row of the table of what was deleted into account; to be called before the log is verified. */
    void deleted(int type, long key) {
        deleted += hash(type, key, CLOSED);
    }

    /** To be called after all rows were shown. */
    void verify(Database.Session session) throws SQLException {
        List<Entry> ofRevision = new ArrayList<>();
        long current = Revision.NONE;
        try (ResultSet result = session
                .statement("SELECT entry, type, first_key, last_key, kind FROM change ORDER BY entry").executeQuery()) {
            while (result.next()) {
                long number = result.getLong(1);
                long revision = ChangeLog.revision(number);
                if (revision != current) {
                    verifyOrder(current, ofRevision);
                    ofRevision.clear();
                    current = revision;
                }
                Entry entry = new Entry(result.getString(5), result.getInt(2), result.getLong(3), result.getLong(4));
                if (number != ChangeLog.firstEntry(revision) + ofRevision.size() || !take(revision, entry)) {
                    strange.add(revision);
                } else {
                    ofRevision.add(entry);
                }
            }
        }
        verifyOrder(current, ofRevision);
        changes.forEach((revision, sum) -> {
            if (sum != 0) {
                strange.add(revision);
            }
        });
        strange.forEach(revision -> report.problem(Kind.ALTERED, revision,
                NLS.bind(Messages.verifyChangeLog, revision)));
        if (deleted != 0) {
            report.problem(Kind.ALTERED, Revision.NONE, NLS.bind(Messages.verifyNote, "deleted", ""));
        }
    }

    /** @return whether there can be an entry like this: of a known kind, and of no more rows than there are */
    private boolean take(long revision, Entry entry) {
        if (!ChangeLog.isKind(entry.kind)) {
            return false;
        }
        int versionsEach = entry.is(ChangeLog.UPDATED) ? VERSIONS_OF_UPDATE : 1;
        long more = entry.last - entry.first;
        // Where the difference is too large for a long it is negative, or the bounds are in the wrong order.
        if (entry.last < entry.first || more < 0 || more >= versions / versionsEach) {
            return false;
        }
        versions -= (more + 1) * versionsEach;
        for (long i = 0; i <= more; i++) {
            long key = entry.first + i;
            if (!entry.is(ChangeLog.CREATED)) {
                add(revision, -hash(entry.type, key, CLOSED));
            }
            if (!entry.is(ChangeLog.DELETED)) {
                add(revision, -hash(entry.type, key, OPENED));
            } else {
                deleted -= hash(entry.type, key, CLOSED);
            }
        }
        return true;
    }

    /** A revision names each row once, so that an update can't be told as deleted and created, and in a known order. */
    private void verifyOrder(long revision, List<Entry> entries) {
        for (int i = 1; i < entries.size(); i++) {
            if (Entry.AS_WRITTEN.compare(entries.get(i - 1), entries.get(i)) >= 0) {
                strange.add(revision);
            }
        }
        entries.sort(Comparator.comparingLong(Entry::first));
        for (int i = 1; i < entries.size(); i++) {
            if (entries.get(i).first <= entries.get(i - 1).last) {
                strange.add(revision);
            }
        }
    }
}
