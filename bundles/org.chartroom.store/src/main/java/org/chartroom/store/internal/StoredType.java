package org.chartroom.store.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EClass;

/** A concrete class as the workspace knows it: one table of present rows and one of former ones. */
final class StoredType {
    /** Columns that every row has before those of its fields. */
    static final List<String> SYSTEM_COLUMNS = List.of("row_key", "id", "container", "container_field", "position",
            "valid_from", "checksum");
    private static final List<String> SYSTEM_DEFINITIONS = List.of("row_key BIGINT NOT NULL", "id VARCHAR NOT NULL",
            "container BIGINT NOT NULL", "container_field INTEGER NOT NULL", "position BIGINT NOT NULL",
            "valid_from BIGINT NOT NULL", "checksum BINARY(16) NOT NULL");
    private static final int FIRST_CELL = SYSTEM_COLUMNS.size() + 1;

    private final int id;
    private final String nsUri;
    private final String name;
    private final List<StoredField> fields;
    private final CellType[] cellTypes;
    private final int[] columnIds;
    private final String columns;
    private final List<String> cellColumns = new ArrayList<>();
    private volatile TypeBinding binding;

    StoredType(int id, String nsUri, String name, List<StoredField> fields) {
        this.id = id;
        this.nsUri = nsUri;
        this.name = name;
        this.fields = List.copyOf(fields);
        List<CellType> types = new ArrayList<>();
        List<Integer> ids = new ArrayList<>();
        for (StoredField field : fields) {
            for (int part = 0; part < field.kind().parts().size(); part++) {
                types.add(field.kind().parts().get(part).type());
                ids.add(field.id() * 4 + part);
                cellColumns.add(field.column(part));
            }
        }
        cellTypes = types.toArray(CellType[]::new);
        columnIds = ids.stream().mapToInt(Integer::intValue).toArray();
        columns = String.join(", ", SYSTEM_COLUMNS)
                + cellColumns.stream().map(column -> ", " + column).collect(Collectors.joining());
    }

    /** @return the definitions of the columns that every row has before those of its fields */
    static List<String> systemColumns() {
        return SYSTEM_DEFINITIONS;
    }

    int id() {
        return id;
    }

    String nsUri() {
        return nsUri;
    }

    /** @return name of the class in its package */
    String name() {
        return name;
    }

    List<StoredField> fields() {
        return fields;
    }

    int cellCount() {
        return cellTypes.length;
    }

    CellType cellType(int cell) {
        return cellTypes[cell];
    }

    String cellColumn(int cell) {
        return cellColumns.get(cell);
    }

    /** @return a number for the column of a cell that stays when others are added */
    int columnId(int cell) {
        return columnIds[cell];
    }

    /** @return the table of present rows; the number makes it unique */
    String table() {
        return "t" + id + "_" + StoredField.sanitized(name);
    }

    /** @return the table of former rows, which has one more column, valid_to, at its end */
    String historyTable() {
        return "h" + id + "_" + StoredField.sanitized(name);
    }

    /** @return all columns of present rows, as a list in SQL */
    String columns() {
        return columns;
    }

    /**
     * @param fieldName name of a feature
     * @param kind how its values are to be stored
     * @return the field that holds them; null when there is none yet
     */
    StoredField field(String fieldName, FieldKind kind) {
        for (StoredField field : fields) {
            if (field.name().equals(fieldName) && field.kind() == kind) {
                return field;
            }
        }
        return null;
    }

    /**
     * @param fieldId number of a field
     * @return the field; null when the type has none of that number
     */
    StoredField field(int fieldId) {
        for (StoredField field : fields) {
            if (field.id() == fieldId) {
                return field;
            }
        }
        return null;
    }

    /**
     * @param eClass the class of this type
     * @return the plan by which its objects are read and written; made once
     */
    TypeBinding binding(EClass eClass) {
        TypeBinding present = binding;
        if (present == null || present.eClass() != eClass) {
            present = new TypeBinding(this, eClass);
            binding = present;
        }
        return present;
    }

    StoredRow read(ResultSet result) throws SQLException {
        Object[] cells = new Object[cellTypes.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cellTypes[i].read(result, i + FIRST_CELL);
        }
        return new StoredRow(this, result.getLong(1), result.getString(2), result.getLong(3), result.getInt(4),
                result.getLong(5), result.getLong(6), result.getBytes(7), cells);
    }

    /** Sets the parameters of an insert of all columns. */
    void write(PreparedStatement statement, StoredRow row) throws SQLException {
        statement.setLong(1, row.key());
        statement.setString(2, row.id());
        statement.setLong(3, row.container());
        statement.setInt(4, row.containerField());
        statement.setLong(5, row.position());
        statement.setLong(6, row.validFrom());
        statement.setBytes(7, row.checksum());
        for (int i = 0; i < cellTypes.length; i++) {
            cellTypes[i].write(statement, i + FIRST_CELL, row.cells()[i]);
        }
    }

    /** @return an insert of a present row */
    String insertSql() {
        return "INSERT INTO " + table() + " (" + columns + ") VALUES (?"
                + ", ?".repeat(SYSTEM_COLUMNS.size() + cellTypes.length - 1) + ")";
    }

    /** @return an update of all columns; the last parameter is the row's key */
    String updateSql() {
        return "UPDATE " + table() + " SET (" + columns + ") = (?"
                + ", ?".repeat(SYSTEM_COLUMNS.size() + cellTypes.length - 1) + ") WHERE row_key = ?";
    }

    int columnCount() {
        return SYSTEM_COLUMNS.size() + cellTypes.length;
    }

    /** @return a copy of a present row into the former ones; parameters are valid_to and the row's key */
    String archiveSql() {
        return "INSERT INTO " + historyTable() + " (" + columns + ", valid_to) SELECT " + columns
                + ", CAST(? AS BIGINT) FROM " + table() + " WHERE row_key = ?";
    }
}
