package org.chartroom.ui.forms.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chartroom.core.check.Finding;
import org.chartroom.core.check.Severity;
import org.chartroom.core.type.ItemKeys;
import org.chartroom.core.type.Presentation;
import org.chartroom.model.Element;
import org.chartroom.model.Item;
import org.chartroom.model.ModelPackage;
import org.chartroom.ui.forms.ArtifactEditing;
import org.chartroom.ui.forms.Colours;
import org.chartroom.ui.forms.EditingListener;
import org.chartroom.ui.forms.Notice;
import org.chartroom.ui.forms.internal.Messages;
import org.chartroom.ui.forms.link.Deletion;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.command.RemoveCommand;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.command.StructuralRefreshCommand;
import org.eclipse.nebula.widgets.nattable.command.VisualRefreshCommand;
import org.eclipse.nebula.widgets.nattable.coordinate.PositionCoordinate;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.command.SelectCellCommand;
import org.eclipse.nebula.widgets.nattable.viewport.command.ShowColumnInViewportCommand;
import org.eclipse.nebula.widgets.nattable.viewport.command.ShowRowInViewportCommand;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Composite;

/**
 * A grid of the items of one list: thousands of rows, filtered, sorted, grouped, edited in place, copied and pasted as
 * in a spreadsheet. Columns, labels, editors and widths come from the annotations of the model.
 */
public final class ItemGrid implements EditingListener {
    static final String GROUP_LABEL = "GROUP";
    static final String NUMBER_LABEL = "NUMBER";
    static final String COMPUTED_LABEL = "COMPUTED";
    static final String ERROR_LABEL = "FINDING_ERROR";
    static final String WARNING_LABEL = "FINDING_WARNING";
    static final String COMMENT_LABEL = "COMMENT";
    static final String LEVEL_LABEL = "LEVEL_";
    static final String EMPHASIS_LABEL = "EMPHASIS";

    private final ArtifactEditing editing;
    private final EReference items;
    private final List<GridColumn> columns;
    private final GridRows rows;
    private final CellConversion conversion = new CellConversion();
    private final GridLayers layers;
    private final GridClipboard clipboard;
    private final List<Runnable> rowListeners = new ArrayList<>();
    private final GridView initialView;
    private EObject owner;
    private final GridStep step;
    private Predicate<Element> emphasis = element -> false;

    /**
     * @param parent where the grid goes
     * @param editing the artifact that is edited
     * @param items the list whose items are the rows
     * @param columns the columns, in order
     * @param withFilter whether there is a filter row
     */
    public ItemGrid(Composite parent, ArtifactEditing editing, EReference items, List<EStructuralFeature> columns,
            boolean withFilter) {
        this(parent, editing, items, columns.stream().map(GridColumn::of).toList(), withFilter, 0);
    }

    /**
     * @param parent where the grid goes
     * @param editing the artifact that is edited
     * @param items the list whose items are the rows
     * @param columns the columns, in order
     * @param withFilter whether there is a filter row
     * @param frozen number of columns on the left that stay in sight while the others scroll
     */
    public ItemGrid(Composite parent, ArtifactEditing editing, EReference items, List<? extends GridColumn> columns,
            boolean withFilter, int frozen) {
        this.editing = editing;
        this.items = items;
        this.columns = List.copyOf(columns);
        this.rows = new GridRows(this.columns);
        this.step = new GridStep(editing);
        this.layers = new GridLayers(parent, this, rows, withFilter, frozen);
        layers.table().addConfiguration(new GridEditing(editing, this, conversion));
        this.clipboard = new GridClipboard(editing, this, layers.selection(), conversion);
        layers.configure(Colours.of(parent));
        GridLinking.install(this, editing);
        initialView = view();
        editing.addListener(this);
        layers.table().addDisposeListener(event -> editing.removeListener(this));
    }

    /**
     * @param itemClass a class of items
     * @return the features that are columns by default: those whose presentation has a width
     */
    public static List<EStructuralFeature> defaultColumns(org.eclipse.emf.ecore.EClass itemClass) {
        return itemClass.getEAllStructuralFeatures().stream().filter(ItemGrid::isColumn).toList();
    }

    /** What has a width; of a class that gives none to any of its own fields, all of them. */
    private static boolean isColumn(EStructuralFeature feature) {
        if (Presentation.isHidden(feature) || feature instanceof EReference reference && reference.isContainment()) {
            return false;
        }
        return Presentation.columnWidth(feature).isPresent()
                || feature.getEContainingClass().getEPackage() != ModelPackage.eINSTANCE
                        && feature.getEContainingClass().getEStructuralFeatures().stream()
                                .noneMatch(own -> Presentation.columnWidth(own).isPresent());
    }

    /** @return the widget */
    public NatTable control() {
        return layers.table();
    }

    /** @return the selected items; setting it reveals them */
    public ISelectionProvider selectionProvider() {
        return layers.selectionProvider();
    }

    /** @return the selected items, in the order of the grid */
    public List<Element> selected() {
        return ((IStructuredSelection) selectionProvider().getSelection()).stream().filter(Element.class::isInstance)
                .map(row -> (Element) row).toList();
    }

    /** @param container the object whose list is shown from now on; null for none */
    public void setOwner(EObject container) {
        owner = container;
        if (rows.setSource(source())) {
            refreshRows();
        }
    }

    private List<Element> source() {
        if (owner == null) {
            return List.of();
        }
        return ((List<?>) owner.eGet(items)).stream().map(Element.class::cast).toList();
    }

    @Override
    public void changed() {
        if (layers.table().isDisposed()) {
            return;
        }
        if (rows.setSource(source())) {
            refreshRows();
        } else {
            layers.table().doCommand(new VisualRefreshCommand());
        }
    }

    @Override
    public void findingsChanged() {
        if (!layers.table().isDisposed()) {
            layers.table().doCommand(new VisualRefreshCommand());
        }
    }

    void refreshRows() {
        layers.table().doCommand(new StructuralRefreshCommand());
        rowListeners.forEach(Runnable::run);
    }

    /** @param emphasised which items are shown in bold, for example because they sum up others */
    public void emphasise(Predicate<Element> emphasised) {
        emphasis = emphasised;
    }

    boolean isEmphasised(Element element) {
        return emphasis.test(element);
    }

    /** @param letters what a letter does that is typed on selected cells */
    public void onLetter(CellLetters letters) {
        layers.bindLetters(letters, letter -> {
            CompoundCommand all = new CompoundCommand();
            for (PositionCoordinate cell : layers.selection().getSelectedCellPositions()) {
                GridColumn column = columns.get(layers.selection().getColumnIndexByPosition(cell.columnPosition));
                if (letters.appliesTo(column)) {
                    element(cell.rowPosition).flatMap(row -> letters.typed(row, column, letter))
                            .ifPresent(all::append);
                }
            }
            if (!all.isEmpty() && !editing.isReadOnly()) {
                editing.execute(all);
            }
        });
    }

    /** @param listener called after other rows are shown than before */
    public void addRowListener(Runnable listener) {
        rowListeners.add(listener);
    }

    /** @return number of items that pass the filters */
    public int shownCount() {
        return rows.shown();
    }

    /** @return number of items in the list */
    public int totalCount() {
        return rows.total();
    }

    /** @param text only items that have it in any column are shown; empty for all */
    public void filterAnywhere(String text) {
        rows.setAnywhere(text);
        refreshRows();
    }

    /** @param filter only items that pass it are shown, besides what the filter row says */
    public void filter(Predicate<Element> filter) {
        rows.setExtraFilter(filter);
        refreshRows();
    }

    void filterColumns(Map<Integer, Object> typed) {
        Map<Integer, String> texts = new HashMap<>();
        typed.forEach((column, text) -> texts.put(column, String.valueOf(text)));
        rows.setColumnFilters(texts);
        refreshRows();
    }

    /** @param feature the feature the rows are grouped by; null for none */
    public void groupBy(EStructuralFeature feature) {
        rows.setGroup(feature);
        refreshRows();
    }

    void toggleGroup(int row) {
        if (rows.visible().get(row) instanceof GroupRow group) {
            rows.toggle(group);
            refreshRows();
        }
    }

    /**
     * Selects an item and scrolls to it.
     *
     * @param item the item
     * @param feature the column to put the cursor on; null for the first one
     * @return whether it is shown by the present filters
     */
    public boolean reveal(Element item, EStructuralFeature feature) {
        rows.expandGroupOf(item);
        int row = rows.visible().indexOf(item);
        if (row < 0) {
            return false;
        }
        int column = columns.stream().map(GridColumn::feature).toList().indexOf(feature);
        List<Integer> visible = visibleColumns();
        select(new GridSearch.Cell(row, visible.contains(column) ? column : visible.get(0)));
        return true;
    }

    /** Adds a new item below the others and selects it. */
    public void addItem() {
        newItem(0).ifPresent(item -> {
            rows.keep(item);
            addCommand(List.of(item)).ifPresent(editing::execute);
            changed();
            reveal(item, null);
        });
    }

    /** Removes the selected items; asks before it when something refers to them. */
    public void deleteSelected() {
        List<Element> doomed = selected();
        if (!editing.isReadOnly() && Deletion.isWanted(control().getShell(), editing.session(), doomed)) {
            editing.execute(RemoveCommand.create(editing.domain(), owner, items, doomed));
        }
    }

    /** @param offset number of items that were made but not added yet */
    Optional<Element> newItem(int offset) {
        if (owner == null || editing.isReadOnly()) {
            return Optional.empty();
        }
        Element item = (Element) EcoreUtil.create(items.getEReferenceType());
        item.setId(UUID.randomUUID().toString());
        if (item instanceof Item keyed) {
            keyed.setKey(ItemKeys.key(item.eClass(), ItemKeys.highest(source(), item.eClass()) + 1 + offset));
        }
        return Optional.of(item);
    }

    Optional<Command> addCommand(List<Element> fresh) {
        return fresh.isEmpty()
                ? Optional.empty()
                : Optional.of(AddCommand.create(editing.domain(), owner, items, fresh));
    }

    List<GridColumn> columns() {
        return columns;
    }

    static String columnLabel(int column) {
        return "COLUMN_" + column;
    }

    Optional<Element> element(int row) {
        List<Object> visible = rows.visible();
        return row >= 0 && row < visible.size() && visible.get(row) instanceof Element element
                ? Optional.of(element)
                : Optional.empty();
    }

    void set(int row, int column, Object value) {
        GridColumn changed = columns.get(column);
        element(row).filter(element -> !Objects.equals(changed.value(element), value))
                .ifPresent(element -> step.set(control(), changed, element, value));
    }

    /** Makes what an action sets, while it runs, one step that is undone as a whole. */
    void asOneStep(Runnable action) {
        step.run(control(), action);
    }

    /** @return how the grid is looked at now */
    GridView view() {
        return layers.arrangement().view(rows);
    }

    /** @return how the grid was looked at when it was made */
    GridView initialView() {
        return initialView;
    }

    /** Looks at the grid as a view says, as far as its columns are there. */
    void apply(GridView view) {
        layers.arrangement().apply(view, rows);
        rows.setAnywhere(view.anywhere());
        groupBy(view.group().map(items.getEReferenceType()::getEStructuralFeature).orElse(null));
    }

    EStructuralFeature groupedBy() {
        return rows.group();
    }

    /** Lets the user choose the columns that are shown. */
    public void chooseColumns() {
        GridArrangement.openChooser(control());
    }

    boolean isOnGroup() {
        return cursor().filter(cell -> cell.row() < rowCount() && rows.visible().get(cell.row()) instanceof GroupRow)
                .isPresent();
    }

    void sort(int column, boolean ascending) {
        rows.sort(column, ascending, false);
        refreshRows();
    }

    /** Puts the cursor into the cell above a column where its filter is typed. */
    void editFilter(int column) {
        layers.editFilter(column);
    }

    /** Keeps the columns to the left of one, and itself, in sight; -1 for none. */
    void freeze(int column) {
        layers.arrangement().setFrozen(column < 0 ? 0 : visibleColumns().indexOf(column) + 1);
    }

    /** @return numbers of the columns that are shown, in their order */
    List<Integer> visibleColumns() {
        List<Integer> visible = new ArrayList<>();
        SelectionLayer selection = layers.selection();
        for (int position = 0; position < selection.getColumnCount(); position++) {
            visible.add(selection.getColumnIndexByPosition(position));
        }
        return visible;
    }

    /** @return number of rows that are shown, lines of groups included */
    int rowCount() {
        return rows.visible().size();
    }

    /** @return the cell the cursor is on */
    Optional<GridSearch.Cell> cursor() {
        PositionCoordinate anchor = layers.selection().getSelectionAnchor();
        return anchor.getRowPosition() < 0 || anchor.getColumnPosition() < 0
                ? Optional.empty()
                : Optional.of(new GridSearch.Cell(anchor.getRowPosition(),
                        layers.selection().getColumnIndexByPosition(anchor.getColumnPosition())));
    }

    /** Puts the cursor on a cell and scrolls to it. */
    void select(GridSearch.Cell cell) {
        SelectionLayer selection = layers.selection();
        int position = selection.getColumnPositionByIndex(cell.column());
        selection.doCommand(new SelectCellCommand(selection, position, cell.row(), false, false));
        layers.viewport().doCommand(new ShowRowInViewportCommand(cell.row()));
        layers.viewport().doCommand(new ShowColumnInViewportCommand(position));
    }

    /** Opens the dialog that finds and replaces. */
    public void findAndReplace() {
        new FindReplaceDialog(control().getShell(), this, new GridSearch(this, editing), editing.isReadOnly()).open();
    }

    /** @return the most serious severity found on an item */
    Optional<Severity> severity(Element element) {
        return editing.findings(element).stream().map(Finding::severity).findFirst();
    }

    /** @return how many comments wait on an item, in words; empty when none does */
    Optional<String> openComments(Element element) {
        return editing.openComments().on(element);
    }

    /** @return what the checks say of an item, one finding a line, and how many comments wait on it */
    String tellingText(Element element) {
        return Stream.concat(editing.findings(element).stream().map(Finding::message),
                openComments(element).stream()).collect(Collectors.joining("\n"));
    }

    /** Puts the selected cells on the clipboard. */
    public void copy() {
        Clipboard system = new Clipboard(control().getDisplay());
        clipboard.copy(system);
        system.dispose();
    }

    /** Writes the clipboard over the selected cells; tells the user when a value does not fit. */
    public void paste() {
        Clipboard system = new Clipboard(control().getDisplay());
        Object text = system.getContents(TextTransfer.getInstance());
        system.dispose();
        if (text != null && !editing.isReadOnly()) {
            try {
                clipboard.paste(text.toString());
            } catch (GridClipboard.PasteException e) {
                Notice.error(control().getShell(), Messages.pasteTitle, e.getMessage());
            }
        }
    }

    /** Empties the selected cells. */
    public void clear() {
        if (!editing.isReadOnly()) {
            clipboard.clear();
        }
    }

    /** Copies the top selected cells into those below. */
    public void fillDown() {
        if (!editing.isReadOnly()) {
            clipboard.fillDown();
        }
    }

    /** Selects every cell. */
    public void selectAll() {
        layers.selection().selectAll();
    }
}
