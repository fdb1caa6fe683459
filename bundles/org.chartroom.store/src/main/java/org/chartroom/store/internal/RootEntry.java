package org.chartroom.store.internal;

/** A root during a commit. */
final class RootEntry {
    /** Room between two positions, so that an element can go between them without moving others. */
    static final long GAP = 1L << 24;

    private final int number;
    private final String id;
    private final boolean isNew;
    private Integer typeId;
    private long nextElement;
    private long nextPosition;
    private String foldedKey;
    private boolean keyChanged;
    private boolean touched;

    RootEntry(int number, String id, boolean isNew, Integer typeId, long nextElement, long nextPosition,
            String foldedKey) {
        this.number = number;
        this.id = id;
        this.isNew = isNew;
        this.typeId = typeId;
        this.nextElement = nextElement;
        this.nextPosition = nextPosition;
        this.foldedKey = foldedKey;
    }

    int number() {
        return number;
    }

    String id() {
        return id;
    }

    /** @return whether it has no row yet */
    boolean isNew() {
        return isNew;
    }

    Integer typeId() {
        return typeId;
    }

    void setTypeId(Integer typeId) {
        this.typeId = typeId;
    }

    long nextElement() {
        return nextElement;
    }

    long nextPosition() {
        return nextPosition;
    }

    /** @return a key for one more element; the root itself has number 0 */
    long newKey() {
        return RowKeys.key(number, nextElement++);
    }

    /** @return a position after all others of this root */
    long newPosition() {
        return nextPosition++ * GAP;
    }

    /** Makes sure that new positions come after a position that is in use. */
    void reserve(long position) {
        nextPosition = Math.max(nextPosition, positionAfter(position));
    }

    /** @return the number of the first position of a root that comes after one that is in use */
    static long positionAfter(long position) {
        return position / GAP + 1;
    }

    String foldedKey() {
        return foldedKey;
    }

    void setFoldedKey(String foldedKey) {
        this.foldedKey = foldedKey;
        keyChanged = true;
    }

    boolean isKeyChanged() {
        return keyChanged;
    }

    /** @return whether something in it was changed, other than that it is referred to */
    boolean isTouched() {
        return touched;
    }

    void touch() {
        touched = true;
    }
}
