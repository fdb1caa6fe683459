package org.chartroom.store.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.model.LifecycleStatus;
import org.chartroom.model.ModelPackage;
import org.eclipse.emf.ecore.EClass;

/** Lists the artifacts of one state without loading them; used once. */
final class ArtifactList {
    private final Database.Session session;
    private final TypeCatalog catalog;
    private final long revision;
    private Map<Integer, Long> lastRevisions;

    /** @param revision number of the revision whose state is wanted, or {@link RootLoader#NEWEST} */
    ArtifactList(Database.Session session, TypeCatalog catalog, long revision) {
        this.session = session;
        this.catalog = catalog;
        this.revision = revision;
    }

    List<ArtifactInfo> read() throws SQLException {
        List<ArtifactInfo> infos = new ArrayList<>();
        for (StoredType type : catalog.types()) {
            EClass eClass = TypeCatalog.eClass(type);
            if (eClass != null && ModelPackage.Literals.ARTIFACT.isSuperTypeOf(eClass)) {
                read(type, eClass, infos);
            }
        }
        infos.sort(Comparator.comparing(ArtifactInfo::key).thenComparing(ArtifactInfo::id));
        return infos;
    }

    private void read(StoredType type, EClass eClass, List<ArtifactInfo> infos) throws SQLException {
        String columns = "SELECT r.number, r.id, r.last_revision, "
                + column(type, ModelPackage.Literals.SUBJECT__KEY.getName(), FieldKind.TEXT) + ", "
                + column(type, ModelPackage.Literals.SUBJECT__TITLE.getName(), FieldKind.TEXT) + ", "
                + column(type, ModelPackage.Literals.ARTIFACT__STATUS.getName(), FieldKind.ENUM) + ", "
                + column(type, ModelPackage.Literals.ARTIFACT__PROJECT.getName(), FieldKind.REFERENCE)
                + " FROM root r JOIN ";
        String join = " t ON t.row_key = r.number * 4294967296";
        boolean isPast = revision != RootLoader.NEWEST;
        // What the rows are now does not matter for the past: a deleted root has no type any more.
        PreparedStatement query = session.statement(isPast
                ? columns + type.table() + join + " WHERE valid_from <= ? UNION ALL " + columns + type.historyTable()
                        + join + " WHERE valid_from <= ? AND valid_to > ?"
                : columns + type.table() + join + " WHERE r.type = ?");
        if (isPast) {
            query.setLong(1, revision);
            query.setLong(2, revision);
            query.setLong(3, revision);
        } else {
            query.setInt(1, type.id());
        }
        try (ResultSet result = query.executeQuery()) {
            while (result.next()) {
                LifecycleStatus status = LifecycleStatus.get(result.getString(6));
                infos.add(new ArtifactInfo(result.getString(2), eClass, orEmpty(result.getString(4)),
                        orEmpty(result.getString(5)), status == null ? LifecycleStatus.DRAFT : status,
                        Optional.ofNullable(result.getString(7)),
                        lastRevision(result.getInt(1), result.getLong(3))));
            }
        }
    }

    private static String column(StoredType type, String feature, FieldKind kind) {
        return "t." + type.field(feature, kind).column(0);
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private long lastRevision(int root, long newest) throws SQLException {
        if (newest <= revision) {
            return newest;
        }
        if (lastRevisions == null) {
            lastRevisions = new HashMap<>();
            // Not on the connection's statement that is being read.
            try (PreparedStatement query = session.connection()
                    .prepareStatement("SELECT first_key / 4294967296, MAX(entry) FROM change WHERE entry < ?"
                            + " GROUP BY first_key / 4294967296")) {
                query.setLong(1, ChangeLog.firstEntry(revision + 1));
                try (ResultSet result = query.executeQuery()) {
                    while (result.next()) {
                        lastRevisions.put(result.getInt(1), ChangeLog.revision(result.getLong(2)));
                    }
                }
            }
        }
        return lastRevisions.getOrDefault(root, newest);
    }
}
