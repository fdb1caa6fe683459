package org.chartroom.tests.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;

import org.chartroom.model.vendor.Grade;
import org.chartroom.model.vendor.Metric;
import org.chartroom.model.vendor.VendorScorecard;
import org.chartroom.tests.driver.ArtifactDriver;
import org.chartroom.tests.driver.UiDriver;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The editor of a vendor scorecard, worked with as a user does. */
class VendorEditorUiTest {
    private final UiDriver driver = new UiDriver();
    private final ArtifactDriver scorecard = new ArtifactDriver(driver, "VND-001", "org.chartroom.vendor.editor");

    @BeforeEach
    void fillWorkspace() {
        scorecard.reset();
    }

    @AfterEach
    void closeEditors() {
        driver.doInUi(() -> driver.page().closeAllEditors(false));
    }

    private VendorScorecard model() {
        return (VendorScorecard) scorecard.artifact();
    }

    private Metric availability() {
        return model().getMetrics().get(0);
    }

    @Test
    void the_overview_shows_score_and_grade() {
        scorecard.open("overview");
        scorecard.awaitLabel("48.3");
        scorecard.awaitLabel("F");
    }

    @Test
    void a_value_entered_in_a_period_changes_the_score_and_undo_takes_both_back() {
        scorecard.open("metrics");
        BigDecimal before = driver.inUi(() -> model().getScore());
        scorecard.grid().enter(1, "2026-10", "95");
        driver.waitUntil("the score has risen", () -> model().getScore().compareTo(before) > 0);
        driver.press(SWT.CTRL, 'z');
        driver.waitUntil("the score is the old one", () -> model().getScore().equals(before));
    }

    @Test
    void a_value_in_a_period_without_one_makes_a_measurement_and_undo_removes_it() {
        scorecard.open("metrics");
        int before = driver.inUi(() -> model().getMetrics().get(3).getMeasurements().size());
        scorecard.grid().enter(3, "2026-11", "12");
        driver.waitUntil("there is one measurement more",
                () -> model().getMetrics().get(3).getMeasurements().size() == before + 1);
        driver.press(SWT.CTRL, 'z');
        driver.waitUntil("it is gone", () -> model().getMetrics().get(3).getMeasurements().size() == before);
    }

    @Test
    void what_was_saved_is_there_after_the_editor_was_closed_and_opened_again() {
        scorecard.open("metrics");
        scorecard.enter("target", "99.95");
        driver.waitUntil("the editor is dirty", () -> scorecard.editor().isDirty());
        driver.press(SWT.CTRL, 's');
        driver.waitUntil("the editor is clean", () -> !scorecard.editor().isDirty());
        driver.press(SWT.CTRL, 'w');
        driver.waitUntil("the editor is closed", () -> driver.page().getEditorReferences().length == 0);
        scorecard.open("metrics");
        assertEquals(new BigDecimal("99.95"), driver.inUi(() -> availability().getTarget()));
    }

    @Test
    void a_target_that_is_no_number_is_refused_on_the_field_and_the_metric_stays_as_it_is() {
        scorecard.open("metrics");
        BigDecimal before = driver.inUi(() -> availability().getTarget());
        scorecard.enter("target", "high");
        Control field = scorecard.field("target");
        driver.waitUntil("the field says why", () -> field.getToolTipText().startsWith("\"high\" is not a number"));
        assertEquals(before, driver.inUi(() -> availability().getTarget()));
    }

    @Test
    void a_missed_metric_that_must_be_met_caps_the_grade_and_is_found() {
        scorecard.open("metrics");
        scorecard.grid().enter(0, "2026-10", "99.4");
        driver.waitUntil("the finding is there", () -> scorecard.editor().editing().findings().stream()
                .anyMatch(finding -> finding.checkId().equals("org.chartroom.vendor.mustPass")));
        assertEquals(Grade.F, driver.inUi(() -> model().getGrade()));
    }

    @Test
    void yes_and_no_are_chosen_with_the_arrow_keys() {
        scorecard.open("metrics");
        Combo field = (Combo) scorecard.field("mustPass");
        driver.focus(field);
        driver.press(SWT.ARROW_UP);
        driver.waitUntil("it need not be met", () -> !availability().isMustPass());
    }

    @Test
    void the_ranking_has_the_other_vendors_of_the_workspace() {
        scorecard.open("ranking");
        Table table = driver.find(Table.class, "the ranking of two",
                candidate -> candidate.isVisible() && candidate.getItemCount() == 2
                        && candidate.getColumn(0).getText().equals("Rank"));
        assertEquals("Kupfer Networks", driver.inUi(() -> table.getItem(0).getText(1)));
        assertEquals("Nordmed Software", driver.inUi(() -> table.getItem(1).getText(1)));
    }

    @Test
    void the_renewals_begin_with_the_next_notice() {
        scorecard.open("renewals");
        Table table = driver.find(Table.class, "the renewals of two",
                candidate -> candidate.isVisible() && candidate.getItemCount() == 2
                        && candidate.getColumn(0).getText().equals("Notice by"));
        assertEquals("within 60 days", driver.inUi(() -> table.getItem(0).getText(2)));
    }
}
