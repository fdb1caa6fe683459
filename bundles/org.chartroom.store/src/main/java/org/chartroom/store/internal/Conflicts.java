package org.chartroom.store.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.chartroom.core.store.ChangeSet;
import org.chartroom.core.store.ElementChange;
import org.chartroom.core.store.ElementRef;
import org.chartroom.core.store.Place;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.store.internal.TypeBinding.FieldBinding;
import org.eclipse.osgi.util.NLS;

/**
 * Finds out whether somebody else changed, after a root was read, what a commit changes in it. A value is compared with
 * what was read and with what is wanted: one that is neither was changed by somebody else.
 */
final class Conflicts {
    private final Database.Session session;
    private final TypeCatalog catalog;
    private final RootTable roots;
    private final CommitTransaction transaction;
    private final Map<String, Long> bases;
    /** Number of the newest revision. */
    private final long head;
    private final LinkRows links;

    Conflicts(Database.Session session, TypeCatalog catalog, RootTable roots, ChangeSet changes,
            CommitTransaction transaction, long head) {
        this.session = session;
        this.catalog = catalog;
        this.roots = roots;
        this.transaction = transaction;
        this.bases = changes.bases();
        this.head = head;
        this.links = LinkRows.reading(session);
    }

    /** @throws WorkspaceException of kind CONFLICT that names the element, the field, the revision and its author */
    void check(Collection<RowEdit> edits) throws SQLException {
        for (RowEdit edit : edits) {
            if (edit.before() == null) {
                if (edit.change().kind() != ElementChange.Kind.CREATED) {
                    throw deleted(edit.change().label(), session);
                }
            } else if (edit.before().validFrom() > base(edit.before())) {
                check(edit);
            }
        }
    }

    /** @return number of the revision at which the root that has a row was read; a root that was not read counts as old */
    private long base(StoredRow row) throws SQLException {
        return bases.getOrDefault(roots.root(RowKeys.rootNumber(row.key())).id(), Revision.NONE);
    }

    private void check(RowEdit edit) throws SQLException {
        StoredRow row = edit.before();
        if (edit.isDeleted()) {
            throw conflict(Messages.conflictContent, edit.change().label(), null, row.validFrom());
        }
        for (int i = 0; i < edit.fields().length; i++) {
            FieldBinding field = edit.fields()[i];
            Object before = edit.change().before().get(i);
            Object after = edit.change().after().get(i);
            if (field.field().kind().isMany()) {
                List<String> present = links.present(row.key(), field.field().id()).stream()
                        .map(link -> link.targetId() == null ? link.value() : link.targetId()).toList();
                if (!present.equals(texts(field, before)) && !present.equals(texts(field, after))) {
                    throw conflict(Messages.conflictField, edit.change().label(), field.feature().getName(),
                            listChangedBy(row.key(), field.field().id()));
                }
            } else {
                Object present = field.shown(row);
                if (!Objects.equals(present, idOrValue(before)) && !Objects.equals(present, idOrValue(after))) {
                    throw conflict(Messages.conflictField, edit.change().label(), field.feature().getName(),
                            changedBy(row, field.field()));
                }
            }
        }
        if (edit.isRelocated() && !isAt(row, edit.change().from()) && !isAt(row, edit.change().place())) {
            throw conflict(Messages.conflictMoved, edit.change().label(), null, placedBy(row));
        }
    }

    private static List<String> texts(FieldBinding field, Object values) {
        List<String> texts = new ArrayList<>();
        for (Object value : (List<?>) values) {
            texts.add(value instanceof ElementRef target ? target.id() : field.link(value));
        }
        return texts;
    }

    private static Object idOrValue(Object value) {
        return value instanceof ElementRef target ? target.id() : value;
    }

    private boolean isAt(StoredRow row, Place place) throws SQLException {
        StoredRow container = transaction.find(place.container());
        if (container == null || container.key() != row.container()) {
            return false;
        }
        FieldBinding field = catalog.binding(container.type()).field(place.feature());
        return field != null && field.field().id() == row.containerField();
    }

    private long changedBy(StoredRow row, StoredField field) throws SQLException {
        List<StoredRow> versions = versionsSinceBase(row);
        for (int i = versions.size() - 1; i > 0; i--) {
            if (!field.isEqual(versions.get(i).cells(), versions.get(i - 1).cells())) {
                return versions.get(i).validFrom();
            }
        }
        return row.validFrom();
    }

    private long placedBy(StoredRow row) throws SQLException {
        List<StoredRow> versions = versionsSinceBase(row);
        for (int i = versions.size() - 1; i > 0; i--) {
            if (versions.get(i).container() != versions.get(i - 1).container()) {
                return versions.get(i).validFrom();
            }
        }
        return row.validFrom();
    }

    private List<StoredRow> versionsSinceBase(StoredRow present) throws SQLException {
        StoredType type = present.type();
        PreparedStatement query = session.statement("SELECT " + type.columns() + " FROM " + type.historyTable()
                + " WHERE row_key = ? AND valid_to > ? ORDER BY valid_from");
        query.setLong(1, present.key());
        query.setLong(2, base(present));
        List<StoredRow> versions = new ArrayList<>();
        try (ResultSet result = query.executeQuery()) {
            while (result.next()) {
                versions.add(type.read(result));
            }
        }
        versions.add(present);
        return versions;
    }

    private long listChangedBy(long owner, int field) throws SQLException {
        PreparedStatement query = session.statement("SELECT MAX(changed) FROM (SELECT MAX(valid_from) AS changed FROM"
                + " link WHERE owner = ? AND field = ? UNION ALL SELECT MAX(valid_to) FROM link_history"
                + " WHERE owner = ? AND field = ?)");
        query.setLong(1, owner);
        query.setInt(2, field);
        query.setLong(3, owner);
        query.setInt(4, field);
        try (ResultSet result = query.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    /**
     * What somebody else put into an element that is to be deleted, or that goes to another root, must not be lost with its
     * former row. To be called when all edits have their keys.
     *
     * @throws WorkspaceException of kind CONFLICT that names the element, the revision and its author
     */
    void checkContent(Collection<RowEdit> edits) throws SQLException {
        Map<Long, RowEdit> vacated = new HashMap<>();
        Set<Long> placed = new HashSet<>();
        Set<Integer> numbers = new TreeSet<>();
        for (RowEdit edit : edits) {
            if (edit.isRelocated() && edit.before() != null) {
                placed.add(edit.before().key());
            }
            if ((edit.isDeleted() || edit.isRekeyed()) && base(edit.before()) < head) {
                vacated.put(edit.before().key(), edit);
                numbers.add(RowKeys.rootNumber(edit.before().key()));
            }
        }
        for (StoredType type : vacated.isEmpty() ? List.<StoredType>of() : catalog.types()) {
            for (int number : numbers) {
                checkContent(type, number, vacated, placed);
            }
        }
    }

    private void checkContent(StoredType type, int number, Map<Long, RowEdit> vacated, Set<Long> placed)
            throws SQLException {
        PreparedStatement query = session.statement("SELECT row_key, container, valid_from FROM " + type.table()
                + " WHERE row_key BETWEEN ? AND ? AND valid_from > ?");
        query.setLong(1, RowKeys.first(number));
        query.setLong(2, RowKeys.last(number));
        query.setLong(3, bases.getOrDefault(roots.root(number).id(), Revision.NONE));
        try (ResultSet result = query.executeQuery()) {
            while (result.next()) {
                RowEdit container = vacated.get(result.getLong(2));
                long key = result.getLong(1);
                if (container != null && !vacated.containsKey(key) && !placed.contains(key)) {
                    throw conflict(
                            container.isDeleted() ? Messages.conflictContent : Messages.conflictMovedContent,
                            container.change().label(), null, result.getLong(3));
                }
            }
        }
    }

    /**
     * What goes into an element that somebody else put into it would be in no root any more. To be called when all edits
     * have their containers.
     *
     * @throws WorkspaceException of kind CONFLICT that names the element, the revision and its author
     */
    void checkCircles(Collection<RowEdit> edits) throws SQLException {
        if (edits.stream().noneMatch(RowEdit::isRelocated)) {
            return;
        }
        Map<Long, RowEdit> byKey = new HashMap<>();
        edits.forEach(edit -> byKey.put(edit.key(), edit));
        for (RowEdit edit : edits) {
            if (!edit.isRelocated()) {
                continue;
            }
            Set<Long> passed = new HashSet<>();
            long key = edit.key();
            int field = edit.containerField();
            long at = edit.container();
            while (at != RowKeys.NONE) {
                if (at == key || !passed.add(at)) {
                    throw conflict(Messages.conflictCircle, edit.change().label(), null, edit.before().validFrom());
                }
                RowEdit container = byKey.get(at);
                if (container != null) {
                    field = container.containerField();
                    at = container.container();
                } else {
                    PreparedStatement query = session.statement("SELECT container_field, container FROM "
                            + catalog.typeOfField(field).table() + " WHERE row_key = ?");
                    query.setLong(1, at);
                    try (ResultSet result = query.executeQuery()) {
                        boolean isThere = result.next();
                        field = isThere ? result.getInt(1) : 0;
                        at = isThere ? result.getLong(2) : RowKeys.NONE;
                    }
                }
            }
        }
    }

    private WorkspaceException conflict(String message, String label, String field, long revision)
            throws SQLException {
        String author = RevisionLog.find(session, revision).map(Revision::author).orElse("");
        Object[] values = field == null
                ? new Object[]{label, revision, author}
                : new Object[]{label, field, revision, author};
        return new WorkspaceException(WorkspaceException.Kind.CONFLICT, NLS.bind(message, values));
    }

    /** @return the exception for an element that has no row any more */
    static WorkspaceException deleted(String label, Database.Session session) throws SQLException {
        Revision newest = RevisionLog.head(session).orElse(null);
        return new WorkspaceException(WorkspaceException.Kind.CONFLICT,
                NLS.bind(Messages.conflictDeleted, new Object[]{label,
                        newest == null ? Revision.NONE : newest.number(), newest == null ? "" : newest.author()}));
    }
}
