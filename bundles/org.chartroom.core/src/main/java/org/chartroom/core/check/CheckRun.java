package org.chartroom.core.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.model.Artifact;
import org.chartroom.model.Element;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** One run of one check on one artifact. */
public final class CheckRun implements CheckContext {
    /** A check that finds more finds something else than what people can mend one by one. */
    private static final int MOST_FINDINGS = 200_000;

    private final CheckInfo info;
    private final Artifact artifact;
    private final Evaluation evaluation;
    private final List<Finding> findings = new ArrayList<>();

    private CheckRun(CheckInfo info, Artifact artifact, Evaluation evaluation) {
        this.info = info;
        this.artifact = artifact;
        this.evaluation = evaluation;
    }

    /**
     * Runs a check in the thread of the caller, unguarded.
     *
     * @param info how it is declared
     * @param check the check; may throw anything
     * @param artifact the artifact to look at
     * @param evaluation what it is computed with
     * @return what it finds, in its order
     */
    public static List<Finding> of(CheckInfo info, Check check, Artifact artifact, Evaluation evaluation) {
        CheckRun run = new CheckRun(info, artifact, evaluation);
        check.check(artifact, run);
        return run.findings;
    }

    @Override
    public Evaluation evaluation() {
        return evaluation;
    }

    @Override
    public BigDecimal parameter(String name) {
        return info.parameters().stream().filter(parameter -> parameter.name().equals(name)).findFirst()
                .map(CheckInfo.Parameter::value)
                .orElseThrow(() -> new IllegalArgumentException(info.id() + " declares no parameter " + name));
    }

    @Override
    public void report(Element element, EStructuralFeature feature, String message, QuickFix... fixes) {
        report(info.severity(), element, feature, message, fixes);
    }

    @Override
    public void report(Severity severity, Element element, EStructuralFeature feature, String message,
            QuickFix... fixes) {
        if (element == null || !EcoreUtil.isAncestor(artifact, element)) {
            throw new IllegalArgumentException("it reports an element that is not in the artifact");
        }
        if (feature != null && element.eClass().getFeatureID(feature) < 0) {
            throw new IllegalArgumentException("it reports the field " + feature.getName() + ", which "
                    + element.eClass().getName() + " does not have");
        }
        if (message == null || message.isBlank()) {
            throw new IllegalArgumentException("it reports something and says nothing");
        }
        if (findings.size() == MOST_FINDINGS) {
            throw new IllegalArgumentException("it reports more than " + MOST_FINDINGS + " findings");
        }
        Severity least = severity.compareTo(info.severity()) < 0 ? severity : info.severity();
        findings.add(new Finding(info.id(), least, element, feature, message, List.of(fixes)));
    }
}
