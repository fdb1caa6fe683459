package org.chartroom.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import org.chartroom.core.internal.workspace.DefaultWorkspaces;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.HistoryQuery;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.SessionListener;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.Link;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.Person;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskAction;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.eclipse.emf.common.command.AbstractCommand;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.command.MoveCommand;
import org.eclipse.emf.edit.command.RemoveCommand;
import org.eclipse.emf.edit.command.SetCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions of the core on the real store. */
class EditSessionTest {
    @TempDir
    Path folder;

    private Workspace workspace;
    private EditSession session;
    private RiskRegister register;

    @BeforeEach
    void workspaceWithOneRegisterOfThreeRisks() {
        workspace = open(OpenMode.CREATE);
        session = workspace.openSession();
        register = session.create(RiskPackage.Literals.RISK_REGISTER, "RSK", "Move");
        for (String title : List.of("Fire", "Flood", "Theft")) {
            register.getRisks().add(risk(title));
        }
        session.commit("first");
    }

    @AfterEach
    void close() {
        session.close();
        workspace.close();
    }

    @Test
    void newArtifactGetsTheNextKeyOfItsPrefix() {
        RiskRegister second = session.create(RiskPackage.Literals.RISK_REGISTER, "RSK", "Second");

        assertEquals("RSK-001", register.getKey());
        assertEquals("RSK-002", second.getKey());
    }

    @Test
    void changedFieldIsThereAfterReopening() {
        execute(set(register.getRisks().get(1), RiskPackage.Literals.RISK__CATEGORY, "Site"));
        session.commit("");

        assertEquals("Site", reopened().getRisks().get(1).getCategory());
    }

    @Test
    void orderIsThereAfterReopening() {
        execute(MoveCommand.create(session.editingDomain(), register, RiskPackage.Literals.RISK_REGISTER__RISKS,
                register.getRisks().get(2), 0));
        session.commit("");

        assertEquals(List.of("Theft", "Fire", "Flood"), titles(reopened()));
    }

    @Test
    void addedAndRemovedRisksAreThereAndGoneAfterReopening() {
        execute(AddCommand.create(session.editingDomain(), register, RiskPackage.Literals.RISK_REGISTER__RISKS,
                risk("Strike"), 1));
        execute(RemoveCommand.create(session.editingDomain(), register, RiskPackage.Literals.RISK_REGISTER__RISKS,
                register.getRisks().get(0)));
        session.commit("");

        assertEquals(List.of("Strike", "Flood", "Theft"), titles(reopened()));
    }

    @Test
    void severalAddedInTheMiddleAreTakenOutAgainByUndo() {
        execute(AddCommand.create(session.editingDomain(), register, RiskPackage.Literals.RISK_REGISTER__RISKS,
                List.of(risk("Strike"), risk("Storm")), 1));
        session.editingDomain().getCommandStack().undo();

        assertEquals(List.of("Fire", "Flood", "Theft"), titles(register));
        assertFalse(session.isDirty());
    }

    @Test
    void severalAddedInTheMiddleBesideOneTakenOutAreThereAfterReopening() {
        execute(AddCommand.create(session.editingDomain(), register, RiskPackage.Literals.RISK_REGISTER__RISKS,
                List.of(risk("Strike"), risk("Storm")), 1));
        execute(RemoveCommand.create(session.editingDomain(), register, RiskPackage.Literals.RISK_REGISTER__RISKS,
                register.getRisks().get(3)));
        session.commit("");

        assertEquals(List.of("Fire", "Strike", "Storm", "Theft"), titles(reopened()));
    }

    @Test
    void actionAddedToARiskThatCameFromAnotherRegisterIsTheLastOne() {
        Risk moved = register.getRisks().get(0);
        for (String description : List.of("one", "two", "three")) {
            moved.getActions().add(action(description));
            session.commit("");
        }
        RiskRegister other = session.create(RiskPackage.Literals.RISK_REGISTER, "RSK", "Other");
        session.commit("");
        other.getRisks().add(moved);
        session.commit("");
        moved.getActions().add(action("four"));
        session.commit("");
        register = other;

        assertEquals(List.of("one", "two", "three", "four"),
                reopened().getRisks().get(0).getActions().stream().map(RiskAction::getDescription).toList());
    }

    @Test
    void linkToAnotherArtifactResolvesAfterReopening() {
        RiskRegister other = session.create(RiskPackage.Literals.RISK_REGISTER, "RSK", "Other");
        other.getRisks().add(risk("Cause"));
        Link link = ModelFactory.eINSTANCE.createLink();
        link.setId(UUID.randomUUID().toString());
        link.setTarget(other.getRisks().get(0));
        register.getRisks().get(0).getLinks().add(link);
        session.commit("");

        assertEquals("Cause", reopened().getRisks().get(0).getLinks().get(0).getTarget().getTitle());
    }

    @Test
    void personOfTheDirectoryIsTheOwnerAfterReopening() {
        Person ada = ModelFactory.eINSTANCE.createPerson();
        ada.setId(UUID.randomUUID().toString());
        ada.setName("Ada Byron");
        execute(AddCommand.create(session.editingDomain(), session.directory(),
                ModelPackage.Literals.DIRECTORY__PEOPLE, ada));
        execute(set(register.getRisks().get(0), RiskPackage.Literals.RISK__OWNER, ada));
        session.commit("");

        assertEquals("Ada Byron", reopened().getRisks().get(0).getOwner().getName());
    }

    @Test
    void sessionIsDirtyUntilCommitted() {
        assertFalse(session.isDirty());
        execute(set(register, ModelPackage.Literals.ARTIFACT__SUMMARY, "text"));
        assertTrue(session.isDirty());

        session.commit("");

        assertFalse(session.isDirty());
    }

    @Test
    void editThatWasUndoneLeavesNothingToCommit() {
        Revision before = workspace.head().orElseThrow();
        execute(set(register, ModelPackage.Literals.ARTIFACT__SUMMARY, "text"));
        session.editingDomain().getCommandStack().undo();

        assertFalse(session.isDirty());
        assertEquals(before, session.commit(""));
    }

    @Test
    void undoAfterSavingIsAChangeAgain() {
        execute(set(register, ModelPackage.Literals.ARTIFACT__SUMMARY, "text"));
        session.commit("");
        session.editingDomain().getCommandStack().undo();

        assertTrue(session.isDirty());
    }

    @Test
    void historySaysWhoChangedWhatAndWhy() {
        execute(set(register.getRisks().get(0), RiskPackage.Literals.RISK__CATEGORY, "Site"));
        session.commit("moved");

        var change = workspace.history(HistoryQuery.ofElement(register.getRisks().get(0).getId())).get(0);

        assertEquals("tester", change.revision().author());
        assertEquals("moved", change.revision().reason());
        assertEquals("category", change.feature());
        assertEquals("Site", change.newValue());
    }

    @Test
    void deletedArtifactIsGone() {
        session.delete(register);
        session.commit("");

        assertEquals(List.of(), workspace.artifacts());
    }

    @Test
    void changesOfTwoSessionsInOtherFieldsAreMerged() {
        try (EditSession other = workspace.openSession()) {
            RiskRegister same = (RiskRegister) other.artifact(register.getId()).orElseThrow();
            same.getRisks().get(0).setCategory("Site");
            execute(set(register.getRisks().get(0), RiskPackage.Literals.RISK__CAUSE, "Spark"));
            other.commit("");
            session.commit("");
        }
        RiskRegister merged = reopened();

        assertEquals("Site", merged.getRisks().get(0).getCategory());
        assertEquals("Spark", merged.getRisks().get(0).getCause());
    }

    @Test
    void changesOfTwoSessionsInOneFieldAreAConflictAndNothingIsLost() {
        try (EditSession other = workspace.openSession()) {
            RiskRegister same = (RiskRegister) other.artifact(register.getId()).orElseThrow();
            same.getRisks().get(0).setCategory("Site");
            execute(set(register.getRisks().get(0), RiskPackage.Literals.RISK__CATEGORY, "House"));
            other.commit("");
        }

        WorkspaceException e = assertThrows(WorkspaceException.class, () -> session.commit(""));
        assertEquals(WorkspaceException.Kind.CONFLICT, e.kind());
        assertEquals("House", register.getRisks().get(0).getCategory());
        assertTrue(session.isDirty());
    }

    @Test
    void cleanSessionTakesOverWhatAnotherCommitted() {
        List<String> refreshed = new java.util.ArrayList<>();
        session.addListener(new SessionListener() {
            @Override
            public void refreshed(java.util.Set<String> rootIds) {
                refreshed.addAll(rootIds);
            }
        });
        try (EditSession other = workspace.openSession()) {
            ((RiskRegister) other.artifact(register.getId()).orElseThrow()).setSummary("new");
            other.commit("");
        }
        session.refresh();

        assertEquals(List.of(register.getId()), refreshed);
        assertEquals("new", session.artifact(register.getId()).orElseThrow().getSummary());
    }

    @Test
    void undoOutlivesWhatAnotherCommittedToAnotherArtifact() {
        RiskRegister other = session.create(RiskPackage.Literals.RISK_REGISTER, "RSK", "Other");
        session.commit("");
        execute(set(register.getRisks().get(0), RiskPackage.Literals.RISK__CATEGORY, "Site"));
        session.commit("");
        commitElsewhere(other, "new");

        session.refresh();
        session.editingDomain().getCommandStack().undo();
        session.commit("");

        assertEquals(null, reopened().getRisks().get(0).getCategory());
        assertEquals("new", ((RiskRegister) session.artifact(other.getId()).orElseThrow()).getSummary());
    }

    @Test
    void redoneReferenceLeadsToWhatAnotherCommittedMeanwhile() {
        try (EditSession other = workspace.openSession()) {
            Person ada = ModelFactory.eINSTANCE.createPerson();
            ada.setId(UUID.randomUUID().toString());
            ada.setName("Ada");
            other.directory().getPeople().add(ada);
            other.commit("");
        }
        execute(set(register.getRisks().get(0), RiskPackage.Literals.RISK__OWNER,
                session.directory().getPeople().get(0)));
        session.editingDomain().getCommandStack().undo();
        try (EditSession other = workspace.openSession()) {
            other.directory().getPeople().get(0).setName("Ada King");
            other.commit("");
        }

        session.refresh();
        session.editingDomain().getCommandStack().redo();
        session.commit("");

        assertEquals("Ada King", reopened().getRisks().get(0).getOwner().getName());
    }

    @Test
    void undoStartsAfreshWhenAnotherCommittedToTheSameArtifact() {
        execute(set(register.getRisks().get(0), RiskPackage.Literals.RISK__CATEGORY, "Site"));
        session.commit("");
        commitElsewhere(register, "new");

        session.refresh();

        assertFalse(session.editingDomain().getCommandStack().canUndo());
    }

    private void commitElsewhere(RiskRegister changed, String summary) {
        try (EditSession other = workspace.openSession()) {
            ((RiskRegister) other.artifact(changed.getId()).orElseThrow()).setSummary(summary);
            other.commit("");
        }
    }

    @Test
    void readOnlyWorkspaceCanBeReadButNotCommitted() {
        try (Workspace reader = open(OpenMode.READ_ONLY); EditSession reading = reader.openSession()) {
            RiskRegister read = (RiskRegister) reading.artifact(register.getId()).orElseThrow();
            read.setSummary("no");

            WorkspaceException e = assertThrows(WorkspaceException.class, () -> reading.commit(""));
            assertEquals(WorkspaceException.Kind.READ_ONLY, e.kind());
        }
    }

    private Workspace open(OpenMode mode) {
        return new DefaultWorkspaces(new H2StoreProvider()).open(folder, mode, "tester");
    }

    private RiskRegister reopened() {
        String id = register.getId();
        close();
        workspace = open(OpenMode.READ_WRITE);
        session = workspace.openSession();
        register = (RiskRegister) session.artifact(id).orElseThrow();
        return register;
    }

    private void execute(Command command) {
        session.editingDomain().getCommandStack().execute(command);
    }

    private Command set(EObject owner, EStructuralFeature feature, Object value) {
        return SetCommand.create(session.editingDomain(), owner, feature, value);
    }

    private static List<String> titles(RiskRegister register) {
        return register.getRisks().stream().map(Risk::getTitle).toList();
    }

    private static RiskAction action(String description) {
        RiskAction action = RiskFactory.eINSTANCE.createRiskAction();
        action.setId(UUID.randomUUID().toString());
        action.setDescription(description);
        return action;
    }

    private static Risk risk(String title) {
        Risk risk = RiskFactory.eINSTANCE.createRisk();
        risk.setId(UUID.randomUUID().toString());
        risk.setTitle(title);
        return risk;
    }

    @Test
    void whatACommandFailsWithReachesWhoeverExecutesIt() {
        Command failing = new AbstractCommand() {
            @Override
            protected boolean prepare() {
                return true;
            }

            @Override
            public void execute() {
                throw new IllegalStateException("on purpose");
            }

            @Override
            public void redo() {
                execute();
            }
        };
        assertEquals("on purpose", assertThrows(IllegalStateException.class,
                () -> session.editingDomain().getCommandStack().execute(failing)).getMessage());
        assertFalse(session.editingDomain().getCommandStack().canUndo());
        session.editingDomain().getCommandStack().execute(SetCommand.create(session.editingDomain(), register,
                ModelPackage.Literals.SUBJECT__TITLE, "After it"));
        assertEquals("After it", register.getTitle());
    }
}
