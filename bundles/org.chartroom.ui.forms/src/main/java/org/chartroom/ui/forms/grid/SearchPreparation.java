package org.chartroom.ui.forms.grid;

import java.util.concurrent.TimeUnit;

import org.eclipse.swt.widgets.Control;

/**
 * Prepares the first search of a grid while its user looks at it: in slices of time too short to be felt, in the UI
 * thread, because the session of the items is used by one thread at a time.
 */
final class SearchPreparation {
    private static final int FIRST_MS = 600;
    private static final int PAUSE_MS = 20;
    private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(12);

    private final Control grid;
    private final GridRows rows;
    private final Runnable slice = this::slice;

    SearchPreparation(Control grid, GridRows rows) {
        this.grid = grid;
        this.rows = rows;
    }

    /** Begins, or begins again because values or items are others; waits until nothing has happened for a while. */
    void start() {
        grid.getDisplay().timerExec(FIRST_MS, slice);
    }

    private void slice() {
        if (!grid.isDisposed() && rows.prepareSearch(SLICE_NANOS)) {
            grid.getDisplay().timerExec(PAUSE_MS, slice);
        }
    }
}
