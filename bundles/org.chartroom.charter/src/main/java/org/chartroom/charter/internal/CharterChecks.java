package org.chartroom.charter.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

import org.chartroom.charter.Breach;
import org.chartroom.charter.CharterFigures;
import org.chartroom.charter.EscalationDraft;
import org.chartroom.charter.Tolerances;
import org.chartroom.core.check.Check;
import org.chartroom.core.check.CheckContext;
import org.chartroom.core.check.CheckSet;
import org.chartroom.core.check.QuickFix;
import org.chartroom.core.check.Severity;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.core.type.Presentation;
import org.chartroom.model.Money;
import org.chartroom.model.Subject;
import org.chartroom.model.charter.BudgetLine;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.CharterPackage.Literals;
import org.chartroom.model.charter.Health;
import org.chartroom.model.charter.Milestone;
import org.chartroom.model.charter.Objective;
import org.chartroom.model.variance.VarianceReport;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.emf.edit.domain.EditingDomain;

/** The rules of a project charter. Those for its responsibilities are in {@link RaciChecks}. */
public final class CharterChecks implements CheckSet {
    static final String ID = "org.chartroom.charter.";
    /** Those for scope and quality are words, which people judge. */
    private static final List<EAttribute> TOLERANCES = List.of(Literals.CHARTER__COST_TOLERANCE,
            Literals.CHARTER__SCHEDULE_TOLERANCE, Literals.CHARTER__BENEFIT_TOLERANCE,
            Literals.CHARTER__RISK_TOLERANCE);

    @Override
    public Map<String, Check> checks() {
        Map<String, Check> checks = new HashMap<>(RaciChecks.checks());
        checks.put(ID + "sponsorMissing", of(CharterChecks::checkSponsor));
        checks.put(ID + "sponsorIsManager", of(CharterChecks::checkManager));
        checks.put(ID + "healthReason", of(CharterChecks::checkHealth));
        checks.put(ID + "dateOrder", of(CharterChecks::checkDates));
        checks.put(ID + "objective", of((charter, context) -> charter.getObjectives()
                .forEach(objective -> checkObjective(objective, context))));
        checks.put(ID + "scopeIn", of(CharterChecks::checkScopeIn));
        checks.put(ID + "scopeOut", of(CharterChecks::checkScopeOut));
        checks.put(ID + "milestoneOutside", of((charter, context) -> charter.getMilestones()
                .forEach(milestone -> checkMilestone(charter, milestone, context))));
        checks.put(ID + "currencyUnknown", of(CharterChecks::checkCurrency));
        checks.put(ID + "currencies", of(CharterChecks::checkCurrencies));
        checks.put(ID + "rateMissing", of(CharterChecks::checkRates));
        checks.put(ID + "yearMissing", of(CharterChecks::checkYears));
        checks.put(ID + "yearTwice", of(CharterChecks::checkYearsTwice));
        checks.put(ID + "reportElsewhere", of(CharterChecks::checkReport));
        TOLERANCES.forEach(tolerance -> checks.put(ID + "tolerance." + tolerance.getName(),
                of((charter, context) -> checkTolerance(charter, tolerance, context))));
        return checks;
    }

    static Check of(BiConsumer<Charter, CheckContext> check) {
        return (charter, context) -> check.accept((Charter) charter, context);
    }

    private static void checkSponsor(Charter charter, CheckContext context) {
        if (charter.getSponsor() == null) {
            context.report(charter, Literals.CHARTER__SPONSOR,
                    Messages.sponsorMissing);
        }
    }

    private static void checkManager(Charter charter, CheckContext context) {
        if (charter.getSponsor() != null && charter.getSponsor() == charter.getManager()) {
            context.report(charter, Literals.CHARTER__MANAGER,
                    Messages.bind(Messages.sponsorIsManager, charter.getSponsor().getName()),
                    fix(Messages.sponsorIsManager_fix, domain -> SetCommand.create(domain, charter,
                            Literals.CHARTER__MANAGER, SetCommand.UNSET_VALUE)));
        }
    }

    private static void checkHealth(Charter charter, CheckContext context) {
        if (charter.getHealth() != Health.GREEN && isEmpty(charter.getHealthReason())) {
            context.report(charter, Literals.CHARTER__HEALTH_REASON,
                    Messages.bind(Messages.healthReason, Presentation.label(
                            Literals.HEALTH.getEEnumLiteral(charter.getHealth().getValue()))));
        }
    }

    private static void checkDates(Charter charter, CheckContext context) {
        LocalDate start = charter.getPlannedStart();
        LocalDate end = charter.getPlannedEnd();
        if (start != null && end != null && end.isBefore(start)) {
            context.report(charter, Literals.CHARTER__PLANNED_END,
                    Messages.bind(Messages.dateOrder, end, start),
                    fix(Messages.dateOrder_fix, domain -> both(Messages.dateOrder_fix,
                            SetCommand.create(domain, charter, Literals.CHARTER__PLANNED_START, end),
                            SetCommand.create(domain, charter, Literals.CHARTER__PLANNED_END, start))));
        }
    }

    static Command both(String label, Command first, Command second) {
        CompoundCommand both = new CompoundCommand(label);
        both.append(first);
        both.append(second);
        return both;
    }

    private static void checkObjective(Objective objective, CheckContext context) {
        List<EAttribute> missing = new ArrayList<>();
        if (isEmpty(objective.getMeasure())) {
            missing.add(Literals.OBJECTIVE__MEASURE);
        }
        if (isEmpty(objective.getTarget())) {
            missing.add(Literals.OBJECTIVE__TARGET);
        }
        if (objective.getDue() == null) {
            missing.add(Literals.OBJECTIVE__DUE);
        }
        if (!missing.isEmpty()) {
            context.report(objective, missing.get(0),
                    Messages.bind(Messages.objective, name(objective),
                            String.join(", ", missing.stream().map(Presentation::label).toList())));
        }
    }

    private static void checkScopeIn(Charter charter, CheckContext context) {
        if (charter.getScopeIn().isEmpty()) {
            context.report(charter, Literals.CHARTER__SCOPE_IN, Messages.scopeIn);
        }
    }

    private static void checkScopeOut(Charter charter, CheckContext context) {
        if (charter.getScopeOut().isEmpty()) {
            context.report(charter, Literals.CHARTER__SCOPE_OUT, Messages.scopeOut);
        }
    }

    private static void checkMilestone(Charter charter, Milestone milestone, CheckContext context) {
        LocalDate day = milestone.getBaseline() != null ? milestone.getBaseline() : milestone.getForecast();
        LocalDate start = charter.getPlannedStart();
        LocalDate end = charter.getPlannedEnd();
        if (day != null && start != null && day.isBefore(start)) {
            outside(charter, milestone, Messages.bind(Messages.milestoneBefore,
                    new Object[]{name(milestone), day, start}), Messages.milestoneBefore_fix,
                    Literals.CHARTER__PLANNED_START, day, context);
        } else if (day != null && end != null && day.isAfter(end)) {
            outside(charter, milestone, Messages.bind(Messages.milestoneAfter,
                    new Object[]{name(milestone), day, end}), Messages.milestoneAfter_fix,
                    Literals.CHARTER__PLANNED_END, day, context);
        }
    }

    private static void outside(Charter charter, Milestone milestone, String message, String fix, EAttribute moved,
            LocalDate day, CheckContext context) {
        context.report(milestone,
                milestone.getBaseline() != null ? Literals.MILESTONE__BASELINE : Literals.MILESTONE__FORECAST, message,
                fix(Messages.bind(fix, day), domain -> SetCommand.create(domain, charter, moved, day)));
    }

    private static void checkCurrency(Charter charter, CheckContext context) {
        if (CharterFigures.of(charter).currency().isEmpty()) {
            context.report(charter, Literals.CHARTER__CURRENCY,
                    Messages.bind(Messages.currencyUnknown, charter.getCurrency()));
        }
    }

    /** Where the budget lines have several currencies that can't be summed up: their codes. */
    private static List<String> unsummed(Charter charter) {
        List<String> currencies = charter.getBudgetLines().stream().map(BudgetLine::getAmount)
                .filter(amount -> amount != null).map(Money::currency).map(Object::toString).distinct().toList();
        return currencies.size() > 1 && CharterFigures.of(charter).totalBudget().isEmpty() ? currencies : List.of();
    }

    private static void checkCurrencies(Charter charter, CheckContext context) {
        List<String> currencies = unsummed(charter);
        if (!currencies.isEmpty()) {
            context.report(charter, Literals.CHARTER__BUDGET_LINES,
                    Messages.bind(Messages.currencies, String.join(", ", currencies)));
        }
    }

    private static void checkRates(Charter charter, CheckContext context) {
        if (unsummed(charter).isEmpty()) {
            CharterFigures.of(charter).missingRates().forEach(missing -> context.report(charter,
                    Literals.CHARTER__CURRENCY, Messages.bind(Messages.rateMissing, missing)));
        }
    }

    private static void checkYears(Charter charter, CheckContext context) {
        charter.getYears().stream().filter(figures -> figures.getYear() == null).forEach(
                figures -> context.report(figures, Literals.YEAR_FIGURES__YEAR, Messages.yearMissing));
    }

    private static void checkYearsTwice(Charter charter, CheckContext context) {
        Set<Integer> seen = new HashSet<>();
        charter.getYears().stream().filter(figures -> figures.getYear() != null && !seen.add(figures.getYear()))
                .forEach(figures -> context.report(figures, Literals.YEAR_FIGURES__YEAR,
                        Messages.bind(Messages.yearTwice, String.valueOf(figures.getYear()))));
    }

    private static void checkReport(Charter charter, CheckContext context) {
        VarianceReport report = charter.getVarianceReport();
        if (report != null && !report.eIsProxy() && report.getCharter() != charter) {
            context.report(charter, Literals.CHARTER__VARIANCE_REPORT,
                    report.getCharter() == null
                            ? Messages.bind(Messages.reportNowhere, report.getKey(), charter.getKey())
                            : Messages.bind(Messages.reportElsewhere, new Object[]{report.getKey(),
                                    report.getCharter().getKey(), charter.getKey()}));
        }
    }

    private static void checkTolerance(Charter charter, EStructuralFeature tolerance, CheckContext context) {
        // Each tolerance is a check of its own, and all of them are computed together.
        List<Breach> breaches = context.evaluation().once(charter, Tolerances.class,
                () -> Tolerances.breaches(charter));
        for (Breach breach : breaches) {
            if (breach.tolerance() != tolerance) {
                continue;
            }
            EStructuralFeature field = breach.element() == charter ? tolerance : Literals.MILESTONE__FORECAST;
            if (EscalationDraft.open(charter, breach).isPresent()) {
                context.report(Severity.WARNING, breach.element(), field,
                        Messages.bind(Messages.escalated, breach.summary()));
            } else {
                context.report(breach.element(), field,
                        Messages.bind(Messages.tolerance, breach.summary(), breach.clears()),
                        fix(Messages.tolerance_fix, domain -> EscalationDraft.draft(domain, charter, breach,
                                Evaluation.of(charter).now())));
            }
        }
    }

    static String name(Subject subject) {
        return Stream.of(subject.getTitle(), subject.getKey()).filter(text -> !isEmpty(text)).findFirst()
                .orElse(Presentation.label(subject.eClass()));
    }

    private static boolean isEmpty(String text) {
        return text == null || text.isBlank();
    }

    static QuickFix fix(String label, Function<EditingDomain, Command> command) {
        return new QuickFix(label, command);
    }

}
