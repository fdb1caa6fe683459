package org.chartroom.tests.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chartroom.core.workspace.EditSession;
import org.chartroom.tests.driver.SampleWorkspace;
import org.chartroom.tests.driver.UiDriver;
import org.eclipse.swt.widgets.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What loading the sample says. */
class LoadSampleUiTest {
    private final UiDriver driver = new UiDriver();
    private final SampleWorkspace sample = new SampleWorkspace(driver);

    @AfterEach
    void emptyWorkspace() {
        sample.empty();
    }

    @Test
    void a_sample_that_is_there_already_is_said_to_be_there() {
        sample.fillWithExamples();
        long before = sample.workspace().head().orElseThrow().number();

        driver.chooseMenu("File", "Load sample portfolio");

        awaitSaid("The sample is in the workspace already; nothing was changed.");
        assertEquals(before, sample.workspace().head().orElseThrow().number());
    }

    @Test
    void how_many_artifacts_were_added_is_said() {
        sample.fillWithExamples();
        try (EditSession session = sample.workspace().openSession()) {
            session.delete(session.artifact(session.find("RSK-002").orElseThrow().id()).orElseThrow());
            session.commit("");
        }

        driver.chooseMenu("File", "Load sample portfolio");

        awaitSaid("added to the workspace: 1.");
        assertTrue(sample.workspace().find("RSK-002").isPresent());
    }

    private void awaitSaid(String part) {
        driver.find(Label.class, "what says " + part, label -> label.isVisible() && label.getText().contains(part));
    }
}
