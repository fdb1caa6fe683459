package org.chartroom.charter.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.chartroom.chart.Timeline;
import org.chartroom.chart.Timeline.Bar;
import org.chartroom.chart.Tone;
import org.chartroom.charter.CharterFigures;
import org.chartroom.core.type.ValueTexts;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.Milestone;

/** The milestones of a charter on a line of time, baseline against what is expected or was reached. */
public final class MilestoneTimeline {
    private MilestoneTimeline() {
    }

    /**
     * @param charter a charter
     * @param now the time that counts as now
     * @return its milestones, the earliest first, and its planned dates; empty when no milestone has a date
     */
    public static Optional<Timeline> of(Charter charter, Instant now) {
        List<Bar> bars = new ArrayList<>();
        charter.getMilestones().stream().filter(milestone -> first(milestone) != null)
                .sorted(Comparator.comparing(MilestoneTimeline::first))
                .forEach(milestone -> bars.add(bar(charter, milestone)));
        if (bars.isEmpty()) {
            return Optional.empty();
        }
        if (charter.getPlannedStart() != null && charter.getPlannedEnd() != null
                && !charter.getPlannedEnd().isBefore(charter.getPlannedStart())) {
            bars.add(new Bar(Messages.planned, start(charter.getPlannedStart()), start(charter.getPlannedEnd()),
                    Tone.QUIET, ""));
        }
        return Optional.of(new Timeline(bars, Optional.of(now), Messages.today));
    }

    /**
     * @param milestone a milestone
     * @return when it was reached, or else is expected; null when neither is known
     */
    public static LocalDate reached(Milestone milestone) {
        return milestone.getActual() != null ? milestone.getActual() : milestone.getForecast();
    }

    private static String day(LocalDate day) {
        return ValueTexts.current().text(null, day);
    }

    private static LocalDate first(Milestone milestone) {
        return milestone.getBaseline() != null ? milestone.getBaseline() : reached(milestone);
    }

    /** From the baseline to what is expected or was reached; what has one date only is a mark. */
    private static Bar bar(Charter charter, Milestone milestone) {
        Optional<Integer> slip = CharterFigures.slip(milestone);
        LocalDate from = first(milestone);
        LocalDate to = reached(milestone) == null ? from : reached(milestone);
        String text = slip.map(Words::days).map(days -> day(to) + ", " + days).orElse(day(to));
        String done = milestone.getActual() != null ? "\u2713 " : "";
        return new Bar(ValueTexts.name(milestone), start(from.isBefore(to) ? from : to),
                start(from.isBefore(to) ? to : from), tone(charter, slip), done + text);
    }

    private static Tone tone(Charter charter, Optional<Integer> slip) {
        if (slip.isEmpty()) {
            return Tone.PLAN;
        }
        int tolerated = charter.getScheduleTolerance() == null ? 0 : charter.getScheduleTolerance();
        return slip.get() <= 0 ? Tone.GOOD : slip.get() <= tolerated ? Tone.WATCH : Tone.BAD;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneId.systemDefault()).toInstant();
    }
}
