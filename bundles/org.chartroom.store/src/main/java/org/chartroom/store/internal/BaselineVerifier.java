package org.chartroom.store.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.chartroom.core.workspace.Verification.Kind;
import org.chartroom.model.ModelPackage;
import org.eclipse.osgi.util.NLS;

/**
 * Compares the hash that each baseline holds with that of its revision: who writes a chain anew, and leaves a baseline as
 * it was, is found by it.
 */
final class BaselineVerifier {
    private final Database.Session session;
    private final TypeCatalog catalog;
    private final Map<Long, String> hashes = new HashMap<>();
    private final ChainVerifier.Report report;

    BaselineVerifier(Database.Session session, TypeCatalog catalog, List<RevisionLog.Entry> revisions,
            ChainVerifier.Report report) {
        this.session = session;
        this.catalog = catalog;
        this.report = report;
        revisions.forEach(entry -> hashes.put(entry.revision().number(), entry.revision().hash()));
    }

    void verify() throws SQLException {
        StoredType type = catalog.type(ModelPackage.Literals.BASELINE);
        if (type == null) {
            return;
        }
        StoredField name = type.field(ModelPackage.Literals.BASELINE__NAME.getName(), FieldKind.TEXT);
        StoredField revision = type.field(ModelPackage.Literals.BASELINE__REVISION.getName(), FieldKind.LONG);
        StoredField hash = type.field(ModelPackage.Literals.BASELINE__HEAD_HASH.getName(), FieldKind.TEXT);
        for (String table : List.of(type.table(), type.historyTable())) {
            try (ResultSet result = session.statement("SELECT " + name.column(0) + ", " + revision.column(0) + ", "
                    + hash.column(0) + " FROM " + table).executeQuery()) {
                while (result.next()) {
                    compare(result.getString(1), result.getLong(2), result.getString(3));
                }
            } catch (SQLException e) {
                // That it can't be read is told where its rows are.
                if (!TablesVerifier.isAboutDefinition(e)) {
                    throw e;
                }
            }
        }
    }

    private void compare(String name, long revision, String hash) {
        if (hash != null && !hash.equalsIgnoreCase(hashes.get(revision))) {
            report.problem(Kind.CUT_OFF, revision,
                    NLS.bind(Messages.verifyBaseline, new Object[]{name, hash, revision,
                            hashes.getOrDefault(revision, "-")}));
        }
    }
}
