package org.chartroom.schedule.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.chartroom.core.type.ItemKeys;
import org.chartroom.core.type.Presentation;
import org.chartroom.core.value.Names;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.importing.ImportPlan.Entry;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.CharterFactory;
import org.chartroom.model.charter.CharterPackage;
import org.chartroom.model.charter.Milestone;
import org.eclipse.emf.ecore.EAttribute;

/**
 * Takes the milestones of a schedule as those of a charter; used once. A milestone is known again by its title. What the file
 * does not state stays as it is.
 */
final class ScheduleMilestones {
    private final Schedule schedule;
    private final Charter charter;
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> details = new ArrayList<>();

    ScheduleMilestones(Schedule schedule, Charter charter) {
        this.schedule = schedule;
        this.charter = charter;
    }

    List<Entry> entries() {
        return entries;
    }

    /** @return which tasks are no milestones, in one sentence */
    List<String> leftOut() {
        return ScheduleReader.said(Messages.noMilestoneLeftOut, schedule.tasks().stream()
                .filter(task -> !task.milestone() && !task.summary()).map(task -> task.code() + " " + task.title())
                .toList());
    }

    /**
     * Adds the milestones and changes those that are there.
     *
     * @return whether anything changed
     * @throws ImportException when the schedule has none
     */
    boolean run() {
        List<ScheduleTask> tasks = schedule.tasks().stream().filter(ScheduleTask::milestone).toList();
        if (tasks.isEmpty()) {
            throw new ImportException(Messages.bind(Messages.noMilestones, schedule.file()));
        }
        Map<String, Milestone> known = new HashMap<>();
        charter.getMilestones().stream().filter(one -> one.getTitle() != null)
                .forEach(one -> known.putIfAbsent(Names.folded(one.getTitle()), one));
        Set<String> seen = new HashSet<>();
        for (ScheduleTask task : tasks) {
            String identity = Names.folded(task.title());
            if (!seen.add(identity) || identity.isEmpty()) {
                entries.add(new Entry(Outcome.REFUSED, task.row(), task.code() + " " + task.title(), "",
                        identity.isEmpty() ? Messages.noTitle : Messages.sameTitle));
                continue;
            }
            details.clear();
            boolean isNew = !known.containsKey(identity);
            take(task, known.computeIfAbsent(identity, one -> milestone(task.title())));
            entries.add(new Entry(isNew ? Outcome.CREATED : details.isEmpty() ? Outcome.UNCHANGED : Outcome.CHANGED,
                    task.row(), task.title(), "", isNew ? "" : String.join("; ", details)));
        }
        return entries.stream()
                .anyMatch(entry -> entry.outcome() == Outcome.CREATED || entry.outcome() == Outcome.CHANGED);
    }

    private Milestone milestone(String title) {
        Milestone milestone = CharterFactory.eINSTANCE.createMilestone();
        milestone.setId(UUID.randomUUID().toString());
        milestone.setKey(ItemKeys.key(CharterPackage.Literals.MILESTONE,
                ItemKeys.highest(charter.getMilestones(), CharterPackage.Literals.MILESTONE) + 1));
        milestone.setTitle(title);
        charter.getMilestones().add(milestone);
        return milestone;
    }

    private void take(ScheduleTask task, Milestone milestone) {
        set(milestone, CharterPackage.Literals.MILESTONE__BASELINE, task.baseline());
        set(milestone, CharterPackage.Literals.MILESTONE__ACTUAL, task.finished());
        set(milestone, CharterPackage.Literals.MILESTONE__FORECAST, task.finish());
    }

    private void set(Milestone milestone, EAttribute feature, LocalDate day) {
        if (day != null && !Objects.equals(milestone.eGet(feature), day)) {
            milestone.eSet(feature, day);
            details.add(Presentation.label(feature));
        }
    }
}
