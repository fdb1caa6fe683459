package org.chartroom.ui.forms;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.chartroom.core.check.CheckInfo;
import org.chartroom.core.check.Checks;
import org.chartroom.core.check.Finding;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.SessionListener;
import org.chartroom.core.workspace.State;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.WorkspaceListener;
import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;
import org.chartroom.model.Element;
import org.chartroom.ui.forms.comment.OpenComments;
import org.chartroom.ui.forms.internal.Messages;
import org.eclipse.core.runtime.ILog;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CommandStack;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.eclipse.swt.widgets.Display;

/**
 * An artifact, or the directory of the workspace, while an editor is open on it: its session, undo and redo, and what the
 * checks find. Used in the UI thread.
 */
public final class ArtifactEditing implements SessionListener {
    private static final int CHECK_DELAY_MS = 200;

    private final EditSession session;
    private final String rootId;
    private final Checks checks;
    private final Display display = Display.getCurrent();
    private final List<EditingListener> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> pendingInput = new CopyOnWriteArrayList<>();
    private final Runnable checkLater = this::check;
    private List<Finding> findings = List.of();
    private Map<Element, List<Finding>> findingsByElement = Map.of();
    private Element root;
    private OpenComments openComments;
    private final Set<Object> typing = new HashSet<>();
    private final WorkspaceListener others = this::committed;
    private boolean changeTold;
    private boolean checked;
    private boolean closed;

    /**
     * Opens a session on an artifact.
     *
     * @param workspace the workspace
     * @param rootId id of the artifact or of the directory
     * @param state the state of the past to show, read-only; empty for the newest one
     * @param checks runs the checks
     * @throws IllegalArgumentException when there is no such artifact
     */
    public ArtifactEditing(Workspace workspace, String rootId, Optional<State> state, Checks checks) {
        this(state.map(workspace::openSession).orElseGet(workspace::openSession), rootId, checks);
    }

    /**
     * Takes a session over that has the artifact, which need not be committed yet.
     *
     * @param session the session; closed with this
     * @param rootId id of the artifact or of the directory
     * @param checks runs the checks
     * @throws IllegalArgumentException when there is no such artifact
     */
    public ArtifactEditing(EditSession session, String rootId, Checks checks) {
        this.session = session;
        this.rootId = rootId;
        this.checks = checks;
        this.root = load();
        session.addListener(this);
        workspace().addListener(others);
        // The artifact is to be seen first: the checks of a large one take a while.
        display.asyncExec(this::checkSoon);
    }

    /** @return whether the artifact was deleted, here or elsewhere, so that there is nothing to show any more */
    public boolean isDeleted() {
        return session.root(rootId).isEmpty();
    }

    /**
     * Takes over what was committed elsewhere, as long as nothing unsaved would be touched: the artifact itself, and what it
     * refers to, because figures are computed from that too.
     */
    private void takeOver(Set<String> rootIds) {
        if (!closed && !isDirty() && session.asOf().isEmpty()
                && rootIds.stream().anyMatch(id -> id.equals(rootId) || session.loaded(id).isPresent())) {
            session.refresh();
        }
    }

    private Element load() {
        return session.root(rootId).orElseThrow(
                () -> new IllegalArgumentException("The artifact was deleted; close the editor."));
    }

    /** @return the artifact or the directory; another object after it was loaded anew */
    public Element root() {
        return root;
    }

    /**
     * @return the artifact; another object after it was loaded anew
     * @throws ClassCastException when it is the directory that is edited
     */
    public Artifact artifact() {
        return (Artifact) root;
    }

    /** @return tells the time of what people do here, as of a comment or a sign-off */
    public Clock clock() {
        return session.workspace().clock();
    }

    /** @return the directory of the workspace, in the same session */
    public Directory directory() {
        return session.directory();
    }

    /** @return the workspace */
    public Workspace workspace() {
        return session.workspace();
    }

    /** @return the session the artifact is edited in */
    public EditSession session() {
        return session;
    }

    /** @return the editing domain of the session */
    public EditingDomain domain() {
        return session.editingDomain();
    }

    /** @return whether nothing can be saved, so nothing should be editable */
    public boolean isReadOnly() {
        return workspace().isReadOnly() || session.asOf().isPresent();
    }

    /** @param command a command to execute so that it can be undone */
    public void execute(Command command) {
        domain().getCommandStack().execute(command);
    }

    /**
     * Sets a field so that it can be undone; does nothing when it has the value already.
     *
     * @param owner an object of the artifact
     * @param feature a changeable single-valued feature
     * @param value the value; null to clear it
     */
    public void set(EObject owner, EStructuralFeature feature, Object value) {
        Object before = owner.eGet(feature);
        if (before == null ? value != null : !before.equals(value)) {
            execute(SetCommand.create(domain(), owner, feature, value == null ? SetCommand.UNSET_VALUE : value));
        }
    }

    /** @return whether there is something to undo */
    public boolean canUndo() {
        return stack().canUndo() || !typing.isEmpty();
    }

    /** @return whether there is something to redo */
    public boolean canRedo() {
        return stack().canRedo();
    }

    /** Takes the last command back, including text that is still being typed. */
    public void undo() {
        flush();
        if (stack().canUndo()) {
            stack().undo();
        }
    }

    /** Does the last undone command again. */
    public void redo() {
        flush();
        if (canRedo()) {
            stack().redo();
        }
    }

    private CommandStack stack() {
        return domain().getCommandStack();
    }

    /** @param commit called to take over text that is still being typed, before undo and save */
    public void addPendingInput(Runnable commit) {
        pendingInput.add(commit);
    }

    /** @param commit not called any more */
    public void removePendingInput(Runnable commit) {
        pendingInput.remove(commit);
    }

    /** Takes over text that is still being typed. */
    public void flush() {
        pendingInput.forEach(Runnable::run);
    }

    /**
     * @param reason why, in the user's words; may be empty
     * @return the new revision
     */
    public Revision save(String reason) {
        flush();
        return session.commit(reason);
    }

    /** @return whether there is anything to save, text that is still being typed included */
    public boolean isDirty() {
        return session.isDirty() || !typing.isEmpty();
    }

    /**
     * Says whether a field holds text that is not in the artifact yet. While one does, the artifact counts as changed:
     * else the save command would be off and the text lost with the window.
     *
     * @param field the field
     * @param differs whether its text differs from the value
     */
    public void setTyping(Object field, boolean differs) {
        if (differs ? typing.add(field) : typing.remove(field)) {
            dirtyChanged();
        }
    }

    /** @return whether the checks have run, so that no findings means that there are none */
    public boolean isChecked() {
        return checked;
    }

    /** @return ids of the checks that failed and are not run any more, so that they find nothing */
    public Set<String> checksSetAside() {
        return checks.setAside();
    }

    /** @return what the checks find now, the most serious first; nothing before they {@linkplain #isChecked have run} */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * @param element an element of the artifact
     * @return what the checks find on it
     */
    public List<Finding> findings(Element element) {
        return findingsByElement.getOrDefault(element, List.of());
    }

    /**
     * @param element an element of the artifact
     * @param feature a feature of it
     * @return the most serious finding on that field
     */
    public Optional<Finding> finding(Element element, EStructuralFeature feature) {
        return findings(element).stream().filter(finding -> finding.feature() == feature).findFirst();
    }

    /** @return which comments wait for an answer now */
    public OpenComments openComments() {
        if (openComments == null) {
            openComments = new OpenComments(root);
        }
        return openComments;
    }

    /** @param listener hears of changes from now on */
    public void addListener(EditingListener listener) {
        listeners.add(listener);
    }

    /** @param listener hears nothing any more */
    public void removeListener(EditingListener listener) {
        listeners.remove(listener);
    }

    @Override
    public void dirtyChanged() {
        openComments = null;
        if (!changeTold && !closed) {
            changeTold = true;
            display.asyncExec(this::tellChange);
        }
    }

    private void checkSoon() {
        if (!closed) {
            display.timerExec(CHECK_DELAY_MS, checkLater);
        }
    }

    private void tellChange() {
        changeTold = false;
        if (!closed) {
            tell(EditingListener::changed);
            checkSoon();
        }
    }

    @Override
    public void refreshed(Set<String> rootIds) {
        if (!closed && !isDeleted()) {
            root = load();
            openComments = null;
            tell(EditingListener::reloaded);
            check();
        }
    }

    /**
     * Finds an element again after the artifact was loaded anew.
     *
     * @param before the element as it was; may be null
     * @return the element of the same id in the artifact; null when it is not there any more
     */
    public Element again(Element before) {
        if (before == null || before.getId() == null) {
            return null;
        }
        return session.loaded(before.getId())
                .filter(found -> EcoreUtil.isAncestor(root, found)).orElse(null);
    }

    /**
     * @param id id of a check
     * @return how it is declared; empty when it is no check that a plug-in declares
     */
    public Optional<CheckInfo> check(String id) {
        return checks.catalogue().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Runs the checks again, also those that had failed. */
    public void runChecksAgain() {
        checks.readmit();
        check();
    }

    private void check() {
        if (closed) {
            return;
        }
        findings = root instanceof Directory directory ? checks.run(directory) : checks.run(artifact());
        Map<Element, List<Finding>> byElement = new HashMap<>();
        findings.forEach(finding -> byElement.computeIfAbsent(finding.element(), element -> new ArrayList<>())
                .add(finding));
        findingsByElement = byElement;
        checked = true;
        tell(EditingListener::findingsChanged);
    }

    /** A listener may come from anybody: one that fails is not told any more, and keeps nobody else from being told. */
    private void tell(Consumer<EditingListener> news) {
        for (EditingListener listener : listeners) {
            try {
                news.accept(listener);
            } catch (RuntimeException | LinkageError | StackOverflowError e) {
                listeners.remove(listener);
                ILog.of(listener.getClass()).error(
                        Messages.bind(Messages.listenerFailed, listener.getClass().getName(), e.toString()), e);
            }
        }
    }

    /** Called in the thread that committed, which must not look into the session. */
    private void committed(Revision revision, Set<String> rootIds) {
        if (!display.isDisposed()) {
            display.asyncExec(() -> takeOver(rootIds));
        }
    }

    /** Ends the session. */
    public void close() {
        closed = true;
        workspace().removeListener(others);
        display.timerExec(-1, checkLater);
        session.removeListener(this);
        session.close();
        listeners.clear();
        pendingInput.clear();
    }
}
