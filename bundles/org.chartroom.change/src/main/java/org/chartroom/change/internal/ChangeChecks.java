package org.chartroom.change.internal;

import static org.chartroom.model.change.ChangePackage.Literals;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.chartroom.change.ChangeProcess;
import org.chartroom.change.ChangeStatistics;
import org.chartroom.change.ChangeStatistics.Collision;
import org.chartroom.core.check.Check;
import org.chartroom.core.check.Finding;
import org.chartroom.core.check.QuickFix;
import org.chartroom.core.check.Severity;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.core.money.MoneySum;
import org.chartroom.core.type.Presentation;
import org.chartroom.core.type.ValueTexts;
import org.chartroom.model.Artifact;
import org.chartroom.model.Element;
import org.chartroom.model.change.Change;
import org.chartroom.model.change.ChangeClass;
import org.chartroom.model.change.ChangeLog;
import org.chartroom.model.change.ChangeOutcome;
import org.chartroom.model.change.ChangeState;
import org.chartroom.model.charter.ApprovedChanges;
import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.edit.command.SetCommand;

/** The rules of a change log. */
public final class ChangeChecks implements Check {
    private static final String ID = "org.chartroom.change.";
    private static final int WORKING_DAYS = 3;
    private static final Set<ChangeState> PLANNED = EnumSet.of(ChangeState.SCHEDULED, ChangeState.IMPLEMENTING);

    @Override
    public void check(Artifact artifact, Evaluation evaluation, Consumer<Finding> findings) {
        LocalDate today = evaluation.today();
        ChangeLog log = (ChangeLog) artifact;
        for (Collision collision : ChangeStatistics.collisions(log.getChanges())) {
            findings.accept(finding("collision", Severity.WARNING, collision.second(), Literals.CHANGE__PLANNED_FROM,
                    Messages.bind(Messages.collision, new Object[]{name(collision.second()), name(collision.first()),
                            String.join(", ", new TreeSet<>(collision.shared()))}),
                    after(collision)));
        }
        ChangeStatistics.approvedCost(log, today).flatMap(MoneySum::warning)
                .ifPresent(why -> findings.accept(finding("rateMissing", Severity.WARNING, log,
                        Literals.CHANGE_LOG__APPROVED_COST, Messages.bind(Messages.rateMissing, why))));
        AffectedByName affected = AffectedByName.in(log);
        StateChecks states = new StateChecks(findings);
        for (Change change : log.getChanges()) {
            affected.check(change, findings);
            states.check(change);
            checkBackout(change, findings);
            checkTemplate(change, findings);
            checkEmergency(change, today, findings);
            checkOutcome(change, findings);
            checkWindow(change, findings);
            if (ChangeStatistics.isOverdue(change, today.atStartOfDay(ZoneId.systemDefault()).toInstant())) {
                findings.accept(finding("overdue", Severity.WARNING, change, Literals.CHANGE__PLANNED_TO,
                        Messages.bind(Messages.overdue, name(change), ValueTexts.date(day(change.getPlannedTo())))));
            }
        }
        states.finish(log);
    }

    /** The later change keeps its length and begins when the earlier one ends. */
    private static QuickFix after(Collision collision) {
        Change later = collision.second();
        return new QuickFix(Messages.collision_fix, domain -> {
            Instant start = collision.first().getPlannedTo();
            CompoundCommand both = new CompoundCommand(Messages.collision_fix);
            both.append(SetCommand.create(domain, later, Literals.CHANGE__PLANNED_FROM, start));
            both.append(SetCommand.create(domain, later, Literals.CHANGE__PLANNED_TO, start.plus(
                    java.time.Duration.between(later.getPlannedFrom(), later.getPlannedTo()))));
            return both;
        });
    }

    private static void checkBackout(Change change, Consumer<Finding> findings) {
        boolean missing = change.getBackoutPlan() == null || change.getBackoutPlan().isBlank();
        if (missing && change.getChangeClass() != ChangeClass.STANDARD && PLANNED.contains(change.getState())) {
            findings.accept(finding("backoutMissing", Severity.ERROR, change, Literals.CHANGE__BACKOUT_PLAN,
                    Messages.bind(Messages.backoutMissing, name(change))));
        }
    }

    private static void checkTemplate(Change change, Consumer<Finding> findings) {
        boolean approved = change.getTemplate() != null && change.getTemplate().getApprovedOn() != null;
        if (change.getChangeClass() == ChangeClass.STANDARD && !approved && PLANNED.contains(change.getState())) {
            findings.accept(finding("templateMissing", Severity.ERROR, change, Literals.CHANGE__TEMPLATE,
                    Messages.bind(Messages.templateMissing, name(change))));
        }
    }

    private static void checkEmergency(Change change, LocalDate today, Consumer<Finding> findings) {
        Optional<LocalDate> begun = ChangeProcess.reached(change, ChangeState.IMPLEMENTING)
                .or(() -> Optional.ofNullable(change.getActualFrom())).map(ApprovedChanges::day);
        if (change.getChangeClass() != ChangeClass.EMERGENCY || begun.isEmpty()) {
            return;
        }
        LocalDate limit = afterWorkingDays(begun.get());
        Optional<LocalDate> authorised = ApprovedChanges.authorisedOn(change);
        boolean late = authorised.map(day -> day.isAfter(limit)).orElse(today.isAfter(limit));
        if (late) {
            findings.accept(finding("emergencyLate", Severity.ERROR, change, Literals.CHANGE__DECISIONS,
                    Messages.bind(authorised.isPresent() ? Messages.emergencyAuthorisedLate : Messages.emergencyLate,
                            new Object[]{name(change), ValueTexts.date(begun.get()), ValueTexts.date(limit)})));
        }
    }

    /** Three working days later; Saturday and Sunday don't count. */
    private static LocalDate afterWorkingDays(LocalDate from) {
        LocalDate day = from;
        int left = WORKING_DAYS;
        while (left > 0) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day;
    }

    private static void checkOutcome(Change change, Consumer<Finding> findings) {
        if (change.getOutcome() != ChangeOutcome.NONE && !ChangeProcess.hasActualWindow(change)) {
            findings.accept(finding("outcomeWithoutWindow", Severity.ERROR, change, Literals.CHANGE__ACTUAL_FROM,
                    Messages.bind(Messages.outcomeWithoutWindow, name(change))));
        }
    }

    private static void checkWindow(Change change, Consumer<Finding> findings) {
        if (change.getPlannedFrom() != null && change.getPlannedTo() != null
                && !change.getPlannedTo().isAfter(change.getPlannedFrom())) {
            findings.accept(finding("windowOrder", Severity.ERROR, change, Literals.CHANGE__PLANNED_TO,
                    Messages.bind(Messages.windowOrder, name(change))));
        }
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneId.systemDefault()).toLocalDate();
    }

    private static String name(Change change) {
        return Stream.of(change.getKey(), change.getTitle()).filter(text -> text != null && !text.isBlank())
                .reduce((key, title) -> key + " " + title).orElse(Presentation.label(Literals.CHANGE));
    }

    private static Finding finding(String id, Severity severity, Element element, EStructuralFeature feature,
            String message, QuickFix... fixes) {
        return new Finding(ID + id, severity, element, feature, message, List.of(fixes));
    }
}
