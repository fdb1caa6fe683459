package org.chartroom.tests.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.tests.driver.Pictures;
import org.chartroom.tests.driver.SampleWorkspace;
import org.chartroom.tests.driver.UiDriver;
import org.chartroom.ui.forms.ArtifactEditorInput;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test that opens the import wizard; the origin of its file is in SOURCES.md beside it. */
abstract class ImportWizardCase {
    static final String NEW_REGISTER = "New Risk register";

    @TempDir
    Path folder;

    final UiDriver driver = new UiDriver();
    final Pictures pictures = new Pictures(driver);
    final SampleWorkspace sample = new SampleWorkspace(driver);
    Path risks;
    int artifactsBefore;
    Shell wizard;

    @BeforeEach
    void fillWorkspace() throws IOException {
        sample.fill();
        artifactsBefore = sample.workspace().artifacts().size();
        risks = folder.resolve("facile_project_risks.csv");
        try (InputStream data = ImportWizardCase.class.getResourceAsStream("facile_project_risks.csv")) {
            Files.copy(data, risks);
        }
    }

    @AfterEach
    void closeWizardAndEditors() {
        // A wizard asks before it is closed while a step runs.
        driver.waitUntil("no step of the wizard runs",
                () -> wizard == null || wizard.isDisposed() || page().getControl().isEnabled());
        if (wizard != null && !wizard.isDisposed()) {
            driver.startInUi(() -> ((WizardDialog) wizard.getData()).close());
            driver.waitUntil("the wizard is closed", () -> {
                discard();
                return wizard.isDisposed();
            });
        }
        driver.doInUi(() -> driver.page().closeAllEditors(false));
    }

    /** The wizard asks whether what was said of the columns may be lost. */
    private void discard() {
        driver.all(Button.class).stream()
                .filter(button -> button.getShell() != wizard && "Yes".equals(button.getText().replace("&", "")))
                .findFirst()
                .ifPresent(button -> button.notifyListeners(SWT.Selection, new Event()));
    }

    final void openWizard() {
        driver.chooseMenu("File", "Import...");
        wizard = driver.findByText(Shell.class, "Import a table");
        driver.waitUntil("the wizard is active", () -> wizard.getDisplay().getActiveShell() == wizard);
    }

    final void chooseFile(Path file) {
        Text path = driver.find(Text.class, "the name of the file", text -> text.getShell() == wizard
                && text.isVisible() && (text.getStyle() & SWT.READ_ONLY) == 0);
        driver.focus(path);
        driver.doInUi(() -> path.setText(file.toString()));
        driver.press(SWT.CR);
    }

    final void chooseTarget(String label) {
        choose(driver.find(Combo.class, "the choice of the target",
                combo -> combo.getShell() == wizard && List.of(combo.getItems()).contains(label)), label);
    }

    /** Key by key: what is chosen may be read before the next key. */
    final void choose(Combo combo, String label) {
        int wanted = driver.inUi(() -> combo.indexOf(label));
        for (int at = driver.inUi(combo::getSelectionIndex); at != wanted; at = driver.inUi(combo::getSelectionIndex)) {
            int before = at;
            driver.waitUntil("nothing is being read", combo::isEnabled);
            driver.focus(combo);
            driver.press(at < wanted ? SWT.ARROW_DOWN : SWT.ARROW_UP);
            driver.waitUntil("the next one is chosen", () -> combo.getSelectionIndex() != before);
        }
        driver.waitUntil("nothing is being read", combo::isEnabled);
    }

    final WizardPage page() {
        return driver.inUi(() -> (WizardPage) ((WizardDialog) wizard.getData()).getCurrentPage());
    }

    final void awaitMessage(String begin) {
        driver.waitUntil("the page says " + begin,
                () -> page().getErrorMessage() == null && String.valueOf(page().getMessage()).startsWith(begin));
    }

    final void awaitError(String part) {
        driver.waitUntil("the page refuses with " + part, () -> String.valueOf(page().getErrorMessage())
                .contains(part));
    }

    final Button button(String text) {
        return driver.find(Button.class, "the button " + text, button -> button.getShell() == wizard
                && button.getText().replace("&", "").equals(text));
    }

    final void press(String text) {
        Button button = button(text);
        driver.waitUntil(text + " can be pressed", button::isEnabled);
        driver.click(button);
    }

    final Table table() {
        return driver.find(Table.class, "the table of the page",
                table -> table.getShell() == wizard && table.isVisible());
    }

    /** Opens a register of the sample and exports it, as by the menu. */
    final void export(Path file) {
        ArtifactInfo register = sample.workspace().find("RSK-001").orElseThrow();
        driver.inUi(() -> driver.page().openEditor(new ArtifactEditorInput(sample.workspace(), register),
                "org.chartroom.risk.editor"));
        driver.doInUi(() -> {
            ICommandService commands = driver.page().getWorkbenchWindow().getService(ICommandService.class);
            ParameterizedCommand export = ParameterizedCommand.generateCommand(
                    commands.getCommand("org.chartroom.ui.export"),
                    Map.of("org.chartroom.ui.export.file", file.toString()));
            try {
                driver.page().getWorkbenchWindow().getService(IHandlerService.class).executeCommand(export, null);
            } catch (CommandException e) {
                throw new AssertionError(e);
            }
        });
    }
}
