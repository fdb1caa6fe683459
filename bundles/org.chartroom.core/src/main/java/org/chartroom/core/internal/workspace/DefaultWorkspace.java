package org.chartroom.core.internal.workspace;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.chartroom.core.internal.compare.Reverter;
import org.chartroom.core.store.ChangeSet;
import org.chartroom.core.store.ChangeSetBuilder;
import org.chartroom.core.store.StoreProvider;
import org.chartroom.core.store.WorkspaceStore;
import org.chartroom.core.value.Names;
import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.BackupInfo;
import org.chartroom.core.workspace.BaselineInfo;
import org.chartroom.core.workspace.Compaction;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.EvidenceStore;
import org.chartroom.core.workspace.FieldChange;
import org.chartroom.core.workspace.HistoryQuery;
import org.chartroom.core.workspace.Reference;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.State;
import org.chartroom.core.workspace.Verification;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.WorkspaceListener;
import org.chartroom.model.Directory;
import org.chartroom.model.ModelFactory;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.emf.ecore.EClass;

/** A workspace on a store. */
final class DefaultWorkspace implements Workspace {
    private volatile Path folder;
    private final String author;
    private final WorkspaceStore store;
    private final StoreProvider stores;
    private final Baselines baselines = new Baselines(this);
    private final Feed feed = new Feed();

    DefaultWorkspace(Path folder, String author, WorkspaceStore store, StoreProvider stores) {
        this.stores = stores;
        this.folder = folder;
        this.author = author;
        this.store = store;
        if (store.directoryId().isEmpty() && !store.isReadOnly()) {
            createDirectory();
        }
    }

    private void createDirectory() {
        Directory directory = ModelFactory.eINSTANCE.createDirectory();
        directory.setId(UUID.randomUUID().toString());
        store.commit(new ChangeSetBuilder().created(directory).build(author, ""));
    }

    WorkspaceStore store() {
        return store;
    }

    /** @param by who commits and knows of it without being told */
    Revision commit(ChangeSet changes, Set<String> rootIds, WorkspaceListener by) {
        return feed.publish(() -> store.commit(changes), revision -> rootIds, by);
    }

    @Override
    public Clock clock() {
        return store.clock().withZone(ZoneId.systemDefault());
    }

    @Override
    public String author() {
        return author;
    }

    @Override
    public String id() {
        return store.id();
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public void saveAs(Path newFolder) {
        store.saveAs(newFolder);
        folder = newFolder.toAbsolutePath().normalize();
    }

    @Override
    public boolean isReadOnly() {
        return store.isReadOnly();
    }

    @Override
    public Optional<Revision> head() {
        return store.head();
    }

    @Override
    public List<ArtifactInfo> artifacts() {
        return store.artifacts();
    }

    @Override
    public Optional<ArtifactInfo> find(String key) {
        return artifacts().stream().filter(artifact -> Names.same(artifact.key(), key)).findFirst();
    }

    @Override
    public List<ArtifactInfo> artifactsWith(EClass type) {
        Set<String> ids = store.rootsWith(type);
        return artifacts().stream().filter(artifact -> ids.contains(artifact.id())).toList();
    }

    @Override
    public Optional<String> directoryId() {
        return store.directoryId();
    }

    @Override
    public List<Reference> referencesTo(String rootId) {
        return store.referencesTo(rootId);
    }

    @Override
    public EditSession openSession() {
        return new DefaultEditSession(this, null);
    }

    @Override
    public EditSession openSession(State state) {
        return new DefaultEditSession(this, state);
    }

    List<ArtifactInfo> artifacts(State state) {
        List<ArtifactInfo> artifacts = store.artifacts(state.revision());
        if (state.projectId().isEmpty()) {
            return artifacts;
        }
        return artifacts.stream().filter(artifact -> artifact.projectId().equals(state.projectId())).toList();
    }

    @Override
    public State state(String text) {
        return baselines.state(text);
    }

    @Override
    public List<BaselineInfo> baselines() {
        return baselines.list();
    }

    @Override
    public BaselineInfo createBaseline(String name, String description, Optional<String> projectId) {
        return baselines.create(name, description, projectId);
    }

    @Override
    public Revision removeBaseline(String name, String reason) {
        return baselines.remove(name, reason);
    }

    @Override
    public Revision revert(long number, String reason) {
        return new Reverter(this).revert(number, reason);
    }

    @Override
    public Optional<Revision> revision(long number) {
        return store.revision(number);
    }

    @Override
    public Set<String> changedArtifacts(long from, long to) {
        return store.changedRoots(from, to);
    }

    @Override
    public List<Revision> revisions(int limit) {
        return store.revisions(limit);
    }

    @Override
    public List<String> recentReasons(int limit) {
        return store.recentReasons(author, limit);
    }

    @Override
    public List<FieldChange> history(HistoryQuery query) {
        return store.history(query);
    }

    @Override
    public EvidenceStore evidence() {
        return store.evidence();
    }

    @Override
    public Verification verify(Optional<String> knownHead, IProgressMonitor monitor) {
        return store.verify(knownHead, monitor);
    }

    @Override
    public BackupInfo backup() {
        return store.backup();
    }

    @Override
    public List<BackupInfo> backups() {
        return stores.backups(folder);
    }

    @Override
    public Revision restore(Path backup) {
        Set<String> rootIds = rootIds();
        return feed.publish(() -> store.restore(backup), revision -> {
            rootIds.addAll(rootIds());
            return rootIds;
        }, null);
    }

    private Set<String> rootIds() {
        Set<String> ids = new HashSet<>();
        store.artifacts().forEach(artifact -> ids.add(artifact.id()));
        store.directoryId().ifPresent(ids::add);
        return ids;
    }

    @Override
    public Compaction compact() {
        return store.compact();
    }

    @Override
    public List<String> warnings() {
        return store.warnings();
    }

    @Override
    public void addListener(WorkspaceListener listener) {
        feed.add(listener);
    }

    @Override
    public void removeListener(WorkspaceListener listener) {
        feed.remove(listener);
    }

    @Override
    public void close() {
        store.close();
    }
}
