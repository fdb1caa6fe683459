package org.chartroom.store.internal;

import org.chartroom.core.files.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.WorkspaceException;
import org.eclipse.osgi.util.NLS;

/** The revisions: a chain in which each hash covers the one before. */
final class RevisionLog {
    /** What the first revision is chained to. */
    static final String FIRST = "0".repeat(64);
    private static final int REASONS_LOOKED_AT = 1000;
    private static final String COLUMNS = "number, committed_at, author, reason, hash, row_count, checksum";

    /**
     * A revision as it is stored.
     *
     * @param revision what others see
     * @param rows number of checksums in its hash; null where an older version of Chartroom wrote it
     * @param checksum checksum over all the rest: the hash alone can't be checked without all the rows
     */
    record Entry(Revision revision, Integer rows, byte[] checksum) {
        boolean isAsWritten() {
            return Arrays.equals(checksum, RevisionLog.checksum(revision, rows));
        }
    }

    private static byte[] checksum(Revision revision, Integer rows) {
        return new Checksums().ofCatalog("revision", revision.number(), revision.committedAt(), revision.author(),
                revision.reason(), revision.hash(), rows);
    }

    private RevisionLog() {
    }

    static Optional<Revision> head(Database.Session session) throws SQLException {
        List<Revision> newest = newest(session, 1);
        return newest.isEmpty() ? Optional.empty() : Optional.of(newest.get(0));
    }

    /** @return number of the newest revision, whatever else its record says */
    static long headNumber(Database.Session session) throws SQLException {
        try (ResultSet result = session.statement("SELECT MAX(number) FROM revision").executeQuery()) {
            return result.next() ? result.getLong(1) : Revision.NONE;
        }
    }

    static boolean contains(Database.Session session, String hash) throws SQLException {
        PreparedStatement query = session.statement("SELECT 1 FROM revision WHERE hash = ? LIMIT 1");
        query.setString(1, hash);
        try (ResultSet result = query.executeQuery()) {
            return result.next();
        }
    }

    static List<Revision> newest(Database.Session session, int limit) throws SQLException {
        PreparedStatement query = session
                .statement("SELECT " + COLUMNS + " FROM revision ORDER BY number DESC LIMIT ?");
        query.setInt(1, limit);
        return read(query);
    }

    static List<Entry> all(Database.Session session) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (ResultSet result = session
                .statement("SELECT " + COLUMNS + " FROM revision ORDER BY number").executeQuery()) {
            while (result.next()) {
                entries.add(entry(result));
            }
        }
        return entries;
    }

    /** @return the last revision that was committed at a point in time or before */
    static Optional<Revision> at(Database.Session session, Instant time) throws SQLException {
        PreparedStatement query = session.statement(
                "SELECT " + COLUMNS + " FROM revision WHERE committed_at <= ? ORDER BY number DESC LIMIT 1");
        query.setObject(1, time, Types.TIMESTAMP_WITH_TIMEZONE);
        return read(query).stream().findFirst();
    }

    /** Looks back a limited number of revisions, so that it stays quick in a long history. */
    static List<String> reasons(Database.Session session, String author, int limit) throws SQLException {
        PreparedStatement query = session.statement("SELECT author, reason FROM revision ORDER BY number DESC LIMIT "
                + REASONS_LOOKED_AT);
        Set<String> reasons = new LinkedHashSet<>();
        try (ResultSet result = query.executeQuery()) {
            while (result.next() && reasons.size() < limit) {
                if (author.equals(result.getString(1)) && !result.getString(2).isBlank()) {
                    reasons.add(result.getString(2));
                }
            }
        }
        return List.copyOf(reasons);
    }

    static Optional<Revision> find(Database.Session session, long number) throws SQLException {
        PreparedStatement query = session.statement("SELECT " + COLUMNS + " FROM revision WHERE number = ?");
        query.setLong(1, number);
        return read(query).stream().findFirst();
    }

    private static List<Revision> read(PreparedStatement query) throws SQLException {
        List<Revision> revisions = new ArrayList<>();
        try (ResultSet result = query.executeQuery()) {
            while (result.next()) {
                revisions.add(revision(result));
            }
        }
        return revisions;
    }

    private static Entry entry(ResultSet result) throws SQLException {
        return new Entry(new Revision(result.getLong(1), result.getObject(2, Instant.class), result.getString(3),
                result.getString(4), result.getString(5)), (Integer) CellType.INTEGER.read(result, 6),
                result.getBytes(7));
    }

    private static Revision revision(ResultSet result) throws SQLException {
        Entry entry = entry(result);
        if (!entry.isAsWritten()) {
            throw new WorkspaceException(WorkspaceException.Kind.DAMAGED,
                    NLS.bind(Messages.damagedRevision, entry.revision().number()));
        }
        return entry.revision();
    }

    /** Gives checksums to the revisions of an older workspace, which had none. */
    static void addChecksums(Database.Session session) throws SQLException {
        PreparedStatement update = session.statement("UPDATE revision SET checksum = ? WHERE number = ?");
        for (Entry entry : all(session)) {
            update.setBytes(1, checksum(entry.revision(), entry.rows()));
            update.setLong(2, entry.revision().number());
            update.execute();
        }
        session.connection().commit();
    }

    static void insert(Database.Session session, Revision revision, int rows) throws SQLException {
        PreparedStatement insert = session
                .statement("INSERT INTO revision (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?)");
        insert.setLong(1, revision.number());
        insert.setObject(2, revision.committedAt(), Types.TIMESTAMP_WITH_TIMEZONE);
        insert.setString(3, revision.author());
        insert.setString(4, revision.reason());
        insert.setString(5, revision.hash());
        insert.setInt(6, rows);
        insert.setBytes(7, checksum(revision, rows));
        insert.execute();
    }

    /**
     * @param previous hash of the revision before
     * @param rows number of checksums; null for a revision of an older version of Chartroom, which did not count them
     * @param checksums of the row versions that the revision opened or closed, in any order
     * @return hash of the revision
     */
    static String hash(String previous, long number, Instant time, String author, String reason, Integer rows,
            List<byte[]> checksums) {
        MessageDigest digest = Sha256.digest();
        digest.update(HexFormat.of().parseHex(previous));
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        for (String text : List.of(time.toString(), author, reason)) {
            byte[] bytes = Checksums.utf8(text);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        if (rows != null) {
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(rows).array());
        }
        byte[][] sorted = checksums.toArray(byte[][]::new);
        Arrays.sort(sorted, Arrays::compareUnsigned);
        for (byte[] checksum : sorted) {
            digest.update(checksum);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
