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
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.LifecycleStatus;
import org.chartroom.model.ModelPackage;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.osgi.util.NLS;

/** Lists the artifacts of one state without loading them; used once. */
final class ArtifactList {
    private final Database.Session session;
    private final TypeCatalog catalog;
    private final RowVerifier verifier;
    private final long revision;
    private Map<Integer, Long> lastRevisions;

    /** @param revision number of the revision whose state is wanted, or {@link RootLoader#NEWEST} */
    ArtifactList(Database.Session session, TypeCatalog catalog, RowVerifier verifier, long revision) {
        this.session = session;
        this.catalog = catalog;
        this.verifier = verifier;
        this.revision = revision;
    }

    List<ArtifactInfo> read() throws SQLException {
        List<ArtifactInfo> infos = new ArrayList<>();
        for (StoredType type : catalog.types()) {
            EClass eClass = catalog.eClass(type);
            if (eClass != null && ModelPackage.Literals.ARTIFACT.isSuperTypeOf(eClass)) {
                read(type, eClass, infos);
            }
        }
        infos.sort(Comparator.comparing(ArtifactInfo::key).thenComparing(ArtifactInfo::id));
        return infos;
    }

    private void read(StoredType type, EClass eClass, List<ArtifactInfo> infos) throws SQLException {
        StoredField key = type.field(ModelPackage.Literals.SUBJECT__KEY.getName(), FieldKind.TEXT);
        StoredField title = type.field(ModelPackage.Literals.SUBJECT__TITLE.getName(), FieldKind.TEXT);
        StoredField status = type.field(ModelPackage.Literals.ARTIFACT__STATUS.getName(), FieldKind.ENUM);
        StoredField project = type.field(ModelPackage.Literals.ARTIFACT__PROJECT.getName(), FieldKind.REFERENCE);
        Checksums checksums = new Checksums();
        try (ResultSet result = query(type).executeQuery()) {
            while (result.next()) {
                StoredRow row = type.read(result);
                verifier.check(checksums, row);
                String id = result.getString(type.columnCount() + 2);
                if (!id.equals(row.id())) {
                    throw new WorkspaceException(WorkspaceException.Kind.DAMAGED,
                            NLS.bind(Messages.damagedRoot, Labels.of(row)));
                }
                LifecycleStatus known = LifecycleStatus.get(status.text(row.cells()));
                infos.add(new ArtifactInfo(id, eClass, orEmpty(key.text(row.cells())), orEmpty(title.text(row.cells())),
                        known == null ? LifecycleStatus.DRAFT : known,
                        Optional.ofNullable(project.text(row.cells())),
                        lastRevision(result.getInt(type.columnCount() + 1),
                                result.getLong(type.columnCount() + 3))));
            }
        }
    }

    private PreparedStatement query(StoredType type) throws SQLException {
        String columns = "t." + type.columns().replace(", ", ", t.") + ", r.number, r.id AS root_id, r.last_revision";
        String columnsOf = "SELECT " + columns + " FROM root r JOIN ";
        String join = " t ON t.row_key = r.number * 4294967296";
        if (revision == RootLoader.NEWEST) {
            return session.statement(columnsOf + type.table() + join);
        }
        PreparedStatement query = session.statement(columnsOf + type.table() + join
                + " WHERE valid_from <= ? UNION ALL " + columnsOf + type.historyTable() + join
                + " WHERE valid_from <= ? AND valid_to > ?");
        query.setLong(1, revision);
        query.setLong(2, revision);
        query.setLong(3, revision);
        return query;
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
