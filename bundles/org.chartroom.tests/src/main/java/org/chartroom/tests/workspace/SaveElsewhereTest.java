package org.chartroom.tests.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.Workspaces;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.tests.driver.ArtifactDriver;
import org.chartroom.tests.driver.SampleWorkspace;
import org.chartroom.tests.driver.UiDriver;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The workspace is saved in another folder, also when its own is gone. In a workbench of its own, which it moves. */
class SaveElsewhereTest {
    private static final String SAVE_AS = "Save Workspace As";

    private final UiDriver driver = new UiDriver();
    private final SampleWorkspace sample = new SampleWorkspace(driver);
    private final ArtifactDriver register = new ArtifactDriver(driver, "RSK-001", "org.chartroom.risk.editor");

    @BeforeEach
    void change_a_title() {
        register.reset();
        register.open("risks");
        register.enter("title", "Records lose pages");
        driver.waitUntil("there is something to save", () -> register.editor().isDirty());
    }

    @AfterEach
    void close_everything() {
        driver.closeDialogs();
        driver.doInUi(() -> driver.page().closeAllEditors(false));
    }

    private Workspace workspace() {
        return sample.workspace();
    }

    private void press(Shell shell, String text) {
        Button button = driver.find(Button.class, "the button " + text,
                one -> one.getShell() == shell && one.getText().replace("&", "").equals(text));
        driver.waitUntil(text + " can be pressed", button::isEnabled);
        driver.startInUi(() -> button.notifyListeners(SWT.Selection, new Event()));
    }

    private Shell saveAs(Path target) {
        Shell dialog = driver.findByText(Shell.class, SAVE_AS);
        Text field = driver.find(Text.class, "the folder", text -> text.getShell() == dialog && text.isVisible()
                && (text.getStyle() & SWT.READ_ONLY) == 0);
        driver.doInUi(() -> field.setText(target.toString()));
        press(dialog, "Save");
        return dialog;
    }

    private void confirm(Shell dialog) {
        Shell told = driver.find(Shell.class, "what was done",
                shell -> shell != dialog && shell.isVisible() && SAVE_AS.equals(shell.getText()));
        press(told, "OK");
        driver.waitUntil("no dialog is open", told::isDisposed);
    }

    private String titleIn(Path folder) {
        Workspaces workspaces = driver.inUi(() -> PlatformUI.getWorkbench().getService(Workspaces.class));
        try (Workspace read = workspaces.open(folder, OpenMode.READ_ONLY, "reader");
                EditSession session = read.openSession()) {
            return ((RiskRegister) session.artifact(session.find("RSK-001").orElseThrow().id()).orElseThrow())
                    .getRisks()
                    .get(0).getTitle();
        }
    }

    @Test
    void what_is_not_saved_is_saved_elsewhere_when_the_folder_was_renamed() throws IOException {
        Path folder = workspace().folder();
        Path target = folder.resolveSibling("rescued");
        Files.move(folder, folder.resolveSibling("renamed"));

        driver.press(SWT.CTRL, 's');
        press(driver.findByText(Shell.class, "Saving failed"), "Save Workspace As...");
        confirm(saveAs(target));

        driver.waitUntil("it is saved", () -> !register.editor().isDirty());
        assertEquals(target, workspace().folder());
        assertEquals("Records lose pages", titleIn(target));
        assertTrue(driver.inUi(() -> driver.page().getWorkbenchWindow().getShell().getText()).contains("rescued"));
    }

    @Test
    void what_is_not_saved_stays_so_and_can_be_saved_in_the_new_folder() {
        Path target = workspace().folder().resolveSibling("moved");

        driver.chooseMenu("File", "Save Workspace As...");
        confirm(saveAs(target));

        assertEquals(target, workspace().folder());
        assertTrue(driver.inUi(() -> register.editor().isDirty()));
        driver.press(SWT.CTRL, 's');
        driver.waitUntil("it is saved", () -> !register.editor().isDirty());
        assertEquals("Records lose pages", titleIn(target));
    }

    @Test
    void a_folder_with_something_in_it_is_refused_in_the_dialog_and_nothing_moves() throws IOException {
        Path before = workspace().folder();
        Path full = Files.createDirectories(before.resolveSibling("full"));
        Files.writeString(full.resolve("note"), "there already");

        driver.chooseMenu("File", "Save Workspace As...");
        Shell dialog = saveAs(full);

        driver.find(Text.class, "why", text -> text.getShell() == dialog && text.getText().contains("is not empty"));
        assertEquals(before, workspace().folder());
    }

    @Test
    void a_reason_that_is_too_long_for_the_title_is_shown_as_a_whole() throws IOException {
        Path full = Files.createDirectories(workspace().folder().resolveSibling("full" + "-and-longer".repeat(12)));
        Files.writeString(full.resolve("note"), "there already");

        driver.chooseMenu("File", "Save Workspace As...");
        saveAs(full);

        driver.find(Label.class, "all of why, with the way out", label -> label.isVisible()
                && label.getText().replace("\n", "").contains("choose an empty folder, or a new one."));
    }
}
