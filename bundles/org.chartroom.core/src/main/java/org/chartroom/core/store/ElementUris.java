package org.chartroom.core.store;

import org.chartroom.model.Element;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Addresses of elements in a workspace: {@code chartroom:/<root id>#<element id>}. */
public final class ElementUris {
    /** The scheme of the addresses. */
    public static final String SCHEME = "chartroom";

    private ElementUris() {
    }

    /**
     * @param rootId id of an artifact or of the directory
     * @return address of the resource that holds it
     */
    public static URI root(String rootId) {
        return URI.createHierarchicalURI(SCHEME, null, null, new String[]{rootId}, null, null);
    }

    /**
     * @param rootId id of an artifact or of the directory
     * @param elementId id of an element in it, or of itself
     * @return address of the element
     */
    public static URI element(String rootId, String elementId) {
        return root(rootId).appendFragment(elementId);
    }

    /**
     * @param uri an address made by this class
     * @return id of the root
     */
    public static String rootId(URI uri) {
        return uri.segment(0);
    }

    /**
     * @param element an element, or a proxy of one
     * @return id of the root that it is in; null when it can't be told
     */
    public static String rootId(EObject element) {
        URI proxy = ((InternalEObject) element).eProxyURI();
        if (proxy != null) {
            return proxy.segmentCount() > 0 ? rootId(proxy) : null;
        }
        return EcoreUtil.getRootContainer(element) instanceof Element root ? root.getId() : null;
    }
}
