package org.chartroom.tests.driver;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Item;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.Widget;

/** Lists widgets and says what they are. On the user interface thread only. */
final class Widgets {
    private static final String FEATURE = "org.chartroom.feature";

    private Widgets() {
    }

    /** @return the widgets of all open shells, from the outside in */
    static List<Widget> all(Display display) {
        List<Widget> found = new ArrayList<>();
        for (Shell shell : display.getShells()) {
            if (!shell.isDisposed()) {
                collect(shell, found);
            }
        }
        return found;
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

    /** @return what a widget says, without the mark of the mnemonic and the key binding; empty for one without a text */
    static String text(Widget widget) {
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

    /** @return a widget in words, for messages: what it says, or which field it is, or how its tool tip begins */
    static String name(Widget widget) {
        String kind = widget.getClass().getSimpleName();
        String text = text(widget);
        if (!text.isBlank() && !(widget instanceof Text)) {
            return kind + " '" + text + "'";
        }
        if (widget.getData(FEATURE) != null) {
            return kind + " of the field " + widget.getData(FEATURE);
        }
        String toolTip = widget instanceof Control control ? control.getToolTipText() : null;
        return toolTip == null || toolTip.isBlank() ? kind : kind + " '" + toolTip.lines().findFirst().orElse("") + "'";
    }
}
