package org.chartroom.store.internal;

import org.chartroom.core.workspace.Revision;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Reads and writes the rows of features of many. */
final class LinkRows {
    /** The columns of present rows. */
    static final String COLUMNS = "owner, field, position, content, target_id, target_root, target_type, valid_from,"
            + " checksum";
    private static final long GAP = 1L << 20;

    private final Database.Session session;
    private final Checksums checksums;
    private final long revision;
    private final Consumer<byte[]> touched;

    /**
     * @param session the writing connection
     * @param revision the revision that is being written
     * @param checksums computes checksums
     * @param touched gets the checksum of every row that is opened or closed
     */
    LinkRows(Database.Session session, long revision, Checksums checksums, Consumer<byte[]> touched) {
        this.session = session;
        this.revision = revision;
        this.checksums = checksums;
        this.touched = touched;
    }

    /** @return reads rows and writes none */
    static LinkRows reading(Database.Session session) {
        return new LinkRows(session, Revision.NONE, new Checksums(), checksum -> {
        });
    }

    static LinkRow read(ResultSet result) throws SQLException {
        return new LinkRow(result.getLong(1), result.getInt(2), result.getLong(3), result.getString(4),
                result.getString(5), (Integer) CellType.INTEGER.read(result, 6),
                (Integer) CellType.INTEGER.read(result, 7), result.getLong(8),
                result.getBytes(9));
    }

    List<LinkRow> present(long owner) throws SQLException {
        PreparedStatement query = session
                .statement("SELECT " + COLUMNS + " FROM link WHERE owner = ? ORDER BY field, position");
        query.setLong(1, owner);
        return readAll(query);
    }

    /** @return the values of a feature of many, in their order */
    List<LinkRow> present(long owner, int field) throws SQLException {
        PreparedStatement query = session
                .statement("SELECT " + COLUMNS + " FROM link WHERE owner = ? AND field = ? ORDER BY position");
        query.setLong(1, owner);
        query.setInt(2, field);
        return readAll(query);
    }

    private static List<LinkRow> readAll(PreparedStatement query) throws SQLException {
        List<LinkRow> rows = new ArrayList<>();
        try (ResultSet result = query.executeQuery()) {
            while (result.next()) {
                rows.add(read(result));
            }
        }
        return rows;
    }

    /** Inserts the values of a feature that has none yet. */
    void insert(List<LinkRow> values) throws SQLException {
        long position = 0;
        for (LinkRow value : values) {
            position += GAP;
            insert(value, position);
        }
    }

    /**
     * Replaces the values of a feature; rows at its beginning and end that stay the same are left alone.
     *
     * @return whether anything changed
     */
    boolean replace(long owner, int field, List<LinkRow> values) throws SQLException {
        List<LinkRow> old = present(owner, field);
        int head = 0;
        while (head < old.size() && head < values.size() && isSame(old.get(head), values.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < old.size() - head && tail < values.size() - head
                && isSame(old.get(old.size() - 1 - tail), values.get(values.size() - 1 - tail))) {
            tail++;
        }
        if (head == old.size() && head == values.size()) {
            return false;
        }
        long before = head == 0 ? 0 : old.get(head - 1).position();
        int added = values.size() - head - tail;
        long step = GAP;
        if (tail > 0) {
            step = Math.min(GAP, (old.get(old.size() - tail).position() - before) / (added + 1));
            if (step == 0) {
                tail = 0;
                step = GAP;
            }
        }
        for (LinkRow row : old.subList(head, old.size() - tail)) {
            close(row);
        }
        for (LinkRow value : values.subList(head, values.size() - tail)) {
            before += step;
            insert(value, before);
        }
        return true;
    }

    private static boolean isSame(LinkRow left, LinkRow right) {
        return Objects.equals(left.value(), right.value()) && Objects.equals(left.targetId(), right.targetId())
                && Objects.equals(left.targetRoot(), right.targetRoot())
                && Objects.equals(left.targetType(), right.targetType());
    }

    private void insert(LinkRow value, long position) throws SQLException {
        LinkRow unsigned = new LinkRow(value.owner(), value.field(), position, value.value(), value.targetId(),
                value.targetRoot(), value.targetType(), revision, null);
        LinkRow row = unsigned.withChecksum(checksums.of(unsigned));
        PreparedStatement insert = session
                .statement("INSERT INTO link (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        insert.setLong(1, row.owner());
        insert.setInt(2, row.field());
        insert.setLong(3, row.position());
        insert.setString(4, row.value());
        insert.setString(5, row.targetId());
        insert.setObject(6, row.targetRoot(), Types.INTEGER);
        insert.setObject(7, row.targetType(), Types.INTEGER);
        insert.setLong(8, row.validFrom());
        insert.setBytes(9, row.checksum());
        insert.execute();
        touched.accept(row.checksum());
    }

    /** Moves a row to the former ones. */
    void close(LinkRow row) throws SQLException {
        PreparedStatement archive = session.statement("INSERT INTO link_history (" + COLUMNS + ", valid_to) SELECT "
                + COLUMNS + ", CAST(? AS BIGINT) FROM link WHERE owner = ? AND field = ? AND position = ?");
        archive.setLong(1, revision);
        archive.setLong(2, row.owner());
        archive.setInt(3, row.field());
        archive.setLong(4, row.position());
        archive.execute();
        PreparedStatement delete = session
                .statement("DELETE FROM link WHERE owner = ? AND field = ? AND position = ?");
        delete.setLong(1, row.owner());
        delete.setInt(2, row.field());
        delete.setLong(3, row.position());
        delete.execute();
        touched.accept(row.checksum());
    }
}
