package org.chartroom.store.internal;

/**
 * One version of one value of a feature of many.
 *
 * @param owner key of the row of the element that has the feature
 * @param field number of the field
 * @param position place among the values
 * @param value the value in its file form; null for a reference
 * @param targetId id of the referenced element; null for a value
 * @param targetRoot number of its root; null when it is the root of the owner
 * @param targetType number of its class
 * @param validFrom the revision that made this version
 * @param checksum checksum over all the rest
 */
record LinkRow(long owner, int field, long position, String value, String targetId, Integer targetRoot,
        Integer targetType, long validFrom, byte[] checksum) {

    /** @return what history shows */
    String text() {
        return value != null ? value : targetId;
    }

    LinkRow withChecksum(byte[] sum) {
        return new LinkRow(owner, field, position, value, targetId, targetRoot, targetType, validFrom, sum);
    }
}
