package org.chartroom.core.internal.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chartroom.core.compare.Comparison;
import org.chartroom.core.compare.Counts;
import org.chartroom.core.compare.Difference;
import org.chartroom.core.compare.Difference.Kind;
import org.chartroom.core.compare.Merge;
import org.chartroom.core.compare.Side;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.State;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.Directory;
import org.chartroom.model.Element;
import org.chartroom.model.ModelPackage;
import org.eclipse.osgi.util.NLS;

/** Takes back what one revision did, as a new revision, unless later ones built upon it; used once. */
public final class Reverter {
    private static final int NAMED = 5;

    private final Workspace workspace;
    private final Map<String, Difference> later = new HashMap<>();
    private final List<String> conflicts = new ArrayList<>();

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
        State before = new State("revision " + (number - 1), number - 1, Optional.empty());
        try (EditSession old = workspace.openSession(before);
                EditSession done = workspace.openSession(State.of(revision));
                EditSession now = workspace.openSession()) {
            List<Difference> what = withoutImports(Comparison.withBaselines(Side.of(old), Side.of(done)).differences());
            if (Counts.of(what).isEmpty() || number == 1) {
                throw new WorkspaceException(WorkspaceException.Kind.INVALID,
                        NLS.bind(Messages.nothingToRevert, number));
            }
            Comparison.withBaselines(Side.of(done), Side.of(now)).differences().forEach(this::note);
            what.forEach(difference -> check(difference, false));
            if (!conflicts.isEmpty()) {
                throw new WorkspaceException(WorkspaceException.Kind.CONFLICT,
                        NLS.bind(Messages.revertConflict, number, named()));
            }
            apply(what, now);
            return now.commit(reason.isBlank() ? NLS.bind(Messages.takesBack, number) : reason);
        }
    }

    /** That something was imported stays true, and its protocol there, when it is taken back. */
    private static List<Difference> withoutImports(List<Difference> all) {
        return all.stream().filter(difference -> difference.feature() != ModelPackage.Literals.DIRECTORY__IMPORTS)
                .map(difference -> difference.element() instanceof Directory
                        ? new Difference(difference.kind(), difference.label(), difference.typeLabel(),
                                difference.left(), difference.right(), difference.feature(), difference.leftText(),
                                difference.rightText(), withoutImports(difference.children()))
                        : difference)
                .toList();
    }

    private String named() {
        String first = String.join("; ", conflicts.subList(0, Math.min(NAMED, conflicts.size())));
        return conflicts.size() > NAMED
                ? NLS.bind(Messages.andMore, first, conflicts.size() - NAMED)
                : first;
    }

    private static String key(Difference difference) {
        return difference.element().getId() + (difference.isField() ? "/" + difference.feature().getName() : "");
    }

    private void note(Difference difference) {
        if (difference.kind() != Kind.DERIVED) {
            later.put(key(difference), difference);
        }
        difference.children().forEach(this::note);
    }

    /** @param whole whether everything below must be as it was, because it goes as a whole */
    private void check(Difference difference, boolean whole) {
        Difference again = later.get(key(difference));
        boolean goes = difference.kind() == Kind.ADDED;
        if (again != null && (difference.kind() != Kind.INSIDE || again.kind() == Kind.REMOVED)
                && (goes || whole || again.kind() != Kind.INSIDE)) {
            conflicts.add(name(difference));
        }
        if (difference.kind() == Kind.REMOVED && difference.feature() != null
                && isGone((Element) difference.left().eContainer())) {
            conflicts.add(name(difference));
        }
        difference.children().forEach(child -> check(child, goes));
    }

    private boolean isGone(Element element) {
        Difference again = later.get(element.getId());
        return again != null && again.kind() == Kind.REMOVED;
    }

    private static String name(Difference difference) {
        return difference.isField()
                ? Texts.label(difference.element()) + ", " + difference.label()
                : difference.label();
    }

    private static void apply(Collection<Difference> differences, EditSession now) {
        now.editingDomain().getCommandStack().execute(Merge.command(differences, true, now));
    }
}
