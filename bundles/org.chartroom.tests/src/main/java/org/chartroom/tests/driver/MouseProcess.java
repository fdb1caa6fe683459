package org.chartroom.tests.driver;

import java.awt.AWTException;
import java.awt.Robot;
import java.awt.event.InputEvent;

/**
 * A process of its own that drags with the mouse of the display: SWT can't post a button that is held, and the two
 * toolkits can't share a process.
 */
final class MouseProcess {
    private static final int STEPS = 20;
    /** Between two movements, as a hand makes them. */
    private static final int MILLIS = 25;

    private MouseProcess() {
    }

    /** From where to where, in pixels of the display: x, y, x, y. */
    public static void main(String[] arguments) throws AWTException {
        int[] at = new int[arguments.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = Integer.parseInt(arguments[i]);
        }
        Robot robot = new Robot();
        robot.setAutoDelay(MILLIS);
        robot.mouseMove(at[0], at[1]);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        for (int step = 1; step <= STEPS; step++) {
            robot.mouseMove(at[0] + (at[2] - at[0]) * step / STEPS, at[1] + (at[3] - at[1]) * step / STEPS);
        }
        // Where it is dropped is asked for when the mouse moves there.
        robot.mouseMove(at[2] + 1, at[3] + 1);
        robot.mouseMove(at[2], at[3]);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    }
}
