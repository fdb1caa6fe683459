package org.chartroom.ui.forms.chart;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import org.chartroom.ui.forms.Colours;
import org.chartroom.ui.forms.internal.Messages;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/**
 * Things placed by two scales of steps, in four quadrants: a click chooses one, dragging it, or Ctrl and an arrow key,
 * moves it to another step. The arrow keys alone go from one to the next.
 */
public final class PlacementMap extends Canvas {
    private static final int LEFT = 54;
    private static final int BOTTOM = 46;
    private static final int MARGIN = 8;
    private static final int GAP = 3;
    private static final int PADDING = 5;
    private static final int CORNER = 6;
    private static final int STRIPE = 4;
    private static final int LEAST_DRAG = 4;

    private transient Model model;
    private transient Object chosen;
    private transient Spot dragged;
    private transient Point pressed;
    private transient Point pointer;
    private boolean editable = true;
    private transient Mover mover = (spot, across, upwards) -> {
    };
    private transient Consumer<Spot> choice = spot -> {
    };

    /**
     * A thing on the map.
     *
     * @param label what stands on it
     * @param across its step on the horizontal scale, from 1
     * @param upwards its step on the vertical scale, from 1
     * @param explanation the whole story, for the tooltip
     * @param tone what it means
     * @param subject what it stands for; the same before and after a move
     */
    public record Spot(String label, int across, int upwards, String explanation, Tone tone, Object subject) {
    }

    /**
     * What is shown.
     *
     * @param spots the things
     * @param steps number of steps of both scales
     * @param highFrom the first step that counts as high
     * @param acrossTitle title of the horizontal scale
     * @param upwardsTitle title of the vertical scale
     * @param corners names of the quadrants: top left, top right, bottom left, bottom right
     */
    public record Model(List<Spot> spots, int steps, int highFrom, String acrossTitle, String upwardsTitle,
            List<String> corners) {
        /** @param spots the things */
        public Model {
            spots = List.copyOf(spots);
            corners = List.copyOf(corners);
        }
    }

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
    public PlacementMap(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.MouseDown, this::press);
        addListener(SWT.MouseMove, this::move);
        addListener(SWT.MouseUp, this::release);
        addListener(SWT.KeyDown, this::key);
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
        addListener(SWT.Traverse, event -> event.doit = true);
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = chosenSpot().map(Spot::explanation).orElse(null);
            }
        });
    }

    /** @param shown what is shown from now on */
    public void show(Model shown) {
        model = shown;
        if (chosenSpot().isEmpty()) {
            chosen = shown.spots().isEmpty() ? null : shown.spots().get(0).subject();
        }
        redraw();
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
        return model == null
                ? Optional.empty()
                : model.spots().stream().filter(spot -> spot.subject() == chosen).findFirst();
    }

    /**
     * @param across a step on the horizontal scale
     * @param upwards a step on the vertical scale
     * @return where things with these steps are, relative to the control
     */
    public Rectangle cell(int across, int upwards) {
        Rectangle area = getClientArea();
        int wide = Math.max(1, (area.width - LEFT - MARGIN) / model.steps());
        int high = Math.max(1, (area.height - BOTTOM - MARGIN) / model.steps());
        return new Rectangle(LEFT + (across - 1) * wide, MARGIN + (model.steps() - upwards) * high, wide, high);
    }

    /**
     * @param spot a thing that is shown
     * @return where it is, relative to the control
     */
    public Rectangle bounds(Spot spot) {
        List<Spot> together = model.spots().stream()
                .filter(other -> other.across() == spot.across() && other.upwards() == spot.upwards()).toList();
        Rectangle cell = cell(spot.across(), spot.upwards());
        int height = chipHeight();
        int index = together.indexOf(spot);
        // What does not fit below each other stands side by side.
        int below = Math.max(1, (cell.height - PADDING) / (height + GAP));
        int columns = (together.size() + below - 1) / below;
        int width = Math.max(1, (cell.width - 2 * PADDING + GAP) / columns);
        return new Rectangle(cell.x + PADDING + index / below * width,
                cell.y + PADDING + index % below * (height + GAP), Math.max(1, width - GAP), height);
    }

    private int chipHeight() {
        GC gc = new GC(this);
        int height = gc.getFontMetrics().getHeight() + 2 * GAP;
        gc.dispose();
        return height;
    }

    private Optional<Spot> at(int x, int y) {
        if (model == null) {
            return Optional.empty();
        }
        // The last one lies on top.
        return model.spots().stream().filter(spot -> bounds(spot).contains(x, y)).reduce((one, other) -> other);
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
                setToolTipText(text);
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
        for (int across = 1; across <= model.steps(); across++) {
            for (int upwards = 1; upwards <= model.steps(); upwards++) {
                if (cell(across, upwards).contains(x, y)) {
                    return Optional.of(new Point(across, upwards));
                }
            }
        }
        return Optional.empty();
    }

    private void put(Spot spot, int across, int upwards) {
        if (across >= 1 && across <= model.steps() && upwards >= 1 && upwards <= model.steps()
                && (across != spot.across() || upwards != spot.upwards())) {
            mover.moved(spot, across, upwards);
        }
    }

    private void key(Event event) {
        int across = event.keyCode == SWT.ARROW_RIGHT ? 1 : event.keyCode == SWT.ARROW_LEFT ? -1 : 0;
        int upwards = event.keyCode == SWT.ARROW_UP ? 1 : event.keyCode == SWT.ARROW_DOWN ? -1 : 0;
        if (model == null || model.spots().isEmpty() || across == 0 && upwards == 0) {
            return;
        }
        Optional<Spot> now = chosenSpot();
        if ((event.stateMask & SWT.MOD1) != 0) {
            now.filter(spot -> editable).ifPresent(spot -> put(spot, spot.across() + across,
                    spot.upwards() + upwards));
        } else {
            int count = model.spots().size();
            int next = now.map(spot -> model.spots().indexOf(spot) + across - upwards).orElse(0);
            pick(model.spots().get(Math.floorMod(next, count)));
        }
    }

    private void paint(GC gc) {
        Colours colours = Colours.of(getParent());
        gc.setBackground(colours.background());
        gc.fillRectangle(getClientArea());
        if (model == null) {
            return;
        }
        gc.setAntialias(SWT.ON);
        paintGround(gc, colours);
        paintScales(gc, colours);
        model.spots().stream().filter(spot -> spot != dragged || pointer == null)
                .forEach(spot -> paintSpot(gc, colours, spot, bounds(spot)));
        if (pointer != null) {
            target(pointer.x, pointer.y).ifPresent(step -> {
                Rectangle cell = cell(step.x, step.y);
                gc.setForeground(colours.accent());
                gc.setLineWidth(2);
                gc.drawRectangle(cell.x + 1, cell.y + 1, cell.width - 3, cell.height - 3);
                gc.setLineWidth(1);
            });
            Rectangle from = bounds(dragged);
            paintSpot(gc, colours, dragged, new Rectangle(from.x + pointer.x - pressed.x,
                    from.y + pointer.y - pressed.y, from.width, from.height));
        }
    }

    private void paintGround(GC gc, Colours colours) {
        int steps = model.steps();
        for (int across = 1; across <= steps; across++) {
            for (int upwards = 1; upwards <= steps; upwards++) {
                Rectangle cell = cell(across, upwards);
                boolean high = across >= model.highFrom() && upwards >= model.highFrom();
                gc.setBackground(high ? colours.selection() : colours.background());
                gc.fillRectangle(cell);
                gc.setForeground(colours.line());
                gc.drawRectangle(cell);
            }
        }
        Rectangle low = cell(1, 1);
        Rectangle top = cell(steps, steps);
        Rectangle limit = cell(model.highFrom(), model.highFrom());
        int bottom = low.y + low.height;
        int right = top.x + top.width;
        gc.setForeground(colours.faint());
        gc.setLineWidth(2);
        gc.drawLine(limit.x, top.y, limit.x, bottom);
        gc.drawLine(low.x, limit.y + limit.height, right, limit.y + limit.height);
        gc.setLineWidth(1);
        corner(gc, model.corners().get(0), 1, model.highFrom() - 1, model.highFrom());
        corner(gc, model.corners().get(1), model.highFrom(), steps, model.highFrom());
        corner(gc, model.corners().get(2), 1, model.highFrom() - 1, 1);
        corner(gc, model.corners().get(3), model.highFrom(), steps, 1);
    }

    /** At the foot of a quadrant, in the cell with the fewest things. */
    private void corner(GC gc, String text, int from, int to, int row) {
        int best = to;
        for (int across = to; across >= from; across--) {
            best = count(across, row) < count(best, row) ? across : best;
        }
        Rectangle cell = cell(best, row);
        Point size = gc.textExtent(text);
        gc.drawText(text, cell.x + cell.width - size.x - PADDING, cell.y + cell.height - size.y - GAP, true);
    }

    private long count(int across, int upwards) {
        return model.spots().stream().filter(spot -> spot.across() == across && spot.upwards() == upwards).count();
    }

    private void paintScales(GC gc, Colours colours) {
        gc.setForeground(colours.foreground());
        int steps = model.steps();
        for (int step = 1; step <= steps; step++) {
            String text = String.valueOf(step);
            Point size = gc.textExtent(text);
            Rectangle beside = cell(1, step);
            gc.drawText(text, LEFT - PADDING - size.x, beside.y + (beside.height - size.y) / 2, true);
            Rectangle below = cell(step, 1);
            gc.drawText(text, below.x + (below.width - size.x) / 2, below.y + below.height + GAP, true);
        }
        Rectangle low = cell(1, 1);
        Rectangle top = cell(steps, steps);
        gc.setForeground(colours.faint());
        Point title = gc.textExtent(model.acrossTitle());
        gc.drawText(model.acrossTitle(), (low.x + top.x + top.width - title.x) / 2,
                low.y + low.height + GAP + title.y, true);
        Point side = gc.textExtent(model.upwardsTitle());
        Transform turned = new Transform(gc.getDevice());
        turned.translate(MARGIN, (top.y + low.y + low.height + side.x) / 2f);
        turned.rotate(-90);
        gc.setTransform(turned);
        gc.drawText(model.upwardsTitle(), 0, 0, true);
        gc.setTransform(null);
        turned.dispose();
    }

    private void paintSpot(GC gc, Colours colours, Spot spot, Rectangle at) {
        gc.setBackground(colours.header());
        gc.fillRoundRectangle(at.x, at.y, at.width, at.height, CORNER, CORNER);
        gc.setBackground(stripe(colours, spot.tone()));
        gc.fillRectangle(at.x + 1, at.y + GAP, STRIPE, at.height - 2 * GAP);
        boolean now = spot.subject() == chosen;
        gc.setForeground(now ? colours.accent() : colours.line());
        gc.setLineWidth(now && isFocusControl() ? 3 : now ? 2 : 1);
        gc.drawRoundRectangle(at.x, at.y, at.width, at.height, CORNER, CORNER);
        gc.setLineWidth(1);
        gc.setForeground(colours.foreground());
        gc.setClipping(at);
        String text = MatrixChart.fitted(gc, spot.label(), at.width - STRIPE - 2 * PADDING);
        gc.drawText(text, at.x + STRIPE + PADDING, at.y + (at.height - gc.textExtent(text).y) / 2, true);
        gc.setClipping((Rectangle) null);
    }

    private static Color stripe(Colours colours, Tone tone) {
        return switch (tone) {
            case PLAN -> colours.accent();
            case GOOD -> colours.low();
            case WATCH -> colours.high();
            case BAD -> colours.critical();
            case QUIET -> colours.faint();
        };
    }
}
