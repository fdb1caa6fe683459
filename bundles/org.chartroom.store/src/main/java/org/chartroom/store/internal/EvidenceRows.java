package org.chartroom.store.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.chartroom.core.evidence.Evidences;
import org.chartroom.model.ModelPackage;

/** The stored contents that rows of the present and the past name. */
final class EvidenceRows {
    private EvidenceRows() {
    }

    /**
     * A stored content as the first row has it that names it.
     *
     * @param sha256 SHA-256 of the content
     * @param name what the evidence is called
     * @param revision number of the revision that wrote the row
     */
    record Named(String sha256, String name, long revision) {
    }

    /** @return the SHA-256 of each named content */
    static Set<String> names(Database.Session session, TypeCatalog catalog) throws SQLException {
        return all(session, catalog).stream().map(Named::sha256).collect(Collectors.toSet());
    }

    /** @return each named content once */
    static List<Named> all(Database.Session session, TypeCatalog catalog) throws SQLException {
        StoredType type = catalog.type(ModelPackage.Literals.EVIDENCE);
        StoredField uri = type == null ? null : field(type, ModelPackage.Literals.EVIDENCE__URI.getName());
        StoredField name = type == null ? null : field(type, ModelPackage.Literals.EVIDENCE__NAME.getName());
        if (uri == null || name == null) {
            return List.of();
        }
        Map<String, Named> found = new HashMap<>();
        for (String table : List.of(type.table(), type.historyTable())) {
            try (ResultSet result = session.statement("SELECT " + uri.column(0) + ", " + name.column(0)
                    + ", valid_from FROM " + table + " WHERE " + uri.column(0) + " IS NOT NULL").executeQuery()) {
                while (result.next()) {
                    String title = result.getString(2);
                    long revision = result.getLong(3);
                    Evidences.storedHash(result.getString(1))
                            .ifPresent(sha256 -> found.merge(sha256, new Named(sha256, title, revision),
                                    (one, other) -> one.revision() <= other.revision() ? one : other));
                }
            }
        }
        return new ArrayList<>(found.values());
    }

    private static StoredField field(StoredType type, String name) {
        return type.field(name, FieldKind.TEXT);
    }
}
