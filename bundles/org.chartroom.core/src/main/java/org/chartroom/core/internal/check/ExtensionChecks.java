package org.chartroom.core.internal.check;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.chartroom.core.check.Check;
import org.chartroom.core.check.Checks;
import org.chartroom.core.check.Finding;
import org.chartroom.core.fence.Fence;
import org.chartroom.core.fence.FenceException;
import org.chartroom.core.type.Contributions;
import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.emf.ecore.EClass;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs what bundles contribute to {@value #POINT}, fenced from each other. */
@Component
public final class ExtensionChecks implements Checks {
    /** The extension point. */
    static final String POINT = "org.chartroom.core.checks";
    /** A register of 100,000 risks takes a second. */
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(ExtensionChecks.class);

    private final IExtensionRegistry registry;
    private final Clock clock;
    private final Duration limit;
    private final Map<String, Check> created = new ConcurrentHashMap<>();
    private final Set<String> setAside = ConcurrentHashMap.newKeySet();

    /** @param registry the extension registry */
    @Activate
    public ExtensionChecks(@Reference IExtensionRegistry registry) {
        this(registry, Clock.systemDefaultZone(), LIMIT);
    }

    ExtensionChecks(IExtensionRegistry registry, Clock clock, Duration limit) {
        this.limit = limit;
        this.registry = registry;
        this.clock = clock;
    }

    @Override
    public List<Finding> run(Artifact artifact) {
        List<Finding> findings = new ArrayList<>();
        LocalDate today = LocalDate.now(clock);
        for (IConfigurationElement element : registry.getConfigurationElementsFor(POINT)) {
            String id = element.getAttribute("id");
            if (appliesTo(element, artifact.eClass()) && !setAside.contains(id)) {
                runGuarded(element, id, artifact, today, findings);
            }
        }
        findings.sort(Comparator.comparing(Finding::severity).reversed());
        return findings;
    }

    @Override
    public List<Finding> run(Directory directory) {
        List<Finding> findings = new ArrayList<>();
        DirectoryChecks.check(directory, findings::add);
        findings.sort(Comparator.comparing(Finding::severity).reversed());
        return findings;
    }

    @Override
    public Set<String> setAside() {
        return Set.copyOf(setAside);
    }

    private static boolean appliesTo(IConfigurationElement element, EClass eClass) {
        return Contributions.areFor(eClass, element.getAttribute("package"), element.getAttribute("type"));
    }

    private void runGuarded(IConfigurationElement element, String id, Artifact artifact, LocalDate today,
            List<Finding> findings) {
        // A contributed check may throw anything; what it found before it failed is dropped with it.
        List<Finding> own = new ArrayList<>();
        try {
            Fence.call("check " + id, limit, () -> {
                Check check = created.get(id);
                if (check == null) {
                    check = (Check) element.createExecutableExtension("class");
                    created.put(id, check);
                }
                check.check(artifact, today, own::add);
                return null;
            });
            findings.addAll(own);
        } catch (FenceException e) {
            setAside.add(id);
            LOG.error(
                    "Check {} of bundle {} {} on {} and is set aside until the next start. Tell its maker, or remove the "
                            + "bundle.",
                    id, element.getContributor().getName(), e.getMessage(), artifact.getKey(), e.getCause());
        }
    }
}
