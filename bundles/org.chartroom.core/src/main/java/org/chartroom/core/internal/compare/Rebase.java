package org.chartroom.core.internal.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.chartroom.core.compare.Difference;
import org.chartroom.core.compare.Difference.Kind;
import org.chartroom.core.workspace.SaveConflict;
import org.chartroom.model.Element;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * Brings what a session changed together with what others changed meanwhile: three states of the same roots. What differs
 * between what is saved and the session is the session's own where the session changed it, and others' else. Of what is its
 * own, that is a conflict which others changed too, against the base of the session.
 */
public final class Rebase {
    private final OwnChanges own;
    private final Map<String, Difference> theirs = new HashMap<>();
    private final List<Part> parts = new ArrayList<>();

    /** A change of the session, to be applied to what is saved, and the conflict it is in. */
    private record Part(Difference difference, SaveConflict conflict) {
    }

    /**
     * @param base the roots as the session knew them before it changed them
     * @param saved the same roots as they are saved now
     * @param mine the same roots as they are in the session, or copies of them
     * @param own what the session changed
     */
    public Rebase(List<Element> base, List<Element> saved, List<Element> mine, OwnChanges own) {
        this.own = own;
        new ElementComparer(base, saved, true).compare().forEach(this::note);
        new ElementComparer(saved, mine, true).compare().forEach(this::collect);
    }

    /** @return what both changed, in the order of the artifacts; without revisions */
    public List<SaveConflict> conflicts() {
        return parts.stream().map(Part::conflict).filter(Objects::nonNull).toList();
    }

    /**
     * @param givenUp conflicts in which what is saved stays
     * @return what is to be applied to what is saved, from its right side
     */
    public List<Difference> changes(Collection<SaveConflict> givenUp) {
        return parts.stream().filter(part -> part.conflict() == null || !givenUp.contains(part.conflict()))
                .map(Part::difference).toList();
    }

    private static String key(Difference difference) {
        return difference.element().getId() + (difference.isField() ? "/" + difference.feature().getName() : "");
    }

    private void note(Difference difference) {
        if (difference.kind() != Kind.DERIVED && difference.kind() != Kind.INSIDE) {
            theirs.put(key(difference), difference);
        }
        difference.children().forEach(this::note);
    }

    private void collect(Difference difference) {
        switch (difference.kind()) {
            case CHANGED -> changed(difference);
            case ADDED -> added(difference);
            case REMOVED -> removed(difference);
            case MOVED -> {
                moved(difference);
                difference.children().forEach(this::collect);
            }
            case INSIDE -> difference.children().forEach(this::collect);
            default -> {
                // Computed values follow.
            }
        }
    }

    private void changed(Difference difference) {
        if (own.hasValue(difference.element().getId(), difference.feature().getName())) {
            parts.add(new Part(difference, theirs.containsKey(key(difference))
                    ? new SaveConflict(SaveConflict.Kind.FIELD, difference.element().getId(),
                            Texts.label(difference.left()), difference.feature().getName(), difference.label(),
                            difference.rightText(), difference.leftText(), Optional.empty())
                    : null));
        }
    }

    /** What is here only is new, or it was deleted by others; then it counts when something in it was changed here. */
    private void added(Difference difference) {
        Element element = difference.right();
        if (own.created().contains(element.getId())) {
            parts.add(new Part(difference, null));
        } else if (isTouched(element)) {
            parts.add(new Part(difference, whole(SaveConflict.Kind.DELETED_BY_OTHERS, difference)));
        }
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

    /** What is saved only was deleted here, or it was added by others. */
    private void removed(Difference difference) {
        if (own.deleted().contains(difference.left().getId())) {
            parts.add(new Part(difference, isChangedByOthers(difference.left())
                    ? whole(SaveConflict.Kind.DELETED_HERE, difference)
                    : null));
        }
    }

    private boolean isChangedByOthers(Element element) {
        if (theirs.keySet().stream().anyMatch(
                key -> key.equals(element.getId()) || key.startsWith(element.getId() + "/"))) {
            return true;
        }
        for (EObject content : element.eContents()) {
            if (isChangedByOthers((Element) content)) {
                return true;
            }
        }
        return false;
    }

    private void moved(Difference difference) {
        Element mine = difference.right();
        EStructuralFeature list = mine.eContainmentFeature();
        boolean isOwn = own.relocated().contains(mine.getId())
                || mine.eContainer() instanceof Element owner && own.hasOrder(owner.getId(), list.getName());
        if (isOwn) {
            Difference other = theirs.get(mine.getId());
            // Where both only sorted a list the later order counts, as in a commit.
            boolean bothRelocated = other != null && other.kind() == Kind.MOVED
                    && own.relocated().contains(mine.getId()) && isRelocation(other);
            parts.add(new Part(new Difference(Kind.MOVED, difference.label(), difference.typeLabel(), difference.left(),
                    mine, difference.feature(), difference.leftText(), difference.rightText(), List.of()),
                    bothRelocated ? whole(SaveConflict.Kind.MOVED, difference) : null));
        }
    }

    private static boolean isRelocation(Difference moved) {
        return !Objects.equals(containerId(moved.left()), containerId(moved.right()))
                || moved.left().eContainmentFeature() != moved.right().eContainmentFeature();
    }

    private static String containerId(Element element) {
        return element.eContainer() instanceof Element container ? container.getId() : null;
    }

    private static SaveConflict whole(SaveConflict.Kind kind, Difference difference) {
        return new SaveConflict(kind, difference.element().getId(), difference.label(), "", "", difference.rightText(),
                difference.leftText(), Optional.empty());
    }
}
