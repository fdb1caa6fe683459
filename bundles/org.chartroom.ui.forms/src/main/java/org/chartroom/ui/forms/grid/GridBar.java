package org.chartroom.ui.forms.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.chartroom.core.type.Presentation;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.internal.Messages;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.services.IServiceLocator;

/**
 * What stands above a large grid: search, grouping, saved views and how many rows are shown. It goes on with another grid
 * when its page makes one, and remembers how the grid was looked at until the next time.
 */
public final class GridBar {
    private static final int SEARCH_WIDTH = 220;

    private final IServiceLocator site;
    private final String gridId;
    private final String countText;
    private final GridViews views;
    private final List<EStructuralFeature> groupings = new ArrayList<>();
    private final Composite row;
    private final Text search;
    private final Composite extras;
    private final Label count;
    private final Composite buttons;
    private Combo group;
    private ItemGrid grid;

    /**
     * @param parent a composite with a grid layout of one column
     * @param toolkit makes the widgets
     * @param site site of the part the grid is in
     * @param gridId id of the grid, unique in the workbench
     * @param countText says how many rows are shown; {0} stands for those, {1} for all
     * @param groupings features the rows can be grouped by; may be empty
     */
    public GridBar(Composite parent, FormToolkit toolkit, IServiceLocator site, String gridId, String countText,
            List<EStructuralFeature> groupings) {
        this.site = site;
        this.gridId = gridId;
        this.countText = countText;
        this.views = new GridViews(gridId);
        row = toolkit.createComposite(parent);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        search = new Text(row, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL | SWT.BORDER);
        search.setMessage(Messages.search);
        search.setToolTipText(Messages.searchTip);
        search.addModifyListener(event -> grid.filterAnywhere(search.getText()));
        GridDataFactory.fillDefaults().hint(SEARCH_WIDTH, SWT.DEFAULT).applyTo(search);
        if (!groupings.isEmpty()) {
            createGrouping(toolkit, groupings);
        }
        Button view = toolkit.createButton(row, Messages.view, SWT.PUSH);
        view.setToolTipText(Messages.viewTip);
        createMenu(view);
        extras = toolkit.createComposite(row);
        count = toolkit.createLabel(row, "", SWT.RIGHT);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(count);
        buttons = toolkit.createComposite(row);
        GridLayoutFactory.fillDefaults().numColumns(row.getChildren().length).spacing(8, 0).applyTo(row);
        for (Composite place : List.of(extras, buttons)) {
            GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(place);
            GridLayoutFactory.fillDefaults().spacing(8, 0).applyTo(place);
            place.addListener(SWT.Resize, event -> place.getParent().layout());
        }
        row.addDisposeListener(event -> {
            if (grid != null) {
                // What was searched for is done with; how the columns were arranged is wanted again.
                views.setLast(grid.view().ofAllRows());
            }
        });
    }

    private void createGrouping(FormToolkit toolkit, List<EStructuralFeature> features) {
        toolkit.createLabel(row, Messages.groupBy);
        group = new Combo(row, SWT.READ_ONLY);
        group.add(Messages.noGroup);
        groupings.add(null);
        for (EStructuralFeature feature : features) {
            group.add(Presentation.label(feature));
            groupings.add(feature);
        }
        group.select(0);
        group.addSelectionListener(SelectionListener
                .widgetSelectedAdapter(event -> grid.groupBy(groupings.get(group.getSelectionIndex()))));
    }

    private void createMenu(Button button) {
        MenuManager manager = new MenuManager();
        manager.setRemoveAllWhenShown(true);
        manager.addMenuListener(this::fillMenu);
        Menu menu = manager.createContextMenu(button);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            Point below = button.toDisplay(0, button.getSize().y);
            menu.setLocation(below);
            menu.setVisible(true);
        }));
        button.addDisposeListener(event -> manager.dispose());
        button.setData(Menu.class.getName(), menu);
    }

    private void fillMenu(IMenuManager menu) {
        for (String name : views.names()) {
            menu.add(action(name, () -> views.find(name).ifPresent(this::apply)));
        }
        menu.add(new Separator());
        menu.add(action(Messages.saveView, this::save));
        MenuManager removal = new MenuManager(Messages.removeView);
        views.names().forEach(name -> removal.add(action(name, () -> views.remove(name))));
        menu.add(removal);
        menu.add(action(Messages.resetView, () -> apply(grid.initialView())));
        menu.add(new Separator());
        menu.add(action(Messages.chooseColumns, grid::chooseColumns));
        // What the mouse does on headers, for the keyboard, on the column of the cursor.
        grid.cursor().map(GridSearch.Cell::column).ifPresent(column -> {
            menu.add(new Separator());
            String name = grid.columns().get(column).label();
            menu.add(action(Messages.bind(Messages.sortUp, name), () -> grid.sort(column, true)));
            menu.add(action(Messages.bind(Messages.sortDown, name), () -> grid.sort(column, false)));
            menu.add(action(Messages.bind(Messages.filterColumn, name), () -> grid.editFilter(column)));
            menu.add(action(Messages.bind(Messages.freezeTo, name), () -> grid.freeze(column)));
        });
        menu.add(action(Messages.unfreezeColumns, () -> grid.freeze(-1)));
    }

    private static Action action(String text, Runnable run) {
        return new Action(LabelText.action(text)) {
            @Override
            public void run() {
                run.run();
            }
        };
    }

    private void save() {
        InputDialog name = new InputDialog(row.getShell(), Messages.saveViewTitle, Messages.saveViewQuestion, "",
                typed -> typed.isBlank() ? "" : null);
        if (name.open() == Window.OK) {
            views.save(name.getValue().strip(), grid.view());
        }
    }

    /** @return where a page puts what only it has, beside the search; its layout is a grid of one row */
    public Composite extras() {
        return extras;
    }

    /** @return where the buttons go that add and remove rows; its layout is a grid of one row */
    public Composite buttons() {
        return buttons;
    }

    /** To be called after something was put into {@link #extras} or {@link #buttons}. */
    public void arrange() {
        for (Composite place : List.of(extras, buttons)) {
            GridLayoutFactory.fillDefaults().numColumns(Math.max(1, place.getChildren().length)).spacing(8, 0)
                    .applyTo(place);
        }
        row.layout(true, true);
    }

    /**
     * Works on a grid from now on, looked at as the one before it, or as the last one of its id.
     *
     * @param shown the grid
     */
    public void attach(ItemGrid shown) {
        GridView view = grid == null ? views.last().orElse(null) : grid.view();
        grid = shown;
        GridCommands.install(site, grid, gridId);
        grid.addRowListener(() -> {
            count.setText(Messages.bind(countText, grid.shownCount(), grid.totalCount()));
            count.requestLayout();
        });
        if (view != null) {
            apply(view);
        }
    }

    private void apply(GridView view) {
        grid.apply(view);
        if (!search.getText().equals(view.anywhere())) {
            search.setText(view.anywhere());
        }
        if (group != null) {
            group.select(Math.max(0, groupings.indexOf(grid.groupedBy())));
        }
    }

    /** Takes every filter away, so that any row can be shown. */
    public void clearFilters() {
        GridView now = grid.view();
        apply(new GridView(now.columns(), now.frozen(), now.sort(), Map.of(), "", now.group()));
    }
}
