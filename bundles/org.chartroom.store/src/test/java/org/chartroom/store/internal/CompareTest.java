package org.chartroom.store.internal;

import org.chartroom.testkit.store.Samples;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chartroom.core.compare.Comparison;
import org.chartroom.core.compare.Counts;
import org.chartroom.core.compare.Difference;
import org.chartroom.core.compare.Difference.Kind;
import org.chartroom.core.compare.Merge;
import org.chartroom.core.compare.Side;
import org.chartroom.core.internal.workspace.DefaultWorkspaces;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.derived.DerivedFeatures;
import org.chartroom.model.derived.FeatureCalculator;
import org.chartroom.model.LinkType;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Differences between states, copied and taken back. */
class CompareTest {
    private static final String BEFORE = "2";

    @TempDir
    Path folder;

    private Workspace workspace;
    private EditSession session;
    private RiskRegister register;
    private RiskRegister other;
    private final List<EditSession> opened = new ArrayList<>();

    @BeforeEach
    void twoRegisters() {
        // Revision 1 is the directory of a new workspace, 2 the first state to compare.
        workspace = new DefaultWorkspaces(new H2StoreProvider()).open(folder, OpenMode.CREATE, "Ada");
        session = workspace.openSession();
        register = session.create(RiskPackage.Literals.RISK_REGISTER, "RSK", "Move");
        for (String title : List.of("Fire", "Flood", "Theft", "Strike")) {
            register.getRisks().add(Samples.risk("R-" + (register.getRisks().size() + 1), title));
        }
        register.getRisks().get(0).setCostMin(Samples.euros("10.50"));
        register.getRisks().get(0).getActions().add(Samples.action("Sprinklers"));
        register.getTags().add("a");
        other = session.create(RiskPackage.Literals.RISK_REGISTER, "RSK", "Other");
        session.directory().getPeople().add(Samples.person("Grace"));
        session.commit("first");
    }

    @AfterEach
    void close() {
        opened.forEach(EditSession::close);
        session.close();
        workspace.close();
    }

    private Side at(String state) {
        EditSession past = workspace.openSession(workspace.state(state));
        opened.add(past);
        return Side.of(past);
    }

    private static String told(Collection<Difference> differences) {
        return differences.stream().map(difference -> told(difference, "")).collect(Collectors.joining());
    }

    private static String told(Difference difference, String indent) {
        String values = difference.leftText().isEmpty() && difference.rightText().isEmpty()
                ? ""
                : ": " + difference.leftText() + " -> " + difference.rightText();
        return indent + difference.kind() + " " + difference.label() + values + "\n"
                + difference.children().stream().map(child -> told(child, indent + " "))
                        .collect(Collectors.joining());
    }

    private Risk risk(int index) {
        return register.getRisks().get(index);
    }

    private void changeALot() {
        risk(0).setCostMin(Samples.euros("12.00"));
        risk(0).setOwner(session.directory().getPeople().get(0));
        risk(0).getActions().get(0).setDescription("More sprinklers");
        register.getTags().add("b");
        register.getRisks().remove(risk(1));
        Risk strike = risk(2);
        other.getRisks().add(strike);
        strike.setTitle("General strike");
        register.getRisks().add(0, Samples.risk("R-9", "Frost"));
        register.getRisks().get(0).getActions().add(Samples.action("Heating"));
        session.commit("a lot");
    }

    @Test
    void everyKindOfDifferenceIsTold() {
        changeALot();
        Comparison comparison = Comparison.of(at(BEFORE), Side.of(session));
        assertEquals("""
                INSIDE RSK-001 Move
                 CHANGED Tags: a -> a, b
                 ADDED R-9 Frost
                  ADDED Heating
                 INSIDE R-1 Fire
                  CHANGED Risk owner:  -> Grace
                  CHANGED Optimistic cost: 10.50 EUR -> 12.00 EUR
                  INSIDE More sprinklers
                   CHANGED Description: Sprinklers -> More sprinklers
                 REMOVED R-2 Flood
                INSIDE RSK-002 Other
                 MOVED R-4 General strike: RSK-001 Move, Risks 4 -> RSK-002 Other, Risks 1
                  CHANGED Title: Strike -> General strike
                """.replaceAll("Risk owner|Optimistic cost", "?"),
                told(comparison.differences()).replaceAll("CHANGED [^:T]*(?=: ( -> Grace|10.50))", "CHANGED ?"));
        assertEquals(new Counts(2, 1, 1, 5, 0), comparison.counts());
    }

    @Test
    void equalStatesHaveNoDifference() {
        assertTrue(Comparison.of(at(BEFORE), Side.of(session)).counts().isEmpty());
        assertTrue(Comparison.of(at("now"), at(BEFORE)).differences().isEmpty());
    }

    @Test
    void whatIsNotCommittedYetCounts() {
        risk(0).setTitle("Great fire");
        assertEquals(new Counts(0, 0, 0, 1, 0), Comparison.of(at("now"), Side.of(session)).counts());
    }

    @Test
    void anotherOrderIsAMoveOfAsFewAsPossible() {
        register.getRisks().move(0, 3);
        session.commit("order");
        assertEquals("INSIDE RSK-001 Move\n MOVED R-4 Strike: RSK-001 Move, Risks 4 -> RSK-001 Move, Risks 1\n",
                told(Comparison.of(at(BEFORE), at("now")).differences()));
    }

    @Test
    void derivedEffectsAreTold() {
        FeatureCalculator score = (owner, feature) -> owner instanceof Risk risk
                && feature == RiskPackage.Literals.RISK__CURRENT_SCORE ? risk.getCurrentLikelihood() : null;
        DerivedFeatures.register(RiskPackage.eNS_URI, score);
        try {
            risk(0).setCurrentLikelihood(3);
            session.commit("likelier");
            Comparison comparison = Comparison.of(at(BEFORE), at("now"));
            assertEquals(new Counts(0, 0, 0, 1, 1), comparison.counts());
            assertTrue(told(comparison.differences()).contains("DERIVED"), told(comparison.differences()));
        } finally {
            DerivedFeatures.unregister(RiskPackage.eNS_URI, score);
        }
    }

    @Test
    void aFileIsComparedWithWhatTheWorkspaceHasOfIt() {
        RiskRegister copy = EcoreUtil.copy(register);
        copy.setTitle("From a file");
        Comparison comparison = Comparison.of(Side.of("file.xmi", List.of(copy)), Side.of(session));
        assertEquals("INSIDE RSK-001 Move\n CHANGED Title: From a file -> Move\n", told(comparison.differences()));
    }

    @Test
    void allDifferencesAreCopiedBackAndThatCanBeUndone() {
        changeALot();
        Comparison comparison = Comparison.of(at(BEFORE), Side.of(session));
        Command command = Merge.command(comparison.differences(), true, session);
        session.editingDomain().getCommandStack().execute(command);
        assertEquals("", told(Comparison.of(at(BEFORE), Side.of(session)).differences()));
        assertTrue(session.isDirty());
        session.editingDomain().getCommandStack().undo();
        assertEquals("", told(Comparison.of(at("3"), Side.of(session)).differences()));
        session.editingDomain().getCommandStack().redo();
        session.commit("back");
        assertEquals("", told(Comparison.of(at(BEFORE), at("now")).differences()));
        assertTrue(workspace.verify(Optional.empty()).problems().isEmpty());
    }

    @Test
    void oneFieldIsCopiedTheOtherWay() {
        changeALot();
        try (EditSession work = workspace.openSession()) {
            Comparison comparison = Comparison.of(at("3"), at(BEFORE));
            Difference cost = comparison.differences().get(0).children().stream()
                    .flatMap(child -> child.children().stream())
                    .filter(child -> child.feature() == RiskPackage.Literals.RISK__COST_MIN).findFirst().orElseThrow();
            work.editingDomain().getCommandStack().execute(Merge.command(List.of(cost), false, work));
            assertEquals(new Counts(0, 0, 0, 1, 0), Comparison.of(at("3"), Side.of(work)).counts());
        }
    }

    @Test
    void whatRefersToSomethingThatIsGoneIsRefusedBeforeAnythingChanges() {
        risk(0).setOwner(session.directory().getPeople().get(0));
        session.commit("owner");
        risk(0).setOwner(null);
        session.directory().getPeople().clear();
        session.delete(other);
        session.commit("gone");
        Comparison comparison = Comparison.of(at("3"), Side.of(session));
        List<Difference> artifacts = comparison.differences().stream()
                .filter(difference -> difference.element() instanceof RiskRegister).toList();
        WorkspaceException refused = assertThrows(WorkspaceException.class,
                () -> Merge.command(artifacts, true, session));
        assertEquals(WorkspaceException.Kind.INVALID, refused.kind());
        assertFalse(session.isDirty());
    }

    private void execute(Command command) {
        session.editingDomain().getCommandStack().execute(command);
    }

    private List<String> artifacts() {
        return workspace.artifacts().stream().map(info -> info.key() + " " + info.title()).toList();
    }

    /** Grace owns what is in the register that goes, a risk of it goes to the other one, and a new register comes. */
    private void replaceAnArtifact() {
        risk(0).setOwner(session.directory().getPeople().get(0));
        session.commit("owner");
        other.getRisks().add(risk(3));
        session.delete(register);
        RiskRegister third = session.create(RiskPackage.Literals.RISK_REGISTER, "RSK", "Third");
        third.getRisks().add(Samples.risk("R-1", "Hail"));
        session.commit("replaced");
    }

    @Test
    void wholeArtifactsAreCopiedBackAndThatCanBeUndoneAndDoneAgain() {
        replaceAnArtifact();
        execute(Merge.command(Comparison.of(at("3"), Side.of(session)).differences(), true, session));
        assertEquals("", told(Comparison.of(at("3"), Side.of(session)).differences()));
        session.editingDomain().getCommandStack().undo();
        assertEquals("", told(Comparison.of(at("4"), Side.of(session)).differences()));
        assertFalse(session.isDirty());
        session.editingDomain().getCommandStack().redo();
        session.commit("back");
        assertEquals("", told(Comparison.of(at("3"), at("now")).differences()));
        assertEquals(List.of("RSK-001 Move", "RSK-002 Other"), artifacts());
        assertTrue(workspace.verify(Optional.empty()).problems().isEmpty());
    }

    @Test
    void aWholeArtifactIsCopiedTheOtherWay() {
        replaceAnArtifact();
        Comparison comparison = Comparison.of(at("4"), at("3"));
        try (EditSession work = workspace.openSession()) {
            Difference added = comparison.differences().stream()
                    .filter(difference -> difference.kind() == Kind.ADDED).findFirst().orElseThrow();
            work.editingDomain().getCommandStack().execute(Merge.command(List.of(added), false, work));
            work.commit("the old one beside the new ones");
        }
        assertEquals(List.of("RSK-001 Move", "RSK-002 Other", "RSK-003 Third"), artifacts());
        try (EditSession after = workspace.openSession()) {
            RiskRegister back = (RiskRegister) after.artifact(register.getId()).orElseThrow();
            assertEquals(List.of("Fire", "Flood", "Theft", "Strike"),
                    back.getRisks().stream().map(Risk::getTitle).toList());
            // What went elsewhere comes back from there; it is not there twice.
            assertEquals(List.of(), ((RiskRegister) after.artifact(other.getId()).orElseThrow()).getRisks());
            assertEquals("Grace", back.getRisks().get(0).getOwner().getName());
        }
    }

    @Test
    void keysThatWereGivenToOthersMeanwhileStayUnique() {
        session.delete(other);
        register.getRisks().remove(risk(3));
        session.commit("gone");
        session.create(RiskPackage.Literals.RISK_REGISTER, "RSK", "Successor");
        register.getRisks().add(Samples.risk("R-4", "Hail"));
        session.commit("keys given again");
        List<Difference> removed = new ArrayList<>();
        Comparison.of(at(BEFORE), Side.of(session)).differences().stream()
                .flatMap(difference -> difference.kind() == Kind.REMOVED
                        ? Stream.of(difference)
                        : difference.children().stream())
                .filter(difference -> difference.kind() == Kind.REMOVED).forEach(removed::add);
        execute(Merge.command(removed, true, session));
        session.commit("back");
        assertEquals(List.of("RSK-001 Move", "RSK-002 Successor", "RSK-003 Other"), artifacts());
        assertEquals(List.of("R-1 Fire", "R-2 Flood", "R-3 Theft", "R-005 Strike", "R-4 Hail"),
                register.getRisks().stream().map(risk -> risk.getKey() + " " + risk.getTitle()).toList());
    }

    @Test
    void whatWasCopiedOnceIsRefusedTheSecondTime() {
        session.delete(other);
        session.commit("gone");
        Comparison comparison = Comparison.of(at(BEFORE), at("now"));
        execute(Merge.command(comparison.differences(), true, session));
        assertTrue(assertThrows(WorkspaceException.class,
                () -> Merge.command(comparison.differences(), true, session)).getMessage()
                .contains("RSK-002 Other can't be copied, because it is there already"));
    }

    @Test
    void aBaselineIsNoDifferenceBetweenStatesButItsRemovalCanBeTakenBack() {
        workspace.createBaseline("Gate 1", "", Optional.empty());
        assertTrue(Comparison.of(at("Gate 1"), at("now")).counts().isEmpty());
        Revision removed = workspace.removeBaseline("Gate 1", "by mistake");
        assertTrue(Comparison.of(at(BEFORE), at("now")).counts().isEmpty());
        workspace.revert(removed.number(), "");
        assertEquals(List.of("Gate 1"), workspace.baselines().stream().map(one -> one.name()).toList());
    }

    @Test
    void aRevisionIsTakenBackAsANewOne() {
        changeALot();
        risk(2).setTitle("Grand theft");
        session.commit("later, elsewhere");
        Revision reverted = workspace.revert(3, "");
        assertEquals(5, reverted.number());
        assertEquals("Takes back revision 3", reverted.reason());
        assertEquals("INSIDE RSK-001 Move\n INSIDE R-3 Grand theft\n  CHANGED Title: Theft -> Grand theft\n",
                told(Comparison.of(at(BEFORE), at("now")).differences()));
        assertTrue(workspace.verify(Optional.empty()).problems().isEmpty());
    }

    @Test
    void aCreatedOrDeletedArtifactIsTakenBackToo() {
        session.delete(register);
        Revision deleted = session.commit("deleted");
        RiskRegister third = session.create(RiskPackage.Literals.RISK_REGISTER, "RSK", "Third");
        Revision created = session.commit("created");
        workspace.revert(created.number(), "not wanted");
        workspace.revert(deleted.number(), "still wanted");
        assertEquals(List.of("Move", "Other"), workspace.artifacts().stream().map(info -> info.title()).toList());
        assertFalse(workspace.artifacts().stream().anyMatch(info -> info.id().equals(third.getId())));
        assertEquals("", told(Comparison.of(at(BEFORE), at("now")).differences()));
    }

    @Test
    void whatLaterRevisionsChangedAgainIsNamed() {
        changeALot();
        risk(1).setCostMin(Samples.euros("99.00"));
        risk(0).setTitle("Deep frost");
        session.commit("later, the same");
        WorkspaceException refused = assertThrows(WorkspaceException.class, () -> workspace.revert(3, ""));
        assertEquals(WorkspaceException.Kind.CONFLICT, refused.kind());
        assertTrue(refused.getMessage().contains("R-9 Frost"), refused.getMessage());
        assertTrue(refused.getMessage().contains("R-1 Fire, "), refused.getMessage());
        assertEquals(4, workspace.head().orElseThrow().number());
        for (long nothing : List.of(1L, 99L)) {
            assertEquals(WorkspaceException.Kind.INVALID,
                    assertThrows(WorkspaceException.class, () -> workspace.revert(nothing, "")).kind());
        }
    }

    @Test
    void whatIsTakenBackAlreadyIsSaidToBeAsBefore() {
        changeALot();
        workspace.revert(3, "");
        assertEquals("Revision 3 can't be taken back, because what it changed is as it was before already.",
                assertThrows(WorkspaceException.class, () -> workspace.revert(3, "")).getMessage());
    }

    @Test
    void whatLaterRevisionsReferToIsNamed() {
        changeALot();
        other.getRisks().get(0).getLinks().add(Samples.link(risk(0), LinkType.CAUSES));
        session.commit("later, to what is new");
        WorkspaceException refused = assertThrows(WorkspaceException.class, () -> workspace.revert(3, ""));
        assertEquals(WorkspaceException.Kind.CONFLICT, refused.kind());
        assertTrue(refused.getMessage().contains("R-9 Frost"), refused.getMessage());
    }

    @Test
    void entriesThatLaterRevisionsAddedToTheSameListStay() {
        register.getTags().add("b");
        session.commit("b");
        register.getTags().add("c");
        session.commit("c");
        String id = register.getId();
        workspace.revert(3, "");
        session.refresh();
        assertEquals(List.of("a", "c"), session.artifact(id).orElseThrow().getTags());
    }
}
