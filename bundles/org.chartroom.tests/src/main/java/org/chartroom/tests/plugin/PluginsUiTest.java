package org.chartroom.tests.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.chartroom.core.type.ArtifactType;
import org.chartroom.core.type.ArtifactTypes;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.plugins.Plugins;
import org.chartroom.tests.driver.Pictures;
import org.chartroom.tests.driver.SampleWorkspace;
import org.chartroom.tests.driver.UiDriver;
import org.chartroom.ui.forms.ArtifactOpening;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The plug-in manager of the workbench.
 */
class PluginsUiTest {
    @TempDir
    Path folder;

    private final UiDriver driver = new UiDriver();
    private final Pictures pictures = new Pictures(driver);
    private final Plugins plugins = driver.inUi(() -> PlatformUI.getWorkbench().getService(Plugins.class));
    private final ArtifactTypes types = driver.inUi(() -> PlatformUI.getWorkbench().getService(ArtifactTypes.class));
    private Shell dialog;

    @BeforeEach
    void openDialog() {
        new SampleWorkspace(driver).empty();
        driver.chooseMenu("Help", "Plug-ins...");
        dialog = driver.findByText(Shell.class, "Plug-ins");
    }

    @AfterEach
    void removePlugin() {
        boolean isInstalled = plugins.list().stream().anyMatch(info -> info.plugin().id().equals(PolicyPlugin.ID));
        if (isInstalled) {
            driver.waitUntil("the type is there", () -> types.byId(PolicyPlugin.TYPE).isPresent());
        }
        // Without the plug-in its artifacts can't be deleted any more.
        new SampleWorkspace(driver).empty();
        if (isInstalled) {
            plugins.apply(plugins.planRemoval(PolicyPlugin.ID), true, new NullProgressMonitor());
        }
        driver.waitUntil("the type has gone", () -> types.byId(PolicyPlugin.TYPE).isEmpty());
    }

    private void press(Shell shell, String text) {
        Button button = driver.find(Button.class, "the button " + text, candidate -> candidate.getShell() == shell
                && candidate.isVisible() && candidate.getText().replace("&", "").startsWith(text));
        driver.waitUntil(text + " can be pressed", button::isEnabled);
        driver.click(button);
    }

    private List<String> rows() {
        Table table = driver.find(Table.class, "the table", candidate -> candidate.getShell() == dialog);
        return driver.inUi(() -> Arrays.stream(table.getItems()).map(PluginsUiTest::text).toList());
    }

    private static String text(TableItem item) {
        return item.getText(0) + "|" + item.getText(1) + "|" + item.getText(2) + "|" + item.getText(4);
    }

    private Shell wizard(String title) {
        return driver.findByText(Shell.class, title);
    }

    private WizardPage page(Shell wizard) {
        return driver.inUi(() -> (WizardPage) ((WizardDialog) wizard.getData()).getCurrentPage());
    }

    private void choose(Shell wizard, String source) {
        Text path = driver.find(Text.class, "the source", text -> text.getShell() == wizard && text.isVisible()
                && text.getMessage() != null && !text.getMessage().isEmpty());
        driver.doInUi(() -> path.setText(source));
        press(wizard, "Next");
    }

    private String details(Shell shell) {
        StyledText text = driver.find(StyledText.class, "the details",
                candidate -> candidate.getShell() == shell && candidate.isVisible());
        return driver.inUi(text::getText);
    }

    private void install(Path jar) {
        press(dialog, "Install");
        Shell wizard = wizard("Install a plug-in");
        choose(wizard, jar.toString());
        driver.waitUntil("the page says what would be installed",
                () -> String.valueOf(page(wizard).getMessage()).contains("would be installed"));
        String details = details(wizard);
        assertTrue(details.contains("SHA-256") && details.contains("CN=Jane Doe"), details);
        Button finish = driver.findByText(Button.class, "Finish");
        driver.waitUntil("the wizard can be finished", finish::isEnabled);
        driver.focus(finish);
        pictures.document(wizard, "plug-ins-install");
        press(wizard, "Finish");
        driver.waitUntil("the wizard has closed", wizard::isDisposed);
    }

    @Test
    void a_plug_in_is_installed_and_removed_in_the_open_workbench() throws Exception {
        install(PolicyPlugin.sign(PolicyPlugin.make(folder, "1.0.0", "scope"), "Jane Doe, O=Example Ltd"));
        driver.waitUntil("the list has it", () -> rows().contains("Policies|1.0.0|Active|Policy"));
        driver.waitUntil("its type is there", () -> types.byId(PolicyPlugin.TYPE).isPresent());
        Button remove = driver.findByText(Button.class, "Remove...");
        driver.waitUntil("it can be removed", remove::isEnabled);
        driver.focus(remove);
        pictures.document(dialog, "plug-ins");
        press(dialog, "Remove");
        Shell wizard = wizard("Remove a plug-in");
        press(wizard, "Finish");
        driver.waitUntil("the list has it no more", () -> rows().stream().noneMatch(row -> row.startsWith("Policies")));
        driver.waitUntil("its type has gone", () -> types.byId(PolicyPlugin.TYPE).isEmpty());
    }

    @Test
    void a_plug_in_whose_artifact_is_open_goes_at_the_next_start() throws Exception {
        Path jar = PolicyPlugin.make(folder, "1.0.0", "scope");
        applyInstall(jar);
        driver.waitUntil("its type is there", () -> types.byId(PolicyPlugin.TYPE).isPresent());
        driver.closeDialogs();
        openArtifact();
        driver.chooseMenu("Help", "Plug-ins...");
        dialog = driver.findByText(Shell.class, "Plug-ins");
        Table table = driver.find(Table.class, "the table", candidate -> candidate.getShell() == dialog);
        driver.waitUntil("the list is there", () -> table.getItemCount() > 0);
        driver.doInUi(() -> {
            int row = rowOf(table, "Policies");
            table.setSelection(row);
            table.notifyListeners(SWT.Selection, new Event());
        });
        press(dialog, "Remove");
        press(wizard("Remove a plug-in"), "Finish");
        press(wizard("Start again?"), "Later");
        driver.waitUntil("the list has it no more", () -> rows().stream().noneMatch(row -> row.startsWith("Policies")));
        assertTrue(types.byId(PolicyPlugin.TYPE).isPresent());
        driver.doInUi(() -> driver.page().closeAllEditors(false));
        // Here there is no next start: what goes then is put back, to be removed at once.
        applyInstall(jar);
    }

    private static int rowOf(Table table, String name) {
        return IntStream.range(0, table.getItemCount()).filter(row -> table.getItem(row).getText().equals(name))
                .findFirst().orElseThrow();
    }

    private void applyInstall(Path jar) {
        plugins.apply(plugins.planInstall(jar.toString(), Optional.empty(), new NullProgressMonitor()), true,
                new NullProgressMonitor());
    }

    private void openArtifact() {
        Workspace workspace = new SampleWorkspace(driver).workspace();
        ArtifactType policy = types.byId(PolicyPlugin.TYPE).orElseThrow();
        String key;
        try (EditSession session = workspace.openSession()) {
            key = session.create(policy.eClass(), policy.keyPrefix(), "Clean desks").getKey();
            session.commit("");
        }
        driver.doInUi(() -> {
            try {
                ArtifactOpening.open(driver.page(), workspace, workspace.find(key).orElseThrow(), Optional.empty());
            } catch (PartInitException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void what_speaks_against_a_plug_in_is_said_and_it_can_not_be_installed() throws Exception {
        press(dialog, "Install");
        Shell wizard = wizard("Install a plug-in");
        choose(wizard, PolicyPlugin.makeWith(folder, "1.0.0", "org.chartroom.risk.register", "<model/>").toString());
        driver.waitUntil("the page refuses", () -> String.valueOf(page(wizard).getErrorMessage())
                .contains("org.chartroom.risk.register is there already"));
        assertFalse(driver.inUi(() -> page(wizard).isPageComplete()));
        driver.doInUi(wizard::close);
        assertTrue(plugins.list().stream().noneMatch(info -> info.plugin().id().equals(PolicyPlugin.ID)));
    }

    @Test
    void an_index_shows_what_it_offers() throws Exception {
        Path index = Files.writeString(folder.resolve("index.json"), """
                {"index-version": "1", "features": [
                 {"id": "org.example:policies:1.0.0", "name": "Policies", "url": "policies.json"},
                 {"id": "org.example:audits:2.0.0", "name": "Audits", "url": "audits.json"}]}
                """);
        press(dialog, "Install");
        Shell wizard = wizard("Install a plug-in");
        choose(wizard, index.toString());
        Table offers = driver.find(Table.class, "the offers",
                candidate -> candidate.getShell() == wizard && candidate.isVisible());
        assertEquals(List.of("Policies", "Audits"),
                driver.inUi(() -> Arrays.stream(offers.getItems()).map(TableItem::getText).toList()));
        driver.doInUi(wizard::close);
    }

    @Test
    void files_that_are_as_they_were_are_told() throws Exception {
        applyInstall(PolicyPlugin.make(folder, "1.0.0"));
        press(dialog, "Check files");
        driver.find(Text.class, "the message that all is well",
                text -> text.getShell() == dialog && text.getText().contains("are as they were installed"));
    }
}
