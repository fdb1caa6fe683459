package org.chartroom.store.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.chartroom.core.workspace.Reference;
import org.chartroom.model.ModelPackage;
import org.chartroom.store.internal.TypeBinding.FieldBinding;
import org.eclipse.emf.ecore.EClass;

/**
 * Finds the references from other roots to one root; used once. Only features that can hold what is in such a root are
 * looked through: there are few of them, so no index is kept for the sake of this question.
 */
final class ReferenceReader {
    private final Database.Session session;
    private final TypeCatalog catalog;
    private final String rootId;
    private boolean isDirectory;
    private final List<Reference> found = new ArrayList<>();

    ReferenceReader(Database.Session session, TypeCatalog catalog, String rootId) {
        this.session = session;
        this.catalog = catalog;
        this.rootId = rootId;
    }

    List<Reference> read() throws SQLException {
        PreparedStatement query = session.statement("SELECT number, type FROM root WHERE id = ?");
        query.setString(1, rootId);
        int number;
        try (ResultSet result = query.executeQuery()) {
            if (!result.next()) {
                return List.of();
            }
            number = result.getInt(1);
            StoredType directory = catalog.type(ModelPackage.Literals.DIRECTORY);
            isDirectory = directory != null && directory.id() == result.getInt(2);
        }
        for (StoredType type : catalog.types()) {
            TypeBinding binding = catalog.binding(type);
            for (StoredField field : type.fields()) {
                FieldBinding bound = binding == null ? null : binding.field(field.id());
                if (bound != null && mayLeadHere(bound)) {
                    readField(type, field, number);
                }
            }
        }
        return List.copyOf(found);
    }

    /** Subjects are in artifacts; what the directory has is of few classes. */
    private boolean mayLeadHere(FieldBinding bound) {
        return bound.feature().getEType() instanceof EClass target && (isDirectory
                ? ModelPackage.Literals.DIRECTORY.getEAllContainments().stream()
                        .anyMatch(list -> areRelated(list.getEReferenceType(), target))
                : areRelated(ModelPackage.Literals.SUBJECT, target));
    }

    private static boolean areRelated(EClass one, EClass other) {
        return one.isSuperTypeOf(other) || other.isSuperTypeOf(one);
    }

    private void readField(StoredType type, StoredField field, int number) throws SQLException {
        switch (field.kind()) {
            case REFERENCE -> read(field, number, field.column(0), field.column(1), type.table() + " t");
            case REFERENCES -> read(field, number, "target_id", "target_root", "link l JOIN " + type.table()
                    + " t ON t.row_key = l.owner AND l.field = " + field.id());
            default -> {
                // Other kinds hold no references.
            }
        }
    }

    /** A target that moved is where it moved to, not where the reference found it. */
    private void read(StoredField field, int number, String target, String targetRoot, String rows)
            throws SQLException {
        PreparedStatement query = session.statement("SELECT r.id, t.id, " + target + " FROM " + rows
                + " JOIN root r ON r.number = t.row_key / 4294967296 LEFT JOIN moved m ON m.id = " + target
                + " WHERE COALESCE(m.root, " + targetRoot + ") = ? AND r.number <> ?");
        query.setInt(1, number);
        query.setInt(2, number);
        try (ResultSet result = query.executeQuery()) {
            while (result.next()) {
                found.add(new Reference(result.getString(1), result.getString(2), field.name(),
                        result.getString(3)));
            }
        }
    }
}
