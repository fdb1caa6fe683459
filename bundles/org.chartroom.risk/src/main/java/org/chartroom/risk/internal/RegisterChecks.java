package org.chartroom.risk.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import org.chartroom.core.check.Check;
import org.chartroom.core.check.CheckContext;
import org.chartroom.core.check.QuickFix;
import org.chartroom.core.type.Presentation;
import org.chartroom.core.value.Steps;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.risk.PastAssessments;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.emf.edit.domain.EditingDomain;

/** The rules of a risk register as a whole: its scales, and what it measures movement from. */
final class RegisterChecks {
    private RegisterChecks() {
    }

    static Map<String, Check> checks() {
        return Map.of(RiskChecks.ID + "scaleSteps", of(RegisterChecks::checkScales), RiskChecks.ID + "movementBaseline",
                of(RegisterChecks::checkBaseline), RiskChecks.ID + "movementScale", of(RegisterChecks::checkMovement));
    }

    private static Check of(BiConsumer<RiskRegister, CheckContext> check) {
        return (register, context) -> check.accept((RiskRegister) register, context);
    }

    private static void checkScales(RiskRegister register, CheckContext context) {
        checkScale(register, RiskPackage.Literals.RISK_REGISTER__LIKELIHOOD_SCALE,
                RiskPackage.Literals.LIKELIHOOD_LEVEL__VALUE, context);
        checkScale(register, RiskPackage.Literals.RISK_REGISTER__IMPACT_SCALE, RiskPackage.Literals.IMPACT_LEVEL__VALUE,
                context);
    }

    /** An empty scale is the usual one; one with gaps counts as the usual one, which nobody would guess. */
    private static void checkScale(RiskRegister register, EReference scale, EStructuralFeature value,
            CheckContext context) {
        List<?> levels = (List<?>) register.eGet(scale);
        if (levels.isEmpty() || Steps.isWhole(levels)) {
            return;
        }
        boolean isLengthRight = levels.size() >= Steps.FEWEST && levels.size() <= Steps.MOST;
        QuickFix[] fixes = isLengthRight
                ? new QuickFix[]{RiskChecks.fix(Messages.bind(Messages.scaleSteps_fix, levels.size()),
                        domain -> renumber(domain, levels, value))}
                : new QuickFix[0];
        context.report(register, scale, Messages.bind(Messages.scaleSteps,
                new Object[]{Presentation.label(scale), levels.size(), Steps.FEWEST, Steps.MOST}), fixes);
    }

    private static Command renumber(EditingDomain domain, List<?> levels, EStructuralFeature value) {
        List<EObject> rising = new ArrayList<>(levels.stream().map(EObject.class::cast).toList());
        rising.sort(Comparator.comparing(level -> (Integer) level.eGet(value)));
        CompoundCommand all = new CompoundCommand(Messages.bind(Messages.scaleSteps_fix, levels.size()));
        for (int step = 1; step <= rising.size(); step++) {
            all.append(SetCommand.create(domain, rising.get(step - 1), value, step));
        }
        return all;
    }

    /** Where there is no workspace to look in, nothing is known of its baselines. */
    private static void checkBaseline(RiskRegister register, CheckContext context) {
        String name = register.getMovementSince();
        if (name != null && !name.isBlank() && EditSession.of(register).isPresent()
                && PastAssessments.baseline(register).isEmpty()) {
            context.report(register, RiskPackage.Literals.RISK_REGISTER__MOVEMENT_SINCE,
                    Messages.bind(Messages.movementBaseline, name),
                    RiskChecks.fix(Messages.movementBaseline_fix, domain -> SetCommand.create(domain, register,
                            RiskPackage.Literals.RISK_REGISTER__MOVEMENT_SINCE, SetCommand.UNSET_VALUE)));
        }
    }

    private static void checkMovement(RiskRegister register, CheckContext context) {
        PastAssessments.of(register).filter(past -> !past.isComparable(register))
                .ifPresent(past -> context.report(register, RiskPackage.Literals.RISK_REGISTER__MOVEMENT_SINCE,
                        Messages.bind(Messages.movementScale, past.baseline())));
    }
}
