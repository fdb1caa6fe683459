package org.eclipse.osgi.container;

import java.util.Map;
import org.chartroom.platform.bridge.internal.SimpleRequirement;
import org.osgi.resource.Requirement;

/**
 * The one method of Equinox's module container that the platform calls: {@code Platform.getBundle} asks the framework
 * for the providers of a requirement that it builds here.
 */
public final class ModuleContainer {

    private ModuleContainer() {
    }

    /**
     * Creates a requirement that belongs to no resource.
     *
     * @param namespace the namespace, not null
     * @param directives the directives, such as the filter, not null
     * @param attributes the attributes, not null
     * @return the requirement
     */
    public static Requirement createRequirement(String namespace, Map<String, String> directives,
            Map<String, ?> attributes) {
        return new SimpleRequirement(namespace, Map.copyOf(directives), Map.copyOf(attributes));
    }
}
