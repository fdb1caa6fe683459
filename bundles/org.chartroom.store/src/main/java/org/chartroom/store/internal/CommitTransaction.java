package org.chartroom.store.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.chartroom.core.store.Commit;
import org.chartroom.core.store.ObjectChange;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.Element;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.osgi.util.NLS;

/**
 * One commit, from changes of objects to changes of rows; used once. It decides first what becomes of each row and
 * writes then. Committing or rolling back is left to the caller.
 */
final class CommitTransaction {
    private final Database.Session session;
    private final TypeCatalog catalog;
    private final RowVerifier verifier;
    private final Commit commit;
    private final Revision head;
    private final long number;
    private final Checksums checksums = new Checksums();
    private final RootTable roots;
    private final Map<String, RowEdit> edits = new LinkedHashMap<>();
    private final Map<String, StoredRow> found = new LinkedHashMap<>();

    /**
     * @param session the writing connection
     * @param catalog the types, which fit the commit already
     * @param verifier checks rows before they are built upon
     * @param commit what to write
     * @param head the newest revision; null before the first
     */
    CommitTransaction(Database.Session session, TypeCatalog catalog, RowVerifier verifier, Commit commit,
            Revision head) {
        this.session = session;
        this.catalog = catalog;
        this.verifier = verifier;
        this.commit = commit;
        this.head = head;
        this.number = (head == null ? Revision.NONE : head.number()) + 1;
        this.roots = new RootTable(session);
    }

    Revision run(Instant now) throws SQLException {
        for (ObjectChange change : commit.changes()) {
            collect(change);
        }
        new Conflicts(session, catalog, commit, head).check(edits.values());
        assignKeys();
        for (RowEdit edit : List.copyOf(edits.values())) {
            assignContainer(edit);
        }
        new Placement(session, catalog, roots, this).place(commit.orders());
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
        Revision revision = new Revision(number, now, commit.author(), commit.reason(), RevisionLog.hash(previous,
                number, now, commit.author(), commit.reason(), touched.size(), touched));
        RevisionLog.insert(session, revision, touched.size());
        return revision;
    }

    private void collect(ObjectChange change) throws SQLException {
        Element element = change.element();
        if (element.getId() == null) {
            throw new WorkspaceException(WorkspaceException.Kind.INVALID,
                    NLS.bind(Messages.idMissing, element.eClass().getName()));
        }
        StoredRow before = null;
        if (change.kind() != ObjectChange.Kind.CREATED) {
            before = find(element);
            if (before == null && change.kind() == ObjectChange.Kind.DELETED) {
                // Somebody else deleted it too.
                return;
            }
        }
        edits.put(element.getId(), new RowEdit(element, change, before, binding(element)));
    }

    private TypeBinding binding(EObject element) {
        return catalog.type(element.eClass()).binding(element.eClass());
    }

    /** @return what the commit does to an element that has a row; its place may be changed then */
    RowEdit edit(Element element) throws SQLException {
        RowEdit edit = edits.get(element.getId());
        if (edit == null) {
            StoredRow row = find(element);
            if (row != null) {
                edit = new RowEdit(element, null, row, binding(element));
                edits.put(element.getId(), edit);
            }
        }
        return edit;
    }

    /** @return what the commit does to an element; null when nothing so far */
    RowEdit existingEdit(Element element) {
        return edits.get(element.getId());
    }

    /** @return the key of an element's row */
    long key(Element element) throws SQLException {
        RowEdit edit = edits.get(element.getId());
        if (edit != null && !edit.isDeleted()) {
            return edit.key();
        }
        StoredRow row = find(element);
        if (row == null || edit != null) {
            throw Conflicts.deleted(element, session);
        }
        return row.key();
    }

    private StoredRow find(Element element) throws SQLException {
        StoredRow known = found.get(element.getId());
        if (known != null) {
            return known;
        }
        StoredType type = catalog.type(element.eClass());
        PreparedStatement query = session
                .statement("SELECT " + type.columns() + " FROM " + type.table() + " WHERE id = ?");
        query.setString(1, element.getId());
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

    /** Gives keys to new elements, type by type, so that they follow each other; and new ones after a change of root. */
    private void assignKeys() throws SQLException {
        Map<RootEntry, Map<StoredType, List<RowEdit>>> created = new LinkedHashMap<>();
        for (RowEdit edit : List.copyOf(edits.values())) {
            if (edit.isDeleted()) {
                roots.root(RowKeys.rootNumber(edit.key())).touch();
                continue;
            }
            if (!edit.isCreated() && !edit.isRelocated()) {
                continue;
            }
            RootEntry root = roots.root(References.rootId(edit.element()));
            if (edit.isCreated()) {
                created.computeIfAbsent(root, key -> new LinkedHashMap<>())
                        .computeIfAbsent(edit.binding().type(), key -> new ArrayList<>()).add(edit);
            } else if (RowKeys.rootNumber(edit.key()) != root.number()) {
                rekey(edit, root);
            }
        }
        created.forEach((root, byType) -> byType.values().forEach(list -> list.forEach(edit -> edit
                .setKey(edit.element().eContainer() == null ? RowKeys.first(root.number()) : root.newKey()))));
    }

    private void rekey(RowEdit edit, RootEntry root) throws SQLException {
        edit.setKey(root.newKey());
        // What comes from another root keeps its place in its list; whatever is added behind it must come later.
        root.reserve(edit.before().position());
        for (EObject content : edit.element().eContents()) {
            RowEdit inner = edit((Element) content);
            if (inner != null && !inner.isCreated() && !inner.isDeleted()) {
                rekey(inner, root);
            }
        }
    }

    private void assignContainer(RowEdit edit) throws SQLException {
        if (edit.isDeleted() || !edit.isCreated() && !edit.isRelocated() && !edit.isRekeyed()) {
            return;
        }
        EObject container = edit.element().eContainer();
        if (container == null) {
            edit.setContainer(RowKeys.NONE, 0);
            edit.setPosition(0L);
            return;
        }
        EStructuralFeature feature = edit.element().eContainmentFeature();
        edit.setContainer(key((Element) container), binding(container).field(feature).field().id());
        if (!feature.isMany()) {
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
            edit.setCells(edit.binding().cells(edit.element(), references));
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
        if (edit.change() != null) {
            for (EStructuralFeature feature : edit.change().features()) {
                TypeBinding.FieldBinding field = edit.binding().field(feature);
                if (field != null && !field.field().kind().parts().isEmpty()) {
                    field.toCells(edit.element(), cells, references);
                }
            }
        }
        edit.setCells(cells);
    }
}
