package org.chartroom.tests.driver;

import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.internal.Converter;
import org.eclipse.swt.internal.gtk.GDK;
import org.eclipse.swt.internal.gtk.OS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;

/**
 * Presses keys. {@link Display#post} gives a key to the first window that GDK marks as focused. GDK also marks a tooltip
 * that the pointer has moved onto, and a dialog that has just been closed. A real key goes to the window that has the
 * focus in X, which neither of them has; a posted one gets lost there. So a key is posted only while the active shell or an
 * open menu gets it.
 */
final class Keyboard {
    private static final String TOOLTIP = "GtkTooltipWindow";

    private final UiDriver driver;
    private final Display display;

    Keyboard(UiDriver driver, Display display) {
        this.driver = driver;
        this.display = display;
    }

    /**
     * Types a text.
     *
     * @param text letters, digits and blanks
     */
    void type(String text) {
        for (char letter : text.toCharArray()) {
            if (Character.isUpperCase(letter)) {
                hold(SWT.SHIFT, () -> key(Character.toLowerCase(letter), 0));
            } else {
                key(letter, 0);
            }
        }
    }

    /**
     * Presses a key together with modifier keys.
     *
     * @param modifiers SWT.CTRL, SWT.SHIFT or the like, or several of them
     * @param letter the letter of the key, or 0
     * @param keyCode the code of the key, or 0
     */
    void press(int modifiers, char letter, int keyCode) {
        hold(modifiers, () -> key(letter, keyCode));
    }

    private void hold(int modifiers, Runnable keys) {
        int[] held = IntStream.of(SWT.CTRL, SWT.ALT, SWT.SHIFT).filter(key -> (modifiers & key) != 0).toArray();
        for (int modifier : held) {
            post(SWT.KeyDown, (char) 0, modifier);
        }
        keys.run();
        for (int modifier : held) {
            post(SWT.KeyUp, (char) 0, modifier);
        }
    }

    private void key(char letter, int keyCode) {
        post(SWT.KeyDown, letter, keyCode);
        post(SWT.KeyUp, letter, keyCode);
    }

    private void post(int type, char letter, int keyCode) {
        driver.waitUntil("the active shell takes the key " + (letter == 0 ? "with the code " + keyCode : letter),
                () -> {
                    long window = focusedWindow();
                    if (window == 0) {
                        return false;
                    }
                    long widget = widget(window);
                    if (isTooltip(widget)) {
                        // Any key closes the tooltip that it goes to.
                        display.post(event(SWT.KeyDown, (char) 0, SWT.SHIFT));
                        display.post(event(SWT.KeyUp, (char) 0, SWT.SHIFT));
                        return false;
                    }
                    // A menu is no shell, and takes the keys while it is open.
                    return (!(display.findWidget(widget) instanceof Shell shell) || shell == display.getActiveShell())
                            && display.post(event(type, letter, keyCode));
                });
    }

    private static Event event(int type, char letter, int keyCode) {
        Event event = new Event();
        event.type = type;
        event.character = letter;
        event.keyCode = keyCode;
        return event;
    }

    private static long widget(long window) {
        long[] widget = new long[1];
        GDK.gdk_window_get_user_data(window, widget);
        return widget[0];
    }

    private static boolean isTooltip(long widget) {
        return widget != 0
                && TOOLTIP.equals(Converter.cCharPtrToJavaString(OS.G_OBJECT_TYPE_NAME(widget), false));
    }

    /** Finds the window that a posted key goes to, as SWT does; 0 for none. */
    private static long focusedWindow() {
        long windows = GDK.gdk_window_get_children(GDK.gdk_get_default_root_window());
        try {
            for (long entry = windows; entry != 0; entry = OS.g_list_next(entry)) {
                long window = OS.g_list_data(entry);
                int state = GDK.gdk_window_get_state(window);
                if ((state & GDK.GDK_WINDOW_STATE_FOCUSED) != 0 && (state & GDK.GDK_WINDOW_STATE_WITHDRAWN) == 0) {
                    return window;
                }
            }
            return 0;
        } finally {
            OS.g_list_free(windows);
        }
    }
}
