package org.chartroom.tests.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.chartroom.core.workspace.Workspace;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.tests.driver.GridDriver;
import org.chartroom.tests.driver.UiDriver;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The grid of the risks: what a spreadsheet does.
 */
class RiskGridUiTest {
    private static final String CATEGORY = "Category";
    private static final String LIKELIHOOD = "Current L";
    private static final String FIRST = "Migration of 11 years of records loses attachments";
    private static final String SECOND = "Vendor cannot deliver the medication module by March";

    private final UiDriver driver = new UiDriver();
    private final Register register = new Register(driver);
    private GridDriver grid;

    @BeforeEach
    void openGrid() {
        register.reset();
        register.open("risks");
        grid = register.grid();
        driver.waitUntil("all risks are shown", () -> grid.texts("Key").size() == 12);
    }

    @AfterEach
    void closeEditors() {
        driver.doInUi(() -> driver.page().closeAllEditors(false));
    }

    private void putOnClipboard(String text) {
        driver.doInUi(() -> {
            Clipboard clipboard = new Clipboard(grid.table().getDisplay());
            clipboard.setContents(new Object[]{text}, new Transfer[]{TextTransfer.getInstance()});
            clipboard.dispose();
        });
    }

    private String onClipboard() {
        return driver.inUi(() -> {
            Clipboard clipboard = new Clipboard(grid.table().getDisplay());
            String text = (String) clipboard.getContents(TextTransfer.getInstance());
            clipboard.dispose();
            return text;
        });
    }

    private String title(String key) {
        return register.risk(key).getTitle();
    }

    private String category(String key) {
        return register.risk(key).getCategory();
    }

    @Test
    void typing_into_a_cell_replaces_its_value() {
        grid.click(0, CATEGORY);
        grid.press(SWT.NONE, 'a');
        grid.awaitCell();
        driver.type("rchive");
        driver.press(SWT.CR);
        driver.waitUntil("the category is new", () -> "archive".equals(category("R-001")));
    }

    @Test
    void a_double_click_opens_a_cell_with_its_value_to_change() {
        grid.doubleClick(0, CATEGORY);
        grid.awaitCell();
        driver.press(SWT.END);
        driver.type("x");
        driver.press(SWT.CR);
        driver.waitUntil("the category is longer", () -> "Datax".equals(category("R-001")));
    }

    @Test
    void a_click_selects_a_cell_and_opens_it_not() {
        grid.click(4, CATEGORY);
        driver.waitUntil("the form shows R-005", () -> "R-005".equals(((Text) register.field("key")).getText()));
        assertNull(driver.inUi(() -> grid.table().getActiveCellEditor()));
    }

    @Test
    void escape_leaves_a_cell_as_it_was() {
        grid.click(0, CATEGORY);
        grid.press(SWT.NONE, 'a');
        grid.awaitCell();
        driver.type("rchive");
        driver.doInUi(() -> {
            Event escape = new Event();
            escape.keyCode = SWT.ESC;
            escape.character = SWT.ESC;
            grid.table().getActiveCellEditor().getEditorControl().notifyListeners(SWT.KeyDown, escape);
        });
        driver.waitUntil("the cell is closed", () -> grid.table().getActiveCellEditor() == null);
        assertEquals("Data", category("R-001"));
    }

    @Test
    void a_click_on_a_header_sorts_by_its_column_and_another_one_turns_the_order() {
        grid.clickHeader(CATEGORY);
        driver.waitUntil("compliance comes first", () -> grid.texts(CATEGORY).get(0).equals("Compliance"));
        grid.clickHeader(CATEGORY);
        driver.waitUntil("vendor comes first", () -> grid.texts(CATEGORY).get(0).equals("Vendor"));
    }

    @Test
    void the_filter_row_keeps_the_rows_that_have_the_text() {
        grid.clickFilter(CATEGORY);
        driver.type("vendor");
        driver.press(SWT.CR);
        driver.waitUntil("two risks are left", () -> grid.texts("Key").equals(List.of("R-002", "R-009")));
        register.awaitLabel("2 of 12 risks");
    }

    @Test
    void movement_is_measured_from_the_chosen_baseline_sorted_and_undone() {
        Workspace workspace = register.editor().editing().workspace();
        workspace.createBaseline("Gate 1", "", Optional.empty());
        try {
            register.open("overview");
            register.open("risks");
            driver.waitUntil("no risk has moved", () -> grid.texts("Movement").get(0).equals("0"));
            driver.doInUi(() -> register.editor().editing().set(register.model().getRisks().get(0),
                    RiskPackage.Literals.RISK__CURRENT_LIKELIHOOD, 5));
            driver.waitUntil("the first one has moved up", () -> grid.texts("Movement").get(0).equals("+10"));
            // What is to its right comes into sight, and so all of its header.
            assertEquals(12, grid.texts("Status").size());
            grid.clickHeader("Movement");
            driver.waitUntil("what has moved up comes last", () -> grid.texts("Movement").get(11).equals("+10"));
            Combo since = driver.find(Combo.class, "the baselines", combo -> combo.isVisible()
                    && List.of(combo.getItems()).contains("Movement since Gate 1"));
            driver.focus(since);
            driver.press(SWT.ARROW_DOWN);
            driver.waitUntil("the baseline is kept with the register",
                    () -> "Gate 1".equals(register.model().getMovementSince()));
            driver.waitUntil("it is measured from", () -> grid.texts("Movement").get(11).equals("+10"));
            driver.press(SWT.CTRL, 'z');
            driver.waitUntil("the newest one counts again", () -> register.model().getMovementSince() == null
                    && since.getSelectionIndex() == 0);
        } finally {
            driver.doInUi(() -> driver.page().closeAllEditors(false));
            workspace.removeBaseline("Gate 1", "test is over");
        }
    }

    @Test
    void the_search_box_looks_into_all_columns() {
        Text search = driver.find(Text.class, "the search box",
                text -> text.isVisible() && text.getMessage().equals("Search in all columns"));
        driver.focus(search);
        driver.type("laurent");
        register.awaitLabel("1 of 12 risks");
        driver.waitUntil("R-007 is left", () -> grid.texts("Key").equals(List.of("R-007")));
    }

    @Test
    void rows_are_grouped_by_the_chosen_column() {
        Combo group = driver.find(Combo.class, "the choice of the group",
                combo -> combo.isVisible() && List.of(combo.getItems()).contains(CATEGORY));
        driver.focus(group);
        driver.press(SWT.ARROW_DOWN);
        driver.waitUntil("the first group is compliance", () -> grid.texts("Key").get(0).contains("Compliance (1)"));
    }

    @Test
    void copied_cells_are_tab_separated_text() {
        grid.click(0, "Key");
        grid.extendTo(1, "Title");
        driver.press(SWT.CTRL, 'c');
        driver.waitUntil("the cells are on the clipboard",
                () -> ("R-001\tMigration of 11 years of records loses attachments\n"
                        + "R-002\tVendor cannot deliver the medication module by March\n").equals(onClipboard()));
    }

    @Test
    void a_pasted_table_changes_the_cells_as_one_step() {
        putOnClipboard("first\t1\nsecond\t2\n");
        grid.click(0, "Title");
        driver.press(SWT.CTRL, 'v');
        driver.waitUntil("both rows are written",
                () -> "first".equals(title("R-001")) && "second".equals(title("R-002")));
        assertEquals(2, register.risk("R-002").getCurrentLikelihood());

        driver.press(SWT.CTRL, 'z');
        driver.waitUntil("both rows are as before",
                () -> FIRST.equals(title("R-001")) && SECOND.equals(title("R-002")));
        assertFalse(driver.inUi(() -> register.editor().editing().canUndo()));
    }

    @Test
    void rows_pasted_below_the_last_one_become_new_risks() {
        putOnClipboard("R-012\tDowntime\nR-013\tA new one\n");
        grid.click(11, "Key");
        driver.press(SWT.CTRL, 'v');
        driver.waitUntil("there is a 13th risk", () -> register.keys().size() == 13);
        assertEquals("A new one", register.risk("R-013").getTitle());
    }

    @Test
    void a_pasted_value_off_the_scale_is_refused_and_nothing_changes() {
        putOnClipboard("first\t1\nsecond\t9\n");
        grid.click(0, "Title");
        driver.press(SWT.CTRL, 'v');
        Shell dialog = driver.findByText(Shell.class, "Paste");
        Label message = driver.find(Label.class, "the reason", label -> label.getShell() == dialog
                && label.getText().startsWith("Nothing was pasted: row 2, column Current L: Current likelihood must"));
        assertTrue(driver.isVisible(message));
        driver.press(SWT.CR);
        driver.waitUntil("the dialog is gone", dialog::isDisposed);
        assertEquals(FIRST, title("R-001"));
        assertFalse(driver.inUi(() -> register.editor().isDirty()));
    }

    @Test
    void a_key_that_another_risk_has_is_found_and_named() {
        grid.click(1, "Key");
        putOnClipboard("R-001");
        driver.press(SWT.CTRL, 'v');
        driver.waitUntil("the check finds it", () -> register.editor().editing().findings().stream()
                .anyMatch(finding -> finding.message().startsWith("The key R-001 is given twice in RSK-001")));
    }

    @Test
    void fill_down_copies_the_top_cell_of_the_selection() {
        grid.click(0, CATEGORY);
        grid.extendTo(2, CATEGORY);
        grid.press(SWT.CTRL, 'd');
        driver.waitUntil("the cells below have it",
                () -> "Data".equals(category("R-002")) && "Data".equals(category("R-003")));
        assertEquals("Organisation", category("R-004"));
    }

    @Test
    void the_delete_key_empties_the_selected_cells() {
        grid.click(0, CATEGORY);
        driver.press(SWT.DEL);
        driver.waitUntil("the category is gone", () -> category("R-001") == null);
    }

    @Test
    void an_added_risk_gets_the_next_key_and_is_shown_in_the_form() {
        driver.click(driver.findByText(Button.class, "Add risk"));
        driver.waitUntil("the risk is there", () -> register.keys().contains("R-013"));
        driver.waitUntil("the form shows it", () -> "R-013".equals(((Text) register.field("key")).getText()));
    }

    @Test
    void a_risk_added_while_a_filter_is_on_is_shown_all_the_same() {
        Text search = driver.find(Text.class, "the search box",
                text -> text.isVisible() && text.getMessage().equals("Search in all columns"));
        driver.focus(search);
        driver.type("laurent");
        register.awaitLabel("1 of 12 risks");
        driver.click(driver.findByText(Button.class, "Add risk"));
        driver.waitUntil("the form shows it", () -> "R-013".equals(((Text) register.field("key")).getText()));
    }

    @Test
    void a_deleted_risk_comes_back_with_undo() {
        grid.click(1, "Key");
        driver.click(driver.findByText(Button.class, "Delete"));
        driver.waitUntil("the risk is gone", () -> !register.keys().contains("R-002"));
        driver.press(SWT.CTRL, 'z');
        driver.waitUntil("the risk is back", () -> register.keys().indexOf("R-002") == 1);
    }

    @Test
    void the_level_follows_a_changed_likelihood() {
        assertEquals("3", grid.texts(LIKELIHOOD).get(0));
        grid.click(0, LIKELIHOOD);
        putOnClipboard("1");
        driver.press(SWT.CTRL, 'v');
        driver.waitUntil("the score is new", () -> Integer.valueOf(5).equals(register.risk("R-001")
                .getCurrentScore()));
        driver.waitUntil("the form shows it",
                () -> "5".equals(((Text) register.field("currentScore")).getText()));
    }
}
