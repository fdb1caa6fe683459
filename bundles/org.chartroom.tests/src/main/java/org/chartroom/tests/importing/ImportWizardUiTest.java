package org.chartroom.tests.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.chartroom.model.change.ChangeLog;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.ui.forms.ArtifactEditor;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;

/**
 * The import wizard with the risks of a real project; the data's origin is in SOURCES.md beside it.
 */
class ImportWizardUiTest extends ImportWizardCase {
    private String theme() {
        return driver.inUi(() -> PlatformUI.getWorkbench().getService(IThemeEngine.class).getActiveTheme().getId());
    }

    private RiskRegister register() {
        return (RiskRegister) ((ArtifactEditor) driver.page().getActiveEditor()).editing().artifact();
    }

    private void goToDryRun() {
        openWizard();
        chooseTarget(NEW_REGISTER);
        chooseFile(risks);
        awaitMessage("16 rows, 8 columns.");
        press("Next >");
        driver.waitUntil("the columns are shown", () -> page().getName().equals("mapping"));
        pictures.document(wizard, "import-mapping");
        press("Next >");
        driver.waitUntil("the dry run is shown", () -> page().getName().equals("dryRun"));
        awaitMessage("16 new");
        pictures.document(wizard, "import-dry-run");
    }

    private void importRisks() {
        goToDryRun();
        press("Finish");
        driver.waitUntil("the wizard is gone", wizard::isDisposed);
        driver.waitUntil("the risks are there", () -> driver.page().getActiveEditor() instanceof ArtifactEditor
                && register().getRisks().size() == 16);
    }

    @Test
    void the_first_page_shows_how_the_file_is_written_and_its_first_rows() {
        openWizard();
        chooseFile(risks);
        awaitMessage("16 rows, 8 columns.");
        assertTrue(driver.inUi(() -> table().getItem(0).getText(0)).startsWith("Old project incompatibility"));
    }

    @Test
    void columns_are_mapped_by_their_names() {
        openWizard();
        chooseFile(risks);
        press("Next >");
        List<String> fields = driver.inUi(() -> Arrays.stream(table().getItems())
                .map(item -> item.getText(0) + " > " + item.getText(2)).toList());
        assertTrue(fields.contains("Name > Title"), fields.toString());
        assertTrue(fields.contains("Category > Category"), fields.toString());
        assertTrue(fields.contains("Likelihood > Current likelihood"), fields.toString());
    }

    @Test
    void the_dry_run_says_that_16_are_new_and_writes_nothing() {
        goToDryRun();
        awaitMessage("16 new, 0 changed, 0 unchanged, 0 refused.");
        assertEquals(artifactsBefore, sample.workspace().artifacts().size());
    }

    @Test
    void the_plan_of_a_table_is_the_last_page() {
        goToDryRun();
        assertFalse(driver.inUi(() -> button("Next >").isEnabled()));
    }

    @Test
    void what_was_planned_for_other_settings_is_not_imported_unseen() {
        goToDryRun();
        assertTrue(driver.inUi(() -> button("Finish").isEnabled()));
        press("< Back");
        driver.waitUntil("the columns are shown", () -> page().getName().equals("mapping"));
        assertFalse(driver.inUi(() -> button("Finish").isEnabled()));
    }

    @Test
    void a_new_register_is_called_like_the_file_without_its_extension() {
        importRisks();
        assertEquals("facile_project_risks", driver.inUi(() -> register().getTitle()));
    }

    @Test
    void cancel_leaves_the_workspace_as_it_was() {
        goToDryRun();
        press("Cancel");
        driver.waitUntil("the wizard is gone", wizard::isDisposed);
        assertEquals(artifactsBefore, sample.workspace().artifacts().size());
        assertEquals(0, driver.page().getEditorReferences().length);
    }

    @Test
    void the_theme_can_change_after_the_tables_of_the_wizard_are_gone() {
        goToDryRun();
        press("Cancel");
        driver.waitUntil("the wizard is gone", wizard::isDisposed);
        driver.chooseMenu("Window", "Appearance", "Dark");
        assertEquals("org.eclipse.e4.ui.css.theme.e4_dark", theme());
        driver.chooseMenu("Window", "Appearance", "Light");
        assertEquals("org.eclipse.e4.ui.css.theme.e4_default", theme());
    }

    @Test
    void the_imported_risks_are_undone_as_one_step() {
        importRisks();
        driver.press(SWT.CTRL, 'z');
        driver.waitUntil("no risk is left", () -> register().getRisks().isEmpty());
    }

    @Test
    void an_import_that_is_taken_back_and_not_saved_leaves_no_artifact_behind() {
        importRisks();
        driver.press(SWT.CTRL, 'z');
        driver.waitUntil("no risk is left", () -> register().getRisks().isEmpty());
        driver.doInUi(() -> driver.page().closeAllEditors(false));
        assertEquals(artifactsBefore, sample.workspace().artifacts().size());
    }

    @Test
    void the_first_save_makes_the_artifact_with_its_rows() {
        importRisks();
        assertEquals(artifactsBefore, sample.workspace().artifacts().size());
        driver.press(SWT.CTRL, 's');
        driver.waitUntil("the register is saved", () -> !driver.page().getActiveEditor().isDirty());
        assertEquals(artifactsBefore + 1, sample.workspace().artifacts().size());
        assertTrue(sample.workspace().artifacts().stream()
                .anyMatch(artifact -> artifact.title().equals("facile_project_risks")));
    }

    @Test
    void a_word_that_is_not_understood_is_said_in_the_window() throws IOException {
        Path file = Files.writeString(folder.resolve("words.csv"),
                "Title,Response\nFire,dance\nFlood,accept\nStorm,dance\n");
        openWizard();
        chooseTarget(NEW_REGISTER);
        chooseFile(file);
        press("Next >");
        driver.waitUntil("the columns are shown", () -> page().getName().equals("mapping"));
        press("Next >");
        awaitMessage("1 new, 0 changed, 0 unchanged, 2 refused.");
        assertTrue(driver.inUi(() -> table().getItem(0).getText(3)).contains("with \"Meaning of words\""));
        driver.click(button("Meaning of words..."));
        Shell dialog = driver.findByText(Shell.class, "Meaning of words");
        Combo meaning = driver.find(Combo.class, "what the word means", combo -> combo.getShell() == dialog);
        pictures.document(dialog, "import-words");
        choose(meaning, "Avoid");
        driver.click(driver.find(Button.class, "OK", button -> button.getShell() == dialog
                && button.getText().equals("OK")));
        awaitMessage("3 new, 0 changed, 0 unchanged, 0 refused.");
        assertFalse(driver.inUi(button("Meaning of words...")::isVisible));
    }

    @Test
    void long_words_leave_room_for_what_they_mean() throws IOException {
        StringBuilder rows = new StringBuilder("Title,Response\nFlood,accept\n");
        for (int i = 0; i < 12; i++) {
            rows.append("Risk ").append(i).append(",we have asked everybody and nobody could tell what to do about no ")
                    .append(i).append('\n');
        }
        openWizard();
        chooseTarget(NEW_REGISTER);
        chooseFile(Files.writeString(folder.resolve("words.csv"), rows));
        press("Next >");
        driver.waitUntil("the columns are shown", () -> page().getName().equals("mapping"));
        press("Next >");
        awaitMessage("1 new, 0 changed, 0 unchanged, 12 refused.");
        driver.click(button("Meaning of words..."));
        Shell dialog = driver.findByText(Shell.class, "Meaning of words");
        List<Combo> meanings = driver.inUi(() -> driver.all(Combo.class).stream()
                .filter(combo -> combo.getShell() == dialog).toList());
        pictures.document(dialog, "import-long-words");

        assertEquals(12, meanings.size());
        assertTrue(
                driver.inUi(() -> meanings.stream().allMatch(combo -> combo.getBounds().x + combo.getSize().x <= combo
                        .getParent().getClientArea().width)));
        Combo last = meanings.get(11);
        driver.focus(last);
        driver.waitUntil("the last one is scrolled to", () -> dialog.getDisplay().map(last, dialog, 0, 0).y
                + last.getSize().y < dialog.getClientArea().height);
        driver.press(SWT.ESC);
        driver.waitUntil("the dialog is closed", dialog::isDisposed);
    }

    @Test
    void an_encoding_is_chosen_beside_the_delimiter() throws IOException {
        Path file = Files.write(folder.resolve("polish.csv"),
                "Title,Cause\nPo\u017car,\u0141ad\nPow\u00f3d\u017a,Deszcz\n".getBytes("windows-1250"));
        openWizard();
        chooseTarget(NEW_REGISTER);
        chooseFile(file);
        Combo encoding = driver.find(Combo.class, "the encoding", combo -> combo.getShell() == wizard
                && combo.isVisible() && List.of(combo.getItems()).contains("windows-1250"));
        choose(encoding, "windows-1250");
        awaitMessage("2 rows, 2 columns.");
        assertEquals("Po\u017car", driver.inUi(() -> table().getItem(0).getText(0)));
    }

    @Test
    void the_same_import_again_changes_nothing() {
        importRisks();
        driver.press(SWT.CTRL, 's');
        driver.waitUntil("the register is saved", () -> !driver.page().getActiveEditor().isDirty());

        openWizard();
        chooseFile(risks);
        press("Next >");
        driver.waitUntil("the columns are shown", () -> page().getName().equals("mapping"));
        press("Next >");
        awaitMessage("0 new, 0 changed, 16 unchanged, 0 refused.");
        press("Finish");
        driver.waitUntil("the wizard is gone", wizard::isDisposed);
        assertFalse(driver.inUi(() -> driver.page().getActiveEditor().isDirty()));
    }

    @Test
    void the_dry_run_counts_with_what_the_open_editor_has_not_saved() {
        importRisks();
        openWizard();
        chooseFile(risks);
        press("Next >");
        driver.waitUntil("the columns are shown", () -> page().getName().equals("mapping"));
        press("Next >");
        awaitMessage("0 new, 0 changed, 16 unchanged, 0 refused.");
    }

    @Test
    void a_corrected_delimiter_is_read_at_once() throws IOException {
        Path file = Files.writeString(folder.resolve("odd.csv"), "Title;Cause;Event,Owner\na;b;c,d\ne;f;g,h\n");
        openWizard();
        chooseFile(file);
        awaitMessage("2 rows, 3 columns.");
        Combo delimiter = driver.find(Combo.class, "the delimiter", combo -> combo.getShell() == wizard
                && combo.isVisible() && combo.getText().equals("Semicolon ;"));
        driver.focus(delimiter);
        driver.press(SWT.ARROW_UP);
        awaitMessage("2 rows, 2 columns.");
    }

    @Test
    void a_binary_file_is_refused_and_the_wizard_stays_open() throws IOException {
        Path file = Files.write(folder.resolve("picture.csv"), new byte[]{(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, 0});
        openWizard();
        chooseFile(file);
        awaitError("picture.csv");
        assertFalse(driver.inUi(() -> button("Next >").isEnabled()));
        assertTrue(driver.isVisible(wizard));
    }

    @Test
    void unbalanced_quotes_are_refused_with_their_row_and_the_wizard_stays_open() throws IOException {
        Path file = Files.writeString(folder.resolve("quotes.csv"), "Title,Category\nfirst,a\n\"second,b\nthird,c\n");
        openWizard();
        chooseFile(file);
        awaitError("quotes.csv");
        awaitError("3");
        assertTrue(driver.isVisible(wizard));
    }

    @Test
    void the_row_that_names_the_columns_is_found_shown_and_can_be_another_one() throws IOException {
        Path file = Files.writeString(folder.resolve("titles.csv"),
                "Register of the hall;;\nas of 1 March;;\nKey;Title;Cause\nR-1;Fire;Heat\nR-2;Flood;Rain\n");
        openWizard();
        chooseTarget(NEW_REGISTER);
        chooseFile(file);
        awaitMessage("2 rows, 3 columns.");
        pictures.document(wizard, "import-header-row");
        Spinner row = driver.find(Spinner.class, "the row of the header",
                spinner -> spinner.getShell() == wizard && spinner.isVisible() && spinner.isEnabled());
        assertEquals(3, driver.inUi(row::getSelection));
        driver.focus(row);
        driver.press(SWT.ARROW_UP);
        awaitMessage("1 rows, 3 columns.");
        assertEquals("Fire", driver.inUi(() -> table().getColumn(1).getText()));
    }

    @Test
    void the_dry_run_says_how_the_table_was_taken_and_what_goes_nowhere() throws IOException {
        Path file = Files.writeString(folder.resolve("plan.csv"),
                "Titel;Eintrittswahrscheinlichkeit;Cost likely (k EUR);Farbe\nFeuer;hoch;1,5;rot\nSumme;;1,5;\n");
        openWizard();
        chooseTarget(NEW_REGISTER);
        chooseFile(file);
        press("Next >");
        driver.waitUntil("the columns are shown", () -> page().getName().equals("mapping"));
        pictures.document(wizard, "import-values");
        press("Next >");
        awaitMessage("1 new, 0 changed, 0 unchanged, 0 refused.");
        Text notes = driver.find(Text.class, "the notes", text -> text.getShell() == wizard && text.isVisible()
                && text.getText().contains("The column \"Farbe\" goes nowhere; values in it: 1."));
        pictures.document(wizard, "import-plan");
        String said = driver.inUi(notes::getText);
        assertTrue(said.contains("is a total and left out"), said);
        assertTrue(said.contains("Eintrittswahrscheinlichkeit > Current likelihood (scale words; hoch = 4)"), said);
    }

    @Test
    void a_scale_that_begins_with_zero_is_refused_until_it_is_chosen() throws IOException {
        Path file = Files.writeString(folder.resolve("zero.csv"), "Title,Likelihood,Impact\nFire,0,4\nFlood,2,1\n");
        openWizard();
        chooseTarget(NEW_REGISTER);
        chooseFile(file);
        press("Next >");
        driver.waitUntil("the columns are shown", () -> page().getName().equals("mapping"));
        press("Next >");
        awaitMessage("0 new, 0 changed, 0 unchanged, 2 refused.");
        press("< Back");
        driver.waitUntil("the columns are shown", () -> page().getName().equals("mapping"));
        Combo scales = driver.find(Combo.class, "the scale of all columns", combo -> combo.getShell() == wizard
                && combo.isVisible() && List.of(combo.getItems()).contains("0 to 4"));
        driver.focus(scales);
        for (int i = driver.inUi(() -> scales.indexOf("0 to 4")); driver.inUi(scales::getSelectionIndex) < i;) {
            int before = driver.inUi(scales::getSelectionIndex);
            driver.press(SWT.ARROW_DOWN);
            driver.waitUntil("the next scale is chosen", () -> scales.getSelectionIndex() > before);
        }
        press("Next >");
        awaitMessage("2 new, 0 changed, 0 unchanged, 0 refused.");
    }

    @Test
    void a_file_that_is_refused_leaves_nothing_of_the_one_before() throws IOException {
        openWizard();
        chooseFile(risks);
        awaitMessage("16 rows, 8 columns.");
        chooseFile(Files.writeString(folder.resolve("broken.xlsx"), "no workbook"));
        awaitError("broken.xlsx is damaged or no Excel workbook");
        assertEquals(0, driver.inUi(() -> table().getItemCount()));
        assertEquals(0, driver.inUi(() -> table().getColumnCount()));
        assertFalse(driver.inUi(() -> button("Next >").isEnabled()));
    }

    @Test
    void a_file_that_is_not_there_is_refused_and_another_one_can_be_chosen() {
        openWizard();
        chooseFile(folder.resolve("missing.csv"));
        awaitError("missing.csv");
        chooseFile(risks);
        awaitMessage("16 rows, 8 columns.");
    }

    private void goToDryRunOf(Path file) {
        openWizard();
        chooseFile(file);
        driver.waitUntil("the format is known", () -> String.valueOf(page().getMessage()).contains("fixed meanings"));
        press("Next >");
        driver.waitUntil("the dry run is shown at once", () -> page().getName().equals("dryRun"));
    }

    private Path data(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream data = ImportWizardUiTest.class.getResourceAsStream(name)) {
            Files.copy(data, file);
        }
        return file;
    }

    @Test
    void risks_of_a_plan_of_action_arrive_and_what_is_left_out_is_told() throws IOException {
        goToDryRunOf(data("oscal_ifa_poam.json"));
        awaitMessage("2 new, 0 changed, 0 unchanged, 0 refused.");
        driver.find(Text.class, "what is left out", text -> text.getShell() == wizard && text.isVisible()
                && text.getText().contains("import-ssp"));
        pictures.document(wizard, "import-oscal");
        press("Finish");
        driver.waitUntil("the risks are there", () -> driver.page().getActiveEditor() instanceof ArtifactEditor
                && register().getRisks().size() == 2);
        driver.press(SWT.CTRL, 'z');
        driver.waitUntil("no risk is left", () -> register().getRisks().isEmpty());
    }

    @Test
    void a_forecast_history_becomes_changes_of_a_change_log() throws IOException {
        Path file = Files.writeString(folder.resolve("history.csv"), "Date Reported As Of,PID,Project Name,Category,"
                + "Current Phase,Budget Forecast,Latest Budget Changes,Forecast Completion,Latest Schedule Changes\n"
                + "05/01/2014 12:00:00 AM,3,Plant,Water,Design,110,10,01/14/2020,5\n"
                + "02/01/2015 12:00:00 AM,3,Plant,Water,Build,80,-30,02/14/2020,31\n");
        openWizard();
        chooseTarget("New Change log");
        chooseFile(file);
        driver.waitUntil("the format is known", () -> String.valueOf(page().getMessage()).contains("fixed meanings"));
        press("Next >");
        awaitMessage("2 new, 0 changed, 0 unchanged, 0 refused.");
        press("Finish");
        driver.waitUntil("the changes are there", () -> driver.page().getActiveEditor() instanceof ArtifactEditor editor
                && editor.editing().artifact() instanceof ChangeLog log && log.getChanges().size() == 2);
    }

    @Test
    void a_register_is_exported_as_a_workbook_and_imported_from_its_sheet_unchanged() {
        Path workbook = folder.resolve("register.xlsx");
        export(workbook);
        openWizard();
        driver.waitUntil("the workbook is written", () -> Files.exists(workbook) && Files.size(workbook) > 5_000);
        chooseFile(workbook);
        awaitMessage("12 rows, ");
        Combo sheet = driver.find(Combo.class, "the sheet", combo -> combo.getShell() == wizard && combo.isVisible()
                && combo.isEnabled() && combo.getText().equals("Risks"));
        pictures.document(wizard, "import-workbook");
        choose(sheet, "Matrix");
        awaitMessage("25 rows, 3 columns.");
        choose(sheet, "Risks");
        awaitMessage("12 rows, ");
        chooseTarget("RSK-001  Electronic patient record: risk register");
        press("Next >");
        driver.waitUntil("the columns are shown", () -> page().getName().equals("mapping"));
        press("Next >");
        awaitMessage("0 new, 0 changed, 12 unchanged, 0 refused.");
    }

    @Test
    void a_broken_workbook_is_refused_and_the_wizard_stays_open() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.xlsx"), "no workbook");
        openWizard();
        chooseFile(file);
        awaitError("broken.xlsx is damaged or no Excel workbook");
        assertFalse(driver.inUi(() -> button("Next >").isEnabled()));
    }

    @Test
    void a_value_off_its_scale_is_listed_first_with_line_and_column() throws IOException {
        Path file = Files.writeString(folder.resolve("scale.csv"),
                "Title,Current likelihood\nfirst,2\nsecond,777\nthird,3\n");
        openWizard();
        chooseTarget(NEW_REGISTER);
        chooseFile(file);
        press("Next >");
        driver.waitUntil("the columns are shown", () -> page().getName().equals("mapping"));
        press("Next >");
        driver.waitUntil("the dry run is shown", () -> page().getName().equals("dryRun"));
        driver.waitUntil("the refused value is first", () -> table().getItem(0).getText(0).equals("refused"));
        TableItem first = driver.inUi(() -> table().getItem(0));
        assertEquals("3", driver.inUi(() -> first.getText(1)));
        assertTrue(driver.inUi(() -> first.getText(3)).startsWith("Current likelihood: "));
    }
}
