package org.chartroom.store.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.chartroom.core.store.ElementUris;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.Element;
import org.chartroom.store.internal.TypeBinding.FieldBinding;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.util.InternalEList;
import org.eclipse.osgi.util.NLS;

/** Writes references and values of features of many as rows hold them. */
final class References implements TypeBinding.ReferenceEncoder {
    private final TypeCatalog catalog;
    private final RootTable roots;

    References(TypeCatalog catalog, RootTable roots) {
        this.catalog = catalog;
        this.roots = roots;
    }

    /** @return id of the root that an element or a proxy of one is in; null when it can't be told */
    static String rootId(EObject element) {
        URI proxy = ((InternalEObject) element).eProxyURI();
        if (proxy != null) {
            return proxy.segmentCount() > 0 ? ElementUris.rootId(proxy) : null;
        }
        return EcoreUtil.getRootContainer(element) instanceof Element root ? root.getId() : null;
    }

    private static String id(EObject element) {
        URI proxy = ((InternalEObject) element).eProxyURI();
        return proxy != null ? proxy.fragment() : EcoreUtil.getID(element);
    }

    @Override
    public void encode(EObject owner, EReference reference, EObject target, Object[] cells, int offset) {
        String id = id(target);
        String rootId = rootId(target);
        if (id == null || rootId == null) {
            throw new WorkspaceException(WorkspaceException.Kind.INVALID,
                    NLS.bind(Messages.targetWithoutId, Labels.of((Element) owner), reference.getName()));
        }
        cells[offset] = id;
        cells[offset + 1] = rootId.equals(rootId(owner)) ? null : rootNumber(rootId);
        cells[offset + 2] = catalog.type(target.eClass()).id();
    }

    private int rootNumber(String rootId) {
        try {
            return roots.root(rootId).number();
        } catch (SQLException e) {
            throw new StoreFailure(e);
        }
    }

    /** @return rows without position for the values of a feature of many */
    List<LinkRow> links(long ownerKey, EObject owner, FieldBinding field) {
        List<LinkRow> rows = new ArrayList<>();
        Object[] target = new Object[3];
        for (Object value : ((InternalEList<?>) field.list((InternalEObject) owner)).basicList()) {
            if (field.field().kind() == FieldKind.REFERENCES) {
                encode(owner, (EReference) field.feature(), (EObject) value, target, 0);
                rows.add(new LinkRow(ownerKey, field.field().id(), 0, null, (String) target[0], (Integer) target[1],
                        (Integer) target[2], 0, null));
            } else {
                rows.add(new LinkRow(ownerKey, field.field().id(), 0, field.text(value), null, null, null, 0, null));
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
