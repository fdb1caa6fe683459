package org.chartroom.core.internal.check;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

import org.chartroom.core.check.Check;
import org.chartroom.core.type.Contributions;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.emf.ecore.EClass;

/**
 * A check that a bundle brings.
 *
 * @param source what it was read from; another one after the bundle was updated, whatever the id
 * @param id its id; null when it has none
 * @param className name of its class
 * @param bundle symbolic name of the bundle
 * @param packageUri namespace URI of the package of the type it is for
 * @param type name of that type
 * @param factory makes it; may throw anything
 */
record Contribution(Object source, String id, String className, String bundle, String packageUri, String type,
        Callable<Check> factory) {
    /** @return the checks in the registry, as they are at the moment */
    static List<Contribution> of(IExtensionRegistry registry) {
        return Arrays.stream(registry.getConfigurationElementsFor(ExtensionChecks.POINT)).map(Contribution::of)
                .toList();
    }

    private static Contribution of(IConfigurationElement element) {
        return new Contribution(element, element.getAttribute("id"), String.valueOf(element.getAttribute("class")),
                element.getContributor().getName(), element.getAttribute("package"), element.getAttribute("type"),
                () -> (Check) element.createExecutableExtension("class"));
    }

    boolean isFor(EClass eClass) {
        return Contributions.areFor(eClass, packageUri, type);
    }

    /** @return its id, or the name of its class where it has none */
    String name() {
        return id == null ? className : id;
    }
}
