package org.chartroom.store.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.chartroom.core.store.Commit;
import org.chartroom.core.store.ObjectChange;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.Element;
import org.chartroom.store.internal.TypeBinding.FieldBinding;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.osgi.util.NLS;

/** Finds out whether somebody else changed, after the base of a commit, what the commit changes. */
final class Conflicts {
    private final Database.Session session;
    private final TypeCatalog catalog;
    private final long base;
    private final boolean isOutdated;

    Conflicts(Database.Session session, TypeCatalog catalog, Commit commit, Revision head) {
        this.session = session;
        this.catalog = catalog;
        this.base = commit.baseRevision();
        this.isOutdated = head != null && base < head.number();
    }

    /** @throws WorkspaceException of kind CONFLICT that names the element, the field, the revision and its author */
    void check(Collection<RowEdit> edits) throws SQLException {
        Map<Long, RowEdit> vacated = new HashMap<>();
        for (RowEdit edit : edits) {
            if (edit.before() == null) {
                if (edit.change().kind() != ObjectChange.Kind.CREATED) {
                    throw deleted(edit.element(), session);
                }
            } else if (isOutdated) {
                if (edit.before().validFrom() > base) {
                    check(edit);
                }
                if (edit.isDeleted()) {
                    vacated.put(edit.before().key(), edit);
                }
            }
        }
        if (!vacated.isEmpty()) {
            checkContent(vacated);
        }
    }

    private void check(RowEdit edit) throws SQLException {
        StoredRow row = edit.before();
        if (edit.isDeleted()) {
            throw conflict(Messages.conflictContent, edit.element(), null, row.validFrom());
        }
        List<StoredRow> versions = versionsSinceBase(row);
        for (EStructuralFeature feature : edit.change().features()) {
            FieldBinding field = edit.binding().field(feature);
            if (field != null) {
                long changedBy = field.field().kind().isMany()
                        ? listChangedBy(row.key(), field.field().id())
                        : changedBy(versions, field.field());
                if (changedBy > base && !isSameNow(edit, field)) {
                    throw conflict(Messages.conflictField, edit.element(), feature.getName(), changedBy);
                }
            }
        }
        if (edit.isRelocated()) {
            for (int i = 1; i < versions.size(); i++) {
                if (versions.get(i).container() != versions.get(i - 1).container()) {
                    throw conflict(Messages.conflictMoved, edit.element(), null, versions.get(i).validFrom());
                }
            }
        }
    }

    /** Both made the same change: nothing is lost. References are left out, they can't be told without their roots. */
    private static boolean isSameNow(RowEdit edit, FieldBinding field) {
        if (field.field().kind() == FieldKind.REFERENCE || field.field().kind().isMany()) {
            return false;
        }
        Object[] cells = edit.before().cells().clone();
        field.toCells(edit.element(), cells, null);
        return field.field().isEqual(cells, edit.before().cells());
    }

    private static long changedBy(List<StoredRow> versions, StoredField field) {
        for (int i = versions.size() - 1; i > 0; i--) {
            if (!field.isEqual(versions.get(i).cells(), versions.get(i - 1).cells())) {
                return versions.get(i).validFrom();
            }
        }
        return Revision.NONE;
    }

    private List<StoredRow> versionsSinceBase(StoredRow present) throws SQLException {
        StoredType type = present.type();
        PreparedStatement query = session.statement("SELECT " + type.columns() + " FROM " + type.historyTable()
                + " WHERE row_key = ? AND valid_to > ? ORDER BY valid_from");
        query.setLong(1, present.key());
        query.setLong(2, base);
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

    /** What somebody else put into an element that is to be deleted must not go with it unseen, in any root. */
    private void checkContent(Map<Long, RowEdit> vacated) throws SQLException {
        Set<Integer> roots = new TreeSet<>();
        vacated.keySet().forEach(key -> roots.add(RowKeys.rootNumber(key)));
        for (StoredType type : catalog.types()) {
            for (int root : roots) {
                checkContent(type, root, vacated);
            }
        }
    }

    private void checkContent(StoredType type, int root, Map<Long, RowEdit> vacated) throws SQLException {
        PreparedStatement query = session.statement("SELECT row_key, container, valid_from FROM " + type.table()
                + " WHERE row_key BETWEEN ? AND ? AND valid_from > ?");
        query.setLong(1, RowKeys.first(root));
        query.setLong(2, RowKeys.last(root));
        query.setLong(3, base);
        try (ResultSet result = query.executeQuery()) {
            while (result.next()) {
                RowEdit container = vacated.get(result.getLong(2));
                if (container != null && !vacated.containsKey(result.getLong(1))) {
                    throw conflict(Messages.conflictContent, container.element(), null, result.getLong(3));
                }
            }
        }
    }

    private WorkspaceException conflict(String message, Element element, String field, long revision)
            throws SQLException {
        String author = RevisionLog.find(session, revision).map(Revision::author).orElse("");
        Object[] values = field == null
                ? new Object[]{Labels.of(element), revision, author}
                : new Object[]{Labels.of(element), field, revision, author};
        return new WorkspaceException(WorkspaceException.Kind.CONFLICT, NLS.bind(message, values));
    }

    /** @return the exception for an element that has no row any more */
    static WorkspaceException deleted(Element element, Database.Session session) throws SQLException {
        Revision newest = RevisionLog.head(session).orElse(null);
        return new WorkspaceException(WorkspaceException.Kind.CONFLICT,
                NLS.bind(Messages.conflictDeleted, new Object[]{Labels.of(element),
                        newest == null ? Revision.NONE : newest.number(), newest == null ? "" : newest.author()}));
    }
}
