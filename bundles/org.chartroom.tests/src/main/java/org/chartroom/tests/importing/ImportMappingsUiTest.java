package org.chartroom.tests.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Mappings are kept under names, chosen again, and what is remembered can be left aside. */
class ImportMappingsUiTest extends ImportWizardCase {
    private static final String BY_NAMES = "by the names of the columns";
    private static final String MAPPING = "{\"decimal\": \"comma\", \"columns\": ["
            + "{\"column\": \"Thing\", \"field\": \"title\"}, {\"column\": \"Why\", \"field\": \"cause\"}]}";

    private Path kept() {
        return sample.workspace().folder().resolve(".chartroom").resolve("mappings");
    }

    @AfterEach
    void forgetMappings() throws IOException {
        if (Files.isDirectory(kept())) {
            try (var files = Files.list(kept())) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void goToColumns(String table) throws IOException {
        openWizard();
        chooseTarget(NEW_REGISTER);
        chooseFile(Files.writeString(folder.resolve("things.csv"), table));
        driver.waitUntil("the file is read", () -> String.valueOf(page().getMessage()).contains(" rows, "));
        press("Next >");
        driver.waitUntil("the columns are shown", () -> page().getName().equals("mapping"));
    }

    private Combo mappings() {
        return driver.find(Combo.class, "the choice of the mapping", combo -> combo.getShell() == wizard
                && combo.isVisible() && List.of(combo.getItems()).contains(BY_NAMES));
    }

    private String field(int row) {
        return driver.inUi(() -> table().getItem(row).getText(2));
    }

    private String chosen() {
        return driver.inUi(mappings()::getText);
    }

    @Test
    void a_mapping_that_is_kept_is_chosen_by_its_name() throws IOException {
        Files.createDirectories(kept());
        Files.writeString(kept().resolve("Things.json"), MAPPING);
        goToColumns("Thing,Why\nFire,Heat\n");
        assertEquals(BY_NAMES, chosen());
        choose(mappings(), "Things");
        driver.waitUntil("the columns are mapped", () -> field(0).equals("Title") && field(1).equals("Cause"));
        pictures.document(wizard, "import-kept-mapping");
        driver.find(Combo.class, "the decimals", combo -> combo.isVisible() && combo.getText().equals("comma"));
        press("Next >");
        awaitMessage("1 new, 0 changed, 0 unchanged, 0 refused.");
    }

    @Test
    void a_mapping_chooses_the_target_and_the_list_that_it_is_for() throws IOException {
        Files.createDirectories(kept());
        Files.writeString(kept().resolve("Staff.json"), "{\"into\": \"directory\", \"list\": \"people\", \"columns\": ["
                + "{\"column\": \"Title\", \"field\": \"name\"}]}");
        goToColumns("Title,Cause\nAna Example,Heat\n");
        choose(mappings(), "Staff");
        awaitMessage("The mapping sends the rows to the directory, list People");
        assertEquals("Name", field(0));
        press("< Back");
        driver.waitUntil("the file is shown", () -> page().getName().equals("file"));
        driver.find(Combo.class, "the directory as target",
                combo -> combo.isVisible() && combo.getText().startsWith("Directory:"));
        driver.find(Combo.class, "its list", combo -> combo.isVisible() && combo.getText().equals("People"));
        press("Next >");
        press("Next >");
        awaitMessage("1 new, 0 changed, 0 unchanged, 0 refused.");
    }

    @Test
    void a_mapping_for_another_type_than_the_artifact_is_refused() throws IOException {
        Files.createDirectories(kept());
        Files.writeString(kept().resolve("Things.json"), MAPPING.replace("{\"decimal\"",
                "{\"type\": \"org.chartroom.variance.report\", \"decimal\""));
        openWizard();
        Combo targets = driver.find(Combo.class, "the targets", combo -> combo.getShell() == wizard
                && List.of(combo.getItems()).contains(NEW_REGISTER));
        String label = driver.inUi(() -> List.of(targets.getItems()).stream()
                .filter(item -> item.startsWith("RSK-001")).findFirst().orElseThrow());
        chooseTarget(label);
        chooseFile(Files.writeString(folder.resolve("things.csv"), "Thing,Why\nFire,Heat\n"));
        driver.waitUntil("the file is read", () -> String.valueOf(page().getMessage()).contains(" rows, "));
        press("Next >");
        driver.waitUntil("the columns are shown", () -> page().getName().equals("mapping"));
        driver.focus(mappings());
        driver.press(SWT.ARROW_DOWN);
        awaitError("The mapping is for Budget variance report and not for RSK-001; choose another one.");
        assertEquals(BY_NAMES, chosen());
    }

    @Test
    void the_mapping_is_kept_under_a_name() throws IOException {
        goToColumns("Title,Cause\nFire,Heat\n");
        driver.click(button("Keep..."));
        Shell dialog = driver.findByText(Shell.class, "Keep the mapping");
        Text name = driver.find(Text.class, "the name", text -> text.getShell() == dialog && text.isVisible()
                && (text.getStyle() & SWT.READ_ONLY) == 0);
        Button ok = driver.find(Button.class, "OK", button -> button.getShell() == dialog
                && button.getText().equals("OK"));
        driver.doInUi(() -> name.setText("../evil"));
        assertFalse(driver.inUi(ok::isEnabled));
        driver.doInUi(() -> name.setText("Monthly risks"));
        driver.click(ok);
        awaitMessage("The workspace keeps the mapping as \"Monthly risks\"");
        assertTrue(Files.readString(kept().resolve("Monthly risks.json")).contains("\"field\": \"cause\""));
        assertTrue(driver.inUi(() -> List.of(mappings().getItems()).contains("Monthly risks")));
    }

    @Test
    void a_mapping_that_does_not_fit_is_refused_and_leaves_the_columns_as_they_were() throws IOException {
        Files.createDirectories(kept());
        Files.writeString(kept().resolve("Things.json"), MAPPING);
        goToColumns("Title,Cause\nFire,Heat\n");
        driver.focus(mappings());
        driver.press(SWT.ARROW_DOWN);
        awaitError("has no column \"Thing\"; it has Title, Cause.");
        assertEquals(List.of("Title", "Cause"), List.of(field(0), field(1)));
        assertEquals(BY_NAMES, chosen());
    }

    @Test
    void what_is_remembered_says_so_and_can_be_left_aside() throws IOException {
        String text = "Title,Odd one\nFire,Heat\n";
        goToColumns(text);
        assertEquals("(leave out)", field(1));
        press("Next >");
        awaitMessage("1 new");
        press("Finish");
        driver.waitUntil("the wizard is gone", wizard::isDisposed);

        goToColumns(text);
        awaitMessage("The columns are mapped as in the last import");
        assertEquals("as in the last import", chosen());
        choose(mappings(), BY_NAMES);
        driver.waitUntil("nothing is remembered any more", () -> page().getMessage() == null
                || !page().getMessage().startsWith("The columns are mapped as in the last import"));
        assertEquals(BY_NAMES, chosen());
    }

    private void chooseTheFieldOfTheSecondColumn() throws IOException {
        goToColumns("Title,Odd one\nFire,Heat\n");
        Table columns = table();
        driver.focus(columns);
        driver.press(SWT.HOME);
        driver.press(SWT.ARROW_DOWN);
        driver.press(SWT.ARROW_RIGHT);
        driver.press(SWT.ARROW_RIGHT);
        driver.press(SWT.F2);
        CCombo editor = driver.find(CCombo.class, "the fields", combo -> combo.isVisible()
                && combo.getParent() == columns);
        driver.press(SWT.ARROW_DOWN);
        driver.press(SWT.CR);
        driver.waitUntil("a field is chosen", () -> !field(1).equals("(leave out)"));
        driver.waitUntil("the choice is closed", () -> editor.isDisposed() || !editor.isVisible());
    }

    @Test
    void the_field_of_a_column_is_chosen_by_keys() throws IOException {
        chooseTheFieldOfTheSecondColumn();
        assertFalse(field(1).equals("(leave out)"));
    }

    @Test
    void a_wizard_whose_columns_were_mapped_by_hand_asks_before_it_closes() throws IOException {
        chooseTheFieldOfTheSecondColumn();
        driver.press(SWT.ESC);
        Button stay = driver.find(Button.class, "No", button -> button.getShell() != wizard
                && button.getText().replace("&", "").equals("No"));
        driver.click(stay);
        driver.waitUntil("the question is gone", stay::isDisposed);
        assertFalse(wizard.isDisposed());
        assertFalse(field(1).equals("(leave out)"));
    }

    @Test
    void a_wizard_whose_columns_are_as_proposed_closes_at_once() throws IOException {
        goToColumns("Title,Odd one\nFire,Heat\n");
        driver.press(SWT.ESC);
        driver.waitUntil("the wizard is gone", wizard::isDisposed);
    }
}
