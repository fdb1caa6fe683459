package org.chartroom.core.internal.merge;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.chartroom.core.merge.Decision;
import org.chartroom.core.merge.Merged;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.Element;
import org.eclipse.osgi.util.NLS;

/** Finds the decisions of a merge and follows them. */
public final class MergeEngine {
    private final Versions versions;
    private final Findings findings;

    /** The versions of a merge. */
    public enum Version {
        /** What both sides came from. */
        BASE,
        /** One side. */
        OURS,
        /** The other side. */
        THEIRS
    }

    private MergeEngine(Versions versions) {
        this.versions = versions;
        versions.check();
        this.findings = new Findings(versions);
        findNested();
        findOccupied();
        new Keys(versions).find(findings, resolver().places().keySet());
    }

    /**
     * @param base roots that both sides came from
     * @param ours roots of one side
     * @param theirs roots of the other side
     * @return the engine
     * @throws WorkspaceException of kind INVALID when they can't be merged
     */
    public static MergeEngine of(Collection<? extends Element> base, Collection<? extends Element> ours,
            Collection<? extends Element> theirs) {
        return new MergeEngine(
                new Versions(new ModelVersion(base), new ModelVersion(ours), new ModelVersion(theirs)));
    }

    private void findNested() {
        boolean isAgain = true;
        while (isAgain) {
            isAgain = false;
            for (Set<String> group : new Nesting(versions, findings, resolver().places().keySet()).groups()) {
                isAgain |= findings.addNested(group);
            }
        }
    }

    private Resolver resolver() {
        return new Resolver(versions, findings, findings.decisions());
    }

    private void findOccupied() {
        resolver().findOccupied().forEach((place, rivals) -> {
            Optional<String> ours = first(rivals, place, versions.ours());
            Optional<String> theirs = first(rivals, place, versions.theirs());
            if (ours.isPresent() && theirs.isPresent()) {
                findings.addOccupied(place, ours.get(), theirs.get(), first(rivals, place, versions.base()));
            }
        });
    }

    private static Optional<String> first(List<String> ids, Place place, ModelVersion version) {
        return ids.stream().filter(id -> place.equals(version.place(id))).findFirst();
    }

    /** @return all decisions in the order of the elements */
    public List<Decision> decisions() {
        Map<String, Integer> order = new HashMap<>();
        versions.ids().forEach(id -> order.put(id, order.size()));
        return findings.decisions().values().stream()
                .sorted(Comparator.comparing(decision -> order.getOrDefault(decision.elementId(), 0))).toList();
    }

    /**
     * @param version a version
     * @param id id of an element
     * @return the element in that version; empty when it is not there
     */
    public Optional<Element> find(Version version, String id) {
        return Optional.ofNullable(switch (version) {
            case BASE -> versions.base();
            case OURS -> versions.ours();
            default -> versions.theirs();
        }).map(model -> model.get(id));
    }

    /**
     * @param open conflicts that are not decided
     * @throws WorkspaceException of kind CONFLICT when there are some
     */
    public void requireDecided(Collection<Decision> open) {
        if (!open.isEmpty()) {
            throw new WorkspaceException(WorkspaceException.Kind.CONFLICT, open.size() == 1
                    ? Messages.undecidedOne
                    : NLS.bind(Messages.undecided, open.size()));
        }
    }

    /**
     * @param decisions all decisions by their ids
     * @return what comes out
     */
    public Merged merge(Map<String, Decision> decisions) {
        Resolver resolver = new Resolver(versions, findings, decisions);
        resolver.untie();
        resolver.makeRoom();
        List<Element> roots = new Builder(versions, resolver).build(decisions.values());
        return new Merged(roots, decisions.values().stream()
                .filter(decision -> resolver.overridden().contains(decision.id())).toList());
    }
}
