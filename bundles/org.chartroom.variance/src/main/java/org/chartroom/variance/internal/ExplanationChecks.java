package org.chartroom.variance.internal;

import static org.chartroom.model.variance.VariancePackage.Literals;

import java.util.Map;

import org.chartroom.core.check.Check;
import org.chartroom.core.check.CheckContext;
import org.chartroom.core.check.Severity;
import org.chartroom.core.type.Presentation;
import org.chartroom.model.variance.CauseCategory;
import org.chartroom.model.variance.VarianceLine;
import org.chartroom.model.variance.VarianceStatus;
import org.chartroom.variance.Thresholds;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * Finds what the explanation of an amber or red line lacks. A line that is not explained at all is one finding; of one that
 * is, each part that is missing: without a cause and what happened nobody can judge the line (an error where it is red, else
 * a warning); what is done about it, by whom, until when and to what end, and who accepts it, is said in the course of a
 * reporting cycle (a warning where it is red, else an information). An expected recovery of 0 is one.
 */
final class ExplanationChecks {
    private ExplanationChecks() {
    }

    static Map<String, Check> checks() {
        return Map.of(VarianceChecks.ID + "unexplained", judged(ExplanationChecks::checkExplanation),
                VarianceChecks.ID + "actionMissing", judged(ExplanationChecks::checkAction),
                VarianceChecks.ID + "notAccepted", judged(ExplanationChecks::checkAcceptance));
    }

    /** A check of a line that is amber or red. */
    @FunctionalInterface
    private interface JudgedCheck {
        void check(VarianceLine line, VarianceStatus status, CheckContext context);
    }

    private static Check judged(JudgedCheck check) {
        return VarianceChecks.leaves((figures, line, context) -> Thresholds.of(figures.report())
                .budget(figures.line(line)).filter(known -> known != VarianceStatus.GREEN)
                .ifPresent(status -> check.check(line, status, context)));
    }

    private static boolean hasCause(VarianceLine line) {
        return line.getCause() != CauseCategory.NONE;
    }

    private static boolean isExplained(VarianceLine line) {
        return hasCause(line) || isThere(line.getNarrative());
    }

    private static void checkExplanation(VarianceLine line, VarianceStatus status, CheckContext context) {
        Severity severity = status == VarianceStatus.RED ? Severity.ERROR : Severity.WARNING;
        if (!isExplained(line)) {
            context.report(severity, line, Literals.VARIANCE_LINE__CAUSE, Messages.bind(Messages.unexplained,
                    VarianceChecks.name(line), label(status)));
            return;
        }
        require(hasCause(line), severity, line, Literals.VARIANCE_LINE__CAUSE, status, context);
        require(isThere(line.getNarrative()), severity, line, Literals.VARIANCE_LINE__NARRATIVE, status, context);
    }

    private static Severity followed(VarianceStatus status) {
        return status == VarianceStatus.RED ? Severity.WARNING : Severity.INFO;
    }

    private static void checkAction(VarianceLine line, VarianceStatus status, CheckContext context) {
        if (!isExplained(line)) {
            return;
        }
        Severity severity = followed(status);
        boolean hasAction = isThere(line.getCorrectiveAction());
        require(hasAction, severity, line, Literals.VARIANCE_LINE__CORRECTIVE_ACTION, status, context);
        if (hasAction) {
            require(line.getActionOwner() != null, severity, line, Literals.VARIANCE_LINE__ACTION_OWNER, status,
                    context);
            require(line.getActionDue() != null, severity, line, Literals.VARIANCE_LINE__ACTION_DUE, status, context);
            require(line.getExpectedRecovery() != null, severity, line, Literals.VARIANCE_LINE__EXPECTED_RECOVERY,
                    status, context);
        }
    }

    private static void checkAcceptance(VarianceLine line, VarianceStatus status, CheckContext context) {
        require(!isExplained(line) || line.getAcceptedBy() != null, followed(status), line,
                Literals.VARIANCE_LINE__ACCEPTED_BY, status, context);
    }

    private static void require(boolean isThere, Severity severity, VarianceLine line, EStructuralFeature part,
            VarianceStatus status, CheckContext context) {
        if (!isThere) {
            context.report(severity, line, part, Messages.bind(Messages.explanationPart,
                    new Object[]{VarianceChecks.name(line), label(status), Presentation.label(part)}));
        }
    }

    private static boolean isThere(String text) {
        return text != null && !text.isBlank();
    }

    private static String label(VarianceStatus status) {
        return Presentation.label(Literals.VARIANCE_STATUS.getEEnumLiteral(status.getValue()));
    }
}
