package org.chartroom.chart;

import java.awt.BasicStroke;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.List;

/**
 * Things placed by two scales of steps, in four quadrants, for example stakeholders by their power and interest.
 *
 * @param spots the things
 * @param steps number of steps of both scales
 * @param highFrom the first step that counts as high
 * @param acrossTitle title of the horizontal scale
 * @param upwardsTitle title of the vertical scale
 * @param corners names of the quadrants: top left, top right, bottom left, bottom right
 */
public record Placement(List<Spot> spots, int steps, int highFrom, String acrossTitle, String upwardsTitle,
        List<String> corners) implements Chart {
    private static final int LEFT = 54;
    private static final int BOTTOM = 46;
    private static final int MARGIN = 8;
    private static final int GAP = 3;
    private static final int PADDING = 5;
    private static final int CORNER = 6;
    private static final int STRIPE = 4;
    private static final int DOCUMENT_HEIGHT = 460;

    /**
     * A thing on the map.
     *
     * @param label what stands on it
     * @param across its step on the horizontal scale, from 1
     * @param upwards its step on the vertical scale, from 1
     * @param explanation the whole story, for a tooltip
     * @param tone what it means
     * @param subject what it stands for; the same before and after a move
     */
    public record Spot(String label, int across, int upwards, String explanation, Tone tone, Object subject) {
    }

    /** Keeps its own copies of the lists. */
    public Placement {
        spots = List.copyOf(spots);
        corners = List.copyOf(corners);
    }

    @Override
    public int documentHeight() {
        return DOCUMENT_HEIGHT;
    }

    /**
     * @param across a step on the horizontal scale
     * @param upwards a step on the vertical scale
     * @param width width of the chart, in pixels at 100 %
     * @param height its height
     * @return where things with these steps are, relative to the top left corner
     */
    public Rectangle cell(int across, int upwards, int width, int height) {
        int wide = Math.max(1, (width - LEFT - MARGIN) / steps);
        int high = Math.max(1, (height - BOTTOM - MARGIN) / steps);
        return new Rectangle(LEFT + (across - 1) * wide, MARGIN + (steps - upwards) * high, wide, high);
    }

    /**
     * @param spot one of the things
     * @param width width of the chart, in pixels at 100 %
     * @param height its height
     * @param style colours and fonts of the drawing
     * @return where it is, relative to the top left corner
     */
    public Rectangle bounds(Spot spot, int width, int height, ChartStyle style) {
        List<Spot> together = spots.stream()
                .filter(other -> other.across() == spot.across() && other.upwards() == spot.upwards()).toList();
        Rectangle cell = cell(spot.across(), spot.upwards(), width, height);
        int high = style.lineHeight() + 2 * GAP;
        int index = together.indexOf(spot);
        // What does not fit below each other stands side by side.
        int below = Math.max(1, (cell.height - PADDING) / (high + GAP));
        int columns = (together.size() + below - 1) / below;
        int wide = Math.max(1, (cell.width - 2 * PADDING + GAP) / columns);
        return new Rectangle(cell.x + PADDING + index / below * wide, cell.y + PADDING + index % below * (high + GAP),
                Math.max(1, wide - GAP), high);
    }

    @Override
    public void draw(Graphics2D graphics, int width, int height, ChartStyle style) {
        new PlacementDrawing(graphics, width, height, style).draw();
    }

    /** One drawing of the map. */
    private final class PlacementDrawing extends Drawing {
        PlacementDrawing(Graphics2D graphics, int width, int height, ChartStyle style) {
            super(graphics, width, height, style);
        }

        @Override
        void drawContent() {
            drawGround();
            drawCorners();
            drawScales();
            spots.forEach(spot -> drawSpot(spot, bounds(spot, width, height, style)));
        }

        private void drawGround() {
            for (int across = 1; across <= steps; across++) {
                for (int upwards = 1; upwards <= steps; upwards++) {
                    Rectangle cell = cell(across, upwards, width, height);
                    boolean high = across >= highFrom && upwards >= highFrom;
                    graphics.setColor(high ? style.shade(Shade.SELECTION) : style.background());
                    graphics.fill(cell);
                    graphics.setColor(style.line());
                    graphics.draw(cell);
                }
            }
            Rectangle low = cell(1, 1, width, height);
            Rectangle top = cell(steps, steps, width, height);
            Rectangle limit = cell(highFrom, highFrom, width, height);
            graphics.setColor(style.faint());
            graphics.setStroke(new BasicStroke(2));
            graphics.drawLine(limit.x, top.y, limit.x, low.y + low.height);
            graphics.drawLine(low.x, limit.y + limit.height, top.x + top.width, limit.y + limit.height);
            graphics.setStroke(new BasicStroke(1));
        }

        private void drawCorners() {
            drawCorner(corners.get(0), 1, highFrom - 1, highFrom);
            drawCorner(corners.get(1), highFrom, steps, highFrom);
            drawCorner(corners.get(2), 1, highFrom - 1, 1);
            drawCorner(corners.get(3), highFrom, steps, 1);
        }

        /** At the foot of a quadrant, in the cell with the fewest things. */
        private void drawCorner(String text, int from, int to, int row) {
            int best = to;
            for (int across = to; across >= from; across--) {
                best = count(across, row) < count(best, row) ? across : best;
            }
            Rectangle cell = cell(best, row, width, height);
            FontMetrics metrics = graphics.getFontMetrics();
            graphics.drawString(text, cell.x + cell.width - metrics.stringWidth(text) - PADDING,
                    cell.y + cell.height - GAP - metrics.getDescent());
        }

        private long count(int across, int upwards) {
            return spots.stream().filter(spot -> spot.across() == across && spot.upwards() == upwards).count();
        }

        private void drawScales() {
            graphics.setColor(style.foreground());
            FontMetrics metrics = graphics.getFontMetrics();
            for (int step = 1; step <= steps; step++) {
                String text = String.valueOf(step);
                Rectangle beside = cell(1, step, width, height);
                graphics.drawString(text, LEFT - PADDING - metrics.stringWidth(text),
                        beside.y + (beside.height + metrics.getAscent() - metrics.getDescent()) / 2);
                Rectangle below = cell(step, 1, width, height);
                graphics.drawString(text, below.x + (below.width - metrics.stringWidth(text)) / 2,
                        below.y + below.height + GAP + metrics.getAscent());
            }
            Rectangle low = cell(1, 1, width, height);
            Rectangle top = cell(steps, steps, width, height);
            graphics.setColor(style.faint());
            graphics.drawString(acrossTitle, (low.x + top.x + top.width - metrics.stringWidth(acrossTitle)) / 2,
                    low.y + low.height + GAP + metrics.getHeight() + metrics.getAscent());
            Texts.upwards(graphics, upwardsTitle, MARGIN, (top.y + low.y + low.height) / 2);
        }

        private void drawSpot(Spot spot, Rectangle at) {
            graphics.setColor(style.shade(Shade.HEADER));
            graphics.fillRoundRect(at.x, at.y, at.width, at.height, CORNER, CORNER);
            graphics.setColor(style.shade(stripe(spot.tone())));
            graphics.fillRect(at.x + 1, at.y + GAP, STRIPE, at.height - 2 * GAP);
            graphics.setColor(style.line());
            graphics.drawRoundRect(at.x, at.y, at.width, at.height, CORNER, CORNER);
            graphics.setColor(style.foreground());
            FontMetrics metrics = graphics.getFontMetrics();
            graphics.drawString(Texts.fitted(metrics, spot.label(), at.width - STRIPE - 2 * PADDING),
                    at.x + STRIPE + PADDING, at.y + (at.height + metrics.getAscent() - metrics.getDescent()) / 2);
        }

        private Shade stripe(Tone tone) {
            return switch (tone) {
                case PLAN -> Shade.ACCENT;
                case GOOD -> Shade.LOW;
                case WATCH -> Shade.HIGH;
                case BAD -> Shade.CRITICAL;
                case QUIET -> Shade.FAINT;
            };
        }
    }
}
