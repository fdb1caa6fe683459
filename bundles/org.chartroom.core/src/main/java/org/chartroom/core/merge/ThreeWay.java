package org.chartroom.core.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chartroom.core.internal.merge.MergeEngine;
import org.chartroom.core.internal.merge.MergeEngine.Version;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.Element;

/**
 * The merge of two versions of artifacts or of the directory over the version both came from. Elements are matched by
 * their ids. Each point in which the versions differ is a decision. What only one side changed is proposed; what both
 * changed otherwise is a conflict, which somebody decides. The versions are only read, and have to stay as they are as
 * long as the merge is used.
 */
public final class ThreeWay {
    private final MergeEngine engine;
    private final Map<String, Decision> decisions = new LinkedHashMap<>();

    private ThreeWay(MergeEngine engine) {
        this.engine = engine;
        engine.decisions().stream().sorted(Comparator.comparing(decision -> !decision.isConflict()))
                .forEach(decision -> decisions.put(decision.id(), decision));
    }

    /**
     * @param base the roots that both sides came from; without those that were created since
     * @param ours the same roots on one side; without those that were deleted there
     * @param theirs the same roots on the other side; without those that were deleted there
     * @return the merge, with nothing accepted as yet
     * @throws WorkspaceException of kind INVALID when a version has an element without an id, two elements of one id, or
     *         an element of another class than the other versions
     */
    public static ThreeWay of(Collection<? extends Element> base, Collection<? extends Element> ours,
            Collection<? extends Element> theirs) {
        return new ThreeWay(MergeEngine.of(base, ours, theirs));
    }

    /** @return all decisions, conflicts first, then in the order of the elements */
    public List<Decision> decisions() {
        return List.copyOf(decisions.values());
    }

    /** @return the decisions in which the sides contradict each other, whether decided or not */
    public List<Decision> conflicts() {
        return decisions.values().stream().filter(Decision::isConflict).toList();
    }

    /** @return the conflicts that are not decided */
    public List<Decision> open() {
        return decisions.values().stream().filter(Decision::isOpen).toList();
    }

    /**
     * @param id id of an element
     * @return the element in the version both sides came from; empty when it is not there
     */
    public Optional<Element> base(String id) {
        return engine.find(Version.BASE, id);
    }

    /**
     * @param id id of an element
     * @return the element in ours; empty when it is not there
     */
    public Optional<Element> ours(String id) {
        return engine.find(Version.OURS, id);
    }

    /**
     * @param id id of an element
     * @return the element in theirs; empty when it is not there
     */
    public Optional<Element> theirs(String id) {
        return engine.find(Version.THEIRS, id);
    }

    /**
     * Decides.
     *
     * @param id id of a decision
     * @param choice the side that counts
     * @throws IllegalArgumentException when there is no such decision, or it does not allow the choice
     */
    public void accept(String id, Choice choice) {
        Decision decision = decisions.get(id);
        if (decision == null || !decision.allows(choice)) {
            throw new IllegalArgumentException("No decision " + id + " allows " + choice + ".");
        }
        decisions.put(id, decision.accept(choice));
    }

    /**
     * Accepts what was accepted in an earlier merge, where the values of base, ours and theirs are still the same.
     *
     * @param earlier decisions of an earlier merge
     * @return those in which something was accepted that does not count here, because the values differ by now
     */
    public List<Decision> resume(Collection<Decision> earlier) {
        List<Decision> outdated = new ArrayList<>();
        for (Decision decision : earlier) {
            if (decision.accepted().isPresent()) {
                Decision present = decisions.get(decision.id());
                if (present != null && present.isSame(decision)) {
                    decisions.put(decision.id(), present.accept(decision.choice()));
                } else {
                    outdated.add(decision);
                }
            }
        }
        return outdated;
    }

    /**
     * @return what comes out
     * @throws WorkspaceException of kind CONFLICT when a conflict is not decided
     */
    public Merged merged() {
        engine.requireDecided(open());
        return preview();
    }

    /** @return what would come out, with what is proposed where nothing was accepted */
    public Merged preview() {
        return engine.merge(decisions);
    }
}
