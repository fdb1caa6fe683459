package org.chartroom.tests.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the driver types arrives where the focus is. */
class KeyboardUiTest {
    private static final int LOOKS_UNTIL_TOOLTIP = 50;

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
            text.setToolTipText("A tooltip\nof several lines\nthat lies below the pointer");
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
    void letters_arrive_while_the_pointer_is_on_a_tooltip() {
        Keyboard keyboard = new Keyboard(driver, display);
        int[] looks = new int[1];
        driver.waitUntil("the pointer is on a tooltip", () -> {
            // The pointer rests until the tooltip comes, and then goes down onto it.
            boolean rests = looks[0]++ % (2 * LOOKS_UNTIL_TOOLTIP) < LOOKS_UNTIL_TOOLTIP;
            Point at = field.toDisplay(60, rests ? 40 : 80);
            if (!display.getCursorLocation().equals(at)) {
                Event move = new Event();
                move.type = SWT.MouseMove;
                move.x = at.x;
                move.y = at.y;
                display.post(move);
            }
            return !rests && !keyboard.goToShell();
        });

        driver.type("Archives");

        driver.waitUntil("the field has eight letters", () -> field.getText().length() == 8);
        assertEquals("Archives", driver.inUi(field::getText));
    }

    @Test
    void letters_arrive_in_the_order_in_which_they_are_typed() {
        driver.type("Every Letter of It");

        driver.waitUntil("the field has 18 letters", () -> field.getText().length() == 18);
        assertEquals("Every Letter of It", driver.inUi(field::getText));
    }
}
