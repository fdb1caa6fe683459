package org.chartroom.exchange.importing;

import java.util.Map;

/**
 * A word of a table that is none of the choices of its field, so that somebody has to say what it means.
 *
 * @param column index of its column, from 0
 * @param name name of the column
 * @param word the word
 * @param choices what it may mean, as a mapping says it, each with what users call it
 */
public record UnknownWord(int column, String name, String word, Map<String, String> choices) {
}
