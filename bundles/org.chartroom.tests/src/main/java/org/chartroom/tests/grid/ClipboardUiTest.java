package org.chartroom.tests.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.chartroom.model.Money;
import org.chartroom.model.change.Change;
import org.chartroom.model.change.ChangeClass;
import org.chartroom.model.change.ChangeLog;
import org.chartroom.model.change.ChangePackage;
import org.chartroom.model.vendor.VendorScorecard;
import org.chartroom.tests.driver.ArtifactDriver;
import org.chartroom.tests.driver.UiDriver;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.HTMLTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells to and from a spreadsheet, with values of every type. */
class ClipboardUiTest {
    private static final List<EStructuralFeature> TYPES = List.of(ChangePackage.Literals.CHANGE__REQUESTER,
            ChangePackage.Literals.CHANGE__RAISED_ON, ChangePackage.Literals.CHANGE__CHANGE_CLASS,
            ChangePackage.Literals.CHANGE__COST_IMPACT, ChangePackage.Literals.CHANGE__SCHEDULE_IMPACT,
            ChangePackage.Literals.CHANGE__PLANNED_FROM);

    private final UiDriver driver = new UiDriver();
    private final ArtifactDriver log = new ArtifactDriver(driver, "CHG-001", "org.chartroom.change.editor");

    @BeforeEach
    void openTheChanges() {
        log.reset();
        log.open("changes");
    }

    @AfterEach
    void closeEditors() {
        driver.closeDialogs();
        driver.doInUi(() -> driver.page().closeAllEditors(false));
    }

    private Change change(int row) {
        return ((ChangeLog) log.artifact()).getChanges().get(row);
    }

    private void putOnClipboard(String text) {
        driver.doInUi(() -> {
            Clipboard clipboard = new Clipboard(log.grid().table().getDisplay());
            clipboard.setContents(new Object[]{text}, new Transfer[]{TextTransfer.getInstance()});
            clipboard.dispose();
        });
    }

    private String onClipboard(Transfer transfer) {
        return driver.inUi(() -> {
            Clipboard clipboard = new Clipboard(log.grid().table().getDisplay());
            String text = (String) clipboard.getContents(transfer);
            clipboard.dispose();
            return text;
        });
    }

    private void paste(int row, String column, String text) {
        putOnClipboard(text);
        log.grid().click(row, column);
        driver.press(SWT.CTRL, 'v');
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"1,200.50 EUR; 1200.5 EUR", "US$1,200.00; 1200 USD", "€ 80; 80 EUR",
            "(1,200.00); -1200 EUR", "-£7; -7 GBP", "1.2E+06; 1200000 EUR", "950; 950 EUR"})
    void an_amount_is_taken_as_a_spreadsheet_writes_it(String text, String amount) {
        paste(0, "Cost", text);
        driver.waitUntil("the cost is " + amount, () -> Money.valueOf(amount).equals(change(0).getCostImpact()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"3/31/2026; 2026-03-31", "03/31/2026; 2026-03-31", "3/31/26; 2026-03-31",
            "Mar 31, 2026; 2026-03-31", "2026-03-31; 2026-03-31"})
    void a_day_is_taken_as_a_spreadsheet_writes_it(String text, String day) {
        paste(0, "Raised on", text);
        driver.waitUntil("the day is " + day, () -> LocalDate.parse(day).equals(change(0).getRaisedOn()));
    }

    @Test
    void a_choice_and_a_number_of_days_are_taken_by_what_they_say() {
        paste(0, "Class", "emergency");
        driver.waitUntil("the class is new", () -> change(0).getChangeClass() == ChangeClass.EMERGENCY);
        paste(0, "Days", "1,012");
        driver.waitUntil("the days are new", () -> Integer.valueOf(1012).equals(change(0).getScheduleImpact()));
    }

    @Test
    void what_is_no_amount_is_refused_and_nothing_changes() {
        Money before = driver.inUi(() -> change(0).getCostImpact());
        paste(0, "Cost", "a lot");
        Shell dialog = driver.findByText(Shell.class, "Paste");
        driver.find(Label.class, "why it was refused", label -> label.getShell() == dialog
                && label.getText().startsWith("Nothing was pasted: row 1, column Cost: \"a lot\" is not an amount"));
        assertEquals(before, driver.inUi(() -> change(0).getCostImpact()));
        assertFalse(driver.inUi(() -> log.editor().isDirty()));
    }

    @Test
    void a_copied_row_gives_another_one_the_same_values_of_every_type_as_one_step() {
        List<Object> first = driver.inUi(() -> values(0));
        List<Object> second = driver.inUi(() -> values(1));
        assertFalse(first.equals(second), "the two rows differ before");
        log.grid().click(0, "Class");
        log.grid().extendTo(0, "Raised on");
        driver.press(SWT.CTRL, 'c');
        log.grid().click(1, "Class");
        driver.press(SWT.CTRL, 'v');
        driver.waitUntil("the values are the same", () -> values(1).equals(first));
        driver.press(SWT.CTRL, 'z');
        driver.waitUntil("the values are the old ones", () -> values(1).equals(second));
    }

    private List<Object> values(int row) {
        return TYPES.stream().map(type -> (Object) Optional.ofNullable(change(row).eGet(type))).toList();
    }

    @Test
    void copied_cells_tell_a_spreadsheet_what_they_are() {
        driver.doInUi(() -> {
            change(0).setRaisedOn(LocalDate.of(2026, 3, 31));
            change(0).setCostImpact(Money.valueOf("1200.5 EUR"));
            change(0).setScheduleImpact(12);
        });
        log.grid().click(0, "Cost");
        log.grid().extendTo(0, "Raised on");
        driver.press(SWT.CTRL, 'c');
        driver.waitUntil("a table is on the clipboard", () -> {
            String html = onClipboard(HTMLTransfer.getInstance());
            return html != null && html.contains("sdval=\"46112\"");
        });
        String html = onClipboard(HTMLTransfer.getInstance());
        // 31 March 2026 is day 46112 of a spreadsheet.
        assertTrue(html.contains("<td x:num=\"46112\" sdval=\"46112\" sdnum=\"1033;0;yyyy-mm-dd\""), html);
        assertTrue(html.contains("<td x:num=\"1200.5\" sdval=\"1200.5\" sdnum=\"1033;0;#,##0.00 &quot;EUR&quot;\""),
                html);
        assertTrue(html.contains("<td x:num=\"12\" sdval=\"12\" sdnum=\"1033;0;General\""), html);
        assertTrue(onClipboard(TextTransfer.getInstance()).startsWith("1,200.50 EUR\t12\t"));
    }

    @Test
    void a_table_that_is_too_wide_is_refused_and_loses_nothing() {
        paste(0, "Overdue", "1\t2\t3\n");
        Shell dialog = driver.findByText(Shell.class, "Paste");
        driver.find(Label.class, "how wide it is", label -> label.getShell() == dialog
                && label.getText().startsWith("Nothing was pasted: the table has 3 columns, but"));
        assertFalse(driver.inUi(() -> log.editor().isDirty()));
    }

    @Test
    void an_empty_cell_of_a_period_is_emptied_without_a_trace() {
        ArtifactDriver scorecard = new ArtifactDriver(driver, "VND-001", "org.chartroom.vendor.editor");
        scorecard.open("metrics");
        int before = driver.inUi(() -> ((VendorScorecard) scorecard.artifact()).getMetrics().get(3).getMeasurements()
                .size());
        scorecard.grid().click(3, "2026-11");
        driver.doInUi(() -> {
            Event delete = new Event();
            delete.keyCode = SWT.DEL;
            delete.character = SWT.DEL;
            scorecard.grid().table().notifyListeners(SWT.KeyDown, delete);
        });
        assertEquals(before, driver.inUi(() -> ((VendorScorecard) scorecard.artifact()).getMetrics().get(3)
                .getMeasurements().size()));
        assertFalse(driver.inUi(() -> scorecard.editor().isDirty()));
    }
}
