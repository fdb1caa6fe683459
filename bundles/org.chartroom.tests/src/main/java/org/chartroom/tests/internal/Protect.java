package org.chartroom.tests.internal;

import java.nio.file.Files;
import java.util.List;

import org.chartroom.tests.driver.SampleWorkspace;
import org.chartroom.tests.driver.UiDriver;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Gives the workspace a password by the menu, which starts the workbench again; a second time there is nothing to do. */
final class Protect {
    private final UiDriver driver;

    Protect(UiDriver driver) {
        this.driver = driver;
    }

    /** @return whether the workbench starts again */
    boolean run() {
        if (Files.exists(new SampleWorkspace(driver).workspace().folder().resolve("workspace.key"))) {
            System.out.println("The workspace has a password");
            return false;
        }
        driver.chooseMenu("File", "Workspace Password...");
        Shell dialog = driver.findByText(Shell.class, "Password of the Workspace");
        List<Text> fields = driver.inUi(() -> driver.all(Text.class).stream()
                .filter(text -> text.getShell() == dialog && (text.getStyle() & SWT.PASSWORD) != 0).toList());
        driver.doInUi(() -> fields.forEach(field -> field.setText("secret")));
        Button apply = driver.findByText(Button.class, "Apply and Restart");
        driver.waitUntil("it can be applied", apply::isEnabled);
        driver.startInUi(() -> apply.notifyListeners(SWT.Selection, new Event()));
        return true;
    }
}
