package org.chartroom.store.internal;

/**
 * A value of a data type whose Java class is absent, in its file form. EMF makes it from text by the constructor and gives
 * the text back by {@link #toString}.
 *
 * @param text the value in its file form
 */
public record ForeignText(String text) {
    @Override
    public String toString() {
        return text;
    }
}
