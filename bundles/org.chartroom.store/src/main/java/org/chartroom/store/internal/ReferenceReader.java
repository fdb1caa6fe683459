package org.chartroom.store.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.chartroom.core.workspace.Reference;
import org.chartroom.model.ModelPackage;
import org.chartroom.store.internal.TypeBinding.FieldBinding;
import org.eclipse.emf.ecore.EClass;

/**
 * Finds the references from other roots to one root; used once. Only features that can hold a subject are looked
 * through: there are few of them, so no index is kept for the sake of this question.
 */
final class ReferenceReader {
    private final Database.Session session;
    private final TypeCatalog catalog;
    private final String rootId;
    private final List<Reference> found = new ArrayList<>();
    private final Map<Integer, String> rootIds = new HashMap<>();
    private final Set<String> movedHere = new HashSet<>();
    private final Set<String> movedAway = new HashSet<>();
    private int number;

    ReferenceReader(Database.Session session, TypeCatalog catalog, String rootId) {
        this.session = session;
        this.catalog = catalog;
        this.rootId = rootId;
    }

    List<Reference> read() throws SQLException {
        PreparedStatement query = session.statement("SELECT number, id FROM root");
        boolean known = false;
        try (ResultSet result = query.executeQuery()) {
            while (result.next()) {
                rootIds.put(result.getInt(1), result.getString(2));
                if (rootId.equals(result.getString(2))) {
                    number = result.getInt(1);
                    known = true;
                }
            }
        }
        if (!known) {
            return List.of();
        }
        readMoved();
        for (StoredType type : catalog.types()) {
            TypeBinding binding = catalog.binding(type);
            for (StoredField field : type.fields()) {
                FieldBinding bound = binding == null ? null : binding.field(field.id());
                if (bound != null && holdsSubjects(bound)) {
                    readField(type, field);
                }
            }
        }
        return List.copyOf(found);
    }

    private void readMoved() throws SQLException {
        try (ResultSet result = session.statement("SELECT id, root FROM moved").executeQuery()) {
            while (result.next()) {
                (result.getInt(2) == number ? movedHere : movedAway).add(result.getString(1));
            }
        }
    }

    private static boolean holdsSubjects(FieldBinding bound) {
        return bound.feature().getEType() instanceof EClass target
                && (ModelPackage.Literals.SUBJECT.isSuperTypeOf(target) || target.isSuperTypeOf(
                        ModelPackage.Literals.SUBJECT));
    }

    private void readField(StoredType type, StoredField field) throws SQLException {
        switch (field.kind()) {
            case REFERENCE -> {
                String id = field.column(0);
                String root = field.column(1);
                add(field, session.statement("SELECT t.row_key, t.id, t." + id + ", t." + root + " FROM "
                        + type.table() + " t WHERE t." + id + " IS NOT NULL"));
            }
            case REFERENCES -> {
                PreparedStatement query = session
                        .statement("SELECT l.owner, t.id, l.target_id, l.target_root FROM link l JOIN " + type.table()
                                + " t ON t.row_key = l.owner WHERE l.field = ?");
                query.setInt(1, field.id());
                add(field, query);
            }
            default -> {
                // Other kinds hold no references.
            }
        }
    }

    private void add(StoredField field, PreparedStatement query) throws SQLException {
        try (ResultSet result = query.executeQuery()) {
            while (result.next()) {
                int owner = RowKeys.rootNumber(result.getLong(1));
                String target = result.getString(3);
                Integer recorded = (Integer) result.getObject(4);
                boolean here = movedHere.contains(target)
                        || !movedAway.contains(target) && recorded != null && recorded == number;
                if (here && owner != number) {
                    found.add(new Reference(rootIds.get(owner), result.getString(2), field.name(), target));
                }
            }
        }
    }
}
