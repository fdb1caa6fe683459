package org.chartroom.tests.variance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.chartroom.model.variance.VarianceStatus;
import org.chartroom.tests.driver.GridDriver;
import org.chartroom.tests.driver.Pictures;
import org.chartroom.tests.driver.UiDriver;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The editor of a variance report: period columns, subtotals, form, undo, save.
 */
class VarianceEditorUiTest {
    private static final String JANUARY = "Jan 2026";

    private final UiDriver driver = new UiDriver();
    private final Pictures pictures = new Pictures(driver);
    private final Report report = new Report(driver);

    @BeforeEach
    void fillWorkspace() {
        report.reset();
    }

    @AfterEach
    void closeEditors() {
        driver.doInUi(() -> driver.page().closeAllEditors(false));
    }

    private GridDriver lines() {
        GridDriver grid = report.open("lines").grid();
        driver.waitUntil("the lines are shown", () -> grid.texts("Code").contains("1.1"));
        return grid;
    }

    private void typeInto(GridDriver grid, int row, String column, String digits) {
        grid.click(row, column);
        grid.press(SWT.NONE, digits.charAt(0));
        grid.awaitCell();
        driver.type(digits.substring(1));
        driver.press(SWT.CR);
    }

    private boolean plans(String code, String amount) {
        return report.line(code).getPlannedValue().compareTo(new BigDecimal(amount)) == 0;
    }

    private void enter(String feature, String text) {
        driver.replace(report.field(feature), text);
        driver.press(SWT.CR);
    }

    @Test
    void an_amount_typed_into_a_period_changes_its_line_the_subtotal_and_the_total_and_undo_takes_it_back() {
        GridDriver grid = lines();
        BigDecimal total = driver.inUi(() -> report.model().getPlannedValue());
        typeInto(grid, 1, JANUARY, "500000");
        driver.waitUntil("the line has it", () -> plans("1.1", "1100000"));
        assertTrue(driver.inUi(() -> plans("1", "1580000")));
        assertEquals(0, total.add(new BigDecimal("100000"))
                .compareTo(driver.inUi(() -> report.model().getPlannedValue())));
        driver.waitUntil("the subtotal shows it", () -> grid.texts(JANUARY).get(0).equals("500,000"));

        driver.press(SWT.CTRL, 'z');
        driver.waitUntil("the line is as before", () -> plans("1.1", "1000000"));
        driver.waitUntil("the cell too", () -> grid.texts(JANUARY).get(1).equals("400,000"));
    }

    @Test
    void an_empty_period_takes_its_first_amount_and_undo_leaves_it_empty() {
        GridDriver grid = lines();
        assertEquals("", grid.texts(JANUARY).get(2));
        typeInto(grid, 2, JANUARY, "7000");
        driver.waitUntil("the cell shows it", () -> grid.texts(JANUARY).get(2).equals("7,000"));
        assertEquals(15, driver.inUi(() -> report.line("1.2").getFigures().size()));

        driver.press(SWT.CTRL, 'z');
        driver.waitUntil("the cell is empty", () -> grid.texts(JANUARY).get(2).isEmpty());
        assertFalse(driver.inUi(() -> report.editor().isDirty()));
    }

    @Test
    void a_subtotal_is_computed_and_does_not_open() {
        GridDriver grid = lines();
        grid.click(0, JANUARY);
        grid.press(SWT.NONE, '5');
        driver.waitUntil("the form shows the subtotal",
                () -> "L-001".equals(((Text) report.field("key")).getText()));
        assertNull(driver.inUi(() -> grid.table().getActiveCellEditor()));
        assertFalse(driver.inUi(() -> report.editor().isDirty()));
    }

    @Test
    void the_period_columns_show_the_measure_that_is_chosen() {
        GridDriver grid = lines();
        Combo measures = driver.find(Combo.class, "the choice of the measure",
                combo -> combo.isVisible() && List.of(combo.getItems()).contains("% complete"));
        driver.focus(measures);
        driver.press(SWT.ARROW_DOWN);
        driver.press(SWT.ARROW_DOWN);
        driver.press(SWT.ARROW_DOWN);
        driver.waitUntil("actual cost is shown", () -> "Actual".equals(measures.getText())
                && grid.texts(JANUARY).get(4).equals("42,000"));
    }

    @Test
    void what_was_saved_is_there_after_the_editor_was_closed_and_opened_again() {
        GridDriver grid = lines();
        typeInto(grid, 2, JANUARY, "7000");
        driver.waitUntil("the editor is dirty", () -> report.editor().isDirty());
        driver.press(SWT.CTRL, 's');
        driver.waitUntil("the editor is clean", () -> !report.editor().isDirty());

        driver.press(SWT.CTRL, 'w');
        driver.waitUntil("the editor is closed", () -> driver.page().getEditorReferences().length == 0);
        GridDriver again = lines();
        driver.waitUntil("the amount is there", () -> again.texts(JANUARY).get(2).equals("7,000"));
        assertTrue(driver.inUi(() -> plans("1.2", "487000")));
        assertEquals("1", driver.inUi(() -> report.line("1.2").getParent().getCode()));
    }

    @Test
    void a_threshold_off_its_range_is_refused_with_the_range() {
        report.open("overview");
        enter("amberThreshold", "120");
        Control field = report.field("amberThreshold");
        driver.waitUntil("the field says why", () -> field.getToolTipText().contains("from 0 % to 100 %, not 120 %"));
        assertEquals(new BigDecimal("0.05"), driver.inUi(() -> report.model().getAmberThreshold()));
    }

    @Test
    void a_threshold_moves_the_status_of_the_lines() {
        report.open("overview");
        assertEquals(VarianceStatus.AMBER, driver.inUi(() -> report.line("2.2").getBudgetStatus()));
        enter("amberThreshold", "6");
        driver.waitUntil("the line is green",
                () -> report.line("2.2").getBudgetStatus() == VarianceStatus.GREEN);
        driver.waitUntil("nothing is found any more", () -> report.editor().editing().findings().isEmpty());
    }

    @Test
    void an_approved_change_is_put_on_a_line_and_undo_takes_it_back() {
        report.open("overview");
        Table changes = driver.find(Table.class, "the approved changes",
                table -> table.isVisible() && table.getColumnCount() == 5);
        driver.waitUntil("they are listed", () -> changes.getItemCount() > 0);
        int index = driver.inUi(() -> List.of(changes.getItems()).stream()
                .map(item -> item.getText(0)).toList().indexOf("CHG-001/C-003"));
        driver.doInUi(() -> {
            FormToolkit.ensureVisible(changes);
            changes.setSelection(index);
            changes.notifyListeners(SWT.Selection, new Event());
        });
        assertEquals("9,500", driver.inUi(() -> changes.getItem(index).getText(3)));
        Button put = driver.findByText(Button.class, "Put on line\u2026");
        driver.doInUi(() -> FormToolkit.ensureVisible(put));
        driver.click(put);
        Shell dialog = driver.findByText(Shell.class, "Put CHG-001/C-003 on a line");
        driver.waitUntil("the question takes keys", () -> dialog.getDisplay().getActiveShell() == dialog);
        driver.type("3.2");
        Table offered = driver.find(Table.class, "the lines", table -> table.getShell() == dialog);
        driver.waitUntil("one line is left", () -> offered.getItemCount() == 1);
        pictures.document(driver.inUi(changes::getShell), "put-on-line");
        driver.press(SWT.CR);
        driver.waitUntil("the line has it", () -> report.line("3.2").getChanges().stream()
                .anyMatch(change -> "CHG-001/C-003".equals(change.getReference())));
        driver.waitUntil("nothing of it is on no line", () -> "0".equals(changes.getItem(index).getText(3)));
        driver.waitUntil("it can't be put twice", () -> !put.isEnabled());
        driver.press(SWT.CTRL, 'z');
        driver.waitUntil("it is on no line", () -> "9,500".equals(changes.getItem(index).getText(3)));
    }

    @Test
    void an_added_period_gets_a_column() {
        report.open("overview");
        Button add = driver.findByText(Button.class, "Add period");
        driver.doInUi(() -> FormToolkit.ensureVisible(add));
        driver.click(add);
        driver.waitUntil("the period is there", () -> report.model().getPeriods().size() == 19);
        GridDriver grid = report.open("lines").grid();
        driver.waitUntil("the lines page has rebuilt its columns", () -> grid.texts("Code").contains("1.1"));
        assertEquals(java.time.LocalDate.of(2027, 7, 31),
                driver.inUi(() -> report.model().getPeriods().get(18).getEndsOn()));
    }

    @Test
    void the_total_below_the_grid_follows_the_lines() {
        GridDriver grid = lines();
        typeInto(grid, 1, JANUARY, "500000");
        driver.waitUntil("the total is new", () -> driver.all(Label.class).stream().anyMatch(
                label -> label.isVisible() && label.getText().contains("PV 4,455,000")));
    }

    @Test
    void every_page_of_the_report_is_drawn() {
        for (String page : List.of("overview", "lines", "curve", "quadrant", "waterfall", "split")) {
            report.open(page);
            driver.waitUntil("the page " + page + " is shown",
                    () -> page.equals(report.editor().getActivePageInstance().getId()));
        }
        assertFalse(driver.inUi(() -> driver.all(Label.class).stream()
                .anyMatch(label -> label.getText().contains("can't be shown"))));
    }
}
