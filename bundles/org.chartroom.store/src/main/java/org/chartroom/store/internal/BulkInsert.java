package org.chartroom.store.internal;

import org.chartroom.core.store.ElementChange;
import org.chartroom.core.store.ChangeSet;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.chartroom.core.workspace.WorkspaceException;
import org.eclipse.osgi.util.NLS;

/**
 * Takes the index over ids away while a commit brings more rows of a type than there are. Ids are random, so that each
 * of many inserts would touch another page of the index and pages would be written again and again; made anew it is
 * written once.
 */
final class BulkInsert {
    private static final int LEAST_ROWS = 2000;

    private final Database database;
    private final List<StoredType> types = new ArrayList<>();
    /** Those of them whose rows may have an id twice: there were some before, or two new ones have the same. */
    private final List<StoredType> unsure = new ArrayList<>();

    /** Takes indexes away where that pays; ends the transaction. */
    BulkInsert(Database database, TypeCatalog catalog, ChangeSet changes) throws SQLException {
        this.database = database;
        Map<StoredType, List<String>> created = new HashMap<>();
        Set<StoredType> looksUp = new HashSet<>();
        for (ElementChange change : changes.changes()) {
            StoredType type = catalog.type(change.element().type());
            if (change.kind() == ElementChange.Kind.CREATED) {
                created.computeIfAbsent(type, one -> new ArrayList<>()).add(change.element().id());
            } else {
                looksUp.add(type);
            }
        }
        for (Map.Entry<StoredType, List<String>> entry : created.entrySet()) {
            StoredType type = entry.getKey();
            List<String> ids = entry.getValue();
            long present = ids.size() < LEAST_ROWS || looksUp.contains(type) ? Long.MAX_VALUE : count(type);
            if (present <= ids.size()) {
                types.add(type);
                if (present > 0 || new HashSet<>(ids).size() < ids.size()) {
                    unsure.add(type);
                }
            }
        }
        for (StoredType type : types) {
            TypeCatalog.dropIdIndex(database, type);
            Steps.passed();
        }
    }

    private long count(StoredType type) throws SQLException {
        try (ResultSet result = database.writer().statement("SELECT COUNT(*) FROM " + type.table()).executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    /** Does what the index does not do now: sees to it that no id is there twice. */
    void checkIds() throws SQLException {
        for (StoredType type : unsure) {
            PreparedStatement query = database.writer().statement(
                    "SELECT id FROM " + type.table() + " GROUP BY id HAVING COUNT(*) > 1 LIMIT 1");
            try (ResultSet result = query.executeQuery()) {
                if (result.next()) {
                    throw new WorkspaceException(WorkspaceException.Kind.INVALID,
                            NLS.bind(Messages.idTaken, type.name(), result.getString(1)));
                }
            }
        }
    }

    /** Makes the indexes again; the transaction must have ended. */
    void finish() throws SQLException {
        for (StoredType type : types) {
            TypeCatalog.makeIdIndex(database, type);
        }
    }
}
