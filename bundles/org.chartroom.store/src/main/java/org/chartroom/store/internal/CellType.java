package org.chartroom.store.internal;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;

/** The type of one column, and how a value gets in and out of it. */
enum CellType {
    /** Text of any length that fits into memory. */
    STRING("VARCHAR") {
        @Override
        Object read(ResultSet row, int index) throws SQLException {
            return row.getString(index);
        }
    },
    /** A 32 bit number. */
    INTEGER("INTEGER") {
        @Override
        Object read(ResultSet row, int index) throws SQLException {
            int value = row.getInt(index);
            return value == 0 && row.wasNull() ? null : (Integer) value;
        }
    },
    /** A 64 bit number. */
    LONG("BIGINT") {
        @Override
        Object read(ResultSet row, int index) throws SQLException {
            long value = row.getLong(index);
            return value == 0 && row.wasNull() ? null : (Long) value;
        }
    },
    /** True or false. */
    BOOLEAN("BOOLEAN") {
        @Override
        Object read(ResultSet row, int index) throws SQLException {
            boolean value = row.getBoolean(index);
            return !value && row.wasNull() ? null : (Boolean) value;
        }
    },
    /** A 64 bit floating-point number. */
    DOUBLE("DOUBLE PRECISION") {
        @Override
        Object read(ResultSet row, int index) throws SQLException {
            double value = row.getDouble(index);
            return value == 0 && row.wasNull() ? null : (Double) value;
        }
    },
    /** A decimal number of any precision; its scale is kept in a column of its own, because H2 strips zeros. */
    DECIMAL("DECFLOAT") {
        @Override
        Object read(ResultSet row, int index) throws SQLException {
            return row.getBigDecimal(index);
        }

        @Override
        void write(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setBigDecimal(index, (BigDecimal) value);
        }
    },
    /** A currency code. */
    CURRENCY("CHAR(3)") {
        @Override
        Object read(ResultSet row, int index) throws SQLException {
            return row.getString(index);
        }
    },
    /** A calendar day. */
    DATE("DATE") {
        @Override
        Object read(ResultSet row, int index) throws SQLException {
            return row.getObject(index, LocalDate.class);
        }
    },
    /** A point in time; with a zone, because without one H2 reads it in the zone of the machine. */
    TIMESTAMP("TIMESTAMP(9) WITH TIME ZONE") {
        @Override
        Object read(ResultSet row, int index) throws SQLException {
            return row.getObject(index, Instant.class);
        }
    };

    private final String sql;

    CellType(String sql) {
        this.sql = sql;
    }

    /** @return the type in a column definition */
    String sql() {
        return sql;
    }

    abstract Object read(ResultSet row, int index) throws SQLException;

    void write(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.NULL);
        } else {
            statement.setObject(index, value);
        }
    }
}
