package org.chartroom.tests.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chartroom.tests.driver.NoteEditor;
import org.chartroom.tests.driver.NoteInput;
import org.chartroom.tests.driver.SampleWorkspace;
import org.chartroom.tests.driver.UiDriver;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The workbench as it comes up, and what its menus and keys do.
 */
class WorkbenchUiTest {
    private final UiDriver driver = new UiDriver();

    @AfterEach
    void closeEditors() {
        driver.inUi(() -> driver.page().closeAllEditors(false));
    }

    private NoteEditor openNote(String name) {
        NoteEditor editor = (NoteEditor) driver
                .inUi(() -> driver.page().openEditor(new NoteInput(name), NoteEditor.ID));
        driver.waitUntil("the editor has the focus", () -> editor.text().isFocusControl());
        return editor;
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.chartroom.ui.navigator", "org.chartroom.ui.findings", IPageLayout.ID_OUTLINE,
            IPageLayout.ID_PROP_SHEET})
    void the_perspective_holds_the_view(String id) {
        assertNotNull(driver.inUi(() -> driver.page().findView(id) != null
                ? driver.page().findView(id)
                : driver.page().showView(id)), id);
    }

    @Test
    void an_empty_navigator_says_what_to_do_next() {
        new SampleWorkspace(driver).empty();
        driver.waitUntil("it is said",
                () -> driver.all(Label.class).stream()
                        .anyMatch(label -> label.isVisible() && label.getText().equals("No artifacts yet")));
        assertTrue(driver.isVisible(driver.find(Link.class, "a way to the sample",
                link -> link.getText().contains("Load the sample portfolio"))));
    }

    @Test
    void an_empty_navigator_loads_the_sample_with_one_click() {
        SampleWorkspace sample = new SampleWorkspace(driver);
        sample.empty();
        Link link = driver.find(Link.class, "a way to the sample",
                candidate -> candidate.isVisible() && candidate.getText().contains("Load the sample portfolio"));
        driver.click(link);
        driver.waitUntil("there are artifacts", () -> !sample.workspace().artifacts().isEmpty());
        driver.waitUntil("the navigator shows them", () -> !link.isVisible());
    }

    @Test
    void typing_makes_an_editor_dirty_and_the_save_key_makes_it_clean() {
        NoteEditor editor = openNote("typed");
        driver.click(editor.text());
        driver.type("x");
        driver.waitUntil("the editor is dirty", editor::isDirty);
        assertTrue(driver.inUi(() -> editor.text().getText().contains("x")));

        driver.press(SWT.CTRL, 's');
        driver.waitUntil("the editor is clean", () -> !editor.isDirty());
    }

    @Test
    void the_save_button_can_be_pressed_only_while_there_is_something_to_save() {
        NoteEditor editor = openNote("button");
        ToolItem save = driver.findByToolTip(ToolItem.class, "Save (");
        driver.waitUntil("save is off", () -> !save.isEnabled());
        driver.doInUi(() -> editor.text().append("y"));
        driver.waitUntil("save is on", save::isEnabled);
        driver.click(save);
        driver.waitUntil("the editor is clean", () -> !editor.isDirty());
    }

    @Test
    void the_close_command_closes_the_editor() {
        openNote("closed");
        driver.chooseMenu("File", "Close");
        driver.waitUntil("no editor is open", () -> driver.page().getEditorReferences().length == 0);
    }

    @Test
    void a_view_that_was_closed_comes_back_with_reset_perspective_or_show_view() {
        driver.doInUi(() -> driver.page().hideView(driver.page().findView("org.chartroom.ui.findings")));
        assertFalse(
                driver.inUi(() -> driver.page().isPartVisible(driver.page().findView("org.chartroom.ui.findings"))));
        driver.chooseMenu("Window", "Show view", "Findings");
        driver.waitUntil("the view is back", () -> driver.page().findView("org.chartroom.ui.findings") != null);
    }

    @Test
    void the_findings_say_what_they_are_for_while_no_editor_is_open() {
        driver.doInUi(() -> {
            driver.page().closeAllEditors(false);
            driver.page().hideView(driver.page().findView("org.chartroom.ui.findings"));
        });
        driver.inUi(() -> driver.page().showView("org.chartroom.ui.findings"));
        driver.find(Label.class, "what they are for", label -> label.isVisible()
                && label.getText().startsWith("Open an artifact. What its checks find"));
    }

    @Test
    void the_dark_theme_can_be_chosen_and_the_light_one_again() {
        IThemeEngine engine = driver.inUi(() -> PlatformUI.getWorkbench().getActiveWorkbenchWindow()
                .getService(IThemeEngine.class));
        driver.chooseMenu("Window", "Appearance", "Dark");
        driver.waitUntil("the theme is dark", () -> engine.getActiveTheme().getId().endsWith("e4_dark"));
        driver.chooseMenu("Window", "Appearance", "Light");
        driver.waitUntil("the theme is light", () -> engine.getActiveTheme().getId().endsWith("e4_default"));
        assertEquals("org.eclipse.e4.ui.css.theme.e4_default", driver.inUi(() -> engine.getActiveTheme().getId()));
    }

    @Test
    void preferences_open_and_close() {
        driver.chooseMenu("Window", "Preferences");
        Shell dialog = driver.findByText(Shell.class, "Preferences");
        driver.doInUi(dialog::close);
        driver.waitUntil("the dialog is gone", dialog::isDisposed);
    }
}
