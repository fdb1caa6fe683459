package org.chartroom.core.internal.workspace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.chartroom.core.compare.Difference;
import org.chartroom.core.compare.Merge;
import org.chartroom.core.internal.compare.OwnChanges;
import org.chartroom.core.internal.compare.Rebase;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.FieldChange;
import org.chartroom.core.workspace.HistoryQuery;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.SaveConflict;
import org.chartroom.core.workspace.State;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.Element;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** A session's changes over the newest state: reads the base and the newest state beside the session; used once. */
final class SessionRebase implements AutoCloseable {
    private final DefaultWorkspace workspace;
    /** The oldest revision at which a changed root was read. */
    private final long base;
    private final long newest;
    private final Map<Long, EditSession> before = new HashMap<>();
    private final EditSession saved;
    private final Rebase rebase;

    /**
     * @param workspace the workspace
     * @param session the session; not changed
     * @param bases for each root number of the revision at which the session read it
     * @param pending what it changed
     */
    SessionRebase(DefaultWorkspace workspace, EditSession session, Map<String, Long> bases,
            SessionChanges.Pending pending) {
        this.workspace = workspace;
        this.newest = workspace.head().map(Revision::number).orElse(Revision.NONE);
        this.saved = workspace.openSession();
        List<Element> mine = new ArrayList<>();
        List<Element> old = new ArrayList<>();
        List<Element> now = new ArrayList<>();
        for (String id : pending.rootIds()) {
            session.root(id).ifPresent(mine::add);
            if (bases.containsKey(id)) {
                before.computeIfAbsent(bases.get(id), this::openAt).root(id).ifPresent(old::add);
            }
            saved.root(id).ifPresent(now::add);
        }
        this.base = before.keySet().stream().min(Comparator.naturalOrder()).orElse(newest);
        this.rebase = new Rebase(old, now, copies(mine), own(pending));
    }

    private EditSession openAt(long revision) {
        return workspace.openSession(new State("base", revision, Optional.empty()));
    }

    /** The session lets go of its objects before the changes are applied. */
    private static List<Element> copies(List<Element> roots) {
        EcoreUtil.Copier copier = new EcoreUtil.Copier(false);
        Collection<Element> copies = copier.copyAll(roots);
        copier.copyReferences();
        return List.copyOf(copies);
    }

    private static OwnChanges own(SessionChanges.Pending pending) {
        Set<String> created = new HashSet<>();
        Set<String> deleted = new HashSet<>();
        Set<String> relocated = new HashSet<>();
        Map<String, Set<String>> values = new HashMap<>();
        Map<String, Set<String>> ordered = new HashMap<>();
        for (ObjectChange change : pending.changes()) {
            String id = change.element().getId();
            switch (change.kind()) {
                case CREATED -> created.add(id);
                case DELETED -> deleted.add(id);
                default -> {
                    if (change.relocated()) {
                        relocated.add(id);
                    }
                    change.features().forEach(feature -> values.computeIfAbsent(id, key -> new HashSet<>())
                            .add(feature.getName()));
                }
            }
        }
        for (ContainmentOrder order : pending.orders()) {
            ordered.computeIfAbsent(order.owner().getId(), key -> new HashSet<>()).add(order.reference().getName());
        }
        return new OwnChanges(created, deleted, values, relocated, ordered);
    }

    /** @return number of the newest revision, over which the changes are applied */
    long newest() {
        return newest;
    }

    List<SaveConflict> conflicts() {
        return rebase.conflicts().stream().map(this::withRevision).toList();
    }

    private SaveConflict withRevision(SaveConflict conflict) {
        Optional<Revision> last = workspace.history(HistoryQuery.ofElement(conflict.elementId())).stream()
                .filter(change -> conflict.feature().isEmpty() || conflict.feature().equals(change.feature()))
                .map(FieldChange::revision).filter(revision -> revision.number() > base)
                .max(Comparator.comparingLong(Revision::number));
        return conflict.by(last);
    }

    /**
     * @param givenUp conflicts in which what is saved stays
     * @return the changes to apply from their right side, known to be applicable to the newest state
     * @throws WorkspaceException of kind INVALID when one of them is not applicable, of kind CONFLICT when the newest
     *         state is another one by now
     */
    List<Difference> check(Collection<SaveConflict> givenUp) {
        Set<SaveConflict> unnamed = new HashSet<>();
        givenUp.forEach(conflict -> unnamed.add(conflict.by(Optional.empty())));
        List<Difference> kept = rebase.changes(unnamed);
        if (!kept.isEmpty()) {
            Merge.command(kept, false, saved);
        }
        if (newest != workspace.head().map(Revision::number).orElse(Revision.NONE)) {
            throw new WorkspaceException(WorkspaceException.Kind.CONFLICT, Messages.savedAgain);
        }
        return kept;
    }

    @Override
    public void close() {
        before.values().forEach(EditSession::close);
        saved.close();
    }
}
