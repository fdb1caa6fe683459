package org.chartroom.store.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

import org.chartroom.store.internal.file.FileKey;

/**
 * Encrypted files of any length: a mark, eight random bytes, then parts of 64 KiB, each sealed by AES-256-GCM under those
 * bytes and its number. The last part is marked, so that a file that was cut off is noticed, and so are parts that were
 * exchanged.
 */
final class SealedFiles {
    private static final byte[] MARK = "CRSEAL1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int PART = 1 << 16;
    private static final int TAG = 16;
    private static final int PREFIX = 8;
    private static final int NONCE = 12;

    private SealedFiles() {
    }

    /** A sealed file was altered, cut off, or sealed with another key. */
    static final class DamagedException extends IOException {
        private static final long serialVersionUID = 1L;

        DamagedException(String message, Exception cause) {
            super(message, cause);
        }
    }

    /** @return whether a file begins as sealed ones do */
    static boolean isSealed(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(MARK.length), MARK);
        }
    }

    /** @return a stream that encrypts what is written to it */
    static OutputStream sealing(OutputStream out, SecretKey key) throws IOException {
        byte[] prefix = new byte[PREFIX];
        new SecureRandom().nextBytes(prefix);
        out.write(MARK);
        out.write(prefix);
        return new Sealing(out, key, prefix);
    }

    /**
     * @return a stream of what was sealed
     * @throws IOException when it was not sealed, or is damaged; also while it is read
     */
    static InputStream opening(InputStream in, FileKey key) throws IOException {
        byte[] mark = in.readNBytes(MARK.length);
        byte[] prefix = in.readNBytes(PREFIX);
        if (!Arrays.equals(mark, MARK) || prefix.length != PREFIX || key.isNone()) {
            in.close();
            throw new DamagedException("The file is not encrypted with the key of the workspace.", null);
        }
        return new Opening(in, key.evidenceKey(), prefix);
    }

    private static byte[] part(int mode, SecretKey key, byte[] prefix, int number, boolean isLast, byte[] content,
            int length) throws IOException {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE,
                    ByteBuffer.allocate(NONCE).put(prefix).putInt(number).array()));
            cipher.updateAAD(new byte[]{(byte) (isLast ? 1 : 0)});
            return cipher.doFinal(content, 0, length);
        } catch (GeneralSecurityException e) {
            throw new DamagedException("The file is damaged, or encrypted with another key.", e);
        }
    }

    private static final class Sealing extends OutputStream {
        private final OutputStream out;
        private final SecretKey key;
        private final byte[] prefix;
        private final byte[] buffer = new byte[PART];
        private int filled;
        private int number;
        private boolean closed;

        private Sealing(OutputStream out, SecretKey key, byte[] prefix) {
            this.out = out;
            this.key = key;
            this.prefix = prefix;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[]{(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int done = 0;
            while (done < length) {
                if (filled == PART) {
                    writePart(false);
                }
                int step = Math.min(length - done, PART - filled);
                System.arraycopy(bytes, offset + done, buffer, filled, step);
                filled += step;
                done += step;
            }
        }

        private void writePart(boolean isLast) throws IOException {
            out.write(part(Cipher.ENCRYPT_MODE, key, prefix, number++, isLast, buffer, filled));
            filled = 0;
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                try (OutputStream last = out) {
                    writePart(true);
                    last.flush();
                }
            }
        }
    }

    private static final class Opening extends InputStream {
        private final InputStream in;
        private final SecretKey key;
        private final byte[] prefix;
        private byte[] next;
        private byte[] content = new byte[0];
        private int read;
        private int number;
        private boolean isLast;

        private Opening(InputStream in, SecretKey key, byte[] prefix) throws IOException {
            this.in = in;
            this.key = key;
            this.prefix = prefix;
            this.next = in.readNBytes(PART + TAG);
        }

        private boolean isAtEnd() throws IOException {
            while (read == content.length) {
                if (isLast) {
                    return true;
                }
                byte[] sealed = next;
                next = in.readNBytes(PART + TAG);
                isLast = next.length == 0;
                if (sealed.length < TAG) {
                    throw new DamagedException("The file is cut off.", null);
                }
                content = part(Cipher.DECRYPT_MODE, key, prefix, number++, isLast, sealed, sealed.length);
                read = 0;
            }
            return false;
        }

        @Override
        public int read() throws IOException {
            return isAtEnd() ? -1 : content[read++] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (isAtEnd()) {
                return -1;
            }
            int step = Math.min(length, content.length - read);
            System.arraycopy(content, read, bytes, offset, step);
            read += step;
            return step;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
