package org.chartroom.ui.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.TreeItem;

/**
 * Keeps the style engine away from the single items of tables and trees, which take their colours from their table or
 * tree.
 * <p>
 * The engine remembers each item that it styled and resets it when the theme changes. SWT for GTK can lose track of an
 * item of a virtual table: such an item lives on when its table is gone, and the reset then reaches into memory that
 * GTK has freed, which ends the process.
 */
final class ItemStyling {
    private ItemStyling() {
    }

    /** Lets the style engine of a display see no items from now on. */
    static void leaveOut(Display display) {
        display.addFilter(SWT.Skin, event -> {
            if (event.widget instanceof TableItem || event.widget instanceof TreeItem) {
                event.type = SWT.None;
            }
        });
    }
}
