package org.chartroom.tests.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.model.Link;
import org.chartroom.model.LinkType;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.tests.driver.ArtifactDriver;
import org.chartroom.tests.driver.Pictures;
import org.chartroom.tests.driver.SampleWorkspace;
import org.chartroom.tests.driver.UiDriver;
import org.chartroom.ui.forms.link.Linking;
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

/** Links between artifacts, made, followed, removed and asked about, as a user does. */
class LinksUiTest {
    private static final String RISK_EDITOR = "org.chartroom.risk.editor";

    private final UiDriver driver = new UiDriver();
    private final Pictures pictures = new Pictures(driver);
    private final SampleWorkspace sample = new SampleWorkspace(driver);
    private final ArtifactDriver register = new ArtifactDriver(driver, "RSK-001", RISK_EDITOR);
    private final ArtifactDriver changes = new ArtifactDriver(driver, "CHG-001", "org.chartroom.change.editor");
    private final ArtifactDriver vendor = new ArtifactDriver(driver, "VND-001", "org.chartroom.vendor.editor");

    @BeforeEach
    void fillWorkspace() {
        register.reset();
    }

    @AfterEach
    void closeEditors() {
        driver.closeDialogs();
        driver.doInUi(() -> {
            driver.page().closeAllEditors(false);
            // Beneath the editor is what the next test expects there.
            driver.page().bringToTop(driver.page().findView("org.chartroom.ui.findings"));
        });
    }

    private void showLinks() {
        driver.chooseMenu("Window", "Show view", "Links");
    }

    private Table links() {
        return driver.find(Table.class, "the links",
                table -> table.isVisible() && table.getColumnCount() > 0
                        && table.getColumn(0).getText().equals("From or to"));
    }

    private List<String> column(int index) {
        Table table = links();
        return driver.inUi(() -> List.of(table.getItems()).stream().map(item -> item.getText(index)).toList());
    }

    private Risk risk(int index) {
        return driver.inUi(() -> ((RiskRegister) register.artifact()).getRisks().get(index));
    }

    private void choose(String pattern, String type, String line) {
        Shell dialog = driver.find(Shell.class, "the dialog", shell -> "Link".equals(shell.getText()));
        Combo types = driver.find(Combo.class, "the types", combo -> combo.getShell() == dialog);
        driver.doInUi(() -> {
            types.select(types.indexOf(type));
            types.notifyListeners(SWT.Selection, new Event());
        });
        Text field = driver.find(Text.class, "the pattern",
                text -> text.getShell() == dialog && text.getText().equals("?"));
        driver.doInUi(() -> field.setText(pattern));
        Table found = driver.find(Table.class, "what is found", table -> table.getShell() == dialog);
        driver.waitUntil(line + " is offered", () -> found.getItemCount() > 0
                && found.getItem(0).getText().startsWith(line));
        pictures.document(dialog, "link-dialog");
        Button ok = driver.find(Button.class, "OK",
                button -> button.getShell() == dialog && button.getText().replace("&", "").equals("OK"));
        driver.waitUntil("it can be chosen", ok::isEnabled);
        driver.click(ok);
    }

    private void save(ArtifactDriver artifact) {
        driver.waitUntil("there is something to save", () -> artifact.editor().isDirty());
        driver.press(SWT.CTRL, 's');
        driver.waitUntil("it is saved", () -> !artifact.editor().isDirty());
    }

    @Test
    void a_risk_is_linked_to_a_change_and_the_change_shows_it() {
        showLinks();
        register.open("risks");
        register.grid().click(3, "Title");
        Risk linked = risk(3);
        driver.press(SWT.CTRL, 'k');
        choose("C-002", "Mitigates", "C-002");
        driver.waitUntil("the risk has the link", () -> !linked.getLinks().isEmpty());
        assertEquals(LinkType.MITIGATES, linked.getLinks().get(0).getType());
        driver.waitUntil("it is listed", () -> column(2).contains("C-002"));
        save(register);
        changes.open("changes");
        changes.grid().click(1, "Title");
        driver.waitUntil("the change shows the risk", () -> column(1).contains("\u2190 Mitigated by")
                && column(2).contains("R-004"));
        pictures.document(driver.inUi(() -> driver.page().getWorkbenchWindow().getShell()), "links");
    }

    @Test
    void a_link_that_was_made_can_be_undone_and_one_that_is_chosen_can_be_removed() {
        showLinks();
        register.open("risks");
        register.grid().click(3, "Title");
        Risk linked = risk(3);
        driver.press(SWT.CTRL, 'k');
        choose("C-002", "Causes", "C-002");
        driver.waitUntil("the risk has the link", () -> !linked.getLinks().isEmpty());
        register.grid().click(3, "Title");
        driver.press(SWT.CTRL, 'z');
        driver.waitUntil("it has none", () -> linked.getLinks().isEmpty());
        driver.press(SWT.CTRL, 'y');
        driver.waitUntil("it has the link again", () -> column(2).contains("C-002"));
        Table table = links();
        driver.doInUi(() -> {
            table.setSelection(0);
            table.notifyListeners(SWT.Selection, new Event());
        });
        driver.click(driver.findByText(Button.class, "Remove the link"));
        driver.waitUntil("it has none", () -> linked.getLinks().isEmpty());
    }

    @Test
    void a_title_with_an_ampersand_is_shown_with_it() {
        showLinks();
        register.open("risks");
        Risk first = risk(0);
        driver.doInUi(() -> register.editor().editing().set(first, ModelPackage.Literals.SUBJECT__TITLE, "R&D"));
        register.grid().click(0, "Title");
        // In a label two of them stand for one.
        driver.find(Label.class, "the name with its ampersand",
                label -> label.isVisible() && label.getText().equals("R-001 R&&D"));
    }

    @Test
    void a_double_click_leads_to_the_other_end() {
        linkFirstRiskTo("C-002");
        Table table = links();
        driver.waitUntil("the link is listed", () -> column(2).contains("C-002"));
        driver.doubleClick(driver.inUi(() -> table.getItem(column(2).indexOf("C-002"))));
        driver.waitUntil("the change log is open",
                () -> driver.page().getActiveEditor().getTitle().endsWith("change log"));
    }

    private void linkFirstRiskTo(String key) {
        showLinks();
        register.open("risks");
        register.grid().click(0, "Title");
        driver.press(SWT.CTRL, 'k');
        choose(key, "Relates to", key);
        driver.waitUntil("the risk has the link",
                () -> risk(0).getLinks().stream().map(Link::getTarget).anyMatch(target -> target.getKey().equals(key)));
    }

    @Test
    void what_is_linked_already_is_refused() {
        register.open("risks");
        Risk linked = risk(3);
        ArtifactInfo dropped = sample.workspace().find("VND-001").orElseThrow();
        driver.doInUi(() -> linking(linked).drop(dropped));
        driver.startInUi(() -> linking(linked).drop(dropped));
        Shell refusal = driver.findByText(Shell.class, "The link was not made");
        driver.find(Label.class, "why", label -> label.getShell() == refusal
                && label.getText().contains("is linked to VND-001"));
    }

    private Linking linking(Risk source) {
        return Linking.of(register.editor().getSite().getShell(), register.editor().editing(), source).orElseThrow();
    }

    @Test
    void deleting_what_is_linked_asks_and_says_what_would_break() {
        linkFirstRiskTo("C-002");
        save(register);
        changes.open("changes");
        changes.grid().click(1, "Title");
        driver.click(driver.findByText(Button.class, "Delete"));
        Shell question = driver.findByText(Shell.class, "Delete");
        driver.find(Label.class, "what would break",
                label -> label.getShell() == question && label.getText().contains("RSK-001 / R-001"));
        pictures.document(question, "delete-linked");
        driver.click(driver.find(Button.class, "Cancel", button -> button.getShell() == question
                && button.getText().equals("Cancel")));
        driver.waitUntil("the question is gone", question::isDisposed);
        assertTrue(driver.inUi(() -> !changes.editor().isDirty()), "nothing was deleted");
    }

    @Test
    void an_artifact_is_deleted_from_the_navigator_with_a_reason() {
        Tree navigator = driver.find(Tree.class, "the navigator", tree -> tree.isVisible()
                && tree.getItemCount() > 1 && tree.getItem(1).getItemCount() > 0);
        driver.doInUi(() -> {
            TreeItem item = List.of(navigator.getItems()).stream()
                    .flatMap(type -> List.of(type.getItems()).stream())
                    .filter(one -> one.getText().startsWith("VND-002")).findFirst().orElseThrow();
            navigator.setSelection(item);
            navigator.notifyListeners(SWT.Selection, new Event());
        });
        driver.focus(navigator);
        driver.press(SWT.DEL);
        Shell question = driver.findByText(Shell.class, "Why was this changed?");
        Combo reason = driver.find(Combo.class, "the reason", combo -> combo.getShell() == question);
        driver.doInUi(() -> reason.setText("Contract ended"));
        driver.click(driver.find(Button.class, "OK", button -> button.getShell() == question
                && button.getText().replace("&", "").equals("OK") && button.isEnabled()));
        driver.waitUntil("it is gone", () -> sample.workspace().find("VND-002").isEmpty());
        assertEquals("Contract ended", sample.workspace().head().orElseThrow().reason());
    }

    @Test
    void a_missed_metric_that_must_be_met_proposes_a_risk_in_a_register() {
        driver.chooseMenu("Window", "Show view", "Findings");
        vendor.open("metrics");
        vendor.grid().enter(0, "2026-10", "90");
        Table findings = driver.find(Table.class, "the findings", table -> table.isVisible()
                && table.getColumnCount() > 0 && table.getColumn(0).getText().equals("Finding"));
        driver.waitUntil("the miss is found", () -> missed(findings) >= 0);
        int missed = driver.inUi(() -> missed(findings));
        driver.doInUi(() -> {
            findings.setSelection(missed);
            findings.notifyListeners(SWT.Selection, new Event());
            findings.getMenu().notifyListeners(SWT.Show, new Event());
        });
        MenuItem fix = driver.inUi(() -> List.of(findings.getMenu().getItems()).stream()
                .filter(item -> item.getText().startsWith("Add a risk to RSK-001")).findFirst().orElseThrow());
        driver.startInUi(() -> fix.notifyListeners(SWT.Selection, new Event()));
        save(vendor);
        register.open("risks");
        driver.waitUntil("the risk is in the register", () -> ((RiskRegister) register.artifact()).getRisks().stream()
                .anyMatch(risk -> risk.getTitle().contains("may go on missing")));
    }

    private static int missed(Table findings) {
        for (int i = 0; i < findings.getItemCount(); i++) {
            if (findings.getItem(i).getText(0).contains("must be met and was missed")) {
                return i;
            }
        }
        return -1;
    }
}
