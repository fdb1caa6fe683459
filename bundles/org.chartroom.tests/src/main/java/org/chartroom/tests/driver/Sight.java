package org.chartroom.tests.driver;

import java.util.Optional;

import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Item;
import org.eclipse.swt.widgets.Scrollable;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.TreeItem;

/**
 * Brings a place on a control into sight, as somebody who works with the window scrolls to it, and tells why a place
 * can't be reached. On the user interface thread only.
 */
final class Sight {
    /** In pixels around a place, where not all of its area fits into what is visible, or the area is small. */
    private static final int AROUND = 8;
    private static final int BEGINNING = 20;

    private Sight() {
    }

    /**
     * Scrolls everything around a control, from the inside out, until an area of it can be seen.
     *
     * @param control the control
     * @param area the area, from the upper left corner of the control
     */
    static void reveal(Control control, Rectangle area) {
        for (Composite around = parent(control); around != null; around = parent(around)) {
            if (around instanceof ScrolledComposite scrolled && scrolled.getContent() != null) {
                reveal(scrolled, control.getDisplay().map(control, scrolled.getContent(), area));
            }
        }
    }

    private static void reveal(ScrolledComposite scrolled, Rectangle area) {
        Rectangle visible = scrolled.getClientArea();
        Point origin = scrolled.getOrigin();
        int x = origin(origin.x, visible.width, area.x, area.width);
        int y = origin(origin.y, visible.height, area.y, area.height);
        if (x != origin.x || y != origin.y) {
            scrolled.setOrigin(x, y);
        }
    }

    /** Where the visible part begins, in one direction: moved no further than is needed. */
    private static int origin(int now, int visible, int begin, int length) {
        int from = begin;
        int to = begin + length;
        if (length > visible || length < 2 * AROUND) {
            from = begin + length / 2 - AROUND;
            to = begin + length / 2 + AROUND;
        }
        return Math.max(0, from < now ? from : to > now + visible ? to - visible : now);
    }

    /** Without a menu or a dialog around it: a shell is not scrolled by those it belongs to. */
    private static Composite parent(Control control) {
        return control instanceof Shell ? null : control.getParent();
    }

    /**
     * Tells what keeps a user from reaching a place with the mouse.
     *
     * @param control the control
     * @param at the place, from the upper left corner of the control
     * @return the reason, beginning with the name of the control; empty where the place can be reached
     */
    static Optional<String> hindrance(Control control, Point at) {
        String name = Widgets.name(control);
        if (control.isDisposed() || !control.isVisible()) {
            return Optional.of(name + " is not shown");
        }
        if (!control.isEnabled()) {
            return Optional.of(name + " is disabled");
        }
        Point display = control.toDisplay(at);
        if (!control.getMonitor().getBounds().contains(display)) {
            return Optional.of(name + " lies outside the screen, at " + display);
        }
        for (Control around = control; around != null; around = parent(around)) {
            Point inside = around.toControl(display);
            if (!visible(around).contains(inside)) {
                return Optional.of(name + " lies outside what is visible of " + Widgets.name(around) + ": " + inside
                        + " is not in " + visible(around));
            }
            Optional<Control> above = above(around, display);
            if (above.isPresent()) {
                return Optional.of(name + " is covered by " + Widgets.name(above.get()));
            }
        }
        return Optional.empty();
    }

    /** What is visible of a control: without its scroll bars, and in a shell without the menu bar. */
    private static Rectangle visible(Control control) {
        boolean scrolls = control instanceof Scrollable scrollable
                && (scrollable.getHorizontalBar() != null || scrollable.getVerticalBar() != null);
        return scrolls || control instanceof Shell
                ? ((Scrollable) control).getClientArea()
                : new Rectangle(0, 0, control.getSize().x, control.getSize().y);
    }

    /** Gives a control that has the same parent and lies above at a place of the display. */
    private static Optional<Control> above(Control control, Point display) {
        if (control instanceof Shell) {
            return Optional.empty();
        }
        for (Control sibling : control.getParent().getChildren()) {
            if (sibling == control) {
                break;
            }
            if (sibling.isVisible() && sibling.getBounds().contains(control.getParent().toControl(display))) {
                return Optional.of(sibling);
            }
        }
        return Optional.empty();
    }

    /**
     * Tells whether something else than a control is under the pointer: another window, or what lies above it.
     *
     * @param control the control
     * @return the reason, beginning with the name of the control; empty where the pointer is on it
     */
    static Optional<String> coverUnderPointer(Control control) {
        Control under = control.getDisplay().getCursorControl();
        if (under != null && (isIn(under, control) || isIn(control, under))) {
            return Optional.empty();
        }
        return Optional.of(Widgets.name(control) + " is covered by "
                + (under == null ? "another window" : Widgets.name(under) + " of " + Widgets.name(under.getShell())));
    }

    /** @return the table, tree or tool bar an item is on */
    static Control parent(Item item) {
        return item instanceof TableItem line
                ? line.getParent()
                : item instanceof TreeItem node ? node.getParent() : ((ToolItem) item).getParent();
    }

    /** Scrolls a table or tree to a line and gives where its first column begins; of a tool item, all of it. */
    static Rectangle beginning(Item item) {
        if (item instanceof TableItem line) {
            line.getParent().showItem(line);
            return beginning(line.getBounds(0));
        }
        if (item instanceof TreeItem node) {
            node.getParent().showItem(node);
            return beginning(node.getBounds(0));
        }
        return ((ToolItem) item).getBounds();
    }

    /** The rest of a line may be out of sight. */
    private static Rectangle beginning(Rectangle line) {
        return new Rectangle(line.x, line.y, Math.min(line.width, BEGINNING), line.height);
    }

    /** @return whether a control is another one or in it */
    static boolean isIn(Control inner, Control outer) {
        for (Control around = inner; around != null; around = parent(around)) {
            if (around == outer) {
                return true;
            }
        }
        return false;
    }
}
