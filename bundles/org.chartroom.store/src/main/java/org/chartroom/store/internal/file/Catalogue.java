package org.chartroom.store.internal.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the statements of a catalogue define: tables, their indexes and constraints, and nothing else. H2 writes the
 * statements in one form, so each is compared with that form as a whole; what does not have it is not Chartroom's.
 */
public final class Catalogue {
    private static final String NAME = "\"PUBLIC\"\\.\"([A-Z][A-Z0-9_]*)\"";
    private static final String COLUMNS = "\\((\"[A-Z0-9_]+\"(?:, \"[A-Z0-9_]+\")*)\\)";
    private static final String SORTED = "\\((\"[A-Z0-9_]+\" NULLS FIRST(?:, \"[A-Z0-9_]+\" NULLS FIRST)*)\\)";
    private static final Pattern TABLE = Pattern.compile("CREATE CACHED TABLE " + NAME + "\\(\\R(.*)\\R\\)",
            Pattern.DOTALL);
    private static final Pattern COLUMN = Pattern
            .compile("    \"([A-Z0-9_]+)\" ([A-Z]+(?: [A-Z]+)*?(?:\\(\\d+\\))?(?: WITH TIME ZONE)?)( DEFAULT X'00')?"
                    // H2 notes there how many different values it has seen.
                    + "(?: SELECTIVITY \\d{1,3})?( NOT NULL)?");
    private static final Pattern PRIMARY_KEY = Pattern.compile("CREATE PRIMARY KEY " + NAME + " ON " + NAME + COLUMNS);
    private static final Pattern INDEX = Pattern
            .compile("CREATE (UNIQUE NULLS DISTINCT )?INDEX " + NAME + " ON " + NAME + SORTED);
    private static final Pattern CONSTRAINT = Pattern.compile("ALTER TABLE " + NAME + " ADD CONSTRAINT " + NAME
            + " (PRIMARY KEY|UNIQUE NULLS DISTINCT )" + COLUMNS + " INDEX " + NAME);
    private static final Pattern USER = Pattern
            .compile("CREATE USER IF NOT EXISTS \"CHARTROOM\" SALT '[0-9a-f]+' HASH '[0-9a-f]+' ADMIN");
    private static final Pattern SETTING = Pattern
            .compile("SET (?:CREATE_BUILD|CACHE_SIZE) \\d{1,12}|SET WRITE_DELAY 0");

    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final List<Index> indexes = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();

    private Catalogue() {
    }

    /** What an index is for. */
    public enum Uniqueness {
        /** It is the primary key. */
        PRIMARY,
        /** No two rows have the same values. */
        UNIQUE,
        /** Rows are found by it, no more. */
        NONE
    }

    /**
     * A column of a table.
     *
     * @param name its name, in capitals
     * @param type its type as H2 writes it
     * @param isRequired whether each row has a value
     */
    public record Column(String name, String type, boolean isRequired) {
    }

    /**
     * A table.
     *
     * @param id the number in the name of its map
     * @param name its name, in capitals
     * @param columns its columns, in the order of their values in a row
     */
    public record Table(int id, String name, List<Column> columns) {
        /**
         * @param column name of a column
         * @return its place in a row; -1 when there is none of that name
         */
        public int place(String column) {
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).name().equals(column)) {
                    return i;
                }
            }
            return -1;
        }
    }

    /**
     * An index.
     *
     * @param id the number in the name of its map
     * @param name its name, in capitals
     * @param table name of its table
     * @param uniqueness what it is for
     * @param columns names of the columns it sorts by
     */
    public record Index(int id, String name, String table, Uniqueness uniqueness, List<String> columns) {
    }

    /**
     * A constraint.
     *
     * @param table name of its table
     * @param uniqueness which kind of constraint
     * @param columns names of the columns
     * @param index name of the index that serves it
     */
    public record Constraint(String table, Uniqueness uniqueness, List<String> columns, String index) {
    }

    /**
     * @param statements the statements of a catalogue, by the number of the object that each makes
     * @return what they define
     * @throws StrangeFileException when a statement is not one of those that Chartroom makes H2 keep
     */
    static Catalogue of(Map<Integer, String> statements) {
        Catalogue catalogue = new Catalogue();
        int users = 0;
        for (Map.Entry<Integer, String> entry : statements.entrySet()) {
            String statement = entry.getValue();
            if (USER.matcher(statement).matches()) {
                users++;
            } else if (!SETTING.matcher(statement).matches()
                    && !catalogue.addTable(entry.getKey(), statement)
                    && !catalogue.addIndex(entry.getKey(), statement)
                    && !catalogue.addConstraint(statement)) {
                throw new StrangeFileException(statement);
            }
        }
        if (users > 1) {
            throw new StrangeFileException("a further user");
        }
        return catalogue;
    }

    private boolean addTable(int id, String statement) {
        Matcher table = TABLE.matcher(statement);
        if (!table.matches()) {
            return false;
        }
        List<Column> columns = new ArrayList<>();
        for (String line : table.group(2).split(",\\R")) {
            Matcher column = COLUMN.matcher(line);
            // The one default that there is: an older version wrote it into the column that it added.
            boolean hasDefault = column.matches() && column.group(3) != null;
            if (!column.matches()
                    || hasDefault && !("REVISION".equals(table.group(1)) && "CHECKSUM".equals(column.group(1)))) {
                throw new StrangeFileException(table.group(1) + ": " + line);
            }
            columns.add(new Column(column.group(1), column.group(2), column.group(4) != null));
        }
        if (tables.put(table.group(1), new Table(id, table.group(1), List.copyOf(columns))) != null) {
            throw new StrangeFileException("two tables " + table.group(1));
        }
        return true;
    }

    private boolean addIndex(int id, String statement) {
        Matcher key = PRIMARY_KEY.matcher(statement);
        if (key.matches()) {
            indexes.add(new Index(id, key.group(1), key.group(2), Uniqueness.PRIMARY, names(key.group(3))));
            return true;
        }
        Matcher index = INDEX.matcher(statement);
        if (index.matches()) {
            indexes.add(new Index(id, index.group(2), index.group(3),
                    index.group(1) == null ? Uniqueness.NONE : Uniqueness.UNIQUE, names(index.group(4))));
            return true;
        }
        return false;
    }

    private boolean addConstraint(String statement) {
        Matcher constraint = CONSTRAINT.matcher(statement);
        if (constraint.matches()) {
            constraints.add(new Constraint(constraint.group(1),
                    constraint.group(3).startsWith("PRIMARY") ? Uniqueness.PRIMARY : Uniqueness.UNIQUE,
                    names(constraint.group(4)), constraint.group(5)));
        }
        return constraint.matches();
    }

    private static List<String> names(String columns) {
        List<String> names = new ArrayList<>();
        for (String column : columns.split(", ")) {
            names.add(column.substring(1, column.indexOf('"', 1)));
        }
        return List.copyOf(names);
    }

    /** @return the tables, by their names */
    public Map<String, Table> tables() {
        return tables;
    }

    /** @return the indexes */
    public List<Index> indexes() {
        return indexes;
    }

    /** @return the constraints */
    public List<Constraint> constraints() {
        return constraints;
    }
}
