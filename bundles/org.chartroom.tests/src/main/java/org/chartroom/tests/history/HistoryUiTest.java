package org.chartroom.tests.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.tests.driver.ArtifactDriver;
import org.chartroom.tests.driver.Pictures;
import org.chartroom.tests.driver.SampleWorkspace;
import org.chartroom.tests.driver.UiDriver;
import org.chartroom.ui.forms.ArtifactEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** History, time travel, baselines, compare, sign-offs and check of the history, worked with as a user does. */
class HistoryUiTest {
    private static final String TITLE = "Migration of 11 years of records loses attachments";

    private final UiDriver driver = new UiDriver();
    private final Pictures pictures = new Pictures(driver);
    private final SampleWorkspace sample = new SampleWorkspace(driver);
    private final ArtifactDriver register = new ArtifactDriver(driver, "RSK-001", "org.chartroom.risk.editor");

    @BeforeEach
    void fillWorkspace() {
        register.reset();
    }

    @AfterEach
    void closeEditors() {
        driver.closeDialogs();
        driver.doInUi(() -> {
            driver.page().closeAllEditors(false);
            // What one test filters by or compares is not what the next one expects.
            for (String view : List.of("org.chartroom.ui.history", "org.chartroom.ui.compare")) {
                driver.page().hideView(driver.page().findView(view));
            }
        });
        workspace().baselines().forEach(baseline -> workspace().removeBaseline(baseline.name(), "test is over"));
    }

    private Workspace workspace() {
        return sample.workspace();
    }

    private long head() {
        return workspace().head().map(Revision::number).orElse(0L);
    }

    private void show(String view) {
        driver.chooseMenu("Window", "Show view", view);
        register.open("risks");
    }

    private Table table(String firstColumn) {
        return driver.find(Table.class, "the table that begins with " + firstColumn,
                table -> table.isVisible() && table.getColumnCount() > 0
                        && table.getColumn(0).getText().equals(firstColumn));
    }

    /** Changes the title of the first risk and its probability, and saves each. */
    private void changeTwice() {
        register.open("risks");
        register.enter("title", "Records lose pages");
        save();
        register.enter("probability", "55 %");
        save();
    }

    private void save() {
        driver.waitUntil("there is something to save", () -> register.editor().isDirty());
        driver.press(SWT.CTRL, 's');
        driver.waitUntil("it is saved", () -> !register.editor().isDirty());
    }

    private String title(ArtifactEditor editor) {
        return driver.inUi(() -> ((RiskRegister) editor.editing().artifact()).getRisks().get(0).getTitle());
    }

    private List<String> column(Table table, int index) {
        return driver.inUi(() -> List.of(table.getItems()).stream().map(item -> item.getText(index)).toList());
    }

    private void chooseInMenu(Table table, int row, String text) {
        driver.doInUi(() -> {
            table.setSelection(row);
            table.notifyListeners(SWT.Selection, new Event());
            table.getMenu().notifyListeners(SWT.Show, new Event());
        });
        MenuItem item = driver.inUi(() -> List.of(table.getMenu().getItems()).stream()
                .filter(one -> one.getText().startsWith(text)).findFirst().orElseThrow());
        driver.startInUi(() -> item.notifyListeners(SWT.Selection, new Event()));
    }

    @Test
    void the_history_follows_the_selected_risk() {
        changeTwice();
        show("History");
        Table history = table("When");
        driver.waitUntil("the two changes of the register are there", () -> column(history, 3).containsAll(
                List.of("Title", "Probability")));
        assertTrue(column(history, 4).contains(TITLE), column(history, 4).toString());
        assertTrue(column(history, 5).contains("Records lose pages"));
        register.grid().click(4, "Title");
        driver.waitUntil("another risk has none of them", () -> !column(history, 5).contains("Records lose pages"));
    }

    @Test
    void the_history_is_filtered_by_field() {
        changeTwice();
        show("History");
        register.grid().click(0, "Title");
        Table history = table("When");
        driver.waitUntil("the changes are there", () -> column(history, 3).contains("Probability"));
        Combo field = driver.find(Combo.class, "the filter of fields",
                combo -> combo.isVisible() && List.of(combo.getItems()).contains("Probability")
                        && combo.getItem(0).equals("All fields"));
        driver.doInUi(() -> {
            field.select(field.indexOf("Probability"));
            field.notifyListeners(SWT.Selection, new Event());
        });
        driver.waitUntil("only that field is left",
                () -> column(history, 3).stream().allMatch("Probability"::equals));
        pictures.document(driver.inUi(() -> driver.page().getWorkbenchWindow().getShell()), "history");
    }

    @Test
    void a_past_state_opens_read_only_and_says_so() {
        changeTwice();
        show("History");
        register.grid().click(0, "Title");
        Table history = table("When");
        driver.waitUntil("the changes are there", () -> column(history, 5).contains("Records lose pages"));
        int created = column(history, 3).indexOf("(new)");
        chooseInMenu(history, created, "Open as it was then");
        driver.waitUntil("the past is open", () -> driver.page().getEditorReferences().length == 2
                && driver.page().getActiveEditor() instanceof ArtifactEditor editor && editor.editing().isReadOnly());
        ArtifactEditor past = driver.inUi(() -> (ArtifactEditor) driver.page().getActiveEditor());
        assertEquals(TITLE, title(past));
        assertTrue(driver.inUi(past::getTitle).contains("@ revision"), driver.inUi(past::getTitle));
        assertEquals("Records lose pages", title(register.editor()));
    }

    @Test
    void a_revision_is_taken_back_by_a_new_one() {
        changeTwice();
        long before = head();
        show("History");
        register.grid().click(0, "Title");
        Table history = table("When");
        driver.waitUntil("the changes are there", () -> column(history, 5).contains("Records lose pages"));
        chooseInMenu(history, column(history, 3).indexOf("Title"), "Take revision");
        Shell question = driver.findByText(Shell.class, "Why was this changed?");
        Combo reason = driver.find(Combo.class, "the reason", combo -> combo.getShell() == question);
        driver.doInUi(() -> reason.setText("It was right before"));
        press(question, "OK");
        driver.waitUntil("there is a revision more", () -> head() == before + 1);
        driver.waitUntil("the editor shows the old title", () -> TITLE.equals(title(register.editor())));
        assertEquals("It was right before", workspace().head().orElseThrow().reason());
    }

    @Test
    void the_selected_risk_stays_shown_when_the_register_is_loaded_anew() {
        register.open("risks");
        register.grid().click(2, "Title");
        driver.waitUntil("the form shows R-003",
                () -> "R-003".equals(((Text) register.field("key")).getText()));
        workspace().createBaseline("Meanwhile", "", Optional.empty());
        register.enter("title", "Ransomware");
        save();
        assertEquals("R-003", driver.inUi(() -> ((Text) register.field("key")).getText()));
    }

    private void press(Shell shell, String text) {
        Button button = driver.find(Button.class, "the button " + text, one -> one.getShell() == shell
                && one.getText().replace("&", "").equals(text));
        driver.waitUntil(text + " can be pressed", button::isEnabled);
        driver.click(button);
    }

    private void baseline(String name) {
        driver.chooseMenu("History", "Baselines...");
        Shell dialog = driver.findByText(Shell.class, "Baselines");
        Text field = driver.find(Text.class, "the name", text -> text.getShell() == dialog && text.isVisible()
                && (text.getStyle() & SWT.READ_ONLY) == 0);
        driver.doInUi(() -> field.setText(name));
        press(dialog, "Create");
    }

    @Test
    void a_baseline_is_made_and_compared_with_now_and_a_difference_taken_back() {
        register.open("risks");
        baseline("Before the audit");
        driver.waitUntil("the baseline is there", () -> workspace().baselines().size() == 1);
        driver.closeDialogs();
        register.enter("title", "Records lose pages");
        save();

        driver.chooseMenu("History", "Baselines...");
        Shell dialog = driver.findByText(Shell.class, "Baselines");
        Table list = driver.find(Table.class, "the baselines", table -> table.getShell() == dialog);
        driver.doInUi(() -> {
            list.setSelection(0);
            list.notifyListeners(SWT.Selection, new Event());
        });
        press(dialog, "Compare with now");
        Tree differences = driver.find(Tree.class, "the differences",
                tree -> tree.isVisible() && tree.getColumnCount() == 4 && tree.getItemCount() == 1);
        TreeItem field = driver.inUi(() -> {
            TreeItem item = differences.getItem(0);
            while (item.getItemCount() > 0) {
                item = item.getItem(0);
            }
            return item;
        });
        assertEquals(List.of("Title", "changed", TITLE, "Records lose pages"), driver.inUi(
                () -> List.of(field.getText(0), field.getText(1), field.getText(2), field.getText(3))));
        pictures.document(driver.inUi(() -> driver.page().getWorkbenchWindow().getShell()), "compare");

        driver.doInUi(() -> differences.setSelection(field));
        driver.doInUi(() -> differences.notifyListeners(SWT.Selection, new Event()));
        driver.doInUi(() -> differences.getMenu().notifyListeners(SWT.Show, new Event()));
        driver.doInUi(() -> differences.getMenu().getItem(0).notifyListeners(SWT.Selection, new Event()));
        driver.waitUntil("the old title is back", () -> TITLE.equals(title(register.editor())));
        assertTrue(driver.inUi(() -> register.editor().isDirty()));
        driver.doInUi(() -> register.editor().editing().undo());
        assertEquals("Records lose pages", title(register.editor()));
    }

    private Tree compareWithNow(String baseline, int artifacts) {
        driver.chooseMenu("History", "Baselines...");
        Shell dialog = driver.findByText(Shell.class, "Baselines");
        Table list = driver.find(Table.class, "the baselines", table -> table.getShell() == dialog);
        driver.doInUi(() -> {
            list.setSelection(List.of(list.getItems()).stream().map(item -> item.getText(0)).toList()
                    .indexOf(baseline));
            list.notifyListeners(SWT.Selection, new Event());
        });
        press(dialog, "Compare with now");
        return driver.find(Tree.class, "the differences",
                tree -> tree.isVisible() && tree.getColumnCount() == 4 && tree.getItemCount() == artifacts);
    }

    /** Takes over the left side of the first artifact. */
    private void takeOverLeft(Tree differences) {
        driver.doInUi(() -> {
            differences.setSelection(differences.getItem(0));
            differences.notifyListeners(SWT.Selection, new Event());
            differences.getMenu().notifyListeners(SWT.Show, new Event());
        });
        driver.startInUi(() -> differences.getMenu().getItem(0).notifyListeners(SWT.Selection, new Event()));
    }

    private boolean isThere(String key) {
        return workspace().find(key).isPresent();
    }

    @Test
    void a_deleted_artifact_is_brought_back_from_a_baseline_when_it_is_saved() {
        workspace().createBaseline("With both", "", Optional.empty());
        try (EditSession session = workspace().openSession()) {
            session.delete(session.artifact(session.find("RSK-002").orElseThrow().id()).orElseThrow());
            session.commit("by mistake");
        }
        takeOverLeft(compareWithNow("With both", 1));
        driver.waitUntil("it is open and not saved yet", () -> driver.page().getActiveEditor() instanceof ArtifactEditor
                && driver.page().getActiveEditor().isDirty());
        assertFalse(isThere("RSK-002"));
        pictures.document(driver.inUi(() -> driver.page().getWorkbenchWindow().getShell()), "compare-whole");
        driver.press(SWT.CTRL, 's');
        driver.waitUntil("it is there again", () -> isThere("RSK-002"));
        driver.waitUntil("the editor stays", () -> !driver.page().getActiveEditor().isDirty());
    }

    @Test
    void an_artifact_that_came_later_goes_when_the_older_side_is_taken_over_and_saved() {
        workspace().createBaseline("Before it", "", Optional.empty());
        try (EditSession session = workspace().openSession()) {
            session.create(session.artifact(session.find("RSK-002").orElseThrow().id()).orElseThrow().eClass(), "RSK",
                    "Not wanted");
            session.commit("too early");
        }
        takeOverLeft(compareWithNow("Before it", 1));
        driver.waitUntil("the editor has something to save", () -> driver.page().getActiveEditor() != null
                && driver.page().getActiveEditor().isDirty());
        ArtifactEditor editor = (ArtifactEditor) driver.page().getActiveEditor();
        driver.doInUi(() -> editor.editing().undo());
        driver.waitUntil("undone, there is nothing to save", () -> !editor.isDirty());
        driver.doInUi(() -> editor.editing().redo());
        driver.press(SWT.CTRL, 's');
        driver.waitUntil("it is gone, and its editor too",
                () -> workspace().artifacts().stream().noneMatch(info -> info.title().equals("Not wanted"))
                        && driver.page().getEditorReferences().length == 0);
    }

    @Test
    void a_baseline_without_a_name_is_refused_with_a_sentence() {
        register.open("risks");
        baseline("");
        driver.waitUntil("no baseline was made", () -> workspace().baselines().isEmpty());
        driver.findByText(Shell.class, "Baselines");
    }

    @Test
    void accepting_a_risk_asks_for_a_reason_and_nothing_is_saved_without_one() {
        register.open("risks");
        long before = head();
        register.enter("acceptedBy", "Marta Keller");
        driver.waitUntil("the risk is accepted", () -> register.editor().isDirty());
        driver.startInUi(() -> driver.page().saveEditor(register.editor(), false));
        Shell question = driver.findByText(Shell.class, "Why was this changed?");
        Button ok = driver.find(Button.class, "OK", button -> button.getShell() == question
                && button.getText().replace("&", "").equals("OK"));
        assertFalse(driver.inUi(ok::isEnabled));
        press(question, "Cancel");
        driver.waitUntil("the question is gone", question::isDisposed);
        assertTrue(driver.inUi(() -> register.editor().isDirty()));
        assertEquals(before, head());
    }

    @Test
    void a_sign_off_that_was_given_is_invalidated_by_a_later_change() {
        register.open("risks");
        show("Sign-offs");
        signOff("Approve...");
        save();
        Table signOffs = table("Person");
        driver.waitUntil("it is approved", () -> column(signOffs, 3).equals(List.of("approved")));
        register.open("risks");
        register.enter("title", "Records lose pages");
        save();
        driver.waitUntil("it is invalidated",
                () -> column(signOffs, 3).equals(List.of("invalidated by revision " + head())));
        pictures.document(driver.inUi(() -> driver.page().getWorkbenchWindow().getShell()), "sign-offs");
    }

    private void signOff(String action) {
        Button button = driver.find(Button.class, action, one -> one.isVisible() && one.getText().equals(action));
        driver.startInUi(() -> button.notifyListeners(SWT.Selection, new Event()));
        Shell people = driver.findByText(Shell.class, action);
        Table list = driver.find(Table.class, "the people", table -> table.getShell() == people
                && table.getItemCount() > 0);
        driver.doInUi(() -> {
            list.setSelection(0);
            list.notifyListeners(SWT.Selection, new Event());
        });
        press(people, "OK");
        driver.waitUntil("the people are gone", people::isDisposed);
        Shell comment = driver.findByText(Shell.class, action);
        press(comment, "OK");
    }

    @Test
    void the_check_of_an_untouched_history_says_so() {
        register.open("risks");
        driver.chooseMenu("History", "Check the History");
        Shell result = driver.findByText(Shell.class, "Check of the history");
        driver.find(Label.class, "that everything is intact", label -> label.getShell() == result
                && label.getText().startsWith("Everything is as it was committed"));
    }

    private Shell backups() {
        driver.chooseMenu("History", "Backups...");
        return driver.findByText(Shell.class, "Backups");
    }

    @Test
    void a_backup_is_taken_and_restored_after_a_question_and_what_was_there_is_backed_up() {
        register.open("risks");
        Shell dialog = backups();
        press(dialog, "Back up now");
        Table list = driver.find(Table.class, "the backups", table -> table.getShell() == dialog);
        driver.waitUntil("it is in the list and selected",
                () -> list.getSelectionCount() == 1 && list.getSelection()[0].getText(1).equals("asked for"));
        long backedUp = head();
        press(dialog, "Close");
        register.enter("title", "Records lose pages");
        save();

        Shell again = backups();
        Table backups = driver.find(Table.class, "the backups", table -> table.getShell() == again);
        Button restore = driver.find(Button.class, "Restore", button -> button.getShell() == again
                && button.getText().equals("&Restore..."));
        driver.doInUi(() -> {
            backups.setSelection(column(backups, 2).indexOf(String.valueOf(backedUp)));
            backups.notifyListeners(SWT.Selection, new Event());
        });
        driver.startInUi(() -> restore.notifyListeners(SWT.Selection, new Event()));
        Shell question = driver.find(Shell.class, "the question", shell -> shell != again && shell.isVisible()
                && shell.getText().equals("Backups"));
        pictures.document(again, "backups");
        press(question, "Yes");
        driver.find(Label.class, "the result", label -> label.getShell() != again && label.isVisible()
                && label.getText().startsWith("Restored. The newest revision is " + backedUp));
        assertEquals(backedUp, head());
        driver.waitUntil("what was there is in the list", () -> column(backups, 1).contains("before a restore"));
        driver.closeDialogs();
        register.open("risks");
        assertEquals(TITLE, title(register.editor()));
    }

    @Test
    void nothing_is_restored_when_the_question_is_denied() {
        workspace().backup();
        workspace().createBaseline("Later", "", Optional.empty());
        long before = head();
        Shell dialog = backups();
        Table list = driver.find(Table.class, "the backups", table -> table.getShell() == dialog
                && table.getItemCount() > 0);
        driver.doInUi(() -> {
            list.setSelection(0);
            list.notifyListeners(SWT.Selection, new Event());
        });
        press(dialog, "Restore...");
        Shell question = driver.find(Shell.class, "the question", shell -> shell != dialog && shell.isVisible()
                && shell.getText().equals("Backups"));
        press(question, "No");
        driver.waitUntil("the question is gone", question::isDisposed);
        assertEquals(before, head());
    }

    @Test
    void what_was_is_opened_by_its_day() {
        register.open("risks");
        driver.chooseMenu("History", "Open As It Was...");
        Shell dialog = driver.findByText(Shell.class, "Open as it was");
        Text state = driver.find(Text.class, "the state", text -> text.getShell() == dialog && text.isVisible()
                && (text.getStyle() & SWT.READ_ONLY) == 0);
        driver.doInUi(() -> state.setText("no such baseline"));
        Button ok = driver.find(Button.class, "OK", button -> button.getShell() == dialog
                && button.getText().replace("&", "").equals("OK"));
        assertFalse(driver.inUi(ok::isEnabled));
        driver.doInUi(() -> state.setText(String.valueOf(head())));
        press(dialog, "OK");
        driver.find(Shell.class, "the artifacts of then", shell -> shell != dialog && shell.isVisible()
                && shell.getText().equals("Open as it was"));
    }
}
