package org.chartroom.risk.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import org.chartroom.core.check.Check;
import org.chartroom.core.check.CheckContext;
import org.chartroom.core.check.CheckSet;
import org.chartroom.core.check.QuickFix;
import org.chartroom.core.type.Presentation;
import org.chartroom.core.type.ValueTexts;
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
import org.chartroom.risk.MatrixSize;
import org.chartroom.risk.Quantification;
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
public final class RiskChecks implements CheckSet {
    static final String ID = "org.chartroom.risk.";
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
    public Map<String, Check> checks() {
        Map<String, Check> checks = new HashMap<>(RegisterChecks.checks());
        checks.put(ID + "offScale", each(RiskChecks::checkScales));
        checks.put(ID + "probabilityRange", each(RiskChecks::checkProbability));
        checks.put(ID + "costOrder", each(RiskChecks::checkCosts));
        checks.put(ID + "daysOrder", each(RiskChecks::checkDays));
        checks.put(ID + "threatResponse", each(RiskChecks::checkThreat));
        checks.put(ID + "opportunityResponse", each(RiskChecks::checkOpportunity));
        checks.put(ID + "occurredUnlinked", each(RiskChecks::checkOccurred));
        checks.put(ID + "planMissesTarget", each(RiskChecks::checkPlan));
        checks.put(ID + "ownerMissing", open(RiskChecks::checkOwner));
        checks.put(ID + "aboveAppetite", open(RiskChecks::checkAppetite));
        checks.put(ID + "targetWorse", open(RiskChecks::checkTarget));
        checks.put(ID + "acceptanceRationale", open(RiskChecks::checkRationale));
        checks.put(ID + "acceptanceExpired", open(RiskChecks::checkExpiry));
        return checks;
    }

    private static Check each(BiConsumer<Risk, CheckContext> check) {
        return (register, context) -> ((RiskRegister) register).getRisks()
                .forEach(risk -> check.accept(risk, context));
    }

    private static Check open(BiConsumer<Risk, CheckContext> check) {
        return each((risk, context) -> {
            if (risk.getStatus() != RiskStatus.CLOSED) {
                check.accept(risk, context);
            }
        });
    }

    private static RiskRegister register(Risk risk) {
        return (RiskRegister) risk.eContainer();
    }

    /** Actions of a risk that is accepted or has occurred need not bring it to its target any more. */
    private static void checkPlan(Risk risk, CheckContext context) {
        if (PLANNED.contains(risk.getStatus()) && Treatment.missesTarget(risk)) {
            context.report(risk, RiskPackage.Literals.RISK__EXPECTED_SCORE,
                    Messages.bind(Messages.planMissesTarget,
                            new Object[]{name(risk), risk.getExpectedScore(), risk.getTargetScore()}));
        }
    }

    private static void checkScales(Risk risk, CheckContext context) {
        MatrixSize size = MatrixSize.of(register(risk));
        for (EAttribute feature : ASSESSMENTS) {
            Integer value = (Integer) risk.eGet(feature);
            int steps = IMPACTS.contains(feature) ? size.impacts() : size.likelihoods();
            if (value != null && (value < 1 || value > steps)) {
                int nearest = value < 1 ? 1 : steps;
                String label = Presentation.detail(feature, "longLabel").orElse(feature.getName());
                context.report(risk, feature,
                        Messages.bind(Messages.offScale, new Object[]{label, name(risk), value, steps}),
                        fix(Messages.bind(Messages.offScale_fix, nearest),
                                domain -> set(domain, risk, feature, nearest)));
            }
        }
    }

    private static void checkProbability(Risk risk, CheckContext context) {
        if (!isShare(risk.getProbability())) {
            context.report(risk, RiskPackage.Literals.RISK__PROBABILITY, Messages.bind(Messages.probabilityRange,
                    name(risk), risk.getProbability().toPlainString()));
        }
    }

    private static boolean isShare(BigDecimal probability) {
        return probability == null || probability.signum() >= 0 && probability.compareTo(BigDecimal.ONE) <= 0;
    }

    private static void checkCosts(Risk risk, CheckContext context) {
        if (risk.getProbability() != null && isShare(risk.getProbability()) && risk.getCostMin() != null
                && risk.getCostLikely() != null && risk.getCostMax() != null && !Quantification.isComplete(risk)) {
            context.report(risk, RiskPackage.Literals.RISK__COST_LIKELY, Messages.bind(Messages.costOrder, name(risk)),
                    costOrderFixes(risk));
        }
    }

    private static void checkDays(Risk risk, CheckContext context) {
        Integer minimum = risk.getDaysMin();
        Integer likely = risk.getDaysLikely();
        Integer maximum = risk.getDaysMax();
        if (minimum != null && likely != null && maximum != null && (minimum > likely || likely > maximum)) {
            List<Integer> ordered = Stream.of(minimum, likely, maximum).sorted().toList();
            context.report(risk, RiskPackage.Literals.RISK__DAYS_LIKELY,
                    Messages.bind(Messages.daysOrder, name(risk)), fix(Messages.costOrder_fix, domain -> {
                        CompoundCommand all = new CompoundCommand(Messages.costOrder_fix);
                        all.append(set(domain, risk, RiskPackage.Literals.RISK__DAYS_MIN, ordered.get(0)));
                        all.append(set(domain, risk, RiskPackage.Literals.RISK__DAYS_LIKELY, ordered.get(1)));
                        all.append(set(domain, risk, RiskPackage.Literals.RISK__DAYS_MAX, ordered.get(2)));
                        return all;
                    }));
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

    private static void checkThreat(Risk risk, CheckContext context) {
        RiskResponse response = risk.getResponse();
        if (risk.getKind() == RiskKind.OPPORTUNITY && FOR_THREATS.contains(response)) {
            context.report(risk, RiskPackage.Literals.RISK__RESPONSE,
                    Messages.bind(Messages.threatResponse, name(risk), label(response)),
                    fix(Messages.threatResponse_fix,
                            domain -> set(domain, risk, RiskPackage.Literals.RISK__RESPONSE, RiskResponse.ENHANCE)));
        }
    }

    private static void checkOpportunity(Risk risk, CheckContext context) {
        RiskResponse response = risk.getResponse();
        if (risk.getKind() == RiskKind.THREAT && FOR_OPPORTUNITIES.contains(response)) {
            context.report(risk, RiskPackage.Literals.RISK__RESPONSE,
                    Messages.bind(Messages.opportunityResponse, name(risk), label(response)),
                    fix(Messages.opportunityResponse_fix, domain -> set(domain, risk,
                            RiskPackage.Literals.RISK__RESPONSE, RiskResponse.MITIGATE)));
        }
    }

    private static String label(RiskResponse response) {
        return Presentation.label(RiskPackage.Literals.RISK_RESPONSE.getEEnumLiteral(response.getValue()));
    }

    private static void checkOccurred(Risk risk, CheckContext context) {
        if (risk.getStatus() == RiskStatus.OCCURRED && !OccurredAnswer.isLinked(risk)) {
            context.report(risk, RiskPackage.Literals.RISK__STATUS,
                    Messages.bind(Messages.occurredUnlinked, name(risk)));
        }
    }

    private static void checkOwner(Risk risk, CheckContext context) {
        RiskRegister register = register(risk);
        if (risk.getOwner() == null) {
            QuickFix[] fixes = register.getOwner() == null
                    ? new QuickFix[0]
                    : new QuickFix[]{fix(Messages.bind(Messages.ownerMissing_fix, register.getOwner().getName()),
                            domain -> set(domain, risk, RiskPackage.Literals.RISK__OWNER, register.getOwner()))};
            context.report(risk, RiskPackage.Literals.RISK__OWNER,
                    Messages.bind(Messages.ownerMissing, name(risk)), fixes);
        }
    }

    private static void checkAppetite(Risk risk, CheckContext context) {
        if (risk.isAboveAppetite() && risk.getOpenActions() == 0 && risk.getStatus() != RiskStatus.ACCEPTED
                && risk.getKind() == RiskKind.THREAT) {
            LocalDate due = context.evaluation().today().plusDays(context.parameter("actionDays").longValue());
            Object[] words = {name(risk), risk.getCurrentLevel().getLiteral(),
                    RiskScales.appetite(register(risk), risk.getCategory()).getLiteral()};
            context.report(risk, RiskPackage.Literals.RISK__CURRENT_LEVEL,
                    Messages.bind(Messages.aboveAppetite, words),
                    fix(Messages.aboveAppetite_fix, domain -> addAction(domain, risk, due)));
        }
    }

    private static Command addAction(EditingDomain domain, Risk risk, LocalDate due) {
        RiskAction action = RiskFactory.eINSTANCE.createRiskAction();
        action.setId(UUID.randomUUID().toString());
        action.setDescription(Messages.bind(Messages.aboveAppetite_action, name(risk)));
        action.setOwner(risk.getOwner());
        action.setDue(due);
        return AddCommand.create(domain, risk, RiskPackage.Literals.RISK__ACTIONS, action);
    }

    private static void checkTarget(Risk risk, CheckContext context) {
        Integer current = risk.getCurrentScore();
        Integer target = risk.getTargetScore();
        if (current == null || target == null) {
            return;
        }
        boolean worse = risk.getKind() == RiskKind.THREAT ? target > current : target < current;
        if (worse) {
            context.report(risk, RiskPackage.Literals.RISK__TARGET_LIKELIHOOD,
                    Messages.bind(Messages.targetWorse, new Object[]{name(risk), target, current}),
                    fix(Messages.targetWorse_fix, domain -> {
                        CompoundCommand both = new CompoundCommand(Messages.targetWorse_fix);
                        both.append(set(domain, risk, RiskPackage.Literals.RISK__TARGET_LIKELIHOOD,
                                risk.getCurrentLikelihood()));
                        both.append(set(domain, risk, RiskPackage.Literals.RISK__TARGET_IMPACT,
                                risk.getCurrentImpact()));
                        return both;
                    }));
        }
    }

    private static boolean isAccepted(Risk risk) {
        return risk.getStatus() == RiskStatus.ACCEPTED || risk.getResponse() == RiskResponse.ACCEPT;
    }

    private static void checkRationale(Risk risk, CheckContext context) {
        if (isAccepted(risk) && (risk.getAcceptanceRationale() == null || risk.getAcceptanceRationale().isBlank())) {
            context.report(risk, RiskPackage.Literals.RISK__ACCEPTANCE_RATIONALE,
                    Messages.bind(Messages.acceptanceRationale, name(risk)));
        }
    }

    private static void checkExpiry(Risk risk, CheckContext context) {
        LocalDate expires = risk.getAcceptanceExpiresOn();
        if (isAccepted(risk) && expires != null && expires.isBefore(context.evaluation().today())) {
            context.report(risk,
                    RiskPackage.Literals.RISK__ACCEPTANCE_EXPIRES_ON,
                    Messages.bind(Messages.acceptanceExpired, name(risk), ValueTexts.date(expires)),
                    fix(Messages.acceptanceExpired_fix, domain -> reassess(domain, risk)));
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

}
