package org.chartroom.exchange.csv;

import java.nio.charset.Charset;

/**
 * How a delimited text file is written.
 *
 * @param delimiter the character between two values: comma, semicolon, tab or bar
 * @param charset the encoding; a byte-order mark is skipped whatever it says
 * @param header whether the first record names the columns
 */
public record CsvFormat(char delimiter, Charset charset, boolean header) {
}
