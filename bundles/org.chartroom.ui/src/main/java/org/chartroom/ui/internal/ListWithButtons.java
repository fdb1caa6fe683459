package org.chartroom.ui.internal;

import java.util.function.Function;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/**
 * A table of things in a dialog, and the column of buttons right of it that do something with the selected one. Both go
 * into a composite with a grid layout.
 *
 * @param <T> what the rows are
 */
public final class ListWithButtons<T> {
    private final Class<T> type;
    private final int leastWidth;
    private final TableColumnLayout layout = new TableColumnLayout();
    private final TableViewer table;
    private final Composite buttons;

    /**
     * @param parent where both go
     * @param type what the rows are
     * @param place layout data of the table
     * @param leastWidth least width of a column in pixels
     */
    public ListWithButtons(Composite parent, Class<T> type, GridData place, int leastWidth) {
        this.type = type;
        this.leastWidth = leastWidth;
        Composite list = new Composite(parent, SWT.NONE);
        list.setLayoutData(place);
        list.setLayout(layout);
        table = new TableViewer(list, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
        table.getTable().setHeaderVisible(true);
        table.setContentProvider(ArrayContentProvider.getInstance());
        buttons = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(buttons);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.BEGINNING).applyTo(buttons);
    }

    /** @return the table */
    public TableViewer table() {
        return table;
    }

    /**
     * @param label what its head says
     * @param weight its part of the width
     * @param alignment SWT.LEFT or SWT.RIGHT
     * @param text what a row says in it
     */
    public void column(String label, int weight, int alignment, Function<T, String> text) {
        TableViewerColumn column = new TableViewerColumn(table, alignment);
        column.getColumn().setText(label);
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, leastWidth));
        column.setLabelProvider(ColumnLabelProvider.createTextProvider(row -> text.apply(type.cast(row))));
    }

    /**
     * @param label what it says
     * @param action what it does
     * @return a button in the column right of the table
     */
    public Button button(String label, Runnable action) {
        return button(buttons, label, action);
    }

    /**
     * @param parent a composite with a grid layout
     * @param label what it says
     * @param action what it does
     * @return a button that fills its cell
     */
    public static Button button(Composite parent, String label, Runnable action) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(label);
        button.addListener(SWT.Selection, event -> action.run());
        GridDataFactory.fillDefaults().applyTo(button);
        return button;
    }
}
