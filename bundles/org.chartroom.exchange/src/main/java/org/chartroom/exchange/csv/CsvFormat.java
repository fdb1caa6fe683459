package org.chartroom.exchange.csv;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * How a delimited text file is written.
 *
 * @param delimiter the character between two values: comma, semicolon, tab or bar
 * @param charset the encoding; a byte-order mark is skipped whatever it says
 * @param header whether the first record names the columns
 * @param note what is to be said of the encoding when it is a guess, one sentence
 */
public record CsvFormat(char delimiter, Charset charset, boolean header, Optional<String> note) {
    /**
     * @param delimiter the character between two values: comma, semicolon, tab or bar
     * @param charset the encoding, which is no guess
     * @param header whether the first record names the columns
     */
    public CsvFormat(char delimiter, Charset charset, boolean header) {
        this(delimiter, charset, header, Optional.empty());
    }
}
