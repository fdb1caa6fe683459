package org.chartroom.tests.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chartroom.core.type.ArtifactTypes;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.exchange.export.ModelExport;
import org.chartroom.exchange.json.JsonExport;
import org.chartroom.model.Artifact;
import org.chartroom.tests.driver.Pictures;
import org.chartroom.tests.driver.SampleWorkspace;
import org.chartroom.tests.driver.UiDriver;
import org.chartroom.ui.forms.ArtifactEditor;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Model files come into the workbench as a whole, with the plan before it, and go again with one undo. */
class ModelImportUiTest {
    private static final String TITLE = "A title from the file";

    @TempDir
    Path folder;

    private final UiDriver driver = new UiDriver();
    private final Pictures pictures = new Pictures(driver);
    private final SampleWorkspace sample = new SampleWorkspace(driver);
    private Shell wizard;

    @BeforeEach
    void fillWorkspace() {
        sample.fill();
    }

    @AfterEach
    void closeWizardAndEditors() {
        driver.doInUi(() -> {
            if (wizard != null && !wizard.isDisposed()) {
                wizard.close();
            }
            driver.page().closeAllEditors(false);
        });
    }

    private Path model(boolean json, String... keys) throws IOException {
        ArtifactTypes types = driver.inUi(() -> PlatformUI.getWorkbench().getService(ArtifactTypes.class));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (EditSession session = sample.workspace().openSession()) {
            List<Artifact> artifacts = List.of(keys).stream()
                    .map(key -> session.artifact(session.find(key).orElseThrow().id()).orElseThrow()).toList();
            if (json) {
                JsonExport.write(artifacts, session.directory(), Optional.empty(), types::idOf, out);
            } else {
                ModelExport.write(artifacts, session.directory(), Optional.empty(), out);
            }
        }
        return Files.write(folder.resolve(json ? "model.json" : "model.xmi"), out.toByteArray());
    }

    private Path modelWithOtherTitle(boolean json) throws IOException {
        Path file = model(json, "RSK-001");
        String text = Files.readString(file, StandardCharsets.UTF_8);
        String title = sample.workspace().find("RSK-001").orElseThrow().title();
        assertTrue(text.contains(title), title);
        return Files.writeString(file, text.replace(title, TITLE), StandardCharsets.UTF_8);
    }

    private void delete(String... keys) {
        try (EditSession session = sample.workspace().openSession()) {
            for (String key : keys) {
                session.delete(session.artifact(session.find(key).orElseThrow().id()).orElseThrow());
            }
            session.commit("");
        }
    }

    /** As by the menu, with the file that somebody dragged into the window. */
    private void openWizard(Path file) {
        driver.page().getWorkbenchWindow().getShell().getDisplay().asyncExec(() -> {
            ICommandService commands = driver.page().getWorkbenchWindow().getService(ICommandService.class);
            ParameterizedCommand command = ParameterizedCommand.generateCommand(
                    commands.getCommand("org.chartroom.ui.import"),
                    Map.of("org.chartroom.ui.import.file", file.toString()));
            try {
                driver.page().getWorkbenchWindow().getService(IHandlerService.class).executeCommand(command, null);
            } catch (CommandException e) {
                throw new AssertionError(e);
            }
        });
        wizard = driver.findByText(Shell.class, "Import a table");
        driver.waitUntil("the file is known as a model",
                () -> String.valueOf(page().getMessage()).startsWith("A model file"));
        press("Next >");
        driver.waitUntil("the plan is shown", () -> page().getName().equals("model"));
    }

    private WizardPage page() {
        return driver.inUi(() -> (WizardPage) ((WizardDialog) wizard.getData()).getCurrentPage());
    }

    private void press(String text) {
        Button button = driver.find(Button.class, "the button " + text, one -> one.getShell() == wizard
                && one.getText().replace("&", "").equals(text));
        driver.waitUntil(text + " can be pressed", button::isEnabled);
        driver.click(button);
    }

    private void awaitMessage(String begin) {
        driver.waitUntil("the page says " + begin, () -> String.valueOf(page().getMessage()).startsWith(begin));
    }

    private void finish() {
        press("Finish");
        driver.waitUntil("the wizard is gone", wizard::isDisposed);
    }

    private ArtifactEditor editor() {
        return driver.inUi(() -> (ArtifactEditor) driver.page().getActiveEditor());
    }

    private boolean isDirty() {
        return driver.inUi(() -> driver.page().getActiveEditor().isDirty());
    }

    /** The workspace is that of all tests; others have imported into it. */
    private int protocols() {
        try (EditSession session = sample.workspace().openSession()) {
            return session.directory().getImports().size();
        }
    }

    @Test
    void one_artifact_that_is_there_is_changed_in_its_editor_and_undone_as_one_step() throws IOException {
        int before = protocols();
        for (boolean json : new boolean[]{false, true}) {
            openWizard(modelWithOtherTitle(json));
            awaitMessage("0 new, 1 changed, 0 unchanged, 0 refused.");
            pictures.document(wizard, "import-model");
            finish();
            driver.waitUntil("the title is that of the file",
                    () -> TITLE.equals(editor().editing().artifact().getTitle()));
            assertEquals(before + 1, driver.inUi(() -> editor().editing().directory().getImports().size()));
            driver.press(SWT.CTRL, 'z');
            driver.waitUntil("the title is what it was",
                    () -> !TITLE.equals(editor().editing().artifact().getTitle()));
            assertEquals(before, driver.inUi(() -> editor().editing().directory().getImports().size()));
            assertFalse(isDirty());
            driver.doInUi(() -> driver.page().closeAllEditors(false));
        }
    }

    @Test
    void new_artifacts_come_in_with_their_protocol_when_the_directory_is_saved() throws IOException {
        Path file = model(false, "RSK-001", "CHR-001");
        delete("RSK-001", "CHR-001");
        int before = sample.workspace().artifacts().size();
        openWizard(file);
        awaitMessage("2 new, 0 changed, 0 unchanged, 0 refused.");
        finish();
        driver.waitUntil("there is something to save", this::isDirty);
        assertEquals(before, sample.workspace().artifacts().size());
        driver.press(SWT.CTRL, 's');
        driver.waitUntil("all is saved", () -> !driver.page().getActiveEditor().isDirty());
        assertEquals(before + 2, sample.workspace().artifacts().size());
        assertTrue(sample.workspace().find("RSK-001").isPresent());
        try (EditSession session = sample.workspace().openSession()) {
            assertTrue(session.directory().getImports().stream()
                    .anyMatch(record -> record.getName().equals("model.xmi") && record.getCreated() == 2));
        }
    }

    @Test
    void undo_takes_new_artifacts_away_again() throws IOException {
        Path file = model(true, "RSK-001", "CHR-001");
        delete("RSK-001", "CHR-001");
        openWizard(file);
        awaitMessage("2 new, 0 changed, 0 unchanged, 0 refused.");
        finish();
        driver.waitUntil("there is something to save", this::isDirty);
        driver.press(SWT.CTRL, 'z');
        driver.waitUntil("nothing is left to save", () -> !driver.page().getActiveEditor().isDirty());
        assertTrue(sample.workspace().find("RSK-001").isEmpty());
    }

    @Test
    void what_is_refused_keeps_the_file_out_and_is_told() throws IOException {
        Path file = model(false, "RSK-001");
        delete("RSK-001");
        try (EditSession session = sample.workspace().openSession()) {
            ArtifactTypes types = driver.inUi(() -> PlatformUI.getWorkbench().getService(ArtifactTypes.class));
            session.create(types.byId("org.chartroom.risk.register").orElseThrow().eClass(), "RSK", "Another one")
                    .setKey("RSK-001");
            session.commit("");
        }
        openWizard(file);
        driver.waitUntil("the page refuses", () -> page().getErrorMessage() != null
                && page().getErrorMessage().startsWith("What is refused keeps the whole file out"));
        Table table = driver.find(Table.class, "the plan", one -> one.getShell() == wizard && one.isVisible());
        assertTrue(driver.inUi(() -> table.getItem(0).getText(2)).contains("Another one"));
        Button finish = driver.find(Button.class, "Finish", one -> one.getShell() == wizard
                && one.getText().replace("&", "").equals("Finish"));
        assertFalse(driver.inUi(finish::isEnabled));
    }

    @Test
    void files_can_be_dropped_onto_the_navigator() {
        Tree tree = driver.find(Tree.class, "the navigator", one -> one.isVisible()
                && one.getParent().getData(DND.DROP_TARGET_KEY) instanceof DropTarget);
        Composite parent = driver.inUi(tree::getParent);
        DropTarget target = driver.inUi(() -> (DropTarget) parent.getData(DND.DROP_TARGET_KEY));
        assertTrue(driver.inUi(() -> List.of(target.getTransfer()).contains(FileTransfer.getInstance())));
    }
}
