package org.chartroom.platform.bridge.internal;

import java.util.Collections;
import java.util.Map;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

/**
 * A requirement outside any resource, as one puts it to {@code FrameworkWiring.findProviders}.
 *
 * @param namespace the namespace
 * @param directives the directives
 * @param values the attributes
 */
public record SimpleRequirement(String namespace, Map<String, String> directives, Map<String, ?> values)
        implements
            Requirement {

    @Override
    public String getNamespace() {
        return namespace;
    }

    @Override
    public Map<String, String> getDirectives() {
        return directives;
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Collections.unmodifiableMap(values);
    }

    @Override
    public Resource getResource() {
        return null;
    }
}
