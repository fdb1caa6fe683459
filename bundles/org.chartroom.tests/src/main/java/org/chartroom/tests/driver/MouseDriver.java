package org.chartroom.tests.driver;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;

/** Moves the pointer and presses its button, for native widgets. */
public final class MouseDriver {
    private static final int DRAG_STEPS = 12;

    private final UiDriver driver;

    /**
     * @param driver reaches the workbench
     */
    public MouseDriver(UiDriver driver) {
        this.driver = driver;
    }

    /** Clicks at a point of the display. */
    void click(Point point) {
        pointTo(point);
        postButton(SWT.MouseDown);
        postButton(SWT.MouseUp);
    }

    /**
     * Drags with the mouse from a place in one control to a place in another.
     *
     * @param from where the button is pressed
     * @param fromX distance from its left edge
     * @param fromY distance from its upper edge
     * @param to where it is let go
     * @param toX distance from its left edge
     * @param toY distance from its upper edge
     */
    public void drag(Control from, int fromX, int fromY, Control to, int toX, int toY) {
        Point start = driver.inUi(() -> from.toDisplay(fromX, fromY));
        Point end = driver.inUi(() -> to.toDisplay(toX, toY));
        pointTo(start);
        postButton(SWT.MouseDown);
        for (int step = 1; step <= DRAG_STEPS; step++) {
            pointTo(new Point(start.x + (end.x - start.x) * step / DRAG_STEPS,
                    start.y + (end.y - start.y) * step / DRAG_STEPS));
        }
        postButton(SWT.MouseUp);
    }

    private void pointTo(Point point) {
        Event move = new Event();
        move.type = SWT.MouseMove;
        move.x = point.x;
        move.y = point.y;
        driver.post(move);
        // A widget takes a click only after it has seen the pointer come in.
        driver.waitUntil("the pointer is at " + point, () -> Display.getDefault().getCursorLocation().equals(point));
        driver.letUiWork();
    }

    private void postButton(int type) {
        Event press = new Event();
        press.type = type;
        press.button = 1;
        driver.post(press);
        driver.letUiWork();
    }
}
