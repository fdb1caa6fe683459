package org.chartroom.core.internal.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.chartroom.core.compare.Difference;
import org.chartroom.core.compare.Merge;
import org.chartroom.core.merge.Choice;
import org.chartroom.core.merge.Decision;
import org.chartroom.core.merge.ThreeWay;
import org.chartroom.core.type.Presentation;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.State;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.Element;
import org.chartroom.model.ImportRecord;
import org.eclipse.osgi.util.NLS;

/**
 * Takes back what one revision did, as a new revision, unless later ones built upon it. That is a merge over the state the
 * revision left: ours is the newest state, theirs the one before the revision.
 */
public final class Reverter {
    private static final int NAMED = 5;

    private final Workspace workspace;

    /** @param workspace the workspace */
    public Reverter(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * @param number number of the revision to take back
     * @param reason why
     * @return the new revision
     * @throws WorkspaceException of kind CONFLICT that names what was changed again later
     */
    public Revision revert(long number, String reason) {
        Revision revision = workspace.revision(number)
                .orElseThrow(() -> new WorkspaceException(WorkspaceException.Kind.INVALID,
                        NLS.bind(Messages.revisionMissing, number, workspace.folder())));
        if (number == 1) {
            throw nothing(number);
        }
        State before = new State("revision " + (number - 1), number - 1, Optional.empty());
        try (EditSession old = workspace.openSession(before);
                EditSession done = workspace.openSession(State.of(revision));
                EditSession now = workspace.openSession()) {
            Set<String> taken = workspace.changedArtifacts(number - 1, number);
            // What is in them may have gone to other artifacts since.
            Set<String> later = new HashSet<>(workspace.changedArtifacts(number,
                    workspace.head().map(Revision::number).orElse(number)));
            later.removeAll(taken);
            List<Element> left = roots(done, later);
            List<Element> ours = joined(roots(now, taken), roots(now, later));
            ThreeWay merge = ThreeWay.of(joined(roots(done, taken), left), ours, joined(roots(old, taken), left));
            boolean isAsBefore = merge.decisions().isEmpty() && !new ElementComparer(roots(old, taken),
                    roots(done, taken), true).withoutDerived().compare().isEmpty();
            if (isAsBefore) {
                throw new WorkspaceException(WorkspaceException.Kind.INVALID, NLS.bind(Messages.revertDone, number));
            }
            decide(merge, number);
            apply(new ElementComparer(ours, merge.merged().roots(), true).withoutDerived().compare(), now);
            return now.commit(reason.isBlank() ? NLS.bind(Messages.takesBack, number) : reason);
        }
    }

    private static WorkspaceException nothing(long number) {
        return new WorkspaceException(WorkspaceException.Kind.INVALID, NLS.bind(Messages.nothingToRevert, number));
    }

    private static List<Element> roots(EditSession session, Collection<String> ids) {
        List<Element> roots = new ArrayList<>();
        ids.forEach(id -> session.root(id).ifPresent(roots::add));
        return roots;
    }

    private static List<Element> joined(List<Element> one, List<Element> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static void decide(ThreeWay merge, long number) {
        for (Decision decision : merge.decisions()) {
            // That something was imported stays true. An item that comes back gets a new key when its own was given away.
            if (isImport(merge, decision) || decision.kind() == Decision.Kind.KEY) {
                merge.accept(decision.id(), Choice.OURS);
            }
        }
        if (merge.decisions().stream().allMatch(decision -> decision.choice() == Choice.OURS && !decision.isOpen())) {
            throw nothing(number);
        }
        List<String> conflicts = merge.open().stream().map(conflict -> name(merge, conflict)).toList();
        if (!conflicts.isEmpty()) {
            throw new WorkspaceException(WorkspaceException.Kind.CONFLICT,
                    NLS.bind(Messages.revertConflict, number, named(conflicts)));
        }
    }

    private static boolean isImport(ThreeWay merge, Decision decision) {
        return element(merge, decision.elementId()) instanceof ImportRecord;
    }

    private static Element element(ThreeWay merge, String id) {
        return merge.base(id).or(() -> merge.theirs(id)).or(() -> merge.ours(id)).orElseThrow();
    }

    private static String named(List<String> conflicts) {
        String first = String.join("; ", conflicts.subList(0, Math.min(NAMED, conflicts.size())));
        return conflicts.size() > NAMED
                ? NLS.bind(Messages.andMore, first, conflicts.size() - NAMED)
                : first;
    }

    private static String name(ThreeWay merge, Decision conflict) {
        Element element = element(merge, conflict.elementId());
        String label = Texts.label(element);
        return conflict.feature().isEmpty()
                ? label
                : label + ", " + Presentation.label(element.eClass().getEStructuralFeature(conflict.feature()));
    }

    private static void apply(Collection<Difference> differences, EditSession now) {
        now.editingDomain().getCommandStack().execute(Merge.command(differences, false, now));
    }
}
