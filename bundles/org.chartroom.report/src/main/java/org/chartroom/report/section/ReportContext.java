package org.chartroom.report.section;

import java.time.Instant;
import java.time.LocalDate;

import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.model.Artifact;

/**
 * What a report is about.
 *
 * @param artifact the artifact, in the state that is reported
 * @param evaluation what everything in the report is computed with; its session leads to the other artifacts
 */
public record ReportContext(Artifact artifact, Evaluation evaluation) {
    /** @return the moment the report is as of */
    public Instant time() {
        return evaluation.now();
    }

    /** @return the day the report is as of, in the zone of this machine */
    public LocalDate day() {
        return evaluation.today();
    }
}
