package org.chartroom.tests.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.tests.driver.ArtifactDriver;
import org.chartroom.tests.driver.Pictures;
import org.chartroom.tests.driver.UiDriver;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody else saved the same field first: the dialog leads out, and no other change is lost. */
class SaveConflictUiTest {
    private final UiDriver driver = new UiDriver();
    private final Pictures pictures = new Pictures(driver);
    private final ArtifactDriver register = new ArtifactDriver(driver, "RSK-001", "org.chartroom.risk.editor");

    @BeforeEach
    void fillWorkspace() {
        register.reset();
    }

    @AfterEach
    void closeEditors() {
        driver.closeDialogs();
        driver.doInUi(() -> driver.page().closeAllEditors(false));
    }

    private Workspace workspace() {
        return register.editor().editing().workspace();
    }

    private Risk stored(EditSession session, int index) {
        return ((RiskRegister) session.artifact(workspace().find("RSK-001").orElseThrow().id()).orElseThrow())
                .getRisks().get(index);
    }

    /** Types a title that somebody else gives otherwise meanwhile, and saves. */
    private Shell saveWhatBothChanged() {
        register.open("risks");
        String before = driver.inUi(() -> ((RiskRegister) register.artifact()).getRisks().get(0).getTitle());
        register.enter("title", "Mine");
        register.enter("category", "Mine too");
        driver.waitUntil("the editor is dirty", () -> register.editor().isDirty());
        try (EditSession other = workspace().openSession()) {
            stored(other, 0).setTitle("Theirs");
            stored(other, 1).setCategory("Theirs too");
            other.commit("");
        }
        driver.press(SWT.CTRL, 's');
        Shell dialog = driver.findByText(Shell.class, "Somebody else changed the same");
        Table table = driver.find(Table.class, "the conflict",
                candidate -> candidate.getShell() == dialog && candidate.getItemCount() == 1);
        TableItem line = driver.inUi(() -> table.getItem(0));
        assertEquals("Title | " + before + " | Mine | Theirs", driver.inUi(() -> String.join(" | ",
                line.getText(2), line.getText(3), line.getText(4), line.getText(5))));
        assertFalse(driver.inUi(() -> button(dialog, "Save").isEnabled()));
        pictures.document(dialog, "conflict");
        return dialog;
    }

    private Button button(Shell dialog, String text) {
        return driver.all(Button.class).stream()
                .filter(button -> button.getShell() == dialog && button.getText().replace("&", "").equals(text))
                .findFirst().orElseThrow();
    }

    private void choose(Shell dialog, String choice) {
        driver.click(driver.inUi(() -> button(dialog, choice)));
        driver.click(driver.inUi(() -> button(dialog, "Save")));
        driver.waitUntil("it is saved", () -> dialog.isDisposed() && !register.editor().isDirty());
    }

    private void assertStored(String title) {
        try (EditSession session = workspace().openSession()) {
            assertEquals(title, stored(session, 0).getTitle());
            assertEquals("Mine too", stored(session, 0).getCategory());
            assertEquals("Theirs too", stored(session, 1).getCategory());
        }
        driver.waitUntil("the field shows it", () -> title.equals(((Text) register.field("title")).getText()));
    }

    @Test
    void mine_is_saved_with_all_that_nobody_else_changed() {
        choose(saveWhatBothChanged(), "Keep mine");
        assertStored("Mine");
    }

    @Test
    void theirs_is_taken_and_all_that_nobody_else_changed_is_saved() {
        choose(saveWhatBothChanged(), "Take theirs");
        assertStored("Theirs");
    }

    @Test
    void all_conflicts_are_decided_together() {
        register.open("risks");
        register.enter("title", "Mine");
        register.enter("category", "Mine too");
        driver.waitUntil("the editor is dirty", () -> register.editor().isDirty());
        try (EditSession other = workspace().openSession()) {
            stored(other, 0).setTitle("Theirs");
            stored(other, 0).setCategory("Theirs too");
            stored(other, 1).setCategory("Theirs too");
            other.commit("");
        }
        driver.press(SWT.CTRL, 's');
        Shell dialog = driver.findByText(Shell.class, "Somebody else changed the same");
        Table table = driver.find(Table.class, "both conflicts",
                candidate -> candidate.getShell() == dialog && candidate.getItemCount() == 2);
        driver.click(driver.inUi(() -> button(dialog, "All theirs")));
        driver.waitUntil("all are decided",
                () -> "Theirs Theirs".equals(table.getItem(0).getText(0) + " " + table.getItem(1).getText(0)));
        driver.click(driver.inUi(() -> button(dialog, "Save")));
        driver.waitUntil("it is saved", () -> dialog.isDisposed() && !register.editor().isDirty());
        try (EditSession session = workspace().openSession()) {
            assertEquals("Theirs", stored(session, 0).getTitle());
            assertEquals("Theirs too", stored(session, 0).getCategory());
            assertEquals("Theirs too", stored(session, 1).getCategory());
        }
    }

    @Test
    void what_was_chosen_is_still_chosen_after_a_cancel() {
        Shell dialog = saveWhatBothChanged();
        driver.click(driver.inUi(() -> button(dialog, "Keep mine")));
        driver.doInUi(dialog::close);
        driver.waitUntil("the dialog is gone", dialog::isDisposed);
        driver.press(SWT.CTRL, 's');
        Shell again = driver.find(Shell.class, "the dialog again",
                shell -> shell != dialog && "Somebody else changed the same".equals(shell.getText()));
        driver.waitUntil("it can be saved at once", () -> button(again, "Save").isEnabled());
        driver.click(driver.inUi(() -> button(again, "Save")));
        driver.waitUntil("it is saved", () -> again.isDisposed() && !register.editor().isDirty());
        assertStored("Mine");
    }

    @Test
    void whoever_cancels_has_everything_as_it_was() {
        Shell dialog = saveWhatBothChanged();
        driver.doInUi(dialog::close);
        driver.waitUntil("the dialog is gone", dialog::isDisposed);
        assertEquals("Mine", driver.inUi(() -> ((RiskRegister) register.artifact()).getRisks().get(0).getTitle()));
        driver.waitUntil("the editor is dirty still", () -> register.editor().isDirty());
    }
}
