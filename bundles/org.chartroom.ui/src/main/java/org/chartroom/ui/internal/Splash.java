package org.chartroom.ui.internal;

import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Shell;

/**
 * A small window that says that Chartroom is coming, while the workbench builds its own.
 */
final class Splash {
    private static final int MILLIS_TO_APPEAR = 150;

    private final Shell shell;

    private Splash(Shell shell) {
        this.shell = shell;
    }

    /** Opens the window, and returns once it has been painted or would take longer than it is worth. */
    static Splash open(Display display) {
        Shell shell = new Shell(display, SWT.NO_TRIM | SWT.ON_TOP);
        GridLayoutFactory.swtDefaults().margins(48, 32).spacing(8, 16).applyTo(shell);
        Label name = new Label(shell, SWT.NONE);
        name.setText(Messages.Splash_name);
        Font large = enlarge(name.getFont());
        name.setFont(large);
        name.addDisposeListener(event -> large.dispose());
        new Label(shell, SWT.NONE).setText(Messages.Splash_starting);
        new ProgressBar(shell, SWT.INDETERMINATE | SWT.HORIZONTAL);
        shell.pack();
        Rectangle screen = display.getPrimaryMonitor().getBounds();
        shell.setLocation(screen.x + (screen.width - shell.getSize().x) / 2,
                screen.y + (screen.height - shell.getSize().y) / 3);
        boolean[] done = new boolean[1];
        shell.addListener(SWT.Paint, event -> done[0] = true);
        display.timerExec(MILLIS_TO_APPEAR, () -> done[0] = true);
        shell.setVisible(true);
        while (!done[0] && !shell.isDisposed()) {
            if (!display.readAndDispatch()) {
                display.sleep();
            }
        }
        return new Splash(shell);
    }

    private static Font enlarge(Font font) {
        FontData[] data = font.getFontData();
        for (FontData each : data) {
            each.setHeight(each.getHeight() * 2);
        }
        return new Font(font.getDevice(), data);
    }

    /** Takes the window away. */
    void close() {
        shell.dispose();
    }
}
