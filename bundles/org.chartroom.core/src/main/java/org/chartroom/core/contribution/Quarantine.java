package org.chartroom.core.contribution;

import java.time.Instant;

/**
 * A contribution that is not called any more.
 *
 * @param contribution the contribution
 * @param reason why; where users are told, to go on after its name: "failed (...)", "took more than 10 s", "has no id"
 * @param since since when
 * @param canReturn whether calling it again could go well; false for one that is declared wrongly
 */
public record Quarantine(Contribution<?> contribution, String reason, Instant since, boolean canReturn) {
}
