package org.chartroom.store.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.Verification.Kind;
import org.eclipse.osgi.util.NLS;

/** Compares the tables and columns that are there with those that should be; anything that acts by itself is strange. */
final class TablesVerifier {
    /** H2: table, column or value not found, or of another type than expected. */
    private static final Set<Integer> DEFINITION_CODES = Set.of(42102, 42104, 42122, 22018);

    private final Database.Session session;
    private final TypeCatalog catalog;
    private final ChainVerifier.Report report;

    TablesVerifier(Database.Session session, TypeCatalog catalog, ChainVerifier.Report report) {
        this.session = session;
        this.catalog = catalog;
        this.report = report;
    }

    /** @return whether the definition of a table is not what it should be */
    static boolean isAboutDefinition(SQLException e) {
        return DEFINITION_CODES.contains(e.getErrorCode());
    }

    void verify() throws SQLException {
        Map<String, Set<String>> wanted = new HashMap<>();
        TableDefinitions.fixedTables().forEach((name, table) -> wanted.put(lower(name),
                table.columns().stream().map(column -> lower(column.name())).collect(java.util.stream.Collectors.toSet())));
        for (StoredType type : catalog.types()) {
            Set<String> columns = new HashSet<>(StoredType.SYSTEM_COLUMNS);
            for (int cell = 0; cell < type.cellCount(); cell++) {
                columns.add(type.cellColumn(cell));
            }
            wanted.put(type.table(), columns);
            Set<String> past = new HashSet<>(columns);
            past.add("valid_to");
            wanted.put(type.historyTable(), past);
        }
        Map<String, Set<String>> present = new HashMap<>();
        try (ResultSet result = session.statement("SELECT table_schema, table_name, column_name"
                + " FROM information_schema.columns WHERE table_schema <> 'INFORMATION_SCHEMA'").executeQuery()) {
            while (result.next()) {
                String schema = "PUBLIC".equals(result.getString(1)) ? "" : lower(result.getString(1)) + ".";
                present.computeIfAbsent(schema + lower(result.getString(2)), table -> new HashSet<>())
                        .add(lower(result.getString(3)));
            }
        }
        compare(wanted, present);
        try (ResultSet result = session.statement("SELECT trigger_name FROM information_schema.triggers UNION ALL"
                + " SELECT routine_name FROM information_schema.routines UNION ALL"
                + " SELECT synonym_name FROM information_schema.synonyms").executeQuery()) {
            while (result.next()) {
                report.problem(Kind.ADDED, Revision.NONE,
                        NLS.bind(Messages.verifyTableStrange, lower(result.getString(1))));
            }
        }
    }

    private void compare(Map<String, Set<String>> wanted, Map<String, Set<String>> present) {
        present.forEach((table, columns) -> {
            if (!wanted.containsKey(table)) {
                report.problem(Kind.ADDED, Revision.NONE, NLS.bind(Messages.verifyTableStrange, table));
            } else {
                columns.stream().filter(column -> !wanted.get(table).contains(column))
                        .forEach(column -> report.problem(Kind.ADDED, Revision.NONE,
                                NLS.bind(Messages.verifyTableStrange, table + "." + column)));
            }
        });
        wanted.forEach((table, columns) -> columns.stream()
                .filter(column -> !present.getOrDefault(table, Set.of()).contains(column))
                .forEach(column -> report.problem(Kind.REMOVED, Revision.NONE,
                        NLS.bind(Messages.verifyTableMissing, table + "." + column))));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
