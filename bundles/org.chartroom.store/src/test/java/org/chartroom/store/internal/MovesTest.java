package org.chartroom.store.internal;

import org.chartroom.testkit.store.Samples;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.internal.workspace.DefaultWorkspaces;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.Artifact;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskAction;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What moves between artifacts while others change it. */
class MovesTest {
    @TempDir
    Path folder;

    private Workspace workspace;
    private String from;
    private String to;
    private String risk;

    @BeforeEach
    void aRegisterWithARiskAndAnEmptyOne() {
        workspace = new DefaultWorkspaces(new H2StoreProvider()).open(folder, OpenMode.CREATE, "tester");
        try (EditSession session = workspace.openSession()) {
            RiskRegister first = session.create(RiskPackage.Literals.RISK_REGISTER, "RSK", "First");
            Risk outage = Samples.risk("R-001", "Outage");
            first.getRisks().add(outage);
            to = session.create(RiskPackage.Literals.RISK_REGISTER, "RSK", "Second").getId();
            session.commit("");
            from = first.getId();
            risk = outage.getId();
        }
    }

    @AfterEach
    void close() {
        assertEquals(List.of(), workspace.verify(Optional.empty(), new NullProgressMonitor()).problems());
        workspace.close();
    }

    private static RiskRegister register(EditSession session, String id) {
        return (RiskRegister) session.artifact(id).orElseThrow();
    }

    private Risk risk(EditSession session, String register) {
        return register(session, register).getRisks().stream().filter(one -> one.getId().equals(risk)).findFirst()
                .orElseThrow();
    }

    private static RiskAction action(String description) {
        RiskAction action = RiskFactory.eINSTANCE.createRiskAction();
        action.setId(EcoreUtil.generateUUID());
        action.setDescription(description);
        return action;
    }

    private void moveElsewhere() {
        try (EditSession other = workspace.openSession()) {
            register(other, to).getRisks().add(risk(other, from));
            other.commit("");
        }
    }

    private void retitleElsewhere(String title) {
        try (EditSession other = workspace.openSession()) {
            risk(other, from).setTitle(title);
            other.commit("");
        }
    }

    @Test
    void whatComesIntoWhatSomebodyElseMovedGoesWithIt() {
        try (EditSession session = workspace.openSession()) {
            risk(session, from).getActions().add(action("Call the vendor"));
            moveElsewhere();
            session.commit("");
        }
        try (EditSession session = workspace.openSession()) {
            assertEquals(List.of("Call the vendor"),
                    risk(session, to).getActions().stream().map(RiskAction::getDescription).toList());
            assertEquals(List.of(), register(session, from).getRisks());
        }
    }

    @Test
    void aChangeOfWhatSomebodyElseMovedIsThereInItsNewPlace() {
        try (EditSession session = workspace.openSession()) {
            risk(session, from).setTitle("Long outage");
            moveElsewhere();
            session.commit("");
        }
        try (EditSession session = workspace.openSession()) {
            assertEquals("Long outage", risk(session, to).getTitle());
        }
    }

    @Test
    void whatASessionMovedIsReadAgainWhenSomebodyElseChangedItBefore() {
        try (EditSession session = workspace.openSession()) {
            register(session, to).getRisks().add(risk(session, from));
            retitleElsewhere("Long outage");
            session.commit("");

            assertEquals("Long outage", risk(session, to).getTitle());
        }
    }

    @Test
    void whatSomebodyElsePutIntoWhatMovesIsNotLeftBehind() {
        try (EditSession session = workspace.openSession()) {
            register(session, to).getRisks().add(risk(session, from));
            try (EditSession other = workspace.openSession()) {
                risk(other, from).getActions().add(action("Call the vendor"));
                other.commit("");
            }
            WorkspaceException refused = assertThrows(WorkspaceException.class, () -> session.commit(""));
            assertEquals(WorkspaceException.Kind.CONFLICT, refused.kind());
        }
        try (EditSession session = workspace.openSession()) {
            assertEquals(1, risk(session, from).getActions().size());
        }
    }

    @Test
    void whatGoesIntoANewContainerKeepsItsChangedValues() {
        try (EditSession session = workspace.openSession()) {
            risk(session, from).getActions().add(action("Call"));
            session.commit("");
            RiskAction moved = risk(session, from).getActions().get(0);
            Risk next = Samples.risk("R-002", "Next");
            register(session, from).getRisks().add(next);
            next.getActions().add(moved);
            moved.setDescription("Call the vendor");
            session.commit("");
        }
        try (EditSession session = workspace.openSession()) {
            assertEquals("Call the vendor",
                    register(session, from).getRisks().get(1).getActions().get(0).getDescription());
        }
    }

    @Test
    void aValueThatOthersChangedAndChangedBackIsNoConflict() {
        try (EditSession session = workspace.openSession()) {
            risk(session, from).setTitle("Mine");
            retitleElsewhere("Theirs");
            retitleElsewhere("Outage");
            session.commit("");
        }
        try (EditSession session = workspace.openSession()) {
            assertEquals("Mine", risk(session, from).getTitle());
        }
    }

    @Test
    void aNewArtifactAndWhatIsChangedInAnotherAreOneCommit() {
        try (EditSession session = workspace.openSession()) {
            Artifact third = session.create(RiskPackage.Literals.RISK_REGISTER, "RSK", "Third");
            ((RiskRegister) third).getRisks().add(risk(session, from));
            session.commit("");
            retitle(session, third.getId());
        }
        try (EditSession session = workspace.openSession()) {
            assertEquals(List.of(), register(session, from).getRisks());
        }
    }

    private void retitle(EditSession session, String register) {
        risk(session, register).setTitle("Again");
        session.commit("");
        try (EditSession other = workspace.openSession()) {
            assertEquals("Again", risk(other, register).getTitle());
        }
    }
}
