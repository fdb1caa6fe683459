package org.chartroom.store.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** The tables that every workspace has, whatever types it holds. */
final class Schema {
    /** The version this program writes, and the newest it reads. */
    static final int VERSION = 2;
    static final String VERSION_NAME = "schemaVersion";
    static final String ID_NAME = "workspaceId";
    static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final List<String> TABLES = List.of(
            // "added" is the revision whose hash covers a row; empty until the next commit.
            "CREATE TABLE meta (name VARCHAR PRIMARY KEY, content VARCHAR NOT NULL, added BIGINT)",
            "CREATE TABLE revision (number BIGINT PRIMARY KEY, committed_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,"
                    + " author VARCHAR NOT NULL, reason VARCHAR NOT NULL, hash CHAR(64) NOT NULL, row_count INTEGER,"
                    + " checksum BINARY(16) NOT NULL)",
            "CREATE TABLE type (id INTEGER PRIMARY KEY, ns_uri VARCHAR NOT NULL, name VARCHAR NOT NULL,"
                    + " added BIGINT, UNIQUE (ns_uri, name))",
            "CREATE TABLE field (id INTEGER PRIMARY KEY, type INTEGER NOT NULL, name VARCHAR NOT NULL,"
                    + " kind VARCHAR NOT NULL, since BIGINT NOT NULL, added BIGINT, UNIQUE (type, name, kind))",
            // The model of each package as it was registered, for the time when its plug-in is absent.
            "CREATE TABLE package (ns_uri VARCHAR NOT NULL, version INTEGER NOT NULL, content VARCHAR NOT NULL,"
                    + " added BIGINT, PRIMARY KEY (ns_uri, version))",
            // Artifacts and the directory. The type is empty when the root is only referred to, or deleted.
            "CREATE TABLE root (number INTEGER PRIMARY KEY, id VARCHAR NOT NULL UNIQUE, type INTEGER,"
                    + " next_element BIGINT NOT NULL, next_position BIGINT NOT NULL, last_revision BIGINT NOT NULL,"
                    + " folded_key VARCHAR)",
            "CREATE INDEX root_folded_key ON root (folded_key)",
            "CREATE TABLE link (owner BIGINT NOT NULL, field INTEGER NOT NULL, position BIGINT NOT NULL, content VARCHAR,"
                    + " target_id VARCHAR, target_root INTEGER, target_type INTEGER, valid_from BIGINT NOT NULL,"
                    + " checksum BINARY(16) NOT NULL, PRIMARY KEY (owner, field, position))",
            "CREATE TABLE link_history (owner BIGINT NOT NULL, field INTEGER NOT NULL, position BIGINT NOT NULL,"
                    + " content VARCHAR, target_id VARCHAR, target_root INTEGER, target_type INTEGER,"
                    + " valid_from BIGINT NOT NULL, checksum BINARY(16) NOT NULL, valid_to BIGINT NOT NULL)",
            "CREATE INDEX link_history_owner ON link_history (owner, field)",
            // Which rows each revision opened or closed: one line for rows whose keys follow each other.
            "CREATE TABLE change (entry BIGINT PRIMARY KEY, type INTEGER NOT NULL, first_key BIGINT NOT NULL,"
                    + " last_key BIGINT NOT NULL, kind CHAR(1) NOT NULL)",
            "CREATE TABLE deleted (id VARCHAR NOT NULL, row_key BIGINT NOT NULL, type INTEGER NOT NULL)",
            "CREATE INDEX deleted_id ON deleted (id)",
            // Where elements are that went to another root: rows of third roots still name the former one.
            "CREATE TABLE moved (id VARCHAR PRIMARY KEY, root INTEGER NOT NULL)");

    /** What makes the tables of a version those of the next; the first entry is for version 1. */
    private static final List<List<String>> STEPS = List.of(List.of("ALTER TABLE meta ADD added BIGINT",
            "ALTER TABLE revision ADD (row_count INTEGER, checksum BINARY(16) DEFAULT X'00' NOT NULL)",
            "ALTER TABLE type ADD added BIGINT",
            "ALTER TABLE field ADD added BIGINT",
            "CREATE TABLE package (ns_uri VARCHAR NOT NULL, version INTEGER NOT NULL, content VARCHAR NOT NULL,"
                    + " added BIGINT, PRIMARY KEY (ns_uri, version))"));

    private Schema() {
    }

    static void create(Database database) throws SQLException {
        for (String table : TABLES) {
            database.define(table);
        }
        PreparedStatement insert = database.writer().statement("INSERT INTO meta (name, content) VALUES (?, ?)");
        insert.setString(1, ID_NAME);
        insert.setString(2, UUID.randomUUID().toString());
        insert.execute();
        insert.setString(1, VERSION_NAME);
        insert.setString(2, Integer.toString(VERSION));
        insert.execute();
        database.writer().connection().commit();
        database.sync();
    }

    /** Brings the tables to the present version; not atomic, so it is run on a copy that takes the place afterwards. */
    static void migrate(Database database) throws SQLException {
        for (int version = version(database); version < VERSION; version++) {
            for (String step : STEPS.get(version - 1)) {
                database.define(step);
            }
            if (version == 1) {
                RevisionLog.addChecksums(database.writer());
            }
        }
        PreparedStatement update = database.writer()
                .statement("UPDATE meta SET content = ?, added = NULL WHERE name = ?");
        update.setString(1, Integer.toString(VERSION));
        update.setString(2, VERSION_NAME);
        update.execute();
        database.writer().connection().commit();
        database.sync();
    }

    /** @return the statements that make the tables that every workspace has */
    static List<String> statements() {
        return TABLES;
    }

    static int version(Database database) throws SQLException {
        return Integer.parseInt(meta(database.writer(), VERSION_NAME));
    }

    static String workspaceId(Database.Session session) throws SQLException {
        return meta(session, ID_NAME);
    }

    private static String meta(Database.Session session, String name) throws SQLException {
        PreparedStatement query = session.statement("SELECT content FROM meta WHERE name = ?");
        query.setString(1, name);
        try (ResultSet result = query.executeQuery()) {
            if (!result.next()) {
                throw new SQLException("meta has no " + name);
            }
            return result.getString(1);
        }
    }
}
