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
import org.chartroom.store.internal.file.Catalogue;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.osgi.util.NLS;

/**
 * Computes the checksums of all rows of the present and the past and the hashes of all revisions again, and compares
 * what can be told from the rows with what is noted beside them; used once.
 */
final class ChainVerifier {
    private static final int ROWS_A_STEP = 1_000;
    private static final int VALID_TO_OF_LINK = 10;

    private final Database.Session session;
    private final TypeCatalog catalog;
    private final Catalogue definitions;
    private final List<String> knownHeads;
    private final Checksums checksums = new Checksums();
    private final Map<Long, List<byte[]>> touched = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final NotesVerifier notes;
    private final OrphanVerifier orphans = new OrphanVerifier();
    private final IProgressMonitor monitor;
    private long rows;
    private long newest;

    /**
     * @param definitions the tables that are there
     * @param knownHeads hashes of revisions that are known from elsewhere
     * @param monitor is told how many rows were read, by thousands, and ends the work when it is cancelled
     */
    ChainVerifier(Database.Session session, TypeCatalog catalog, Catalogue definitions, List<String> knownHeads,
            IProgressMonitor monitor) {
        this.definitions = definitions;
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
        new TablesVerifier(catalog, definitions, this::report).verify();
        monitor.beginTask("", (int) (countRows() / ROWS_A_STEP) + 1);
        List<RevisionLog.Entry> revisions = RevisionLog.all(session);
        newest = revisions.isEmpty() ? Revision.NONE : revisions.get(revisions.size() - 1).revision().number();
        notes.begin();
        for (StoredType type : catalog.types()) {
            readRows(type, type.table(), false);
            readRows(type, type.historyTable(), true);
        }
        readLinks("link", false);
        readLinks("link_history", true);
        CatalogRows.covered(session).forEach(
                (revision, sums) -> touched.computeIfAbsent(revision, number -> new ArrayList<>()).addAll(sums));
        verifyChain(revisions);
        new BaselineVerifier(session, catalog, revisions, this::report).verify();
        new UncoveredVerifier(session, catalog, newest, this::report).verify();
        notes.verify();
        orphans.verify(session, catalog, this::report);
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
                if (isPlaced(row.validFrom(), validTo, closed)) {
                    note(row.validFrom(), validTo, closed, row.checksum());
                } else {
                    misplaced(Labels.of(row), row.validFrom(), validTo, closed);
                }
                notes.row(row, validTo, closed);
                if (!closed) {
                    orphans.row(row);
                }
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
                long validTo = closed ? result.getLong(VALID_TO_OF_LINK) : RootLoader.NEWEST;
                if (isPlaced(link.validFrom(), validTo, closed)) {
                    note(link.validFrom(), validTo, closed, link.checksum());
                } else {
                    misplaced(link.text(), link.validFrom(), validTo, closed);
                }
                notes.link(link);
            }
        } catch (SQLException e) {
            unreadable(table, e);
        }
    }

    /**
     * What counts as present here must be what is shown as present: the rows of the present tables. A row of the past that
     * claims to be valid still would be counted and never shown. One that ends with a revision that is not there is told
     * as a missing revision.
     */
    private static boolean isPlaced(long validFrom, long validTo, boolean closed) {
        return validFrom >= 1 && (!closed || validTo > validFrom && validTo != RootLoader.NEWEST);
    }

    private void misplaced(String what, long validFrom, long validTo, boolean closed) {
        report(Kind.ALTERED, validFrom, NLS.bind(Messages.verifyValidity,
                new Object[]{what, validFrom, closed ? String.valueOf(validTo) : "-", newest}));
    }

    private void note(long validFrom, long validTo, boolean closed, byte[] checksum) {
        rows++;
        if (rows % ROWS_A_STEP == 0) {
            monitor.worked(1);
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
        }
        touched.computeIfAbsent(validFrom, number -> new ArrayList<>()).add(checksum);
        if (closed) {
            touched.computeIfAbsent(validTo, number -> new ArrayList<>()).add(checksum);
        }
    }
}
