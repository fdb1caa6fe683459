package org.chartroom.report.section;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.chartroom.model.Artifact;

/**
 * What a report is about.
 *
 * @param artifact the artifact, in the state that is reported; {@code EditSession.of(artifact)} leads to the others
 * @param time the time that counts as now
 */
public record ReportContext(Artifact artifact, Instant time) {
    /** @return the day that counts as today, in the zone of this machine */
    public LocalDate day() {
        return LocalDate.ofInstant(time, ZoneId.systemDefault());
    }
}
