package org.chartroom.tests.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;

import org.chartroom.tests.driver.ArtifactDriver;
import org.chartroom.tests.driver.SampleWorkspace;
import org.chartroom.tests.driver.UiDriver;
import org.chartroom.ui.forms.ArtifactEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same way through a cell in each of the five editors: typed, undone, done again, saved, and refused. */
class GridCellsUiTest {
    private final UiDriver driver = new UiDriver();

    @AfterEach
    void closeEditors() {
        driver.closeDialogs();
        driver.doInUi(() -> driver.page().closeAllEditors(false));
    }

    private ArtifactDriver open(String key, String editor, String page) {
        ArtifactDriver artifact = new ArtifactDriver(driver, key, "org.chartroom." + editor + ".editor");
        artifact.reset();
        artifact.open(page);
        return artifact;
    }

    @ParameterizedTest
    @CsvSource({"RSK-001, risk, risks, 0, Category, Archives", "CHR-001, charter, milestones, 2, Forecast, 2027-03-15",
            "VND-001, vendor, metrics, 1, 2026-10, 95", "CHG-001, change, changes, 2, Days, 41",
            "VAR-001, variance, lines, 1, Oct 2026, 12345"})
    void what_is_typed_is_undone_redone_saved_and_there_again(String key, String editor, String page, int row,
            String column, String text) {
        ArtifactDriver artifact = open(key, editor, page);
        String before = artifact.grid().texts(column).get(row);
        artifact.grid().enter(row, column, text);
        driver.waitUntil("the editor is dirty", () -> artifact.editor().isDirty());
        String typed = artifact.grid().texts(column).get(row);
        assertNotEquals(before, typed);
        driver.press(SWT.CTRL, 'z');
        driver.waitUntil("it is as before", () -> before.equals(artifact.grid().texts(column).get(row)));
        driver.press(SWT.CTRL, 'y');
        driver.waitUntil("it is typed again", () -> typed.equals(artifact.grid().texts(column).get(row)));
        driver.press(SWT.CTRL, 's');
        driver.waitUntil("the editor is clean", () -> !artifact.editor().isDirty());
        driver.press(SWT.CTRL, 'w');
        driver.waitUntil("the editor is closed", () -> driver.page().getEditorReferences().length == 0);
        artifact.open(page);
        assertEquals(typed, artifact.grid().texts(column).get(row));
    }

    @ParameterizedTest
    @CsvSource({"CHR-001, charter, milestones, 2, Forecast, soon, is not a date",
            "VND-001, vendor, metrics, 1, 2026-10, high, is not a number",
            "CHG-001, change, changes, 2, Days, many, is not a number",
            "VAR-001, variance, lines, 1, Oct 2026, lots, is not a number"})
    void what_does_not_fit_is_refused_with_a_reason_and_nothing_changes(String key, String editor, String page, int row,
            String column, String text, String reason) {
        ArtifactDriver artifact = open(key, editor, page);
        String before = artifact.grid().texts(column).get(row);
        artifact.grid().typeOver(row, column, text);
        driver.press(SWT.CR);
        Label said = driver.find(Label.class, "why " + text + " is refused",
                label -> label.isVisible() && label.getText().contains("\"" + text + "\" " + reason));
        Shell dialog = driver.inUi(said::getShell);
        driver.click(driver.find(Button.class, "Discard",
                button -> button.getShell() == dialog && button.getText().replace("&", "").equals("Discard")));
        driver.waitUntil("the dialog is closed", dialog::isDisposed);
        assertEquals(before, artifact.grid().texts(column).get(row));
        assertFalse(driver.inUi(() -> artifact.editor().isDirty()));
    }

    @Test
    void somebody_new_is_typed_into_a_person_cell_and_asked_about() {
        ArtifactDriver artifact = open("RSK-001", "risk", "risks");
        List<String> before = artifact.grid().texts("Owner");
        artifact.grid().click(0, "Owner");
        artifact.grid().press(SWT.NONE, 'W');
        artifact.grid().awaitCell();
        driver.type("ilma Neu");
        driver.press(SWT.CR);
        driver.click(driver.findByText(Button.class, "Yes"));
        driver.waitUntil("she is the owner", () -> artifact.grid().texts("Owner").get(0).equals("Wilma Neu"));
        assertEquals(1, driver.inUi(() -> artifact.editor().editing().directory().getPeople().stream()
                .filter(person -> person.getName().equals("Wilma Neu")).count()));
        driver.press(SWT.CTRL, 'z');
        driver.waitUntil("both steps are undone as one", () -> artifact.grid().texts("Owner").equals(before)
                && artifact.editor().editing().directory().getPeople().stream()
                        .noneMatch(person -> person.getName().equals("Wilma Neu")));
    }

    @Test
    void the_beginning_of_a_name_is_completed_and_the_arrows_go_through_all_names() {
        ArtifactDriver artifact = open("RSK-001", "risk", "risks");
        artifact.grid().click(0, "Owner");
        artifact.grid().press(SWT.NONE, 'l');
        artifact.grid().awaitCell();
        Text cell = (Text) driver.inUi(() -> artifact.grid().table().getActiveCellEditor().getEditorControl());
        driver.type("u");
        driver.waitUntil("the name is completed", () -> cell.getText().equals("Lukas Brandt")
                && cell.getSelectionText().equals("kas Brandt"));
        driver.press(SWT.ARROW_DOWN);
        driver.waitUntil("the next name", () -> cell.getText().equals("Marta Keller"));
        driver.press(SWT.CR);
        driver.waitUntil("she is the owner", () -> artifact.grid().texts("Owner").get(0).equals("Marta Keller"));
    }

    @ParameterizedTest
    @CsvSource({"RSK-001", "CHR-001", "VND-001", "CHG-001", "VAR-001"})
    void a_double_click_in_the_navigator_opens_the_editor(String key) {
        Tree tree = driver.find(Tree.class, "the navigator with " + key,
                candidate -> candidate.isVisible() && SampleWorkspace.inNavigator(candidate, key).isPresent());
        driver.doubleClick(driver.inUi(() -> SampleWorkspace.inNavigator(tree, key).orElseThrow()));
        driver.waitUntil("the editor of " + key + " is active",
                () -> driver.page().getActiveEditor() instanceof ArtifactEditor editor
                        && editor.editing().artifact().getKey().equals(key));
    }
}
