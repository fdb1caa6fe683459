package org.chartroom.tests.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.chartroom.model.Evidence;
import org.chartroom.tests.driver.ArtifactDriver;
import org.chartroom.tests.driver.Pictures;
import org.chartroom.tests.driver.SampleWorkspace;
import org.chartroom.tests.driver.UiDriver;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evidence, added, checked and taken away as a user does. */
class EvidenceUiTest {
    /** The digest of "abc" in FIPS 180-4. */
    private static final String ABC_HASH = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    private final UiDriver driver = new UiDriver();
    private final Pictures pictures = new Pictures(driver);
    private final SampleWorkspace sample = new SampleWorkspace(driver);
    private final ArtifactDriver register = new ArtifactDriver(driver, "RSK-001", "org.chartroom.risk.editor");

    @BeforeEach
    void fillWorkspace() {
        register.reset();
        driver.chooseMenu("Window", "Show view", "Evidence");
        register.open("overview");
    }

    @AfterEach
    void closeEditors() {
        driver.closeDialogs();
        driver.doInUi(() -> {
            driver.page().closeAllEditors(false);
            driver.page().bringToTop(driver.page().findView("org.chartroom.ui.findings"));
        });
    }

    private Table table() {
        return driver.find(Table.class, "the evidence", table -> table.isVisible() && table.getColumnCount() == 6
                && table.getColumn(2).getText().equals("Check"));
    }

    private List<String> column(int index) {
        Table table = table();
        return driver.inUi(() -> List.of(table.getItems()).stream().map(item -> item.getText(index)).toList());
    }

    private void press(String text) {
        Button button = driver.find(Button.class, text, one -> one.isVisible() && one.getText().equals(text));
        driver.waitUntil(text + " can be pressed", button::isEnabled);
        driver.click(button);
    }

    private Shell ask(String place) {
        press("Add evidence...");
        Shell dialog = driver.findByText(Shell.class, "Add evidence");
        Text field = driver.find(Text.class, "the place", text -> text.getShell() == dialog
                && (text.getStyle() & SWT.READ_ONLY) == 0);
        driver.doInUi(() -> field.setText(place));
        return dialog;
    }

    private Button ok(Shell dialog) {
        return driver.find(Button.class, "OK", button -> button.getShell() == dialog
                && Integer.valueOf(IDialogConstants.OK_ID).equals(button.getData()));
    }

    private void add(String place) {
        Shell dialog = ask(place);
        Button ok = ok(dialog);
        driver.waitUntil("it can be added", ok::isEnabled);
        driver.click(ok);
    }

    private Path stored() {
        return sample.workspace().folder().resolve("evidence").resolve(ABC_HASH);
    }

    private void addAbc() throws IOException {
        add(Files.writeString(folder.resolve("minutes.txt"), "abc").toString());
        driver.waitUntil("it is listed", () -> column(0).contains("minutes.txt"));
    }

    private List<Evidence> evidence() {
        return driver.inUi(() -> List.copyOf(register.artifact().getEvidence()));
    }

    @Test
    void a_file_is_stored_under_its_hash_with_who_and_when() throws IOException {
        addAbc();
        Evidence added = evidence().get(evidence().size() - 1);
        assertEquals(ABC_HASH, added.getSha256());
        assertEquals("evidence/" + ABC_HASH, added.getUri());
        assertEquals("abc", Files.readString(stored()));
        assertEquals(sample.workspace().author(), added.getAccount());
        assertEquals(LocalDate.now(), added.getAddedOn());
    }

    @Test
    void adding_and_removing_can_be_undone() throws IOException {
        int before = evidence().size();
        addAbc();
        driver.focus(table());
        driver.press(SWT.CTRL, 'z');
        driver.waitUntil("it is gone", () -> evidence().size() == before);
        driver.press(SWT.CTRL, 'y');
        driver.waitUntil("it is there again", () -> evidence().size() == before + 1);
        select("minutes.txt");
        press("Remove");
        driver.waitUntil("it is removed", () -> evidence().size() == before);
        assertEquals("abc", Files.readString(stored()));
    }

    private void select(String name) {
        Table table = table();
        driver.doInUi(() -> {
            table.setSelection(column(0).indexOf(name));
            table.notifyListeners(SWT.Selection, new Event());
        });
    }

    @Test
    void checking_tells_what_matches_differs_and_is_missing() throws IOException {
        addAbc();
        int row = driver.inUi(() -> column(0).indexOf("minutes.txt"));
        assertEquals("Not checked", column(2).get(row));
        press("Verify");
        driver.waitUntil("it matches", () -> column(2).get(row).equals("Matches"));
        Files.writeString(stored(), "abd");
        press("Verify");
        driver.waitUntil("it differs", () -> column(2).get(row).equals("Differs"));
        Files.delete(stored());
        press("Verify");
        driver.waitUntil("it is missing", () -> column(2).get(row).equals("Missing"));
    }

    @Test
    void an_altered_file_is_not_handed_out() throws IOException {
        addAbc();
        Files.writeString(stored(), "abd");
        select("minutes.txt");
        press("Open");
        driver.find(Label.class, "that it was altered",
                label -> label.getText().contains("minutes.txt") && label.getText().contains("differs"));
    }

    @Test
    void an_address_is_noted_and_a_bad_one_refused() {
        int before = evidence().size();
        Shell dialog = ask("wiki.example.org/minutes of May");
        assertFalse(driver.inUi(() -> ok(dialog).isEnabled()));
        Text field = driver.find(Text.class, "the place", text -> text.getShell() == dialog
                && text.getText().startsWith("wiki"));
        driver.doInUi(() -> field.setText("https://wiki.example.org/minutes"));
        Button ok = ok(dialog);
        driver.waitUntil("it can be added", ok::isEnabled);
        driver.click(ok);
        driver.waitUntil("it is listed", () -> column(1).contains("https://wiki.example.org/minutes"));
        assertEquals(before + 1, evidence().size());
    }

    @Test
    void without_an_editor_there_is_nothing_to_add_to() {
        driver.doInUi(() -> driver.page().closeAllEditors(false));
        driver.find(Label.class, "what to do",
                label -> label.isVisible() && label.getText().equals("No artifact is open"));
        assertFalse(driver.inUi(() -> driver.all(Button.class).stream()
                .anyMatch(button -> button.isVisible() && button.getText().equals("Add evidence..."))));
    }

    @Test
    void a_file_that_is_not_there_is_refused() {
        Shell dialog = ask(folder.resolve("nothing.pdf").toString());
        assertFalse(driver.inUi(() -> ok(dialog).isEnabled()));
    }

    @Test
    void the_view_shows_files_and_addresses_for_the_documentation() throws IOException {
        addAbc();
        add("https://wiki.example.org/minutes");
        driver.waitUntil("both are listed", () -> column(1).contains("https://wiki.example.org/minutes"));
        press("Verify");
        driver.waitUntil("it matches", () -> column(2).contains("Matches"));
        pictures.document(driver.inUi(() -> driver.page().getWorkbenchWindow().getShell()), "evidence");
    }
}
