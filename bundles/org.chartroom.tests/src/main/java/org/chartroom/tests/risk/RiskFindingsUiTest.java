package org.chartroom.tests.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.chartroom.core.link.Links;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.model.LinkType;
import org.chartroom.model.change.Change;
import org.chartroom.model.change.ChangeLog;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.model.risk.RiskStatus;
import org.chartroom.tests.driver.UiDriver;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.Form;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the checks find: on the field, in the header of the form and in the Findings view, with quick fixes.
 */
class RiskFindingsUiTest {
    private final UiDriver driver = new UiDriver();
    private final Register register = new Register(driver);
    private Table findings;

    @BeforeEach
    void openRegister() {
        register.reset();
        driver.inUi(() -> driver.page().showView("org.chartroom.ui.findings"));
        register.open("risks");
        findings = driver.find(Table.class, "the findings",
                table -> table.isVisible() && table.getItemCount() == 2
                        && table.getItem(0).getText(0).startsWith("R-004 is high"));
    }

    @AfterEach
    void closeEditors() {
        driver.doInUi(() -> driver.page().closeAllEditors(false));
    }

    private void clickFirst(boolean twice) {
        TableItem first = driver.inUi(() -> findings.getItem(0));
        if (twice) {
            driver.doubleClick(first);
        } else {
            driver.click(first);
        }
        driver.waitUntil("the finding is selected", () -> findings.getSelectionIndex() == 0);
    }

    private void applyQuickFix() {
        clickFirst(false);
        driver.doInUi(() -> findings.getMenu().notifyListeners(SWT.Show, new Event()));
        MenuItem fix = driver.inUi(() -> findings.getMenu().getItem(0));
        driver.startInUi(() -> fix.notifyListeners(SWT.Selection, new Event()));
        driver.waitUntil("the risk has an action", () -> register.risk("R-004").getActions().size() == 1);
    }

    @Test
    void the_header_of_the_form_says_how_many_there_are_and_names_the_first() {
        driver.find(Form.class, "the message in the header",
                form -> form.isVisible() && String.valueOf(form.getMessage()).startsWith("2 findings, first: R-004"));
    }

    @Test
    void a_double_click_leads_to_the_risk() {
        clickFirst(true);
        driver.waitUntil("the form shows R-004", () -> "R-004".equals(((Text) register.field("key")).getText()));
    }

    @Test
    void a_finding_is_shown_on_its_field() {
        register.grid().click(3, "Title");
        Control level = register.field("currentLevel");
        driver.waitUntil("the field says what was found",
                () -> level.getToolTipText().startsWith("R-004 is high, worse than the appetite"));
    }

    @Test
    void a_quick_fix_takes_its_finding_away() {
        applyQuickFix();
        driver.waitUntil("one finding is left", () -> findings.getItemCount() == 1);
    }

    @Test
    void the_selected_risk_is_mended_from_the_grid_by_keyboard() {
        register.grid().click(3, "Title");
        driver.press(SWT.CTRL, '1');
        driver.press(SWT.ARROW_DOWN);
        driver.press(SWT.CR);
        driver.waitUntil("the risk has an action", () -> register.risk("R-004").getActions().size() == 1);
    }

    @Test
    void a_quick_fix_is_undone_from_the_view_it_was_applied_in() {
        applyQuickFix();
        driver.press(SWT.CTRL, 'z');
        driver.waitUntil("the action is gone", () -> register.risk("R-004").getActions().isEmpty());
        driver.waitUntil("the finding is back", () -> findings.getItemCount() == 2);
    }

    @Test
    void a_risk_that_occurred_is_found_until_a_change_links_to_it() {
        Workspace workspace = register.editor().editing().workspace();
        driver.doInUi(() -> {
            try (EditSession session = workspace.openSession()) {
                Change change = ((ChangeLog) session.artifact(session.find("CHG-001").orElseThrow().id())
                        .orElseThrow()).getChanges().get(0);
                Risk risk = session.artifact(register.model().getId()).map(RiskRegister.class::cast)
                        .orElseThrow().getRisks().get(4);
                session.editingDomain().getCommandStack().execute(
                        Links.add(session.editingDomain(), change, LinkType.RELATES_TO, risk, ""));
                session.commit("test");
            }
        });
        driver.doInUi(() -> {
            for (String key : List.of("R-005", "R-007")) {
                register.editor().editing().set(register.risk(key), RiskPackage.Literals.RISK__STATUS,
                        RiskStatus.OCCURRED);
            }
        });
        driver.waitUntil("one of the two is found", () -> findings.getItemCount() == 3
                && findings.getItem(2).getText(0).startsWith("R-007 has occurred"));
    }

    @Test
    void a_mended_risk_is_no_longer_found_without_saving() {
        register.grid().click(3, "Current L");
        driver.press(SWT.DEL);
        driver.waitUntil("one finding is left", () -> findings.getItemCount() == 1);
        assertEquals(12, register.keys().size());
    }
}
