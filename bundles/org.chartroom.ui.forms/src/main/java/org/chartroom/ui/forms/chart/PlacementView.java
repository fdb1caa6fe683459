package org.chartroom.ui.forms.chart;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import org.chartroom.chart.Chart;
import org.chartroom.chart.Placement;
import org.chartroom.chart.Placement.Spot;
import org.chartroom.ui.forms.Colours;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.internal.Messages;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/**
 * Shows a {@link Placement}: a click chooses a thing, dragging it, or Ctrl and an arrow key, moves it to another step. The
 * arrow keys alone go from one to the next.
 */
public final class PlacementView extends ChartView {
    private static final int PADDING = 9;
    private static final int CORNER = 6;
    private static final int LEAST_DRAG = 4;

    private transient Object chosen;
    private transient Spot dragged;
    private transient Point pressed;
    private transient Point pointer;
    private boolean editable = true;
    private transient Mover mover = (spot, across, upwards) -> {
    };
    private transient Consumer<Spot> choice = spot -> {
    };

    /** Takes a thing that the user moved. */
    @FunctionalInterface
    public interface Mover {
        /**
         * @param spot what was moved, as it was before
         * @param across its new step on the horizontal scale
         * @param upwards its new step on the vertical scale
         */
        void moved(Spot spot, int across, int upwards);
    }

    /** @param parent where it goes */
    public PlacementView(Composite parent) {
        super(parent);
        addListener(SWT.MouseDown, this::press);
        addListener(SWT.MouseMove, this::move);
        addListener(SWT.MouseUp, this::release);
        addListener(SWT.KeyDown, this::key);
        addListener(SWT.Traverse, event -> event.doit = true);
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = chosenSpot().map(Spot::explanation).orElse(null);
            }
        });
    }

    @Override
    public void show(Chart shown) {
        super.show((Placement) shown);
        if (chosenSpot().isEmpty()) {
            chosen = chart().spots().isEmpty() ? null : chart().spots().get(0).subject();
        }
    }

    @Override
    public Placement chart() {
        return (Placement) super.chart();
    }

    /** @param canMove whether the user may move things */
    public void setEditable(boolean canMove) {
        editable = canMove;
    }

    /** @param listener takes what the user moves */
    public void onMove(Mover listener) {
        mover = listener;
    }

    /** @param listener takes what the user chooses */
    public void onChoice(Consumer<Spot> listener) {
        choice = listener;
    }

    /** @param subject what is to be the chosen one, without telling the listener; may be on no spot */
    public void choose(Object subject) {
        if (!Objects.equals(chosen, subject)) {
            chosen = subject;
            redraw();
        }
    }

    /** @return the chosen thing; empty when it is not shown */
    public Optional<Spot> chosenSpot() {
        return chart() == null
                ? Optional.empty()
                : chart().spots().stream().filter(spot -> spot.subject() == chosen).findFirst();
    }

    /**
     * @param across a step on the horizontal scale
     * @param upwards a step on the vertical scale
     * @return where things with these steps are, relative to the control
     */
    public Rectangle cell(int across, int upwards) {
        Rectangle area = getClientArea();
        return rectangle(chart().cell(across, upwards, area.width, area.height));
    }

    /**
     * @param spot a thing that is shown
     * @return where it is, relative to the control
     */
    public Rectangle bounds(Spot spot) {
        Rectangle area = getClientArea();
        return rectangle(chart().bounds(spot, area.width, area.height, style()));
    }

    private Optional<Spot> at(int x, int y) {
        if (chart() == null) {
            return Optional.empty();
        }
        // The last one lies on top.
        return chart().spots().stream().filter(spot -> bounds(spot).contains(x, y)).reduce((one, other) -> other);
    }

    private void press(Event event) {
        setFocus();
        if (event.button == 1) {
            at(event.x, event.y).ifPresent(spot -> {
                pick(spot);
                dragged = editable ? spot : null;
                pressed = new Point(event.x, event.y);
            });
        }
    }

    private void pick(Spot spot) {
        chosen = spot.subject();
        choice.accept(spot);
        redraw();
    }

    private void move(Event event) {
        if (dragged == null) {
            String text = at(event.x, event.y).map(Spot::explanation)
                    .map(story -> editable ? Messages.bind(Messages.placementTip, story) : story).orElse(null);
            if (!Objects.equals(text, getToolTipText())) {
                setToolTipText(LabelText.tip(text));
            }
            return;
        }
        if (pointer != null || Math.hypot(event.x - (double) pressed.x, event.y - (double) pressed.y) >= LEAST_DRAG) {
            pointer = new Point(event.x, event.y);
            redraw();
        }
    }

    private void release(Event event) {
        Spot spot = dragged;
        boolean moved = pointer != null;
        dragged = null;
        pointer = null;
        if (spot != null && moved) {
            redraw();
            target(event.x, event.y).ifPresent(step -> put(spot, step.x, step.y));
        }
    }

    private Optional<Point> target(int x, int y) {
        for (int across = 1; across <= chart().steps(); across++) {
            for (int upwards = 1; upwards <= chart().steps(); upwards++) {
                if (cell(across, upwards).contains(x, y)) {
                    return Optional.of(new Point(across, upwards));
                }
            }
        }
        return Optional.empty();
    }

    private void put(Spot spot, int across, int upwards) {
        if (across >= 1 && across <= chart().steps() && upwards >= 1 && upwards <= chart().steps()
                && (across != spot.across() || upwards != spot.upwards())) {
            mover.moved(spot, across, upwards);
        }
    }

    private void key(Event event) {
        int across = event.keyCode == SWT.ARROW_RIGHT ? 1 : event.keyCode == SWT.ARROW_LEFT ? -1 : 0;
        int upwards = event.keyCode == SWT.ARROW_UP ? 1 : event.keyCode == SWT.ARROW_DOWN ? -1 : 0;
        if (chart() == null || chart().spots().isEmpty() || across == 0 && upwards == 0) {
            return;
        }
        Optional<Spot> now = chosenSpot();
        if ((event.stateMask & SWT.MOD1) != 0) {
            now.filter(spot -> editable).ifPresent(spot -> put(spot, spot.across() + across,
                    spot.upwards() + upwards));
        } else {
            int count = chart().spots().size();
            int next = now.map(spot -> chart().spots().indexOf(spot) + across - upwards).orElse(0);
            pick(chart().spots().get(Math.floorMod(next, count)));
        }
    }

    @Override
    void paintOver(GC gc, Colours colours) {
        gc.setAntialias(SWT.ON);
        chosenSpot().filter(spot -> pointer == null).ifPresent(spot -> {
            Rectangle at = bounds(spot);
            gc.setForeground(colours.accent());
            gc.setLineWidth(isFocusControl() ? 3 : 2);
            gc.drawRoundRectangle(at.x, at.y, at.width, at.height, CORNER, CORNER);
        });
        if (pointer != null) {
            target(pointer.x, pointer.y).ifPresent(step -> {
                Rectangle cell = cell(step.x, step.y);
                gc.setForeground(colours.accent());
                gc.setLineWidth(2);
                gc.drawRectangle(cell.x + 1, cell.y + 1, cell.width - 3, cell.height - 3);
            });
            paintDragged(gc, colours);
        }
        gc.setLineWidth(1);
    }

    /** What is dragged lies under the pointer, above where it was. */
    private void paintDragged(GC gc, Colours colours) {
        Rectangle from = bounds(dragged);
        int x = from.x + pointer.x - pressed.x;
        int y = from.y + pointer.y - pressed.y;
        gc.setBackground(colours.header());
        gc.fillRoundRectangle(x, y, from.width, from.height, CORNER, CORNER);
        gc.setForeground(colours.accent());
        gc.drawRoundRectangle(x, y, from.width, from.height, CORNER, CORNER);
        gc.setForeground(colours.foreground());
        gc.setClipping(x, y, from.width, from.height);
        gc.drawText(dragged.label(), x + PADDING, y + (from.height - gc.textExtent(dragged.label()).y) / 2, true);
        gc.setClipping((Rectangle) null);
    }
}
