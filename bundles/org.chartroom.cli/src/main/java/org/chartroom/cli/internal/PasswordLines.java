package org.chartroom.cli.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

/** Passwords as lines of UTF-8. They are read byte by byte: what follows is left to others, and no text keeps them. */
final class PasswordLines {
    private static final int MOST_BYTES = 1024;

    private final InputStream in;
    private final String name;

    /**
     * @param in where the lines are
     * @param name what the user calls it
     */
    PasswordLines(InputStream in, String name) {
        this.in = in;
        this.name = name;
    }

    String name() {
        return name;
    }

    /**
     * @return the next line without its end, to be overwritten by the caller; empty when there is none
     * @throws InputException when the line is empty, too long or not UTF-8
     */
    Optional<char[]> next() throws IOException {
        byte[] line = new byte[MOST_BYTES + 1];
        try {
            int length = 0;
            int read = in.read();
            if (read < 0) {
                return Optional.empty();
            }
            while (read >= 0 && read != '\n') {
                if (length > MOST_BYTES) {
                    throw new InputException(NLS.bind(Messages.tooLong, name, MOST_BYTES));
                }
                line[length++] = (byte) read;
                read = in.read();
            }
            if (length > 0 && line[length - 1] == '\r') {
                length--;
            }
            if (length > MOST_BYTES) {
                throw new InputException(NLS.bind(Messages.tooLong, name, MOST_BYTES));
            }
            if (length == 0) {
                throw new InputException(NLS.bind(Messages.empty, name));
            }
            return Optional.of(decoded(ByteBuffer.wrap(line, 0, length)));
        } finally {
            Arrays.fill(line, (byte) 0);
        }
    }

    private char[] decoded(ByteBuffer line) {
        try {
            CharBuffer decoded = StandardCharsets.UTF_8.newDecoder().decode(line);
            char[] password = Arrays.copyOfRange(decoded.array(), decoded.position(), decoded.limit());
            Arrays.fill(decoded.array(), '\0');
            return password;
        } catch (CharacterCodingException e) {
            throw new InputException(NLS.bind(Messages.notUtf8, name), e);
        }
    }
}
