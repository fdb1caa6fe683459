package org.chartroom.core.money;

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
 */
public record MoneySum(Money total, int count, int converted, List<DatedMoney> leftOut) {
    /** Takes a copy of what is left out. */
    public MoneySum {
        leftOut = List.copyOf(leftOut);
    }

    /** @return the sum; empty when an amount is not in it */
    public Optional<Money> complete() {
        return leftOut.isEmpty() ? Optional.of(total) : Optional.empty();
    }

    /** @return the sum of what is in it; empty when there were amounts and none is, so that 0 would be wrong */
    public Optional<Money> known() {
        return count > 0 && leftOut.size() == count ? Optional.empty() : Optional.of(total);
    }

    /**
     * @return one sentence for the user that says which amounts are not in the sum, why, and what to do; empty when every
     *         amount is
     */
    public Optional<String> warning() {
        return leftOut.isEmpty() ? Optional.empty() : Optional.of(MoneyTexts.leftOut(leftOut, total.currency()));
    }
}
