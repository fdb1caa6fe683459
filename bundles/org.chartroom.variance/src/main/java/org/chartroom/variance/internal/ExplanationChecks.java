package org.chartroom.variance.internal;

import static org.chartroom.model.variance.VariancePackage.Literals;

import java.util.Optional;
import java.util.function.Consumer;

import org.chartroom.core.check.Finding;
import org.chartroom.core.check.Severity;
import org.chartroom.core.type.Presentation;
import org.chartroom.model.variance.CauseCategory;
import org.chartroom.model.variance.VarianceLine;
import org.chartroom.model.variance.VarianceStatus;
import org.chartroom.variance.ReportFigures;
import org.chartroom.variance.Thresholds;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * Finds what the explanation of an amber or red line lacks. A line that is not explained at all is one finding; of one that
 * is, each part that is missing: without a cause and what happened nobody can judge the line (an error where it is red, else
 * a warning); what is done about it, by whom, until when and to what end, and who accepts it, is said in the course of a
 * reporting cycle (a warning where it is red, else an information). An expected recovery of 0 is one.
 */
final class ExplanationChecks {
    private final ReportFigures figures;
    private final Consumer<Finding> findings;

    ExplanationChecks(ReportFigures figures, Consumer<Finding> findings) {
        this.figures = figures;
        this.findings = findings;
    }

    /** @param line a line that sums up no others */
    void check(VarianceLine line) {
        Optional<VarianceStatus> status = Thresholds.of(figures.report()).budget(figures.line(line))
                .filter(known -> known != VarianceStatus.GREEN);
        if (status.isEmpty()) {
            return;
        }
        boolean red = status.get() == VarianceStatus.RED;
        boolean hasCause = line.getCause() != CauseCategory.NONE;
        boolean hasNarrative = isThere(line.getNarrative());
        boolean hasAction = isThere(line.getCorrectiveAction());
        Severity judged = red ? Severity.ERROR : Severity.WARNING;
        if (!hasCause && !hasNarrative) {
            report("unexplained", judged, line, Literals.VARIANCE_LINE__CAUSE, Messages.bind(Messages.unexplained,
                    VarianceChecks.name(line), label(status.get())));
            return;
        }
        require(hasCause, "unexplained", judged, line, Literals.VARIANCE_LINE__CAUSE, status.get());
        require(hasNarrative, "unexplained", judged, line, Literals.VARIANCE_LINE__NARRATIVE, status.get());
        Severity followed = red ? Severity.WARNING : Severity.INFO;
        require(hasAction, "actionMissing", followed, line, Literals.VARIANCE_LINE__CORRECTIVE_ACTION, status.get());
        if (hasAction) {
            require(line.getActionOwner() != null, "actionMissing", followed, line,
                    Literals.VARIANCE_LINE__ACTION_OWNER, status.get());
            require(line.getActionDue() != null, "actionMissing", followed, line, Literals.VARIANCE_LINE__ACTION_DUE,
                    status.get());
            require(line.getExpectedRecovery() != null, "actionMissing", followed, line,
                    Literals.VARIANCE_LINE__EXPECTED_RECOVERY, status.get());
        }
        require(line.getAcceptedBy() != null, "notAccepted", followed, line, Literals.VARIANCE_LINE__ACCEPTED_BY,
                status.get());
    }

    private void require(boolean isThere, String id, Severity severity, VarianceLine line, EStructuralFeature part,
            VarianceStatus status) {
        if (!isThere) {
            report(id, severity, line, part, Messages.bind(Messages.explanationPart,
                    new Object[]{VarianceChecks.name(line), label(status), Presentation.label(part)}));
        }
    }

    private static boolean isThere(String text) {
        return text != null && !text.isBlank();
    }

    private static String label(VarianceStatus status) {
        return Presentation.label(Literals.VARIANCE_STATUS.getEEnumLiteral(status.getValue()));
    }

    private void report(String id, Severity severity, VarianceLine line, EStructuralFeature feature, String message) {
        findings.accept(VarianceChecks.finding(id, severity, line, feature, message));
    }
}
