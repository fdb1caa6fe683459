package org.chartroom.tests.driver;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
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
     * Drags with the mouse from a place in one control to a place in another that takes drops.
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
        AtomicBoolean over = new AtomicBoolean();
        AtomicBoolean dropped = new AtomicBoolean();
        driver.doInUi(() -> dropTarget(to).addDropListener(new DropTargetAdapter() {
            @Override
            public void dragOver(DropTargetEvent event) {
                over.set(true);
            }

            @Override
            public void drop(DropTargetEvent event) {
                dropped.set(true);
            }
        }));
        xdotool("mousemove", start, "mousedown", "1");
        for (int step = 1; step <= DRAG_STEPS; step++) {
            xdotool("mousemove", new Point(start.x + (end.x - start.x) * step / DRAG_STEPS,
                    start.y + (end.y - start.y) * step / DRAG_STEPS));
            driver.letUiWork();
        }
        // The drag gets under way by and by, and is told of a target only while the pointer moves.
        int[] turn = {0};
        driver.waitUntil("it can be dropped there", () -> {
            xdotool("mousemove", new Point(end.x + turn[0]++ % 2, end.y));
            return over.get();
        });
        xdotool("mousemove", end, "mouseup", "1");
        driver.waitUntil("it is dropped", dropped::get);
    }

    /** Events that SWT posts don't press the button for long; a drag needs it held. */
    private static void xdotool(String command, Point point, String... more) {
        List<String> words = new ArrayList<>(List.of("xdotool", command, "" + point.x, "" + point.y));
        words.addAll(List.of(more));
        try {
            int code = new ProcessBuilder(words).inheritIO().start().waitFor();
            if (code != 0) {
                throw new AssertionError(String.join(" ", words) + " ended with " + code);
            }
        } catch (IOException e) {
            throw new AssertionError("xdotool can't be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("The test was interrupted", e);
        }
    }

    private static DropTarget dropTarget(Control control) {
        Control around = control;
        while (around.getData(DND.DROP_TARGET_KEY) == null) {
            around = around.getParent();
        }
        return (DropTarget) around.getData(DND.DROP_TARGET_KEY);
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
