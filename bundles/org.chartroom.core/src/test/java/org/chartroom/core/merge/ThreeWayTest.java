package org.chartroom.core.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.expression.Courses;
import org.chartroom.core.merge.Decision.Kind;
import org.chartroom.core.store.ElementUris;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.Comment;
import org.chartroom.model.Element;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.Person;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskRegister;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;

class ThreeWayTest {
    private final RiskRegister base = MergeModels.register();
    private final RiskRegister ours = MergeModels.copy(base);
    private final RiskRegister theirs = MergeModels.copy(base);

    private ThreeWay merge() {
        return ThreeWay.of(List.of(base), List.of(ours), List.of(theirs));
    }

    private static Decision only(ThreeWay merge) {
        assertEquals(1, merge.decisions().size(), () -> merge.decisions().toString());
        return merge.decisions().get(0);
    }

    private static Decision onlyConflict(ThreeWay merge, Kind kind, String elementId) {
        assertEquals(1, merge.conflicts().size(), () -> merge.decisions().toString());
        Decision conflict = merge.conflicts().get(0);
        assertEquals(kind, conflict.kind());
        assertEquals(elementId, conflict.elementId());
        return conflict;
    }

    private static RiskRegister register(Merged merged) {
        return (RiskRegister) merged.roots().get(0);
    }

    private static RiskRegister accept(ThreeWay merge, Decision decision, Choice choice) {
        merge.accept(decision.id(), choice);
        return register(merge.merged());
    }

    private static List<String> ids(List<? extends Element> elements) {
        return elements.stream().map(Element::getId).toList();
    }

    private static Risk add(RiskRegister register, int place, String id, String key) {
        Risk risk = MergeModels.withId(RiskFactory.eINSTANCE.createRisk(), id);
        risk.setKey(key);
        register.getRisks().add(place, risk);
        return risk;
    }

    private static void delete(RiskRegister register, String id) {
        List<Element> roots = new ArrayList<>(List.of(register));
        MergeModels.delete(roots, MergeModels.find(roots, id));
    }

    @Test
    void aFieldThatOneSideChangedIsProposed() {
        MergeModels.risk(theirs, "r2").setTitle("Flood");
        ThreeWay merge = merge();
        assertEquals(new Decision("VALUE/r2/title", Kind.VALUE, false, "r2", "title", Optional.of("Risk 2"),
                Optional.of("Risk 2"), Optional.of("Flood"), List.of(), Choice.THEIRS, Optional.empty()), only(merge));
        assertEquals("Flood", MergeModels.risk(merge.merged().roots(), "r2").getTitle());
    }

    @Test
    void aChangeThatIsNotWantedStaysOut() {
        MergeModels.risk(theirs, "r2").setTitle("Flood");
        ThreeWay merge = merge();
        assertEquals("Risk 2", MergeModels.risk(accept(merge, only(merge), Choice.OURS), "r2").getTitle());
    }

    @Test
    void aFieldThatBothChangedOtherwiseIsAConflict() {
        MergeModels.risk(ours, "r2").setTitle("Fire");
        MergeModels.risk(theirs, "r2").setTitle("Flood");
        ThreeWay merge = merge();
        Decision conflict = onlyConflict(merge, Kind.VALUE, "r2");
        assertEquals(WorkspaceException.Kind.CONFLICT,
                assertThrows(WorkspaceException.class, merge::merged).kind());
        assertEquals("Flood", MergeModels.risk(accept(merge, conflict, Choice.THEIRS), "r2").getTitle());
        assertEquals("Fire", MergeModels.risk(accept(merge, conflict, Choice.OURS), "r2").getTitle());
        assertEquals(List.of(), merge.open());
    }

    @Test
    void conflictsComeFirst() {
        MergeModels.risk(ours, "r1").setTitle("Fire");
        MergeModels.risk(ours, "r4").setTitle("Fire");
        MergeModels.risk(theirs, "r4").setTitle("Flood");
        assertEquals(List.of("VALUE/r4/title", "VALUE/r1/title"),
                merge().decisions().stream().map(Decision::id).toList());
    }

    @Test
    void entriesThatBothAddedToAListAreBothThere() {
        ours.getTags().add("o");
        theirs.getTags().add(0, "t");
        theirs.getTags().remove("b");
        assertEquals(List.of("t", "a", "c", "o"), register(merge().merged()).getTags());
    }

    @Test
    void anEntryThatIsNotWantedStaysOut() {
        ours.getTags().add("o");
        ThreeWay merge = merge();
        assertEquals(Kind.ENTRY_ADDED, only(merge).kind());
        assertEquals(List.of("a", "b", "c"), accept(merge, only(merge), Choice.THEIRS).getTags());
    }

    @Test
    void elementsThatBothAddedAtOnePlaceStayTogether() {
        add(ours, 2, "o1", "R-101");
        add(ours, 3, "o2", "R-102");
        add(theirs, 2, "t1", "R-201");
        add(theirs, 3, "o0", "R-202");
        assertEquals(List.of("r1", "r2", "o1", "o2", "t1", "o0", "r3", "r4"),
                ids(register(merge().merged()).getRisks()));
    }

    @Test
    void whatIsInAnAddedElementComesWithIt() {
        Risk added = add(theirs, 0, "t1", "R-201");
        added.getActions().add(MergeModels.withId(RiskFactory.eINSTANCE.createRiskAction(), "t2"));
        MergeModels.link(added, "t3", MergeModels.risk(theirs, "r1"));
        ThreeWay merge = merge();
        assertEquals(Kind.ADDED, only(merge).kind());
        RiskRegister merged = register(merge.merged());
        assertSame(MergeModels.risk(merged, "r1"), merged.getRisks().get(0).getLinks().get(0).getTarget());
        assertEquals(List.of("t2"), ids(merged.getRisks().get(0).getActions()));
        assertEquals(4, accept(merge, only(merge), Choice.OURS).getRisks().size());
    }

    @Test
    void anElementThatOneSideDeletedGoes() {
        delete(theirs, "r4");
        RiskRegister merged = register(merge().merged());
        assertEquals(List.of("r1", "r2", "r3"), ids(merged.getRisks()));
        assertNull(MergeModels.risk(merged, "r3").getLinks().get(0).getTarget());
    }

    @Test
    void aDeletionThatIsNotWantedBringsBackWhatReferredToIt() {
        delete(theirs, "r4");
        ThreeWay merge = merge();
        RiskRegister merged = accept(merge, only(merge), Choice.OURS);
        assertSame(MergeModels.risk(merged, "r4"), MergeModels.risk(merged, "r3").getLinks().get(0).getTarget());
    }

    @Test
    void whatOneSideDeletedAndTheOtherChangedInsideIsAConflict() {
        delete(ours, "r2");
        MergeModels.action(theirs, "a2").setDescription("Insure");
        ThreeWay merge = merge();
        Decision conflict = onlyConflict(merge, Kind.DELETED_AND_CHANGED, "r2");
        assertEquals(List.of("a2"), conflict.related());
        assertEquals(Choice.THEIRS, conflict.proposed());
        assertEquals("Insure", MergeModels.action(accept(merge, conflict, Choice.THEIRS), "a2").getDescription());
        assertEquals(List.of("r1", "r3", "r4"), ids(accept(merge, conflict, Choice.OURS).getRisks()));
    }

    @Test
    void whatOneSideDeletedAndTheOtherPutSomethingIntoIsAConflict() {
        delete(ours, "r2");
        MergeModels.risk(theirs, "r2").getActions()
                .add(MergeModels.withId(RiskFactory.eINSTANCE.createRiskAction(), "t1"));
        ThreeWay merge = merge();
        Decision conflict = onlyConflict(merge, Kind.DELETED_AND_FILLED, "r2");
        assertEquals(List.of("t1"), conflict.related());
        assertEquals(List.of("a2", "t1"),
                ids(MergeModels.risk(accept(merge, conflict, Choice.THEIRS), "r2").getActions()));
    }

    @Test
    void whatIsAcceptedInVainIsSaid() {
        delete(ours, "r2");
        MergeModels.risk(theirs, "r2").getActions()
                .add(MergeModels.withId(RiskFactory.eINSTANCE.createRiskAction(), "t1"));
        ThreeWay merge = merge();
        accept(merge, onlyConflict(merge, Kind.DELETED_AND_FILLED, "r2"), Choice.OURS);
        assertEquals(List.of("ADDED/t1"), merge.merged().overridden().stream().map(Decision::id).toList());
    }

    @Test
    void whatWasMovedIntoSomethingDeletedStaysWhereItWas() {
        delete(ours, "r2");
        MergeModels.risk(theirs, "r2").getActions().add(MergeModels.action(theirs, "a1"));
        ThreeWay merge = merge();
        RiskRegister merged = accept(merge, onlyConflict(merge, Kind.DELETED_AND_FILLED, "r2"), Choice.OURS);
        assertEquals(List.of("a1"), ids(MergeModels.risk(merged, "r1").getActions()));
    }

    @Test
    void aReferenceToWhatTheOtherSideDeletedIsAConflict() {
        delete(ours, "r4");
        MergeModels.link(MergeModels.risk(theirs, "r1"), "t1", MergeModels.risk(theirs, "r4"));
        ThreeWay merge = merge();
        Decision conflict = onlyConflict(merge, Kind.DELETED_AND_REFERRED_TO, "r4");
        assertEquals(List.of("t1"), conflict.related());
        RiskRegister merged = accept(merge, conflict, Choice.THEIRS);
        assertSame(MergeModels.risk(merged, "r4"), MergeModels.risk(merged, "r1").getLinks().get(1).getTarget());
        RiskRegister without = accept(merge, conflict, Choice.OURS);
        assertNull(MergeModels.risk(without, "r1").getLinks().get(1).getTarget());
    }

    @Test
    void whatAConflictKeepsNeedsWhatItRefersTo() {
        delete(ours, "r1");
        delete(ours, "r2");
        MergeModels.risk(theirs, "r1").setTitle("Fire");
        assertEquals(List.of(Kind.DELETED_AND_CHANGED, Kind.DELETED_AND_REFERRED_TO),
                merge().conflicts().stream().map(Decision::kind).toList());
    }

    @Test
    void anElementThatBothMovedElsewhereIsAConflict() {
        MergeModels.risk(ours, "r2").getActions().add(MergeModels.action(ours, "a1"));
        MergeModels.risk(theirs, "r3").getActions().add(MergeModels.action(theirs, "a1"));
        ThreeWay merge = merge();
        Decision conflict = onlyConflict(merge, Kind.MOVED, "a1");
        assertEquals(Optional.of("r3/actions"), conflict.theirs());
        assertEquals(List.of("a3", "a1"),
                ids(MergeModels.risk(accept(merge, conflict, Choice.THEIRS), "r3").getActions()));
    }

    @Test
    void whatOneSideMovedAndTheOtherChangedIsBoth() {
        MergeModels.risk(ours, "r2").getActions().add(MergeModels.action(ours, "a1"));
        MergeModels.action(theirs, "a1").setDescription("Insure");
        RiskRegister merged = register(merge().merged());
        assertEquals("Insure", MergeModels.risk(merged, "r2").getActions().get(1).getDescription());
    }

    @Test
    void elementsThatWereMovedIntoEachOtherAreAConflict() {
        reply(ours, "c1", "c3");
        reply(theirs, "c3", "c1");
        ThreeWay merge = merge();
        Decision conflict = onlyConflict(merge, Kind.NESTED, "c1");
        assertEquals(List.of("c3"), conflict.related());
        assertEquals(List.of("c1"), ids(accept(merge, conflict, Choice.OURS).getComments()));
        assertEquals(List.of("c3"), ids(accept(merge, conflict, Choice.THEIRS).getComments()));
    }

    private static void reply(RiskRegister register, String to, String id) {
        Comment comment = (Comment) MergeModels.find(List.of(register), to);
        comment.getReplies().add((Comment) MergeModels.find(List.of(register), id));
    }

    @Test
    void aKeyThatBothGaveToNewItemsIsAConflict() {
        add(ours, 4, "o1", "R-005");
        add(theirs, 4, "t1", "R-005");
        ThreeWay merge = merge();
        Decision conflict = onlyConflict(merge, Kind.KEY, "o1");
        assertEquals(List.of("t1"), conflict.related());
        RiskRegister first = accept(merge, conflict, Choice.OURS);
        assertEquals("R-005", MergeModels.risk(first, "o1").getKey());
        assertEquals("R-006", MergeModels.risk(first, "t1").getKey());
        RiskRegister second = accept(merge, conflict, Choice.THEIRS);
        assertEquals("R-006", MergeModels.risk(second, "o1").getKey());
        assertEquals("R-005", MergeModels.risk(accept(merge, conflict, Choice.BOTH), "t1").getKey());
    }

    @Test
    void aKeyThatOneSideGaveAndTheOtherMovedOnIsAConflict() {
        RiskRegister second = MergeModels.withId(RiskFactory.eINSTANCE.createRiskRegister(), "second");
        add(second, 0, "s1", "R-009");
        MergeModels.risk(ours, "r4").setKey("R-009");
        RiskRegister moved = MergeModels.copy(second);
        moved.getRisks().add(MergeModels.risk(theirs, "r4"));
        ThreeWay merge = ThreeWay.of(List.of(base, second), List.of(ours, MergeModels.copy(second)),
                List.of(theirs, moved));
        Decision conflict = onlyConflict(merge, Kind.KEY, "r4");
        merge.accept(conflict.id(), Choice.THEIRS);
        assertEquals("R-010", MergeModels.risk(merge.merged().roots(), "r4").getKey());
    }

    @Test
    void aKeyThatTheOtherSideGaveUpIsFree() {
        MergeModels.risk(ours, "r4").setKey("R-009");
        add(theirs, 4, "t1", "R-004");
        delete(theirs, "r4");
        assertEquals(List.of(Kind.DELETED_AND_CHANGED), merge().conflicts().stream().map(Decision::kind).toList());
    }

    @Test
    void whatBothSortedWithoutContradictionIsInBothOrders() {
        ours.getRisks().move(3, 0);
        theirs.getRisks().move(0, 2);
        ThreeWay merge = merge();
        assertEquals(Choice.BOTH, only(merge).proposed());
        assertEquals(List.of("r3", "r2", "r4", "r1"), ids(register(merge.merged()).getRisks()));
        assertEquals(List.of("r2", "r3", "r4", "r1"), ids(accept(merge, only(merge), Choice.OURS).getRisks()));
    }

    @Test
    void ordersThatContradictEachOtherAreAConflict() {
        ours.getRisks().move(1, 0);
        theirs.getRisks().move(2, 1);
        ThreeWay merge = merge();
        Decision conflict = onlyConflict(merge, Kind.ORDER, "register");
        assertEquals("risks", conflict.feature());
        assertFalse(conflict.allows(Choice.BOTH));
        assertEquals(List.of("r1", "r3", "r2", "r4"), ids(accept(merge, conflict, Choice.THEIRS).getRisks()));
    }

    @Test
    void elementsThatBothPutIntoAPlaceForOneAreAConflict() {
        Courses courses = new Courses(Courses.text().replace("name=\"after\"",
                "name=\"exam\" containment=\"true\""));
        Element plan = MergeModels.withId((Element) EcoreUtil.create(courses.type("Course")), "plan");
        Element left = MergeModels.copy(List.of(plan)).get(0);
        Element right = MergeModels.copy(List.of(plan)).get(0);
        EStructuralFeature exam = plan.eClass().getEStructuralFeature("exam");
        left.eSet(exam, MergeModels.withId((Element) EcoreUtil.create(courses.type("Course")), "o1"));
        right.eSet(exam, MergeModels.withId((Element) EcoreUtil.create(courses.type("Course")), "t1"));
        ThreeWay merge = ThreeWay.of(List.of(plan), List.of(left), List.of(right));
        Decision conflict = onlyConflict(merge, Kind.OCCUPIED, "plan");
        for (Choice choice : List.of(Choice.OURS, Choice.THEIRS)) {
            merge.accept(conflict.id(), choice);
            Element merged = (Element) merge.merged().roots().get(0).eGet(exam);
            assertEquals(choice == Choice.OURS ? "o1" : "t1", merged.getId());
        }
    }

    @Test
    void aReferenceThatWasNotClearedWhenItsTargetWasDeletedGoesWithIt() {
        ours.getRisks().remove(MergeModels.risk(ours, "r4"));
        ThreeWay merge = merge();
        assertNull(MergeModels.risk(register(merge.merged()), "r3").getLinks().get(0).getTarget());
        RiskRegister merged = accept(merge, only(merge), Choice.THEIRS);
        assertSame(MergeModels.risk(merged, "r4"), MergeModels.risk(merged, "r3").getLinks().get(0).getTarget());
    }

    @Test
    void anArtifactThatOneSideCreatedIsThere() {
        ThreeWay merge = ThreeWay.of(List.of(), List.of(), List.of(theirs));
        assertEquals(MergeModels.text(List.of(theirs)), MergeModels.text(merge.merged().roots()));
    }

    @Test
    void anArtifactThatOneSideDeletedAndTheOtherChangedIsAConflict() {
        theirs.setTitle("Risks");
        ThreeWay merge = ThreeWay.of(List.of(base), List.of(), List.of(theirs));
        Decision conflict = onlyConflict(merge, Kind.DELETED_AND_CHANGED, "register");
        merge.accept(conflict.id(), Choice.OURS);
        assertEquals(List.of(), merge.merged().roots());
    }

    @Test
    void aReferenceToWhatIsNotMergedStays() {
        Person person = ModelFactory.eINSTANCE.createPerson();
        ((InternalEObject) person).eSetProxyURI(ElementUris.element("directory", "p1"));
        theirs.setOwner(person);
        RiskRegister merged = register(merge().merged());
        assertEquals("chartroom:/directory#p1", EcoreUtil.getURI((Person) merged.eGet(
                merged.eClass().getEStructuralFeature("owner"), false)).toString());
    }

    @Test
    void decisionsAreResumedWhereNothingChangedSince() {
        MergeModels.risk(ours, "r1").setTitle("Fire");
        MergeModels.risk(theirs, "r1").setTitle("Flood");
        MergeModels.risk(ours, "r2").setTitle("Fire");
        MergeModels.risk(theirs, "r2").setTitle("Flood");
        ThreeWay merge = merge();
        merge.conflicts().forEach(conflict -> merge.accept(conflict.id(), Choice.THEIRS));
        MergeModels.risk(theirs, "r2").setTitle("Storm");
        ThreeWay again = merge();
        assertEquals(List.of("VALUE/r2/title"),
                again.resume(merge.decisions()).stream().map(Decision::id).toList());
        assertEquals(List.of("VALUE/r2/title"), again.open().stream().map(Decision::id).toList());
    }

    @Test
    void aChoiceThatADecisionDoesNotAllowIsRefused() {
        MergeModels.risk(ours, "r1").setTitle("Fire");
        ThreeWay merge = merge();
        assertThrows(IllegalArgumentException.class, () -> merge.accept(only(merge).id(), Choice.BOTH));
        assertThrows(IllegalArgumentException.class, () -> merge.accept("VALUE/r1/cause", Choice.OURS));
    }

    @Test
    void anElementWithoutAnIdIsRefused() {
        MergeModels.risk(theirs, "r1").setId(null);
        assertRefused("no id");
    }

    @Test
    void twoElementsOfOneIdAreRefused() {
        MergeModels.risk(theirs, "r1").setId("r2");
        assertRefused("two elements in it have the id r2");
    }

    @Test
    void anElementOfAnotherClassIsRefused() {
        MergeModels.action(ours, "a1").setId("x");
        MergeModels.action(theirs, "a1").setId("y");
        MergeModels.risk(ours, "r1").setId("a1");
        assertRefused("the element a1 is of another class");
    }

    private void assertRefused(String reason) {
        WorkspaceException refusal = assertThrows(WorkspaceException.class, this::merge);
        assertEquals(WorkspaceException.Kind.INVALID, refusal.kind());
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }
}
