package org.chartroom.store.internal;

/**
 * One version of one element.
 *
 * @param type its class
 * @param key key of the row: number of the root and number in the root, see {@link RowKeys}
 * @param id id of the element
 * @param container key of the container's row; {@link RowKeys#NONE} for a root
 * @param containerField number of the containment field; 0 for a root
 * @param position place among the elements of the same containment field
 * @param validFrom the revision that made this version
 * @param checksum checksum over all the rest
 * @param cells values of the fields
 */
record StoredRow(StoredType type, long key, String id, long container, int containerField, long position,
        long validFrom, byte[] checksum, Object[] cells) {

    StoredRow withChecksum(byte[] sum) {
        return new StoredRow(type, key, id, container, containerField, position, validFrom, sum, cells);
    }
}
