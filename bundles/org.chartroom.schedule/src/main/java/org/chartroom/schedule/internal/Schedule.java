package org.chartroom.schedule.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a file of a scheduling program says that has a place in a workspace.
 *
 * @param file name of the file, for messages
 * @param currency code of the currency of its amounts after ISO 4217; empty where the file has none
 * @param statusDate the day up to which progress is reported; empty where none was set
 * @param tasks its tasks, in their order
 * @param leftOut which tasks are left out, one sentence each
 * @param ofCosts which costs go nowhere, one sentence each
 */
record Schedule(String file, Optional<String> currency, Optional<LocalDate> statusDate, List<ScheduleTask> tasks,
        List<String> leftOut, List<String> ofCosts) {
}
