package org.chartroom.chart;

/** What a line, bar or point of a chart means; each has a colour in the light and in the dark theme. */
public enum Tone {
    /** What was planned, or what is shown without a judgement. */
    PLAN,
    /** Welcome. */
    GOOD,
    /** Unwelcome. */
    BAD,
    /** To be watched. */
    WATCH,
    /** Beside the matter: remainders, limits. */
    QUIET
}
