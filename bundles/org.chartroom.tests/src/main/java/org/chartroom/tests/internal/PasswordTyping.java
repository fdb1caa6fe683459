package org.chartroom.tests.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Somebody who types passwords when the workspace is opened, which is before there is a workbench. */
final class PasswordTyping {
    private static final long MILLIS_BETWEEN_LOOKS = 20;

    private PasswordTyping() {
    }

    /** @param passwords the passwords, one for each time it is asked */
    static void start(List<String> passwords) {
        Thread thread = new Thread(() -> type(passwords), "chartroom-passwords");
        thread.setDaemon(true);
        thread.start();
    }

    private static void type(List<String> passwords) {
        Display display = null;
        Shell last = null;
        for (String password : passwords) {
            Shell asking = null;
            while (asking == null) {
                pause();
                display = display == null ? display() : display;
                asking = display == null || !takesEvents(display) ? null : type(display, password, last);
            }
            last = asking;
        }
    }

    private static Display display() {
        return Thread.getAllStackTraces().keySet().stream().map(Display::findDisplay).filter(found -> found != null)
                .findFirst().orElse(null);
    }

    /** A display can be found while it is still made; it takes what it is sent once its thread waits for events. */
    private static boolean takesEvents(Display display) {
        return !display.isDisposed() && Arrays.stream(display.getThread().getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(Display.class.getName())
                        && (frame.getMethodName().equals("sleep") || frame.getMethodName().equals("readAndDispatch")));
    }

    private static void pause() {
        try {
            new CountDownLatch(1).await(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Shell type(Display display, String password, Shell last) {
        Shell[] asking = new Shell[1];
        display.syncExec(() -> Arrays.stream(display.getShells())
                .filter(shell -> shell != last && shell.isVisible() && shell.getText().equals("Password")).findFirst()
                .ifPresent(shell -> {
                    List<Control> controls = new ArrayList<>();
                    collect(shell, controls);
                    long above = Arrays.stream(display.getShells()).filter(other -> other.isVisible()
                            && (other.getStyle() & SWT.ON_TOP) != 0 && other.getSize().y > 1 && other != shell).count();
                    System.out.println("Asked for the password: " + texts(controls) + ", windows above: " + above);
                    Optional<Text> field = controls.stream().filter(Text.class::isInstance).map(Text.class::cast)
                            .filter(text -> (text.getStyle() & SWT.PASSWORD) != 0).findFirst();
                    field.orElseThrow().setText(password);
                    Button open = controls.stream().filter(Button.class::isInstance).map(Button.class::cast)
                            .filter(button -> button.getText().replace("&", "").equals("Open")).findFirst()
                            .orElseThrow();
                    display.asyncExec(() -> open.notifyListeners(SWT.Selection, new Event()));
                    asking[0] = shell;
                }));
        return asking[0];
    }

    private static void collect(Control control, List<Control> found) {
        found.add(control);
        if (control instanceof Composite composite) {
            Arrays.stream(composite.getChildren()).forEach(child -> collect(child, found));
        }
    }

    private static String texts(List<Control> controls) {
        return String.join(" ",
                controls.stream().filter(Text.class::isInstance).map(control -> ((Text) control).getText())
                        .filter(text -> !text.isEmpty()).toList());
    }
}
