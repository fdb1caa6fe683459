package org.chartroom.store.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.chartroom.core.store.ElementUris;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.Element;
import org.chartroom.store.internal.TypeBinding.FieldBinding;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.util.InternalEList;
import org.eclipse.osgi.util.NLS;

/** Makes the objects of one root from its rows; used once. */
final class RootLoader implements TypeBinding.ReferenceDecoder {
    /** The newest state. */
    static final long NEWEST = Long.MAX_VALUE;
    private static final int BATCH = 2048;
    /** More elements than any artifact has; a damaged number must not take all memory. */
    private static final int MOST_ELEMENTS = 1 << 26;

    private record Placed(InternalEObject object, TypeBinding binding, long container, int field, long position) {
    }

    private record Pending(InternalEObject owner, FieldBinding field, int index, String targetId, Integer targetType) {
    }

    private final Database.Session session;
    private final TypeCatalog catalog;
    private final RowVerifier verifier;
    private final String rootId;
    private final long revision;
    private final List<Placed> placed = new ArrayList<>();
    private final List<Pending> pending = new ArrayList<>();
    private final Map<String, EObject> proxies = new HashMap<>();
    private final Map<Integer, String> rootIds = new HashMap<>();
    private final Map<String, Integer> moved = new HashMap<>();
    private final List<CompletableFuture<Void>> checks = new ArrayList<>();
    private Placed[] byNumber;
    private int number;
    private boolean incomplete;

    /**
     * @param session reads one state
     * @param catalog the types
     * @param verifier checks rows
     * @param rootId id of the root
     * @param revision the revision whose state is wanted, or {@link #NEWEST}
     */
    RootLoader(Database.Session session, TypeCatalog catalog, RowVerifier verifier, String rootId, long revision) {
        this.session = session;
        this.catalog = catalog;
        this.verifier = verifier;
        this.rootId = rootId;
        this.revision = revision;
    }

    Optional<Element> load() throws SQLException {
        PreparedStatement query = session.statement("SELECT number, type, next_element FROM root WHERE id = ?");
        query.setString(1, rootId);
        try (ResultSet result = query.executeQuery()) {
            if (!result.next() || CellType.INTEGER.read(result, 2) == null && revision == NEWEST) {
                return Optional.empty();
            }
            number = result.getInt(1);
            long size = result.getLong(3);
            if (size < 0 || size > MOST_ELEMENTS) {
                throw new WorkspaceException(WorkspaceException.Kind.DAMAGED,
                        NLS.bind(Messages.damagedRoot, rootId));
            }
            byNumber = new Placed[(int) size];
        }
        readMoved();
        for (StoredType type : catalog.types()) {
            readRows(type);
        }
        if (byNumber.length == 0 || byNumber[0] == null) {
            awaitChecks();
            return Optional.empty();
        }
        contain();
        readLinks();
        resolvePending();
        awaitChecks();
        return Optional.of((Element) byNumber[0].object);
    }

    private void readMoved() throws SQLException {
        try (ResultSet result = session.statement("SELECT id, root FROM moved").executeQuery()) {
            while (result.next()) {
                moved.put(result.getString(1), result.getInt(2));
            }
        }
    }

    private void readRows(StoredType type) throws SQLException {
        TypeBinding binding = catalog.binding(type);
        String range = " WHERE row_key BETWEEN ? AND ?";
        String select = "SELECT " + type.columns() + " FROM " + type.table() + range;
        if (revision != NEWEST) {
            select += " AND valid_from <= ? UNION ALL SELECT " + type.columns() + " FROM " + type.historyTable() + range
                    + " AND valid_from <= ? AND valid_to > ?";
        }
        PreparedStatement query = session.statement(select);
        query.setLong(1, RowKeys.first(number));
        query.setLong(2, RowKeys.last(number));
        if (revision != NEWEST) {
            query.setLong(3, revision);
            query.setLong(4, RowKeys.first(number));
            query.setLong(5, RowKeys.last(number));
            query.setLong(6, revision);
            query.setLong(7, revision);
        }
        List<StoredRow> batch = new ArrayList<>();
        try (ResultSet result = query.executeQuery()) {
            while (result.next()) {
                StoredRow row = type.read(result);
                batch.add(row);
                if (batch.size() == BATCH) {
                    checkRows(batch);
                    batch = new ArrayList<>(BATCH);
                }
                if (binding == null) {
                    incomplete = true;
                } else {
                    place(binding, row);
                }
            }
        }
        if (!batch.isEmpty()) {
            checkRows(batch);
        }
    }

    private void place(TypeBinding binding, StoredRow row) {
        InternalEObject object = binding.newObject(row.id());
        binding.populate(object, row, this);
        Placed one = new Placed(object, binding, row.container(), row.containerField(), row.position());
        placed.add(one);
        long element = RowKeys.elementNumber(row.key());
        if (element >= byNumber.length) {
            throw new WorkspaceException(WorkspaceException.Kind.DAMAGED, NLS.bind(Messages.damagedRoot, rootId));
        }
        byNumber[(int) element] = one;
    }

    /** Checksums are computed beside the reading: it takes as long as making the objects. */
    private void checkRows(List<StoredRow> rows) {
        checks.add(verifier.checkLater(rows));
    }

    private void awaitChecks() {
        try {
            checks.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            if (e.getCause() instanceof WorkspaceException damaged) {
                throw damaged;
            }
            throw e;
        }
    }

    private void contain() {
        Placed[] all = placed.toArray(Placed[]::new);
        Arrays.sort(all, Comparator.comparingLong(Placed::container).thenComparingInt(Placed::field)
                .thenComparingLong(Placed::position));
        int start = 0;
        while (start < all.length) {
            int end = start + 1;
            while (end < all.length && all[end].container == all[start].container
                    && all[end].field == all[start].field) {
                end++;
            }
            if (all[start].container != RowKeys.NONE) {
                containRun(all, start, end);
            }
            start = end;
        }
    }

    private void containRun(Placed[] all, int start, int end) {
        Placed container = byNumber[(int) RowKeys.elementNumber(all[start].container)];
        FieldBinding field = container == null ? null : container.binding.field(all[start].field);
        if (field == null) {
            // The container or the feature belongs to a plug-in that is absent or changed.
            incomplete = true;
        } else if (field.feature().isMany()) {
            InternalEList<Object> list = (InternalEList<Object>) field.list(container.object);
            for (int i = start; i < end; i++) {
                list.addUnique(all[i].object);
            }
        } else {
            container.object.eSet(field.featureId(), all[start].object);
        }
    }

    private void readLinks() throws SQLException {
        String range = " WHERE owner BETWEEN ? AND ?";
        String select = "SELECT " + LinkRows.COLUMNS + " FROM link" + range;
        if (revision != NEWEST) {
            select += " AND valid_from <= ? UNION ALL SELECT " + LinkRows.COLUMNS + " FROM link_history" + range
                    + " AND valid_from <= ? AND valid_to > ?";
        }
        PreparedStatement query = session.statement(select + " ORDER BY owner, field, position");
        query.setLong(1, RowKeys.first(number));
        query.setLong(2, RowKeys.last(number));
        if (revision != NEWEST) {
            query.setLong(3, revision);
            query.setLong(4, RowKeys.first(number));
            query.setLong(5, RowKeys.last(number));
            query.setLong(6, revision);
            query.setLong(7, revision);
        }
        Checksums checksums = new Checksums();
        try (ResultSet result = query.executeQuery()) {
            while (result.next()) {
                LinkRow link = LinkRows.read(result);
                Placed owner = byNumber[(int) RowKeys.elementNumber(link.owner())];
                FieldBinding field = owner == null ? null : owner.binding.field(link.field());
                if (field != null) {
                    verifier.check(checksums, link, field.field().name(), owner.object);
                    addLink(owner.object, field, link);
                }
            }
        }
    }

    private void addLink(InternalEObject owner, FieldBinding field, LinkRow link) {
        EList<Object> list = field.list(owner);
        if (link.targetId() != null) {
            EObject proxy = proxy(link.targetId(), link.targetRoot(), link.targetType(), field.feature());
            if (proxy != null && !list.contains(proxy)) {
                if (isInside(link.targetId(), link.targetRoot())) {
                    // The proxy keeps the place until all elements are known by their ids.
                    pending.add(new Pending(owner, field, list.size(), link.targetId(), link.targetType()));
                }
                ((InternalEList<Object>) list).addUnique(proxy);
            }
        } else {
            Object value = field.value(link.value());
            if (value != null) {
                ((InternalEList<Object>) list).addUnique(value);
            }
        }
    }

    private boolean isInside(String targetId, Integer recordedRoot) {
        Integer root = moved.getOrDefault(targetId, recordedRoot);
        return root == null || root == number;
    }

    @Override
    public void decode(InternalEObject owner, FieldBinding field, String id, Integer root, Integer targetType) {
        if (isInside(id, root)) {
            pending.add(new Pending(owner, field, -1, id, targetType));
        } else {
            EObject proxy = proxy(id, root, targetType, field.feature());
            if (proxy != null) {
                owner.eSet(field.featureId(), proxy);
            }
        }
    }

    private void resolvePending() {
        if (pending.isEmpty()) {
            return;
        }
        // Only what can be meant: most elements are of classes that nobody refers to.
        Set<Integer> types = new HashSet<>();
        pending.forEach(reference -> types.add(reference.targetType));
        Map<String, InternalEObject> byId = new HashMap<>(placed.size());
        for (Placed one : placed) {
            if (!types.contains(one.binding.type().id())) {
                continue;
            }
            if (!incomplete || EcoreUtil.getRootContainer(one.object) == byNumber[0].object) {
                byId.put(((Element) one.object).getId(), one.object);
            }
        }
        for (Pending reference : pending) {
            EObject target = byId.get(reference.targetId);
            if (reference.index < 0) {
                if (target == null) {
                    target = proxy(reference.targetId, null, reference.targetType, reference.field.feature());
                }
                if (target != null) {
                    reference.owner.eSet(reference.field.featureId(), target);
                }
            } else if (target != null) {
                ((InternalEList<Object>) reference.field.list(reference.owner)).setUnique(reference.index, target);
            }
        }
    }

    /** @return a proxy of the target, the same one each time; null when nobody knows its class now */
    private EObject proxy(String id, Integer recordedRoot, Integer targetType, EStructuralFeature feature) {
        EObject known = proxies.get(id);
        if (known == null) {
            StoredType type = targetType == null ? null : catalog.type(targetType);
            EClass eClass = type == null ? null : catalog.eClass(type);
            if (eClass == null) {
                eClass = ((EReference) feature).getEReferenceType();
            }
            if (eClass.isAbstract() || eClass.isInterface()) {
                return null;
            }
            Integer root = moved.getOrDefault(id, recordedRoot);
            known = EcoreUtil.create(eClass);
            ((InternalEObject) known)
                    .eSetProxyURI(ElementUris.element(root == null ? rootId : rootId(root), id));
            proxies.put(id, known);
        }
        return known;
    }

    private String rootId(int number) {
        return rootIds.computeIfAbsent(number, this::queryRootId);
    }

    private String queryRootId(int number) {
        try {
            PreparedStatement query = session.statement("SELECT id FROM root WHERE number = ?");
            query.setInt(1, number);
            try (ResultSet result = query.executeQuery()) {
                result.next();
                return result.getString(1);
            }
        } catch (SQLException e) {
            throw new StoreFailure(e);
        }
    }
}
