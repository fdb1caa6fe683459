package org.chartroom.core.money;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.chartroom.model.Money;

/**
 * A sum over amounts that can be in different currencies.
 *
 * @param total the sum of what is in it, in the currency that was wanted
 * @param count number of amounts, those left out included
 * @param converted number of amounts in it that were in another currency
 * @param leftOut the amounts that are not in it, because there is no rate
 * @param date the day whose rates counted
 */
public record MoneySum(Money total, int count, int converted, List<Money> leftOut, LocalDate date) {
    /** Takes a copy of what is left out. */
    public MoneySum {
        leftOut = List.copyOf(leftOut);
    }

    /** @return whether every amount is in the sum */
    public boolean isComplete() {
        return leftOut.isEmpty();
    }

    /** @return the sum; empty when nothing is in it, so that nothing can be said rather than 0 */
    public Optional<Money> known() {
        return leftOut.size() == count ? Optional.empty() : Optional.of(total);
    }

    /**
     * @return one sentence for the user that says which amounts are not in the sum, why, and what to do; empty when every
     *         amount is
     */
    public Optional<String> warning() {
        return isComplete() ? Optional.empty() : Optional.of(MoneyTexts.leftOut(leftOut, total.currency(), date));
    }
}
