package org.chartroom.store.internal;

import org.chartroom.testkit.store.Samples;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.chartroom.core.internal.workspace.DefaultWorkspaces;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.SaveConflict;
import org.chartroom.core.workspace.SaveConflict.Kind;
import org.chartroom.core.workspace.SessionListener;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.LinkType;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.Person;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.command.SetCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ada saves first, Bob has a conflict then and solves it. */
class SaveConflictTest {
    private static final List<EAttribute> FIELDS = List.of(ModelPackage.Literals.SUBJECT__TITLE,
            RiskPackage.Literals.RISK__CAUSE, RiskPackage.Literals.RISK__EVENT, RiskPackage.Literals.RISK__CATEGORY);

    @TempDir
    Path folder;

    private Workspace workspace;
    private String id;
    private EditSession ada;
    private EditSession bob;

    @BeforeEach
    void twoSessionsOverOneRegister() {
        workspace = new DefaultWorkspaces(new H2StoreProvider()).open(folder, OpenMode.CREATE, "Ada");
        RiskRegister register = Samples.register("RSK-001", Samples.risk("R-1", "Fire"), Samples.risk("R-2", "Flood"),
                Samples.risk("R-3", "Theft"));
        register.getRisks().get(0).getActions().add(Samples.action("Buy hoses"));
        id = register.getId();
        try (EditSession session = workspace.openSession()) {
            session.add(register);
            session.commit("first");
        }
        ada = workspace.openSession();
        bob = workspace.openSession();
        register(ada);
        register(bob);
    }

    @AfterEach
    void close() {
        assertEquals(List.of(), workspace.verify(Optional.empty(), new NullProgressMonitor()).problems());
        ada.close();
        bob.close();
        workspace.close();
    }

    private RiskRegister register(EditSession session) {
        return (RiskRegister) session.artifact(id).orElseThrow();
    }

    private Risk risk(EditSession session, int index) {
        return register(session).getRisks().get(index);
    }

    private List<String> titles(EditSession session) {
        return register(session).getRisks().stream().map(Risk::getTitle).toList();
    }

    private SaveConflict onlyConflict() {
        assertEquals(WorkspaceException.Kind.CONFLICT,
                assertThrows(WorkspaceException.class, () -> bob.commit("")).kind());
        List<SaveConflict> conflicts = bob.conflicts();
        assertEquals(1, conflicts.size(), conflicts.toString());
        return conflicts.get(0);
    }

    @Test
    void aConflictNamesTheFieldBothValuesAndWhoSavedWhen() {
        risk(ada, 0).setTitle("Ada's");
        long revision = ada.commit("").number();
        risk(bob, 0).setTitle("Bob's");
        risk(bob, 0).setCause("a spark");

        SaveConflict conflict = onlyConflict();

        assertEquals(Kind.FIELD, conflict.kind());
        assertEquals("R-1 Ada's", conflict.element());
        assertEquals("title", conflict.feature());
        assertEquals("Title", conflict.field());
        assertEquals("Bob's", conflict.mine());
        assertEquals("Ada's", conflict.theirs());
        assertEquals(revision, conflict.revision().orElseThrow().number());
        assertEquals("Ada", conflict.revision().orElseThrow().author());
    }

    @Test
    void mineIsKeptWithAllThatIsNoConflict() {
        risk(ada, 0).setTitle("Ada's");
        risk(ada, 1).setCause("Ada's cause");
        ada.commit("");
        risk(bob, 0).setTitle("Bob's");
        risk(bob, 2).setCause("Bob's cause");
        onlyConflict();

        bob.rebase(List.of());
        bob.commit("");

        ada.refresh();
        assertEquals("Bob's", risk(ada, 0).getTitle());
        assertEquals("Ada's cause", risk(ada, 1).getCause());
        assertEquals("Bob's cause", risk(ada, 2).getCause());
    }

    @Test
    void theirsIsTakenAndWhatIsNoConflictIsKept() {
        risk(ada, 0).setTitle("Ada's");
        ada.commit("");
        risk(bob, 0).setTitle("Bob's");
        risk(bob, 0).setCause("Bob's cause");

        bob.rebase(List.of(onlyConflict()));

        assertEquals("Ada's", risk(bob, 0).getTitle());
        assertTrue(bob.isDirty());
        bob.commit("");
        ada.refresh();
        assertEquals("Ada's", risk(ada, 0).getTitle());
        assertEquals("Bob's cause", risk(ada, 0).getCause());
    }

    @Test
    void whereOnlyTheirsIsTakenNothingIsLeftToSave() {
        risk(ada, 0).setTitle("Ada's");
        ada.commit("");
        risk(bob, 0).setTitle("Bob's");

        bob.rebase(List.of(onlyConflict()));

        assertFalse(bob.isDirty());
        assertEquals("Ada's", risk(bob, 0).getTitle());
    }

    @Test
    void whatIsKeptIsTakenBackByOneUndo() {
        risk(ada, 0).setTitle("Ada's");
        ada.commit("");
        risk(bob, 0).setTitle("Bob's");
        risk(bob, 1).setTitle("Bob's too");
        bob.rebase(List.of());

        bob.editingDomain().getCommandStack().undo();

        assertFalse(bob.isDirty());
        assertEquals(List.of("Ada's", "Flood", "Theft"), titles(bob));
    }

    @Test
    void listenersSeeTheNewestStateWithWhatIsKept() {
        List<String> seen = new ArrayList<>();
        bob.addListener(new SessionListener() {
            @Override
            public void refreshed(Set<String> rootIds) {
                seen.addAll(rootIds.contains(id) ? titles(bob) : List.of());
            }
        });
        risk(ada, 0).setTitle("Ada's");
        ada.commit("");
        risk(bob, 1).setTitle("Bob's");

        bob.rebase(List.of());

        assertEquals(List.of("Ada's", "Bob's", "Theft"), seen);
    }

    @Test
    void whatOthersDeletedAndWasChangedHereIsRestoredOrGivenUp() {
        for (boolean mine : List.of(true, false)) {
            ada.refresh();
            bob.refresh();
            String gone = risk(ada, 0).getTitle();
            register(ada).getRisks().remove(0);
            ada.commit("");
            risk(bob, 0).setCause("Bob's cause, mine is kept: " + mine);

            SaveConflict conflict = onlyConflict();
            assertEquals(Kind.DELETED_BY_OTHERS, conflict.kind());
            bob.rebase(mine ? List.of() : List.of(conflict));
            bob.commit("");

            assertEquals(mine, titles(bob).contains(gone));
        }
    }

    @Test
    void whatIsDeletedHereAndWasFilledByOthersIsDeletedOrKept() {
        for (boolean mine : List.of(false, true)) {
            ada.refresh();
            bob.refresh();
            risk(ada, 0).getActions().add(Samples.action("Ada's action"));
            ada.commit("");
            String title = risk(bob, 0).getTitle();
            register(bob).getRisks().remove(0);

            SaveConflict conflict = onlyConflict();
            assertEquals(Kind.DELETED_HERE, conflict.kind());
            bob.rebase(mine ? List.of() : List.of(conflict));
            bob.commit("");

            assertEquals(!mine, titles(bob).contains(title));
        }
    }

    @Test
    void whatOthersSavedBeforeAnArtifactWasReadIsNoConflict() {
        try (EditSession late = workspace.openSession()) {
            risk(ada, 0).setTitle("Blaze");
            ada.commit("");
            risk(late, 0).setTitle("Big blaze");
            risk(late, 1).setTitle("Deluge");
            risk(ada, 1).setTitle("High water");
            ada.commit("");

            assertThrows(WorkspaceException.class, () -> late.commit(""));
            assertEquals(List.of("Deluge"), late.conflicts().stream().map(SaveConflict::mine).toList());
            late.rebase(late.conflicts());
            late.commit("");
        }
        ada.refresh();
        assertEquals(List.of("Big blaze", "High water", "Theft"), titles(ada));
    }

    @Test
    void whatBothAddedIsThere() {
        register(ada).getRisks().add(Samples.risk("R-4", "Ada's"));
        risk(ada, 0).setTitle("Ada's fire");
        ada.commit("");
        register(bob).getRisks().add(1, Samples.risk("R-5", "Bob's"));
        risk(bob, 0).setTitle("Bob's fire");
        bob.rebase(List.of(onlyConflict()));
        bob.commit("");

        assertEquals(Set.of("Ada's fire", "Bob's", "Flood", "Theft", "Ada's"), Set.copyOf(titles(bob)));
        assertEquals(1, titles(bob).indexOf("Bob's"));
    }

    @Test
    void entriesThatBothAddedToAListAreNoConflict() {
        register(ada).getTags().add("ada");
        ada.commit("");
        register(bob).getTags().add("bob");
        assertEquals(List.of(), bob.conflicts());

        bob.rebase(List.of());
        bob.commit("");

        assertEquals(Set.of("ada", "bob"), Set.copyOf(register(bob).getTags()));
    }

    @Test
    void whatWasDeletedHereAndIsReferredToByOthersIsDeletedOrKept() {
        for (boolean mine : List.of(false, true)) {
            ada.refresh();
            bob.refresh();
            risk(ada, 1).getLinks().add(Samples.link(risk(ada, 0), LinkType.CAUSES));
            ada.commit("");
            String title = risk(bob, 0).getTitle();
            register(bob).getRisks().remove(0);

            List<SaveConflict> conflicts = bob.conflicts();
            assertEquals(List.of(Kind.DELETED_HERE), conflicts.stream().map(SaveConflict::kind).toList());
            bob.rebase(mine ? List.of() : conflicts);
            bob.commit("");

            assertEquals(!mine, titles(bob).contains(title));
        }
    }

    @Test
    void whatIsKeptKeepsWhatItRefersTo() {
        risk(bob, 0).getLinks().add(Samples.link(risk(bob, 1), LinkType.CAUSES));
        bob.commit("");
        ada.refresh();
        register(ada).getRisks().remove(1);
        register(ada).getRisks().remove(0);
        ada.commit("");
        risk(bob, 0).setTitle("Bob's");

        List<SaveConflict> conflicts = bob.conflicts();
        assertEquals(List.of(Kind.DELETED_BY_OTHERS, Kind.DELETED_BY_OTHERS),
                conflicts.stream().map(SaveConflict::kind).toList());
        bob.rebase(List.of());
        bob.commit("");

        assertEquals(Set.of("Bob's", "Flood", "Theft"), Set.copyOf(titles(bob)));
        assertEquals("Flood",
                ((Risk) risk(bob, titles(bob).indexOf("Bob's")).getLinks().get(0).getTarget()).getTitle());
    }

    @Test
    void aNewArtifactAndANewPersonAreKept() {
        risk(ada, 0).setTitle("Ada's");
        ada.commit("");
        RiskRegister added = bob.create(RiskPackage.Literals.RISK_REGISTER, "RSK", "Bob's register");
        Person eve = Samples.person("Eve");
        bob.directory().getPeople().add(eve);
        risk(bob, 0).setOwner(eve);
        risk(bob, 0).setTitle("Bob's");

        bob.rebase(List.of(onlyConflict()));
        bob.commit("");

        assertEquals("Bob's register", bob.artifact(added.getId()).orElseThrow().getTitle());
        assertEquals("Eve", risk(bob, 0).getOwner().getName());
        assertEquals("Ada's", risk(bob, 0).getTitle());
    }

    @Test
    void whatRefersToWhatIsGoneIsNamedAndNothingIsLost() {
        Person eve = Samples.person("Eve");
        ada.directory().getPeople().add(eve);
        ada.commit("");
        bob.refresh();
        risk(bob, 0).setOwner(bob.directory().getPeople().get(0));
        risk(bob, 1).setTitle("Bob's");
        ada.directory().getPeople().clear();
        risk(ada, 1).setTitle("Ada's");
        ada.commit("");

        WorkspaceException refused = assertThrows(WorkspaceException.class, () -> bob.rebase(List.of()));

        assertEquals(WorkspaceException.Kind.INVALID, refused.kind());
        assertTrue(refused.getMessage().contains("R-1 Fire"), refused.getMessage());
        assertEquals("Bob's", risk(bob, 1).getTitle());
        assertTrue(bob.isDirty());
    }

    /** Each field has what Bob gave it, else what Ada gave it; where both did, what was chosen. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noFieldOfEitherIsLost(long seed) {
        Random random = new Random(seed);
        Map<String, String> adas = edit(ada, random, "a");
        ada.commit("");
        Map<String, String> bobs = edit(bob, random, "b");

        List<SaveConflict> conflicts = bob.conflicts();
        List<SaveConflict> givenUp = conflicts.stream().filter(conflict -> random.nextBoolean()).toList();
        bob.rebase(givenUp);
        bob.commit("");

        assertEquals(bobs.keySet().stream().filter(adas::containsKey).collect(Collectors.toSet()),
                conflicts.stream().map(conflict -> conflict.elementId() + "/" + conflict.feature())
                        .collect(Collectors.toSet()));
        Map<String, String> expected = new HashMap<>(adas);
        expected.putAll(bobs);
        givenUp.forEach(conflict -> expected.computeIfPresent(conflict.elementId() + "/" + conflict.feature(),
                (field, value) -> adas.get(field)));
        ada.refresh();
        Map<String, String> stored = new HashMap<>();
        for (Risk risk : register(ada).getRisks()) {
            FIELDS.forEach(field -> stored.put(risk.getId() + "/" + field.getName(), (String) risk.eGet(field)));
        }
        expected.forEach((field, value) -> assertEquals(value, stored.get(field), field));
    }

    private Map<String, String> edit(EditSession session, Random random, String word) {
        Map<String, String> edited = new HashMap<>();
        for (int i = 0; i < 6; i++) {
            Risk risk = risk(session, random.nextInt(3));
            EAttribute field = FIELDS.get(random.nextInt(FIELDS.size()));
            session.editingDomain().getCommandStack()
                    .execute(SetCommand.create(session.editingDomain(), risk, field, word + i));
            edited.put(EcoreUtil.getID(risk) + "/" + field.getName(), word + i);
        }
        return edited;
    }
}
