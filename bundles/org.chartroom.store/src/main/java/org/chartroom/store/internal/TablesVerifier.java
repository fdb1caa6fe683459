package org.chartroom.store.internal;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.Verification.Kind;
import org.chartroom.store.internal.TableDefinitions.Key;
import org.chartroom.store.internal.file.Catalogue;
import org.chartroom.store.internal.file.Catalogue.Column;
import org.chartroom.store.internal.file.Catalogue.Uniqueness;
import org.eclipse.osgi.util.NLS;

/**
 * Compares the tables, columns, indexes and constraints that are there with those that should be. What is strange in itself
 * was refused before the file was opened; here it is known which types there are.
 */
final class TablesVerifier {
    /** H2: table, column or value not found, or of another type than expected. */
    private static final Set<Integer> DEFINITION_CODES = Set.of(42102, 42104, 42122, 22018);

    private final TypeCatalog catalog;
    private final Catalogue present;
    private final ChainVerifier.Report report;

    TablesVerifier(TypeCatalog catalog, Catalogue present, ChainVerifier.Report report) {
        this.catalog = catalog;
        this.present = present;
        this.report = report;
    }

    /** @return whether the definition of a table is not what it should be */
    static boolean isAboutDefinition(SQLException e) {
        return DEFINITION_CODES.contains(e.getErrorCode());
    }

    void verify() {
        Map<String, TableDefinitions.Table> wanted = new HashMap<>(TableDefinitions.fixedTables());
        for (StoredType type : catalog.types()) {
            wanted.put(type.table().toUpperCase(Locale.ROOT), TableDefinitions.present(type));
            wanted.put(type.historyTable().toUpperCase(Locale.ROOT), TableDefinitions.past(type));
        }
        present.tables().forEach((name, table) -> {
            if (!wanted.containsKey(name)) {
                strange(lower(name));
            }
        });
        wanted.forEach((name, table) -> {
            Catalogue.Table found = present.tables().get(name);
            if (found == null) {
                missing(lower(name));
            } else {
                compareColumns(table, found);
                compareKeys(table, name);
            }
        });
    }

    private void compareColumns(TableDefinitions.Table wanted, Catalogue.Table found) {
        Set<Column> strange = new HashSet<>(found.columns());
        strange.removeAll(wanted.columns());
        strange.forEach(column -> strange(lower(found.name() + "." + column.name())));
        Set<Column> missing = new HashSet<>(wanted.columns());
        found.columns().forEach(missing::remove);
        missing.forEach(column -> missing(lower(found.name() + "." + column.name())));
    }

    private void compareKeys(TableDefinitions.Table wanted, String name) {
        Set<Key> indexes = new HashSet<>();
        for (Catalogue.Index index : present.indexes()) {
            if (index.table().equals(name) && !indexes.add(new Key(index.uniqueness(), index.columns()))) {
                strange(lower(index.name()));
            }
        }
        Set<Key> constraints = new HashSet<>();
        present.constraints().stream().filter(constraint -> constraint.table().equals(name))
                .forEach(constraint -> constraints.add(new Key(constraint.uniqueness(), constraint.columns())));
        for (Key key : wanted.keys()) {
            boolean isThere = indexes.contains(key)
                    // Only primary keys need their constraint as well: a unique index is unique without one.
                    && (key.uniqueness() != Uniqueness.PRIMARY || constraints.contains(key));
            if (!isThere) {
                missing(lower(name) + " " + lower(key.columns().toString()));
            }
        }
    }

    private void strange(String what) {
        report.problem(Kind.ADDED, Revision.NONE, NLS.bind(Messages.verifyTableStrange, what));
    }

    private void missing(String what) {
        report.problem(Kind.REMOVED, Revision.NONE, NLS.bind(Messages.verifyTableMissing, what));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
