package org.chartroom.schedule.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A task of a schedule.
 *
 * @param row number of the task in the schedule, from 1
 * @param code its code in the work breakdown structure, such as 1.2.3
 * @param title its name
 * @param parent code of the summary task it belongs to; empty at the top
 * @param summary whether others belong to it
 * @param milestone whether it is a milestone
 * @param baseline when it was to be finished; null where no baseline was set
 * @param finish when it is to be finished; null where the schedule does not say
 * @param finished when it was finished; null when it was not
 * @param planned its cost in the baseline; empty where nothing is said of it
 * @param actual its actual cost up to the status date; empty where nothing is said of it
 * @param earned of the cost in the baseline the part that is earned by the status date; empty where nothing is
 *        said of it
 */
record ScheduleTask(int row, String code, String title, Optional<String> parent, boolean summary, boolean milestone,
        LocalDate baseline, LocalDate finish, LocalDate finished, Optional<Spread> planned, Optional<Spread> actual,
        Optional<Spread> earned) {
    /** @return all its amounts over time that are more than nothing */
    List<Spread> amounts() {
        return List.of(planned, actual, earned).stream().flatMap(Optional::stream)
                .filter(amount -> !amount.isNothing()).toList();
    }
}
