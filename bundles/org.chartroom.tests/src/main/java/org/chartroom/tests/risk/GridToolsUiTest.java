package org.chartroom.tests.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.tests.driver.ArtifactDriver;
import org.chartroom.tests.driver.Pictures;
import org.chartroom.tests.driver.UiDriver;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.hideshow.command.MultiColumnHideCommand;
import org.eclipse.nebula.widgets.nattable.layer.FixedScalingDpiConverter;
import org.eclipse.nebula.widgets.nattable.layer.command.ConfigureScalingCommand;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a spreadsheet has around its cells: find and replace, one value for many cells, columns and views. */
class GridToolsUiTest {
    /** The arrows of the column chooser, in their order. */
    private static final int ADD = 0;
    private static final int REMOVE = 1;

    private static final int LARGE_DPI = 144;
    /** So many columns are in sight however wide they are. */
    private static final int COMPARED = 3;

    private final UiDriver driver = new UiDriver();
    private final Pictures pictures = new Pictures(driver);
    private final ArtifactDriver register = new ArtifactDriver(driver, "RSK-001", "org.chartroom.risk.editor");

    @BeforeEach
    void openRegister() {
        register.reset();
        register.open("risks");
    }

    @AfterEach
    void backToTheUsualView() {
        driver.closeDialogs();
        chooseView("As it comes");
        driver.doInUi(() -> driver.page().closeAllEditors(false));
    }

    private List<Risk> risks() {
        return driver.inUi(() -> List.copyOf(((RiskRegister) register.artifact()).getRisks()));
    }

    private void chooseView(String... path) {
        Button button = driver.findByText(Button.class, "View \u25BE");
        driver.startInUi(() -> {
            Menu menu = (Menu) button.getData(Menu.class.getName());
            MenuItem item = null;
            for (String name : path) {
                menu.notifyListeners(SWT.Show, new Event());
                item = List.of(menu.getItems()).stream().filter(one -> one.getText().equals(name)).findFirst()
                        .orElseThrow();
                menu = item.getMenu();
            }
            item.notifyListeners(SWT.Selection, new Event());
        });
    }

    private Shell openFind() {
        driver.focus(register.grid().table());
        driver.press(SWT.CTRL, 'f');
        return driver.findByText(Shell.class, "Find and replace");
    }

    private void fill(Shell dialog, String find, String replacement) {
        List<Text> fields = driver.inUi(
                () -> driver.all(Text.class).stream().filter(text -> text.getShell() == dialog).toList());
        driver.doInUi(() -> {
            fields.get(0).setText(find);
            fields.get(1).setText(replacement);
        });
    }

    private void press(Shell dialog, String text) {
        Button button = driver.find(Button.class, text, one -> one.getShell() == dialog
                && one.getText().replace("&", "").equals(text) && one.isEnabled());
        driver.click(button);
    }

    private void awaitStatus(Shell dialog, String text) {
        driver.waitUntil("the dialog says " + text, () -> driver.all(Label.class).stream()
                .anyMatch(label -> label.getShell() == dialog && label.getText().contains(text)));
    }

    @Test
    void all_cells_that_fit_are_replaced_as_one_step() {
        Shell dialog = openFind();
        fill(dialog, "Organisation", "Platform");
        long before = risks().stream().filter(risk -> "Organisation".equals(risk.getCategory())).count();
        assertTrue(before > 1, "the sample has several risks of the category");
        press(dialog, "Replace all");
        driver.waitUntil("all are replaced", () -> risks().stream()
                .filter(risk -> "Platform".equals(risk.getCategory())).count() == before);
        pictures.document(dialog, "find-replace");
        press(dialog, "Close");
        register.open("risks");
        driver.press(SWT.CTRL, 'z');
        driver.waitUntil("all are as before", () -> risks().stream()
                .filter(risk -> "Organisation".equals(risk.getCategory())).count() == before);
    }

    @Test
    void a_replacement_that_does_not_fit_changes_nothing_and_says_where() {
        Shell dialog = openFind();
        fill(dialog, "4", "nine");
        press(dialog, "Replace all");
        awaitStatus(dialog, "Nothing was replaced: row");
        assertFalse(driver.inUi(() -> register.editor().isDirty()), "nothing was changed");
    }

    @Test
    void find_goes_from_one_cell_to_the_next_and_starts_again() {
        Shell dialog = openFind();
        fill(dialog, "network", "");
        press(dialog, "Find next");
        driver.waitUntil("R-007 is selected", () -> "R-007".equals(key()));
        press(dialog, "Find next");
        driver.waitUntil("it stays the only one", () -> "R-007".equals(key()));
        fill(dialog, "no such words", "");
        press(dialog, "Find next");
        awaitStatus(dialog, "is in none of the cells shown");
    }

    private String key() {
        return ((Text) register.field("key")).getText();
    }

    @Test
    void one_value_goes_to_all_selected_cells_and_is_undone_as_one_step() {
        register.grid().click(0, "Category");
        register.grid().extendTo(3, "Category");
        List<String> before = risks().stream().map(Risk::getCategory).toList();
        register.grid().press(SWT.NONE, 'X');
        Shell dialog = driver.find(Shell.class, "the dialog for several cells",
                shell -> shell.isVisible() && shell.getText().startsWith("Enter new value"));
        press(dialog, "OK");
        driver.waitUntil("four have it", () -> risks().stream().filter(risk -> "X".equals(risk.getCategory()))
                .count() == 4);
        register.grid().click(0, "Title");
        driver.press(SWT.CTRL, 'z');
        driver.waitUntil("all are as before", () -> risks().stream().map(Risk::getCategory).toList().equals(before));
    }

    @Test
    void a_saved_view_brings_columns_sort_and_filter_back() {
        NatTable table = register.grid().table();
        register.grid().clickHeader("Title");
        driver.waitUntil("it is sorted", () -> !register.grid().texts("Key").get(0).equals("R-001"));
        List<String> sorted = register.grid().texts("Key");
        driver.doInUi(() -> table.doCommand(new MultiColumnHideCommand(table, 3)));
        assertFalse(headers(table).contains("Current L"));
        chooseView("Save this view...");
        Shell dialog = driver.findByText(Shell.class, "Save view");
        Text name = driver.find(Text.class, "the name", text -> text.getShell() == dialog && text.getEditable());
        driver.doInUi(() -> name.setText("By title"));
        press(dialog, "OK");
        chooseView("As it comes");
        driver.waitUntil("all columns are back", () -> headers(table).contains("Current L"));
        assertEquals("R-001", register.grid().texts("Key").get(0));
        chooseView("By title");
        driver.waitUntil("the column is hidden", () -> !headers(table).contains("Current L"));
        assertEquals(sorted, register.grid().texts("Key"));
        chooseView("Remove", "By title");
    }

    @Test
    void the_order_of_columns_is_there_again_when_the_editor_opens_again() {
        NatTable table = register.grid().table();
        driver.doInUi(() -> table.doCommand(new MultiColumnHideCommand(table, 3)));
        driver.doInUi(() -> driver.page().closeAllEditors(false));
        register.open("risks");
        assertFalse(headers(register.grid().table()).contains("Current L"));
    }

    /** As on a screen whose text is larger: the grid draws its columns wider, which is no width that a person chose. */
    @Test
    void the_widths_of_columns_are_as_before_when_an_editor_with_larger_text_opens_again() {
        List<Integer> before = widths(register.grid().table());
        driver.doInUi(() -> register.grid().table()
                .doCommand(new ConfigureScalingCommand(new FixedScalingDpiConverter(LARGE_DPI))));
        assertTrue(widths(register.grid().table()).get(2) > before.get(2), "columns grow with the text");
        driver.doInUi(() -> driver.page().closeAllEditors(false));
        register.open("risks");
        assertEquals(before, widths(register.grid().table()));
    }

    private List<Integer> widths(NatTable table) {
        return driver.inUi(() -> {
            List<Integer> widths = new ArrayList<>();
            for (int i = 1; i < table.getColumnCount(); i++) {
                widths.add(table.getColumnWidthByPosition(i));
            }
            return widths.subList(0, Math.min(COMPARED, widths.size()));
        });
    }

    @Test
    void a_column_is_taken_away_and_brought_back_in_a_dialog() {
        NatTable table = register.grid().table();
        choose("Current L", REMOVE);
        driver.waitUntil("the column is gone", () -> !headers(table).contains("Current L"));
        choose("Current L", ADD);
        driver.waitUntil("the column is back", () -> headers(table).contains("Current L"));
    }

    /** An arrow between the lists of the dialog takes a column from one to the other. */
    private void choose(String column, int arrow) {
        chooseView("Choose columns...");
        Shell dialog = driver.find(Shell.class, "the chooser",
                shell -> shell.isVisible() && shell.getText().contains("olumn"));
        Tree list = driver.find(Tree.class, "the list with " + column,
                tree -> tree.getShell() == dialog && item(tree, column) != null);
        driver.click(driver.inUi(() -> item(list, column)));
        driver.waitUntil("the column is selected", () -> list.getSelectionCount() == 1);
        driver.click(driver.inUi(() -> driver.all(Button.class).stream()
                .filter(button -> button.getShell() == dialog && button.getText().isEmpty()).toList().get(arrow)));
        driver.waitUntil("the column went to the other list", () -> item(list, column) == null);
        press(dialog, "Done");
        driver.waitUntil("the chooser is closed", dialog::isDisposed);
    }

    private static TreeItem item(Tree tree, String text) {
        return Arrays.stream(tree.getItems()).filter(item -> item.getText().equals(text)).findFirst().orElse(null);
    }

    @Test
    void a_computed_field_says_its_formula_with_its_numbers() {
        register.grid().click(0, "Title");
        Control score = register.field("currentScore");
        driver.waitUntil("the score is explained", () -> score.getToolTipText()
                .endsWith("Current score = Current L \u00D7 Current I\n= 3 \u00D7 5\n= 15"));
    }

    private List<String> headers(NatTable table) {
        return driver.inUi(() -> {
            List<String> texts = new ArrayList<>();
            for (int i = 1; i < table.getColumnCount(); i++) {
                texts.add(String.valueOf(table.getDataValueByPosition(i, 0)));
            }
            return texts;
        });
    }

    @Test
    void the_keyboard_sorts_by_the_column_of_the_cursor() {
        register.grid().click(0, "Category");
        chooseView("Sort by Category, smallest first");
        driver.waitUntil("compliance comes first", () -> register.grid().texts("Category").get(0).equals("Compliance"));
        chooseView("Sort by Category, largest first");
        driver.waitUntil("vendor comes first", () -> register.grid().texts("Category").get(0).equals("Vendor"));
    }

    @Test
    void the_keyboard_filters_the_column_of_the_cursor() {
        register.grid().click(0, "Category");
        chooseView("Filter Category");
        register.grid().awaitCell();
        driver.type("vendor");
        driver.press(SWT.CR);
        driver.waitUntil("two risks are left", () -> register.grid().texts("Key").equals(List.of("R-002", "R-009")));
    }

    @Test
    void frozen_columns_stay_while_others_scroll() {
        register.grid().click(0, "Title");
        chooseView("Freeze columns up to Title");
        register.grid().texts("Expected value");
        assertEquals(12, register.grid().texts("Expected value").size());
        assertTrue(driver.inUi(() -> isInSight("Title") && isInSight("Expected value")));
        chooseView("Let all columns scroll");
        register.grid().texts("Expected value");
        assertFalse(driver.inUi(() -> isInSight("Title")));
    }

    private boolean isInSight(String column) {
        NatTable table = register.grid().table();
        for (int position = 1; position < table.getColumnCount(); position++) {
            if (column.equals(table.getDataValueByPosition(position, 0))) {
                return true;
            }
        }
        return false;
    }

    @Test
    void enter_closes_and_opens_the_group_of_the_cursor() {
        Combo groups = driver.find(Combo.class, "the groupings", combo -> combo.isVisible()
                && List.of(combo.getItems()).contains("(none)"));
        driver.doInUi(() -> {
            groups.select(List.of(groups.getItems()).indexOf("Category"));
            groups.notifyListeners(SWT.Selection, new Event());
        });
        driver.waitUntil("the first group is open", () -> register.grid().texts("Key").get(0).startsWith("\u25BE"));
        register.grid().click(1, "Key");
        // On an item Enter goes down, here to the line of the next group.
        register.grid().press(SWT.NONE, SWT.CR);
        register.grid().press(SWT.NONE, SWT.CR);
        driver.waitUntil("Enter closes it", () -> register.grid().texts("Key").get(2).startsWith("\u25B8"));
        register.grid().press(SWT.NONE, SWT.CR);
        driver.waitUntil("Enter opens it", () -> register.grid().texts("Key").get(2).startsWith("\u25BE"));
        driver.doInUi(() -> {
            groups.select(0);
            groups.notifyListeners(SWT.Selection, new Event());
        });
    }
}
