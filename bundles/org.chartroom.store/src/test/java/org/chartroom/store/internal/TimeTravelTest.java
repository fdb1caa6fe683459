package org.chartroom.store.internal;

import org.chartroom.testkit.store.Samples;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.internal.workspace.DefaultWorkspaces;
import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.BaselineInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.HistoryQuery;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.State;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.WorkspaceException.Kind;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.Project;
import org.chartroom.model.derived.DerivedFeatures;
import org.chartroom.model.derived.FeatureCalculator;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.eclipse.emf.edit.command.SetCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** States of the past and their names. */
class TimeTravelTest {
    private static final Instant FIRST_DAY = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    private final MovingClock clock = new MovingClock(FIRST_DAY);
    private Workspace workspace;
    private EditSession session;
    private RiskRegister register;

    @BeforeEach
    void threeDaysOfWork() {
        workspace = new DefaultWorkspaces(new H2StoreProvider(clock)).open(folder, OpenMode.CREATE, "Ada");
        session = workspace.openSession();
        register = session.create(RiskPackage.Literals.RISK_REGISTER, "RSK", "First day");
        register.getRisks().add(Samples.risk("R-1", "Fire"));
        register.getRisks().get(0).setCurrentLikelihood(2);
        session.commit("day 1");
        clock.moveBy(Duration.ofDays(1));
        register.setTitle("Second day");
        register.getRisks().get(0).setCurrentLikelihood(4);
        register.getRisks().add(Samples.risk("R-2", "Flood"));
        session.commit("day 2");
        clock.moveBy(Duration.ofDays(1));
        session.delete(register);
        session.create(RiskPackage.Literals.RISK_REGISTER, "RSK", "Third day");
        session.commit("day 3");
    }

    @AfterEach
    void close() {
        session.close();
        workspace.close();
    }

    private String titlesAt(String state) {
        try (EditSession past = workspace.openSession(workspace.state(state))) {
            return String.join(", ", past.artifacts().stream().map(ArtifactInfo::title).toList());
        }
    }

    @Test
    void aStateIsNamedByRevisionDayTimeBaselineOrNow() {
        workspace.createBaseline("Gate 1", "", Optional.empty());
        assertEquals("", titlesAt("1"));
        assertEquals("First day", titlesAt("2"));
        assertEquals("Second day", titlesAt("revision 3"));
        assertEquals("Third day", titlesAt("r4"));
        assertEquals("", titlesAt("2026-02-28"));
        assertEquals("First day", titlesAt("2026-03-01"));
        assertEquals("First day", titlesAt("2026-03-02T11:59:59Z"));
        assertEquals("Second day", titlesAt("2026-03-02T12:00Z"));
        assertEquals("Third day", titlesAt("gate 1"));
        assertEquals("Third day", titlesAt("now"));
        for (String nothing : List.of("99", "no such baseline", "2026-13-01", "")) {
            assertEquals(Kind.INVALID,
                    assertThrows(WorkspaceException.class, () -> workspace.state(nothing)).kind());
        }
    }

    @Test
    void aDeletedArtifactIsThereAsItWas() {
        try (EditSession past = workspace.openSession(workspace.state("3"))) {
            ArtifactInfo info = past.find("RSK-001").orElseThrow();
            assertEquals(3, info.lastRevision());
            RiskRegister then = (RiskRegister) past.artifact(info.id()).orElseThrow();
            assertEquals(List.of("Fire", "Flood"), then.getRisks().stream().map(Risk::getTitle).toList());
            assertEquals("revision 3", past.asOf().orElseThrow().label());
            assertTrue(past.artifact(workspace.artifacts().get(0).id()).isEmpty());
        }
        assertTrue(session.asOf().isEmpty());
    }

    @Test
    void thePastCanNotBeChanged() {
        try (EditSession past = workspace.openSession(workspace.state("2"))) {
            RiskRegister then = (RiskRegister) past.artifact(register.getId()).orElseThrow();
            assertTrue(past.editingDomain().isReadOnly(then.eResource()));
            assertFalse(SetCommand.create(past.editingDomain(), then, ModelPackage.Literals.SUBJECT__TITLE, "x")
                    .canExecute());
            WorkspaceException refused = assertThrows(WorkspaceException.class, () -> {
                then.setTitle("rewritten");
                past.commit("no");
            });
            assertEquals(Kind.READ_ONLY, refused.kind());
        }
        assertEquals(4, workspace.head().orElseThrow().number());
    }

    @Test
    void derivedValuesAreComputedFromThatState() {
        FeatureCalculator twice = (owner, feature) -> owner instanceof Risk risk
                && feature == RiskPackage.Literals.RISK__CURRENT_SCORE ? risk.getCurrentLikelihood() * 10 : null;
        DerivedFeatures.register(RiskPackage.eNS_URI, twice);
        try (EditSession second = workspace.openSession(workspace.state("2"));
                EditSession third = workspace.openSession(workspace.state("3"))) {
            assertEquals(20, ((RiskRegister) second.artifact(register.getId()).orElseThrow()).getRisks().get(0)
                    .getCurrentScore());
            assertEquals(40, ((RiskRegister) third.artifact(register.getId()).orElseThrow()).getRisks().get(0)
                    .getCurrentScore());
        } finally {
            DerivedFeatures.unregister(RiskPackage.eNS_URI, twice);
        }
    }

    @Test
    void aBaselineNamesTheHeadAndItsHash() {
        Revision head = workspace.head().orElseThrow();
        BaselineInfo baseline = workspace.createBaseline("Gate 1", "before the board", Optional.empty());
        assertEquals(head.number(), baseline.revision());
        assertEquals(head.hash(), baseline.headHash());
        assertEquals(List.of(baseline), workspace.baselines());
        assertEquals(head.number() + 1, workspace.head().orElseThrow().number());
        assertTrue(workspace.verify(Optional.of(baseline.headHash())).isIntact());
        for (String bad : List.of("gate 1", " ", "12", "r12", "2026-01-01", "NOW")) {
            assertEquals(Kind.INVALID, assertThrows(WorkspaceException.class,
                    () -> workspace.createBaseline(bad, "", Optional.empty())).kind(), bad);
        }
    }

    @Test
    void aBaselineIsRemovedForAReasonOnlyAndThatIsInTheHistory() {
        BaselineInfo baseline = workspace.createBaseline("Gate 1", "", Optional.empty());
        assertThrows(WorkspaceException.class, () -> workspace.removeBaseline("Gate 1", " "));
        assertThrows(WorkspaceException.class, () -> workspace.removeBaseline("Gate 2", "wrong"));
        assertEquals(1, workspace.baselines().size());
        Revision removed = workspace.removeBaseline("gate 1", "wrong day");
        assertEquals("Baseline Gate 1 removed: wrong day", removed.reason());
        assertEquals(List.of(), workspace.baselines());
        assertEquals(2, workspace.history(HistoryQuery.ofElement(baseline.id())).size());
    }

    @Test
    void aBaselineOfAProjectShowsOnlyItsArtifacts() {
        Project project = Samples.withId(ModelFactory.eINSTANCE.createProject());
        session.directory().getProjects().add(project);
        session.create(RiskPackage.Literals.RISK_REGISTER, "RSK", "Of the project").setProject(project);
        session.commit("project");
        workspace.createBaseline("P1", "", Optional.of(project.getId()));
        assertEquals("Of the project", titlesAt("P1"));
        assertEquals(2, workspace.openSession(workspace.state("now")).artifacts().size());
        assertEquals(Kind.INVALID, assertThrows(WorkspaceException.class,
                () -> workspace.createBaseline("P2", "", Optional.of("nobody"))).kind());
    }

    @Test
    void anotherSessionThatIsDirtyCommitsBesideANewBaseline() {
        Risk risk = Samples.risk("R-1", "Theft");
        RiskRegister third = (RiskRegister) session.artifact(workspace.artifacts().get(0).id()).orElseThrow();
        third.getRisks().add(risk);
        session.directory().getPeople().add(Samples.person("Grace"));
        workspace.createBaseline("Gate 1", "", Optional.empty());
        session.commit("beside");
        assertEquals(1, workspace.baselines().size());
        assertEquals(1, session.directory().getPeople().size());
        assertEquals(State.of(workspace.baselines().get(0)), workspace.state("Gate 1"));
    }
}
