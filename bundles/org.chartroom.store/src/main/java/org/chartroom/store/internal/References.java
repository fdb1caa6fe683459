package org.chartroom.store.internal;

import org.chartroom.core.store.ElementRef;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.chartroom.store.internal.TypeBinding.FieldBinding;

/** Writes references and values of features of many as rows hold them. */
final class References implements TypeBinding.ReferenceEncoder {
    private final TypeCatalog catalog;
    private final RootTable roots;

    References(TypeCatalog catalog, RootTable roots) {
        this.catalog = catalog;
        this.roots = roots;
    }

    @Override
    public void encode(ElementRef target, String ownerRootId, Object[] cells, int offset) {
        cells[offset] = target.id();
        cells[offset + 1] = target.rootId().equals(ownerRootId) ? null : rootNumber(target.rootId());
        cells[offset + 2] = catalog.type(target.type()).id();
    }

    private int rootNumber(String rootId) {
        try {
            return roots.root(rootId).number();
        } catch (SQLException e) {
            throw new StoreFailure(e);
        }
    }

    /** @return rows without position for the values of a feature of many */
    List<LinkRow> links(long ownerKey, String ownerRootId, FieldBinding field, List<?> values) {
        List<LinkRow> rows = new ArrayList<>();
        Object[] target = new Object[3];
        for (Object value : values) {
            if (value instanceof ElementRef element) {
                encode(element, ownerRootId, target, 0);
                rows.add(new LinkRow(ownerKey, field.field().id(), 0, null, (String) target[0], (Integer) target[1],
                        (Integer) target[2], 0, null));
            } else {
                rows.add(new LinkRow(ownerKey, field.field().id(), 0, field.link(value), null, null, null, 0, null));
            }
        }
        return rows;
    }

    /** Makes the references of a row that goes to another root mean what they meant. */
    static void rebase(StoredType type, Object[] cells, int oldRoot, int newRoot) {
        for (StoredField field : type.fields()) {
            if (field.kind() == FieldKind.REFERENCE && cells[field.offset()] != null) {
                cells[field.offset() + 1] = rebase((Integer) cells[field.offset() + 1], oldRoot, newRoot);
            }
        }
    }

    static Integer rebase(Integer root, int oldRoot, int newRoot) {
        if (root == null) {
            return oldRoot;
        }
        return root == newRoot ? null : root;
    }
}
