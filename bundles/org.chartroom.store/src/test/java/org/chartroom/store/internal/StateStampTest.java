package org.chartroom.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;

import org.chartroom.core.internal.workspace.DefaultWorkspaces;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.StateStamp;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.eclipse.emf.edit.command.SetCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is handed out says which state of the workspace it shows. */
class StateStampTest {
    @TempDir
    Path folder;

    private Workspace workspace;
    private EditSession session;
    private RiskRegister register;

    @BeforeEach
    void workspaceWithARegisterThatIsNotSaved() {
        workspace = new DefaultWorkspaces(new H2StoreProvider()).open(folder, OpenMode.CREATE, "Ada");
        session = workspace.openSession();
        register = session.create(RiskPackage.Literals.RISK_REGISTER, "RSK", "Move");
    }

    @AfterEach
    void close() {
        session.close();
        workspace.close();
    }

    private void retitle(EditSession where, String title) {
        RiskRegister there = (RiskRegister) where.artifact(register.getId()).orElseThrow();
        where.editingDomain().getCommandStack().execute(SetCommand.create(where.editingDomain(), there,
                ModelPackage.Literals.SUBJECT__TITLE, title));
    }

    private StateStamp saved(Revision revision) {
        return new StateStamp(Optional.of(workspace.id()), revision.number(), revision.hash(), false);
    }

    @Test
    void whatWasNeverCommittedIsSaidToBeUnsaved() {
        assertTrue(StateStamp.of(register).orElseThrow().unsaved());
    }

    @Test
    void afterACommitItNamesTheRevision() {
        assertEquals(Optional.of(saved(session.commit(""))), StateStamp.of(register));
    }

    @Test
    void unsavedChangesAreSaid() {
        session.commit("");
        retitle(session, "Other");
        assertTrue(StateStamp.of(register).orElseThrow().unsaved());
    }

    @Test
    void unsavedChangesAreSaidOfACopyToo() {
        session.commit("");
        retitle(session, "Other");
        try (EditSession copy = session.copy()) {
            assertTrue(StateStamp.of(copy).unsaved());
        }
    }

    @Test
    void aSessionThatIsBehindNamesWhatItShows() {
        Revision first = session.commit("");
        retitle(session, "Mine");
        try (EditSession other = workspace.openSession()) {
            retitle(other, "Theirs");
            other.commit("");
        }
        StateStamp state = StateStamp.of(register).orElseThrow();
        assertEquals(first.number(), state.revision());
        assertEquals(first.hash(), state.headHash());
    }

    @Test
    void aStateOfThePastNamesItsRevision() {
        Revision first = session.commit("");
        retitle(session, "Other");
        session.commit("");
        try (EditSession past = workspace.openSession(workspace.state(String.valueOf(first.number())))) {
            assertEquals(saved(first), StateStamp.of(past));
        }
    }

    @Test
    void whatIsInNoSessionHasNoState() {
        assertEquals(Optional.empty(), StateStamp.of(RiskFactory.eINSTANCE.createRiskRegister()));
    }
}
