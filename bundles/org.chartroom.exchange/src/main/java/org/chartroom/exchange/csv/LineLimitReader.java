package org.chartroom.exchange.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Stops at a line that is too long to be one of a table, before it fills the memory. */
final class LineLimitReader extends FilterReader {
    private final int longest;
    private final String file;
    private long line = 1;
    private int length;

    LineLimitReader(Reader in, int longest, String file) {
        super(in);
        this.longest = longest;
        this.file = file;
    }

    /** A line is longer than the limit. */
    static final class LineTooLongException extends IOException {
        private static final long serialVersionUID = 1L;

        LineTooLongException(String message) {
            super(message);
        }
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        if (c >= 0) {
            count((char) c);
        }
        return c;
    }

    @Override
    public int read(char[] buffer, int offset, int count) throws IOException {
        int read = super.read(buffer, offset, count);
        for (int i = offset; i < offset + read; i++) {
            count(buffer[i]);
        }
        return read;
    }

    private void count(char c) throws IOException {
        if (c == '\n' || c == '\r') {
            if (c == '\n') {
                line++;
            }
            length = 0;
        } else if (++length > longest) {
            throw new LineTooLongException(file + ", line " + line + ": the line is longer than " + longest
                    + " characters; this is no table, choose another file.");
        }
    }
}
