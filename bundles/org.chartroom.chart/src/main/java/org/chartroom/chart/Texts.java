package org.chartroom.chart;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;

/** Texts as charts place them that no library draws. */
final class Texts {
    private Texts() {
    }

    /** The text, shortened until it fits. */
    static String fitted(FontMetrics metrics, String text, int width) {
        String fit = text;
        while (fit.length() > 2 && metrics.stringWidth(fit) > width) {
            fit = fit.substring(0, fit.length() - 2) + "\u2026";
        }
        return fit;
    }

    /** Writes a text around a point. */
    static void centred(Graphics2D graphics, String text, int x, int y) {
        FontMetrics metrics = graphics.getFontMetrics();
        graphics.drawString(text, x - metrics.stringWidth(text) / 2,
                y + (metrics.getAscent() - metrics.getDescent()) / 2);
    }

    /** Writes a text from the bottom to the top, around a height. */
    static void upwards(Graphics2D graphics, String text, int x, int middle) {
        FontMetrics metrics = graphics.getFontMetrics();
        AffineTransform before = graphics.getTransform();
        graphics.translate(x + metrics.getAscent(), middle + metrics.stringWidth(text) / 2.0);
        graphics.rotate(-Math.PI / 2);
        graphics.drawString(text, 0, 0);
        graphics.setTransform(before);
    }
}
