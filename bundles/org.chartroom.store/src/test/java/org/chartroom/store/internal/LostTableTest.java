package org.chartroom.store.internal;

import org.chartroom.testkit.store.Samples;
import org.chartroom.testkit.store.Commits;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
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

import org.chartroom.core.workspace.BackupInfo;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Verification;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.WorkspaceException.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One flipped bit can take the definition of a table out of the catalogue, with all that was in the table. */
class LostTableTest {
    @TempDir
    Path folder;

    private BackupInfo backup;

    @BeforeEach
    void commit() {
        try (H2WorkspaceStore store = open(OpenMode.CREATE)) {
            new Commits().create(Samples.register("RSK-1", Samples.risk("R-1", "Outage"))).to(store);
            backup = store.backup();
        }
    }

    private H2WorkspaceStore open(OpenMode mode) {
        return (H2WorkspaceStore) new H2StoreProvider().open(folder, mode);
    }

    private void edit(String statement) throws SQLException {
        String name = folder.resolve("workspace").toString();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + name, "chartroom", "");
                Statement client = connection.createStatement()) {
            client.execute(statement);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"T1_RISKREGISTER", "H1_RISKREGISTER", "T2_RISK", "H2_RISK", "META", "REVISION", "TYPE",
            "FIELD",
            "ROOT", "LINK", "LINK_HISTORY", "CHANGE", "DELETED", "MOVED", "PACKAGE"})
    void aTableThatARevisionWroteToIsNotMadeAnew(String table) throws SQLException, IOException {
        edit("DROP TABLE " + table);
        byte[] before = Files.readAllBytes(folder.resolve("workspace.mv.db"));
        for (OpenMode mode : OpenMode.values()) {
            WorkspaceException refused = assertThrows(WorkspaceException.class, () -> open(mode).close());
            assertEquals(Kind.DAMAGED, refused.kind());
            assertTrue(refused.getMessage().contains("restore it from a backup"), refused.getMessage());
            assertTrue(!refused.getMessage().contains("SELECT"), refused.getMessage());
        }
        assertArrayEquals(before, Files.readAllBytes(folder.resolve("workspace.mv.db")));
        assertTheWayBackWorks();
    }

    private void assertTheWayBackWorks() {
        new H2StoreProvider().restore(folder, backup.file());
        try (H2WorkspaceStore store = open(OpenMode.READ_WRITE)) {
            assertEquals(List.of("RSK-1"), store.artifacts().stream().map(info -> info.key()).toList());
            Verified.clean(store);
        }
    }

    @ParameterizedTest
    @EnumSource(OpenMode.class)
    void aColumnThatARevisionWroteToIsNotMadeAnew(OpenMode mode) throws SQLException {
        edit("ALTER TABLE T2_RISK DROP COLUMN F28_TITLE");
        WorkspaceException refused = assertThrows(WorkspaceException.class, () -> open(mode).close());
        assertEquals(Kind.DAMAGED, refused.kind());
        assertTrue(refused.getMessage().contains("t2_risk.f28_title"), refused.getMessage());
    }

    /** The name of a field is in that of its column. */
    @ParameterizedTest
    @EnumSource(OpenMode.class)
    void aFieldThatWasGivenAnotherNameIsNotTakenForANewOne(OpenMode mode) throws SQLException {
        edit("UPDATE field SET name = 'summary' WHERE name = 'cause'");
        assertEquals(Kind.DAMAGED, assertThrows(WorkspaceException.class, () -> open(mode).close()).kind());
    }

    /** A process that is killed between noting a type and making its tables leaves them so: nothing is lost. */
    @Test
    void aTableThatNoRevisionWroteToIsMade() throws SQLException {
        edit("INSERT INTO type (id, ns_uri, name) VALUES (99, 'http://elsewhere', 'Thing')");
        edit("INSERT INTO field (id, type, name, kind, since) VALUES (999, 99, 'title', 'TEXT', 0)");
        try (H2WorkspaceStore store = open(OpenMode.READ_WRITE)) {
            assertEquals(1, store.artifacts().size());
            Verified.clean(store);
        }
    }

    @Test
    void anIndexThatIsMissingIsMadeAnew() throws SQLException {
        edit("DROP INDEX T2_RISK_ID");
        try (H2WorkspaceStore store = open(OpenMode.READ_WRITE)) {
            Verified.clean(store);
        }
    }

    /** A killed import leaves the same in a file that was not closed; this one was. */
    @Test
    void anIndexThatIsMissingIsToldToWhoOnlyReads() throws SQLException {
        edit("DROP INDEX T2_RISK_ID");
        try (H2WorkspaceStore store = open(OpenMode.READ_ONLY)) {
            assertEquals(List.of(Verification.Kind.REMOVED), store.verify(Optional.empty()).problems().stream()
                    .map(Verification.Problem::kind).toList());
        }
    }
}
