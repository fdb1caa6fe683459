package org.chartroom.report.internal;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

import org.chartroom.report.section.ReportSection;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;

/** The sections in the extension registry, as they are at the moment. */
final class RegistryContributions implements Supplier<List<Contribution>> {
    private static final String POINT = "org.chartroom.report.sections";

    private final IExtensionRegistry registry;

    RegistryContributions(IExtensionRegistry registry) {
        this.registry = registry;
    }

    @Override
    public List<Contribution> get() {
        return Arrays.stream(registry.getConfigurationElementsFor(POINT)).map(RegistryContributions::of).toList();
    }

    private static Contribution of(IConfigurationElement element) {
        String bundle = element.getContributor().getName();
        String id = element.getAttribute("id") == null
                ? bundle + "/" + element.getAttribute("class")
                : element.getAttribute("id");
        String name = element.getAttribute("name") == null ? id : element.getAttribute("name");
        return new Contribution(element, id, name, bundle, Contribution.parseOrder(element.getAttribute("order")),
                element.getAttribute("package"), element.getAttribute("type"),
                () -> (ReportSection) element.createExecutableExtension("class"));
    }
}
