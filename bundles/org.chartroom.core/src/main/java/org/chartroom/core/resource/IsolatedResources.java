package org.chartroom.core.resource;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.emf.ecore.impl.EPackageRegistryImpl;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ExtensibleURIConverterImpl;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.XMLResource;

/**
 * Makes the resource sets that model files are read in. A file may name others, as a reference or as the namespace of a
 * package; the platform would fetch them from disk or from the network. Here nothing but the file given is read, and
 * packages are those that are registered already. Nobody else makes resource sets.
 */
public final class IsolatedResources {
    private IsolatedResources() {
    }

    /**
     * Makes a resource set that reads nothing by itself: what is not in it stays a proxy.
     *
     * @return a new, empty resource set
     */
    public static ResourceSet create() {
        ResourceSetImpl resources = new Isolated();
        resources.setURIConverter(new Refusing());
        resources.setPackageRegistry(new EPackageRegistryImpl(EPackage.Registry.INSTANCE));
        return resources;
    }

    /**
     * Gives the options to load a file of XML with: no document type, with which a file could name others or expand without
     * end.
     *
     * @return the options
     */
    public static Map<String, Object> options() {
        return Map.of(XMLResource.OPTION_DEFER_IDREF_RESOLUTION, true, XMLResource.OPTION_PARSER_FEATURES,
                Map.of("http://apache.org/xml/features/disallow-doctype-decl", true));
    }

    /**
     * Tells what a file refers to outside of itself.
     *
     * @param resource the file, as it was read
     * @return the addresses of what is referred to and is not there
     */
    public static List<URI> outside(Resource resource) {
        return EcoreUtil.UnresolvedProxyCrossReferencer.find(resource).keySet().stream()
                .map(IsolatedResources::address).distinct().toList();
    }

    private static URI address(EObject proxy) {
        return ((InternalEObject) proxy).eProxyURI();
    }

    /** Finds what is in it, and packages that are registered. */
    private static final class Isolated extends ResourceSetImpl {
        @Override
        public Resource getResource(URI uri, boolean loadOnDemand) {
            return super.getResource(uri, false);
        }
    }

    /** Opens nothing; a resource that is to be loaded is given its content. */
    private static final class Refusing extends ExtensibleURIConverterImpl {
        @Override
        public InputStream createInputStream(URI uri, Map<?, ?> options) throws IOException {
            throw new IOException(uri + " is not followed");
        }

        @Override
        public OutputStream createOutputStream(URI uri, Map<?, ?> options) throws IOException {
            throw new IOException(uri + " is not written");
        }

        @Override
        public boolean exists(URI uri, Map<?, ?> options) {
            return false;
        }
    }
}
