package org.chartroom.core.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

import org.chartroom.core.merge.Decision.Kind;
import org.chartroom.model.Element;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What always holds of a merge, over edits of a directory, a register, a charter and a report. */
class MergeLawsTest {
    private static final int TRIES = 1000;

    @Provide
    Arbitrary<List<Edit>> edits() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 60);
        return Combinators.combine(Arbitraries.of(Edit.Kind.values()), number, number, number).as(Edit::new).list()
                .ofMaxSize(12);
    }

    /** In a small model both sides meet more often. */
    private static List<Element> base(boolean isSmall) {
        return isSmall ? MergeModels.small() : MergeModels.base();
    }

    private static List<Element> edited(List<Element> base, List<Edit> edits, String side) {
        List<Element> edited = MergeModels.copy(base);
        edits.forEach(edit -> edit.apply(edited, side));
        return edited;
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void whereOneSideIsUnchangedTheOtherComesOut(@ForAll("edits") List<Edit> edits, @ForAll boolean isSmall) {
        List<Element> base = base(isSmall);
        List<Element> changed = edited(base, edits, "n");
        List<Element> same = MergeModels.copy(base);
        assertEquals(MergeModels.text(changed), MergeModels.text(ThreeWay.of(base, changed, same).merged().roots()));
        assertEquals(MergeModels.text(changed), MergeModels.text(ThreeWay.of(base, same, changed).merged().roots()));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void theSameChangeOnBothSidesIsNoDecision(@ForAll("edits") List<Edit> edits, @ForAll boolean isSmall) {
        List<Element> base = base(isSmall);
        ThreeWay merge = ThreeWay.of(base, edited(base, edits, "n"), edited(base, edits, "n"));
        assertEquals(List.of(), merge.decisions());
        assertEquals(MergeModels.text(edited(base, edits, "n")), MergeModels.text(merge.merged().roots()));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void theVersionsStayAsTheyWere(@ForAll("edits") List<Edit> left, @ForAll("edits") List<Edit> right,
            @ForAll boolean isSmall) {
        List<Element> base = base(isSmall);
        List<Element> ours = edited(base, left, "o");
        List<Element> theirs = edited(base, right, "t");
        List<String> before = List.of(MergeModels.text(base), MergeModels.text(ours), MergeModels.text(theirs));
        ThreeWay.of(base, ours, theirs).preview();
        assertEquals(before, List.of(MergeModels.text(base), MergeModels.text(ours), MergeModels.text(theirs)));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void whenTheSidesChangePlacesTheSameComesOut(@ForAll("edits") List<Edit> left, @ForAll("edits") List<Edit> right,
            @ForAll long seed, @ForAll boolean isSmall) {
        List<Element> base = base(isSmall);
        List<Element> ours = edited(base, left, "o");
        List<Element> theirs = edited(base, right, "t");
        ThreeWay merge = ThreeWay.of(base, ours, theirs);
        ThreeWay mirrored = ThreeWay.of(base, theirs, ours);
        assertEquals(ids(merge.conflicts()), ids(mirrored.conflicts()));
        assertEquals(ids(merge.decisions()), ids(mirrored.decisions()));
        Random random = new Random(seed);
        for (Decision conflict : merge.conflicts()) {
            Choice choice = random.nextBoolean() ? Choice.OURS : Choice.THEIRS;
            merge.accept(conflict.id(), choice);
            mirrored.accept(conflict.id(), choice.mirrored());
        }
        assertEquals(MergeModels.text(merge.merged().roots()), MergeModels.text(mirrored.merged().roots()));
    }

    private static Set<String> ids(Collection<Decision> decisions) {
        return new HashSet<>(decisions.stream().map(Decision::id).toList());
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void whatIsProposedCanBeHadAsAWhole(@ForAll("edits") List<Edit> left, @ForAll("edits") List<Edit> right,
            @ForAll boolean isSmall) {
        List<Element> base = base(isSmall);
        ThreeWay merge = ThreeWay.of(base, edited(base, left, "o"), edited(base, right, "t"));
        assertEquals(List.of(), merge.preview().overridden());
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void nothingIsLostThatIsNoConflict(@ForAll("edits") List<Edit> left, @ForAll("edits") List<Edit> right,
            @ForAll boolean isSmall) {
        List<Element> base = base(isSmall);
        List<Element> ours = edited(base, left, "o");
        List<Element> theirs = edited(base, right, "t");
        ThreeWay merge = ThreeWay.of(base, ours, theirs);
        Map<String, Element> merged = MergeModels.byId(merge.preview().roots());
        Set<String> inConflict = new HashSet<>();
        merge.conflicts().forEach(conflict -> {
            inConflict.add(conflict.elementId() + "/" + conflict.feature());
            conflict.related().forEach(id -> inConflict.add(id + "/" + conflict.feature()));
        });
        assertChangesAreIn(merged, MergeModels.byId(base), MergeModels.byId(ours), inConflict);
        assertChangesAreIn(merged, MergeModels.byId(base), MergeModels.byId(theirs), inConflict);
    }

    private static void assertChangesAreIn(Map<String, Element> merged, Map<String, Element> base,
            Map<String, Element> side, Set<String> inConflict) {
        for (Element element : side.values()) {
            Element before = base.get(element.getId());
            Element after = merged.get(element.getId());
            if (before == null || after == null) {
                assertTrue(after != null || isUnchanged(before, element), () -> element.getId() + " is gone");
            } else {
                boolean isMoved = !container(before).equals(container(element));
                if (isMoved && !inConflict.contains(element.getId() + "/")) {
                    assertEquals(container(element), container(after), element::getId);
                }
                for (EStructuralFeature feature : element.eClass().getEAllStructuralFeatures()) {
                    if (isField(feature) && !inConflict.contains(element.getId() + "/" + feature.getName())) {
                        assertChangeIsIn(MergeModels.value(before, feature), MergeModels.value(element, feature),
                                MergeModels.value(after, feature), side.keySet(), feature);
                    }
                }
            }
        }
    }

    /** What went from a reference because its target is deleted comes back when that is a conflict. */
    private static void assertChangeIsIn(Object before, Object value, Object after, Set<String> there,
            EStructuralFeature feature) {
        if (value instanceof List<?> entries) {
            List<?> old = (List<?>) before;
            List<?> merged = (List<?>) after;
            entries.stream().filter(entry -> !old.contains(entry)).forEach(entry -> assertTrue(merged.contains(entry)));
            old.stream().filter(entry -> !entries.contains(entry))
                    .filter(entry -> !(feature instanceof EReference) || there.contains(entry))
                    .forEach(entry -> assertFalse(merged.contains(entry)));
        } else if (!Objects.equals(before, value)
                && (value != null || !(feature instanceof EReference) || there.contains(before))) {
            assertEquals(value, after, feature::getName);
        }
    }

    private static String container(Element element) {
        return element.eContainer() instanceof Element container
                ? container.getId() + "/" + element.eContainmentFeature().getName()
                : "";
    }

    private static boolean isField(EStructuralFeature feature) {
        boolean isStructure = feature instanceof EReference reference
                && (reference.isContainment() || reference.isContainer());
        return !isStructure && !feature.isDerived();
    }

    /** Without what is in it. */
    private static boolean isUnchanged(Element before, Element after) {
        return before.eClass().getEAllAttributes().stream().filter(MergeLawsTest::isField)
                .allMatch(feature -> Objects.equals(before.eGet(feature), after.eGet(feature)));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void whateverIsAcceptedAWholeModelComesOut(@ForAll("edits") List<Edit> left, @ForAll("edits") List<Edit> right,
            @ForAll long seed, @ForAll boolean isSmall) {
        List<Element> base = base(isSmall);
        List<Element> ours = edited(base, left, "o");
        List<Element> theirs = edited(base, right, "t");
        ThreeWay merge = ThreeWay.of(base, ours, theirs);
        acceptAny(merge, new Random(seed));
        List<Element> roots = merge.merged().roots();
        List<EObject> all = new ArrayList<>(roots);
        roots.forEach(root -> root.eAllContents().forEachRemaining(all::add));
        Map<String, Element> byId = MergeModels.byId(roots);
        assertEquals(all.size(), byId.size(), "two elements of one id");
        Set<String> both = new HashSet<>(MergeModels.byId(ours).keySet());
        both.retainAll(MergeModels.byId(theirs).keySet());
        both.removeAll(byId.keySet());
        assertEquals(Set.of(), both, "lost, or in a cycle");
        byId.values().forEach(element -> assertReferencesAreThere(element, byId));
    }

    private static void acceptAny(ThreeWay merge, Random random) {
        for (Decision decision : merge.decisions()) {
            List<Choice> choices = List.of(Choice.values()).stream().filter(decision::allows).toList();
            merge.accept(decision.id(), choices.get(random.nextInt(choices.size())));
        }
    }

    private static void assertReferencesAreThere(Element element, Map<String, Element> byId) {
        for (EReference reference : element.eClass().getEAllReferences()) {
            if (!reference.isContainment() && !reference.isContainer() && !reference.isDerived()) {
                for (EObject target : MergeModels.targets(element, reference)) {
                    String id = MergeModels.id(target);
                    assertTrue(byId.get(id) == target,
                            () -> element.getId() + " " + reference.getName() + " refers to " + id);
                }
            }
        }
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void theOrderInWhichDecisionsAreMadeIsIrrelevant(@ForAll("edits") List<Edit> left,
            @ForAll("edits") List<Edit> right,
            @ForAll long seed, @ForAll boolean isSmall) {
        List<Element> base = base(isSmall);
        List<Element> ours = edited(base, left, "o");
        List<Element> theirs = edited(base, right, "t");
        ThreeWay merge = ThreeWay.of(base, ours, theirs);
        acceptAny(merge, new Random(seed));
        List<Decision> shuffled = new ArrayList<>(merge.decisions());
        Collections.shuffle(shuffled, new Random(seed));
        ThreeWay again = ThreeWay.of(base, ours, theirs);
        assertEquals(List.of(), again.resume(shuffled));
        assertEquals(merge.decisions(), again.decisions());
        assertEquals(MergeModels.text(merge.merged().roots()), MergeModels.text(again.merged().roots()));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void whatBothDidToDifferentElementsComesOutAsWhenOneDidItAfterTheOther(@ForAll("edits") List<Edit> left,
            @ForAll("edits") List<Edit> right, @ForAll boolean isSmall) {
        List<Element> base = base(isSmall);
        List<Edit> mine = values(left, 0, isSmall);
        List<Edit> others = values(right, 1, isSmall);
        ThreeWay merge = ThreeWay.of(base, edited(base, mine, "o"), edited(base, others, "t"));
        List<Element> oneAfterTheOther = edited(edited(base, mine, "o"), others, "t");
        List<Element> theOtherWayRound = edited(edited(base, others, "t"), mine, "o");
        assertEquals(List.of(), merge.conflicts().stream().filter(one -> one.kind() != Kind.KEY).toList());
        if (merge.conflicts().isEmpty()) {
            assertEquals(MergeModels.text(oneAfterTheOther), MergeModels.text(merge.merged().roots()));
            assertEquals(MergeModels.text(theOtherWayRound), MergeModels.text(merge.merged().roots()));
        }
    }

    /** @return edits of values only, of elements with an even or odd number */
    private static List<Edit> values(List<Edit> edits, int parity, boolean isSmall) {
        int count = MergeModels.byId(base(isSmall)).size();
        return edits.stream().map(edit -> new Edit(
                edit.kind().ordinal() % 2 == 0 ? Edit.Kind.SET : Edit.Kind.REFER,
                edit.what() % count / 2 * 2 + parity, edit.feature(), edit.to()))
                .filter(edit -> edit.what() < count).toList();
    }
}
