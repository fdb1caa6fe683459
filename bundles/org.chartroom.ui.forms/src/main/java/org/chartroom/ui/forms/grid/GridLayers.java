package org.chartroom.ui.forms.grid;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.chartroom.core.check.Severity;
import org.chartroom.model.Element;
import org.chartroom.ui.forms.Colours;
import org.chartroom.ui.forms.comment.FieldAtHand;
import org.chartroom.ui.forms.internal.Messages;
import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.AbstractUiBindingConfiguration;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.config.ConfigRegistry;
import org.eclipse.nebula.widgets.nattable.config.DefaultNatTableStyleConfiguration;
import org.eclipse.nebula.widgets.nattable.coordinate.PositionCoordinate;
import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.eclipse.nebula.widgets.nattable.data.IRowDataProvider;
import org.eclipse.nebula.widgets.nattable.data.ISpanningDataProvider;
import org.eclipse.nebula.widgets.nattable.edit.action.KeyEditAction;
import org.eclipse.nebula.widgets.nattable.edit.action.MouseEditAction;
import org.eclipse.nebula.widgets.nattable.filterrow.FilterRowHeaderComposite;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.grid.data.DefaultCornerDataProvider;
import org.eclipse.nebula.widgets.nattable.grid.layer.ColumnHeaderLayer;
import org.eclipse.nebula.widgets.nattable.grid.layer.CornerLayer;
import org.eclipse.nebula.widgets.nattable.grid.layer.GridLayer;
import org.eclipse.nebula.widgets.nattable.grid.layer.config.DefaultGridLayerConfiguration;
import org.eclipse.nebula.widgets.nattable.grid.layer.RowHeaderLayer;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.layer.ILayer;
import org.eclipse.nebula.widgets.nattable.layer.LabelStack;
import org.eclipse.nebula.widgets.nattable.layer.SpanningDataLayer;
import org.eclipse.nebula.widgets.nattable.layer.cell.DataCell;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.selection.RowSelectionProvider;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.preserve.PreserveSelectionModel;
import org.eclipse.nebula.widgets.nattable.sort.SortHeaderLayer;
import org.eclipse.nebula.widgets.nattable.sort.config.SingleClickSortConfiguration;
import org.eclipse.nebula.widgets.nattable.style.CellStyleAttributes;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.nebula.widgets.nattable.style.Style;
import org.eclipse.nebula.widgets.nattable.edit.command.EditCellCommand;
import org.eclipse.nebula.widgets.nattable.tooltip.NatTableContentTooltip;
import org.eclipse.nebula.widgets.nattable.ui.action.IKeyAction;
import org.eclipse.nebula.widgets.nattable.ui.action.IMouseAction;
import org.eclipse.nebula.widgets.nattable.ui.binding.UiBindingRegistry;
import org.eclipse.nebula.widgets.nattable.ui.matcher.CellEditorMouseEventMatcher;
import org.eclipse.nebula.widgets.nattable.ui.matcher.CellLabelMouseEventMatcher;
import org.eclipse.nebula.widgets.nattable.ui.matcher.IKeyEventMatcher;
import org.eclipse.nebula.widgets.nattable.ui.matcher.KeyEventMatcher;
import org.eclipse.nebula.widgets.nattable.ui.matcher.LetterOrDigitKeyEventMatcher;
import org.eclipse.nebula.widgets.nattable.ui.matcher.MouseEventMatcher;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;
import org.eclipse.nebula.widgets.nattable.util.GUIHelper;
import org.eclipse.nebula.widgets.nattable.viewport.command.ShowColumnInViewportCommand;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/** The layers a NatTable is stacked from, for the rows of an {@link ItemGrid}. */
final class GridLayers {
    private static final int ROW_HEADER_WIDTH = 46;
    private static final int ROW_HEIGHT = 26;
    /** Above and below the text of a row; counts where the font is large. */
    private static final int ROW_PADDING = 10;
    /** Position of the filter row, below the header. */
    private static final int FILTER_ROW = 1;
    /** Literals of enumerations that say how serious something is, from good to bad. */
    private static final List<List<String>> LEVELS = List.of(List.of("low", "green"), List.of("moderate", "amber"),
            List.of("high"), List.of("critical", "red"));

    private final ItemGrid grid;
    private final GridRows rows;
    private final NatTable table;
    private final GridArrangement arrangement;
    private final RowSelectionProvider<Object> selectionProvider;
    private boolean dark;

    /** @param frozen number of columns that stay in sight while others scroll */
    GridLayers(Composite parent, ItemGrid grid, GridRows rows, boolean withFilter, int frozen) {
        this.grid = grid;
        this.rows = rows;
        ConfigRegistry registry = new ConfigRegistry();

        Rows provider = new Rows();
        SpanningDataLayer body = new SpanningDataLayer(provider);
        int rowHeight = Math.max(ROW_HEIGHT, textHeight(parent) + ROW_PADDING);
        body.setDefaultRowHeight(rowHeight);
        for (int column = 0; column < grid.columns().size(); column++) {
            body.setColumnWidthByPosition(column, grid.columns().get(column).width());
        }
        body.setConfigLabelAccumulator(this::addBodyLabels);
        arrangement = new GridArrangement(grid.columns(), body);
        SelectionLayer selection = arrangement.selection();
        selection.setSelectionModel(new PreserveSelectionModel<>(selection, provider, GridLayers::rowId));
        selectionProvider = new RowSelectionProvider<>(selection, provider, false);
        ILayer scrolled = arrangement.scrolled();

        IDataProvider headerData = GridArrangement.headerData(grid.columns());
        DataLayer headerLayer = new DataLayer(headerData);
        headerLayer.setDefaultRowHeight(rowHeight);
        headerLayer.setConfigLabelAccumulator((labels, column, row) -> {
            // A header stands over its numbers.
            if (isNumber(grid.columns().get(column))) {
                labels.addLabel(ItemGrid.NUMBER_LABEL);
            }
        });
        ColumnHeaderLayer columnHeader = new ColumnHeaderLayer(headerLayer, scrolled, selection);
        arrangement.offerChooser(columnHeader, headerLayer);
        SortHeaderLayer<Object> sortHeader = new SortHeaderLayer<>(columnHeader, new GridSortModel(rows), false);
        sortHeader.addConfiguration(new SingleClickSortConfiguration());
        ILayer header = sortHeader;
        if (withFilter) {
            FilterRowHeaderComposite<Object> filterRow = new FilterRowHeaderComposite<>(grid::filterColumns,
                    sortHeader, headerData, registry);
            arrangement.setFilterRow(filterRow);
            header = filterRow;
        }

        DataLayer numbers = new DataLayer(rowHeaderData(), ROW_HEADER_WIDTH, rowHeight);
        numbers.setConfigLabelAccumulator(this::addFindingLabel);
        RowHeaderLayer rowHeader = new RowHeaderLayer(numbers, scrolled, selection);
        CornerLayer corner = new CornerLayer(
                new DataLayer(new DefaultCornerDataProvider(headerData, numbers.getDataProvider())), rowHeader, header);

        GridLayer all = new GridLayer(scrolled, header, rowHeader, corner, false);
        all.addConfiguration(new SpreadsheetEditing(all, grid));
        table = new NatTable(parent, SWT.NO_BACKGROUND | SWT.NO_REDRAW_RESIZE | SWT.DOUBLE_BUFFERED | SWT.V_SCROLL
                | SWT.H_SCROLL, all, false);
        table.setConfigRegistry(registry);
        arrangement.setFrozen(frozen);
    }

    private static String rowId(Object row) {
        return row instanceof Element element ? element.getId() : "group " + ((GroupRow) row).label();
    }

    /** Applies the configurations; the grid has added its own by now. */
    void configure(Colours colours) {
        table.addConfiguration(new DefaultNatTableStyleConfiguration());
        table.addConfiguration(new Bindings(grid));
        arrangement.installMenu(table);
        table.configure();
        bindGroups();
        table.setData(FieldAtHand.CURSOR, (Supplier<Optional<EStructuralFeature>>) () -> grid.cursor()
                .map(cell -> grid.columns().get(cell.column()).feature()));
        applyTheme(colours);
        new FindingTooltip(table);
        // The workbench styles its widgets after they are made, and its theme may change while the grid is open.
        table.addListener(SWT.Paint, event -> {
            Colours now = Colours.of(table.getParent());
            if (now.isDark() != dark) {
                table.getDisplay().asyncExec(() -> {
                    if (!table.isDisposed()) {
                        applyTheme(now);
                    }
                });
            }
        });
    }

    private void applyTheme(Colours colours) {
        dark = colours.isDark();
        table.setTheme(new GridStyle(colours));
        GridStyle.register(table.getConfigRegistry(), table, colours);
        Color[] fills = {colours.low(), colours.moderate(), colours.high(), colours.critical()};
        for (int i = 0; i < fills.length; i++) {
            Style style = new Style();
            style.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, fills[i]);
            style.setAttributeValue(CellStyleAttributes.FOREGROUND_COLOR, colours.foreground());
            LEVELS.get(i).forEach(level -> table.getConfigRegistry().registerConfigAttribute(
                    CellConfigAttributes.CELL_STYLE, style, DisplayMode.NORMAL, ItemGrid.LEVEL_LABEL + level));
        }
    }

    NatTable table() {
        return table;
    }

    SelectionLayer selection() {
        return arrangement.selection();
    }

    ViewportLayer viewport() {
        return arrangement.viewport();
    }

    GridArrangement arrangement() {
        return arrangement;
    }

    RowSelectionProvider<Object> selectionProvider() {
        return selectionProvider;
    }

    private void addBodyLabels(LabelStack labels, int column, int row) {
        if (rows.visible().get(row) instanceof GroupRow) {
            labels.addLabelOnTop(ItemGrid.GROUP_LABEL);
            return;
        }
        GridColumn shown = grid.columns().get(column);
        labels.addLabel(ItemGrid.columnLabel(column));
        grid.element(row).filter(grid::isEmphasised).ifPresent(element -> labels.addLabel(ItemGrid.EMPHASIS_LABEL));
        if (isNumber(shown)) {
            labels.addLabel(ItemGrid.NUMBER_LABEL);
        }
        if (grid.element(row).filter(element -> !shown.isEditable(element)).isPresent()) {
            addComputedLabel(labels, shown, row);
        }
    }

    private static boolean isNumber(GridColumn column) {
        Class<?> type = column.feature().getEType().getInstanceClass();
        return type != null && (Number.class.isAssignableFrom(type) || type == int.class)
                || type == org.chartroom.model.Money.class;
    }

    /** @return in pixels of a screen with text of 100 %: the table makes its rows higher where text is larger */
    private static int textHeight(Composite parent) {
        GC gc = new GC(parent);
        try {
            return GUIHelper.convertVerticalDpiToPixel(gc.getFontMetrics().getHeight());
        } finally {
            gc.dispose();
        }
    }

    private void addComputedLabel(LabelStack labels, GridColumn shown, int row) {
        Object value = grid.element(row).map(shown::value).orElse(null);
        boolean level = value instanceof Enumerator;
        labels.addLabelOnTop(
                level ? ItemGrid.LEVEL_LABEL + ((Enumerator) value).getLiteral() : ItemGrid.COMPUTED_LABEL);
    }

    private void addFindingLabel(LabelStack labels, int column, int row) {
        grid.element(row).flatMap(grid::openComments).ifPresent(open -> labels.addLabel(ItemGrid.COMMENT_LABEL));
        grid.element(row).flatMap(grid::severity).filter(severity -> severity != Severity.INFO)
                .ifPresent(severity -> labels.addLabelOnTop(
                        severity == Severity.ERROR ? ItemGrid.ERROR_LABEL : ItemGrid.WARNING_LABEL));
    }

    /** Says how serious it is, besides the colour. */
    private static String sign(Severity severity) {
        return switch (severity) {
            case ERROR -> "\u2716 ";
            case WARNING -> "! ";
            case INFO -> "i ";
        };
    }

    private IDataProvider rowHeaderData() {
        return new GridArrangement.ReadOnlyData() {
            @Override
            public Object getDataValue(int column, int row) {
                String sign = grid.element(row).flatMap(grid::severity).map(GridLayers::sign).orElse("");
                return grid.element(row).isEmpty() ? "" : sign + (row + 1);
            }

            @Override
            public int getColumnCount() {
                return 1;
            }

            @Override
            public int getRowCount() {
                return rows.visible().size();
            }
        };
    }

    /** The cells of the body; the line of a group goes over all columns. */
    private final class Rows implements ISpanningDataProvider, IRowDataProvider<Object> {
        @Override
        public Object getDataValue(int column, int row) {
            Object object = rows.visible().get(row);
            if (object instanceof GroupRow group) {
                return (group.expanded() ? "\u25BE  " : "\u25B8  ")
                        + Messages.bind(Messages.groupCount, group.label(), group.count());
            }
            return grid.columns().get(column).value((Element) object);
        }

        @Override
        public void setDataValue(int column, int row, Object value) {
            grid.set(row, column, value);
        }

        @Override
        public int getColumnCount() {
            return grid.columns().size();
        }

        @Override
        public int getRowCount() {
            return rows.visible().size();
        }

        @Override
        public Object getRowObject(int row) {
            List<Object> visible = rows.visible();
            return row >= 0 && row < visible.size() ? visible.get(row) : null;
        }

        @Override
        public int indexOfRowObject(Object row) {
            return rows.visible().indexOf(row);
        }

        @Override
        public DataCell getCellByPosition(int column, int row) {
            return rows.visible().get(row) instanceof GroupRow
                    ? new DataCell(0, row, getColumnCount(), 1)
                    : new DataCell(column, row);
        }
    }

    /** A click selects, so that copy, fill and clear mean the cell; F2, a double click or typing opens it. */
    private static final class SpreadsheetEditing extends DefaultGridLayerConfiguration {
        private final ItemGrid grid;

        SpreadsheetEditing(GridLayer layer, ItemGrid grid) {
            super(layer);
            this.grid = grid;
        }

        @Override
        protected void addEditingUIConfig() {
            addConfiguration(new AbstractUiBindingConfiguration() {
                @Override
                public void configureUiBindings(UiBindingRegistry bindings) {
                    // With several cells selected the editor is a dialog, and what it says goes to all as one step.
                    KeyEditAction open = new KeyEditAction();
                    IKeyAction edit = (table, event) -> grid.asOneStep(() -> open.run(table, event));
                    bindings.registerKeyBinding(new KeyEventMatcher(SWT.NONE, SWT.F2), edit);
                    bindings.registerKeyBinding(new LetterOrDigitKeyEventMatcher(), edit);
                    bindings.registerKeyBinding(new LetterOrDigitKeyEventMatcher(SWT.MOD2), edit);
                    bindings.registerDoubleClickBinding(new CellEditorMouseEventMatcher(GridRegion.BODY.toString()),
                            new MouseEditAction());
                }
            });
        }
    }

    /** Keys and clicks that are not NatTable's own. */
    private static final class Bindings extends AbstractUiBindingConfiguration {
        private final ItemGrid grid;

        Bindings(ItemGrid grid) {
            this.grid = grid;
        }

        @Override
        public void configureUiBindings(UiBindingRegistry bindings) {
            IMouseAction toggle = (table, event) -> grid.toggleGroup(
                    table.getLayer().getRowIndexByPosition(table.getRowPositionByY(event.y)));
            bindings.registerFirstSingleClickBinding(
                    new CellLabelMouseEventMatcher(GridRegion.BODY.toString(), MouseEventMatcher.LEFT_BUTTON,
                            ItemGrid.GROUP_LABEL),
                    toggle);
            bindings.registerFirstKeyBinding(new KeyEventMatcher(SWT.MOD1, 'd'), (table, event) -> grid.fillDown());
            bindings.registerFirstKeyBinding(new KeyEventMatcher(SWT.NONE, SWT.DEL), (table, event) -> grid.clear());
        }
    }

    /**
     * On the line of a group there is nothing to edit: Enter or the space bar opens and closes it. Bound after all others,
     * because else Enter goes to the next line.
     */
    private void bindGroups() {
        IKeyAction open = (source, event) -> grid.cursor().ifPresent(cell -> {
            grid.toggleGroup(cell.row());
            // Other rows are there now, and the cursor is lost with those it was among.
            grid.select(cell);
        });
        for (char key : new char[]{SWT.CR, ' '}) {
            table.getUiBindingRegistry().registerFirstKeyBinding(event -> event.keyCode == key && grid.isOnGroup(),
                    open);
        }
    }

    void editFilter(int column) {
        viewport().doCommand(new ShowColumnInViewportCommand(selection().getColumnPositionByIndex(column)));
        for (int position = 1; position < table.getColumnCount(); position++) {
            ILayerCell cell = table.getCellByPosition(position, FILTER_ROW);
            if (cell != null && cell.getColumnIndex() == column
                    && cell.getConfigLabels().hasLabel(GridRegion.FILTER_ROW.toString())) {
                table.setFocus();
                table.doCommand(new EditCellCommand(table, table.getConfigRegistry(), cell));
                return;
            }
        }
    }

    /** Hands letters over that are typed while the cell with the cursor takes them; others open the cell as usual. */
    void bindLetters(CellLetters letters, Consumer<Character> action) {
        IKeyEventMatcher matcher = event -> {
            PositionCoordinate anchor = selection().getSelectionAnchor();
            boolean plain = (event.stateMask & (SWT.CTRL | SWT.ALT | SWT.COMMAND)) == 0;
            return plain && Character.isLetter(event.character) && anchor != null && anchor.columnPosition >= 0
                    && letters.appliesTo(
                            grid.columns().get(selection().getColumnIndexByPosition(anchor.columnPosition)));
        };
        table.getUiBindingRegistry().registerFirstKeyBinding(matcher,
                (source, event) -> action.accept(event.character));
    }

    /**
     * Says what the checks found and how many comments are open when the mouse rests on a row number, what a column means
     * on its header, and how a value was computed on its cell.
     */
    private final class FindingTooltip extends NatTableContentTooltip {
        FindingTooltip(NatTable table) {
            super(table, GridRegion.ROW_HEADER, GridRegion.COLUMN_HEADER, GridRegion.BODY);
        }

        @Override
        protected String getText(Event event) {
            int column = table.getColumnPositionByX(event.x);
            int row = table.getRowPositionByY(event.y);
            ILayerCell cell = table.getCellByPosition(column, row);
            if (cell == null) {
                return null;
            }
            if (cell.getConfigLabels().hasLabel(GridRegion.COLUMN_HEADER.toString())) {
                return grid.columns().get(cell.getColumnIndex()).tooltip();
            }
            Optional<Element> element = grid.element(cell.getRowIndex());
            if (cell.getConfigLabels().hasLabel(GridRegion.ROW_HEADER.toString())) {
                return element.map(grid::tellingText).filter(text -> !text.isEmpty()).orElse(null);
            }
            return element.flatMap(grid.columns().get(cell.getColumnIndex())::explanation).orElse(null);
        }
    }
}
