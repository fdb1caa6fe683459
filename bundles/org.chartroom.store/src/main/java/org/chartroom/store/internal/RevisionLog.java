package org.chartroom.store.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.workspace.Revision;

/** The revisions: a chain in which each hash covers the one before. */
final class RevisionLog {
    /** What the first revision is chained to. */
    static final String FIRST = "0".repeat(64);
    private static final String COLUMNS = "number, committed_at, author, reason, hash";

    private RevisionLog() {
    }

    static Optional<Revision> head(Database.Session session) throws SQLException {
        List<Revision> newest = newest(session, 1);
        return newest.isEmpty() ? Optional.empty() : Optional.of(newest.get(0));
    }

    static List<Revision> newest(Database.Session session, int limit) throws SQLException {
        PreparedStatement query = session
                .statement("SELECT " + COLUMNS + " FROM revision ORDER BY number DESC LIMIT ?");
        query.setInt(1, limit);
        return read(query);
    }

    static List<Revision> all(Database.Session session) throws SQLException {
        return read(session.statement("SELECT " + COLUMNS + " FROM revision ORDER BY number"));
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
                revisions.add(new Revision(result.getLong(1), result.getObject(2, Instant.class), result.getString(3),
                        result.getString(4), result.getString(5)));
            }
        }
        return revisions;
    }

    static void insert(Database.Session session, Revision revision) throws SQLException {
        PreparedStatement insert = session
                .statement("INSERT INTO revision (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?)");
        insert.setLong(1, revision.number());
        insert.setObject(2, revision.committedAt(), Types.TIMESTAMP_WITH_TIMEZONE);
        insert.setString(3, revision.author());
        insert.setString(4, revision.reason());
        insert.setString(5, revision.hash());
        insert.execute();
    }

    /**
     * @param previous hash of the revision before
     * @param checksums of the row versions that the revision opened or closed, in any order
     * @return hash of the revision
     */
    static String hash(String previous, long number, Instant time, String author, String reason,
            List<byte[]> checksums) {
        MessageDigest digest = Checksums.sha256();
        digest.update(HexFormat.of().parseHex(previous));
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        for (String text : List.of(time.toString(), author, reason)) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        byte[][] sorted = checksums.toArray(byte[][]::new);
        Arrays.sort(sorted, Arrays::compareUnsigned);
        for (byte[] checksum : sorted) {
            digest.update(checksum);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
