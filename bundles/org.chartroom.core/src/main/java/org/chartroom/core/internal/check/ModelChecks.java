package org.chartroom.core.internal.check;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.chartroom.core.check.Check;
import org.chartroom.core.check.Finding;
import org.chartroom.core.expression.ExpressionException;
import org.chartroom.model.Artifact;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the checks that models say in annotations; one that fails is set aside alone. */
public final class ModelChecks implements Check {
    private static final Logger LOG = LoggerFactory.getLogger(ModelChecks.class);

    private final Set<String> setAside = ConcurrentHashMap.newKeySet();

    @Override
    public void check(Artifact artifact, LocalDate today, Consumer<Finding> findings) {
        // Not kept any longer: a class goes with the plug-in that brought it.
        Map<EClass, List<ModelCheck>> checks = new HashMap<>();
        check(artifact, checks, today, findings);
        artifact.eAllContents().forEachRemaining(content -> check(content, checks, today, findings));
    }

    private void check(EObject object, Map<EClass, List<ModelCheck>> checks, LocalDate today,
            Consumer<Finding> findings) {
        for (ModelCheck check : checks.computeIfAbsent(object.eClass(), ModelCheck::of)) {
            if (!setAside.contains(check.id())) {
                try {
                    check.find(object, today).ifPresent(findings);
                } catch (ExpressionException e) {
                    setAside.add(check.id());
                    LOG.error("Check {} of {} failed and is set aside until the next start: {}. Tell the maker of the "
                            + "plug-in.", check.id(), object.eClass().getEPackage().getNsURI(), e.getMessage(), e);
                }
            }
        }
    }
}
