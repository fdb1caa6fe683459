package org.chartroom.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;

/** One drawing of a chart that no library knows. */
abstract class Drawing {
    final Graphics2D graphics;
    final int width;
    final int height;
    final ChartStyle style;

    Drawing(Graphics2D graphics, int width, int height, ChartStyle style) {
        this.graphics = graphics;
        this.width = width;
        this.height = height;
        this.style = style;
    }

    /** Draws on an empty ground, in the font of the style. */
    final void draw() {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(style.background());
        graphics.fillRect(0, 0, width, height);
        graphics.setFont(style.font());
        drawContent();
    }

    abstract void drawContent();
}
