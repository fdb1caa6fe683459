package org.chartroom.core.money;

import java.time.LocalDate;

import org.chartroom.model.Money;

/**
 * An amount and the day whose exchange rate counts for it.
 *
 * @param money the amount
 * @param date the day
 */
public record DatedMoney(Money money, LocalDate date) {
}
