package org.chartroom.core.internal.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.chartroom.core.check.Check;
import org.chartroom.core.check.Checks;
import org.chartroom.core.check.Finding;
import org.chartroom.core.check.Severity;
import org.chartroom.core.contribution.Contribution;
import org.chartroom.core.contribution.ContributionHost;
import org.chartroom.core.contribution.ContributionRegistry;
import org.chartroom.core.contribution.Quarantine;
import org.chartroom.core.contribution.QuarantinedException;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Runs what bundles contribute to {@value #POINT}. */
@Component(service = {Checks.class, ContributionHost.class})
public final class ExtensionChecks implements Checks {
    /** The extension point. */
    static final String POINT = "org.chartroom.core.checks";
    /** Id of what is found where a check does not run. */
    static final String SET_ASIDE = "org.chartroom.core.checkSetAside";
    /** A register of 100,000 risks takes a second. */
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final ContributionRegistry<Check> contributions;

    /** @param registry the extension registry */
    @Activate
    public ExtensionChecks(@Reference IExtensionRegistry registry) {
        this(ContributionRegistry.of(registry, POINT, "id", Check.class, "check", LIMIT));
    }

    ExtensionChecks(ContributionRegistry<Check> contributions) {
        this.contributions = contributions;
    }

    @Override
    public List<Finding> run(Artifact artifact) {
        List<Finding> findings = new ArrayList<>();
        Evaluation evaluation = Evaluation.of(artifact);
        for (Contribution<Check> contribution : contributions.all()) {
            if (contribution.isFor(artifact.eClass())) {
                findings.addAll(run(contribution, artifact, evaluation));
            }
        }
        findings.sort(Comparator.comparing(Finding::severity).reversed());
        return findings;
    }

    private List<Finding> run(Contribution<Check> contribution, Artifact artifact, Evaluation evaluation) {
        // What it found before it failed is dropped with it.
        List<Finding> own = new ArrayList<>();
        try {
            contributions.call(contribution, String.valueOf(artifact.getKey()), check -> {
                check.check(artifact, evaluation, own::add);
                return null;
            });
            return own;
        } catch (QuarantinedException e) {
            return List.of(new Finding(SET_ASIDE, Severity.WARNING, artifact, null, text(e.quarantine()), List.of()));
        }
    }

    private static String text(Quarantine quarantine) {
        return Messages.bind(quarantine.canReturn() ? Messages.checkSetAside : Messages.checkDeclaredWrongly,
                new Object[]{quarantine.contribution().id(), quarantine.contribution().bundle(),
                        quarantine.reason()});
    }

    @Override
    public List<Finding> run(Directory directory) {
        List<Finding> findings = new ArrayList<>();
        DirectoryChecks.check(directory, findings::add);
        findings.sort(Comparator.comparing(Finding::severity).reversed());
        return findings;
    }

    @Override
    public List<Quarantine> quarantined() {
        return contributions.quarantined();
    }

    @Override
    public int readmit() {
        return contributions.readmit();
    }
}
