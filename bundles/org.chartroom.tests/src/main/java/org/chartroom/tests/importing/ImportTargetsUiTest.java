package org.chartroom.tests.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.chartroom.model.Directory;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.ui.forms.ArtifactEditing;
import org.chartroom.ui.forms.ArtifactEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;

/** Where the wizard takes tables: the directory, every list of an artifact, and several sheets in one go. */
class ImportTargetsUiTest extends ImportWizardCase {
    private static final String DIRECTORY = "Directory: people, projects, vendors, objectives, exchange rates";
    private static final String REGISTER = "RSK-001  Electronic patient record: risk register";

    private ArtifactEditing editing() {
        return ((ArtifactEditor) driver.page().getActiveEditor()).editing();
    }

    private void chooseList(String label) {
        choose(driver.find(Combo.class, "the choice of the list",
                combo -> combo.getShell() == wizard && List.of(combo.getItems()).contains(label)), label);
    }

    private void goToPlan() {
        press("Next >");
        driver.waitUntil("the columns are shown", () -> page().getName().equals("mapping"));
        press("Next >");
        driver.waitUntil("the plan is shown", () -> page().getName().equals("dryRun"));
    }

    private void finish() {
        press("Finish");
        driver.waitUntil("the wizard is gone", wizard::isDisposed);
        driver.waitUntil("the editor is there", () -> driver.page().getActiveEditor() instanceof ArtifactEditor);
    }

    private boolean isOnPage(Control control) {
        Control page = page().getControl();
        Control at = control;
        while (at != null && at != page) {
            at = at.getParent();
        }
        return at == page;
    }

    private String notes() {
        // The title of a wizard is a text of several lines, too.
        Text notes = driver.find(Text.class, "the notes of the plan", text -> text.getShell() == wizard
                && text.isVisible() && (text.getStyle() & SWT.MULTI) != 0 && !text.getText().isEmpty()
                && isOnPage(text));
        return driver.inUi(notes::getText);
    }

    @Test
    void people_go_into_the_directory_and_are_undone_as_one_step() throws IOException {
        openWizard();
        chooseTarget(DIRECTORY);
        chooseFile(Files.writeString(folder.resolve("people.csv"),
                "Name,E-mail,Role\nZoe Zhang,zoe@example.com,CIO\nYan Young,yan@example.com,PM\n"));
        awaitMessage("2 rows, 3 columns.");
        pictures.document(wizard, "import-directory");
        goToPlan();
        awaitMessage("2 new, 0 changed, 0 unchanged, 0 refused.");
        finish();
        driver.waitUntil("they are there", () -> editing().root() instanceof Directory directory
                && directory.getPeople().stream().anyMatch(person -> "Zoe Zhang".equals(person.getName())));
        driver.press(SWT.CTRL, 'z');
        driver.waitUntil("they are gone", () -> editing().directory().getPeople().stream()
                .noneMatch(person -> person.getName().equals("Zoe Zhang") || person.getName().equals("Yan Young")));
    }

    @Test
    void a_table_that_fits_several_lists_of_the_directory_is_refused_until_one_is_chosen() throws IOException {
        openWizard();
        chooseTarget(DIRECTORY);
        chooseFile(Files.writeString(folder.resolve("vendors.csv"), "Key,Name\nZETA,Zeta Ltd\n"));
        awaitError("does not say what its rows are; choose the list: Projects, Vendors");
        chooseList("Vendors");
        awaitMessage("1 rows, 2 columns.");
        goToPlan();
        awaitMessage("1 new, 0 changed, 0 unchanged, 0 refused.");
    }

    @Test
    void rows_go_into_a_list_inside_items() throws IOException {
        openWizard();
        chooseTarget(REGISTER);
        chooseList("Actions of Risks");
        chooseFile(Files.writeString(folder.resolve("actions.csv"),
                "Risk,Description,Due\nR-001,Zeroth drill,2027-01-31\nR-999,No such risk,\n"));
        awaitMessage("2 rows, 3 columns.");
        pictures.document(wizard, "import-list");
        goToPlan();
        awaitMessage("0 new, 1 changed, 0 unchanged, 1 refused.");
    }

    @Test
    void the_header_is_found_anew_when_the_target_changes() throws IOException {
        Path file = Files.writeString(folder.resolve("two.csv"),
                "Name;E-mail;Role\nKey;Title;Cause\nR-1;Fire;Heat\nR-2;Flood;Rain\n");
        openWizard();
        chooseTarget(NEW_REGISTER);
        chooseFile(file);
        awaitMessage("2 rows, 3 columns.");
        Spinner row = driver.find(Spinner.class, "the row of the header",
                spinner -> spinner.getShell() == wizard && spinner.isVisible());
        assertEquals(2, driver.inUi(row::getSelection));
        chooseTarget(DIRECTORY);
        awaitMessage("3 rows, 3 columns.");
        assertEquals(1, driver.inUi(row::getSelection));
        goToPlan();
        assertTrue(notes().contains("header in line 1"), notes());
        assertTrue(notes().contains("  Role > Role"), notes());
    }

    private static long actions(RiskRegister register) {
        return register.getRisks().stream().mapToLong(risk -> risk.getActions().size()).sum();
    }

    private void openWorkbook() {
        Path workbook = folder.resolve("register.xlsx");
        export(workbook);
        driver.waitUntil("the workbook is written", () -> Files.exists(workbook) && Files.size(workbook) > 5_000);
        driver.doInUi(() -> driver.page().closeAllEditors(false));
        openWizard();
        chooseTarget(NEW_REGISTER);
        chooseFile(workbook);
        awaitMessage("12 rows, ");
    }

    @Test
    void the_sheets_of_a_workbook_come_in_as_one_step() {
        openWorkbook();
        pictures.document(wizard, "import-sheets");
        press("Next >");
        driver.waitUntil("the columns are shown", () -> page().getName().equals("mapping"));
        Combo sheet = driver.find(Combo.class, "the sheet whose columns are shown", combo -> combo.getShell() == wizard
                && combo.isVisible() && List.of(combo.getItems()).contains("Actions into Actions of Risks"));
        long sheets = driver.inUi(sheet::getItemCount);
        choose(sheet, "Actions into Actions of Risks");
        pictures.document(wizard, "import-sheets-mapping");
        assertTrue(driver.inUi(() -> List.of(table().getItems()).stream().map(item -> item.getText(0)).toList())
                .contains("Description"));
        press("Next >");
        driver.waitUntil("the plan is shown", () -> page().getName().equals("dryRun"));
        pictures.document(wizard, "import-sheets-plan");
        assertTrue(notes().contains("Risks into Risks: 12 new"), notes());
        assertTrue(notes().contains("Actions into Actions: 0 new"), notes());
        finish();
        long expected;
        try (var session = sample.workspace().openSession()) {
            expected = actions((RiskRegister) session
                    .artifact(sample.workspace().find("RSK-001").orElseThrow().id()).orElseThrow());
        }
        assertTrue(expected > 0);
        driver.waitUntil("the risks are there", () -> editing().root() instanceof RiskRegister register
                && register.getRisks().size() == 12 && actions(register) == expected);
        assertEquals(sheets, driver.inUi(() -> editing().directory().getImports().stream()
                .filter(one -> one.getName().equals("register.xlsx")).count()));
        driver.press(SWT.CTRL, 'z');
        driver.waitUntil("no risk is left", () -> ((RiskRegister) editing().root()).getRisks().isEmpty());
        assertEquals(0, driver.inUi(() -> editing().directory().getImports().stream()
                .filter(one -> one.getName().equals("register.xlsx")).count()));
    }

    @Test
    void further_sheets_can_be_left_out() {
        openWorkbook();
        Button further = driver.find(Button.class, "the further sheets", button -> button.getShell() == wizard
                && button.isVisible() && button.getText().contains("sheets called like lists: ")
                && button.getText().contains("Actions"));
        assertTrue(driver.inUi(further::getSelection));
        driver.click(further);
        goToPlan();
        awaitMessage("12 new, 0 changed, 0 unchanged, 0 refused.");
        assertTrue(notes().contains("Sheets left out: "), notes());
    }
}
