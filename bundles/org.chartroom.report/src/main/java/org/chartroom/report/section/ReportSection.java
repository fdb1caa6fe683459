package org.chartroom.report.section;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A section of reports about artifacts of one type, contributed to the extension point
 * {@code org.chartroom.report.sections}. Implementations have no state, need no display and are called from any thread.
 */
@ConsumerType
public interface ReportSection {
    /**
     * Writes the section. One that throws, takes longer than the limit of reports or writes without end is named in the
     * log and in the report, and set aside until the next start.
     *
     * @param context what the report is about; nothing of it may be changed
     * @param sink takes what the section says; a section that gives it nothing is left out with its heading
     */
    void write(ReportContext context, ReportSink sink);
}
