package org.chartroom.chart;

/** How a line of a chart is drawn, so that lines can be told apart without their colours. */
public enum LineStyle {
    /** Unbroken. */
    SOLID,
    /** Long pieces. */
    DASHED,
    /** Short pieces. */
    DOTTED,
    /** Long and short pieces in turn. */
    DASH_DOTTED
}
