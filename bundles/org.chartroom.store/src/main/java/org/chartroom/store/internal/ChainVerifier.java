package org.chartroom.store.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.Verification;
import org.chartroom.core.workspace.Verification.Kind;
import org.chartroom.core.workspace.Verification.Problem;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.osgi.util.NLS;

/**
 * Computes the checksums of all rows of the present and the past and the hashes of all revisions again, and compares
 * what can be told from the rows with what is noted beside them; used once.
 */
final class ChainVerifier {
    private static final int ROWS_A_STEP = 1_000;

    private final Database.Session session;
    private final TypeCatalog catalog;
    private final List<String> knownHeads;
    private final Checksums checksums = new Checksums();
    private final Map<Long, List<byte[]>> touched = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final NotesVerifier notes;
    private final IProgressMonitor monitor;
    private long rows;

    /** @param knownHeads hashes of revisions that are known from elsewhere */
    ChainVerifier(Database.Session session, TypeCatalog catalog, List<String> knownHeads) {
        this(session, catalog, knownHeads, new NullProgressMonitor());
    }

    /**
     * @param knownHeads hashes of revisions that are known from elsewhere
     * @param monitor is told how many rows were read, by thousands, and ends the work when it is cancelled
     */
    ChainVerifier(Database.Session session, TypeCatalog catalog, List<String> knownHeads, IProgressMonitor monitor) {
        this.monitor = monitor;
        this.session = session;
        this.catalog = catalog;
        this.knownHeads = knownHeads;
        this.notes = new NotesVerifier(session, this::report);
    }

    /** What takes a problem. */
    @FunctionalInterface
    interface Report {
        /** Notes that a revision does not fit. */
        void problem(Kind kind, long revision, String message);
    }

    private void report(Kind kind, long revision, String message) {
        if (problems.size() < Verification.MOST_PROBLEMS) {
            problems.add(new Problem(kind, revision, message));
        }
    }

    Verification verify() throws SQLException {
        new TablesVerifier(session, catalog, this::report).verify();
        monitor.beginTask("", (int) (countRows() / ROWS_A_STEP) + 1);
        notes.begin();
        for (StoredType type : catalog.types()) {
            readRows(type, type.table(), false);
            readRows(type, type.historyTable(), true);
        }
        readLinks("link", false);
        readLinks("link_history", true);
        CatalogRows.covered(session).forEach(
                (revision, sums) -> touched.computeIfAbsent(revision, number -> new ArrayList<>()).addAll(sums));
        List<RevisionLog.Entry> revisions = RevisionLog.all(session);
        verifyChain(revisions);
        notes.verify();
        monitor.done();
        Revision head = revisions.isEmpty() ? null : revisions.get(revisions.size() - 1).revision();
        for (String known : knownHeads) {
            if (revisions.stream().noneMatch(entry -> entry.revision().hash().equalsIgnoreCase(known))) {
                report(Kind.CUT_OFF, Revision.NONE,
                        NLS.bind(Messages.verifyCutOff, known, head == null ? Revision.NONE : head.number()));
            }
        }
        return new Verification(revisions.size(), rows, Optional.ofNullable(head), problems);
    }

    private long countRows() throws SQLException {
        List<String> tables = new ArrayList<>(List.of("link", "link_history"));
        catalog.types().forEach(type -> tables.addAll(List.of(type.table(), type.historyTable())));
        long count = 0;
        for (String table : tables) {
            try (ResultSet result = session.statement("SELECT COUNT(*) FROM " + table).executeQuery()) {
                result.next();
                count += result.getLong(1);
            } catch (SQLException e) {
                // Reading it will tell; here it is only a number for the progress.
                if (!TablesVerifier.isAboutDefinition(e)) {
                    throw e;
                }
            }
        }
        return count;
    }

    private void verifyChain(List<RevisionLog.Entry> revisions) {
        String previous = RevisionLog.FIRST;
        Instant time = Instant.MIN;
        long number = Revision.NONE;
        for (RevisionLog.Entry entry : revisions) {
            Revision revision = entry.revision();
            number++;
            if (revision.number() != number) {
                report(Kind.REMOVED, number,
                        NLS.bind(Messages.verifyRevisionMissing, number, revision.number() - 1));
                number = revision.number();
            }
            List<byte[]> content = touched.getOrDefault(number, List.of());
            touched.remove(number);
            String hash = RevisionLog.hash(previous, number, revision.committedAt(), revision.author(),
                    revision.reason(), entry.rows(), content);
            if (!hash.equals(revision.hash())) {
                mismatch(entry, content.size());
            } else if (!entry.isAsWritten()) {
                report(Kind.ALTERED, number, NLS.bind(Messages.verifyRevisionAltered, number));
            }
            if (revision.committedAt().isBefore(time)) {
                report(Kind.CLOCK_SET_BACK, number, NLS.bind(Messages.verifyClock,
                        new Object[]{number, revision.committedAt(), number - 1, time}));
            }
            time = revision.committedAt();
            previous = revision.hash();
        }
        for (long missing : touched.keySet()) {
            report(Kind.REMOVED, missing, NLS.bind(Messages.verifyRevisionMissing, missing, missing));
        }
    }

    private void mismatch(RevisionLog.Entry entry, int found) {
        long number = entry.revision().number();
        int written = entry.rows() == null ? found : entry.rows();
        if (found < written) {
            report(Kind.REMOVED, number, NLS.bind(Messages.verifyRowsRemoved, number, written - found));
        } else if (found > written) {
            report(Kind.ADDED, number, NLS.bind(Messages.verifyRowsAdded, number, found - written));
        } else {
            report(Kind.ALTERED, number, NLS.bind(Messages.verifyRevisionAltered, number));
        }
    }

    private void readRows(StoredType type, String table, boolean closed) throws SQLException {
        String sql = "SELECT " + type.columns() + (closed ? ", valid_to" : "") + " FROM " + table;
        try (ResultSet result = session.statement(sql).executeQuery()) {
            while (result.next()) {
                StoredRow row = type.read(result);
                long validTo = closed ? result.getLong(type.columnCount() + 1) : RootLoader.NEWEST;
                if (!Arrays.equals(checksums.of(row), row.checksum())) {
                    report(Kind.ALTERED, row.validFrom(),
                            NLS.bind(Messages.verifyRowAltered, Labels.of(row), row.validFrom()));
                }
                note(row.validFrom(), validTo, row.checksum());
                notes.row(row, validTo);
            }
        } catch (SQLException e) {
            unreadable(table, e);
        }
    }

    private void unreadable(String table, SQLException e) throws SQLException {
        // A table or a column that is not there, or not what it was; anything else is no alteration.
        if (!TablesVerifier.isAboutDefinition(e)) {
            throw e;
        }
        report(Kind.ALTERED, Revision.NONE, NLS.bind(Messages.verifyTableUnreadable, table));
    }

    private void readLinks(String table, boolean closed) throws SQLException {
        String sql = "SELECT " + LinkRows.COLUMNS + (closed ? ", valid_to" : "") + " FROM " + table;
        try (ResultSet result = session.statement(sql).executeQuery()) {
            while (result.next()) {
                LinkRow link = LinkRows.read(result);
                if (!Arrays.equals(checksums.of(link), link.checksum())) {
                    report(Kind.ALTERED, link.validFrom(),
                            NLS.bind(Messages.verifyLinkAltered, link.text(), link.validFrom()));
                }
                note(link.validFrom(), closed ? result.getLong(10) : RootLoader.NEWEST, link.checksum());
                notes.link(link);
            }
        } catch (SQLException e) {
            unreadable(table, e);
        }
    }

    private void note(long validFrom, long validTo, byte[] checksum) {
        rows++;
        if (rows % ROWS_A_STEP == 0) {
            monitor.worked(1);
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
        }
        touched.computeIfAbsent(validFrom, number -> new ArrayList<>()).add(checksum);
        if (validTo != RootLoader.NEWEST) {
            touched.computeIfAbsent(validTo, number -> new ArrayList<>()).add(checksum);
        }
    }
}
