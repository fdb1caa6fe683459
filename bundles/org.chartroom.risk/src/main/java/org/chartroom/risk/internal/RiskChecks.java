package org.chartroom.risk.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.chartroom.core.check.Check;
import org.chartroom.core.check.Finding;
import org.chartroom.core.check.QuickFix;
import org.chartroom.core.check.Severity;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.core.type.Presentation;
import org.chartroom.core.type.ValueTexts;
import org.chartroom.model.Artifact;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.Money;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskAction;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskKind;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.model.risk.RiskResponse;
import org.chartroom.model.risk.RiskStatus;
import org.chartroom.risk.Quantification;
import org.chartroom.risk.MatrixSize;
import org.chartroom.risk.RiskScales;
import org.chartroom.risk.Treatment;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.emf.edit.domain.EditingDomain;

/** The rules of a risk register. */
public final class RiskChecks implements Check {
    static final String ID = "org.chartroom.risk.";
    private static final int ACTION_DAYS = 30;
    private static final Set<RiskStatus> PLANNED = EnumSet.of(RiskStatus.IDENTIFIED, RiskStatus.ASSESSED,
            RiskStatus.TREATING);
    private static final Set<RiskResponse> FOR_THREATS = EnumSet.of(RiskResponse.AVOID, RiskResponse.MITIGATE,
            RiskResponse.TRANSFER, RiskResponse.ESCALATE);
    private static final Set<RiskResponse> FOR_OPPORTUNITIES = EnumSet.of(RiskResponse.EXPLOIT, RiskResponse.ENHANCE,
            RiskResponse.SHARE);
    private static final List<EAttribute> ASSESSMENTS = List.of(RiskPackage.Literals.RISK__INHERENT_LIKELIHOOD,
            RiskPackage.Literals.RISK__INHERENT_IMPACT, RiskPackage.Literals.RISK__CURRENT_LIKELIHOOD,
            RiskPackage.Literals.RISK__CURRENT_IMPACT, RiskPackage.Literals.RISK__TARGET_LIKELIHOOD,
            RiskPackage.Literals.RISK__TARGET_IMPACT);
    private static final Set<EAttribute> IMPACTS = Set.of(RiskPackage.Literals.RISK__INHERENT_IMPACT,
            RiskPackage.Literals.RISK__CURRENT_IMPACT, RiskPackage.Literals.RISK__TARGET_IMPACT);

    @Override
    public void check(Artifact artifact, Evaluation evaluation, Consumer<Finding> findings) {
        LocalDate today = evaluation.today();
        RiskRegister register = (RiskRegister) artifact;
        RegisterChecks.check(register, findings);
        MatrixSize size = MatrixSize.of(register);
        for (Risk risk : register.getRisks()) {
            checkScales(risk, size, findings);
            checkQuantification(risk, findings);
            checkResponse(risk, findings);
            checkOccurred(risk, findings);
            if (risk.getStatus() != RiskStatus.CLOSED) {
                checkOwner(register, risk, findings);
                checkAppetite(register, risk, today, findings);
                checkTarget(risk, findings);
                checkPlan(risk, findings);
                checkAcceptance(risk, today, findings);
            }
        }
    }

    /** Actions of a risk that is accepted or has occurred need not bring it to its target any more. */
    private static void checkPlan(Risk risk, Consumer<Finding> findings) {
        if (PLANNED.contains(risk.getStatus()) && Treatment.missesTarget(risk)) {
            findings.accept(finding("planMissesTarget", Severity.INFO, risk, RiskPackage.Literals.RISK__EXPECTED_SCORE,
                    Messages.bind(Messages.planMissesTarget,
                            new Object[]{name(risk), risk.getExpectedScore(), risk.getTargetScore()})));
        }
    }

    private static void checkScales(Risk risk, MatrixSize size, Consumer<Finding> findings) {
        for (EAttribute feature : ASSESSMENTS) {
            Integer value = (Integer) risk.eGet(feature);
            int steps = IMPACTS.contains(feature) ? size.impacts() : size.likelihoods();
            if (value != null && (value < 1 || value > steps)) {
                int nearest = value < 1 ? 1 : steps;
                String label = Presentation.detail(feature, "longLabel").orElse(feature.getName());
                findings.accept(finding("offScale", Severity.ERROR, risk, feature,
                        Messages.bind(Messages.offScale, new Object[]{label, name(risk), value, steps}),
                        fix(Messages.bind(Messages.offScale_fix, nearest),
                                domain -> set(domain, risk, feature, nearest))));
            }
        }
    }

    private static void checkQuantification(Risk risk, Consumer<Finding> findings) {
        BigDecimal probability = risk.getProbability();
        if (probability != null && (probability.signum() < 0 || probability.compareTo(BigDecimal.ONE) > 0)) {
            findings.accept(finding("probabilityRange", Severity.ERROR, risk, RiskPackage.Literals.RISK__PROBABILITY,
                    Messages.bind(Messages.probabilityRange, name(risk), probability.toPlainString())));
        } else if (probability != null && risk.getCostMin() != null && risk.getCostLikely() != null
                && risk.getCostMax() != null && !Quantification.isComplete(risk)) {
            findings.accept(finding("costOrder", Severity.ERROR, risk, RiskPackage.Literals.RISK__COST_LIKELY,
                    Messages.bind(Messages.costOrder, name(risk)), costOrderFixes(risk)));
        }
        Integer minimum = risk.getDaysMin();
        Integer likely = risk.getDaysLikely();
        Integer maximum = risk.getDaysMax();
        if (minimum != null && likely != null && maximum != null && (minimum > likely || likely > maximum)) {
            List<Integer> ordered = Stream.of(minimum, likely, maximum).sorted().toList();
            findings.accept(finding("daysOrder", Severity.ERROR, risk, RiskPackage.Literals.RISK__DAYS_LIKELY,
                    Messages.bind(Messages.daysOrder, name(risk)), fix(Messages.costOrder_fix, domain -> {
                        CompoundCommand all = new CompoundCommand(Messages.costOrder_fix);
                        all.append(set(domain, risk, RiskPackage.Literals.RISK__DAYS_MIN, ordered.get(0)));
                        all.append(set(domain, risk, RiskPackage.Literals.RISK__DAYS_LIKELY, ordered.get(1)));
                        all.append(set(domain, risk, RiskPackage.Literals.RISK__DAYS_MAX, ordered.get(2)));
                        return all;
                    })));
        }
    }

    private static QuickFix[] costOrderFixes(Risk risk) {
        List<Money> costs = List.of(risk.getCostMin(), risk.getCostLikely(), risk.getCostMax());
        if (costs.stream().map(Money::currency).distinct().count() > 1) {
            return new QuickFix[0];
        }
        List<Money> ordered = costs.stream().sorted((a, b) -> a.amount().compareTo(b.amount())).toList();
        return new QuickFix[]{fix(Messages.costOrder_fix, domain -> {
            CompoundCommand all = new CompoundCommand(Messages.costOrder_fix);
            all.append(set(domain, risk, RiskPackage.Literals.RISK__COST_MIN, ordered.get(0)));
            all.append(set(domain, risk, RiskPackage.Literals.RISK__COST_LIKELY, ordered.get(1)));
            all.append(set(domain, risk, RiskPackage.Literals.RISK__COST_MAX, ordered.get(2)));
            return all;
        })};
    }

    private static void checkResponse(Risk risk, Consumer<Finding> findings) {
        RiskResponse response = risk.getResponse();
        if (risk.getKind() == RiskKind.OPPORTUNITY && FOR_THREATS.contains(response)) {
            findings.accept(finding("threatResponse", Severity.ERROR, risk, RiskPackage.Literals.RISK__RESPONSE,
                    Messages.bind(Messages.threatResponse, name(risk), label(response)),
                    fix(Messages.threatResponse_fix,
                            domain -> set(domain, risk, RiskPackage.Literals.RISK__RESPONSE, RiskResponse.ENHANCE))));
        } else if (risk.getKind() == RiskKind.THREAT && FOR_OPPORTUNITIES.contains(response)) {
            findings.accept(finding("opportunityResponse", Severity.ERROR, risk, RiskPackage.Literals.RISK__RESPONSE,
                    Messages.bind(Messages.opportunityResponse, name(risk), label(response)),
                    fix(Messages.opportunityResponse_fix, domain -> set(domain, risk,
                            RiskPackage.Literals.RISK__RESPONSE, RiskResponse.MITIGATE))));
        }
    }

    private static String label(RiskResponse response) {
        return Presentation.label(RiskPackage.Literals.RISK_RESPONSE.getEEnumLiteral(response.getValue()));
    }

    private static void checkOccurred(Risk risk, Consumer<Finding> findings) {
        if (risk.getStatus() == RiskStatus.OCCURRED && !OccurredAnswer.isLinked(risk)) {
            findings.accept(finding("occurredUnlinked", Severity.WARNING, risk, RiskPackage.Literals.RISK__STATUS,
                    Messages.bind(Messages.occurredUnlinked, name(risk))));
        }
    }

    private static void checkOwner(RiskRegister register, Risk risk, Consumer<Finding> findings) {
        if (risk.getOwner() == null) {
            QuickFix[] fixes = register.getOwner() == null
                    ? new QuickFix[0]
                    : new QuickFix[]{fix(Messages.bind(Messages.ownerMissing_fix, register.getOwner().getName()),
                            domain -> set(domain, risk, RiskPackage.Literals.RISK__OWNER, register.getOwner()))};
            findings.accept(finding("ownerMissing", Severity.WARNING, risk, RiskPackage.Literals.RISK__OWNER,
                    Messages.bind(Messages.ownerMissing, name(risk)), fixes));
        }
    }

    private static void checkAppetite(RiskRegister register, Risk risk, LocalDate today, Consumer<Finding> findings) {
        if (risk.isAboveAppetite() && risk.getOpenActions() == 0 && risk.getStatus() != RiskStatus.ACCEPTED
                && risk.getKind() == RiskKind.THREAT) {
            Object[] words = {name(risk), risk.getCurrentLevel().getLiteral(),
                    RiskScales.appetite(register, risk.getCategory()).getLiteral()};
            findings.accept(finding("aboveAppetite", Severity.ERROR, risk, RiskPackage.Literals.RISK__CURRENT_LEVEL,
                    Messages.bind(Messages.aboveAppetite, words),
                    fix(Messages.aboveAppetite_fix, domain -> addAction(domain, risk, today))));
        }
    }

    private static Command addAction(EditingDomain domain, Risk risk, LocalDate today) {
        RiskAction action = RiskFactory.eINSTANCE.createRiskAction();
        action.setId(UUID.randomUUID().toString());
        action.setDescription(Messages.bind(Messages.aboveAppetite_action, name(risk)));
        action.setOwner(risk.getOwner());
        action.setDue(today.plusDays(ACTION_DAYS));
        return AddCommand.create(domain, risk, RiskPackage.Literals.RISK__ACTIONS, action);
    }

    private static void checkTarget(Risk risk, Consumer<Finding> findings) {
        Integer current = risk.getCurrentScore();
        Integer target = risk.getTargetScore();
        if (current == null || target == null) {
            return;
        }
        boolean worse = risk.getKind() == RiskKind.THREAT ? target > current : target < current;
        if (worse) {
            findings.accept(finding("targetWorse", Severity.WARNING, risk, RiskPackage.Literals.RISK__TARGET_LIKELIHOOD,
                    Messages.bind(Messages.targetWorse, new Object[]{name(risk), target, current}),
                    fix(Messages.targetWorse_fix, domain -> {
                        CompoundCommand both = new CompoundCommand(Messages.targetWorse_fix);
                        both.append(set(domain, risk, RiskPackage.Literals.RISK__TARGET_LIKELIHOOD,
                                risk.getCurrentLikelihood()));
                        both.append(set(domain, risk, RiskPackage.Literals.RISK__TARGET_IMPACT,
                                risk.getCurrentImpact()));
                        return both;
                    })));
        }
    }

    private static void checkAcceptance(Risk risk, LocalDate today, Consumer<Finding> findings) {
        if (risk.getStatus() != RiskStatus.ACCEPTED && risk.getResponse() != RiskResponse.ACCEPT) {
            return;
        }
        if (risk.getAcceptanceRationale() == null || risk.getAcceptanceRationale().isBlank()) {
            findings.accept(finding("acceptanceRationale", Severity.ERROR, risk,
                    RiskPackage.Literals.RISK__ACCEPTANCE_RATIONALE,
                    Messages.bind(Messages.acceptanceRationale, name(risk))));
        }
        LocalDate expires = risk.getAcceptanceExpiresOn();
        if (expires != null && expires.isBefore(today)) {
            findings.accept(finding("acceptanceExpired", Severity.ERROR, risk,
                    RiskPackage.Literals.RISK__ACCEPTANCE_EXPIRES_ON,
                    Messages.bind(Messages.acceptanceExpired, name(risk), ValueTexts.date(expires)),
                    fix(Messages.acceptanceExpired_fix, domain -> reassess(domain, risk))));
        }
    }

    private static Command reassess(EditingDomain domain, Risk risk) {
        CompoundCommand all = new CompoundCommand(Messages.acceptanceExpired_fix);
        all.append(set(domain, risk, RiskPackage.Literals.RISK__STATUS, RiskStatus.ASSESSED));
        all.append(set(domain, risk, RiskPackage.Literals.RISK__RESPONSE, RiskResponse.NONE));
        all.append(set(domain, risk, RiskPackage.Literals.RISK__ACCEPTANCE_EXPIRES_ON, null));
        return all;
    }

    private static String name(Risk risk) {
        return Stream.of(risk.getKey(), risk.getTitle()).filter(text -> text != null && !text.isBlank()).findFirst()
                .orElseGet(() -> Presentation.label(ModelPackage.Literals.ITEM));
    }

    private static Command set(EditingDomain domain, Risk risk, EStructuralFeature feature, Object value) {
        return SetCommand.create(domain, risk, feature, value == null ? SetCommand.UNSET_VALUE : value);
    }

    static QuickFix fix(String label, java.util.function.Function<EditingDomain, Command> command) {
        return new QuickFix(label, command);
    }

    private static Finding finding(String id, Severity severity, Risk risk, EStructuralFeature feature, String message,
            QuickFix... fixes) {
        return new Finding(ID + id, severity, risk, feature, message, List.of(fixes));
    }
}
