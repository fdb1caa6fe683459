package org.chartroom.tests.charter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.chartroom.chart.Placement.Spot;
import org.chartroom.core.check.Finding;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.model.Money;
import org.chartroom.model.change.ChangeLog;
import org.chartroom.model.change.ChangePackage;
import org.chartroom.model.change.ChangeState;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.CharterPackage;
import org.chartroom.model.charter.Health;
import org.chartroom.model.charter.RaciActivity;
import org.chartroom.model.charter.RaciAssignment;
import org.chartroom.model.charter.RaciRole;
import org.chartroom.model.charter.Stakeholder;
import org.chartroom.model.variance.VarianceReport;
import org.chartroom.tests.driver.ArtifactDriver;
import org.chartroom.tests.driver.GridDriver;
import org.chartroom.tests.driver.Pictures;
import org.chartroom.tests.driver.UiDriver;
import org.chartroom.ui.forms.ArtifactEditor;
import org.chartroom.ui.forms.ArtifactEditorInput;
import org.chartroom.ui.forms.chart.PlacementView;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The editor of a project charter, worked with as a user does. */
class CharterUiTest {
    private final UiDriver driver = new UiDriver();
    private final Pictures pictures = new Pictures(driver);
    private final ArtifactDriver charter = new ArtifactDriver(driver, "CHR-001", "org.chartroom.charter.editor");

    @BeforeEach
    void fillWorkspace() {
        charter.reset();
    }

    @AfterEach
    void closeEditors() {
        driver.doInUi(() -> driver.page().closeAllEditors(false));
    }

    private Charter model() {
        return (Charter) charter.artifact();
    }

    private Stakeholder stakeholder(String role) {
        return model().getStakeholders().stream().filter(one -> role.equals(one.getRole())).findFirst()
                .orElseThrow();
    }

    private Optional<RaciRole> role(int activity, String person) {
        RaciActivity row = model().getActivities().get(activity);
        return row.getAssignments().stream().filter(one -> person.equals(one.getPerson().getName()))
                .map(RaciAssignment::getRole).findFirst();
    }

    private void save() {
        driver.waitUntil("the editor is dirty", () -> charter.editor().isDirty());
        driver.press(SWT.CTRL, 's');
        driver.waitUntil("the editor is clean", () -> !charter.editor().isDirty());
    }

    private boolean isFound(String check) {
        return charter.editor().editing().findings().stream()
                .anyMatch(finding -> finding.checkId().equals("org.chartroom.charter." + check));
    }

    @Test
    void the_overview_shows_health_what_is_spent_slip_value_and_score() {
        charter.open("overview");
        charter.awaitLabel("Amber");
        charter.awaitLabel("71.7 %");
        charter.awaitLabel("+49 days");
        charter.awaitLabel("653,647 EUR");
        charter.awaitLabel("4.25");
    }

    @Test
    void what_was_entered_and_saved_is_there_after_the_editor_was_closed_and_opened_again() {
        charter.open("overview");
        charter.enter("progress", "70 %");
        save();
        driver.press(SWT.CTRL, 'w');
        driver.waitUntil("the editor is closed", () -> driver.page().getEditorReferences().length == 0);
        charter.open("overview");
        assertEquals(0, new BigDecimal("0.7").compareTo(driver.inUi(() -> model().getProgress())));
    }

    @Test
    void a_progress_above_100_percent_is_refused_on_the_field_and_the_charter_stays_as_it_is() {
        charter.open("overview");
        BigDecimal before = driver.inUi(() -> model().getProgress());
        charter.enter("progress", "120");
        Control field = charter.field("progress");
        driver.waitUntil("the field says why", () -> field.getToolTipText().startsWith("Progress must be from"));
        assertEquals(before, driver.inUi(() -> model().getProgress()));
    }

    @Test
    void another_variance_report_is_chosen_from_those_of_the_workspace_and_undo_takes_it_back() {
        charter.open("overview");
        Combo field = (Combo) charter.field("varianceReport");
        assertEquals(List.of("(not set)", "VAR-001 Electronic patient record: budget variance",
                "VAR-002 Data centre exit: budget variance"), driver.inUi(() -> List.of(field.getItems())));
        driver.focus(field);
        driver.press(SWT.ARROW_DOWN);
        driver.waitUntil("the other one is chosen", () -> model().getVarianceReport().getKey().equals("VAR-002"));
        driver.press(SWT.CTRL, 'z');
        driver.waitUntil("the first one is back", () -> model().getVarianceReport().getKey().equals("VAR-001"));
    }

    @Test
    void a_strategic_objective_of_the_directory_is_tied_to_the_charter_and_undo_unties_it() {
        charter.open("overview");
        driver.doInUi(() -> charter.editor().reveal(model(), CharterPackage.Literals.CHARTER__STRATEGIC_OBJECTIVES));
        Table field = (Table) charter.field("strategicObjectives");
        driver.waitUntil("the one it serves is shown", () -> field.getItemCount() == 1
                && field.getItem(0).getText().startsWith("S1 Every patient record"));
        driver.focus(field);
        driver.press(SWT.INSERT);
        Shell dialog = driver.findByText(Shell.class, "Strategic objectives");
        Button ok = driver.find(Button.class, "OK",
                button -> button.getShell() == dialog && button.getText().replace("&", "").equals("OK"));
        driver.waitUntil("what is left can be chosen", ok::isEnabled);
        driver.click(ok);
        driver.waitUntil("it serves both", () -> field.getItemCount() == 2
                && field.getItem(1).getText().startsWith("S2 Running costs"));
        pictures.document(driver.inUi(field::getShell), "charter-objectives");
        driver.press(SWT.CTRL, 'z');
        driver.waitUntil("the other one is untied", () -> model().getStrategicObjectives().size() == 1);
    }

    private PlacementView map() {
        charter.open("stakeholders");
        return driver.find(PlacementView.class, "the map", PlacementView::isVisible);
    }

    private void send(PlacementView map, int type, int x, int y) {
        driver.send(map, type, x, y, SWT.NONE);
    }

    private Spot spot(PlacementView map, Stakeholder stakeholder) {
        return driver.inUi(() -> {
            map.choose(stakeholder);
            return map.chosenSpot().orElseThrow();
        });
    }

    @Test
    void a_stakeholder_dragged_on_the_map_changes_power_and_interest_and_one_undo_takes_both_back() {
        PlacementView map = map();
        Stakeholder council = driver.inUi(() -> stakeholder("Works council"));
        Spot spot = spot(map, council);
        Rectangle from = driver.inUi(() -> map.bounds(spot));
        Rectangle to = driver.inUi(() -> map.cell(5, 2));
        send(map, SWT.MouseDown, from.x + 20, from.y + 5);
        send(map, SWT.MouseMove, from.x + 60, from.y + 20);
        send(map, SWT.MouseMove, to.x + 20, to.y + 10);
        send(map, SWT.MouseUp, to.x + 20, to.y + 10);
        driver.waitUntil("power and interest have changed",
                () -> council.getPower() == 2 && council.getInterest() == 5);
        driver.press(SWT.CTRL, 'z');
        driver.waitUntil("both are back", () -> council.getPower() == 4 && council.getInterest() == 3);
        assertFalse(driver.inUi(() -> charter.editor().isDirty()));
    }

    @Test
    void a_click_on_the_map_moves_nobody() {
        PlacementView map = map();
        Spot spot = spot(map, driver.inUi(() -> stakeholder("Sponsor")));
        Rectangle at = driver.inUi(() -> map.bounds(spot));
        send(map, SWT.MouseDown, at.x + 20, at.y + 5);
        send(map, SWT.MouseUp, at.x + 20, at.y + 5);
        assertFalse(driver.inUi(() -> charter.editor().isDirty()));
    }

    @Test
    void a_stakeholder_is_moved_on_the_map_with_the_keyboard_and_not_beyond_its_edge() {
        PlacementView map = map();
        Stakeholder council = driver.inUi(() -> stakeholder("Patients\u2019 council"));
        spot(map, council);
        driver.focus(map);
        Event key = new Event();
        key.stateMask = SWT.MOD1;
        key.keyCode = SWT.ARROW_UP;
        driver.doInUi(() -> map.notifyListeners(SWT.KeyDown, key));
        driver.waitUntil("it has more power", () -> council.getPower() == 2 && council.getInterest() == 2);
        key.keyCode = SWT.ARROW_DOWN;
        for (int i = 0; i < 3; i++) {
            driver.doInUi(() -> map.notifyListeners(SWT.KeyDown, key));
        }
        assertEquals(1, driver.inUi(council::getPower));
    }

    @Test
    void letters_typed_into_the_responsibilities_put_in_and_take_out() {
        charter.open("raci");
        GridDriver grid = charter.grid();
        driver.waitUntil("nobody answers for it", () -> isFound("accountableMissing"));
        grid.click(5, "Lukas Brandt");
        grid.press(SWT.NONE, 'a');
        driver.waitUntil("he answers for what he does",
                () -> role(5, "Lukas Brandt").equals(Optional.of(RaciRole.ACCOUNTABLE_RESPONSIBLE)));
        driver.waitUntil("the finding is gone", () -> !isFound("accountableMissing"));
        grid.press(SWT.NONE, 'c');
        driver.waitUntil("he is asked only",
                () -> role(5, "Lukas Brandt").equals(Optional.of(RaciRole.CONSULTED)));
        grid.press(SWT.NONE, 'c');
        driver.waitUntil("he has no part", () -> role(5, "Lukas Brandt").isEmpty());
        for (int i = 0; i < 3; i++) {
            driver.press(SWT.CTRL, 'z');
        }
        driver.waitUntil("he does it again",
                () -> role(5, "Lukas Brandt").equals(Optional.of(RaciRole.RESPONSIBLE)));
    }

    @Test
    void the_responsibilities_are_shown_with_people_across() {
        charter.open("raci");
        assertEquals(List.of("A", "I", "", "A", "C", "", "A"), charter.grid().texts("Dr. Ines Hoffmann"));
    }

    @Test
    void a_forecast_that_is_later_moves_the_worst_slip() {
        charter.open("milestones");
        charter.awaitLabel("+106 days");
        charter.grid().enter(2, "Forecast", "2028-01-01");
        charter.awaitLabel("+412 days");
        driver.press(SWT.CTRL, 'z');
        charter.awaitLabel("+106 days");
    }

    @Test
    void a_higher_discount_rate_lowers_the_net_present_value() {
        charter.open("case");
        charter.awaitLabel("653,647 EUR");
        charter.enter("discountRate", "10 %");
        driver.waitUntil("the value is below zero", () -> model().getNpv().amount().signum() < 0);
        charter.enter("discountRate", "0");
        charter.awaitLabel("1,810,000 EUR");
    }

    @Test
    void the_budget_says_which_approved_changes_count() {
        charter.open("budget");
        charter.awaitLabel("6,255,500 EUR");
        Table table = driver.find(Table.class, "the approved changes",
                candidate -> candidate.isVisible() && candidate.getColumn(0).getText().equals("Change"));
        // C-009 is an emergency that the board has not authorised.
        assertEquals(List.of("C-001", "C-002", "C-003", "C-004", "C-005", "C-010", "C-011"),
                driver.inUi(() -> List.of(table.getItems()).stream().map(item -> item.getText(0)).toList()));
    }

    @Test
    void a_change_that_is_approved_elsewhere_moves_budget_and_end_of_the_open_charter_and_of_its_report() {
        charter.open("budget");
        Workspace workspace = charter.editor().editing().workspace();
        BigDecimal before = driver.inUi(() -> model().getVarianceReport().getBudgetAtCompletion());
        try (EditSession session = workspace.openSession()) {
            ChangeLog log = (ChangeLog) session.artifact(workspace.find("CHG-001").orElseThrow().id()).orElseThrow();
            session.editingDomain().getCommandStack().execute(SetCommand.create(session.editingDomain(),
                    log.getChanges().get(5), ChangePackage.Literals.CHANGE__STATE, ChangeState.AUTHORISED));
            session.commit("approved by the board");
        }
        charter.awaitLabel("6,277,500 EUR");
        assertEquals(Money.valueOf("87500 EUR"), driver.inUi(() -> model().getApprovedChangeCost()));
        assertEquals("2027-07-18", driver.inUi(() -> model().getRevisedEnd().toString()));
        driver.waitUntil("the report has it too", () -> model().getVarianceReport().getBudgetAtCompletion()
                .subtract(before).compareTo(BigDecimal.valueOf(22000)) == 0);
    }

    @Test
    void a_breached_tolerance_drafts_an_escalation_that_can_be_resolved() {
        charter.open("threads");
        driver.waitUntil("the tolerance is breached", () -> isFound("tolerance.scheduleTolerance"));
        driver.doInUi(() -> {
            Finding breach = charter.editor().editing().findings().stream()
                    .filter(finding -> finding.checkId().endsWith("tolerance.scheduleTolerance")
                            && finding.element() == model())
                    .findFirst().orElseThrow();
            charter.editor().editing().execute(
                    breach.fixes().get(0).command().apply(charter.editor().editing().domain()));
        });
        driver.find(Text.class, "the draft", text -> text.isVisible()
                && text.getText().startsWith("Escalation: CHR-001 Electronic patient record: charter")
                && text.getText().contains("To Dr. Ines Hoffmann, from Jonas Weber"));
        Button resolve = driver.findByText(Button.class, "Mark as resolved");
        driver.waitUntil("it can be resolved", resolve::isEnabled);
        driver.click(resolve);
        driver.waitUntil("it is resolved", () -> !resolve.isEnabled());
    }

    @Test
    void the_threads_lead_to_what_the_charter_hangs_together_with() {
        charter.open("threads");
        Table table = driver.find(Table.class, "the threads", candidate -> candidate.isVisible()
                && candidate.getColumn(0).getText().equals("How") && candidate.getItemCount() >= 4);
        assertEquals(List.of("VAR-001", "CHG-001", "RSK-001", "VND-001"), driver.inUi(
                () -> List.of(table.getItems()).subList(0, 4).stream().map(item -> item.getText(2)).toList()));
        driver.doubleClick(driver.inUi(() -> table.getItem(0)));
        driver.waitUntil("the report is open", () -> {
            IEditorPart active = driver.page().getActiveEditor();
            return active instanceof ArtifactEditor editor
                    && editor.editing().artifact() instanceof VarianceReport report
                    && report.getKey().equals("VAR-001");
        });
    }

    @Test
    void the_ranking_follows_the_weights_of_the_workspace() {
        charter.open("ranking");
        Table table = driver.find(Table.class, "the ranking of three", candidate -> candidate.isVisible()
                && candidate.getItemCount() == 3 && candidate.getColumn(0).getText().equals("Rank"));
        assertEquals(List.of("CHR-001", "CHR-003", "CHR-002"), keys(table));
        charter.awaitLabel("1 of 3");
        charter.enter("timelineWeight", "1000");
        charter.awaitLabel("3 of 3");
        assertEquals("CHR-001", keys(table).get(2));
        save();
        assertEquals(0, BigDecimal.valueOf(1000).compareTo(
                driver.inUi(() -> charter.editor().editing().directory().getTimelineWeight())));
    }

    private List<String> keys(Table table) {
        return driver.inUi(() -> List.of(table.getItems()).stream().map(item -> item.getText(1)).toList());
    }

    @Test
    void a_charter_of_the_past_is_shown_and_can_not_be_changed() {
        charter.open("overview");
        Workspace workspace = charter.editor().editing().workspace();
        String before = String.valueOf(workspace.head().orElseThrow().number());
        charter.enter("progress", "90 %");
        save();
        driver.doInUi(() -> driver.page().closeAllEditors(false));
        ArtifactEditor past = (ArtifactEditor) driver.inUi(() -> driver.page()
                .openEditor(new ArtifactEditorInput(workspace, workspace.find("CHR-001").orElseThrow(),
                        Optional.of(workspace.state(before))), "org.chartroom.charter.editor"));
        assertEquals(0, new BigDecimal("0.62")
                .compareTo(driver.inUi(() -> ((Charter) past.editing().artifact()).getProgress())));
        driver.doInUi(() -> past.setActivePage("stakeholders"));
        PlacementView map = driver.find(PlacementView.class, "the map", PlacementView::isVisible);
        driver.focus(map);
        Event key = new Event();
        key.stateMask = SWT.MOD1;
        key.keyCode = SWT.ARROW_DOWN;
        driver.doInUi(() -> map.notifyListeners(SWT.KeyDown, key));
        assertEquals(5, driver.inUi(() -> ((Charter) past.editing().artifact()).getStakeholders().get(0).getPower()));
        driver.doInUi(() -> past.setActivePage("raci"));
        GridDriver grid = new GridDriver(driver, driver.find(NatTable.class, "the grid", NatTable::isVisible));
        grid.click(0, "Marta Keller");
        grid.press(SWT.NONE, 'r');
        assertEquals("C", grid.texts("Marta Keller").get(0));
        assertTrue(driver.inUi(() -> past.editing().isReadOnly()) && !driver.inUi(past::isDirty));
    }

    @Test
    void a_new_charter_is_green_and_shows_what_to_do_on_every_page() {
        charter.open("overview");
        Workspace workspace = charter.editor().editing().workspace();
        String key;
        try (EditSession session = workspace.openSession()) {
            key = session.create(CharterPackage.Literals.CHARTER, "CHR", "New").getKey();
            session.commit("new");
        }
        ArtifactDriver fresh = new ArtifactDriver(driver, key, "org.chartroom.charter.editor");
        for (String page : List.of("scope", "stakeholders", "raci", "milestones", "case", "budget", "threads",
                "ranking")) {
            fresh.open(page);
            assertEquals(page, driver.inUi(() -> fresh.editor().getActivePageInstance().getId()));
        }
        assertEquals(Health.GREEN, driver.inUi(() -> ((Charter) fresh.artifact()).getHealth()));
    }
}
