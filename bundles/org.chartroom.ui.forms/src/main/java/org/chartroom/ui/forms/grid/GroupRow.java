package org.chartroom.ui.forms.grid;

/**
 * A line above the items of one group.
 *
 * @param label what the items have in common
 * @param count number of items
 * @param expanded whether they are shown
 */
record GroupRow(String label, int count, boolean expanded) {
}
