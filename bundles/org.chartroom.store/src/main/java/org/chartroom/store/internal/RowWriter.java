package org.chartroom.store.internal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.ModelPackage;
import org.chartroom.store.internal.TypeBinding.FieldBinding;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.osgi.util.NLS;

/** Writes what a commit decided: new versions of rows, and the former ones into history. */
final class RowWriter {
    private static final int BATCH = 1000;
    private static final int DUPLICATE_KEY_CODE = 23505;

    private final Database.Session session;
    private final long revision;
    private final Checksums checksums;
    private final References references;
    private final LinkRows links;
    private final ChangeLog log = new ChangeLog();
    private final List<byte[]> touched = new ArrayList<>();

    RowWriter(Database.Session session, long revision, Checksums checksums, References references) {
        this.session = session;
        this.revision = revision;
        this.checksums = checksums;
        this.references = references;
        this.links = new LinkRows(session, revision, checksums, touched::add);
    }

    /** @return checksums of all row versions that were opened or closed */
    List<byte[]> touchedChecksums() {
        return touched;
    }

    void write(Collection<RowEdit> edits, RootTable roots) throws SQLException {
        Map<StoredType, List<RowEdit>> created = new LinkedHashMap<>();
        // What leaves its place goes first: ids are unique among present rows.
        for (RowEdit edit : edits) {
            if (edit.isDeleted()) {
                delete(edit, roots);
            } else if (edit.isRekeyed()) {
                close(edit.before());
                log.add(ChangeLog.DELETED, edit.before().type(), edit.before().key());
                leaveRoot(edit.before(), roots);
            }
        }
        for (RowEdit edit : edits) {
            if (edit.isDeleted()) {
                continue;
            }
            if (edit.isCreated()) {
                created.computeIfAbsent(edit.binding().type(), type -> new ArrayList<>()).add(edit);
            } else if (edit.isRekeyed()) {
                move(edit, roots);
            } else {
                update(edit, roots);
            }
        }
        for (List<RowEdit> list : created.values()) {
            create(list, roots);
        }
        log.store(session, revision);
    }

    private void delete(RowEdit edit, RootTable roots) throws SQLException {
        StoredRow row = edit.before();
        for (LinkRow link : links.present(row.key())) {
            links.close(link);
        }
        close(row);
        PreparedStatement insert = session.statement("INSERT INTO deleted (id, row_key, type) VALUES (?, ?, ?)");
        insert.setString(1, row.id());
        insert.setLong(2, row.key());
        insert.setInt(3, row.type().id());
        insert.execute();
        log.add(ChangeLog.DELETED, row.type(), row.key());
        leaveRoot(row, roots);
    }

    private static void leaveRoot(StoredRow row, RootTable roots) throws SQLException {
        RootEntry root = roots.root(RowKeys.rootNumber(row.key()));
        root.touch();
        if (RowKeys.elementNumber(row.key()) == 0) {
            root.setTypeId(null);
            root.setFoldedKey(null);
        }
    }

    private void close(StoredRow row) throws SQLException {
        archive(row);
        PreparedStatement delete = session.statement("DELETE FROM " + row.type().table() + " WHERE row_key = ?");
        delete.setLong(1, row.key());
        delete.execute();
    }

    private void archive(StoredRow row) throws SQLException {
        PreparedStatement archive = session.statement(row.type().archiveSql());
        archive.setLong(1, revision);
        archive.setLong(2, row.key());
        archive.execute();
        touched.add(row.checksum());
    }

    private void move(RowEdit edit, RootTable roots) throws SQLException {
        StoredRow before = edit.before();
        int oldRoot = RowKeys.rootNumber(before.key());
        int newRoot = RowKeys.rootNumber(edit.key());
        List<LinkRow> old = links.present(before.key());
        Map<Integer, List<LinkRow>> moved = new LinkedHashMap<>();
        for (LinkRow link : old) {
            links.close(link);
            Integer targetRoot = link.targetId() == null
                    ? null
                    : References.rebase(link.targetRoot(), oldRoot, newRoot);
            moved.computeIfAbsent(link.field(), field -> new ArrayList<>()).add(new LinkRow(edit.key(), link.field(),
                    0, link.value(), link.targetId(), targetRoot, link.targetType(), 0, null));
        }
        moved.putAll(links(edit, roots));
        for (List<LinkRow> values : moved.values()) {
            links.insert(values);
        }
        insert(List.of(edit), roots);
        log.add(ChangeLog.CREATED, before.type(), edit.key());
        PreparedStatement merge = session.statement("MERGE INTO moved (id, root) KEY (id) VALUES (?, ?)");
        merge.setString(1, before.id());
        merge.setInt(2, newRoot);
        merge.execute();
        PreparedStatement insert = session.statement("INSERT INTO deleted (id, row_key, type) VALUES (?, ?, ?)");
        insert.setString(1, before.id());
        insert.setLong(2, before.key());
        insert.setInt(3, before.type().id());
        insert.execute();
    }

    private void update(RowEdit edit, RootTable roots) throws SQLException {
        for (Map.Entry<Integer, List<LinkRow>> values : links(edit, roots).entrySet()) {
            if (links.replace(edit.key(), values.getKey(), values.getValue())) {
                edit.setListsChanged();
            }
        }
        if (!edit.isDifferent()) {
            return;
        }
        archive(edit.before());
        StoredRow row = edit.after(revision, checksums);
        PreparedStatement update = session.statement(row.type().updateSql());
        row.type().write(update, row);
        update.setLong(row.type().columnCount() + 1, row.key());
        update.execute();
        touched.add(row.checksum());
        log.add(ChangeLog.UPDATED, row.type(), row.key());
        RootEntry root = roots.root(RowKeys.rootNumber(row.key()));
        root.touch();
        noteRoot(row, root, edit.binding().eClass());
    }

    private void create(List<RowEdit> edits, RootTable roots) throws SQLException {
        insert(edits, roots);
        for (RowEdit edit : edits) {
            log.add(ChangeLog.CREATED, edit.binding().type(), edit.key());
            for (List<LinkRow> values : links(edit, roots).values()) {
                links.insert(values);
            }
        }
    }

    /** @return for each feature of many that is given, its number and its values */
    private Map<Integer, List<LinkRow>> links(RowEdit edit, RootTable roots) throws SQLException {
        String rootId = roots.root(RowKeys.rootNumber(edit.key())).id();
        Map<Integer, List<LinkRow>> given = new LinkedHashMap<>();
        for (int i = 0; i < edit.fields().length; i++) {
            FieldBinding field = edit.fields()[i];
            if (field.field().kind().isMany()) {
                given.put(field.field().id(), references.links(edit.key(), rootId, field,
                        (List<?>) edit.change().after().get(i)));
            }
        }
        return given;
    }

    private void insert(List<RowEdit> edits, RootTable roots) throws SQLException {
        StoredType type = edits.get(0).binding().type();
        PreparedStatement insert = session.statement(type.insertSql());
        int batched = 0;
        for (RowEdit edit : edits) {
            StoredRow row = edit.after(revision, checksums);
            type.write(insert, row);
            touched.add(row.checksum());
            RootEntry root = roots.root(RowKeys.rootNumber(row.key()));
            root.touch();
            noteRoot(row, root, edit.binding().eClass());
            insert.addBatch();
            if (++batched % BATCH == 0) {
                execute(insert, edits);
            }
        }
        execute(insert, edits);
    }

    private static void execute(PreparedStatement insert, List<RowEdit> edits) throws SQLException {
        try {
            insert.executeBatch();
        } catch (SQLException e) {
            if (e.getErrorCode() == DUPLICATE_KEY_CODE) {
                RowEdit taken = edits.stream().filter(edit -> String.valueOf(e.getMessage())
                        .contains("'" + edit.element().id() + "'")).findFirst().orElse(edits.get(0));
                throw new WorkspaceException(WorkspaceException.Kind.INVALID,
                        NLS.bind(Messages.idTaken, taken.change().label(), taken.element().id()), e);
            }
            throw e;
        }
    }

    private static void noteRoot(StoredRow row, RootEntry root, EClass eClass) {
        if (RowKeys.elementNumber(row.key()) != 0) {
            return;
        }
        root.setTypeId(row.type().id());
        if (ModelPackage.Literals.ARTIFACT.isSuperTypeOf(eClass)) {
            String key = row.type().field(ModelPackage.Literals.SUBJECT__KEY.getName(), FieldKind.TEXT)
                    .text(row.cells());
            String folded = key == null || key.isEmpty() ? null : key.toUpperCase(Locale.ROOT);
            if (!Objects.equals(folded, root.foldedKey())) {
                root.setFoldedKey(folded);
            }
        }
    }
}
