package org.chartroom.store.internal;

import java.sql.ResultSet;
import java.sql.SQLException;

import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.Verification.Kind;
import org.eclipse.osgi.util.NLS;

/**
 * Looks at the rows about the workspace and its packages that no revision covers yet. A few can be there for a good reason
 * until the next commit: what a migration wrote, and models of packages that are registered now. Anything else would be
 * covered, and so believed, from the next commit on. Types and fields need no such look: without rows of a revision they
 * show nothing.
 */
final class UncoveredVerifier {
    private final Database.Session session;
    private final TypeCatalog catalog;
    private final long newest;
    private final ChainVerifier.Report report;

    UncoveredVerifier(Database.Session session, TypeCatalog catalog, long newest, ChainVerifier.Report report) {
        this.session = session;
        this.catalog = catalog;
        this.newest = newest;
        this.report = report;
    }

    void verify() throws SQLException {
        try (ResultSet result = session.statement("SELECT name, content FROM meta WHERE added IS NULL")
                .executeQuery()) {
            while (result.next()) {
                if (!isFit(result.getString(1), result.getString(2))) {
                    strange("meta." + result.getString(1));
                }
            }
        }
        try (ResultSet result = session.statement("SELECT ns_uri, content FROM package WHERE added IS NULL")
                .executeQuery()) {
            while (result.next()) {
                if (!catalog.isRegisteredAs(result.getString(1), result.getString(2))) {
                    strange("package " + result.getString(1));
                }
            }
        }
    }

    private boolean isFit(String name, String content) {
        return switch (name) {
            case Schema.VERSION_NAME -> content.equals(Integer.toString(Schema.VERSION));
            // The first version of Chartroom did not cover it, and gave the column "added" to none of its rows.
            case Schema.ID_NAME -> newest == Revision.NONE || Schema.UUID_FORM.matcher(content).matches();
            default -> false;
        };
    }

    private void strange(String what) {
        report.problem(Kind.ADDED, Revision.NONE, NLS.bind(Messages.verifyUncovered, what));
    }
}
