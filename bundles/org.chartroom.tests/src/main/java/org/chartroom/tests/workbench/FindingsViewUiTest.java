package org.chartroom.tests.workbench;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.tests.driver.SampleWorkspace;
import org.chartroom.tests.driver.UiDriver;
import org.chartroom.ui.forms.ArtifactEditor;
import org.chartroom.ui.forms.ArtifactOpening;
import org.chartroom.ui.forms.EditingListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the Findings view says while it has nothing to list, and what it does with checks. */
class FindingsViewUiTest {
    private static final String VIEW = "org.chartroom.ui.findings";

    private final UiDriver driver = new UiDriver();
    private final SampleWorkspace sample = new SampleWorkspace(driver);

    @BeforeEach
    void fillWorkspace() {
        sample.fill();
    }

    @AfterEach
    void closeEditors() {
        driver.doInUi(() -> driver.page().closeAllEditors(false));
        sample.empty();
    }

    @Test
    void it_does_not_say_that_all_checks_hold_before_they_have_run() {
        ArtifactInfo register = sample.workspace().find("RSK-001").orElseThrow();
        List<String> said = driver.inUi(() -> {
            driver.page().showView(VIEW);
            ArtifactEditor editor = (ArtifactEditor) ArtifactOpening.open(driver.page(), sample.workspace(), register,
                    Optional.empty());
            List<String> meanwhile = new ArrayList<>();
            while (!editor.editing().isChecked()) {
                editor.getSite().getShell().getDisplay().readAndDispatch();
                if (!editor.editing().isChecked()) {
                    meanwhile.addAll(said());
                }
            }
            return meanwhile;
        });

        assertTrue(said.contains("The checks are running"), said.toString());
        assertFalse(said.contains("All checks of the artifact hold."), said.toString());
        driver.waitUntil("what is found is listed", () -> !said().contains("The checks are running"));
    }

    @Test
    void f5_in_it_runs_the_checks_again() {
        ArtifactEditor editor = openChecked();
        AtomicInteger runs = new AtomicInteger();
        driver.doInUi(() -> editor.editing().addListener(new EditingListener() {
            @Override
            public void findingsChanged() {
                runs.incrementAndGet();
            }
        }));

        driver.press(SWT.F5);

        driver.waitUntil("they have run again", () -> runs.get() > 0);
    }

    @Test
    void the_menu_of_a_finding_switches_its_check_off_with_a_reason_and_one_undo_switches_it_on() {
        ArtifactEditor editor = openChecked();
        Table table = driver.find(Table.class, "findings",
                one -> one.isVisible() && one.getColumnCount() == 4 && one.getItemCount() > 0);
        driver.click(driver.inUi(() -> table.getItem(0)));
        driver.doInUi(() -> table.getMenu().notifyListeners(SWT.Show, new Event()));
        MenuItem change = driver.inUi(() -> Stream.of(table.getMenu().getItems())
                .filter(item -> item.getText().contains("Change this Check")).findFirst().orElseThrow());
        driver.startInUi(() -> change.notifyListeners(SWT.Selection, new Event()));

        Combo severity = driver.find(Combo.class, "severity",
                combo -> List.of(combo.getItems()).contains("Switched off"));
        Button ok = driver.find(Button.class, "OK",
                button -> button.getShell() == severity.getShell() && button.getText().contains("OK"));
        assertFalse(driver.inUi(ok::isEnabled), "without a reason");
        driver.doInUi(() -> severity.select(severity.indexOf("Switched off")));
        driver.focus(driver.find(Text.class, "reason", text -> text.getShell() == severity.getShell()
                && (text.getStyle() & SWT.MULTI) != 0 && text.isEnabled() && text.getEditable()));
        driver.type("The board decides");
        driver.waitUntil("the reason is there", () -> ok.isEnabled());
        driver.click(ok);

        driver.waitUntil("the artifact says that it is off", () -> editor.editing().findings().stream()
                .anyMatch(finding -> finding.message().contains("Above appetite without action (The board decides)")));
        assertTrue(driver.inUi(() -> editor.isDirty()));
        driver.doInUi(() -> driver.page().activate(editor));
        driver.press(SWT.MOD1, 'z');
        driver.waitUntil("it finds again", () -> editor.editing().findings().stream()
                .anyMatch(finding -> finding.checkId().equals("org.chartroom.risk.aboveAppetite")));
    }

    private ArtifactEditor openChecked() {
        ArtifactInfo register = sample.workspace().find("RSK-001").orElseThrow();
        ArtifactEditor editor = driver.inUi(() -> (ArtifactEditor) ArtifactOpening.open(driver.page(),
                sample.workspace(), register, Optional.empty()));
        driver.waitUntil("the checks have run", () -> editor.editing().isChecked());
        driver.inUi(() -> driver.page().showView(VIEW));
        return editor;
    }

    private List<String> said() {
        return driver.all(Label.class).stream().filter(Control::isVisible).map(Label::getText).toList();
    }
}
