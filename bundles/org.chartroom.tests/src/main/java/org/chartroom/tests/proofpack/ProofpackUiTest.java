package org.chartroom.tests.proofpack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.chartroom.model.Item;
import org.chartroom.tests.driver.ArtifactDriver;
import org.chartroom.tests.driver.GridDriver;
import org.chartroom.tests.driver.SampleWorkspace;
import org.chartroom.tests.driver.UiDriver;
import org.chartroom.ui.forms.chart.ChartView;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The artifacts of the proof packet, which have no Java, in the general editor. */
class ProofpackUiTest {
    private static final String EDITOR = "org.chartroom.ui.artifactEditor";

    private final UiDriver driver = new UiDriver();
    private final SampleWorkspace sample = new SampleWorkspace(driver);

    @BeforeEach
    void fillWorkspace() {
        sample.fillWithExamples();
    }

    @AfterEach
    void closeEditors() {
        driver.doInUi(() -> driver.page().closeAllEditors(false));
        sample.empty();
    }

    private ArtifactDriver open(String key, String page) {
        ArtifactDriver artifact = new ArtifactDriver(driver, key, EDITOR);
        artifact.open(page);
        return artifact;
    }

    private static Object get(EObject object, String feature) {
        return object.eGet(object.eClass().getEStructuralFeature(feature));
    }

    private Item first(ArtifactDriver artifact, String list) {
        return (Item) ((List<?>) get(artifact.artifact(), list)).get(0);
    }

    @ParameterizedTest
    @CsvSource({"BDF-001,lines", "COM-001,messages", "STA-001,periods", "KPI-001,kpis", "PIR-001,benefits",
            "AUD-001,findings", "SUR-001,questions", "TRN-001,courses", "DRP-001,services", "NEG-001,clauses"})
    void an_item_is_edited_undone_saved_and_there_again(String key, String list) {
        ArtifactDriver artifact = open(key, list);
        String before = driver.inUi(() -> first(artifact, list).getTitle());
        artifact.grid().enter(0, "Title", "Changed in the grid");
        driver.waitUntil("it is changed", () -> "Changed in the grid".equals(first(artifact, list).getTitle()));
        driver.press(SWT.CTRL, 'z');
        driver.waitUntil("it is as before", () -> before.equals(first(artifact, list).getTitle()));
        artifact.grid().enter(0, "Title", "To be kept");
        driver.press(SWT.CTRL, 's');
        driver.waitUntil("the editor is clean", () -> !artifact.editor().isDirty());
        driver.press(SWT.CTRL, 'w');
        driver.waitUntil("the editor is closed", () -> driver.page().getEditorReferences().length == 0);

        ArtifactDriver again = open(key, list);

        assertEquals("To be kept", driver.inUi(() -> first(again, list).getTitle()));
        assertEquals("To be kept", again.grid().texts("Title").get(0));
    }

    @Test
    void a_number_that_is_none_is_refused_on_the_field() {
        ArtifactDriver plan = open("DRP-001", "services");
        Object before = driver.inUi(() -> get(first(plan, "services"), "rto"));
        plan.enter("rto", "soon");
        Control field = plan.field("rto");
        driver.waitUntil("the field says why", () -> field.getToolTipText().startsWith("\"soon\" is not a number"));
        assertEquals(before, driver.inUi(() -> get(first(plan, "services"), "rto")));
    }

    @Test
    void a_computed_field_and_its_finding_follow_what_is_entered() {
        ArtifactDriver plan = open("DRP-001", "services");
        driver.waitUntil("the missed objective is found", () -> hasFinding(plan, "recovery.rtoMissed"));
        plan.enter("achievedRto", "3.5");
        driver.waitUntil("it is met", () -> Boolean.TRUE.equals(get(first(plan, "services"), "rtoMet")));
        driver.waitUntil("the finding is gone", () -> !hasFinding(plan, "recovery.rtoMissed"));
    }

    private static boolean hasFinding(ArtifactDriver artifact, String id) {
        return artifact.editor().editing().findings().stream().anyMatch(finding -> finding.checkId().equals(id));
    }

    @Test
    void the_charts_of_the_model_are_drawn() {
        open("SUR-001", "charts");
        driver.waitUntil("both charts are drawn", () -> driver.all(ChartView.class).stream()
                .filter(view -> view.isVisible() && view.chart() != null).count() == 2);
    }

    @Test
    void a_list_inside_an_item_is_shown_below_its_form() {
        open("SUR-001", "questions");
        driver.waitUntil("both grids are shown", () -> driver.all(NatTable.class).size() == 2);
        GridDriver answers = new GridDriver(driver, driver.inUi(() -> driver.all(NatTable.class).get(1)));
        assertEquals("64", answers.texts("People").get(0));
    }
}
