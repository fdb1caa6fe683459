package org.chartroom.core.store;

import org.eclipse.emf.common.util.URI;

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
}
