package org.chartroom.tests.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.State;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.model.ModelPackage;
import org.chartroom.tests.driver.SampleWorkspace;
import org.chartroom.tests.driver.UiDriver;
import org.chartroom.ui.forms.ArtifactEditor;
import org.chartroom.ui.forms.ArtifactOpening;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What File > Export writes is what the editor shows, and which state that is, is said. */
class ExportUiTest {
    private final UiDriver driver = new UiDriver();
    private final SampleWorkspace sample = new SampleWorkspace(driver);
    @TempDir
    Path folder;

    @BeforeEach
    void fillWorkspace() {
        sample.fill();
    }

    @AfterEach
    void closeEditors() {
        driver.closeDialogs();
        driver.doInUi(() -> driver.page().closeAllEditors(false));
    }

    @Test
    void what_is_not_saved_yet_is_in_the_file() throws IOException {
        ArtifactEditor editor = open(Optional.empty());
        rename(editor, "Not saved yet");

        String page = export();

        assertTrue(page.contains("Not saved yet"));
        awaitSaid("with what is not saved yet");
        assertTrue(driver.inUi(editor::isDirty), "it is still to be saved");
    }

    @Test
    void an_editor_on_the_past_writes_the_past() throws IOException {
        Workspace workspace = sample.workspace();
        State before = State.of(workspace.head().orElseThrow());
        try (EditSession session = workspace.openSession()) {
            session.artifact(register().id()).orElseThrow().setTitle("Renamed since");
            session.commit("");
        }
        open(Optional.of(before));

        String page = export();

        assertFalse(page.contains("Renamed since"));
        awaitSaid("as it was in the state that the editor shows: ");
    }

    @Test
    void what_is_saved_is_written_without_a_word() throws IOException {
        open(Optional.empty());

        assertTrue(export().contains(register().title()));
        assertTrue(driver.inUi(() -> driver.all(Shell.class).stream()
                .noneMatch(shell -> shell.isVisible() && shell.getText().equals("Export"))));
    }

    private ArtifactInfo register() {
        return sample.workspace().find("RSK-001").orElseThrow();
    }

    private ArtifactEditor open(Optional<State> state) {
        return (ArtifactEditor) driver.inUi(
                () -> ArtifactOpening.open(driver.page(), sample.workspace(), register(), state));
    }

    private void rename(ArtifactEditor editor, String title) {
        driver.doInUi(() -> editor.editing().set(editor.editing().artifact(), ModelPackage.Literals.SUBJECT__TITLE,
                title));
    }

    private void awaitSaid(String part) {
        driver.find(Label.class, "what says " + part, label -> label.isVisible() && label.getText().contains(part)
                && label.getShell().getText().equals("Export"));
    }

    private String export() throws IOException {
        Path file = folder.resolve("register.html");
        driver.startInUi(() -> {
            ParameterizedCommand command = ParameterizedCommand.generateCommand(
                    PlatformUI.getWorkbench().getService(ICommandService.class).getCommand("org.chartroom.ui.export"),
                    Map.of("org.chartroom.ui.export.file", file.toString()));
            try {
                PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
            } catch (CommandException e) {
                throw new AssertionError(e);
            }
        });
        driver.waitUntil("the file is there", () -> Files.exists(file) && file.toFile().length() > 0);
        return Files.readString(file);
    }
}
