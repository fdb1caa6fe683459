package org.chartroom.core.contribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.InvalidRegistryObjectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads contributions from the extension registry. It stands apart because its classes of the platform can't be loaded beside
 * others of their package outside a framework, where registries are tested.
 */
final class RegistryReader {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryReader.class);

    private RegistryReader() {
    }

    static <T> List<Contribution<T>> read(IExtensionRegistry registry, String point, String idAttribute,
            ContributionRegistry.Call<IConfigurationElement, T> maker, String kind) {
        List<Contribution<T>> all = new ArrayList<>();
        for (IConfigurationElement element : registry.getConfigurationElementsFor(point)) {
            try {
                all.add(read(element, idAttribute, maker));
            } catch (InvalidRegistryObjectException e) {
                LOG.debug("A {} has gone while it was read.", kind, e);
            }
        }
        return all;
    }

    private static <T> Contribution<T> read(IConfigurationElement element, String idAttribute,
            ContributionRegistry.Call<IConfigurationElement, T> maker) {
        Map<String, List<Map<String, String>>> children = new LinkedHashMap<>();
        Arrays.stream(element.getChildren()).forEach(child -> children
                .computeIfAbsent(child.getName(), name -> new ArrayList<>()).add(attributes(child)));
        return new Contribution<>(element, element.getAttribute(idAttribute), element.getContributor().getName(),
                attributes(element), children, () -> maker.on(element));
    }

    private static Map<String, String> attributes(IConfigurationElement element) {
        Map<String, String> attributes = new HashMap<>();
        Arrays.stream(element.getAttributeNames()).forEach(name -> attributes.put(name, element.getAttribute(name)));
        return attributes;
    }
}
