package org.chartroom.tests.driver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Item;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Widget;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;

/**
 * Finds widgets and sends them the events of mouse and keyboard. To be called from a thread that is not the user
 * interface's. There is no fixed pause: what takes time is waited for by its condition, with a limit.
 */
public final class UiDriver {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final long MILLIS_BETWEEN_LOOKS = 20;

    private final Display display = PlatformUI.getWorkbench().getDisplay();

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
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!inUi(condition)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "Not within " + LIMIT.toSeconds() + " seconds: " + what + new Pictures(this).ofFailure());
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
     * Waits for the widget with a text.
     *
     * @param <W> the type of the widget
     * @param type the type
     * @param text its text, without the mark of the mnemonic
     * @return the widget
     */
    public <W extends Widget> W findByText(Class<W> type, String text) {
        return find(type, "a " + type.getSimpleName() + " '" + text + "'", widget -> text.equals(textOf(widget)));
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
        List<Widget> found = new ArrayList<>();
        for (Shell shell : display.getShells()) {
            if (!shell.isDisposed()) {
                collect(shell, found);
            }
        }
        return found.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static void collect(Control control, List<Widget> found) {
        found.add(control);
        if (control instanceof Shell shell && shell.getMenuBar() != null) {
            collect(shell.getMenuBar(), found);
        }
        if (control instanceof ToolBar bar) {
            found.addAll(List.of(bar.getItems()));
        }
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                collect(child, found);
            }
        }
    }

    private static void collect(Menu menu, List<Widget> found) {
        for (MenuItem item : menu.getItems()) {
            found.add(item);
            if (item.getMenu() != null) {
                collect(item.getMenu(), found);
            }
        }
    }

    private static String textOf(Widget widget) {
        String text = widget instanceof Item item
                ? item.getText()
                : widget instanceof Button button
                        ? button.getText()
                        : widget instanceof Label label
                                ? label.getText()
                                : widget instanceof Text field
                                        ? field.getText()
                                        : widget instanceof Shell shell ? shell.getText() : "";
        int accelerator = text.indexOf('\t');
        return (accelerator < 0 ? text : text.substring(0, accelerator)).replace("&", "");
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
                return inPlace && text.equals(textOf(candidate));
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
     * Clicks into the middle of a control with the mouse.
     *
     * @param control the control
     */
    public void click(Control control) {
        Point at = inUi(() -> {
            Point size = control.getSize();
            return control.toDisplay(size.x / 2, size.y / 2);
        });
        clickAt(at);
    }

    /**
     * Clicks a tool item with the mouse.
     *
     * @param item the tool item
     */
    public void click(ToolItem item) {
        clickAt(inUi(() -> {
            Rectangle bounds = item.getBounds();
            return item.getParent().toDisplay(bounds.x + bounds.width / 2, bounds.y + bounds.height / 2);
        }));
    }

    /**
     * Clicks into a control with the mouse.
     *
     * @param control the control
     * @param x distance from its left edge
     * @param y distance from its upper edge
     */
    public void click(Control control, int x, int y) {
        if (control instanceof Canvas canvas) {
            focus(canvas);
            send(canvas, SWT.MouseDown, x, y, SWT.NONE);
            send(canvas, SWT.MouseUp, x, y, SWT.NONE);
        } else {
            clickAt(inUi(() -> control.toDisplay(x, y)));
        }
    }

    /**
     * Sends an event of the mouse to a canvas; on GTK, posted ones reach native widgets only.
     *
     * @param canvas the canvas
     * @param type SWT.MouseDown or the like
     * @param x distance from its left edge
     * @param y distance from its upper edge
     * @param modifiers keys that are held
     */
    void send(Canvas canvas, int type, int x, int y, int modifiers) {
        Event event = new Event();
        event.button = 1;
        event.count = type == SWT.MouseDoubleClick ? 2 : 1;
        event.x = x;
        event.y = y;
        event.stateMask = modifiers;
        startInUi(() -> canvas.notifyListeners(type, event));
    }

    /**
     * Clicks a line of a list or tree twice. A posted click never counts as the second one, so that is sent.
     *
     * @param list the list or tree
     * @param x distance from its left edge
     * @param y distance from its upper edge
     */
    public void doubleClick(Control list, int x, int y) {
        click(list, x, y);
        startInUi(() -> list.notifyListeners(SWT.DefaultSelection, new Event()));
    }

    /**
     * Gives a control the focus.
     *
     * @param control the control
     */
    public void focus(Control control) {
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

    private void clickAt(Point point) {
        Event move = new Event();
        move.type = SWT.MouseMove;
        move.x = point.x;
        move.y = point.y;
        post(move);
        // A widget takes a click only after it has seen the pointer come in.
        waitUntil("the pointer is at " + point, () -> display.getCursorLocation().equals(point));
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
     * Types a text with the keyboard, into what has the focus.
     *
     * @param text letters, digits and blanks
     */
    public void type(String text) {
        for (char letter : text.toCharArray()) {
            if (Character.isUpperCase(letter)) {
                press(SWT.SHIFT, Character.toLowerCase(letter));
            } else {
                key(letter, 0);
            }
        }
    }

    /**
     * Presses a key together with modifier keys.
     *
     * @param modifiers SWT.CTRL, SWT.SHIFT or the like, or several of them
     * @param letter the key
     */
    public void press(int modifiers, char letter) {
        // SWT takes the key for a letter where it is told a letter.
        hold(modifiers, () -> key(letter == SWT.CR ? (char) 0 : letter, letter == SWT.CR ? SWT.CR : 0));
    }

    private void hold(int modifiers, Runnable keys) {
        int[] held = IntStream.of(SWT.CTRL, SWT.ALT, SWT.SHIFT).filter(key -> (modifiers & key) != 0).toArray();
        for (int type : new int[]{SWT.KeyDown, SWT.KeyUp}) {
            for (int modifier : held) {
                Event event = new Event();
                event.type = type;
                event.keyCode = modifier;
                post(event);
            }
            if (type == SWT.KeyDown) {
                keys.run();
            }
        }
    }

    /**
     * Presses a key that stands for no letter.
     *
     * @param keyCode one of the key codes of SWT, such as SWT.F2 or SWT.ARROW_DOWN
     */
    public void press(int keyCode) {
        key((char) 0, keyCode);
    }

    private void key(char letter, int keyCode) {
        for (int type : new int[]{SWT.KeyDown, SWT.KeyUp}) {
            Event event = new Event();
            event.type = type;
            event.character = letter;
            event.keyCode = keyCode;
            post(event);
        }
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
