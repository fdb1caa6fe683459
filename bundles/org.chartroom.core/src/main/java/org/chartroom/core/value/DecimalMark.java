package org.chartroom.core.value;

/** What separates the whole part of a number from its fraction. */
public enum DecimalMark {
    /** 1,250.5 */
    POINT('.', ','),
    /** 1.250,5 */
    COMMA(',', '.');

    private final char mark;
    private final char grouping;

    DecimalMark(char mark, char grouping) {
        this.mark = mark;
        this.grouping = grouping;
    }

    /** @return the mark */
    public char mark() {
        return mark;
    }

    /** @return the mark that usually separates thousands beside it */
    public char grouping() {
        return grouping;
    }
}
