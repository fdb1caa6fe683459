package org.chartroom.testkit.store;

import org.chartroom.core.files.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.chartroom.core.store.ChangeSet;
import org.chartroom.core.store.ElementChange;
import org.chartroom.core.store.ElementRef;
import org.chartroom.core.store.LoadedRoot;
import org.chartroom.core.store.TypeName;
import org.chartroom.core.store.WorkspaceStore;
import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.BackupInfo;
import org.chartroom.core.workspace.Compaction;
import org.chartroom.core.workspace.EvidenceStore;
import org.chartroom.core.workspace.FieldChange;
import org.chartroom.core.workspace.HistoryQuery;
import org.chartroom.core.workspace.Reference;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.Verification;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.WorkspaceException.Kind;
import org.chartroom.model.Element;
import org.chartroom.model.LifecycleStatus;
import org.chartroom.model.ModelPackage;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.emf.ecore.EClass;

/**
 * A store that keeps a workspace in memory, for tests: every revision whole, nothing on a disk. It keeps the
 * {@link WorkspaceStoreContract}; what needs files (backups, compaction, another folder) is refused.
 */
public final class MemoryStore implements WorkspaceStore {
    private final Clock clock;
    private final String id;
    private final List<Revision> revisions = new ArrayList<>();
    /** The state after each revision; the first one is that before the first commit. */
    private final List<StoredState> states = new ArrayList<>(List.of(new StoredState()));
    private final List<Set<String>> changedRoots = new ArrayList<>();
    private final MemoryEvidence evidence = new MemoryEvidence();

    /** @param clock tells the time of revisions */
    public MemoryStore(Clock clock) {
        this(clock, UUID.randomUUID().toString());
    }

    private MemoryStore(Clock clock, String id) {
        this.clock = clock;
        this.id = id;
    }

    /**
     * @param other tells the time of revisions
     * @return the same workspace, as a store that is opened anew
     */
    public synchronized MemoryStore reopened(Clock other) {
        MemoryStore store = new MemoryStore(other, id);
        store.revisions.addAll(revisions);
        store.states.addAll(states.subList(1, states.size()));
        store.changedRoots.addAll(changedRoots);
        return store;
    }

    private synchronized StoredState state(long revision) {
        return states.get((int) Math.max(0, Math.min(revision, revisions.size())));
    }

    private StoredState newest() {
        return state(Long.MAX_VALUE);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public synchronized Optional<Revision> head() {
        return revisions.isEmpty() ? Optional.empty() : Optional.of(revisions.get(revisions.size() - 1));
    }

    @Override
    public List<ArtifactInfo> artifacts() {
        return artifacts(Long.MAX_VALUE);
    }

    @Override
    public synchronized List<ArtifactInfo> artifacts(long revision) {
        List<ArtifactInfo> infos = new ArrayList<>();
        for (StoredItem item : state(revision).items().values()) {
            EClass eClass = MemoryLoader.eClass(item.type());
            if (item.container() == null && eClass != null && ModelPackage.Literals.ARTIFACT.isSuperTypeOf(eClass)) {
                LifecycleStatus status = item.value("status") instanceof String literal
                        ? LifecycleStatus.get(literal)
                        : null;
                infos.add(new ArtifactInfo(item.id(), eClass, text(item, "key"), text(item, "title"),
                        status == null ? LifecycleStatus.DRAFT : status,
                        item.value("project") instanceof ElementRef project
                                ? Optional.of(project.id())
                                : Optional.empty(),
                        lastRevision(item.id(), revision)));
            }
        }
        infos.sort(Comparator.comparing(ArtifactInfo::key).thenComparing(ArtifactInfo::id));
        return infos;
    }

    private static String text(StoredItem item, String name) {
        return item.value(name) instanceof String text ? text : "";
    }

    private long lastRevision(String rootId, long revision) {
        int at = (int) Math.min(revision, revisions.size());
        while (!changedRoots.get(at - 1).contains(rootId)) {
            at--;
        }
        return at;
    }

    @Override
    public Set<String> rootsWith(EClass type) {
        StoredState state = newest();
        TypeName name = TypeName.of(type);
        Set<String> ids = new HashSet<>();
        state.items().values().stream().filter(item -> item.type().equals(name))
                .forEach(item -> ids.add(state.root(item.id())));
        return ids;
    }

    @Override
    public List<Reference> referencesTo(String rootId) {
        StoredState state = newest();
        List<Reference> references = new ArrayList<>();
        for (StoredItem item : state.items().values()) {
            String from = state.root(item.id());
            item.values().forEach((feature, value) -> {
                for (Object one : value instanceof List<?> many ? many : value == null ? List.of() : List.of(value)) {
                    if (one instanceof ElementRef target && !from.equals(rootId)
                            && rootId.equals(state.root(target.id()))) {
                        references.add(new Reference(from, item.id(), feature.name(), target.id()));
                    }
                }
            });
        }
        return references;
    }

    @Override
    public Optional<String> directoryId() {
        TypeName directory = TypeName.of(ModelPackage.Literals.DIRECTORY);
        return newest().items().values().stream()
                .filter(item -> item.container() == null && item.type().equals(directory)).map(StoredItem::id)
                .findFirst();
    }

    @Override
    public synchronized Optional<LoadedRoot> loadNewest(String rootId) {
        return load(rootId, Long.MAX_VALUE).map(root -> new LoadedRoot(root, revisions.size()));
    }

    @Override
    public Optional<Element> load(String rootId, long revision) {
        StoredState state = state(revision);
        StoredItem root = state.item(rootId);
        return root == null || root.container() != null
                ? Optional.empty()
                : Optional.of(new MemoryLoader(state, newest(), rootId).load());
    }

    @Override
    public synchronized Optional<Revision> revision(long number) {
        return number < 1 || number > revisions.size()
                ? Optional.empty()
                : Optional.of(revisions.get((int) number - 1));
    }

    @Override
    public synchronized Optional<Revision> revisionAt(Instant time) {
        return revisions.stream().filter(revision -> !revision.committedAt().isAfter(time))
                .reduce((first, second) -> second);
    }

    @Override
    public synchronized Revision commit(ChangeSet changes) {
        changes.changes().forEach(MemoryStore::demandClass);
        StoredState before = newest();
        long number = revisions.size() + 1L;
        StoredState after = new MemoryCommit(before, changes, number).run();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String previous = head().map(Revision::hash).orElse("");
        Revision revision = new Revision(number, now, changes.author(), changes.reason(),
                Sha256.of(previous + number + now + changes.changes()));
        Set<String> roots = new HashSet<>();
        changes.changes().stream().map(change -> change.element().id()).forEach(element -> {
            roots.add(before.root(element));
            roots.add(after.root(element));
        });
        changes.orders().forEach(order -> roots.add(after.root(order.owner().id())));
        roots.remove(null);
        states.add(after);
        changedRoots.add(roots);
        revisions.add(revision);
        return revision;
    }

    private static void demandClass(ElementChange change) {
        TypeName type = change.element().type();
        if (MemoryLoader.eClass(type) == null) {
            throw new WorkspaceException(Kind.INVALID, "Nobody knows the class " + type.name() + ".");
        }
    }

    @Override
    public synchronized Set<String> changedRoots(long from, long to) {
        Set<String> ids = new HashSet<>();
        changedRoots.subList((int) from, (int) to).forEach(ids::addAll);
        return ids;
    }

    @Override
    public synchronized List<Revision> revisions(int limit) {
        List<Revision> newestFirst = new ArrayList<>();
        for (int i = revisions.size() - 1; i >= 0 && newestFirst.size() < limit; i--) {
            newestFirst.add(revisions.get(i));
        }
        return newestFirst;
    }

    @Override
    public List<String> recentReasons(String author, int limit) {
        Set<String> reasons = new LinkedHashSet<>();
        revisions(Integer.MAX_VALUE).stream()
                .filter(revision -> revision.author().equals(author) && !revision.reason().isEmpty())
                .forEach(revision -> reasons.add(revision.reason()));
        return reasons.stream().limit(limit).toList();
    }

    @Override
    public synchronized List<FieldChange> history(HistoryQuery query) {
        MemoryHistory history = new MemoryHistory(query);
        for (int i = revisions.size() - 1; i >= 0 && !history.isFull(); i--) {
            history.add(revisions.get(i), states.get(i), states.get(i + 1));
        }
        return history.changes();
    }

    @Override
    public EvidenceStore evidence() {
        return evidence;
    }

    @Override
    public synchronized Verification verify(Optional<String> knownHead, IProgressMonitor monitor) {
        return new Verification(revisions.size(), newest().items().size(), head(), List.of());
    }

    @Override
    public BackupInfo backup() {
        throw noFile();
    }

    @Override
    public Revision restore(Path backup) {
        throw noFile();
    }

    @Override
    public List<String> warnings() {
        return List.of();
    }

    @Override
    public Compaction compact() {
        throw noFile();
    }

    @Override
    public void saveAs(Path folder) {
        throw noFile();
    }

    private static WorkspaceException noFile() {
        return new WorkspaceException(Kind.FAILED, "A workspace in memory has no files.");
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    /** Evidence in memory, by its checksum. */
    private static final class MemoryEvidence implements EvidenceStore {
        private final Map<String, byte[]> contents = new HashMap<>();

        @Override
        public synchronized String keep(InputStream content, IProgressMonitor monitor) throws IOException {
            byte[] bytes = content.readAllBytes();
            String sha256 = Sha256.of(bytes);
            contents.put(sha256, bytes);
            return sha256;
        }

        @Override
        public synchronized Optional<InputStream> read(String sha256) {
            return Optional.ofNullable(contents.get(sha256)).map(ByteArrayInputStream::new);
        }

        @Override
        public synchronized State check(String sha256, IProgressMonitor monitor) {
            return contents.containsKey(sha256) ? State.MATCHES : State.MISSING;
        }
    }
}
