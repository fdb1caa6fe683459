package org.chartroom.store.internal;

import org.chartroom.testkit.store.Samples;
import org.chartroom.testkit.store.Commits;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.WorkspaceException.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that somebody else made. H2 keeps objects in a file that act: when it is opened, read or written. Whatever H2 can
 * keep is tried here; none is opened, and none acts.
 */
class HostileFileTest {
    @TempDir
    Path folder;
    @TempDir
    Path elsewhere;

    private Path file;
    private Path marker;

    @BeforeEach
    void makeAWorkspace() {
        file = folder.resolve("workspace.mv.db");
        marker = elsewhere.resolve("marker");
        try (H2WorkspaceStore store = open(folder, OpenMode.CREATE)) {
            new Commits().create(Samples.register("RSK-1", Samples.risk("R-1", "Outage"))).to(store);
        }
    }

    private static H2WorkspaceStore open(Path folder, OpenMode mode) {
        return (H2WorkspaceStore) new H2StoreProvider().open(folder, mode);
    }

    private void assertRefusedEverywhere() throws IOException {
        byte[] before = Files.readAllBytes(file);
        for (OpenMode mode : OpenMode.values()) {
            WorkspaceException refused = assertThrows(WorkspaceException.class, () -> open(folder, mode).close());
            assertEquals(Kind.DAMAGED, refused.kind(), refused.getMessage());
            assertTrue(refused.getMessage().contains("nothing in it was run"), refused.getMessage());
            assertFalse(refused.getMessage().contains("\n"), refused.getMessage());
        }
        Path other = Files.createDirectory(elsewhere.resolve("other"));
        open(other, OpenMode.CREATE).close();
        WorkspaceException asBackup = assertThrows(WorkspaceException.class,
                () -> new H2StoreProvider().restore(other, file));
        assertTrue(asBackup.getMessage().contains("nothing in it was run; ask whoever gave it to you"),
                asBackup.getMessage());
        assertTrue(asBackup.getMessage().contains(file.toString()), asBackup.getMessage());
        try (H2WorkspaceStore store = open(other, OpenMode.READ_WRITE)) {
            assertThrows(WorkspaceException.class, () -> store.restore(file));
            assertEquals(Optional.empty(), store.head());
        }
        assertArrayEquals(before, Files.readAllBytes(file), "a refused file is left as it is");
        assertFalse(Files.exists(marker), "it acted");
    }

    private String withMarker(String statement) {
        return statement.replace("{marker}", marker.toString());
    }

    /** What a file could do to whoever opens it; shown with H2 itself, so that the refusals below are of real threats. */
    @Test
    void h2RunsWhatAFileSaysWhileItOpensIt() throws SQLException {
        HostileFiles.addStatement(file, withMarker("CALL FILE_WRITE('x', '{marker}')"));
        openByH2Alone();
        assertTrue(Files.exists(marker));
    }

    private void openByH2Alone() throws SQLException {
        String name = file.toString().replace(".mv.db", "");
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + name + ";ACCESS_MODE_DATA=r",
                "chartroom", "")) {
            assertFalse(connection.isClosed());
        }
    }

    @Test
    void aStatementThatActsAtOnceIsRefused() throws IOException {
        HostileFiles.addStatement(file, withMarker("CALL FILE_WRITE('x', '{marker}')"));
        assertRefusedEverywhere();
    }

    @Test
    void aStatementOfATransactionThatNeverEndedIsRefused() throws IOException {
        HostileFiles.addUncommittedStatement(file, withMarker("CALL FILE_WRITE('x', '{marker}')"));
        assertRefusedEverywhere();
    }

    @Test
    void aStatementThatComesBackByRollingBackIsRefused() throws IOException {
        HostileFiles.hideUncommittedStatement(file, withMarker("CALL FILE_WRITE('x', '{marker}')"),
                "SET CREATE_BUILD 252");
        assertRefusedEverywhere();
    }

    /** Each kind of object and of setting that H2 keeps in its catalogue, as its own statements make it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            CREATE VIEW v AS SELECT FILE_WRITE('x', '{marker}') AS x
            CREATE MATERIALIZED VIEW mv AS SELECT FILE_WRITE('x', '{marker}') AS x
            CREATE ALIAS a AS 'void run() {}'
            CREATE ALIAS a FOR "java.lang.System.getProperty"
            CREATE AGGREGATE g FOR "org.h2.test.Median"
            CREATE TRIGGER tr BEFORE SELECT ON meta AS 'org.h2.api.Trigger create() { return null; }'
            CREATE TRIGGER tr BEFORE INSERT ON meta FOR EACH ROW CALL "org.h2.fulltext.FullText$FullTextTrigger"
            ALTER TABLE meta ADD CONSTRAINT c CHECK (FILE_WRITE('x', '{marker}') > 0)
            ALTER TABLE meta ADD COLUMN c VARCHAR DEFAULT FILE_READ('/etc/hostname')
            ALTER TABLE meta ALTER COLUMN content SET DEFAULT ON NULL
            ALTER TABLE meta ADD COLUMN c VARCHAR GENERATED ALWAYS AS (UPPER(name))
            ALTER TABLE meta ALTER COLUMN content SET ON UPDATE FILE_READ('/etc/hostname')
            CREATE DOMAIN d AS VARCHAR DEFAULT 'x' CHECK (VALUE <> '')
            CREATE SEQUENCE s START WITH 1
            CREATE SCHEMA other
            CREATE SYNONYM sy FOR meta
            CREATE CONSTANT co VALUE 1
            CREATE ROLE r
            CREATE USER eve PASSWORD 'x' ADMIN
            GRANT SELECT ON meta TO PUBLIC
            COMMENT ON TABLE meta IS 'harmless'
            CREATE LINKED TABLE l (NULL, 'jdbc:h2:mem:x', 'sa', '', 'T')
            CREATE CACHED TABLE e (id INTEGER) ENGINE "org.h2.test.Engine"
            CREATE MEMORY TABLE m (id INTEGER)
            CREATE CACHED TABLE f (id INTEGER GENERATED BY DEFAULT AS IDENTITY)
            CREATE CACHED TABLE "PUBLIC"."T1_X"( "ID" JAVA_OBJECT )
            ALTER TABLE meta ADD CONSTRAINT fk FOREIGN KEY (name) REFERENCES meta (name)
            CREATE INDEX i ON meta (content)
            CREATE INDEX i ON meta (UPPER(content))
            SET MODE MySQL
            SET COLLATION ENGLISH
            SET JAVA_OBJECT_SERIALIZER 'org.h2.test.Serializer'
            SET DATABASE_EVENT_LISTENER 'org.h2.test.Listener'
            SET AUTHENTICATOR TRUE
            SET ALLOW_LITERALS ALL
            SET WRITE_DELAY 500
            SET DEFAULT_LOCK_TIMEOUT 1
            SET EXCLUSIVE 1
            SET DB_CLOSE_DELAY -1
            SET TRACE_LEVEL_FILE 3
            SET BUILTIN_ALIAS_OVERRIDE TRUE
            RUNSCRIPT FROM 'http://127.0.0.1:9/x.sql'
            SCRIPT TO '{marker}'
            BACKUP TO '{marker}'
            CREATE TABLE c AS SELECT * FROM CSVREAD('/etc/hostname')
            CALL CSVWRITE('{marker}', 'SELECT 1')
            SET CREATE_BUILD 252; CALL FILE_WRITE('x', '{marker}')
            CREATE USER IF NOT EXISTS "CHARTROOM" SALT '00' HASH '00' ADMIN; CALL FILE_WRITE('x', '{marker}')
            """)
    void anyObjectThatChartroomDoesNotMakeIsRefused(String statement) throws IOException {
        HostileFiles.addStatement(file, withMarker(statement));
        assertRefusedEverywhere();
    }

    /** By the way of the database, as an attacker with a client would: these H2 itself writes in its own form. */
    @ParameterizedTest
    @ValueSource(strings = {"CREATE VIEW v AS SELECT * FROM meta", "CREATE SEQUENCE s", "CREATE SCHEMA other",
            "CREATE ROLE r", "CREATE USER eve PASSWORD 'x'", "CREATE DOMAIN d AS VARCHAR", "CREATE CONSTANT c VALUE 1",
            "ALTER TABLE meta ADD CHECK (content <> 'x')", "ALTER TABLE meta ALTER COLUMN content SET DEFAULT 'x'",
            "ALTER TABLE meta ALTER COLUMN content SET DEFAULT ON NULL",
            "ALTER TABLE meta ALTER COLUMN content DROP NOT NULL",
            "ALTER TABLE meta ALTER COLUMN content VARCHAR(9999)", "CREATE UNIQUE INDEX u ON meta (content)",
            "CREATE TABLE secret (id INTEGER)", "ALTER TABLE revision ADD secret VARCHAR", "CREATE SYNONYM s FOR meta",
            "COMMENT ON TABLE meta IS 'x'",
            "CREATE TABLE lob (content CLOB)", "ALTER TABLE link ADD FOREIGN KEY (target_type) REFERENCES type (id)"})
    void anObjectMadeByAClientOfTheDatabaseIsRefused(String statement) throws SQLException, IOException {
        String name = file.toString().replace(".mv.db", "");
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + name, "chartroom", "");
                Statement client = connection.createStatement()) {
            client.execute(statement);
        }
        assertRefusedEverywhere();
    }

    @Test
    void aClassThatTheFileNamesIsNotLoaded() throws IOException {
        HostileFiles.registerType(file, "org.chartroom.store.internal.HostileFileTest$Loaded");
        assertRefusedEverywhere();
        assertFalse(loaded);
    }

    private static boolean loaded;

    /** Tells when somebody makes an object of it. */
    public static final class Loaded {
        /** Called by H2 when a file says so. */
        public Loaded() {
            loaded = true;
        }
    }

    @Test
    void aPreparedTransactionIsRefusedBecauseItsNameIsAJavaObject() throws IOException {
        HostileFiles.putRaw(file, "openTransactions", 1, new Object[]{1, new java.util.ArrayList<>(List.of("x"))});
        assertRefusedEverywhere();
    }

    @Test
    void aMapThatH2DoesNotKnowIsRefused() throws IOException {
        HostileFiles.putRaw(file, "secret", "key", "value");
        assertRefusedEverywhere();
    }

    @Test
    void aLargeObjectIsRefused() throws IOException {
        HostileFiles.putRaw(file, "lobData", 1L, new byte[]{1});
        assertRefusedEverywhere();
    }

    @Test
    void whatThePictureOfAStatementCouldHideIsNotInTheMessage() throws IOException {
        HostileFiles.addStatement(file, "CREATE VIEW \u202Ev\n\t\u001B[31m AS SELECT 1" + " ".repeat(500));
        WorkspaceException refused = assertThrows(WorkspaceException.class, () -> open(folder, OpenMode.READ_ONLY));
        assertTrue(refused.getMessage().chars().noneMatch(letter -> letter < ' ' || letter == 0x202E),
                refused.getMessage());
        assertTrue(refused.getMessage().length() < 500, refused.getMessage());
        assertRefusedEverywhere();
    }

    @Test
    void anUntouchedWorkspaceIsOpenedInEveryWay() {
        for (OpenMode mode : OpenMode.values()) {
            try (H2WorkspaceStore store = open(folder, mode)) {
                Verified.clean(store);
            }
        }
    }
}
