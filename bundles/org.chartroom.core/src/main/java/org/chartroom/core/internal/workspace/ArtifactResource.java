package org.chartroom.core.internal.workspace;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.chartroom.core.store.ElementUris;
import org.chartroom.model.Element;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.resource.impl.ResourceImpl;

/** One root element of a workspace as an EMF resource, so that proxies to its elements resolve on demand. */
final class ArtifactResource extends ResourceImpl {
    private final Function<String, Optional<Element>> store;
    private final Consumer<Element> loaded;

    /**
     * @param store gives the root of an id
     * @param loaded told of the root once it was read
     */
    ArtifactResource(URI uri, Function<String, Optional<Element>> store, Consumer<Element> loaded) {
        super(uri);
        this.store = store;
        this.loaded = loaded;
        setIntrinsicIDToEObjectMap(new HashMap<>());
    }

    /** Reads the rows of the root instead of a stream. */
    @Override
    public void load(Map<?, ?> options) throws IOException {
        if (isLoaded) {
            return;
        }
        String rootId = ElementUris.rootId(getURI());
        Element root = store.apply(rootId)
                .orElseThrow(() -> new IOException("There is no artifact with the id " + rootId + "."));
        isLoaded = true;
        getContents().add(root);
        loaded.accept(root);
    }

    /** @return whether the plug-in that brings the type of the root is absent, so that it can only be read */
    boolean isForeign() {
        return !getContents().isEmpty() && isForeign(getContents().get(0));
    }

    static boolean isForeign(EObject element) {
        return EPackage.Registry.INSTANCE.getEPackage(element.eClass().getEPackage().getNsURI()) == null;
    }

    /** A resource that holds a new artifact counts as loaded: there is nothing to read yet. */
    void contain(Element root) {
        isLoaded = true;
        getContents().add(root);
    }
}
