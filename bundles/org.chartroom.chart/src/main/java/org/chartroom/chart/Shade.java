package org.chartroom.chart;

/** The few colours with a meaning, each for a light and for a dark background; editors and charts share them. */
public enum Shade {
    /** Text that steps back: hints, computed values, labels of axes. */
    FAINT(0x5F6670, 0xA9B0B8),
    /** Thin lines between things. */
    LINE(0xDDE1E6, 0x45494F),
    /** Background of headers and of things that lie on a map. */
    HEADER(0xF1F3F6, 0x36393E),
    /** Background of what is selected or stands out as a whole. */
    SELECTION(0xD6E6FA, 0x2F4A6B),
    /** Background of the selected cell that has the cursor. */
    STRONG_SELECTION(0xB3D1F5, 0x3C6293),
    /** What stands out without a judgement: lines of charts, links. */
    ACCENT(0x1F6FB8, 0x6DB3F2),
    /** Low, good, green. */
    LOW(0xBFE3C4, 0x2F6B3C),
    /** Moderate, watch, yellow. */
    MODERATE(0xFBE7A1, 0x7A6415),
    /** High, act, orange. */
    HIGH(0xF9C28B, 0x8F4F16),
    /** Critical, act now, red. */
    CRITICAL(0xF2A3A0, 0x8E2F2E);

    private final int light;
    private final int dark;

    Shade(int light, int dark) {
        this.light = light;
        this.dark = dark;
    }

    /**
     * @param onDark whether the background is dark
     * @return red, green and blue, a byte each
     */
    public int rgb(boolean onDark) {
        return onDark ? dark : light;
    }
}
