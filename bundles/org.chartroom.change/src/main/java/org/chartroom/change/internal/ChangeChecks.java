package org.chartroom.change.internal;

import static org.chartroom.model.change.ChangePackage.Literals;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import org.chartroom.change.ChangeProcess;
import org.chartroom.change.ChangeStatistics.Collision;
import org.chartroom.change.ChangeStatistics;
import org.chartroom.core.check.Check;
import org.chartroom.core.check.CheckContext;
import org.chartroom.core.check.CheckSet;
import org.chartroom.core.check.QuickFix;
import org.chartroom.core.money.MoneySum;
import org.chartroom.core.type.Presentation;
import org.chartroom.core.type.ValueTexts;
import org.chartroom.model.change.Change;
import org.chartroom.model.change.ChangeClass;
import org.chartroom.model.change.ChangeLog;
import org.chartroom.model.change.ChangeOutcome;
import org.chartroom.model.change.ChangeState;
import org.chartroom.model.charter.ApprovedChanges;
import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.emf.edit.command.SetCommand;

/** The rules of a change log. */
public final class ChangeChecks implements CheckSet {
    static final String ID = "org.chartroom.change.";
    private static final Set<ChangeState> PLANNED = EnumSet.of(ChangeState.SCHEDULED, ChangeState.IMPLEMENTING);

    @Override
    public Map<String, Check> checks() {
        Map<String, Check> checks = new HashMap<>(StateChecks.checks());
        checks.put(ID + "collision", of(ChangeChecks::checkCollisions));
        checks.put(ID + "rateMissing", of(ChangeChecks::checkRates));
        checks.put(ID + "affectedByName", of((log, context) -> {
            AffectedByName affected = AffectedByName.in(log);
            log.getChanges().forEach(change -> affected.check(change, context));
        }));
        checks.put(ID + "backoutMissing", each(ChangeChecks::checkBackout));
        checks.put(ID + "templateMissing", each(ChangeChecks::checkTemplate));
        checks.put(ID + "emergencyLate", each(ChangeChecks::checkEmergency));
        checks.put(ID + "outcomeWithoutWindow", each(ChangeChecks::checkOutcome));
        checks.put(ID + "windowOrder", each(ChangeChecks::checkWindow));
        checks.put(ID + "overdue", each(ChangeChecks::checkOverdue));
        return checks;
    }

    static Check of(BiConsumer<ChangeLog, CheckContext> check) {
        return (log, context) -> check.accept((ChangeLog) log, context);
    }

    static Check each(BiConsumer<Change, CheckContext> check) {
        return of((log, context) -> log.getChanges().forEach(change -> check.accept(change, context)));
    }

    private static void checkCollisions(ChangeLog log, CheckContext context) {
        for (Collision collision : ChangeStatistics.collisions(log.getChanges())) {
            context.report(collision.second(), Literals.CHANGE__PLANNED_FROM,
                    Messages.bind(Messages.collision, new Object[]{name(collision.second()), name(collision.first()),
                            String.join(", ", new TreeSet<>(collision.shared()))}),
                    after(collision));
        }
    }

    private static void checkRates(ChangeLog log, CheckContext context) {
        ChangeStatistics.approvedCost(log, context.evaluation().today()).flatMap(MoneySum::warning)
                .ifPresent(why -> context.report(log, Literals.CHANGE_LOG__APPROVED_COST,
                        Messages.bind(Messages.rateMissing, why)));
    }

    private static void checkOverdue(Change change, CheckContext context) {
        Instant start = context.evaluation().today().atStartOfDay(ZoneId.systemDefault()).toInstant();
        if (ChangeStatistics.isOverdue(change, start)) {
            context.report(change, Literals.CHANGE__PLANNED_TO,
                    Messages.bind(Messages.overdue, name(change), ValueTexts.date(day(change.getPlannedTo()))));
        }
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

    private static void checkBackout(Change change, CheckContext context) {
        boolean missing = change.getBackoutPlan() == null || change.getBackoutPlan().isBlank();
        if (missing && change.getChangeClass() != ChangeClass.STANDARD && PLANNED.contains(change.getState())) {
            context.report(change, Literals.CHANGE__BACKOUT_PLAN,
                    Messages.bind(Messages.backoutMissing, name(change)));
        }
    }

    private static void checkTemplate(Change change, CheckContext context) {
        boolean approved = change.getTemplate() != null && change.getTemplate().getApprovedOn() != null;
        if (change.getChangeClass() == ChangeClass.STANDARD && !approved && PLANNED.contains(change.getState())) {
            context.report(change, Literals.CHANGE__TEMPLATE,
                    Messages.bind(Messages.templateMissing, name(change)));
        }
    }

    private static void checkEmergency(Change change, CheckContext context) {
        LocalDate today = context.evaluation().today();
        Optional<LocalDate> begun = ChangeProcess.reached(change, ChangeState.IMPLEMENTING)
                .or(() -> Optional.ofNullable(change.getActualFrom())).map(ApprovedChanges::day);
        if (change.getChangeClass() != ChangeClass.EMERGENCY || begun.isEmpty()) {
            return;
        }
        LocalDate limit = afterWorkingDays(begun.get(), context.parameter("workingDays").intValue());
        Optional<LocalDate> authorised = ApprovedChanges.authorisedOn(change);
        boolean late = authorised.map(day -> day.isAfter(limit)).orElse(today.isAfter(limit));
        if (late) {
            context.report(change, Literals.CHANGE__DECISIONS,
                    Messages.bind(authorised.isPresent() ? Messages.emergencyAuthorisedLate : Messages.emergencyLate,
                            new Object[]{name(change), ValueTexts.date(begun.get()), ValueTexts.date(limit)}));
        }
    }

    /** So many working days later; Saturday and Sunday don't count. */
    private static LocalDate afterWorkingDays(LocalDate from, int days) {
        LocalDate day = from;
        int left = days;
        while (left > 0) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day;
    }

    private static void checkOutcome(Change change, CheckContext context) {
        if (change.getOutcome() != ChangeOutcome.NONE && !ChangeProcess.hasActualWindow(change)) {
            context.report(change, Literals.CHANGE__ACTUAL_FROM,
                    Messages.bind(Messages.outcomeWithoutWindow, name(change)));
        }
    }

    private static void checkWindow(Change change, CheckContext context) {
        if (change.getPlannedFrom() != null && change.getPlannedTo() != null
                && !change.getPlannedTo().isAfter(change.getPlannedFrom())) {
            context.report(change, Literals.CHANGE__PLANNED_TO,
                    Messages.bind(Messages.windowOrder, name(change)));
        }
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneId.systemDefault()).toLocalDate();
    }

    private static String name(Change change) {
        return Stream.of(change.getKey(), change.getTitle()).filter(text -> text != null && !text.isBlank())
                .reduce((key, title) -> key + " " + title).orElse(Presentation.label(Literals.CHANGE));
    }

}
