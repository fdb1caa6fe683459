package org.chartroom.charter.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import org.chartroom.charter.Breach;
import org.chartroom.charter.CharterFigures;
import org.chartroom.charter.EscalationDraft;
import org.chartroom.charter.Tolerances;
import org.chartroom.core.check.Check;
import org.chartroom.core.check.Finding;
import org.chartroom.core.check.QuickFix;
import org.chartroom.core.check.Severity;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.core.type.Presentation;
import org.chartroom.model.Artifact;
import org.chartroom.model.Comment;
import org.chartroom.model.Element;
import org.chartroom.model.Money;
import org.chartroom.model.Subject;
import org.chartroom.model.charter.BudgetLine;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.CharterPackage.Literals;
import org.chartroom.model.charter.Health;
import org.chartroom.model.charter.Milestone;
import org.chartroom.model.charter.Objective;
import org.chartroom.model.charter.YearFigures;
import org.chartroom.model.variance.VarianceReport;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.emf.edit.domain.EditingDomain;

/** The rules of a project charter. Those for its responsibilities are in {@link RaciChecks}. */
public final class CharterChecks implements Check {
    static final String ID = "org.chartroom.charter.";

    @Override
    public void check(Artifact artifact, Evaluation evaluation, Consumer<Finding> findings) {
        LocalDate today = evaluation.today();
        Charter charter = (Charter) artifact;
        checkPeople(charter, findings);
        checkHealth(charter, findings);
        checkDates(charter, findings);
        charter.getObjectives().forEach(objective -> checkObjective(objective, findings));
        checkScope(charter, findings);
        charter.getMilestones().forEach(milestone -> checkMilestone(charter, milestone, findings));
        charter.getActivities().forEach(activity -> RaciChecks.check(activity, findings));
        checkMoney(charter, findings);
        checkYears(charter, findings);
        checkReport(charter, findings);
        checkTolerances(charter, findings);
    }

    private static void checkPeople(Charter charter, Consumer<Finding> findings) {
        if (charter.getSponsor() == null) {
            findings.accept(finding("sponsorMissing", Severity.WARNING, charter, Literals.CHARTER__SPONSOR,
                    Messages.sponsorMissing));
        } else if (charter.getSponsor() == charter.getManager()) {
            findings.accept(finding("sponsorIsManager", Severity.ERROR, charter, Literals.CHARTER__MANAGER,
                    Messages.bind(Messages.sponsorIsManager, charter.getSponsor().getName()),
                    fix(Messages.sponsorIsManager_fix, domain -> SetCommand.create(domain, charter,
                            Literals.CHARTER__MANAGER, SetCommand.UNSET_VALUE))));
        }
    }

    private static void checkHealth(Charter charter, Consumer<Finding> findings) {
        if (charter.getHealth() != Health.GREEN && isEmpty(charter.getHealthReason())) {
            findings.accept(finding("healthReason", Severity.WARNING, charter, Literals.CHARTER__HEALTH_REASON,
                    Messages.bind(Messages.healthReason, Presentation.label(
                            Literals.HEALTH.getEEnumLiteral(charter.getHealth().getValue())))));
        }
    }

    private static void checkDates(Charter charter, Consumer<Finding> findings) {
        LocalDate start = charter.getPlannedStart();
        LocalDate end = charter.getPlannedEnd();
        if (start != null && end != null && end.isBefore(start)) {
            findings.accept(finding("dateOrder", Severity.ERROR, charter, Literals.CHARTER__PLANNED_END,
                    Messages.bind(Messages.dateOrder, end, start),
                    fix(Messages.dateOrder_fix, domain -> both(Messages.dateOrder_fix,
                            SetCommand.create(domain, charter, Literals.CHARTER__PLANNED_START, end),
                            SetCommand.create(domain, charter, Literals.CHARTER__PLANNED_END, start)))));
        }
    }

    static Command both(String label, Command first, Command second) {
        CompoundCommand both = new CompoundCommand(label);
        both.append(first);
        both.append(second);
        return both;
    }

    private static void checkObjective(Objective objective, Consumer<Finding> findings) {
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
            findings.accept(finding("objective", Severity.WARNING, objective, missing.get(0),
                    Messages.bind(Messages.objective, name(objective),
                            String.join(", ", missing.stream().map(Presentation::label).toList()))));
        }
    }

    private static void checkScope(Charter charter, Consumer<Finding> findings) {
        if (charter.getScopeIn().isEmpty()) {
            findings.accept(finding("scopeIn", Severity.WARNING, charter, Literals.CHARTER__SCOPE_IN,
                    Messages.scopeIn));
        }
        if (charter.getScopeOut().isEmpty()) {
            findings.accept(finding("scopeOut", Severity.WARNING, charter, Literals.CHARTER__SCOPE_OUT,
                    Messages.scopeOut));
        }
    }

    private static void checkMilestone(Charter charter, Milestone milestone, Consumer<Finding> findings) {
        LocalDate day = milestone.getBaseline() != null ? milestone.getBaseline() : milestone.getForecast();
        LocalDate start = charter.getPlannedStart();
        LocalDate end = charter.getPlannedEnd();
        if (day != null && start != null && day.isBefore(start)) {
            outside(charter, milestone, Messages.bind(Messages.milestoneBefore,
                    new Object[]{name(milestone), day, start}), Messages.milestoneBefore_fix,
                    Literals.CHARTER__PLANNED_START, day, findings);
        } else if (day != null && end != null && day.isAfter(end)) {
            outside(charter, milestone, Messages.bind(Messages.milestoneAfter,
                    new Object[]{name(milestone), day, end}), Messages.milestoneAfter_fix,
                    Literals.CHARTER__PLANNED_END, day, findings);
        }
    }

    private static void outside(Charter charter, Milestone milestone, String message, String fix, EAttribute moved,
            LocalDate day, Consumer<Finding> findings) {
        findings.accept(finding("milestoneOutside", Severity.WARNING, milestone,
                milestone.getBaseline() != null ? Literals.MILESTONE__BASELINE : Literals.MILESTONE__FORECAST, message,
                fix(Messages.bind(fix, day), domain -> SetCommand.create(domain, charter, moved, day))));
    }

    private static void checkMoney(Charter charter, Consumer<Finding> findings) {
        if (CharterFigures.of(charter).currency().isEmpty()) {
            findings.accept(finding("currencyUnknown", Severity.ERROR, charter, Literals.CHARTER__CURRENCY,
                    Messages.bind(Messages.currencyUnknown, charter.getCurrency())));
        }
        List<String> currencies = charter.getBudgetLines().stream().map(BudgetLine::getAmount)
                .filter(amount -> amount != null).map(Money::currency).map(Object::toString).distinct().toList();
        CharterFigures figures = CharterFigures.of(charter);
        if (currencies.size() > 1 && figures.totalBudget().isEmpty()) {
            findings.accept(finding("currencies", Severity.ERROR, charter, Literals.CHARTER__BUDGET_LINES,
                    Messages.bind(Messages.currencies, String.join(", ", currencies))));
            return;
        }
        figures.missingRates().forEach(missing -> findings.accept(finding("rateMissing", Severity.WARNING, charter,
                Literals.CHARTER__CURRENCY, Messages.bind(Messages.rateMissing, missing))));
    }

    private static void checkYears(Charter charter, Consumer<Finding> findings) {
        Set<Integer> seen = new HashSet<>();
        for (YearFigures figures : charter.getYears()) {
            if (figures.getYear() == null) {
                findings.accept(finding("yearMissing", Severity.WARNING, figures, Literals.YEAR_FIGURES__YEAR,
                        Messages.yearMissing));
            } else if (!seen.add(figures.getYear())) {
                findings.accept(finding("yearTwice", Severity.WARNING, figures, Literals.YEAR_FIGURES__YEAR,
                        Messages.bind(Messages.yearTwice, String.valueOf(figures.getYear()))));
            }
        }
    }

    private static void checkReport(Charter charter, Consumer<Finding> findings) {
        VarianceReport report = charter.getVarianceReport();
        if (report != null && !report.eIsProxy() && report.getCharter() != charter) {
            findings.accept(finding("reportElsewhere", Severity.WARNING, charter, Literals.CHARTER__VARIANCE_REPORT,
                    report.getCharter() == null
                            ? Messages.bind(Messages.reportNowhere, report.getKey(), charter.getKey())
                            : Messages.bind(Messages.reportElsewhere, new Object[]{report.getKey(),
                                    report.getCharter().getKey(), charter.getKey()})));
        }
    }

    private static void checkTolerances(Charter charter, Consumer<Finding> findings) {
        for (Breach breach : Tolerances.breaches(charter)) {
            Optional<Comment> drafted = EscalationDraft.open(charter, breach);
            String id = "tolerance." + breach.tolerance().getName();
            EStructuralFeature field = breach.element() == charter
                    ? breach.tolerance()
                    : Literals.MILESTONE__FORECAST;
            if (drafted.isPresent()) {
                findings.accept(finding(id, Severity.WARNING, breach.element(), field,
                        Messages.bind(Messages.escalated, breach.summary())));
            } else {
                findings.accept(finding(id, Severity.ERROR, breach.element(), field,
                        Messages.bind(Messages.tolerance, breach.summary(), breach.clears()),
                        fix(Messages.tolerance_fix,
                                domain -> EscalationDraft.draft(domain, charter, breach,
                                        Evaluation.of(charter).now()))));
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

    static Finding finding(String id, Severity severity, Element element, EStructuralFeature feature,
            String message, QuickFix... fixes) {
        return new Finding(ID + id, severity, element, feature, message, List.of(fixes));
    }
}
