package org.chartroom.core.internal.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.chartroom.core.check.Check;
import org.chartroom.core.check.Checks;
import org.chartroom.core.check.Finding;
import org.chartroom.core.check.Severity;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.core.fence.Fence;
import org.chartroom.core.fence.FenceException;
import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;
import org.eclipse.core.runtime.IExtensionRegistry;
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
    /** Id of what is found where a check does not run. */
    static final String SET_ASIDE = "org.chartroom.core.checkSetAside";
    /** A register of 100,000 risks takes a second. */
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(ExtensionChecks.class);

    private final Supplier<List<Contribution>> contributions;
    private final Duration limit;
    /** By their sources: those of an updated bundle are others, whatever their ids. */
    private final Map<Object, Check> created = new ConcurrentHashMap<>();
    private final Map<Object, SetAside> setAside = new ConcurrentHashMap<>();

    /** A check that does not run, and why. */
    private record SetAside(String name, String why) {
    }

    /** @param registry the extension registry */
    @Activate
    public ExtensionChecks(@Reference IExtensionRegistry registry) {
        this(() -> Contribution.of(registry), LIMIT);
    }

    ExtensionChecks(Supplier<List<Contribution>> contributions, Duration limit) {
        this.limit = limit;
        this.contributions = contributions;
    }

    @Override
    public List<Finding> run(Artifact artifact) {
        List<Contribution> present = contributions.get();
        forgetOthersThan(present);
        List<Finding> findings = new ArrayList<>();
        Evaluation evaluation = Evaluation.of(artifact);
        for (Contribution contribution : present) {
            if (contribution.isFor(artifact.eClass())) {
                if (!setAside.containsKey(contribution.source())) {
                    runGuarded(contribution, artifact, evaluation, findings);
                }
                SetAside failed = setAside.get(contribution.source());
                if (failed != null) {
                    findings.add(new Finding(SET_ASIDE, Severity.WARNING, artifact, null, failed.why(), List.of()));
                }
            }
        }
        findings.sort(Comparator.comparing(Finding::severity).reversed());
        return findings;
    }

    private void forgetOthersThan(List<Contribution> present) {
        Set<Object> sources = present.stream().map(Contribution::source).collect(Collectors.toSet());
        created.keySet().retainAll(sources);
        setAside.keySet().retainAll(sources);
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
        forgetOthersThan(contributions.get());
        return setAside.values().stream().map(SetAside::name).collect(Collectors.toUnmodifiableSet());
    }

    private void runGuarded(Contribution contribution, Artifact artifact, Evaluation evaluation,
            List<Finding> findings) {
        if (contribution.id() == null) {
            setAside(contribution, Messages.checkWithoutId);
            LOG.error("The check {} of bundle {} has no id and is not run. Tell its maker.", contribution.name(),
                    contribution.bundle());
            return;
        }
        // A contributed check may throw anything; what it found before it failed is dropped with it.
        List<Finding> own = new ArrayList<>();
        try {
            Fence.call("check " + contribution.name(), limit, () -> {
                Check check = created.get(contribution.source());
                if (check == null) {
                    check = contribution.factory().call();
                    created.put(contribution.source(), check);
                }
                check.check(artifact, evaluation, own::add);
                return null;
            });
            findings.addAll(own);
        } catch (FenceException e) {
            setAside(contribution, Messages.checkSetAside);
            LOG.error(
                    "Check {} of bundle {} {} on {} and is set aside until the next start. Tell its maker, or remove the "
                            + "bundle.",
                    contribution.name(), contribution.bundle(), e.getMessage(), artifact.getKey(), e.getCause());
        }
    }

    private void setAside(Contribution contribution, String why) {
        setAside.put(contribution.source(),
                new SetAside(contribution.name(), Messages.bind(why, contribution.name(), contribution.bundle())));
    }
}
