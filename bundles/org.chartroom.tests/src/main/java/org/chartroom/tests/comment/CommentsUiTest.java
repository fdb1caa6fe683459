package org.chartroom.tests.comment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.comment.Comments;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.model.Artifact;
import org.chartroom.model.Comment;
import org.chartroom.model.CommentState;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.tests.driver.ArtifactDriver;
import org.chartroom.tests.driver.Pictures;
import org.chartroom.tests.driver.SampleWorkspace;
import org.chartroom.tests.driver.UiDriver;
import org.chartroom.ui.forms.ArtifactEditor;
import org.chartroom.ui.forms.ArtifactEditorInput;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Comments, written, answered, resolved and followed as a user does. */
class CommentsUiTest {
    private static final String EDITOR = "org.chartroom.risk.editor";
    private static final String VIEW = "org.chartroom.ui.comments";

    private final UiDriver driver = new UiDriver();
    private final Pictures pictures = new Pictures(driver);
    private final SampleWorkspace sample = new SampleWorkspace(driver);
    private final ArtifactDriver register = new ArtifactDriver(driver, "RSK-001", EDITOR);

    @BeforeEach
    void fillWorkspace() {
        register.reset();
        driver.chooseMenu("Window", "Show view", "Comments");
        register.open("risks");
    }

    @AfterEach
    void closeEditors() {
        driver.closeDialogs();
        driver.doInUi(() -> {
            driver.page().closeAllEditors(false);
            // What one test filters by is not what the next one expects.
            driver.page().hideView(driver.page().findView(VIEW));
            driver.page().bringToTop(driver.page().findView("org.chartroom.ui.findings"));
        });
    }

    private Tree threads() {
        return driver.find(Tree.class, "the comments", tree -> tree.isVisible() && tree.getColumnCount() > 0
                && tree.getColumn(0).getText().equals("Comment"));
    }

    private List<String> column(int index) {
        Tree tree = threads();
        return driver.inUi(() -> List.of(tree.getItems()).stream().map(item -> item.getText(index)).toList());
    }

    private Risk risk(int index) {
        return driver.inUi(() -> ((RiskRegister) register.artifact()).getRisks().get(index));
    }

    private List<Comment> comments() {
        return driver.inUi(() -> List.copyOf(register.artifact().getComments()));
    }

    private Button button(String text) {
        return driver.find(Button.class, text,
                button -> button.isVisible() && button.getText().equals(text)
                        && List.of(button.getParent().getChildren()).stream().anyMatch(
                                other -> other instanceof Button first && first.getText().equals("New comment...")));
    }

    private void press(String text) {
        Button button = button(text);
        driver.waitUntil(text + " can be pressed", button::isEnabled);
        driver.click(button);
    }

    private Shell dialog(String title) {
        return driver.findByText(Shell.class, title);
    }

    private void write(Shell dialog, String text) {
        Text field = driver.find(Text.class, "the text", one -> one.getShell() == dialog
                && (one.getStyle() & (SWT.MULTI | SWT.READ_ONLY)) == SWT.MULTI);
        driver.waitUntil("the text has the focus", field::isFocusControl);
        driver.type(text);
        driver.press(SWT.CTRL, SWT.CR);
        Shell window = driver.inUi(() -> driver.page().getWorkbenchWindow().getShell());
        driver.waitUntil("the dialog is gone", dialog::isDisposed);
        driver.waitUntil("the window takes keys",
                () -> window.getDisplay().getActiveShell() == window && window.getDisplay().getFocusControl() != null);
    }

    private void comment(int row, String column, String text) {
        driver.doInUi(() -> driver.page().activate(register.editor()));
        register.grid().click(row, column);
        driver.press(SWT.CTRL | SWT.ALT, 'm');
        write(dialog("New comment"), text);
        driver.waitUntil("it is listed", () -> column(0).contains(text));
    }

    private void save() {
        driver.waitUntil("there is something to save", () -> register.editor().isDirty());
        driver.press(SWT.CTRL, 's');
        driver.waitUntil("it is saved", () -> !register.editor().isDirty());
    }

    private String viewTitle() {
        return driver.inUi(() -> driver.page().findView(VIEW).getTitle());
    }

    @Test
    void a_comment_on_a_field_of_a_risk_is_undone_redone_saved_and_resolved() {
        Risk risk = risk(3);
        comment(3, "Title", "Please say which records");
        Comment written = comments().get(0);
        assertEquals(risk, written.getSubject());
        assertEquals("title", written.getFeature());
        assertEquals(sample.workspace().author(), written.getAccount());
        assertEquals("Comments (1)", viewTitle());
        register.grid().click(3, "Title");
        driver.press(SWT.CTRL, 'z');
        driver.waitUntil("it is gone", () -> column(0).isEmpty());
        assertEquals("Comments", viewTitle());
        driver.press(SWT.CTRL, 'y');
        driver.waitUntil("it is there again", () -> column(0).equals(List.of("Please say which records")));
        save();
        driver.doInUi(() -> driver.page().closeAllEditors(false));
        register.open("risks");
        driver.waitUntil("it is read again", () -> column(0).equals(List.of("Please say which records")));
        press("Resolve");
        driver.waitUntil("it waits no more", () -> column(0).isEmpty());
        assertEquals(CommentState.RESOLVED, comments().get(0).getState());
        show("All");
        assertEquals(List.of("Resolved"), column(4));
        press("Reopen");
        driver.waitUntil("it waits again", () -> column(4).equals(List.of("Open")));
    }

    private void show(String state) {
        Combo states = driver.find(Combo.class, "the states", combo -> combo.isVisible()
                && combo.indexOf("Resolved") >= 0 && combo.indexOf("All") >= 0);
        driver.doInUi(() -> {
            states.select(states.indexOf(state));
            states.notifyListeners(SWT.Selection, new Event());
        });
    }

    @Test
    void a_reply_belongs_to_its_thread_and_can_be_edited_and_deleted_by_who_wrote_it() {
        comment(3, "Title", "Which records");
        press("Reply...");
        write(dialog("Reply"), "Those of the old archive");
        driver.waitUntil("the reply is in the thread", () -> comments().get(0).getReplies().size() == 1);
        Tree tree = threads();
        driver.doInUi(() -> {
            tree.setSelection(tree.getItem(0).getItem(0));
            tree.notifyListeners(SWT.Selection, new Event());
        });
        press("Edit...");
        write(dialog("Edit comment"), " only");
        driver.waitUntil("it says more",
                () -> comments().get(0).getReplies().get(0).getText().equals("Those of the old archive only"));
        driver.doInUi(() -> {
            tree.setSelection(tree.getItem(0).getItem(0));
            tree.notifyListeners(SWT.Selection, new Event());
        });
        press("Delete");
        driver.waitUntil("it is gone", () -> comments().get(0).getReplies().isEmpty());
        assertEquals(1, comments().size());
    }

    @Test
    void what_somebody_else_wrote_can_be_answered_and_resolved_but_not_changed() {
        writeAsSomebodyElse("Is this still so?");
        driver.waitUntil("it is listed", () -> column(0).equals(List.of("Is this still so?")));
        driver.waitUntil("it can be answered", () -> button("Reply...").isEnabled());
        assertFalse(driver.inUi(() -> button("Edit...").isEnabled()));
        assertFalse(driver.inUi(() -> button("Delete").isEnabled()));
        assertEquals(List.of("Grace"), column(2));
    }

    private void writeAsSomebodyElse(String text) {
        try (EditSession session = sample.workspace().openSession()) {
            Artifact artifact = session.artifact(sample.workspace().find("RSK-001").orElseThrow().id()).orElseThrow();
            session.editingDomain().getCommandStack()
                    .execute(Comments.write(session, artifact, null, text, Instant.now()));
            artifact.getComments().get(0).setAccount("Grace");
            artifact.getComments().get(0).setAuthor(null);
            session.commit("");
        }
    }

    @Test
    void those_on_what_is_selected_come_first_or_alone() {
        comment(3, "Title", "on the fourth");
        comment(5, "Title", "on the sixth");
        driver.waitUntil("that on the sixth is first",
                () -> column(0).equals(List.of("on the sixth", "on the fourth")));
        register.grid().click(3, "Title");
        driver.waitUntil("that on the fourth is first",
                () -> column(0).equals(List.of("on the fourth", "on the sixth")));
        press("Only on what is selected");
        driver.waitUntil("the other is left out", () -> column(0).equals(List.of("on the fourth")));
    }

    @Test
    void a_double_click_leads_to_the_risk_and_its_field() {
        comment(3, "Title", "Which records");
        Risk risk = risk(3);
        register.grid().click(0, "Title");
        Tree tree = threads();
        driver.doubleClick(driver.inUi(() -> tree.getItem(0)));
        driver.waitUntil("the risk is selected", () -> ((IStructuredSelection) register.editor().getSite()
                .getSelectionProvider().getSelection()).getFirstElement() == risk);
    }

    @Test
    void a_sign_with_words_stands_where_a_comment_waits() {
        comment(3, "Title", "Which records");
        Risk risk = risk(3);
        assertEquals(Optional.of("1 open comment"),
                driver.inUi(() -> register.editor().editing().openComments().on(risk)));
        assertEquals(Optional.of("1 open comment"), driver.inUi(() -> register.editor().editing().openComments()
                .on(risk, RiskPackage.Literals.RISK.getEStructuralFeature("title"))));
        assertTrue(driver.inUi(() -> register.editor().editing().openComments().on(risk(0)).isEmpty()));
    }

    @Test
    void the_past_takes_no_comments() {
        comment(3, "Title", "Which records");
        save();
        driver.doInUi(() -> driver.page().closeAllEditors(false));
        driver.inUi(() -> (ArtifactEditor) driver.page().openEditor(new ArtifactEditorInput(sample.workspace(),
                sample.workspace().find("RSK-001").orElseThrow(), Optional.of(sample.workspace().state("now"))),
                EDITOR));
        driver.waitUntil("the comment is there", () -> column(0).equals(List.of("Which records")));
        for (String action : List.of("New comment...", "Reply...", "Edit...", "Resolve", "Delete")) {
            assertFalse(driver.inUi(() -> button(action).isEnabled()), action);
        }
    }

    @Test
    void the_view_shows_threads_of_people_for_the_documentation() {
        writeAsSomebodyElse("The register was reviewed with the suppliers; two risks are missing.");
        comment(3, "Title", "Please say which records");
        press("Reply...");
        write(dialog("Reply"), "Those of the old archive");
        comment(0, "Title", "Which systems does it touch");
        driver.doInUi(() -> driver.page().activate(register.editor()));
        register.grid().click(3, "Title");
        driver.waitUntil("three are listed", () -> column(0).size() == 3);
        pictures.document(driver.inUi(() -> driver.page().getWorkbenchWindow().getShell()), "comments");
    }
}
