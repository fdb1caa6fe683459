package org.chartroom.store.internal;

import java.util.HashMap;
import org.chartroom.core.store.Place;
import java.util.IdentityHashMap;
import org.chartroom.store.internal.TypeBinding.FieldBinding;
import org.chartroom.core.store.FeatureName;
import org.chartroom.core.store.ElementRef;
import org.chartroom.core.store.ElementChange;
import org.chartroom.core.store.ChangeSet;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.WorkspaceException;
import org.eclipse.osgi.util.NLS;

/**
 * One commit, from changes of objects to changes of rows; used once. It decides first what becomes of each row and
 * writes then. Committing or rolling back is left to the caller.
 */
final class CommitTransaction {
    private static final FieldBinding[] NO_FIELDS = {};

    private final Database.Session session;
    private final TypeCatalog catalog;
    private final RowVerifier verifier;
    private final ChangeSet changes;
    private final Revision head;
    private final long number;
    private final Checksums checksums = new Checksums();
    private final RootTable roots;
    private final Map<List<FeatureName>, FieldBinding[]> resolved = new IdentityHashMap<>();
    private final Map<String, RowEdit> edits = new LinkedHashMap<>();
    private final Map<String, StoredRow> found = new LinkedHashMap<>();

    /**
     * @param session the writing connection
     * @param catalog the types, which fit the commit already
     * @param verifier checks rows before they are built upon
     * @param changes what to write
     * @param head the newest revision; null before the first
     */
    CommitTransaction(Database.Session session, TypeCatalog catalog, RowVerifier verifier, ChangeSet changes,
            Revision head) {
        this.session = session;
        this.catalog = catalog;
        this.verifier = verifier;
        this.changes = changes;
        this.head = head;
        this.number = (head == null ? Revision.NONE : head.number()) + 1;
        this.roots = new RootTable(session);
    }

    Revision run(Instant now) throws SQLException {
        for (ElementChange change : changes.changes()) {
            collect(change);
        }
        Conflicts conflicts = new Conflicts(session, catalog, roots, changes, this, number - 1);
        conflicts.check(edits.values());
        assignKeys();
        conflicts.checkContent(edits.values());
        for (RowEdit edit : List.copyOf(edits.values())) {
            assignContainer(edit);
        }
        conflicts.checkCircles(edits.values());
        new Placement(session, catalog, roots, this).place(changes.orders());
        References references = new References(catalog, roots);
        RowWriter writer = new RowWriter(session, number, checksums, references);
        for (RowEdit edit : edits.values()) {
            assignCells(edit, references);
        }
        writer.write(edits.values(), roots);
        roots.store(number);
        new ArtifactKeys(session, catalog).check(roots);

        String previous = head == null ? RevisionLog.FIRST : head.hash();
        List<byte[]> touched = writer.touchedChecksums();
        if (catalog.isUncovered()) {
            touched.addAll(CatalogRows.cover(session, number));
        }
        Revision revision = new Revision(number, now, changes.author(), changes.reason(), RevisionLog.hash(previous,
                number, now, changes.author(), changes.reason(), touched.size(), touched));
        RevisionLog.insert(session, revision, touched.size());
        return revision;
    }

    private void collect(ElementChange change) throws SQLException {
        ElementRef element = change.element();
        StoredRow before = null;
        if (change.kind() != ElementChange.Kind.CREATED) {
            before = find(element);
            if (before == null && (change.kind() == ElementChange.Kind.DELETED || isOnlyTakenAlong(change))) {
                // Somebody else deleted it: nothing is left to do.
                return;
            }
        }
        TypeBinding binding = binding(element);
        edits.put(element.id(), new RowEdit(element, change, fields(change, binding), before, binding));
    }

    /** It is named because what contains it moves. */
    private static boolean isOnlyTakenAlong(ElementChange change) {
        return change.features().isEmpty() && !change.isRelocated();
    }

    private FieldBinding[] fields(ElementChange change, TypeBinding binding) {
        // All new elements of a class have the same list.
        FieldBinding[] fields = resolved.get(change.features());
        if (fields == null) {
            fields = change.features().stream().map(binding::field).toArray(FieldBinding[]::new);
            if (change.kind() == ElementChange.Kind.CREATED) {
                resolved.put(change.features(), fields);
            }
        }
        for (int i = 0; i < fields.length; i++) {
            if (fields[i] == null || !fields[i].field().kind().accepts(change.after().get(i))) {
                throw new WorkspaceException(WorkspaceException.Kind.INVALID,
                        NLS.bind(Messages.featureUnknown, change.label(), change.features().get(i).name()));
            }
        }
        return fields;
    }

    private TypeBinding binding(ElementRef element) {
        return catalog.binding(catalog.type(element.type()));
    }

    /** @return what the commit does to an element that has a row; its place may be changed then */
    RowEdit edit(ElementRef element) throws SQLException {
        RowEdit edit = edits.get(element.id());
        if (edit == null) {
            StoredRow row = find(element);
            if (row != null) {
                edit = new RowEdit(element, null, NO_FIELDS, row, binding(element));
                edits.put(element.id(), edit);
            }
        }
        return edit;
    }

    /** @return what the commit does to an element; null when nothing so far */
    RowEdit existingEdit(ElementRef element) {
        return edits.get(element.id());
    }

    /** @return the key of an element's row */
    long key(ElementRef element, String label) throws SQLException {
        RowEdit edit = edits.get(element.id());
        if (edit != null && !edit.isDeleted()) {
            return edit.key();
        }
        StoredRow row = find(element);
        if (row == null || edit != null) {
            throw Conflicts.deleted(label, session);
        }
        return row.key();
    }

    /** @return the row that an element had before the commit; null when it has none */
    StoredRow find(ElementRef element) throws SQLException {
        StoredRow known = found.get(element.id());
        if (known != null) {
            return known;
        }
        StoredType type = catalog.type(element.type());
        PreparedStatement query = session
                .statement("SELECT " + type.columns() + " FROM " + type.table() + " WHERE id = ?");
        query.setString(1, element.id());
        try (ResultSet result = query.executeQuery()) {
            if (!result.next()) {
                return null;
            }
            StoredRow row = type.read(result);
            verifier.check(checksums, row);
            found.put(row.id(), row);
            return row;
        }
    }

    /**
     * Gives keys to new elements, type by type, so that they follow each other; and new ones to what goes to another root.
     * Somebody else may have moved a container to another root meanwhile: what comes into it is in that root, too.
     */
    private void assignKeys() throws SQLException {
        List<RowEdit> moved = new ArrayList<>();
        for (RowEdit edit : edits.values()) {
            if (edit.isDeleted()) {
                roots.root(RowKeys.rootNumber(edit.key())).touch();
            } else if (edit.before() != null && edit.isRelocated()) {
                moved.add(edit);
            }
        }
        if (!moved.isEmpty()) {
            move(moved);
        }
        Map<RootEntry, Map<StoredType, List<RowEdit>>> created = new LinkedHashMap<>();
        for (RowEdit edit : edits.values()) {
            if (edit.isCreated()) {
                created.computeIfAbsent(root(edit), key -> new LinkedHashMap<>())
                        .computeIfAbsent(edit.binding().type(), key -> new ArrayList<>()).add(edit);
            }
        }
        created.forEach((root, byType) -> byType.values().forEach(list -> list.forEach(edit -> edit
                .setKey(edit.change().place() == null ? RowKeys.first(root.number()) : root.newKey()))));
    }

    /** One that is moved may be in another that is moved: until each is where its container is. */
    private void move(List<RowEdit> moved) throws SQLException {
        Map<String, List<RowEdit>> contents = contents();
        boolean isSettled = false;
        while (!isSettled) {
            isSettled = true;
            for (RowEdit edit : moved) {
                RootEntry root = root(edit);
                if (RowKeys.rootNumber(edit.key()) != root.number()) {
                    rekey(edit, root, contents);
                    isSettled = false;
                }
            }
        }
    }

    /** @return the root of the container of an edit, as far as keys are given */
    private RootEntry root(RowEdit edit) throws SQLException {
        RowEdit at = edit;
        while (at.change().place() != null) {
            Place place = at.change().place();
            RowEdit container = edits.get(place.container().id());
            if (container == null || !container.isCreated()) {
                return roots.root(RowKeys.rootNumber(key(place.container(), place.label())));
            }
            at = container;
        }
        return roots.root(at.element().rootId());
    }

    /** @return what stays in its container, by the id of that */
    private Map<String, List<RowEdit>> contents() {
        Map<String, List<RowEdit>> contents = new HashMap<>();
        for (RowEdit edit : edits.values()) {
            if (!edit.isCreated() && !edit.isDeleted() && !edit.isRelocated() && edit.change().place() != null) {
                contents.computeIfAbsent(edit.change().place().container().id(), id -> new ArrayList<>()).add(edit);
            }
        }
        return contents;
    }

    private void rekey(RowEdit edit, RootEntry root, Map<String, List<RowEdit>> contents) {
        edit.setKey(root.newKey());
        // What comes from another root keeps its place in its list; whatever is added behind it must come later.
        root.reserve(edit.before().position());
        for (RowEdit content : contents.getOrDefault(edit.element().id(), List.of())) {
            // What somebody else moved elsewhere meanwhile stays there.
            if (content.before().container() == edit.before().key()) {
                rekey(content, root, contents);
            }
        }
    }

    private void assignContainer(RowEdit edit) throws SQLException {
        if (edit.isDeleted() || !edit.isCreated() && !edit.isRelocated() && !edit.isRekeyed()) {
            return;
        }
        Place place = edit.change().place();
        if (place == null) {
            edit.setContainer(RowKeys.NONE, 0);
            edit.setPosition(0L);
            return;
        }
        FieldBinding feature = binding(place.container()).field(place.feature());
        edit.setContainer(key(place.container(), place.label()), feature.field().id());
        if (!feature.feature().isMany()) {
            edit.setPosition(0L);
        } else if (edit.isNewInList()) {
            edit.setPosition(null);
        }
    }

    private void assignCells(RowEdit edit, References references) throws SQLException {
        if (edit.isDeleted()) {
            return;
        }
        if (!edit.hasPosition()) {
            // Nobody told the order of the list: it comes last.
            edit.setPosition(roots.root(RowKeys.rootNumber(edit.key())).newPosition());
        }
        if (edit.isCreated()) {
            Object[] cells = edit.binding().defaultCells();
            fill(cells, edit, references);
            edit.setCells(cells);
            return;
        }
        if (edit.change() == null && !edit.isRekeyed()) {
            return;
        }
        StoredRow before = edit.before();
        Object[] cells = before.cells().clone();
        StoredRow copy = new StoredRow(before.type(), before.key(), before.id(), before.container(),
                before.containerField(), before.position(), before.validFrom(), null, cells);
        edit.binding().fillDefaults(copy);
        if (edit.isRekeyed()) {
            References.rebase(before.type(), cells, RowKeys.rootNumber(before.key()),
                    RowKeys.rootNumber(edit.key()));
        }
        fill(cells, edit, references);
        edit.setCells(cells);
    }

    private void fill(Object[] cells, RowEdit edit, References references) throws SQLException {
        String rootId = roots.root(RowKeys.rootNumber(edit.key())).id();
        for (int i = 0; i < edit.fields().length; i++) {
            if (!edit.fields()[i].field().kind().isMany()) {
                edit.fields()[i].toCells(edit.change().after().get(i), rootId, cells, references);
            }
        }
    }
}
