package org.chartroom.tests.driver;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Item;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Widget;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;

/**
 * Finds widgets and sends them the events of mouse and keyboard. To be called from a thread that is not the user
 * interface's. There is no fixed pause: what takes time is waited for by its condition, with a limit.
 */
public final class UiDriver {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long MILLIS_BETWEEN_LOOKS = 20;

    private final Display display = PlatformUI.getWorkbench().getDisplay();
    private final Keyboard keyboard = new Keyboard(this, display);

    /**
     * Computes something on the user interface thread.
     *
     * @param <T> the type of the result
     * @param action what to compute
     * @return the result
     */
    public <T> T inUi(Callable<T> action) {
        AtomicReference<T> result = new AtomicReference<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        display.syncExec(() -> {
            try {
                result.set(action.call());
            } catch (Exception | AssertionError e) {
                failure.set(e);
            }
        });
        if (failure.get() instanceof AssertionError error) {
            throw error;
        }
        if (failure.get() != null) {
            throw new IllegalStateException(failure.get().getMessage(), failure.get());
        }
        return result.get();
    }

    /**
     * Does something on the user interface thread.
     *
     * @param action what to do
     */
    public void doInUi(Runnable action) {
        inUi(() -> {
            action.run();
            return null;
        });
    }

    /**
     * Starts something on the user interface thread that may not return soon, such as what opens a dialog.
     *
     * @param action what to do
     */
    public void startInUi(Runnable action) {
        display.asyncExec(action);
    }

    /**
     * Waits until a condition holds.
     *
     * @param what the condition in words, for the message of the failure
     * @param condition the condition, looked at on the user interface thread
     */
    public void waitUntil(String what, Callable<Boolean> condition) {
        waitUntilNothing(() -> condition.call() ? Optional.empty() : Optional.of(what));
    }

    /**
     * Waits until nothing hinders any more.
     *
     * @param hindrance says in words what still hinders, for the message of the failure; looked at on the user interface
     *            thread
     */
    private void waitUntilNothing(Callable<Optional<String>> hindrance) {
        long end = System.nanoTime() + LIMIT.toNanos();
        for (Optional<String> now = inUi(hindrance); now.isPresent(); now = inUi(hindrance)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "Not within " + LIMIT.toSeconds() + " seconds: " + now.get() + new Pictures(this).ofFailure());
            }
            letUiWork();
        }
    }

    /** Gives the user interface a turn before the next look: by a timer of its own, so that it is known to work. */
    private void letUiWork() {
        CountDownLatch turn = new CountDownLatch(1);
        display.syncExec(() -> display.timerExec((int) MILLIS_BETWEEN_LOOKS, turn::countDown));
        try {
            if (!turn.await(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("The user interface does not answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Gives the page of the workbench window.
     *
     * @return the page
     */
    public IWorkbenchPage page() {
        return inUi(() -> PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage());
    }

    /**
     * Tells whether a control is there, visible and has a size.
     *
     * @param control the control
     * @return whether a user can see it
     */
    public boolean isVisible(Control control) {
        return inUi(() -> !control.isDisposed() && control.isVisible() && control.getSize().x > 0
                && control.getSize().y > 0);
    }

    /**
     * Waits for a widget and gives it.
     *
     * @param <W> the type of the widget
     * @param type the type
     * @param what the widget in words, for the message of the failure
     * @param condition tells the widget from others of its type
     * @return the first widget found
     */
    public <W extends Widget> W find(Class<W> type, String what, Predicate<W> condition) {
        AtomicReference<W> found = new AtomicReference<>();
        waitUntil("there is " + what, () -> {
            found.set(all(type).stream().filter(condition).findFirst().orElse(null));
            return found.get() != null;
        });
        return found.get();
    }

    /**
     * Waits for the widget with a text; of controls, for one that is shown.
     *
     * @param <W> the type of the widget
     * @param type the type
     * @param text its text, without the mark of the mnemonic
     * @return the widget
     */
    public <W extends Widget> W findByText(Class<W> type, String text) {
        return find(type, "a " + type.getSimpleName() + " '" + text + "'", widget -> text.equals(Widgets.text(widget))
                && !(widget instanceof Control control && !control.isVisible()));
    }

    /**
     * Waits for the widget with a tool tip.
     *
     * @param <W> the type of the widget
     * @param type the type
     * @param toolTip how its tool tip begins; the key binding follows it
     * @return the widget
     */
    public <W extends Widget> W findByToolTip(Class<W> type, String toolTip) {
        return find(type, "a " + type.getSimpleName() + " with the tool tip '" + toolTip + "'", widget -> {
            String found = widget instanceof ToolItem item
                    ? item.getToolTipText()
                    : widget instanceof Control control ? control.getToolTipText() : null;
            return found != null && found.startsWith(toolTip);
        });
    }

    /**
     * Gives all widgets of a type in all open shells. On the user interface thread only.
     *
     * @param <W> the type of the widgets
     * @param type the type
     * @return the widgets, from the outside in
     */
    public <W extends Widget> List<W> all(Class<W> type) {
        return Widgets.all(display).stream().filter(type::isInstance).map(type::cast).toList();
    }

    /**
     * Chooses an item of the menu bar. Menus fill themselves when they open, so each is shown to its items first.
     *
     * @param path the texts from the menu bar on, without the marks of the mnemonics
     */
    public void chooseMenu(String... path) {
        MenuItem item = null;
        for (String text : path) {
            MenuItem parent = item;
            item = find(MenuItem.class, "the menu item " + String.join(" > ", path), candidate -> {
                boolean inPlace = parent == null
                        ? candidate.getParent().getParentItem() == null
                        : candidate.getParent() == parent.getMenu();
                return inPlace && text.equals(Widgets.text(candidate));
            });
            MenuItem opened = item;
            doInUi(() -> {
                if (opened.getMenu() != null) {
                    opened.getMenu().notifyListeners(SWT.Show, new Event());
                }
            });
        }
        MenuItem chosen = item;
        doInUi(() -> {
            if (!chosen.isEnabled()) {
                throw new AssertionError("The menu item " + String.join(" > ", path) + " can't be chosen now");
            }
        });
        startInUi(() -> {
            if ((chosen.getStyle() & (SWT.RADIO | SWT.CHECK)) != 0) {
                chosen.setSelection(true);
            }
            chosen.notifyListeners(SWT.Selection, new Event());
        });
    }

    /**
     * Scrolls to an area of a control, as somebody does who wants to reach it, and waits until its middle can be reached
     * with the mouse and stays where it is.
     *
     * @param control the control
     * @param area gives the area, from the upper left corner of the control; asked on the user interface thread
     * @return the middle of the area, on the display
     * @throws AssertionError names the control and what hides it
     */
    public Point inSight(Control control, Supplier<Rectangle> area) {
        AtomicReference<Point> last = new AtomicReference<>();
        waitUntilNothing(() -> {
            Sight.reveal(control, area.get());
            Point at = middle(area.get());
            Point place = control.toDisplay(at);
            boolean stays = place.equals(last.getAndSet(place));
            Optional<String> hindrance = Sight.hindrance(control, at);
            return hindrance.isPresent() || stays
                    ? hindrance
                    : Optional.of(Widgets.name(control) + " does not stay where it is");
        });
        return last.get();
    }

    /**
     * Scrolls to an item, so that it can be reached with the mouse.
     *
     * @param item a line of a table or a tree, where it is in others they are open; or a tool item
     * @return where it begins, on the display
     * @throws AssertionError names what the item is on and what hides it
     */
    public Point inSight(Item item) {
        return inSight(inUi(() -> Sight.parent(item)), () -> Sight.beginning(item));
    }

    private static Point middle(Rectangle area) {
        return new Point(area.x + area.width / 2, area.y + area.height / 2);
    }

    private static Rectangle whole(Control control) {
        return new Rectangle(0, 0, control.getSize().x, control.getSize().y);
    }

    /**
     * Clicks into the middle of a control with the mouse.
     *
     * @param control the control
     */
    public void click(Control control) {
        click(control, () -> whole(control));
    }

    /**
     * Scrolls to an item and clicks it with the mouse.
     *
     * @param item a line of a table or a tree, clicked in its first column; or a tool item
     */
    public void click(Item item) {
        click(inUi(() -> Sight.parent(item)), () -> Sight.beginning(item));
    }

    /**
     * Scrolls to a line and clicks it twice. A posted click never counts as the second one, so that is sent.
     *
     * @param line a line of a table or a tree, clicked in its first column
     */
    public void doubleClick(Item line) {
        click(line);
        startInUi(() -> Sight.parent(line).notifyListeners(SWT.DefaultSelection, new Event()));
    }

    private void click(Control control, Supplier<Rectangle> area) {
        Point at = inSight(control, area);
        Event move = new Event();
        move.type = SWT.MouseMove;
        move.x = at.x;
        move.y = at.y;
        post(move);
        // A widget takes a click only after it has seen the pointer come in.
        waitUntil("the pointer is at " + at, () -> display.getCursorLocation().equals(at));
        waitUntilNothing(() -> Sight.coverUnderPointer(control));
        letUiWork();
        for (int type : new int[]{SWT.MouseDown, SWT.MouseUp}) {
            Event press = new Event();
            press.type = type;
            press.button = 1;
            post(press);
            letUiWork();
        }
    }

    /**
     * Clicks into a canvas.
     *
     * @param canvas the canvas
     * @param x distance from its left edge
     * @param y distance from its upper edge
     */
    public void click(Canvas canvas, int x, int y) {
        focus(canvas);
        send(canvas, SWT.MouseDown, x, y, SWT.NONE);
        send(canvas, SWT.MouseUp, x, y, SWT.NONE);
    }

    /**
     * Sends an event of the mouse to a place on a canvas that is brought into sight; on GTK, posted ones reach native
     * widgets only.
     *
     * @param canvas the canvas
     * @param type SWT.MouseDown or the like
     * @param x distance from its left edge
     * @param y distance from its upper edge
     * @param modifiers keys that are held
     */
    public void send(Canvas canvas, int type, int x, int y, int modifiers) {
        inSight(canvas, () -> new Rectangle(x, y, 0, 0));
        Event event = new Event();
        event.button = 1;
        event.count = type == SWT.MouseDoubleClick ? 2 : 1;
        event.x = x;
        event.y = y;
        event.stateMask = modifiers;
        startInUi(() -> canvas.notifyListeners(type, event));
    }

    /**
     * Scrolls to a control and gives it the focus.
     *
     * @param control the control
     */
    public void focus(Control control) {
        inSight(control, () -> whole(control));
        doInUi(control::forceFocus);
        waitUntil("the focus is on " + control.getClass().getSimpleName(), control::isFocusControl);
    }

    /**
     * Replaces what is in a text field, the way somebody does who marks all of it and types.
     *
     * @param field the field
     * @param text letters, digits and blanks
     */
    public void replace(Control field, String text) {
        focus(field);
        press(SWT.CTRL, 'a');
        type(text);
    }

    /**
     * Types a text with the keyboard, into what has the focus.
     *
     * @param text letters, digits and blanks
     */
    public void type(String text) {
        awaitFocus();
        keyboard.type(text);
    }

    /**
     * Presses a key together with modifier keys.
     *
     * @param modifiers SWT.CTRL, SWT.SHIFT or the like, or several of them
     * @param letter the key
     */
    public void press(int modifiers, char letter) {
        awaitFocus();
        // SWT takes the key for a letter where it is told a letter.
        keyboard.press(modifiers, letter == SWT.CR ? (char) 0 : letter, letter == SWT.CR ? SWT.CR : 0);
    }

    /**
     * Presses a key that stands for no letter.
     *
     * @param keyCode one of the key codes of SWT, such as SWT.F2 or SWT.ARROW_DOWN
     */
    public void press(int keyCode) {
        awaitFocus();
        keyboard.press(SWT.NONE, (char) 0, keyCode);
    }

    /**
     * Waits until the keys arrive somewhere. The window manager gives the focus back some time after a dialog closes; the
     * window that is in front asks for it, as somebody does who clicks on its title.
     */
    private void awaitFocus() {
        waitUntil("something has the focus", () -> {
            boolean focus = display.getFocusControl() != null;
            if (!focus) {
                Arrays.stream(display.getShells()).filter(shell -> shell.isVisible() && !shell.getText().isEmpty())
                        .reduce((first, last) -> last).ifPresent(Shell::forceActive);
            }
            return focus;
        });
    }

    private void post(Event event) {
        if (!inUi(() -> display.post(event))) {
            throw new AssertionError("The display does not take the event " + event);
        }
    }

    /** Closes what a test has left open besides the window of the workbench. */
    public void closeDialogs() {
        Shell window = inUi(() -> PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell());
        waitUntil("no dialog is open", () -> {
            List<Shell> dialogs = Arrays.stream(display.getShells())
                    .filter(shell -> shell != window && shell.isVisible() && !shell.getText().isEmpty()).toList();
            // A dialog takes those it has opened with it.
            dialogs.stream().filter(shell -> !shell.isDisposed()).forEach(Shell::close);
            return dialogs.isEmpty();
        });
    }

    /** Closes the workbench without asking what to do with unsaved editors. */
    public void closeWorkbench() {
        startInUi(() -> {
            PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage().closeAllEditors(false);
            PlatformUI.getWorkbench().close();
        });
    }
}
