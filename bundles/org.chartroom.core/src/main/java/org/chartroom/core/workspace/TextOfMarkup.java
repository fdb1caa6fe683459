package org.chartroom.core.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;

/** The characters of XML that are in no tag, so that a line is found which a word processor cut into pieces. */
final class TextOfMarkup extends Reader {
    private final InputStream input;
    private long left;
    private boolean inTag;

    /**
     * @param input the XML; closed with this
     * @param most how many bytes are read of it; the rest is left
     */
    TextOfMarkup(InputStream input, long most) {
        this.input = input;
        this.left = most;
    }

    /** @return how many bytes might still be read; 0 when there were more than that */
    long left() {
        return left;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        byte[] bytes = new byte[length];
        int filled = 0;
        while (filled == 0) {
            int count = left <= 0 ? -1 : input.read(bytes, 0, (int) Math.min(length, left));
            if (count < 0) {
                return -1;
            }
            left -= count;
            for (int i = 0; i < count; i++) {
                char character = (char) (bytes[i] & 0xFF);
                if (character == '<') {
                    inTag = true;
                } else if (character == '>') {
                    inTag = false;
                } else if (!inTag) {
                    target[offset + filled++] = character;
                }
            }
        }
        return filled;
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
