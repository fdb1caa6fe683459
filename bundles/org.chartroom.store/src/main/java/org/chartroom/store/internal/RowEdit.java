package org.chartroom.store.internal;

import java.util.Arrays;

import org.chartroom.core.store.ObjectChange;
import org.chartroom.model.Element;

/** What a commit does to one row. */
final class RowEdit {
    private final Element element;
    private final ObjectChange change;
    private final StoredRow before;
    private final TypeBinding binding;
    private long key = RowKeys.NONE;
    private long container = RowKeys.NONE;
    private int containerField;
    private Long position;
    private Object[] cells;
    private boolean listsChanged;

    /**
     * @param element the element in its new state
     * @param change what happens to it; null when only its place changes
     * @param before its row; null when it has none
     * @param binding plan of its class
     */
    RowEdit(Element element, ObjectChange change, StoredRow before, TypeBinding binding) {
        this.element = element;
        this.change = change;
        this.before = before;
        this.binding = binding;
        if (before != null) {
            key = before.key();
            container = before.container();
            containerField = before.containerField();
            position = before.position();
            cells = before.cells();
        }
    }

    Element element() {
        return element;
    }

    ObjectChange change() {
        return change;
    }

    StoredRow before() {
        return before;
    }

    TypeBinding binding() {
        return binding;
    }

    boolean isCreated() {
        return before == null;
    }

    boolean isDeleted() {
        return change != null && change.kind() == ObjectChange.Kind.DELETED;
    }

    boolean isRelocated() {
        return change != null && change.relocated();
    }

    /** @return whether it comes from outside the list it is in now */
    boolean isNewInList() {
        return isCreated() || isRelocated();
    }

    /** @return whether it goes to another root */
    boolean isRekeyed() {
        return before != null && before.key() != key;
    }

    long key() {
        return key;
    }

    void setKey(long key) {
        this.key = key;
    }

    void setContainer(long containerKey, int field) {
        container = containerKey;
        containerField = field;
    }

    boolean hasPosition() {
        return position != null;
    }

    void setPosition(Long position) {
        this.position = position;
    }

    Object[] cells() {
        return cells;
    }

    void setCells(Object[] cells) {
        this.cells = cells;
    }

    void setListsChanged() {
        listsChanged = true;
    }

    /** @return whether there is anything to write */
    boolean isDifferent() {
        return before == null || listsChanged || before.key() != key || before.container() != container
                || before.containerField() != containerField || before.position() != position
                || !Arrays.equals(before.cells(), cells);
    }

    /** @return the new version of the row */
    StoredRow after(long revision, Checksums checksums) {
        StoredRow row = new StoredRow(binding.type(), key, element.getId(), container, containerField, position,
                revision, null, cells);
        return row.withChecksum(checksums.of(row));
    }
}
