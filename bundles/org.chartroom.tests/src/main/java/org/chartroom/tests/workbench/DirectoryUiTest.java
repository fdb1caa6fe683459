package org.chartroom.tests.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.FieldChange;
import org.chartroom.core.workspace.HistoryQuery;
import org.chartroom.model.Directory;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.Person;
import org.chartroom.model.Project;
import org.chartroom.model.charter.Charter;
import org.chartroom.tests.driver.ArtifactDriver;
import org.chartroom.tests.driver.GridDriver;
import org.chartroom.tests.driver.Pictures;
import org.chartroom.tests.driver.SampleWorkspace;
import org.chartroom.tests.driver.UiDriver;
import org.chartroom.ui.forms.ArtifactEditor;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.edit.editor.ICellEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The directory of the workspace, edited as a user does. */
class DirectoryUiTest {
    private final UiDriver driver = new UiDriver();
    private final Pictures pictures = new Pictures(driver);
    private final SampleWorkspace sample = new SampleWorkspace(driver);
    private final ArtifactDriver charter = new ArtifactDriver(driver, "CHR-001", "org.chartroom.charter.editor");
    private final ArtifactDriver register = new ArtifactDriver(driver, "RSK-001", "org.chartroom.risk.editor");

    @BeforeEach
    void fillWorkspace() {
        sample.fill();
        clean();
    }

    @AfterEach
    void closeEditors() {
        driver.closeDialogs();
        driver.doInUi(() -> driver.all(NatTable.class).stream().map(NatTable::getActiveCellEditor)
                .filter(Objects::nonNull).forEach(ICellEditor::close));
        driver.doInUi(() -> driver.page().closeAllEditors(false));
        clean();
    }

    /** Other tests expect the directory of the sample. */
    private void clean() {
        try (EditSession session = sample.workspace().openSession()) {
            Directory directory = session.directory();
            directory.getPeople().removeIf(person -> person.getOrganisation() == null);
            directory.getProjects().removeIf(project -> project.getPortfolio() == null);
            directory.getRates().removeIf(rate -> rate.getSource() == null);
            session.commit("");
        }
    }

    private <T> T saved(Function<Directory, T> question) {
        try (EditSession session = sample.workspace().openSession()) {
            return question.apply(session.directory());
        }
    }

    private ArtifactEditor open(String page) {
        driver.chooseMenu("File", "Directory");
        driver.waitUntil("the directory is open", () -> driver.page().getActiveEditor() instanceof ArtifactEditor open
                && open.editing().root() instanceof Directory);
        ArtifactEditor editor = driver.inUi(() -> (ArtifactEditor) driver.page().getActiveEditor());
        driver.doInUi(() -> editor.setActivePage(page));
        driver.waitUntil("the window takes keys",
                () -> editor.getSite().getShell() == editor.getSite().getShell().getDisplay().getActiveShell());
        return editor;
    }

    private GridDriver grid() {
        return new GridDriver(driver, driver.find(NatTable.class, "the grid", NatTable::isVisible));
    }

    private Button button(String text) {
        return driver.find(Button.class, text,
                button -> button.isVisible() && button.getText().replace("&", "").equals(text));
    }

    private void save(ArtifactEditor editor) {
        driver.waitUntil("there is something to save", editor::isDirty);
        driver.press(SWT.CTRL, 's');
        driver.waitUntil("it is saved", () -> !editor.isDirty());
    }

    private int people() {
        return driver.inUi(() -> ((ArtifactEditor) driver.page().getActiveEditor()).editing().directory().getPeople()
                .size());
    }

    private Shell dialog(String title) {
        return driver.find(Shell.class, "the dialog " + title, shell -> title.equals(shell.getText()));
    }

    private void press(Shell dialog, String text) {
        driver.click(driver.find(Button.class, text,
                button -> button.getShell() == dialog && button.getText().replace("&", "").equals(text)));
    }

    private boolean says(Shell dialog, String text) {
        return driver.all(Label.class).stream()
                .anyMatch(label -> driver.inUi(() -> label.getShell() == dialog && label.getText().contains(text)));
    }

    private void assertRefused(int row, String column, String text, String sentence) {
        grid().typeOver(row, column, text);
        driver.press(SWT.CR);
        Shell refusal = dialog("Conversion failed");
        driver.waitUntil("it says: " + sentence, () -> says(refusal, sentence));
        press(refusal, "Discard");
        driver.waitUntil("the cell is closed", () -> grid().table().getActiveCellEditor() == null);
    }

    @Test
    void a_person_is_added_edited_undone_saved_and_there_again() {
        ArtifactEditor editor = open("people");
        int before = people();
        driver.click(button("Add"));
        driver.waitUntil("there is a new row", () -> grid().texts("Name").size() == before + 1);
        grid().enter(before, "Name", "grace hopper");
        assertRefused(before, "E-mail", "grace", "\"grace\" is no e-mail address; enter one like name@example.org.");
        grid().enter(before, "Role", "admiral");
        driver.waitUntil("the role is set", () -> grid().texts("Role").get(before).equals("admiral"));
        driver.press(SWT.CTRL, 'z');
        driver.waitUntil("the role is taken back", () -> grid().texts("Role").get(before).isEmpty());
        save(editor);
        driver.doInUi(() -> driver.page().closeAllEditors(false));
        boolean there = saved(directory -> directory.getPeople().stream()
                .anyMatch(person -> "grace hopper".equals(person.getName()) && person.getEmail() == null));
        assertTrue(there);
        open("people");
        driver.waitUntil("she is there again", () -> grid().texts("Name").contains("grace hopper"));
        String id = saved(directory -> directory.getPeople().get(before).getId());
        assertEquals(sample.workspace().head(), sample.workspace().history(HistoryQuery.ofElement(id)).stream()
                .map(FieldChange::revision).findFirst());
    }

    @Test
    void two_people_with_one_address_are_a_finding_that_leads_there() {
        ArtifactEditor editor = open("people");
        String first = grid().texts("E-mail").get(0);
        driver.doInUi(() -> {
            Person second = editor.editing().directory().getPeople().get(1);
            editor.editing().set(second, second.eClass().getEStructuralFeature("email"), first);
        });
        Table findings = driver.find(Table.class, "the findings", table -> table.isVisible()
                && table.getColumnCount() == 4 && table.getItemCount() == 1);
        assertTrue(driver.inUi(() -> findings.getItem(0).getText(0)).startsWith("The e-mail address " + first));
    }

    @Test
    void a_rate_must_be_above_zero_and_of_known_currencies() {
        ArtifactEditor editor = open("rates");
        pictures.document(editor.getSite().getShell(), "directory-rates");
        int before = grid().texts("Rate").size();
        driver.click(button("Add"));
        driver.waitUntil("there is a new row", () -> grid().texts("Rate").size() == before + 1);
        assertRefused(before, "From", "xqq", "\"xqq\" is no ISO code of a currency; enter one like EUR or USD.");
        assertRefused(before, "Rate", "0", "Rate must be above 0, not 0.");
        grid().enter(before, "From", "eur");
        grid().enter(before, "To", "gbp");
        grid().enter(before, "Rate", "0.87");
        grid().enter(before, "Valid from", "2026-01-01");
        save(editor);
        assertEquals(Optional.of(new BigDecimal("0.87")), saved(directory -> directory.getRates().stream()
                .filter(rate -> "GBP".equals(rate.getToCurrency()) && "EUR".equals(rate.getFromCurrency()))
                .map(rate -> rate.getRate()).findFirst()));
    }

    @Test
    void a_project_added_in_the_directory_can_be_chosen_in_a_charter() {
        charter.open("overview");
        ArtifactEditor editor = open("projects");
        int before = grid().texts("Key").size();
        driver.click(button("Add"));
        driver.waitUntil("there is a new row", () -> grid().texts("Key").size() == before + 1);
        grid().enter(before, "Key", "net");
        grid().enter(before, "Name", "network renewal");
        save(editor);
        charter.open("overview");
        driver.waitUntil("it is offered",
                () -> List.of(((Combo) charter.field("project")).getItems()).contains("network renewal"));
        Combo project = (Combo) charter.field("project");
        driver.doInUi(() -> {
            project.select(project.indexOf("network renewal"));
            project.notifyListeners(SWT.Selection, new Event());
        });
        Project chosen = driver.inUi(() -> ((Charter) charter.artifact()).getProject());
        assertEquals("net", chosen.getKey());
        save(charter.editor());
    }

    @Test
    void deleting_somebody_who_is_named_asks_and_says_where() {
        ArtifactEditor editor = open("people");
        pictures.document(editor.getSite().getShell(), "directory-people");
        int before = people();
        int row = grid().texts("Name").indexOf("Marta Keller");
        grid().click(row, "Name");
        driver.startInUi(() -> button("Delete").notifyListeners(SWT.Selection, new Event()));
        Shell question = dialog("Delete");
        driver.waitUntil("it says who", () -> says(question, "Marta Keller: "));
        press(question, "Cancel");
        assertEquals(before, people());
        assertFalse(editor.isDirty());
    }

    @Test
    void deleting_somebody_whom_nothing_names_does_not_ask() {
        try (EditSession session = sample.workspace().openSession()) {
            Person person = ModelFactory.eINSTANCE.createPerson();
            person.setId(UUID.randomUUID().toString());
            person.setName("Nobody");
            session.directory().getPeople().add(person);
            session.commit("");
        }
        ArtifactEditor editor = open("people");
        int before = people();
        grid().click(grid().texts("Name").indexOf("Nobody"), "Name");
        driver.click(button("Delete"));
        driver.waitUntil("the row is gone", () -> people() == before - 1);
        driver.press(SWT.CTRL, 'z');
        driver.waitUntil("it is back", () -> people() == before);
        assertFalse(editor.isDirty());
    }

    @Test
    void somebody_new_pasted_into_cells_is_added_in_the_same_step_when_wanted() {
        register.open("risks");
        int before = people();
        GridDriver risks = register.grid();
        paste(risks, "Grace Hopper\ngrace  hopper\nMARTA KELLER");
        Shell question = dialog("New person");
        press(question, "Yes");
        driver.waitUntil("the cells have them", () -> risks.texts("Owner").subList(0, 3)
                .equals(List.of("Grace Hopper", "Grace Hopper", "Marta Keller")));
        assertEquals(before + 1, people());
        driver.press(SWT.CTRL, 'z');
        driver.waitUntil("all is taken back in one step", () -> people() == before && !register.editor().isDirty());
    }

    @Test
    void somebody_new_who_is_not_wanted_changes_nothing() {
        register.open("risks");
        int before = people();
        GridDriver risks = register.grid();
        String owner = risks.texts("Owner").get(0);
        paste(risks, "Grace Hopper");
        press(dialog("New person"), "No");
        driver.waitUntil("the question is gone",
                () -> driver.all(Shell.class).stream().noneMatch(shell -> "New person".equals(shell.getText())));
        assertEquals(before, people());
        assertEquals(owner, risks.texts("Owner").get(0));
        assertFalse(driver.inUi(() -> register.editor().isDirty()));
    }

    private void paste(GridDriver grid, String text) {
        grid.click(0, "Owner");
        driver.doInUi(() -> {
            Clipboard clipboard = new Clipboard(grid.table().getDisplay());
            clipboard.setContents(new Object[]{text}, new Transfer[]{TextTransfer.getInstance()});
            clipboard.dispose();
        });
        driver.press(SWT.CTRL, 'v');
    }

    @Test
    void where_there_is_nothing_to_choose_a_link_leads_to_the_directory() {
        try (EditSession session = sample.workspace().openSession()) {
            session.directory().getProjects().clear();
            session.commit("");
        }
        register.open("overview");
        Hyperlink link = driver.find(Hyperlink.class, "the link",
                one -> one.isVisible() && one.getSize().x > 0 && one.getText().equals("Add in the directory"));
        driver.focus(link);
        driver.press(SWT.CR);
        driver.waitUntil("the projects are shown", () -> driver.page().getActiveEditor() instanceof ArtifactEditor open
                && open.editing().root() instanceof Directory
                && "projects".equals(open.getActivePageInstance().getId()));
    }

    @Test
    void the_navigator_has_the_directory() {
        Tree tree = driver.find(Tree.class, "the navigator", one -> one.isVisible() && one.getItemCount() > 1
                && one.getItem(0).getText().equals("Directory"));
        TreeItem first = driver.inUi(() -> tree.getItem(0));
        driver.doubleClick(first);
        driver.waitUntil("the directory is open", () -> driver.page().getActiveEditor() instanceof ArtifactEditor open
                && open.editing().root() instanceof Directory);
    }
}
