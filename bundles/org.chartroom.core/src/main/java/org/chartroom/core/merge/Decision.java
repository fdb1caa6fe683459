package org.chartroom.core.merge;

import java.util.List;
import java.util.Optional;

/**
 * One point in which ours and theirs differ. It is data: it holds ids, names and values as text, so that it can be stored
 * and be resumed later with {@link ThreeWay#resume}.
 *
 * <p>Values are written as in files. An element is written as its place: the id of its container, a slash and the name of
 * the list; the place of a root is a slash. A list is written with one entry a line, and a backslash before a backslash
 * or a line break of an entry.
 *
 * @param id tells the decision from all others of the merge; the same when ours and theirs change places
 * @param kind what it is about
 * @param isConflict whether ours and theirs contradict each other
 * @param elementId id of the element
 * @param feature name of the field or list; empty where it is about the element as a whole
 * @param base the value that ours and theirs came from; empty when there is none
 * @param ours the value of ours; empty when there is none
 * @param theirs the value of theirs; empty when there is none
 * @param related ids of other elements that it is about: what was changed, added or referred to where the element was
 *        deleted, the other item with the same key, or the elements that would be in each other
 * @param proposed what is done unless something else is accepted
 * @param accepted what was accepted; empty when nothing was
 */
public record Decision(String id, Kind kind, boolean isConflict, String elementId, String feature,
        Optional<String> base, Optional<String> ours, Optional<String> theirs, List<String> related, Choice proposed,
        Optional<Choice> accepted) {
    /** What a decision is about. */
    public enum Kind {
        /** A field has another value. */
        VALUE,
        /** A list of values or references has another entry. */
        ENTRY_ADDED,
        /** A list of values or references lacks an entry. */
        ENTRY_REMOVED,
        /** The entries of a list have another order. */
        ORDER,
        /** One side added an element, with all that is in it. */
        ADDED,
        /** One side deleted an element, with all that is in it, and the other left it as it was. */
        DELETED,
        /** One side deleted an element, the other changed it or something in it. */
        DELETED_AND_CHANGED,
        /** One side deleted an element, the other put something into it. */
        DELETED_AND_FILLED,
        /** One side deleted an element, the other refers to it anew. */
        DELETED_AND_REFERRED_TO,
        /** An element is in another container or list. */
        MOVED,
        /** What both sides moved would be in each other. */
        NESTED,
        /** Both sides put another element into a place that holds one. */
        OCCUPIED,
        /** Both sides gave the same key to different items. */
        KEY
    }

    /** @return whether it has to be decided by somebody: it is a conflict, and nothing was accepted */
    public boolean isOpen() {
        return isConflict && accepted.isEmpty();
    }

    /** @return what counts: what was accepted, or else what is proposed */
    public Choice choice() {
        return accepted.orElse(proposed);
    }

    /**
     * @param choice a side
     * @return whether it can be accepted
     */
    public boolean allows(Choice choice) {
        return choice != Choice.BOTH || proposed == Choice.BOTH || kind == Kind.KEY;
    }

    /**
     * @param choice a side
     * @return the same decision with that side accepted
     */
    public Decision accept(Choice choice) {
        return new Decision(id, kind, isConflict, elementId, feature, base, ours, theirs, related, proposed,
                Optional.of(choice));
    }

    /** @return whether it is about the same values of the same place as another one, whatever was accepted */
    boolean isSame(Decision other) {
        return id.equals(other.id) && kind == other.kind && isConflict == other.isConflict && base.equals(other.base)
                && ours.equals(other.ours) && theirs.equals(other.theirs) && related.equals(other.related);
    }
}
