package org.chartroom.tests.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskResponse;
import org.chartroom.model.risk.RiskStatus;
import org.chartroom.tests.driver.UiDriver;
import org.chartroom.ui.forms.ArtifactEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The editor of a risk register: open, edit in the form, undo, save, and what follows the selection.
 */
class RiskEditorUiTest {
    private static final String TITLE = "Migration of 11 years of records loses attachments";

    private final UiDriver driver = new UiDriver();
    private final Register register = new Register(driver);

    @BeforeEach
    void fillWorkspace() {
        register.reset();
    }

    @AfterEach
    void closeEditors() {
        driver.doInUi(() -> driver.page().closeAllEditors(false));
    }

    private String titleOfFirst() {
        return register.risk("R-001").getTitle();
    }

    private static Optional<TreeItem> inNavigator(Tree tree) {
        return Arrays.stream(tree.getItems()).flatMap(type -> Arrays.stream(type.getItems()))
                .filter(artifact -> artifact.getText().startsWith("RSK-001")).findFirst();
    }

    @Test
    void a_double_click_in_the_navigator_opens_the_register() {
        Tree tree = driver.find(Tree.class, "the navigator with the register",
                candidate -> candidate.isVisible() && inNavigator(candidate).isPresent());
        driver.doubleClick(driver.inUi(() -> inNavigator(tree).orElseThrow()));
        driver.waitUntil("the editor is active",
                () -> driver.page().getActiveEditor() instanceof ArtifactEditor editor
                        && editor.editing().artifact().getKey().equals("RSK-001"));
    }

    @Test
    void people_are_known_again_when_the_sample_is_loaded_a_second_time() {
        register.reset();
        register.open("risks");
        assertEquals("Sofia Rossi", driver.inUi(() -> register.risk("R-001").getOwner().getName()));
    }

    @Test
    void a_field_changed_in_the_form_is_undone_and_redone_with_the_keyboard() {
        register.open("risks");
        register.enter("title", "Records lose pages");
        driver.waitUntil("the title is new", () -> titleOfFirst().equals("Records lose pages"));

        driver.press(SWT.CTRL, 'z');
        driver.waitUntil("the title is the old one", () -> titleOfFirst().equals(TITLE));
        driver.waitUntil("the field shows it", () -> TITLE.equals(((Text) register.field("title")).getText()));

        driver.press(SWT.CTRL, 'y');
        driver.waitUntil("the title is new again", () -> titleOfFirst().equals("Records lose pages"));
    }

    @Test
    void what_was_saved_is_there_after_the_editor_was_closed_and_opened_again() {
        register.open("risks");
        register.enter("title", "Records lose pages");
        driver.waitUntil("the editor is dirty", () -> register.editor().isDirty());
        driver.press(SWT.CTRL, 's');
        driver.waitUntil("the editor is clean", () -> !register.editor().isDirty());

        driver.press(SWT.CTRL, 'w');
        driver.waitUntil("the editor is closed", () -> driver.page().getEditorReferences().length == 0);
        register.open("risks");
        assertEquals("Records lose pages", titleOfFirst());
    }

    @Test
    void text_that_is_still_being_typed_is_saved_too() {
        register.open("risks");
        driver.replace(register.field("title"), "Typed and not left");
        driver.press(SWT.CTRL, 's');
        driver.waitUntil("the title is saved",
                () -> titleOfFirst().equals("Typed and not left") && !register.editor().isDirty());
    }

    @Test
    void a_probability_that_is_no_number_is_refused_on_the_field_and_the_risk_stays_as_it_is() {
        register.open("risks");
        BigDecimal before = register.risk("R-001").getProbability();
        register.enter("probability", "abc");
        Control field = register.field("probability");
        driver.waitUntil("the field says why",
                () -> field.getToolTipText().startsWith("\"abc\" is not a number"));
        assertEquals(before, register.risk("R-001").getProbability());
    }

    @Test
    void a_probability_off_its_range_is_refused_with_the_range() {
        register.open("risks");
        register.enter("probability", "120");
        Control field = register.field("probability");
        driver.waitUntil("the field says why", () -> field.getToolTipText().contains("from 0 % to 100 %, not 120 %"));
    }

    @Test
    void a_date_that_is_none_is_refused_and_escape_gives_the_old_one_back() {
        register.open("risks");
        LocalDate before = register.risk("R-001").getRaisedOn();
        String shown = driver.inUi(() -> ((Text) register.field("raisedOn")).getText());
        register.enter("raisedOn", "tomorrow");
        Text field = (Text) register.field("raisedOn");
        driver.waitUntil("the field says why", () -> field.getToolTipText().contains("\"tomorrow\" is not a date"));
        assertEquals(before, register.risk("R-001").getRaisedOn());

        driver.press(SWT.ESC);
        driver.waitUntil("the old date is shown", () -> field.getText().equals(shown));
        assertTrue(driver.inUi(() -> !field.getToolTipText().contains("is not a date")));
    }

    @Test
    void a_choice_is_set_with_the_arrow_keys() {
        register.open("risks");
        Combo response = (Combo) register.field("response");
        assertEquals(RiskResponse.MITIGATE, register.risk("R-001").getResponse());
        driver.focus(response);
        driver.press(SWT.ARROW_DOWN);
        driver.waitUntil("the next response is chosen",
                () -> register.risk("R-001").getResponse() == RiskResponse.TRANSFER);
    }

    @Test
    void a_name_nobody_has_asks_whether_to_add_the_person_and_no_leaves_the_owner() {
        register.open("risks");
        String before = register.risk("R-001").getOwner().getName();
        register.enter("owner", "Nobody Known");
        Shell question = driver.findByText(Shell.class, "New person");
        driver.doInUi(question::close);
        driver.waitUntil("the question is gone", question::isDisposed);
        Control field = register.field("owner");
        driver.waitUntil("the field says why", () -> field.getToolTipText().contains("\"Nobody Known\""));
        assertEquals(before, register.risk("R-001").getOwner().getName());
    }

    @Test
    void an_emptied_owner_is_taken_and_no_longer_refused() {
        register.open("risks");
        register.enter("owner", "Nobody Known");
        Shell question = driver.findByText(Shell.class, "New person");
        driver.doInUi(question::close);
        driver.waitUntil("the question is gone", question::isDisposed);
        Combo field = (Combo) register.field("owner");
        driver.focus(field);
        driver.doInUi(() -> field.setText(""));
        driver.press(SWT.CR);
        driver.waitUntil("there is no owner", () -> register.risk("R-001").getOwner() == null);
        driver.waitUntil("nothing is refused", () -> !field.getToolTipText().contains("Nobody Known"));
        assertNull(register.risk("R-001").getOwner());
    }

    @Test
    void the_form_shows_the_risk_selected_in_the_grid() {
        register.open("risks");
        register.grid().click(4, "Title");
        driver.waitUntil("the form shows R-005", () -> "R-005".equals(((Text) register.field("key")).getText()));
    }

    private Table actions() {
        register.open("actions");
        return driver.find(Table.class, "the nine open actions",
                table -> table.isVisible() && table.getItemCount() == 9 && table.getColumnCount() == 7);
    }

    @Test
    void an_action_is_done_on_its_page_and_the_step_is_undone() {
        Table actions = actions();
        driver.waitUntil("the first action is selected", () -> actions.getSelectionIndex() == 0);
        driver.click(driver.findByText(Button.class, "Done today"));
        driver.waitUntil("eight are open", () -> actions.getItemCount() == 8);
        driver.press(SWT.CTRL, 'z');
        driver.waitUntil("nine are open again", () -> actions.getItemCount() == 9);
    }

    @Test
    void the_due_date_of_an_action_is_changed_on_its_page_and_sorts_it() {
        Table actions = actions();
        Text due = (Text) register.field("due");
        driver.focus(due);
        driver.doInUi(() -> due.setText("2030-01-01"));
        driver.press(SWT.CR);
        driver.waitUntil("it comes last", () -> actions.getItem(8).getText(0).contains("2030"));
    }

    @Test
    void a_double_click_on_an_action_leads_to_its_risk() {
        Table actions = actions();
        driver.doubleClick(driver.inUi(() -> actions.getItem(1)));
        driver.waitUntil("the form shows R-002", () -> "R-002".equals(((Text) register.field("key")).getText()));
    }

    @Test
    void actions_of_a_risk_that_is_closed_are_not_listed() {
        Table actions = actions();
        driver.doInUi(() -> register.editor().editing().set(register.risk("R-003"),
                RiskPackage.Literals.RISK__STATUS, RiskStatus.CLOSED));
        driver.waitUntil("two actions are gone", () -> actions.getItemCount() == 7);
    }

    @Test
    void the_outline_follows_the_grid() {
        register.open("risks");
        register.grid().click(4, "Title");
        driver.find(Tree.class, "the outline with R-005 selected", tree -> tree.getSelectionCount() == 1
                && tree.getSelection()[0].getText().startsWith("R-005 "));
    }

    @Test
    void the_grid_follows_the_outline() {
        register.open("risks");
        Tree outline = driver.find(Tree.class, "the outline", tree -> tree.isVisible() && tree.getItemCount() == 1
                && tree.getItem(0).getText().startsWith("RSK-001 ") && tree.getItem(0).getItemCount() == 12);
        driver.click(driver.inUi(() -> outline.getItem(0).getItem(2)));
        driver.waitUntil("the form shows R-003", () -> "R-003".equals(((Text) register.field("key")).getText()));
    }

    @Test
    void the_properties_view_follows_the_grid() {
        driver.doInUi(() -> driver.page().activate(driver.inUi(() -> driver.page()
                .showView(IPageLayout.ID_PROP_SHEET))));
        register.open("risks");
        register.grid().click(4, "Title");
        driver.find(Tree.class, "the properties of R-005", tree -> {
            for (TreeItem group : tree.getItems()) {
                for (TreeItem property : group.getItems()) {
                    if (property.getText(0).equals("Key") && property.getText(1).equals("R-005")) {
                        return true;
                    }
                }
            }
            return false;
        });
    }
}
