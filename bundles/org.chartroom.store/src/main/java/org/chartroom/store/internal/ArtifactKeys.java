package org.chartroom.store.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.chartroom.core.workspace.WorkspaceException;
import org.eclipse.osgi.util.NLS;

/** Sees to it that no two artifacts have one key, whatever its case; at the end of a commit, so that keys can be swapped. */
final class ArtifactKeys {
    private final Database.Session session;
    private final TypeCatalog catalog;

    ArtifactKeys(Database.Session session, TypeCatalog catalog) {
        this.session = session;
        this.catalog = catalog;
    }

    /** @throws WorkspaceException of kind INVALID that names the key and who has it */
    void check(RootTable roots) throws SQLException {
        for (RootEntry root : roots.all()) {
            if (root.isKeyChanged() && root.foldedKey() != null) {
                check(root);
            }
        }
    }

    private void check(RootEntry root) throws SQLException {
        PreparedStatement query = session
                .statement("SELECT number, type FROM root WHERE folded_key = ? AND number <> ?");
        query.setString(1, root.foldedKey());
        query.setInt(2, root.number());
        try (ResultSet result = query.executeQuery()) {
            if (result.next()) {
                String other = text(result.getInt(1), result.getInt(2), "title");
                throw new WorkspaceException(WorkspaceException.Kind.INVALID,
                        NLS.bind(Messages.keyTaken, new Object[]{text(root.number(), root.typeId(), "key"), other,
                                text(root.number(), root.typeId(), "title")}));
            }
        }
    }

    private String text(int number, int typeId, String fieldName) throws SQLException {
        StoredType type = catalog.type(typeId);
        StoredField field = type.field(fieldName, FieldKind.TEXT);
        PreparedStatement query = session
                .statement("SELECT " + field.column(0) + " FROM " + type.table() + " WHERE row_key = ?");
        query.setLong(1, RowKeys.first(number));
        try (ResultSet result = query.executeQuery()) {
            String text = result.next() ? result.getString(1) : null;
            return text == null ? "" : text;
        }
    }
}
