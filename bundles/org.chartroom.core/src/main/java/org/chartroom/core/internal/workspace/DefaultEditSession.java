package org.chartroom.core.internal.workspace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.chartroom.core.compare.Difference;
import org.chartroom.core.compare.Merge;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.core.internal.evaluation.SessionEvaluation;
import org.chartroom.core.store.ElementUris;
import org.chartroom.core.store.LoadedRoot;
import org.chartroom.core.type.Presentation;
import org.chartroom.core.value.Names;
import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.ReasonDemand;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.SaveConflict;
import org.chartroom.core.workspace.SessionListener;
import org.chartroom.core.workspace.State;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.WorkspaceListener;
import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;
import org.chartroom.model.Element;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.SealedArtifact;
import org.eclipse.emf.common.notify.impl.AdapterImpl;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.eclipse.emf.edit.provider.ComposedAdapterFactory;
import org.eclipse.emf.edit.provider.ReflectiveItemProviderAdapterFactory;
import org.eclipse.osgi.util.NLS;

/** A session on an EMF editing domain with one resource for each root that was asked for. */
final class DefaultEditSession implements EditSession, WorkspaceListener {
    private final DefaultWorkspace workspace;
    private final State state;
    private final ComposedAdapterFactory adapterFactory;
    private final AdapterFactoryEditingDomain domain;
    private final SessionChanges changes = new SessionChanges(this::changed);
    private final Listeners<SessionListener> listeners = new Listeners<>();
    private final Set<String> changedElsewhere = ConcurrentHashMap.newKeySet();
    private final SessionEvaluation evaluation;
    private Set<String> pastIds;
    /** For each root that is loaded and was there: number of the revision it was read at. */
    private final Map<String, Long> bases = new HashMap<>();
    private long baseRevision;
    private Boolean dirty = false;
    private boolean isCopyOfUnsaved;
    private boolean closed;

    /**
     * @param workspace the workspace
     * @param state the state of the past to show; null for the newest, to be worked on
     */
    DefaultEditSession(DefaultWorkspace workspace, State state) {
        this.workspace = workspace;
        this.state = state;
        this.evaluation = new SessionEvaluation(this, workspace.clock(), moment(workspace, state));
        // What is committed between the two lines is heard of as well.
        workspace.addListener(this);
        this.baseRevision = workspace.head().map(Revision::number).orElse(Revision.NONE);
        adapterFactory = new ComposedAdapterFactory(ComposedAdapterFactory.Descriptor.Registry.INSTANCE);
        adapterFactory.addAdapterFactory(new ReflectiveItemProviderAdapterFactory());
        domain = new AdapterFactoryEditingDomain(adapterFactory, new TellingCommandStack()) {
            @Override
            public boolean isReadOnly(Resource resource) {
                return state != null || resource instanceof ArtifactResource artifact && artifact.isForeign()
                        || super.isReadOnly(resource);
            }
        };
        domain.getResourceSet().getResourceFactoryRegistry().getProtocolToFactoryMap().put(ElementUris.SCHEME,
                (Resource.Factory) this::newResource);
        domain.getResourceSet().eAdapters().add(new Holder(this));
    }

    private static Instant moment(DefaultWorkspace workspace, State state) {
        return state == null
                ? null
                : state.moment().or(() -> workspace.revision(state.revision()).map(Revision::committedAt))
                        .orElseGet(workspace.clock()::instant);
    }

    @Override
    public Evaluation evaluation() {
        return evaluation;
    }

    /** Lets {@link EditSession#of} find the session. */
    private static final class Holder extends AdapterImpl implements Supplier<EditSession> {
        private final EditSession session;

        Holder(EditSession session) {
            this.session = session;
        }

        @Override
        public boolean isAdapterForType(Object type) {
            return type == EditSession.class;
        }

        @Override
        public EditSession get() {
            return session;
        }
    }

    private ArtifactResource newResource(URI uri) {
        return state == null
                ? new ArtifactResource(uri, this::loadNewest, changes::track)
                : new ArtifactResource(uri, id -> workspace.store().load(id, state.revision()), root -> {
                });
    }

    private Optional<Element> loadNewest(String id) {
        Optional<LoadedRoot> loaded = workspace.store().loadNewest(id);
        loaded.ifPresent(root -> bases.put(id, root.revision()));
        return loaded.map(LoadedRoot::root);
    }

    @Override
    public Optional<State> asOf() {
        return Optional.ofNullable(state);
    }

    @Override
    public long revision() {
        return state == null ? baseRevision : state.revision();
    }

    @Override
    public List<ArtifactInfo> artifacts() {
        return state == null ? workspace.artifacts() : workspace.artifacts(state);
    }

    @Override
    public Optional<ArtifactInfo> find(String key) {
        return artifacts().stream().filter(artifact -> Names.same(artifact.key(), key)).findFirst();
    }

    @Override
    public Workspace workspace() {
        return workspace;
    }

    @Override
    public EditingDomain editingDomain() {
        return domain;
    }

    @Override
    public Directory directory() {
        return workspace.store().directoryId().flatMap(this::root).map(Directory.class::cast)
                .orElseGet(ModelFactory.eINSTANCE::createDirectory);
    }

    @Override
    public Optional<Artifact> artifact(String id) {
        return root(id).filter(Artifact.class::isInstance).map(Artifact.class::cast);
    }

    @Override
    public Optional<Element> root(String id) {
        Resource resource = resources().getResource(ElementUris.root(id), false);
        if (resource == null || !resource.isLoaded()) {
            if (changes.isDeleted(id) || !exists(id)) {
                return Optional.empty();
            }
            resource = resources().getResource(ElementUris.root(id), true);
        }
        return resource.getContents().isEmpty()
                ? Optional.empty()
                : Optional.of((Element) resource.getContents().get(0));
    }

    private boolean exists(String id) {
        if (state != null) {
            if (pastIds == null) {
                pastIds = new HashSet<>();
                workspace.store().artifacts(state.revision()).forEach(artifact -> pastIds.add(artifact.id()));
            }
            return pastIds.contains(id) || workspace.store().directoryId().filter(id::equals)
                    .flatMap(directory -> workspace.store().load(directory, state.revision())).isPresent();
        }
        return workspace.store().directoryId().filter(id::equals).isPresent()
                || workspace.artifacts().stream().anyMatch(artifact -> artifact.id().equals(id));
    }

    private ResourceSet resources() {
        return domain.getResourceSet();
    }

    @Override
    public <T extends Artifact> T create(EClass type, String keyPrefix, String title) {
        @SuppressWarnings("unchecked")
        T artifact = (T) EcoreUtil.create(type);
        artifact.setId(UUID.randomUUID().toString());
        artifact.setKey(nextKey(keyPrefix));
        artifact.setTitle(title);
        add(artifact);
        return artifact;
    }

    @Override
    public void add(Artifact artifact) {
        ArtifactResource resource = newResource(ElementUris.root(artifact.getId()));
        resources().getResources().add(resource);
        resource.contain(artifact);
        changes.created(artifact);
    }

    private String nextKey(String prefix) {
        int highest = 0;
        for (ArtifactInfo artifact : workspace.artifacts()) {
            highest = Math.max(highest, numberOf(artifact.key(), prefix));
        }
        for (Resource resource : resources().getResources()) {
            for (EObject root : resource.getContents()) {
                if (root instanceof Artifact artifact) {
                    highest = Math.max(highest, numberOf(artifact.getKey(), prefix));
                }
            }
        }
        for (String key : sealedKeys()) {
            highest = Math.max(highest, numberOf(key, prefix));
        }
        return String.format(Locale.ROOT, "%s-%03d", prefix, highest + 1);
    }

    /** Who creates an artifact has not looked at the directory yet: it is not loaded here for the sake of a key. */
    private List<String> sealedKeys() {
        for (Resource resource : resources().getResources()) {
            if (!resource.getContents().isEmpty() && resource.getContents().get(0) instanceof Directory own) {
                return own.getSealed().stream().map(SealedArtifact::getKey).toList();
            }
        }
        try (EditSession reader = workspace.openSession()) {
            return reader.directory().getSealed().stream().map(SealedArtifact::getKey).toList();
        }
    }

    private static int numberOf(String key, String prefix) {
        return key != null && key.matches(prefix + "-\\d{1,9}")
                ? Integer.parseInt(key.substring(prefix.length() + 1))
                : 0;
    }

    @Override
    public void delete(Artifact artifact) {
        changes.deleted(artifact);
        Resource resource = artifact.eResource();
        resource.getContents().remove(artifact);
        resources().getResources().remove(resource);
    }

    @Override
    public Optional<Element> loaded(String id) {
        return resources().getResources().stream().map(resource -> resource.getEObject(id))
                .filter(Element.class::isInstance).map(Element.class::cast).findFirst();
    }

    @Override
    public boolean isDirty() {
        if (dirty == null) {
            dirty = !changes.pending().isEmpty();
        }
        return dirty;
    }

    @Override
    public boolean showsUnsaved() {
        return isCopyOfUnsaved || isDirty();
    }

    private void changed() {
        dirty = null;
        evaluation.forget();
        listeners.tell(SessionListener::dirtyChanged);
    }

    @Override
    public void addListener(SessionListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(SessionListener listener) {
        listeners.remove(listener);
    }

    @Override
    public List<ReasonDemand> reasonDemands() {
        return Reasons.demands(changes.pending().changes());
    }

    @Override
    public Revision commit(String reason) {
        if (closed) {
            throw new IllegalStateException("The session is closed.");
        }
        if (state != null) {
            throw new WorkspaceException(WorkspaceException.Kind.READ_ONLY,
                    NLS.bind(Messages.pastState, state.label()));
        }
        SessionChanges.Pending pending = changes.pending();
        if (pending.isEmpty()) {
            return workspace.head().orElseThrow();
        }
        if (workspace.isReadOnly()) {
            throw new WorkspaceException(WorkspaceException.Kind.READ_ONLY,
                    NLS.bind(Messages.readOnly, workspace.folder()));
        }
        for (ObjectChange change : pending.changes()) {
            if (ArtifactResource.isForeign(change.element())) {
                throw new WorkspaceException(WorkspaceException.Kind.READ_ONLY,
                        NLS.bind(Messages.pluginAbsent, Presentation.label(change.element().eClass())));
            }
        }
        ValueGuard.check(pending.changes(), reason);
        List<ReasonDemand> demands = reason.isBlank() ? Reasons.demands(pending.changes()) : List.of();
        if (!demands.isEmpty()) {
            throw new WorkspaceException(WorkspaceException.Kind.REASON_MISSING, demands.size() == 1
                    ? NLS.bind(Messages.reasonMissing, demands.get(0).message())
                    : NLS.bind(Messages.reasonsMissing, demands.get(0).message(), demands.size() - 1));
        }
        Revision revision = workspace.commit(pending.toChangeSet(workspace.author(), reason, bases), pending.rootIds(),
                this);
        changes.committed(pending);
        // What is new here was never read.
        pending.rootIds().forEach(id -> bases.putIfAbsent(id, revision.number()));
        dirty = false;
        evaluation.forget();
        listeners.tell(SessionListener::dirtyChanged);
        takeOver(revision.number(), pending.rootIds());
        return revision;
    }

    /** Others committed: what is loaded here of theirs is older now, until {@link #refresh()}. */
    @Override
    public void committed(Revision revision, Set<String> rootIds) {
        if (state == null) {
            changedElsewhere.addAll(rootIds);
            // Baselines and past values are asked for behind the session.
            evaluation.forget();
        }
    }

    @Override
    public void refresh() {
        if (isDirty() || changedElsewhere.isEmpty()) {
            return;
        }
        takeOver(Revision.NONE, Set.of());
    }

    /**
     * Lets go what others changed up to the newest revision, which is the base of all else then. The store is asked what
     * that is: a revision is there before the news of it, and must not become the base of a root that is here as it was
     * before.
     *
     * @param own number of a revision that is this session's own; {@link Revision#NONE} when there is none
     * @param ownRoots ids of the roots that it changed
     */
    private void takeOver(long own, Set<String> ownRoots) {
        Set<String> stale = new HashSet<>(changedElsewhere);
        changedElsewhere.removeAll(stale);
        long newest = workspace.head().map(Revision::number).orElse(Revision.NONE);
        for (long base : Set.copyOf(bases.values())) {
            Set<String> changed = new HashSet<>();
            addChanged(base, own > base ? own - 1 : newest, changed);
            addChanged(Math.max(base, own), newest, changed);
            bases.forEach((id, read) -> {
                if (read == base && changed.contains(id)) {
                    stale.add(id);
                }
            });
        }
        if (ownRoots.stream().anyMatch(stale::contains)) {
            // What went from one of them to another one is there as it was before the others changed it.
            stale.addAll(ownRoots);
        }
        bases.replaceAll((id, read) -> newest);
        bases.keySet().removeAll(stale);
        baseRevision = newest;
        if (stale.isEmpty()) {
            return;
        }
        for (String id : stale) {
            Resource resource = resources().getResource(ElementUris.root(id), false);
            if (resource != null && resource.isLoaded()) {
                resource.getContents().forEach(root -> changes.untrack((Element) root));
                resource.unload();
            }
        }
        if (changes.hasTouchedAny(stale)) {
            // Undo would bring back objects that are no longer in the session.
            domain.getCommandStack().flush();
            changes.forgetTouched();
        }
        evaluation.forget();
        Set<String> ids = Set.copyOf(stale);
        listeners.tell(listener -> listener.refreshed(ids));
    }

    @Override
    public List<SaveConflict> conflicts() {
        if (!isDirty()) {
            return List.of();
        }
        try (SessionRebase rebase = new SessionRebase(workspace, this, bases, changes.pending())) {
            return rebase.conflicts();
        }
    }

    @Override
    public void rebase(Collection<SaveConflict> givenUp) {
        if (!isDirty()) {
            refresh();
            return;
        }
        Set<String> loadedIds = new HashSet<>();
        try (SessionRebase rebase = new SessionRebase(workspace, this, bases, changes.pending())) {
            List<Difference> kept = rebase.check(givenUp);
            changedElsewhere.clear();
            for (Resource resource : List.copyOf(resources().getResources())) {
                resource.getContents().forEach(root -> loadedIds.add(((Element) root).getId()));
                resource.getContents().forEach(root -> changes.untrack((Element) root));
                resource.unload();
                resources().getResources().remove(resource);
            }
            changes.forgetAll();
            bases.clear();
            domain.getCommandStack().flush();
            baseRevision = rebase.newest();
            dirty = null;
            evaluation.forget();
            if (!kept.isEmpty()) {
                domain.getCommandStack().execute(Merge.command(kept, false, this));
            }
        }
        listeners.tell(SessionListener::dirtyChanged);
        listeners.tell(listener -> listener.refreshed(Set.copyOf(loadedIds)));
    }

    @Override
    public EditSession copy() {
        DefaultEditSession copy = new DefaultEditSession(workspace, state);
        copy.isCopyOfUnsaved = showsUnsaved();
        List<Element> changed = new ArrayList<>();
        for (String id : state == null ? changes.pending().rootIds() : Set.<String>of()) {
            root(id).ifPresentOrElse(changed::add, () -> copy.artifact(id).ifPresent(copy::delete));
        }
        for (Element root : RootCopies.of(changed)) {
            ArtifactResource resource = copy.newResource(ElementUris.root(root.getId()));
            copy.resources().getResources().add(resource);
            resource.contain(root);
        }
        return copy;
    }

    private void addChanged(long from, long to, Set<String> rootIds) {
        if (to > from) {
            rootIds.addAll(workspace.store().changedRoots(from, to));
        }
    }

    @Override
    public void close() {
        closed = true;
        workspace.removeListener(this);
        changes.dispose();
        adapterFactory.dispose();
    }
}
