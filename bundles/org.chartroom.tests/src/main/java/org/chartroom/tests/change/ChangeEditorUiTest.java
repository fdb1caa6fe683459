package org.chartroom.tests.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.chartroom.core.check.Finding;
import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.model.change.Change;
import org.chartroom.model.change.ChangeLog;
import org.chartroom.model.change.ChangeState;
import org.chartroom.model.change.ChangePackage;
import org.chartroom.model.Money;
import org.chartroom.model.charter.Charter;
import org.chartroom.tests.driver.Pictures;
import org.chartroom.tests.driver.SampleWorkspace;
import org.chartroom.tests.driver.UiDriver;
import org.chartroom.ui.forms.ArtifactEditor;
import org.chartroom.ui.forms.ArtifactEditorInput;
import org.chartroom.ui.forms.board.BoardView;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The editor of a change log: steps by button, by mouse and by keyboard, guards, form, undo, save.
 */
class ChangeEditorUiTest {
    private static final String WHY = "C-008: Draft \u2192 Submitted";

    private final UiDriver driver = new UiDriver();
    private final Pictures pictures = new Pictures(driver);
    private final SampleWorkspace sample = new SampleWorkspace(driver);
    private ArtifactEditor editor;

    @BeforeEach
    void fillWorkspace() {
        sample.fill();
    }

    @AfterEach
    void closeEditors() {
        driver.closeDialogs();
        driver.doInUi(() -> driver.page().closeAllEditors(false));
    }

    private void open(String page) {
        ArtifactInfo log = sample.workspace().find("CHG-001").orElseThrow();
        editor = (ArtifactEditor) driver.inUi(() -> driver.page().openEditor(
                new ArtifactEditorInput(sample.workspace(), log), "org.chartroom.change.editor"));
        driver.doInUi(() -> editor.setActivePage(page));
        driver.waitUntil("the window takes keys", () -> editor.getSite().getShell() == editor.getSite().getShell()
                .getDisplay().getActiveShell());
    }

    private Change change(String key) {
        return driver.inUi(() -> ((ChangeLog) editor.editing().artifact()).getChanges().stream()
                .filter(change -> key.equals(change.getKey())).findFirst().orElseThrow());
    }

    private void select(String key) {
        driver.doInUi(() -> editor.reveal(change(key), null));
        driver.waitUntil("the form shows " + key, () -> key.equals(((Text) field("key")).getText()));
    }

    private Control field(String feature) {
        return driver.find(Control.class, "the field " + feature,
                control -> feature.equals(control.getData("org.chartroom.feature")) && control.isVisible());
    }

    private void sayWhy(String title, String reason) {
        Shell dialog = driver.findByText(Shell.class, title);
        driver.waitUntil("the question takes keys", () -> dialog.getDisplay().getActiveShell() == dialog);
        driver.type(reason);
        driver.press(SWT.CR);
        driver.waitUntil("the question is answered", dialog::isDisposed);
    }

    private void press(BoardView board, int type, int x, int y) {
        driver.send(board, type, x, y, SWT.NONE);
    }

    @Test
    void a_step_is_taken_with_its_reason_recorded_and_undo_takes_both_back() {
        open("changes");
        select("C-008");
        driver.click(driver.findByText(Button.class, "\u2192 Submitted"));
        sayWhy(WHY, "ready for the board");
        driver.waitUntil("it is submitted", () -> change("C-008").getState() == ChangeState.SUBMITTED);
        assertEquals("ready for the board", driver.inUi(() -> change("C-008").getTransitions().get(0).getWhy()));
        driver.findByText(Button.class, "\u2192 Assessed");

        driver.press(SWT.CTRL, 'z');
        driver.waitUntil("it is a draft again", () -> change("C-008").getState() == ChangeState.DRAFT);
        assertTrue(driver.inUi(() -> change("C-008").getTransitions().isEmpty()));
    }

    @Test
    void a_step_that_a_guard_refuses_says_what_is_missing() {
        open("changes");
        select("C-006");
        driver.click(driver.findByText(Button.class, "\u2192 Authorised"));
        Shell dialog = driver.findByText(Shell.class, "C-006 does not become Authorised yet");
        driver.find(Label.class, "the guard", label -> label.getShell() == dialog
                && label.getText().equals("1 of 2 needed members of the board approve it."));
        driver.press(SWT.CR);
        driver.waitUntil("the message is gone", dialog::isDisposed);
        assertEquals(ChangeState.ASSESSED, change("C-006").getState());
        assertFalse(driver.inUi(() -> editor.isDirty()));
    }

    @Test
    void a_card_dragged_to_another_column_takes_the_step() {
        open("board");
        BoardView board = driver.find(BoardView.class, "the board", BoardView::isVisible);
        Change change = change("C-008");
        Rectangle card = driver.inUi(() -> board.place(change));
        Rectangle column = driver.inUi(() -> board.column(ChangeState.SUBMITTED));
        press(board, SWT.MouseDown, card.x + 20, card.y + 20);
        press(board, SWT.MouseMove, card.x + 60, card.y + 20);
        press(board, SWT.MouseMove, column.x + 20, card.y + 20);
        press(board, SWT.MouseUp, column.x + 20, card.y + 20);
        sayWhy(WHY, "dragged");
        driver.waitUntil("it is submitted", () -> change.getState() == ChangeState.SUBMITTED);
    }

    @Test
    void a_card_is_moved_with_the_keyboard() {
        open("board");
        BoardView board = driver.find(BoardView.class, "the board", BoardView::isVisible);
        driver.doInUi(() -> board.select(change("C-008")));
        driver.focus(board);
        Event right = new Event();
        right.keyCode = SWT.ARROW_RIGHT;
        right.stateMask = SWT.MOD1;
        driver.startInUi(() -> board.notifyListeners(SWT.KeyDown, right));
        sayWhy(WHY, "by keyboard");
        driver.waitUntil("it is submitted", () -> change("C-008").getState() == ChangeState.SUBMITTED);
    }

    @Test
    void a_card_dragged_past_the_guards_stays_where_it_is() {
        open("board");
        BoardView board = driver.find(BoardView.class, "the board", BoardView::isVisible);
        Change change = change("C-008");
        Rectangle card = driver.inUi(() -> board.place(change));
        Rectangle column = driver.inUi(() -> board.column(ChangeState.SCHEDULED));
        press(board, SWT.MouseDown, card.x + 20, card.y + 20);
        press(board, SWT.MouseMove, column.x + 20, card.y + 20);
        press(board, SWT.MouseUp, column.x + 20, card.y + 20);
        Shell dialog = driver.findByText(Shell.class, "C-008 does not become Scheduled yet");
        driver.doInUi(dialog::close);
        driver.waitUntil("the message is gone", dialog::isDisposed);
        assertEquals(ChangeState.DRAFT, driver.inUi(change::getState));
    }

    @Test
    void a_window_that_is_no_time_is_refused_on_the_field() {
        open("changes");
        select("C-003");
        Instant before = driver.inUi(() -> change("C-003").getPlannedFrom());
        driver.replace(field("plannedFrom"), "tomorrow");
        driver.press(SWT.CR);
        Control field = field("plannedFrom");
        driver.waitUntil("the field says why", () -> field.getToolTipText().startsWith(
                "\"tomorrow\" is not a day with a time"));
        assertEquals(before, driver.inUi(() -> change("C-003").getPlannedFrom()));
    }

    @Test
    void what_was_saved_is_there_after_the_editor_was_closed_and_opened_again() {
        open("changes");
        select("C-008");
        driver.click(driver.findByText(Button.class, "\u2192 Submitted"));
        sayWhy(WHY, "kept");
        driver.waitUntil("it is submitted", () -> change("C-008").getState() == ChangeState.SUBMITTED);
        driver.press(SWT.CTRL, 's');
        driver.waitUntil("the editor is clean", () -> !editor.isDirty());
        driver.press(SWT.CTRL, 'w');
        driver.waitUntil("the editor is closed", () -> driver.page().getEditorReferences().length == 0);

        open("changes");
        assertEquals(ChangeState.SUBMITTED, driver.inUi(() -> change("C-008").getState()));
        assertEquals("kept", driver.inUi(() -> change("C-008").getTransitions().get(0).getWhy()));
    }

    private void pick(String title, String pattern, String line) {
        Shell dialog = driver.findByText(Shell.class, title);
        Text field = driver.find(Text.class, "the pattern",
                text -> text.getShell() == dialog && text.getText().equals("?"));
        driver.doInUi(() -> field.setText(pattern));
        Table found = driver.find(Table.class, "what is found", table -> table.getShell() == dialog);
        driver.waitUntil(line + " is offered",
                () -> found.getItemCount() > 0 && found.getItem(0).getText().startsWith(line));
        pictures.document(dialog, "affected-dialog");
        Button ok = driver.find(Button.class, "OK",
                button -> button.getShell() == dialog && button.getText().replace("&", "").equals("OK"));
        driver.waitUntil("it can be chosen", ok::isEnabled);
        driver.click(ok);
    }

    @Test
    void an_affected_deliverable_is_picked_undone_and_removed_with_the_keyboard() {
        open("changes");
        select("C-002");
        driver.doInUi(() -> editor.reveal(change("C-002"), ChangePackage.Literals.CHANGE__AFFECTED_DELIVERABLES));
        Table field = (Table) field("affectedDeliverables");
        driver.waitUntil("the one it has is shown",
                () -> "CHR-001/D-001 Ward workstation".equals(field.getItem(0).getText()));
        driver.focus(field);
        driver.press(SWT.INSERT);
        pick("Affected deliverables", "Medication", "D-002 Medication module");
        driver.waitUntil("both are affected", () -> change("C-002").getAffectedDeliverables().size() == 2);
        driver.waitUntil("both are shown", () -> field.getItemCount() == 2);
        pictures.document(driver.inUi(field::getShell), "affected");
        driver.press(SWT.CTRL, 'z');
        driver.waitUntil("the first one is left", () -> field.getItemCount() == 1);

        driver.doInUi(() -> field.setSelection(0));
        driver.focus(field);
        driver.press(SWT.DEL);
        driver.waitUntil("none is affected", () -> change("C-002").getAffectedDeliverables().isEmpty());
    }

    private boolean isShown(String feature) {
        return driver.all(Control.class).stream()
                .anyMatch(control -> feature.equals(control.getData("org.chartroom.feature")) && control.isVisible());
    }

    @Test
    void what_is_affected_by_name_is_shown_where_there_is_such_a_name_and_the_quick_fix_refers_to_it() {
        open("changes");
        select("C-003");
        assertFalse(driver.inUi(() -> isShown("deliverables")));
        driver.doInUi(() -> editor.editing().execute(SetCommand.create(editor.editing().domain(), change("C-003"),
                ChangePackage.Literals.CHANGE__DELIVERABLES, List.of("medication module"))));
        driver.waitUntil("the name is shown", () -> isShown("deliverables"));
        Callable<Optional<Finding>> named = () -> editor.editing().findings(change("C-003")).stream()
                .filter(finding -> finding.checkId().endsWith(".affectedByName")).findFirst();
        driver.waitUntil("it is found", () -> named.call().isPresent());
        driver.doInUi(() -> editor.reveal(change("C-003"), ChangePackage.Literals.CHANGE__DELIVERABLES));
        pictures.document(driver.inUi(() -> editor.getSite().getShell()), "affected-by-name");
        driver.doInUi(() -> apply(named));
        driver.waitUntil("the reference takes its place", () -> change("C-003").getDeliverables().isEmpty()
                && "D-002".equals(change("C-003").getAffectedDeliverables().get(0).getKey()));
        driver.waitUntil("the name is gone", () -> !isShown("deliverables"));
    }

    private void apply(Callable<Optional<Finding>> finding) {
        try {
            editor.editing().execute(
                    finding.call().orElseThrow().fixes().get(0).command().apply(editor.editing().domain()));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void an_affected_deliverable_opens_its_charter_with_a_double_click() {
        open("changes");
        select("C-004");
        Table field = (Table) field("affectedDeliverables");
        driver.doInUi(() -> field.setSelection(0));
        driver.startInUi(() -> field.notifyListeners(SWT.DefaultSelection, new Event()));
        driver.waitUntil("the charter is open", () -> driver.page().getActiveEditor() != null
                && driver.page().getActiveEditor().getTitle().equals("Electronic patient record: charter"));
    }

    @Test
    void an_affected_deliverable_that_was_deleted_is_found_and_taken_out_by_the_quick_fix() {
        try (EditSession session = sample.workspace().openSession()) {
            Charter charter = (Charter) session.artifact(session.find("CHR-001").orElseThrow().id()).orElseThrow();
            charter.getDeliverables().removeIf(deliverable -> "D-002".equals(deliverable.getKey()));
            session.commit("out of scope");
        }
        open("changes");
        Callable<Optional<Finding>> broken = () -> editor.editing().findings(change("C-004")).stream()
                .filter(finding -> finding.feature() == ChangePackage.Literals.CHANGE__AFFECTED_DELIVERABLES)
                .findFirst();
        driver.waitUntil("it is found", () -> broken.call().isPresent());
        driver.doInUi(() -> apply(broken));
        driver.waitUntil("it is taken out", () -> change("C-004").getAffectedDeliverables().isEmpty()
                && broken.call().isEmpty());
    }

    @Test
    void the_agenda_has_the_emergency_first() {
        open("agenda");
        Table table = driver.find(Table.class, "the agenda",
                candidate -> candidate.isVisible() && candidate.getItemCount() == 3);
        assertEquals(List.of("C-009 Firewall rule for the imaging devices", "1 of 2 votes"),
                driver.inUi(() -> List.of(table.getItem(0).getText(0), table.getItem(0).getText(6))));
    }

    @Test
    void every_page_of_the_log_is_drawn() {
        for (String page : List.of("overview", "changes", "board", "agenda", "schedule")) {
            open(page);
            driver.waitUntil("the page " + page + " is shown",
                    () -> page.equals(editor.getActivePageInstance().getId()));
        }
        assertFalse(driver.inUi(() -> driver.all(Label.class).stream()
                .anyMatch(label -> label.getText().contains("can't be shown"))));
    }

    @Test
    void the_charters_show_what_an_approved_change_adds_before_it_is_saved() {
        open("impact");
        Tree tree = driver.find(Tree.class, "the charters", one -> one.isVisible() && one.getColumnCount() == 6);
        driver.waitUntil("the charter is there", () -> tree.getItemCount() == 1);
        String before = driver.inUi(() -> tree.getItem(0).getText(4));
        driver.doInUi(() -> editor.editing().set(change("C-002"), ChangePackage.Literals.CHANGE__COST_IMPACT,
                Money.valueOf("148000 EUR")));
        driver.waitUntil("the revised budget is higher", () -> !before.equals(tree.getItem(0).getText(4)));
        assertTrue(driver.inUi(() -> List.of(tree.getItem(0).getItems()).stream()
                .anyMatch(line -> line.getText(0).startsWith("C-002") && line.getText(2).equals("148,000.00 EUR"))));
    }
}
