package org.chartroom.exchange.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.apache.commons.io.ByteOrderMark;
import org.apache.commons.io.input.BOMInputStream;
import org.eclipse.osgi.util.NLS;

/**
 * Finds the encoding of a text file by decoding all of it: a file may be plain for a long while before its first letter
 * with an accent. What an encoding can't decode is never replaced.
 */
final class TextEncoding {
    /** What Windows and older programs write in Western Europe and America. */
    static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    /** The longer ones first, which begin like the shorter ones. */
    private static final ByteOrderMark[] MARKS = {ByteOrderMark.UTF_32LE, ByteOrderMark.UTF_32BE, ByteOrderMark.UTF_8,
            ByteOrderMark.UTF_16LE, ByteOrderMark.UTF_16BE};
    private static final int BUFFER = 64 * 1024;

    private TextEncoding() {
    }

    /**
     * @param sample how a file begins
     * @return what its mark says; empty when it has none, or that of UTF-8
     */
    static Optional<Charset> marked(byte[] sample) {
        return Arrays.stream(MARKS)
                .filter(mark -> mark != ByteOrderMark.UTF_8 && sample.length >= mark.length()
                        && Arrays.equals(mark.getBytes(), Arrays.copyOf(sample, mark.length())))
                .map(mark -> Charset.forName(mark.getCharsetName())).findFirst();
    }

    /**
     * @param file a file, for messages
     * @param sample how it begins
     * @param said the encoding that somebody says
     * @return that with the order of bytes that the mark says, where the order is left open
     * @throws ImportException when the order is left open, there is no mark, and the bytes are in the other order
     */
    static Charset said(Path file, byte[] sample, Charset said) {
        boolean isOpen = said.equals(StandardCharsets.UTF_16) || said.name().equals("UTF-32");
        if (!isOpen) {
            return said;
        }
        Optional<Charset> marked = marked(sample).filter(one -> one.name().startsWith(said.name()));
        if (marked.isEmpty()) {
            wide(sample).filter(found -> !found.name().endsWith("BE")).ifPresent(found -> {
                throw new ImportException(NLS.bind(Messages.wideWithoutMark, file.getFileName(), found.name()));
            });
        }
        return marked.orElse(said);
    }

    /**
     * @param sample how a file begins
     * @return the encoding of two or four bytes for each character that its zeros look like
     */
    static Optional<Charset> wide(byte[] sample) {
        int[] zeros = new int[4];
        for (int i = 0; i < sample.length; i++) {
            zeros[i % zeros.length] += sample[i] == 0 ? 1 : 0;
        }
        int quarter = sample.length / zeros.length;
        boolean[] isZero = new boolean[zeros.length];
        for (int i = 0; i < zeros.length; i++) {
            isZero[i] = quarter > 0 && zeros[i] * 2 > quarter;
        }
        if (isZero[0] && isZero[1] && isZero[2]) {
            return Optional.of(UTF_32BE);
        }
        if (isZero[1] && isZero[2] && isZero[3]) {
            return Optional.of(UTF_32LE);
        }
        return isZero[1] && isZero[3] && !isZero[0] && !isZero[2]
                ? Optional.of(StandardCharsets.UTF_16LE)
                : isZero[0] && isZero[2] && !isZero[1] && !isZero[3]
                        ? Optional.of(StandardCharsets.UTF_16BE)
                        : Optional.empty();
    }

    /** What decoding a file has shown: the line of the first bytes that can't be decoded, or 0; whether letters beyond ASCII could. */
    private record Trial(long malformedLine, boolean beyondAscii) {
    }

    /**
     * @param file a text file without a mark of UTF-16
     * @return UTF-8 when the whole file is, else Windows-1252
     * @throws ImportException when it is neither, or partly the one and partly the other; the message names the line
     */
    static Charset of(Path file) throws IOException {
        Trial utf8 = decode(file, StandardCharsets.UTF_8);
        if (utf8.malformedLine == 0) {
            return StandardCharsets.UTF_8;
        }
        Trial windows = decode(file, WINDOWS);
        if (utf8.beyondAscii || windows.malformedLine > 0) {
            long line = windows.malformedLine > 0 ? windows.malformedLine : utf8.malformedLine;
            throw new ImportException(NLS.bind(utf8.beyondAscii ? Messages.mixedEncoding : Messages.unknownEncoding,
                    file.getFileName(), line));
        }
        return WINDOWS;
    }

    /** @return a reader that stops with a {@link java.nio.charset.CharacterCodingException} where bytes can't be decoded */
    static Reader reader(Path file, Charset charset) throws IOException {
        return new InputStreamReader(open(file), charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** @return the refusal of a file that can't be decoded as it is said to be written */
    static ImportException malformed(Path file, Charset charset, Exception cause) throws IOException {
        return new ImportException(NLS.bind(Messages.otherEncoding, new Object[]{file.getFileName(),
                decode(file, charset).malformedLine, charset.displayName()}), cause);
    }

    private static InputStream open(Path file) throws IOException {
        return BOMInputStream.builder().setInputStream(Files.newInputStream(file)).setByteOrderMarks(MARKS).get();
    }

    private static Trial decode(Path file, Charset charset) throws IOException {
        CharsetDecoder decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        byte[] bytes = new byte[BUFFER];
        CharBuffer chars = CharBuffer.allocate(BUFFER);
        long line = 1;
        long malformed = 0;
        boolean beyondAscii = false;
        try (InputStream input = open(file)) {
            int kept = 0;
            boolean end = false;
            while (!end) {
                int read = input.readNBytes(bytes, kept, BUFFER - kept);
                end = read < BUFFER - kept;
                ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, kept + read);
                CoderResult result = CoderResult.OVERFLOW;
                while (!result.isUnderflow()) {
                    result = decoder.decode(buffer, chars, end);
                    chars.flip();
                    while (chars.hasRemaining()) {
                        char c = chars.get();
                        line += c == '\n' ? 1 : 0;
                        beyondAscii |= c > '~';
                    }
                    chars.clear();
                    if (result.isError()) {
                        malformed = malformed == 0 ? line : malformed;
                        buffer.position(buffer.position() + result.length());
                    }
                }
                buffer.compact();
                kept = buffer.position();
            }
        }
        return new Trial(malformed, beyondAscii);
    }
}
