package org.chartroom.change.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.chartroom.change.ChangeProcess;
import org.chartroom.change.ChangeStatistics;
import org.chartroom.change.ChangeStatistics.Collision;
import org.chartroom.chart.Timeline;
import org.chartroom.chart.Timeline.Bar;
import org.chartroom.chart.Tone;
import org.chartroom.core.type.ValueTexts;
import org.chartroom.model.change.Change;
import org.chartroom.model.change.ChangeLog;

/** The planned windows of open changes, with those that get into each other's way. */
public final class Schedule {
    private Schedule() {
    }

    /**
     * @param log a change log
     * @param now the time that counts as now
     * @return a bar for each open change with a planned window, the earliest first; empty when there is none
     */
    public static Optional<Timeline> of(ChangeLog log, Instant now) {
        Map<Change, String> collisions = new LinkedHashMap<>();
        for (Collision collision : ChangeStatistics.collisions(log.getChanges())) {
            String shared = String.join(", ", new TreeSet<>(collision.shared()));
            note(collisions, collision.first(), collision.second(), shared);
            note(collisions, collision.second(), collision.first(), shared);
        }
        List<Bar> bars = new ArrayList<>();
        log.getChanges().stream().filter(ChangeStatistics::isOpen).filter(ChangeProcess::hasPlannedWindow)
                .sorted(Comparator.comparing(Change::getPlannedFrom))
                .forEach(change -> bars.add(new Bar(ValueTexts.name(change), change.getPlannedFrom(),
                        change.getPlannedTo(), tone(change, collisions.containsKey(change), now),
                        collisions.getOrDefault(change, ChangeProcess.label(change.getState())))));
        return bars.isEmpty() ? Optional.empty() : Optional.of(new Timeline(bars, Optional.of(now), Messages.now));
    }

    private static void note(Map<Change, String> collisions, Change change, Change other, String shared) {
        collisions.putIfAbsent(change, Messages.bind(Messages.collidesWith,
                new Object[]{ChangeProcess.label(change.getState()), other.getKey(), shared}));
    }

    private static Tone tone(Change change, boolean collides, Instant now) {
        if (collides) {
            return Tone.BAD;
        }
        return ChangeStatistics.isOverdue(change, now) ? Tone.WATCH : Tone.PLAN;
    }
}
