package org.chartroom.risk.ui;

import java.util.function.Predicate;

import org.chartroom.model.risk.Risk;

/**
 * Some of the risks, as chosen on another page.
 *
 * @param label what they have in common, for the user
 * @param test whether a risk is one of them
 */
record RiskFilter(String label, Predicate<Risk> test) {
}
