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
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.tests.driver.Pictures;
import org.chartroom.tests.driver.SampleWorkspace;
import org.chartroom.tests.driver.UiDriver;
import org.chartroom.ui.forms.ArtifactEditor;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The import wizard with the risks of a real project; the data's origin is in SOURCES.md beside it.
 */
class ImportWizardUiTest {
    private static final String NEW_REGISTER = "New Risk register";

    @TempDir
    Path folder;

    private final UiDriver driver = new UiDriver();
    private final Pictures pictures = new Pictures(driver);
    private final SampleWorkspace sample = new SampleWorkspace(driver);
    private Path risks;
    private int artifactsBefore;
    private Shell wizard;

    @BeforeEach
    void fillWorkspace() throws IOException {
        sample.fill();
        artifactsBefore = sample.workspace().artifacts().size();
        risks = folder.resolve("facile_project_risks.csv");
        try (InputStream data = ImportWizardUiTest.class.getResourceAsStream("facile_project_risks.csv")) {
            Files.copy(data, risks);
        }
    }

    @AfterEach
    void closeWizardAndEditors() {
        driver.doInUi(() -> {
            if (wizard != null && !wizard.isDisposed()) {
                wizard.close();
            }
            driver.page().closeAllEditors(false);
        });
    }

    private void openWizard() {
        driver.chooseMenu("File", "Import...");
        wizard = driver.findByText(Shell.class, "Import a table");
        driver.waitUntil("the wizard is active", () -> wizard.getDisplay().getActiveShell() == wizard);
    }

    private void chooseFile(Path file) {
        Text path = driver.find(Text.class, "the name of the file", text -> text.getShell() == wizard
                && text.isVisible() && (text.getStyle() & SWT.READ_ONLY) == 0);
        driver.focus(path);
        driver.doInUi(() -> path.setText(file.toString()));
        driver.press(SWT.CR);
    }

    private void chooseTarget(String label) {
        Combo target = driver.find(Combo.class, "the choice of the target",
                combo -> combo.getShell() == wizard && List.of(combo.getItems()).contains(label));
        driver.focus(target);
        driver.press(SWT.HOME);
        for (int i = driver.inUi(() -> target.indexOf(label)); driver.inUi(target::getSelectionIndex) < i;) {
            int before = driver.inUi(target::getSelectionIndex);
            driver.press(SWT.ARROW_DOWN);
            driver.waitUntil("the next target is chosen", () -> target.getSelectionIndex() > before);
        }
    }

    private WizardPage page() {
        return driver.inUi(() -> (WizardPage) ((WizardDialog) wizard.getData()).getCurrentPage());
    }

    private void awaitMessage(String begin) {
        driver.waitUntil("the page says " + begin,
                () -> page().getErrorMessage() == null && String.valueOf(page().getMessage()).startsWith(begin));
    }

    private void awaitError(String part) {
        driver.waitUntil("the page refuses with " + part, () -> String.valueOf(page().getErrorMessage())
                .contains(part));
    }

    private Button button(String text) {
        return driver.find(Button.class, "the button " + text, button -> button.getShell() == wizard
                && button.getText().replace("&", "").equals(text));
    }

    private void press(String text) {
        Button button = button(text);
        driver.waitUntil(text + " can be pressed", button::isEnabled);
        driver.click(button);
    }

    private Table table() {
        return driver.find(Table.class, "the table of the page",
                table -> table.getShell() == wizard && table.isVisible());
    }

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
    void a_file_that_is_not_there_is_refused_and_another_one_can_be_chosen() {
        openWizard();
        chooseFile(folder.resolve("missing.csv"));
        awaitError("missing.csv");
        chooseFile(risks);
        awaitMessage("16 rows, 8 columns.");
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
        TableItem first = driver.inUi(() -> table().getItem(0));
        assertEquals("refused", driver.inUi(() -> first.getText(0)));
        assertEquals("3", driver.inUi(() -> first.getText(1)));
        assertTrue(driver.inUi(() -> first.getText(3)).startsWith("Current likelihood: "));
    }
}
