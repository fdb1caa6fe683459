package org.chartroom.ui.forms;

import org.chartroom.chart.Shade;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;

/**
 * The few colours with a meaning, in a light and a dark variant that fit the background of a control. A colour is never
 * the only sign: each stands beside a word, a number or a place.
 */
public final class Colours {
    private static final int DARK_BELOW = 128;

    private final boolean dark;
    private final Color background;
    private final Color foreground;

    private Colours(Color background, Color foreground) {
        this.background = background;
        this.foreground = foreground;
        RGB rgb = background.getRGB();
        this.dark = (rgb.red * 299 + rgb.green * 587 + rgb.blue * 114) / 1000 < DARK_BELOW;
    }

    /**
     * @param control a control that has the colours of the theme
     * @return the colours that fit it
     */
    public static Colours of(Control control) {
        Color background = control.getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND);
        Color foreground = control.getDisplay().getSystemColor(SWT.COLOR_LIST_FOREGROUND);
        RGB themed = control.getBackground().getRGB();
        boolean themedDark = (themed.red * 299 + themed.green * 587 + themed.blue * 114) / 1000 < DARK_BELOW;
        return themedDark
                ? new Colours(new Color(43, 45, 48), new Color(222, 224, 227))
                : new Colours(background, foreground);
    }

    private Color pick(Shade shade) {
        int rgb = shade.rgb(dark);
        return new Color(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
    }

    /** @return whether the background is dark */
    public boolean isDark() {
        return dark;
    }

    /** @return background of content */
    public Color background() {
        return background;
    }

    /** @return text */
    public Color foreground() {
        return foreground;
    }

    /** @return text that steps back: hints, computed values, axis labels */
    public Color faint() {
        return pick(Shade.FAINT);
    }

    /** @return thin lines between things */
    public Color line() {
        return pick(Shade.LINE);
    }

    /** @return background of headers */
    public Color header() {
        return pick(Shade.HEADER);
    }

    /** @return background of what is selected */
    public Color selection() {
        return pick(Shade.SELECTION);
    }

    /** @return background of the selected cell that has the cursor */
    public Color strongSelection() {
        return pick(Shade.STRONG_SELECTION);
    }

    /** @return what stands out without a judgement: lines of charts, links */
    public Color accent() {
        return pick(Shade.ACCENT);
    }

    /** @return low, good, green */
    public Color low() {
        return pick(Shade.LOW);
    }

    /** @return moderate, watch, yellow */
    public Color moderate() {
        return pick(Shade.MODERATE);
    }

    /** @return high, act, orange */
    public Color high() {
        return pick(Shade.HIGH);
    }

    /** @return critical, act now, red */
    public Color critical() {
        return pick(Shade.CRITICAL);
    }
}
