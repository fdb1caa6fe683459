package org.chartroom.tests.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the driver types arrives where the focus is. */
class KeyboardUiTest {
    private final UiDriver driver = new UiDriver();
    private final Display display = PlatformUI.getWorkbench().getDisplay();
    private Text field;

    @BeforeEach
    void openField() {
        field = driver.inUi(() -> {
            Shell shell = new Shell(display, SWT.SHELL_TRIM);
            shell.setText("Field");
            shell.setLayout(new FillLayout());
            Text text = new Text(shell, SWT.MULTI);
            shell.setBounds(200, 200, 400, 300);
            shell.open();
            return text;
        });
        driver.focus(field);
    }

    @AfterEach
    void closeField() {
        driver.doInUi(() -> field.getShell().dispose());
    }

    @Test
    void letters_arrive_in_the_order_in_which_they_are_typed() {
        driver.type("Every Letter of It");

        driver.waitUntil("the field has 18 letters", () -> field.getText().length() == 18);
        assertEquals("Every Letter of It", driver.inUi(field::getText));
    }
}
