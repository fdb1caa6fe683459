package org.chartroom.store.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.store.internal.file.Catalogue;
import org.chartroom.store.internal.file.Catalogue.Column;
import org.chartroom.store.internal.file.Catalogue.Uniqueness;
import org.chartroom.store.internal.file.StrangeFileException;
import org.eclipse.osgi.util.NLS;

/** What the tables of a workspace look like, as H2 tells of them, and whether those of a file look like that. */
final class TableDefinitions {
    private static final Pattern CREATE_TABLE = Pattern.compile("CREATE TABLE (\\w+) \\((.*)\\)");
    private static final Pattern CREATE_INDEX = Pattern.compile("CREATE INDEX \\w+ ON (\\w+) \\((.*)\\)");
    private static final Pattern KEY = Pattern.compile("(PRIMARY KEY|UNIQUE) \\((.*)\\)");
    private static final Pattern OF_TYPE = Pattern.compile("([TH])\\d+_[A-Z0-9_]+");
    private static final Pattern CELL = Pattern.compile("F\\d+_[A-Z0-9_]+");
    private static final Set<String> CELL_TYPES = Stream.of(CellType.values()).map(type -> h2(type.sql()))
            .collect(Collectors.toUnmodifiableSet());
    private static final Column VALID_TO = new Column("VALID_TO", "BIGINT", true);
    /** Tables that workspaces of the first version do not have. */
    private static final Set<String> SINCE_2 = Set.of("PACKAGE");
    private static final Map<String, Table> FIXED = fixed();
    private static final List<Column> SYSTEM = StoredType.systemColumns().stream().map(TableDefinitions::column)
            .toList();

    /**
     * An index, or the constraint it serves.
     *
     * @param uniqueness what it is for
     * @param columns names of its columns
     */
    record Key(Uniqueness uniqueness, List<String> columns) {
    }

    /**
     * A table as it should be.
     *
     * @param columns its columns, in any order
     * @param keys its indexes
     */
    record Table(Set<Column> columns, Set<Key> keys) {
    }

    private TableDefinitions() {
    }

    /** @return the tables that every workspace has, by their names in capitals */
    static Map<String, Table> fixedTables() {
        return FIXED;
    }

    /** @return the table of the present rows of a type */
    static Table present(StoredType type) {
        return new Table(columns(type, List.of()), presentKeys());
    }

    /** @return the table of the former rows of a type */
    static Table past(StoredType type) {
        return new Table(columns(type, List.of(VALID_TO)), pastKeys());
    }

    private static Set<Column> columns(StoredType type, List<Column> more) {
        Set<Column> columns = new HashSet<>(SYSTEM);
        for (int cell = 0; cell < type.cellCount(); cell++) {
            columns.add(new Column(type.cellColumn(cell).toUpperCase(Locale.ROOT), h2(type.cellType(cell).sql()),
                    false));
        }
        columns.addAll(more);
        return columns;
    }

    private static Set<Key> presentKeys() {
        return Set.of(new Key(Uniqueness.PRIMARY, List.of("ROW_KEY")), new Key(Uniqueness.UNIQUE, List.of("ID")));
    }

    private static Set<Key> pastKeys() {
        return Set.of(new Key(Uniqueness.UNIQUE, List.of("ROW_KEY", "VALID_FROM")));
    }

    private static Map<String, Table> fixed() {
        Map<String, Table> tables = new HashMap<>();
        for (String statement : Schema.statements()) {
            Matcher table = CREATE_TABLE.matcher(statement);
            Matcher index = CREATE_INDEX.matcher(statement);
            if (table.matches()) {
                tables.put(table.group(1).toUpperCase(Locale.ROOT), table(table.group(2)));
            } else if (index.matches()) {
                tables.get(index.group(1).toUpperCase(Locale.ROOT)).keys()
                        .add(new Key(Uniqueness.NONE, names(index.group(2))));
            } else {
                throw new IllegalStateException(statement);
            }
        }
        return Map.copyOf(tables);
    }

    private static Table table(String definition) {
        Table table = new Table(new HashSet<>(), new HashSet<>());
        // Not at the commas inside brackets.
        for (String part : definition.split(", ?(?![^(]*\\))")) {
            Matcher key = KEY.matcher(part);
            if (key.matches()) {
                List<String> names = names(key.group(2));
                boolean isPrimary = key.group(1).startsWith("PRIMARY");
                table.keys().add(new Key(isPrimary ? Uniqueness.PRIMARY : Uniqueness.UNIQUE, names));
            } else {
                Column column = column(part);
                table.columns().add(column);
                if (part.endsWith(" PRIMARY KEY")) {
                    table.keys().add(new Key(Uniqueness.PRIMARY, List.of(column.name())));
                } else if (part.endsWith(" UNIQUE")) {
                    table.keys().add(new Key(Uniqueness.UNIQUE, List.of(column.name())));
                }
            }
        }
        return table;
    }

    /** What belongs to a primary key has a value in each row, said or not. */
    private static Column column(String definition) {
        String name = definition.substring(0, definition.indexOf(' '));
        boolean isRequired = definition.contains(" NOT NULL") || definition.endsWith(" PRIMARY KEY");
        String type = definition.substring(name.length() + 1).replaceAll(" NOT NULL| PRIMARY KEY| UNIQUE", "");
        return new Column(name.toUpperCase(Locale.ROOT), h2(type), isRequired);
    }

    private static String h2(String type) {
        return type.replaceFirst("^VARCHAR", "CHARACTER VARYING").replaceFirst("^CHAR\\(", "CHARACTER(");
    }

    private static List<String> names(String columns) {
        return Arrays.stream(columns.toUpperCase(Locale.ROOT).split(", ")).toList();
    }

    /**
     * Sees to it that a file has nothing but what a workspace of this version or an older one can have. What it should
     * have and has not is another question: that one is asked when it is known which types there are.
     *
     * @throws StrangeFileException that names what is not Chartroom's
     */
    static void checkNothingStrange(Catalogue catalogue) {
        for (Catalogue.Table table : catalogue.tables().values()) {
            Matcher ofType = OF_TYPE.matcher(table.name());
            if (FIXED.containsKey(table.name())) {
                refuse(table.name(), strange(table.columns(), FIXED.get(table.name()).columns()));
            } else if (ofType.matches()) {
                List<Column> known = new ArrayList<>(SYSTEM);
                if ("H".equals(ofType.group(1))) {
                    known.add(VALID_TO);
                }
                List<Column> strange = strange(table.columns(), known);
                strange.removeIf(column -> !column.isRequired() && CELL.matcher(column.name()).matches()
                        && CELL_TYPES.contains(column.type()));
                refuse(table.name(), strange);
            } else {
                throw new StrangeFileException("the table " + table.name());
            }
        }
        for (Catalogue.Index index : catalogue.indexes()) {
            checkKey(catalogue, index.table(), new Key(index.uniqueness(), index.columns()),
                    "the index " + index.name());
        }
        for (Catalogue.Constraint constraint : catalogue.constraints()) {
            checkKey(catalogue, constraint.table(), new Key(constraint.uniqueness(), constraint.columns()),
                    "a constraint of " + constraint.table());
        }
    }

    /**
     * Sees to it that the tables are there that every workspace has, of this version or an older one.
     *
     * @throws UnusableFileException that names the first that is missing
     */
    static void checkNothingFixedMissing(Catalogue catalogue) {
        for (String table : FIXED.keySet()) {
            if (!catalogue.tables().containsKey(table) && !SINCE_2.contains(table)) {
                throw new UnusableFileException(WorkspaceException.Kind.DAMAGED,
                        known -> NLS.bind(Messages.missingTable, known, table.toLowerCase(Locale.ROOT)), null);
            }
        }
    }

    private static List<Column> strange(List<Column> present, Collection<Column> known) {
        List<Column> strange = new ArrayList<>(present);
        strange.removeAll(known);
        return strange;
    }

    private static void refuse(String table, List<Column> strange) {
        if (!strange.isEmpty()) {
            Column first = strange.get(0);
            throw new StrangeFileException("the column " + table + "." + first.name() + " " + first.type());
        }
    }

    private static void checkKey(Catalogue catalogue, String table, Key key, String what) {
        Set<Key> known = FIXED.containsKey(table)
                ? FIXED.get(table).keys()
                : table.startsWith("T") ? presentKeys() : pastKeys();
        if (!catalogue.tables().containsKey(table) || !known.contains(key)) {
            throw new StrangeFileException(what);
        }
    }
}
