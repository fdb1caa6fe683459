package org.chartroom.store.internal;

import org.chartroom.testkit.store.Dump;
import org.chartroom.testkit.store.Samples;
import org.chartroom.testkit.store.Commits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.WorkspaceException.Kind;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two sessions over one base: Ada commits first, Bob second. */
class MergeTest {
    @TempDir
    Path folder;

    private H2WorkspaceStore store;
    private RiskRegister ada;
    private RiskRegister bob;

    @BeforeEach
    void create() {
        store = (H2WorkspaceStore) new H2StoreProvider().open(folder, OpenMode.CREATE);
        RiskRegister register = Samples.register("RSK-1", Samples.risk("R-1", "Outage"), Samples.risk("R-2", "Fire"));
        new Commits().create(register).to(store);
        ada = reload();
        bob = reload();
    }

    private RiskRegister reload() {
        return (RiskRegister) store.load(store.artifacts().get(0).id()).orElseThrow();
    }

    @AfterEach
    void close() {
        Verified.clean(store);
        store.close();
    }

    private static Commits byBob() {
        return new Commits().by("Bob").basedOn(1);
    }

    private void conflict(Commits commits, String... parts) {
        long head = store.head().orElseThrow().number();
        String before = Dump.of(reload());
        WorkspaceException conflict = assertThrows(WorkspaceException.class, () -> commits.to(store));
        assertEquals(Kind.CONFLICT, conflict.kind());
        for (String part : parts) {
            assertTrue(conflict.getMessage().contains(part), conflict.getMessage());
        }
        assertEquals(head, store.head().orElseThrow().number());
        assertEquals(before, Dump.of(reload()));
    }

    @Test
    void changesOfDifferentFieldsAreMerged() {
        ada.getRisks().get(0).setTitle("Ada's title");
        new Commits().update(ada.getRisks().get(0), ModelPackage.Literals.SUBJECT__TITLE).to(store);
        bob.getRisks().get(0).setCause("Bob's cause");
        byBob().update(bob.getRisks().get(0), RiskPackage.Literals.RISK__CAUSE).to(store);
        Risk merged = reload().getRisks().get(0);
        assertEquals("Ada's title", merged.getTitle());
        assertEquals("Bob's cause", merged.getCause());
    }

    @Test
    void changesOfTheSameFieldAreAConflictThatNamesElementFieldRevisionAndAuthor() {
        ada.getRisks().get(0).setTitle("Ada's title");
        new Commits().update(ada.getRisks().get(0), ModelPackage.Literals.SUBJECT__TITLE).to(store);
        ada.getRisks().get(0).setCause("a later revision of another field");
        new Commits().by("Eve").update(ada.getRisks().get(0), RiskPackage.Literals.RISK__CAUSE).to(store);
        bob.getRisks().get(0).setTitle("Bob's title");
        conflict(byBob().update(bob.getRisks().get(0), ModelPackage.Literals.SUBJECT__TITLE), "R-1", "title",
                "revision 2", "Ada");
    }

    @Test
    void theSameChangeTwiceIsNoConflict() {
        for (RiskRegister register : List.of(ada, bob)) {
            register.getRisks().get(0).setTitle("both");
            new Commits().basedOn(1).update(register.getRisks().get(0), ModelPackage.Literals.SUBJECT__TITLE)
                    .to(store);
        }
        assertEquals("both", reload().getRisks().get(0).getTitle());
    }

    @Test
    void listsOfValuesConflictAsWhole() {
        ada.getTags().add("ada");
        new Commits().update(ada, ModelPackage.Literals.ARTIFACT__TAGS).to(store);
        bob.getTags().add("bob");
        conflict(byBob().update(bob, ModelPackage.Literals.ARTIFACT__TAGS), "tags", "revision 2", "Ada");
    }

    @Test
    void additionsToOneListAreMerged() {
        ada.getRisks().add(0, Samples.risk("R-3", "Ada's"));
        new Commits().create(ada.getRisks().get(0)).order(ada, RiskPackage.Literals.RISK_REGISTER__RISKS).to(store);
        bob.getRisks().add(Samples.risk("R-4", "Bob's"));
        byBob().create(bob.getRisks().get(2)).appended(bob, RiskPackage.Literals.RISK_REGISTER__RISKS).to(store);
        assertEquals(List.of("R-3", "R-1", "R-2", "R-4"), reload().getRisks().stream().map(Risk::getKey).toList());
    }

    @Test
    void aChangeOfWhatIsDeletedIsAConflict() {
        new Commits().delete(ada.getRisks().remove(0)).order(ada, RiskPackage.Literals.RISK_REGISTER__RISKS).to(store);
        bob.getRisks().get(0).setTitle("too late");
        conflict(byBob().update(bob.getRisks().get(0), ModelPackage.Literals.SUBJECT__TITLE), "R-1", "deleted");
        bob.getRisks().get(0).getActions().add(Samples.action("too late"));
        conflict(byBob().create(bob.getRisks().get(0).getActions().get(0)), "R-1", "deleted");
    }

    @Test
    void theDeletionOfWhatWasChangedOrFilledIsAConflict() {
        ada.getRisks().get(0).setTitle("still needed");
        ada.getRisks().get(1).getActions().add(Samples.action("new"));
        new Commits().update(ada.getRisks().get(0), ModelPackage.Literals.SUBJECT__TITLE)
                .create(ada.getRisks().get(1).getActions().get(0)).to(store);
        conflict(byBob().delete(bob.getRisks().get(0)), "R-1", "revision 2", "Ada");
        conflict(byBob().delete(bob.getRisks().get(1)), "R-2", "revision 2", "Ada");
    }

    @Test
    void theDeletionOfWhatWasFilledIsAConflictInEveryRegisterThatIsDeletedFrom() {
        RiskRegister other = Samples.register("RSK-2", Samples.risk("R-9", "Theft"));
        new Commits().create(other).to(store);
        long base = store.head().orElseThrow().number();
        RiskRegister adas = (RiskRegister) store.load(other.getId()).orElseThrow();
        adas.getRisks().get(0).getActions().add(Samples.action("new"));
        new Commits().create(adas.getRisks().get(0).getActions().get(0)).to(store);
        // Whichever register comes first.
        for (List<Risk> deleted : List.of(List.of(bob.getRisks().get(0), other.getRisks().get(0)),
                List.of(other.getRisks().get(0), bob.getRisks().get(0)))) {
            conflict(byBob().basedOn(base).delete(deleted.get(0)).delete(deleted.get(1)), "R-9", "revision 3", "Ada");
        }
    }

    @Test
    void whatBothDeleteIsGone() {
        new Commits().delete(ada.getRisks().remove(0)).order(ada, RiskPackage.Literals.RISK_REGISTER__RISKS).to(store);
        byBob().delete(bob.getRisks().remove(0)).order(bob, RiskPackage.Literals.RISK_REGISTER__RISKS).to(store);
        assertEquals(1, reload().getRisks().size());
    }
}
