package org.chartroom.schedule.internal;

import java.math.BigDecimal;
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
 * @param stated the sums of what the file says of its tasks, also of what goes nowhere
 */
record Schedule(String file, Optional<String> currency, Optional<LocalDate> statusDate, List<ScheduleTask> tasks,
        List<String> leftOut, List<String> ofCosts, Sums stated) {
    /** Sums of amounts, of tasks that are no summaries. */
    record Sums(BigDecimal planned, BigDecimal actual, BigDecimal earned) {
        static final Sums NONE = new Sums(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        Sums plus(BigDecimal morePlanned, BigDecimal moreActual, BigDecimal moreEarned) {
            return new Sums(planned.add(morePlanned), actual.add(moreActual), earned.add(moreEarned));
        }
    }
}
