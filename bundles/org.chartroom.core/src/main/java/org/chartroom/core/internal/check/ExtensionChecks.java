package org.chartroom.core.internal.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.chartroom.core.check.Check;
import org.chartroom.core.check.CheckInfo;
import org.chartroom.core.check.CheckRun;
import org.chartroom.core.check.CheckSet;
import org.chartroom.core.check.CheckSettings;
import org.chartroom.core.check.Checks;
import org.chartroom.core.check.Finding;
import org.chartroom.core.check.Severity;
import org.chartroom.core.contribution.Contribution;
import org.chartroom.core.contribution.ContributionHost;
import org.chartroom.core.contribution.ContributionRegistry;
import org.chartroom.core.contribution.Quarantine;
import org.chartroom.core.contribution.QuarantinedException;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.core.fence.Fence;
import org.chartroom.core.fence.FenceException;
import org.chartroom.model.Artifact;
import org.chartroom.model.CheckSetting;
import org.chartroom.model.Directory;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs what bundles contribute to {@value #POINT}. */
@Component(service = {Checks.class, ContributionHost.class})
public final class ExtensionChecks implements Checks {
    /** The extension point. */
    static final String POINT = "org.chartroom.core.checks";
    /** Id of what is found where a check does not run. */
    static final String SET_ASIDE = "org.chartroom.core.checkSetAside";
    /** Id of what is found where checks are switched off: that nothing else is found means less then. */
    static final String OFF = "org.chartroom.core.checksOff";
    /** A register of 100,000 risks takes a second. */
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(ExtensionChecks.class);

    private final ContributionRegistry<Check> contributions;
    private final ModelChecks models = new ModelChecks();

    /** @param registry the extension registry */
    @Activate
    public ExtensionChecks(@Reference IExtensionRegistry registry) {
        this(ContributionRegistry.of(registry, POINT, "id", ExtensionChecks::make, "check", LIMIT));
    }

    private static Check make(IConfigurationElement element) throws CoreException {
        return CheckSet.of(element.createExecutableExtension("class"), element.getAttribute("id"));
    }

    private static CheckInfo info(Contribution<Check> contribution) {
        return CheckInfo.declared(contribution.id(), contribution.bundle(), contribution.attributes(),
                contribution.children("parameter"));
    }

    ExtensionChecks(ContributionRegistry<Check> contributions) {
        this.contributions = contributions;
    }

    @Override
    public List<Finding> run(Artifact artifact) {
        List<Finding> findings = new ArrayList<>();
        Evaluation evaluation = Evaluation.of(artifact);
        CheckSettings settings = CheckSettings.of(evaluation.directory());
        Map<String, String> off = new LinkedHashMap<>();
        for (Contribution<Check> contribution : contributions.all()) {
            if (contribution.isFor(artifact.eClass())) {
                if (settings.isOff(contribution.id())) {
                    off.put(contribution.id(), contribution.attribute("name").orElse(contribution.id()));
                } else {
                    findings.addAll(run(contribution, artifact, evaluation, settings));
                }
            }
        }
        findings.addAll(ofModel(artifact, evaluation, settings, off));
        if (!off.isEmpty()) {
            String named = off.entrySet().stream().map(one -> one.getValue() + " ("
                    + settings.of(one.getKey()).map(CheckSetting::getReason).orElse("") + ")")
                    .collect(Collectors.joining("; "));
            findings.add(new Finding(OFF, Severity.INFO, artifact, null,
                    Messages.bind(Messages.checksOff, off.size(), named), List.of()));
        }
        findings.sort(Comparator.comparing(Finding::severity).reversed());
        return findings;
    }

    /** Expressions have a budget of their own, but there may be many. */
    private List<Finding> ofModel(Artifact artifact, Evaluation evaluation, CheckSettings settings,
            Map<String, String> off) {
        try {
            return Fence.call("checks of the model", LIMIT, () -> models.run(artifact, evaluation, settings, off));
        } catch (FenceException e) {
            LOG.error("The checks that the model of {} says did not end: they {}.", artifact.getKey(),
                    e.getMessage(), e.getCause());
            return List.of(new Finding(SET_ASIDE, Severity.WARNING, artifact, null,
                    Messages.bind(Messages.modelChecksFailed, e.getMessage()), List.of()));
        }
    }

    private List<Finding> run(Contribution<Check> contribution, Artifact artifact, Evaluation evaluation,
            CheckSettings settings) {
        try {
            return contributions.call(contribution, String.valueOf(artifact.getKey()),
                    check -> CheckRun.of(settings.applied(info(contribution)), check, artifact,
                            evaluation));
        } catch (QuarantinedException e) {
            return List.of(new Finding(SET_ASIDE, Severity.WARNING, artifact, null, text(e.quarantine()), List.of()));
        }
    }

    @Override
    public List<CheckInfo> catalogue() {
        return contributions.usable().stream().map(ExtensionChecks::info).toList();
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
        new SettingChecks(catalogue()).check(directory, findings::add);
        findings.sort(Comparator.comparing(Finding::severity).reversed());
        return findings;
    }

    @Override
    public List<Quarantine> quarantined() {
        return contributions.quarantined();
    }

    @Override
    public int readmit() {
        return contributions.readmit() + models.readmit();
    }
}
