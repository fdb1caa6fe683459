package org.chartroom.tests.grid;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.chartroom.tests.driver.ArtifactDriver;
import org.chartroom.tests.driver.UiDriver;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search in all columns: it leaves out columns that can't have the text, and must never leave out one that has it. */
class GridSearchUiTest {
    private final UiDriver driver = new UiDriver();
    private final ArtifactDriver log = new ArtifactDriver(driver, "CHG-001", "org.chartroom.change.editor");

    @BeforeEach
    void openTheChanges() {
        log.reset();
        log.open("changes");
    }

    @AfterEach
    void closeEditors() {
        driver.doInUi(() -> driver.page().closeAllEditors(false));
    }

    private List<String> found(String text) {
        driver.doInUi(() -> driver.find(Text.class, "the search", field -> field.isVisible()
                && "Search in all columns".equals(field.getMessage())).setText(text));
        return log.grid().texts("Key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Key", "Title", "State", "Class", "Priority", "Planned from", "Cost", "Days", "Outcome",
            "Requester", "Raised on", "Subject", "Risk", "Approvals"})
    void what_a_cell_shows_is_found(String column) {
        List<String> keys = log.grid().texts("Key");
        List<String> texts = log.grid().texts(column);
        int row = texts.indexOf(texts.stream().filter(text -> !text.isEmpty()).findFirst().orElseThrow());
        for (String text : List.of(texts.get(row), texts.get(row).toLowerCase(), texts.get(row).toUpperCase())) {
            List<String> found = found(text);
            assertTrue(found.contains(keys.get(row)), text + " found " + found);
        }
    }

    @Test
    void what_no_cell_shows_is_not_found() {
        assertTrue(found("xyzzy").isEmpty());
    }
}
