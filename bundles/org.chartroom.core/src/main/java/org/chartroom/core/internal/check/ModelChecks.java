package org.chartroom.core.internal.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.chartroom.core.check.CheckSettings;
import org.chartroom.core.check.Finding;
import org.chartroom.core.check.Severity;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.model.Artifact;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the checks that models say in annotations. One that fails is set aside alone, and what is found says so as long as
 * the model is the same.
 */
public final class ModelChecks {
    private static final Logger LOG = LoggerFactory.getLogger(ModelChecks.class);
    /** Where all checks of a class can't be read. */
    private static final String ALL = "";

    /** By class and id, with why: an updated plug-in brings other classes. */
    private final Map<EClass, Map<String, String>> setAside = Collections.synchronizedMap(new WeakHashMap<>());

    /**
     * @param artifact the artifact to look at
     * @param evaluation what it is computed with
     * @return what is found, and what could not be judged
     */
    public List<Finding> run(Artifact artifact, Evaluation evaluation) {
        return run(artifact, evaluation, CheckSettings.of(evaluation.directory()), new HashMap<>());
    }

    /**
     * @param off gets the checks that are switched off and would have run, by their ids
     */
    List<Finding> run(Artifact artifact, Evaluation evaluation, CheckSettings settings, Map<String, String> off) {
        List<Finding> findings = new ArrayList<>();
        // Not kept any longer: a class goes with the plug-in that brought it.
        Map<EClass, List<ModelCheck>> checks = new HashMap<>();
        Consumer<Finding> taken = finding -> findings.add(new Finding(finding.checkId(),
                settings.severity(finding.checkId(), finding.severity()), finding.element(), finding.feature(),
                finding.message(), finding.fixes()));
        check(artifact, checks, evaluation, settings, taken);
        artifact.eAllContents().forEachRemaining(content -> check(content, checks, evaluation, settings, taken));
        checks.values().stream().flatMap(List::stream).map(ModelCheck::id).filter(settings::isOff)
                .forEach(id -> off.put(id, id));
        Map<String, String> missing = new TreeMap<>();
        checks.keySet().forEach(eClass -> missing.putAll(setAside(eClass)));
        missing.values().stream().distinct().forEach(why -> findings
                .add(new Finding(ExtensionChecks.SET_ASIDE, Severity.WARNING, artifact, null, why, List.of())));
        return findings;
    }

    /**
     * Lets the checks that failed run again.
     *
     * @return how many
     */
    int readmit() {
        synchronized (setAside) {
            int all = setAside.values().stream().mapToInt(Map::size).sum();
            setAside.clear();
            return all;
        }
    }

    private void check(EObject object, Map<EClass, List<ModelCheck>> checks, Evaluation evaluation,
            CheckSettings settings, Consumer<Finding> findings) {
        for (ModelCheck check : checks.computeIfAbsent(object.eClass(), this::read)) {
            if (!settings.isOff(check.id()) && !setAside(object.eClass()).containsKey(check.id())) {
                try {
                    check.find(object, evaluation).ifPresent(findings);
                } catch (RuntimeException | StackOverflowError e) {
                    String model = object.eClass().getEPackage().getNsURI();
                    setAside(object.eClass()).put(check.id(), Messages.bind(Messages.modelCheckSetAside,
                            new Object[]{check.id(), model, e.getMessage()}));
                    LOG.error("Check {} of {} failed and does not run any more: {}. Tell the maker of the "
                            + "plug-in.", check.id(), model, e.getMessage(), e);
                }
            }
        }
    }

    private List<ModelCheck> read(EClass eClass) {
        try {
            return setAside(eClass).containsKey(ALL) ? List.of() : ModelCheck.of(eClass);
        } catch (RuntimeException e) {
            setAside(eClass).put(ALL, Messages.bind(Messages.modelChecksUnreadable, eClass.getName(), e.getMessage()));
            LOG.error("The checks of {} of {} can't be read and are not run: {}. Tell the maker of the plug-in.",
                    eClass.getName(), eClass.getEPackage().getNsURI(), e.getMessage(), e);
            return List.of();
        }
    }

    private Map<String, String> setAside(EClass eClass) {
        return setAside.computeIfAbsent(eClass, key -> new ConcurrentHashMap<>());
    }
}
