package org.chartroom.core.internal.compare;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chartroom.core.compare.Difference;
import org.chartroom.core.merge.Choice;
import org.chartroom.core.merge.Decision;
import org.chartroom.core.merge.ThreeWay;
import org.chartroom.core.type.Presentation;
import org.chartroom.core.workspace.SaveConflict;
import org.chartroom.model.Element;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * Brings what a session changed together with what others changed meanwhile: a merge over the base of the session, in which
 * ours is the session and theirs is what is saved. In the session only what it changed itself counts.
 */
public final class Rebase {
    private final OwnChanges own;
    private final List<Element> saved;
    private final ThreeWay merge;
    private final Map<SaveConflict, Decision> conflicts = new LinkedHashMap<>();

    /**
     * @param base the roots as the session knew them before it changed them
     * @param saved the same roots as they are saved now
     * @param mine the same roots as they are in the session, or copies of them
     * @param own what the session changed
     */
    public Rebase(List<Element> base, List<Element> saved, List<Element> mine, OwnChanges own) {
        this.own = own;
        this.saved = saved;
        this.merge = ThreeWay.of(base, mine, saved);
        for (Decision decision : merge.decisions()) {
            if (!isOwn(decision) || decision.kind() == Decision.Kind.KEY) {
                // What is saved keeps its keys, as when something is copied.
                merge.accept(decision.id(), Choice.THEIRS);
            } else if (decision.isConflict() && decision.kind() == Decision.Kind.ORDER) {
                // Where both only sorted a list the later order counts, as in a commit.
                merge.accept(decision.id(), Choice.OURS);
            } else if (decision.isConflict() || isGoneUnseen(decision)) {
                conflicts.put(conflict(decision), decision);
            }
        }
    }

    /** @return what both changed, in the order of the artifacts; without revisions */
    public List<SaveConflict> conflicts() {
        return List.copyOf(conflicts.keySet());
    }

    /**
     * @param givenUp conflicts in which what is saved stays
     * @return what is to be applied to what is saved, from its right side
     */
    public List<Difference> changes(Collection<SaveConflict> givenUp) {
        conflicts.forEach((conflict, decision) -> merge.accept(decision.id(),
                givenUp.contains(conflict) ? Choice.THEIRS : Choice.OURS));
        return new ElementComparer(saved, merge.merged().roots(), true).withoutDerived().compare();
    }

    /** The session may be behind its base where others changed something: that is no change of its own. */
    private boolean isOwn(Decision decision) {
        String id = decision.elementId();
        return switch (decision.kind()) {
            case VALUE, ENTRY_ADDED, ENTRY_REMOVED -> own.hasValue(id, decision.feature());
            case ORDER, OCCUPIED -> own.hasOrder(id, decision.feature()) || own.hasValue(id, decision.feature());
            case MOVED -> own.relocated().contains(id);
            case NESTED ->
                own.relocated().contains(id) || decision.related().stream().anyMatch(own.relocated()::contains);
            case ADDED -> own.created().contains(id) || isGoneUnseen(decision);
            // What is kept here may refer to it, whatever the session did to that.
            case DELETED_AND_REFERRED_TO -> decision.ours().isPresent() || own.deleted().contains(id);
            default -> decision.ours().isEmpty()
                    ? own.deleted().contains(id)
                    : isTouchedHere(id) || decision.related().stream().anyMatch(own::touches);
        };
    }

    /** Others deleted it before the base, the session has it still and changed something in it. */
    private boolean isGoneUnseen(Decision decision) {
        return decision.kind() == Decision.Kind.ADDED && !own.created().contains(decision.elementId())
                && isTouchedHere(decision.elementId());
    }

    private boolean isTouchedHere(String id) {
        return merge.ours(id).filter(this::isTouched).isPresent();
    }

    private boolean isTouched(Element element) {
        if (own.touches(element.getId()) || own.ordered().containsKey(element.getId())) {
            return true;
        }
        for (EObject content : element.eContents()) {
            if (isTouched((Element) content)) {
                return true;
            }
        }
        return false;
    }

    private SaveConflict conflict(Decision decision) {
        String id = decision.elementId();
        Optional<Element> ours = merge.ours(id);
        Optional<Element> theirs = merge.theirs(id);
        String label = Texts.label(theirs.or(() -> ours).orElseThrow());
        if (decision.feature().isEmpty()) {
            SaveConflict.Kind kind = ours.isEmpty()
                    ? SaveConflict.Kind.DELETED_HERE
                    : theirs.isEmpty() ? SaveConflict.Kind.DELETED_BY_OTHERS : SaveConflict.Kind.MOVED;
            boolean isMoved = kind == SaveConflict.Kind.MOVED;
            return new SaveConflict(kind, id, label, "", "",
                    isMoved ? merge.base(id).map(ElementComparer::place).orElse("") : "",
                    isMoved ? ElementComparer.place(ours.orElseThrow()) : "",
                    isMoved ? ElementComparer.place(theirs.orElseThrow()) : "", Optional.empty());
        }
        EStructuralFeature feature = theirs.orElseThrow().eClass().getEStructuralFeature(decision.feature());
        return new SaveConflict(SaveConflict.Kind.FIELD, id, label, feature.getName(), Presentation.label(feature),
                merge.base(id).map(base -> Texts.text(feature, base.eGet(feature))).orElse(""),
                Texts.text(feature, ours.orElseThrow().eGet(feature)),
                Texts.text(feature, theirs.orElseThrow().eGet(feature)), Optional.empty());
    }
}
