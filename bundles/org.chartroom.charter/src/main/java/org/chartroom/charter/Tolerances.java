package org.chartroom.charter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.type.ValueTexts;
import org.chartroom.model.Money;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.CharterPackage.Literals;
import org.chartroom.model.charter.Milestone;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskKind;
import org.chartroom.model.risk.RiskLevel;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.model.risk.RiskStatus;

/**
 * How far a charter has strayed from what was agreed, against its tolerances for cost, schedule, benefit and risk
 * (PRINCE2, management by exception). Those for scope and quality are words, which people judge. A tolerance that is not
 * given, or whose figures are not there, is not breached.
 */
public final class Tolerances {
    private static final Set<RiskStatus> OVER = EnumSet.of(RiskStatus.OCCURRED, RiskStatus.CLOSED);

    private final Charter charter;
    private final CharterFigures figures;

    private Tolerances(Charter charter) {
        this.charter = charter;
        this.figures = CharterFigures.of(charter);
    }

    /**
     * @param charter a charter
     * @return the tolerances that are breached, cost first
     */
    public static List<Breach> breaches(Charter charter) {
        Tolerances tolerances = new Tolerances(charter);
        List<Breach> breaches = new ArrayList<>();
        tolerances.cost().ifPresent(breaches::add);
        tolerances.end().ifPresent(breaches::add);
        tolerances.milestone().ifPresent(breaches::add);
        tolerances.benefit().ifPresent(breaches::add);
        tolerances.risk().ifPresent(breaches::add);
        return breaches;
    }

    /** EAC above revised budget x (1 + tolerance). */
    private Optional<Breach> cost() {
        Optional<Money> budget = figures.revisedBudget();
        Optional<Money> estimate = figures.estimateAtCompletion();
        if (charter.getCostTolerance() == null || budget.isEmpty() || estimate.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal factor = BigDecimal.ONE.add(charter.getCostTolerance());
        Money limit = Money.of(budget.get().amount().multiply(factor), budget.get().currency());
        BigDecimal excess = estimate.get().amount().subtract(limit.amount());
        if (excess.signum() <= 0) {
            return Optional.empty();
        }
        // Rounded up: what is asked for has to suffice.
        BigDecimal missing = estimate.get().amount().divide(factor, CashFlows.PRECISION)
                .subtract(budget.get().amount()).setScale(0, RoundingMode.CEILING);
        return Optional.of(new Breach(Literals.CHARTER__COST_TOLERANCE, charter,
                Messages.bind(Messages.costBreach, new Object[]{Texts.money(estimate.get()), Texts.money(limit),
                        Texts.money(Money.of(excess, limit.currency()))}),
                List.of(Messages.bind(Messages.valueEstimate, Texts.money(estimate.get())),
                        Messages.bind(Messages.valueBudget, Texts.money(budget.get()),
                                figures.totalBudget().map(Texts::money).orElse("")),
                        Messages.bind(Messages.valueCostTolerance, Texts.percent(charter.getCostTolerance()))),
                Messages.bind(Messages.costClears, Texts.money(limit),
                        Texts.money(Money.of(missing, limit.currency())))));
    }

    /** Actual or forecast end later than the revised end by more days than tolerated. */
    private Optional<Breach> end() {
        Optional<Integer> slip = figures.endSlip();
        Integer tolerance = charter.getScheduleTolerance();
        if (tolerance == null || slip.isEmpty() || slip.get() <= tolerance) {
            return Optional.empty();
        }
        LocalDate revised = figures.revisedEnd().orElseThrow();
        LocalDate end = revised.plusDays(slip.get());
        return Optional.of(new Breach(Literals.CHARTER__SCHEDULE_TOLERANCE, charter,
                Messages.bind(Messages.endBreach,
                        new Object[]{ValueTexts.date(end), slip.get() - tolerance, ValueTexts.date(revised)}),
                List.of(Messages.bind(Messages.valueEnd, ValueTexts.date(end)),
                        Messages.bind(Messages.valueRevisedEnd, ValueTexts.date(revised), figures.approvedDays()),
                        Messages.bind(Messages.valueScheduleTolerance, tolerance)),
                Messages.bind(Messages.endClears, ValueTexts.date(revised.plusDays(tolerance)),
                        slip.get() - tolerance)));
    }

    /** The worst milestone later than its baseline by more days than tolerated. */
    private Optional<Breach> milestone() {
        Integer tolerance = charter.getScheduleTolerance();
        Optional<Milestone> worst = figures.worstMilestone();
        int slip = figures.worstSlip().orElse(0);
        if (tolerance == null || worst.isEmpty() || slip <= tolerance) {
            return Optional.empty();
        }
        String name = Texts.name(worst.get());
        LocalDate baseline = worst.get().getBaseline();
        return Optional.of(new Breach(Literals.CHARTER__SCHEDULE_TOLERANCE, worst.get(),
                Messages.bind(Messages.milestoneBreach, new Object[]{name, slip, slip - tolerance}),
                List.of(Messages.bind(Messages.valueMilestone,
                        new Object[]{name, ValueTexts.date(baseline), ValueTexts.date(baseline.plusDays(slip))}),
                        Messages.bind(Messages.valueScheduleTolerance, tolerance)),
                Messages.bind(Messages.milestoneClears, name, ValueTexts.date(baseline.plusDays(tolerance)))));
    }

    /** Expected benefits below planned benefits x (1 - tolerance). */
    private Optional<Breach> benefit() {
        BigDecimal planned = BusinessCase.planned(charter).totalBenefit();
        BigDecimal expected = BusinessCase.expected(charter).totalBenefit();
        if (charter.getBenefitTolerance() == null) {
            return Optional.empty();
        }
        BigDecimal limit = planned.multiply(BigDecimal.ONE.subtract(charter.getBenefitTolerance()));
        if (expected.compareTo(limit) >= 0) {
            return Optional.empty();
        }
        String currency = String.valueOf(charter.getCurrency());
        return Optional.of(new Breach(Literals.CHARTER__BENEFIT_TOLERANCE, charter,
                Messages.bind(Messages.benefitBreach, new Object[]{Texts.amount(expected, currency),
                        Texts.amount(limit, currency), Texts.amount(limit.subtract(expected), currency)}),
                List.of(Messages.bind(Messages.valueBenefits, Texts.amount(planned, currency),
                        Texts.amount(expected, currency)),
                        Messages.bind(Messages.valueBenefitTolerance, Texts.percent(charter.getBenefitTolerance()))),
                Messages.bind(Messages.benefitClears, Texts.amount(limit, currency))));
    }

    /** Open threats of the linked register whose current level is worse than tolerated. */
    private Optional<Breach> risk() {
        RiskRegister register = charter.getRiskRegister();
        if (register == null || register.eIsProxy()) {
            return Optional.empty();
        }
        RiskLevel tolerated = charter.getRiskTolerance();
        List<Risk> worse = register.getRisks().stream()
                .filter(risk -> risk.getKind() == RiskKind.THREAT && !OVER.contains(risk.getStatus()))
                .filter(risk -> risk.getCurrentLevel() != null && risk.getCurrentLevel().compareTo(tolerated) > 0)
                .toList();
        if (worse.isEmpty()) {
            return Optional.empty();
        }
        String keys = worse.stream().map(Risk::getKey).collect(Collectors.joining(", "));
        List<String> values = new ArrayList<>();
        worse.forEach(risk -> values.add(Messages.bind(Messages.valueRisk, Texts.name(risk),
                label(risk.getCurrentLevel()))));
        values.add(Messages.bind(Messages.valueRiskTolerance, label(tolerated)));
        return Optional.of(new Breach(Literals.CHARTER__RISK_TOLERANCE, charter,
                Messages.bind(Messages.riskBreach, new Object[]{worse.size(), register.getKey(), label(tolerated),
                        keys}),
                values, Messages.bind(Messages.riskClears, label(tolerated), keys)));
    }

    private static String label(RiskLevel level) {
        return Presentation.label(RiskPackage.Literals.RISK_LEVEL.getEEnumLiteral(level.getValue()));
    }
}
