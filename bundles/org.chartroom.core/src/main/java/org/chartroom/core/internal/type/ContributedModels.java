package org.chartroom.core.internal.type;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.chartroom.core.type.DynamicModel;
import org.eclipse.core.runtime.ContributorFactoryOSGi;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.emf.ecore.EPackage;
import org.osgi.framework.Bundle;

/** The models without Java that bundles bring with their artifact types, registered as long as the bundle is there. */
final class ContributedModels {
    /**
     * Where a model comes from.
     *
     * @param bundle the bundle
     * @param modified when it was installed or updated
     * @param path path of the file in it
     */
    record Source(Bundle bundle, long modified, String path) {
    }

    private final Map<Source, EPackage> registered = new HashMap<>();

    /**
     * Registers the model of a type, once per bundle and file.
     *
     * @param element the type
     * @return where its model comes from; empty when the type names none
     * @throws IOException when it can't be read
     * @throws IllegalArgumentException when its namespace is taken
     */
    Optional<Source> register(IConfigurationElement element) throws IOException {
        String path = element.getAttribute("model");
        if (path == null) {
            return Optional.empty();
        }
        Bundle bundle = ContributorFactoryOSGi.resolve(element.getContributor());
        if (bundle == null) {
            throw new FileNotFoundException("the bundle is gone");
        }
        Source source = new Source(bundle, bundle.getLastModified(), path);
        if (!registered.containsKey(source)) {
            URL file = bundle.getEntry(path);
            if (file == null) {
                throw new FileNotFoundException("the model " + path + " is not in the bundle");
            }
            try (InputStream content = file.openStream()) {
                register(source, DynamicModel.read(bundle.getSymbolicName() + "/" + path, content));
            }
        }
        return Optional.of(source);
    }

    private void register(Source source, EPackage ePackage) {
        String uri = ePackage.getNsURI();
        // What the former version of the same bundle brought makes way.
        registered.entrySet().removeIf(entry -> entry.getKey().bundle().equals(source.bundle())
                && entry.getKey().modified() != source.modified() && unregister(entry.getValue()));
        if (EPackage.Registry.INSTANCE.containsKey(uri)) {
            throw new IllegalArgumentException("the namespace " + uri + " is taken by another model");
        }
        EPackage.Registry.INSTANCE.put(uri, ePackage);
        registered.put(source, ePackage);
    }

    /**
     * Takes back what is not wanted any more.
     *
     * @param wanted the sources whose bundles are still there
     */
    void keepOnly(Set<Source> wanted) {
        registered.entrySet().removeIf(entry -> !wanted.contains(entry.getKey()) && unregister(entry.getValue()));
    }

    private static boolean unregister(EPackage ePackage) {
        EPackage.Registry.INSTANCE.remove(ePackage.getNsURI(), ePackage);
        return true;
    }
}
