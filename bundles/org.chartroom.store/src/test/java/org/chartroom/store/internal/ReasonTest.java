package org.chartroom.store.internal;

import org.chartroom.testkit.store.Samples;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.chartroom.core.internal.workspace.DefaultWorkspaces;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.ReasonDemand;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.WorkspaceException.Kind;
import org.chartroom.model.LifecycleStatus;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.eclipse.emf.ecore.EModelElement;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes that models want a reason for. */
class ReasonTest {
    private static final String SOURCE = "http://www.chartroom.org/history";

    @TempDir
    Path folder;

    private Workspace workspace;
    private EditSession session;
    private RiskRegister register;
    private Risk risk;
    private EModelElement annotated;

    @BeforeEach
    void aRegister() {
        workspace = new DefaultWorkspaces(new H2StoreProvider()).open(folder, OpenMode.CREATE, "Ada");
        session = workspace.openSession();
        session.directory().getPeople().add(Samples.person("Grace"));
        register = session.create(RiskPackage.Literals.RISK_REGISTER, "RSK", "Move");
        risk = Samples.risk("R-1", "Fire");
        register.getRisks().add(risk);
        session.commit("");
    }

    @AfterEach
    void close() {
        if (annotated != null) {
            annotated.getEAnnotations().remove(annotated.getEAnnotation(SOURCE));
        }
        session.close();
        workspace.close();
    }

    private void annotate(EModelElement element, String when) {
        EcoreUtil.setAnnotation(element, SOURCE, "reason", when);
        annotated = element;
    }

    private void assertRefused(String message) {
        WorkspaceException refused = assertThrows(WorkspaceException.class, () -> session.commit(" "));
        assertEquals(Kind.REASON_MISSING, refused.kind());
        assertTrue(refused.getMessage().startsWith(message), refused.getMessage());
        assertTrue(session.isDirty());
        session.commit("because");
    }

    @Test
    void theAcceptanceOfARiskWantsAReason() {
        assertEquals(List.of(), session.reasonDemands());
        risk.setTitle("Great fire");
        assertEquals(List.of(), session.reasonDemands());
        risk.setAcceptedBy(session.directory().getPeople().get(0));
        ReasonDemand demand = session.reasonDemands().get(0);
        assertEquals(RiskPackage.Literals.RISK__ACCEPTED_BY, demand.feature());
        assertEquals(risk, demand.element());
        assertRefused("The change of \"Accepted by\" of R-1 Great fire wants a reason.");
    }

    @Test
    void aTransitionWantsAReasonAndOthersDoNot() {
        annotate(ModelPackage.Literals.ARTIFACT__STATUS, "closed, underReview");
        register.setStatus(LifecycleStatus.ACTIVE);
        session.commit("");
        register.setStatus(LifecycleStatus.CLOSED);
        assertRefused("The change of \"Status\" of RSK-001 Move");
    }

    @Test
    void aTypeWantsAReasonForEveryChangeButNotForItsCreation() {
        annotate(RiskPackage.Literals.RISK, "always");
        register.getRisks().add(Samples.risk("R-2", "Flood"));
        session.commit("");
        register.getRisks().get(1).setTitle("Great flood");
        assertRefused("Every change of R-2 Great flood");
        register.getRisks().remove(1);
        assertRefused("Every change of R-2 Great flood");
    }

    @Test
    void theLastReasonsAreRemembered() {
        for (String reason : List.of("board", "audit", "", "board")) {
            risk.setTitle(risk.getTitle() + "!");
            session.commit(reason);
        }
        assertEquals(List.of("board", "audit"), workspace.recentReasons(10));
        assertEquals(List.of("board"), workspace.recentReasons(1));
        try (Workspace reader = new DefaultWorkspaces(new H2StoreProvider()).open(folder, OpenMode.READ_ONLY, "Bob")) {
            assertEquals(List.of(), reader.recentReasons(10));
        }
    }
}
