package org.chartroom.store.internal;

import org.chartroom.store.internal.TypeBinding.FieldBinding;
import org.chartroom.core.store.ElementRef;
import org.chartroom.core.store.ElementChange;
import java.util.Arrays;

/** What a commit does to one row. */
final class RowEdit {
    private final ElementRef element;
    private final ElementChange change;
    private final FieldBinding[] fields;
    private final StoredRow before;
    private final TypeBinding binding;
    private long key = RowKeys.NONE;
    private long container = RowKeys.NONE;
    private int containerField;
    private Long position;
    private Object[] cells;
    private boolean listsChanged;

    /**
     * @param element the element
     * @param change what happens to it; null when only its place changes
     * @param fields for each feature of the change where it is stored
     * @param before its row; null when it has none
     * @param binding plan of its class
     */
    RowEdit(ElementRef element, ElementChange change, FieldBinding[] fields, StoredRow before, TypeBinding binding) {
        this.element = element;
        this.change = change;
        this.fields = fields;
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

    ElementRef element() {
        return element;
    }

    ElementChange change() {
        return change;
    }

    /** @return for each feature of the change where it is stored; none when only the place changes */
    FieldBinding[] fields() {
        return fields;
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
        return change != null && change.kind() == ElementChange.Kind.DELETED;
    }

    boolean isRelocated() {
        return change != null && change.isRelocated();
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

    long container() {
        return container;
    }

    int containerField() {
        return containerField;
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
        StoredRow row = new StoredRow(binding.type(), key, element.id(), container, containerField, position,
                revision, null, cells);
        return row.withChecksum(checksums.of(row));
    }
}
