package org.chartroom.store.internal.file;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.Comparator;

import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Rows of a table, or keys of an index, as H2 writes them. Reads only: nothing is ever written by it. */
final class StoredRowType extends BasicDataType<Object[]> {
    private final int values;
    private final boolean hasKey;
    private final BitSet asked;

    private StoredRowType(int values, boolean hasKey, BitSet asked) {
        this.values = values;
        this.hasKey = hasKey;
        this.asked = asked;
    }

    /**
     * @param columns number of columns of a table
     * @return the type of its rows, each an array of its values
     */
    static StoredRowType ofTable(int columns) {
        return ofTable(columns, all(columns));
    }

    /**
     * @param columns number of columns of a table
     * @param asked the places of those that are needed
     * @return the type of its rows, each an array of its values, in which those that are not needed are passed over
     */
    static StoredRowType ofTable(int columns, BitSet asked) {
        return new StoredRowType(columns, false, asked);
    }

    private static BitSet all(int columns) {
        BitSet all = new BitSet(columns);
        all.set(0, columns);
        return all;
    }

    /**
     * @param columns number of columns of an index
     * @return the type of its keys, each an array of its values and, as the last, the key of the row
     */
    static StoredRowType ofIndex(int columns) {
        return new StoredRowType(columns, true, all(columns));
    }

    @Override
    public Object[] read(ByteBuffer buffer) {
        Object[] row = new Object[values + (hasKey ? 1 : 0)];
        if (hasKey) {
            row[values] = DataUtils.readVarLong(buffer);
        }
        for (int i = 0; i < values; i++) {
            if (asked.get(i)) {
                row[i] = StoredValues.read(buffer);
            } else {
                StoredValues.pass(buffer);
                row[i] = StoredValues.PASSED_OVER;
            }
        }
        return row;
    }

    /** The order of H2: what is empty first, numbers by size, texts by their characters, the key of the row last. */
    @Override
    public int compare(Object[] one, Object[] other) {
        for (int i = 0; i < one.length; i++) {
            int result = compareValues(one[i], other[i]);
            if (result != 0) {
                return result;
            }
        }
        return 0;
    }

    private static int compareValues(Object one, Object other) {
        if (one instanceof Long number && other instanceof Long otherNumber) {
            return number.compareTo(otherNumber);
        } else if (one instanceof String text && other instanceof String otherText) {
            return text.compareTo(otherText);
        } else if (one == null || other == null) {
            return Comparator.nullsFirst((a, b) -> 0).compare(one, other);
        }
        throw new StrangeFileException("an index over values of different kinds");
    }

    @Override
    public int getMemory(Object[] row) {
        return 0;
    }

    @Override
    public void write(WriteBuffer buffer, Object[] row) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Object[][] createStorage(int size) {
        return new Object[size][];
    }
}
