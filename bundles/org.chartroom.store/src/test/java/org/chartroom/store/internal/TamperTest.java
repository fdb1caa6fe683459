package org.chartroom.store.internal;

import org.chartroom.testkit.store.Samples;
import org.chartroom.testkit.store.Commits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.chartroom.core.workspace.HistoryQuery;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Verification;
import org.chartroom.core.workspace.Verification.Kind;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.ProgressMonitorWrapper;
import org.chartroom.store.internal.file.FileKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Edits behind the product's back: each is found, and the first revision that does not fit is named. */
class TamperTest {
    @TempDir
    Path folder;

    private final Risk outage = Samples.risk("R-1", "Outage");
    private final Risk theft = Samples.risk("R-2", "Theft");
    private final RiskRegister register = Samples.register("RSK-1", outage, theft);
    private final RiskRegister other = Samples.register("RSK-2");
    private String head;

    @BeforeEach
    void commitFiveRevisions() {
        register.getTags().add("first");
        outage.setCostMin(Samples.euros("10.50"));
        try (H2WorkspaceStore store = open()) {
            new Commits().create(register).create(other).by("Ada").because("kick-off?").to(store);
            outage.setTitle("Longer outage");
            register.getTags().add("second");
            new Commits().update(outage, ModelPackage.Literals.SUBJECT__TITLE)
                    .update(register, ModelPackage.Literals.ARTIFACT__TAGS).by("Bob").to(store);
            outage.setTitle("Longest outage?");
            register.getTags().remove("first");
            new Commits().update(outage, ModelPackage.Literals.SUBJECT__TITLE)
                    .update(register, ModelPackage.Literals.ARTIFACT__TAGS).to(store);
            register.getRisks().remove(theft);
            new Commits().delete(theft).order(register, RiskPackage.Literals.RISK_REGISTER__RISKS).to(store);
            other.getRisks().add(outage);
            new Commits().relocate(outage).order(other, RiskPackage.Literals.RISK_REGISTER__RISKS).to(store);
            head = store.head().orElseThrow().hash();
        }
    }

    private H2WorkspaceStore open() {
        return (H2WorkspaceStore) new H2StoreProvider().open(folder, OpenMode.CREATE);
    }

    private Verification verify(Optional<String> known) {
        try (H2WorkspaceStore store = open()) {
            return store.verify(known);
        }
    }

    /** Replaces names of tables and columns: {Risk} the present rows, {Risk:past} the past ones, {Risk.title} a column. */
    private String sql(TypeCatalog catalog, String statement) {
        String text = statement;
        for (StoredType type : catalog.types()) {
            text = text.replace("{" + type.name() + "}", type.table()).replace("{" + type.name() + ":past}",
                    type.historyTable()).replace("{" + type.name() + ":columns}", type.columns());
            for (StoredField field : type.fields()) {
                if (!field.kind().parts().isEmpty()) {
                    text = text.replace("{" + type.name() + "." + field.name() + "}", field.column(0));
                }
            }
        }
        return text;
    }

    private void edit(String... statements) throws SQLException, IOException {
        try (Database database = new Database(folder.resolve("workspace.mv.db"), FileKey.NONE, false, false);
                Statement statement = database.writer().connection().createStatement()) {
            TypeCatalog catalog = new TypeCatalog(database);
            for (String one : statements) {
                statement.execute(sql(catalog, one));
            }
            database.writer().connection().commit();
        }
        // Who can edit the database can remove the note beside it.
        Files.deleteIfExists(folder.resolve(".chartroom/head"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            UPDATE {Risk} SET {Risk.title} = 'Nothing'                              | ALTERED | 5
            UPDATE {Risk:past} SET {Risk.costMin} = 1 WHERE valid_from = 2          | ALTERED | 2
            UPDATE {Risk} SET position = position + 1                               | ALTERED | 5
            UPDATE {Risk} SET id = 'other'                                          | ALTERED | 5
            UPDATE {Risk} SET checksum = X'00112233445566778899AABBCCDDEEFF'        | ALTERED | 5
            DELETE FROM {Risk:past} WHERE valid_from = 2                            | REMOVED | 2
            DELETE FROM {Risk}                                                      | REMOVED | 5
            UPDATE {Risk:past} SET valid_from = 0 WHERE valid_from = 2              | REMOVED | 2
            UPDATE {Risk:past} SET valid_to = 2 WHERE valid_to = 3                  | ALTERED | 2
            UPDATE {Risk:past} SET valid_to = 9223372036854775807 WHERE valid_to = 3 | ALTERED | 2
            UPDATE link_history SET valid_to = 9223372036854775807                  | ALTERED | 1
            INSERT INTO {Risk:past} ({Risk:columns}, valid_to) SELECT {Risk:columns}, 9223372036854775807 FROM {Risk}; DELETE FROM {Risk} | ALTERED | 5
            INSERT INTO {RiskRegister:past} ({RiskRegister:columns}, valid_to) SELECT {RiskRegister:columns}, 9223372036854775807 FROM {RiskRegister}; DELETE FROM {RiskRegister}; DELETE FROM root | ALTERED | 1
            INSERT INTO link_history SELECT link.*, 9223372036854775807 FROM link; DELETE FROM link | ALTERED | 2
            INSERT INTO {Risk:past} ({Risk:columns}, valid_to) SELECT {Risk:columns}, 6 FROM {Risk}; DELETE FROM {Risk} | REMOVED | 6
            INSERT INTO meta VALUES ('added', 'x', NULL)                            | ADDED   | 0
            UPDATE package SET added = NULL                                         | REMOVED | 1
            ALTER TABLE {Risk} DROP PRIMARY KEY                                     | REMOVED | 0
            DROP INDEX link_history_owner                                           | REMOVED | 0
            SELECT 1                                                                | NONE    | 0
            DELETE FROM link                                                        | REMOVED | 2
            UPDATE link SET content = 'third'                                       | ALTERED | 2
            DELETE FROM link_history                                                | REMOVED | 1
            INSERT INTO link SELECT owner, field, position + 1, content, target_id, target_root, target_type, valid_from, checksum FROM link | ALTERED | 2
            UPDATE {Risk} SET {Risk.title} = U&'Longest outage\\D800'           | ALTERED | 5
            UPDATE revision SET reason = U&'kick-off\\DC00' WHERE number = 1 | ALTERED | 1
            UPDATE revision SET author = 'Eve' WHERE number = 2                     | ALTERED | 2
            UPDATE revision SET reason = 'fraud' WHERE number = 1                   | ALTERED | 1
            UPDATE revision SET committed_at = committed_at - INTERVAL '1' SECOND WHERE number = 3 | ALTERED | 3
            UPDATE revision SET row_count = row_count + 1 WHERE number = 3          | REMOVED | 3
            UPDATE revision SET checksum = X'00112233445566778899AABBCCDDEEFF' WHERE number = 3 | ALTERED | 3
            UPDATE revision SET hash = REPEAT('0', 64) WHERE number = 3             | ALTERED | 3
            DELETE FROM revision WHERE number = 3                                   | REMOVED | 3
            DELETE FROM revision WHERE number = 5                                   | REMOVED | 5
            INSERT INTO revision SELECT 6, committed_at, author, reason, hash, 0, checksum FROM revision WHERE number = 5 | ALTERED | 6
            UPDATE field SET since = 2 WHERE name = 'cause'                         | ALTERED | 1
            UPDATE type SET ns_uri = 'http://elsewhere'                             | ALTERED | 1
            UPDATE meta SET content = 'other' WHERE name = 'workspaceId'            | ALTERED | 1
            INSERT INTO meta VALUES ('added', 'x', 1)                               | ADDED   | 1
            DELETE FROM change WHERE kind = 'D'                                     | ALTERED | 4
            UPDATE change SET last_key = last_key + 1 WHERE kind = 'D'              | ALTERED | 4
            UPDATE change SET last_key = 9223372036854775806 WHERE kind = 'D'       | ALTERED | 4
            DELETE FROM deleted                                                     | ALTERED | 0
            INSERT INTO deleted VALUES ('nobody', 1, 1)                             | ADDED   | 0
            DELETE FROM moved                                                       | REMOVED | 0
            UPDATE moved SET root = 0                                               | ALTERED | 0
            UPDATE root SET folded_key = 'RSK-9' WHERE folded_key = 'RSK-1'         | ALTERED | 0
            UPDATE root SET last_revision = 1                                       | ALTERED | 0
            UPDATE root SET id = 'other' WHERE number = 1                           | ALTERED | 0
            INSERT INTO root VALUES (77, 'x', NULL, 1, 1, 1, NULL)                  | ADDED   | 0
            INSERT INTO root VALUES (-5, 'x', NULL, 1, 1, 1, NULL)                  | ADDED   | 0
            UPDATE root SET next_position = next_position + 1                       | ALTERED | 0
            UPDATE root SET next_position = 1099511627776                           | ALTERED | 0
            UPDATE change SET kind = 'X' WHERE kind = 'U'                           | ALTERED | 2
            UPDATE change SET kind = ' ' WHERE kind = 'C' AND entry > 83886079      | ALTERED | 5
            UPDATE change SET entry = entry + 100 WHERE kind = 'U'                  | ALTERED | 2
            UPDATE change SET last_key = first_key - 1 WHERE kind = 'U'             | ALTERED | 2
            INSERT INTO change SELECT MAX(entry) + 1, 1, 10, 9, 'U' FROM change     | ALTERED | 5
            INSERT INTO change SELECT MAX(entry) + 1, 1, 1, 9223372036854775807, 'C' FROM change | ALTERED | 5
            INSERT INTO change SELECT MAX(entry) + 1, 1, -9223372036854775808, 9223372036854775807, 'C' FROM change | ALTERED | 5
            INSERT INTO change SELECT MAX(entry) + X, 1, X * 4294967296, (X + 1) * 4294967296, 'D' FROM change, SYSTEM_RANGE(1, 1000) GROUP BY X | ALTERED | 5
            INSERT INTO change SELECT MAX(entry) + 1, 9999, 1, 1, 'C' FROM change   | ALTERED | 5
            """)
    void anEditIsFoundAndItsRevisionNamed(String statement, String kind, long revision)
            throws SQLException, IOException {
        edit(statement.strip());
        Verification verification = verify(Optional.empty());
        if ("NONE".equals(kind)) {
            assertEquals(List.of(), verification.problems());
        } else {
            Verification.Problem first = verification.first().orElseThrow();
            assertEquals(kind + " " + revision, first.kind() + " " + first.revision(),
                    () -> verification.problems().toString());
            assertTrue(first.message().endsWith("."), first.message());
        }
    }

    @Test
    void verifyingTellsHowFarItIsAndCanBeCancelled() {
        NullProgressMonitor monitor = new NullProgressMonitor();
        int[] progress = new int[2];
        IProgressMonitor told = new ProgressMonitorWrapper(monitor) {
            @Override
            public void beginTask(String name, int total) {
                progress[1] = total;
            }

            @Override
            public void worked(int work) {
                progress[0] += work;
            }
        };
        RiskRegister large = Samples.register("RSK-9");
        for (int i = 1; i <= 3_000; i++) {
            large.getRisks().add(Samples.risk("R-" + i, "Outage"));
        }
        try (H2WorkspaceStore store = open()) {
            new Commits().create(large).to(store);
            Verification verification = store.verify(Optional.empty(), told);
            assertTrue(progress[0] >= 3 && progress[0] <= progress[1], progress[0] + " of " + progress[1]);
            monitor.setCanceled(true);
            assertThrows(OperationCanceledException.class, () -> store.verify(Optional.empty(), told));
            assertEquals(verification, store.verify(Optional.empty()));
        }
    }

    @Test
    void anUntouchedWorkspaceIsIntact() {
        Verification verification = verify(Optional.of(head));
        assertEquals(List.of(), verification.problems());
        assertTrue(verification.isIntact());
        assertEquals(5, verification.revisions());
        assertEquals(head, verification.head().orElseThrow().hash());
    }

    @Test
    void anAlteredRowWithAFittingChecksumIsFoundByTheChain() throws SQLException, IOException {
        try (Database database = new Database(folder.resolve("workspace.mv.db"), FileKey.NONE, false, false)) {
            StoredType type = new TypeCatalog(database).type(RiskPackage.Literals.RISK);
            Database.Session session = database.writer();
            StoredRow row;
            try (ResultSet result = session.statement("SELECT " + type.columns() + " FROM " + type.table())
                    .executeQuery()) {
                result.next();
                row = type.read(result);
            }
            row.cells()[type.field("title", FieldKind.TEXT).offset()] = "Nothing at all";
            StoredRow forged = row.withChecksum(new Checksums().of(row));
            PreparedStatement update = session.statement(type.updateSql());
            type.write(update, forged);
            update.setLong(type.columnCount() + 1, row.key());
            update.execute();
            session.connection().commit();
        }
        Verification.Problem first = verify(Optional.empty()).first().orElseThrow();
        assertEquals(Kind.ALTERED, first.kind());
        assertEquals(5, first.revision());
    }

    @Test
    void anUpdateThatIsToldAsDeletedAndCreatedIsFound() throws SQLException, IOException {
        edit("INSERT INTO deleted SELECT '" + outage.getId()
                + "', first_key, type FROM change WHERE kind = 'U' AND entry"
                + " < " + ChangeLog.firstEntry(3) + " AND type = (SELECT id FROM type WHERE name = 'Risk')",
                "INSERT INTO change SELECT entry + 5, type, first_key, last_key, 'D' FROM change WHERE kind = 'U' AND"
                        + " entry < " + ChangeLog.firstEntry(3)
                        + " AND type = (SELECT id FROM type WHERE name = 'Risk')",
                "UPDATE change SET kind = 'C' WHERE kind = 'U' AND entry < " + ChangeLog.firstEntry(3)
                        + " AND type = (SELECT id FROM type WHERE name = 'Risk')");
        Verification.Problem first = verify(Optional.empty()).first().orElseThrow();
        assertEquals(Kind.ALTERED, first.kind());
        assertEquals(2, first.revision());
    }

    @Test
    void historyRefusesAnEntryOfAKindThatNobodyWrites() throws SQLException, IOException {
        edit("UPDATE change SET kind = 'X' WHERE kind = 'U'");
        try (H2WorkspaceStore store = open()) {
            WorkspaceException refused = assertThrows(WorkspaceException.class,
                    () -> store.history(HistoryQuery.everything()));
            assertEquals(WorkspaceException.Kind.DAMAGED, refused.kind());
            assertTrue(refused.getMessage().contains("revision 3"), refused.getMessage());
        }
    }

    @Test
    void revisionsCutOffTogetherWithTheirRowsAreFoundAgainstAHeadNotedBefore() throws SQLException, IOException {
        // As if the last revision had never been: the rows it opened go, those it closed are present again.
        edit("DELETE FROM {Risk}",
                "INSERT INTO {Risk} SELECT " + columns() + " FROM {Risk:past} WHERE valid_to = 5",
                "DELETE FROM {Risk:past} WHERE valid_to = 5", "DELETE FROM revision WHERE number = 5",
                "DELETE FROM change WHERE entry >= " + ChangeLog.firstEntry(5), "DELETE FROM moved",
                "DELETE FROM deleted WHERE id = '" + outage.getId() + "'",
                "UPDATE root SET last_revision = 4 WHERE folded_key = 'RSK-1'",
                "UPDATE root SET last_revision = 1, next_element = 1, next_position = 1 WHERE folded_key = 'RSK-2'");
        assertEquals(List.of(), verify(Optional.empty()).problems());
        Verification against = verify(Optional.of(head));
        assertFalse(against.isIntact());
        assertEquals(List.of(Kind.CUT_OFF), against.problems().stream().map(Verification.Problem::kind).toList());
        assertTrue(against.problems().get(0).message().contains(head), against.problems().toString());
    }

    private String columns() throws SQLException, IOException {
        try (Database database = new Database(folder.resolve("workspace.mv.db"), FileKey.NONE, false, false)) {
            return new TypeCatalog(database).type(RiskPackage.Literals.RISK).columns().toUpperCase(Locale.ROOT);
        }
    }

    @Test
    void aClockThatWasSetBackIsAWarningAndTheOrderIsThatOfTheNumbers() {
        Clock clock = Clock.fixed(Instant.now().minus(Duration.ofDays(365)), ZoneOffset.UTC);
        try (H2WorkspaceStore store = (H2WorkspaceStore) new H2StoreProvider(clock).open(folder,
                OpenMode.READ_WRITE)) {
            register.setTitle("a year ago");
            new Commits().update(register, ModelPackage.Literals.SUBJECT__TITLE).to(store);
            assertEquals(6, store.head().orElseThrow().number());
            assertEquals(6, store.revisions(1).get(0).number());
            Verification verification = store.verify(Optional.empty());
            assertTrue(verification.isIntact());
            assertEquals(List.of(Kind.CLOCK_SET_BACK),
                    verification.problems().stream().map(Verification.Problem::kind).toList());
            assertEquals(6, verification.problems().get(0).revision());
        }
    }
}
