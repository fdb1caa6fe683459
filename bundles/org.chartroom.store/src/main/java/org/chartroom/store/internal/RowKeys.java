package org.chartroom.store.internal;

/**
 * Keys of rows: the number of the root in the upper half, the number of the element in its root in the lower. So the
 * rows of a root lie side by side and are read in one sweep.
 */
final class RowKeys {
    /** No row. */
    static final long NONE = -1;
    private static final int SHIFT = 32;
    private static final long LOW = (1L << SHIFT) - 1;

    private RowKeys() {
    }

    static long key(int rootNumber, long elementNumber) {
        return (long) rootNumber << SHIFT | elementNumber;
    }

    static long first(int rootNumber) {
        return key(rootNumber, 0);
    }

    static long last(int rootNumber) {
        return key(rootNumber, LOW);
    }

    static int rootNumber(long key) {
        return (int) (key >>> SHIFT);
    }

    static long elementNumber(long key) {
        return key & LOW;
    }
}
