package org.chartroom.tests.workbench;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.State;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.Workspaces;
import org.chartroom.tests.driver.EditorPages;
import org.chartroom.tests.driver.SampleWorkspace;
import org.chartroom.tests.driver.UiDriver;
import org.chartroom.ui.forms.ArtifactEditor;
import org.chartroom.ui.forms.ArtifactOpening;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.editor.IFormPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What editors show where nothing can be changed: all that is stored, and that it can't be changed. */
class ReadOnlyUiTest {
    private static final String FEATURE = "org.chartroom.feature";

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

    @Test
    void every_field_shows_what_is_stored_also_where_it_can_not_be_edited() {
        Workspace workspace = sample.workspace();
        Map<String, Map<String, String>> editable = fields(workspace, Optional.empty());
        try (Workspace readOnly = openForReading()) {
            assertTrue(readOnly.isReadOnly());
            assertSame(editable, fields(readOnly, Optional.empty()));
        }
        State state = State.of(workspace.head().orElseThrow());
        renameAll(workspace);
        assertSame(editable, fields(workspace, Optional.of(state)));
    }

    @Test
    void an_editor_says_that_it_is_read_only_also_when_there_are_findings() {
        try (Workspace readOnly = openForReading()) {
            ArtifactInfo register = readOnly.find("RSK-001").orElseThrow();
            ArtifactEditor editor = open(readOnly, register, Optional.empty());
            driver.waitUntil("something is found", () -> !editor.editing().findings().isEmpty());
            driver.waitUntil("the heading says both", () -> {
                String message = String.valueOf(heading(editor));
                return message.startsWith("Read-only") && message.contains("finding");
            });
            assertTrue(driver.inUi(editor::getTitleToolTip).contains("read-only"), "the tool tip of its tab");
            close(editor);
        }
    }

    @Test
    void the_past_says_that_it_is_the_past_and_read_only() {
        Workspace workspace = sample.workspace();
        ArtifactInfo register = workspace.find("RSK-001").orElseThrow();
        ArtifactEditor editor = open(workspace, register, Optional.of(State.of(workspace.head().orElseThrow())));
        driver.waitUntil("something is found", () -> !editor.editing().findings().isEmpty());

        assertTrue(driver.inUi(() -> heading(editor)).startsWith("As it was: "));
        assertTrue(driver.inUi(editor::getTitleToolTip).contains("read-only"), "the tool tip of its tab");
    }

    private Workspace openForReading() {
        Workspaces workspaces = driver.inUi(() -> PlatformUI.getWorkbench().getService(Workspaces.class));
        return workspaces.open(sample.workspace().folder(), OpenMode.READ_ONLY, "reader");
    }

    private static String heading(ArtifactEditor editor) {
        return editor.getActivePageInstance().getManagedForm().getForm().getMessage();
    }

    private static void renameAll(Workspace workspace) {
        try (EditSession session = workspace.openSession()) {
            workspace.artifacts().forEach(info -> session.artifact(info.id()).orElseThrow().setTitle("Renamed"));
            session.commit("");
        }
    }

    private static void assertSame(Map<String, Map<String, String>> expected, Map<String, Map<String, String>> found) {
        assertAll(expected.entrySet().stream()
                .map(artifact -> (Executable) () -> assertEquals(lines(artifact.getValue()),
                        lines(found.get(artifact.getKey())), artifact.getKey())));
    }

    private static String lines(Map<String, String> fields) {
        return fields.entrySet().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    /** What each field shows, by the key of its artifact, its page and its name. */
    private Map<String, Map<String, String>> fields(Workspace workspace, Optional<State> state) {
        Map<String, Map<String, String>> found = new TreeMap<>();
        List<ArtifactInfo> artifacts;
        try (EditSession session = state.map(workspace::openSession).orElseGet(workspace::openSession)) {
            artifacts = session.artifacts();
        }
        for (ArtifactInfo artifact : artifacts) {
            ArtifactEditor editor = open(workspace, artifact, state);
            found.put(artifact.key(), driver.inUi(() -> fields(editor)));
            close(editor);
        }
        assertFalse(found.isEmpty());
        return found;
    }

    private ArtifactEditor open(Workspace workspace, ArtifactInfo artifact, Optional<State> state) {
        return (ArtifactEditor) driver.inUi(
                () -> ArtifactOpening.open(driver.page(), workspace, artifact, state));
    }

    private void close(ArtifactEditor editor) {
        driver.doInUi(() -> driver.page().closeEditor(editor, false));
    }

    private Map<String, String> fields(ArtifactEditor editor) {
        Map<String, String> found = new TreeMap<>();
        for (int page = 0; page < EditorPages.count(editor); page++) {
            EditorPages.show(editor, page);
            IFormPage shown = editor.getActivePageInstance();
            for (Control control : driver.all(Control.class)) {
                Object feature = control.getData(FEATURE);
                if (feature != null && control.isVisible()) {
                    String place = shown.getId() + "." + feature;
                    found.merge(place, text(control), (one, next) -> one + "\n" + next);
                }
            }
        }
        assertFalse(found.isEmpty(), editor.getTitle());
        return found;
    }

    private static String text(Control control) {
        if (control instanceof Text text) {
            return text.getText();
        }
        if (control instanceof Combo combo) {
            return combo.getText();
        }
        if (control instanceof Table table) {
            return Arrays.stream(table.getItems()).map(TableItem::getText).collect(Collectors.joining(", "));
        }
        return control.toString();
    }
}
