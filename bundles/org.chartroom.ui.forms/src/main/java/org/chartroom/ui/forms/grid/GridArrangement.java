package org.chartroom.ui.forms.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chartroom.ui.forms.internal.Messages;
import org.eclipse.emf.ecore.ENamedElement;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.columnChooser.command.DisplayColumnChooserCommand;
import org.eclipse.nebula.widgets.nattable.columnChooser.command.DisplayColumnChooserCommandHandler;
import org.eclipse.nebula.widgets.nattable.config.AbstractUiBindingConfiguration;
import org.eclipse.nebula.widgets.nattable.coordinate.PositionCoordinate;
import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.eclipse.nebula.widgets.nattable.filterrow.FilterRowDataProvider;
import org.eclipse.nebula.widgets.nattable.filterrow.FilterRowHeaderComposite;
import org.eclipse.nebula.widgets.nattable.freeze.CompositeFreezeLayer;
import org.eclipse.nebula.widgets.nattable.freeze.FreezeHelper;
import org.eclipse.nebula.widgets.nattable.freeze.FreezeLayer;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.grid.layer.ColumnHeaderLayer;
import org.eclipse.nebula.widgets.nattable.hideshow.ColumnHideShowLayer;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.layer.ILayer;
import org.eclipse.nebula.widgets.nattable.reorder.ColumnReorderLayer;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.ui.binding.UiBindingRegistry;
import org.eclipse.nebula.widgets.nattable.ui.matcher.MouseEventMatcher;
import org.eclipse.nebula.widgets.nattable.ui.menu.PopupMenuAction;
import org.eclipse.nebula.widgets.nattable.ui.menu.PopupMenuBuilder;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;

/** Which columns a grid shows, in which order, how wide, and which of them stay in sight. */
final class GridArrangement {
    private final List<GridColumn> columns;
    private final DataLayer body;
    private final ColumnReorderLayer order;
    private final ColumnHideShowLayer hiding;
    private final SelectionLayer selection;
    private final ViewportLayer viewport;
    private final FreezeLayer freeze;
    private final CompositeFreezeLayer scrolled;
    private FilterRowDataProvider<?> filterRow;

    /**
     * @param body the data of the columns, whose positions are their numbers
     */
    GridArrangement(List<GridColumn> columns, DataLayer body) {
        this.columns = columns;
        this.body = body;
        order = new ColumnReorderLayer(body);
        hiding = new ColumnHideShowLayer(order);
        selection = new SelectionLayer(hiding);
        viewport = new ViewportLayer(selection);
        viewport.setRegionName(GridRegion.BODY.toString());
        freeze = new FreezeLayer(selection);
        scrolled = new CompositeFreezeLayer(freeze, viewport, selection, true);
    }

    SelectionLayer selection() {
        return selection;
    }

    ViewportLayer viewport() {
        return viewport;
    }

    /** @return what is below the headers: the columns that stay and those that scroll */
    ILayer scrolled() {
        return scrolled;
    }

    /** Makes the command that opens the chooser of columns work. */
    void offerChooser(ColumnHeaderLayer header, DataLayer headerData) {
        scrolled.registerCommandHandler(
                new DisplayColumnChooserCommandHandler(selection, hiding, header, headerData, null, null));
    }

    void setFilterRow(FilterRowHeaderComposite<?> composite) {
        filterRow = composite.getFilterRowDataLayer().getFilterRowDataProvider();
    }

    static void openChooser(NatTable table) {
        table.doCommand(new DisplayColumnChooserCommand(table));
    }

    /** The menu of the column headers. */
    void installMenu(NatTable table) {
        Menu menu = new PopupMenuBuilder(table).withHideColumnMenuItem(Messages.hideColumn)
                .withShowAllColumnsMenuItem(Messages.showAllColumns).withColumnChooserMenuItem(Messages.chooseColumns)
                .withSeparator().withFreezeColumnMenuItem(Messages.freezeColumns)
                .withUnfreezeMenuItem(Messages.unfreezeColumns).withSeparator()
                .withAutoResizeSelectedColumnsMenuItem(Messages.fitColumn).build();
        table.addConfiguration(new AbstractUiBindingConfiguration() {
            @Override
            public void configureUiBindings(UiBindingRegistry bindings) {
                bindings.registerMouseDownBinding(
                        new MouseEventMatcher(SWT.NONE, GridRegion.COLUMN_HEADER.toString(),
                                MouseEventMatcher.RIGHT_BUTTON),
                        new PopupMenuAction(menu));
            }
        });
    }

    /** @param count number of columns on the left that stay in sight from now on */
    void setFrozen(int count) {
        FreezeHelper.unfreeze(freeze, viewport);
        int most = Math.min(count, hiding.getColumnCount());
        if (most > 0) {
            FreezeHelper.freeze(freeze, viewport, new PositionCoordinate(selection, 0, -1),
                    new PositionCoordinate(selection, most - 1, -1));
        }
    }

    private int frozen() {
        return freeze.isFrozen() ? freeze.getBottomRightPosition().getColumnPosition() + 1 : 0;
    }

    /** @return the columns as they are now, in their order; widths as at text of 100 %, as {@link #apply} takes them */
    List<GridView.Column> columns() {
        List<GridView.Column> now = new ArrayList<>();
        for (int index : order.getColumnIndexOrder()) {
            now.add(new GridView.Column(columns.get(index).id(), body.getConfiguredColumnWidthByPosition(index),
                    hiding.isColumnIndexHidden(index)));
        }
        return now;
    }

    GridView view(GridRows rows) {
        Map<String, Boolean> sort = new LinkedHashMap<>();
        rows.sort().forEach((index, ascending) -> sort.put(columns.get(index).id(), ascending));
        Map<String, String> filters = new LinkedHashMap<>();
        if (filterRow != null) {
            filterRow.getFilterIndexToObjectMap()
                    .forEach((index, text) -> filters.put(columns.get(index).id(), String.valueOf(text)));
        }
        return new GridView(columns(), frozen(), sort, filters, rows.anywhere(),
                Optional.ofNullable(rows.group()).map(ENamedElement::getName));
    }

    /** Arranges columns, sort and filters as in a view; columns it does not know stay behind those it does. */
    void apply(GridView view, GridRows rows) {
        FreezeHelper.unfreeze(freeze, viewport);
        hiding.showAllColumns();
        int place = 0;
        List<Integer> hidden = new ArrayList<>();
        for (GridView.Column column : view.columns()) {
            int index = index(column.id());
            if (index >= 0) {
                order.reorderColumnPosition(order.getColumnPositionByIndex(index), place);
                place++;
                body.setColumnWidthByPosition(index, column.width());
                if (column.hidden()) {
                    hidden.add(index);
                }
            }
        }
        if (hidden.size() < columns.size()) {
            hiding.hideColumnIndexes(hidden);
        }
        setFrozen(view.frozen());
        rows.sort().clear();
        view.sort().forEach((id, ascending) -> {
            if (index(id) >= 0) {
                rows.sort(index(id), ascending, true);
            }
        });
        if (filterRow != null) {
            Map<Integer, Object> filters = new HashMap<>();
            view.filters().forEach((id, text) -> {
                if (index(id) >= 0) {
                    filters.put(index(id), text);
                }
            });
            filterRow.setFilterIndexToObjectMap(filters);
        }
    }

    /** @return the number of a column; -1 when there is none of the id */
    private int index(String id) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /** @return what the header of a column says */
    static IDataProvider headerData(List<GridColumn> columns) {
        return new ReadOnlyData() {
            @Override
            public Object getDataValue(int column, int row) {
                return columns.get(column).label();
            }

            @Override
            public int getColumnCount() {
                return columns.size();
            }

            @Override
            public int getRowCount() {
                return 1;
            }
        };
    }

    /** Data that can't be written. */
    abstract static class ReadOnlyData implements IDataProvider {
        @Override
        public void setDataValue(int column, int row, Object value) {
            throw new UnsupportedOperationException("Headers are not edited.");
        }
    }
}
