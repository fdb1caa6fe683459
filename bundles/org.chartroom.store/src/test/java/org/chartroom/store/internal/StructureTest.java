package org.chartroom.store.internal;

import org.chartroom.testkit.store.Samples;
import org.chartroom.testkit.store.Commits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Verification;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.store.internal.file.Catalogue;
import org.chartroom.store.internal.file.CatalogueReader;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.Page;
import org.h2.mvstore.tx.TransactionMap;
import org.h2.result.SearchRow;
import org.h2.value.Value;
import org.h2.value.ValueNull;
import org.chartroom.store.internal.file.FileKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits below the database: rows stay where they are, and a search does not find them, or finds others. */
class StructureTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void commit() {
        file = folder.resolve("workspace.mv.db");
        RiskRegister register = Samples.register("RSK-1");
        for (int i = 0; i < 600; i++) {
            register.getRisks().add(Samples.risk("R-" + i, "Risk " + i));
        }
        register.getTags().add("one");
        register.getTags().add("two");
        try (H2WorkspaceStore store = open()) {
            new Commits().create(register).to(store);
            new Commits().create(Samples.register("RSK-2")).to(store);
        }
    }

    private H2WorkspaceStore open() {
        return (H2WorkspaceStore) new H2StoreProvider().open(folder, OpenMode.CREATE);
    }

    private int map(String name) {
        Catalogue catalogue = CatalogueReader.read(file, FileKey.NONE);
        return catalogue.tables().containsKey(name)
                ? catalogue.tables().get(name).id()
                : catalogue.indexes().stream().filter(index -> index.name().equals(name)).findFirst().orElseThrow()
                        .id();
    }

    private int indexOf(String table, String column) {
        return CatalogueReader.read(file, FileKey.NONE).indexes().stream()
                .filter(index -> index.table().equals(table) && index.columns().equals(List.of(column)))
                .findFirst().orElseThrow().id();
    }

    private void assertTold(String what) {
        try (H2WorkspaceStore store = open()) {
            Verification verification = store.verify(Optional.empty());
            assertTrue(verification.problems().stream().anyMatch(problem -> problem.message().contains(what)),
                    verification.problems().toString());
        }
    }

    private interface Edit {
        void in(TransactionMap<SearchRow, Value> index, SearchRow first, SearchRow second);
    }

    private void editIndex(int id, Edit edit) {
        HostileFiles.forge(file, (store, transactions) -> {
            var transaction = transactions.begin();
            TransactionMap<SearchRow, Value> index = transaction.openMap("index." + id);
            SearchRow first = index.firstKey();
            edit.in(index, first, index.higherKey(first));
            transaction.commit();
        });
    }

    @Test
    void anArtifactThatIsTakenOutOfTheIndexOfRootsOnlyIsFound() {
        editIndex(indexOf("ROOT", "ID"), (index, first, second) -> index.remove(first));
        assertTold("The index ");
    }

    @Test
    void twoArtifactsThatAreExchangedInTheIndexAreFound() {
        editIndex(indexOf("ROOT", "ID"), (index, first, second) -> {
            index.remove(first);
            index.remove(second);
            long key = first.getKey();
            first.setKey(second.getKey());
            second.setKey(key);
            index.put(first, ValueNull.INSTANCE);
            index.put(second, ValueNull.INSTANCE);
        });
        assertTold("The index ");
    }

    @Test
    void anElementThatIsTakenOutOfTheIndexOfIdsIsFound() {
        editIndex(map("T2_RISK_ID"), (index, first, second) -> index.remove(first));
        assertTold("T2_RISK_ID");
    }

    @Test
    void aValueOfAListThatIsTakenOutOfTheIndexOnlyIsFound() {
        int id = CatalogueReader.read(file, FileKey.NONE).indexes().stream()
                .filter(index -> index.table().equals("LINK"))
                .findFirst().orElseThrow().id();
        editIndex(id, (index, first, second) -> index.remove(first));
        assertTold("The index ");
    }

    /** The pages of a table hold all rows; a key above them that is altered leads past some. */
    @Test
    void rowsThatNoSearchLeadsToAreFound() {
        int id = map("T2_RISK");
        HostileFiles.forge(file, (store, transactions) -> {
            var transaction = transactions.begin();
            transaction.openMap("table." + id);
            transaction.commit();
            MVMap<Object, Object> rows = store.openMap("table." + id, new MVMap.Builder<>());
            Page<Object, Object> top = rows.getRootPage();
            assertFalse(top.isLeaf());
            Object least = top.getKey(0);
            Page<Object, Object> altered = top.copy();
            altered.setKey(0, (Long) least - 100);
            assertTrue(HostileFiles.replaceRoot(rows, altered));
        });
        assertTold("T2_RISK");
    }

    @Test
    void anUntouchedWorkspaceIsInOrder() {
        try (H2WorkspaceStore store = open()) {
            assertEquals(List.of(), store.verify(Optional.empty()).problems());
        }
    }
}
