package org.chartroom.store.internal;

import org.chartroom.core.files.Sha256;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Checksums of rows: the first 128 bits of SHA-256 over a canonical form that does not depend on the order of columns
 * and leaves empty ones out, so that a widened table does not change the checksum of old rows. Not safe for several
 * threads.
 */
final class Checksums {
    private static final int LENGTH = 16;
    private static final int FIRST_SIZE = 1024;
    /** Of UTF-8: what the first of three bytes and each following one begin with, and the bits that one of those holds. */
    private static final int THREE_BYTES = 0xE0;
    private static final int FOLLOWING = 0x80;
    private static final int PART = 6;
    private static final int TWO_PARTS = 12;
    private static final int LOW = 0x3F;

    private final MessageDigest digest = Sha256.digest();
    private byte[] buffer = new byte[FIRST_SIZE];
    private int size;

    /**
     * UTF-8 in which no two texts are the same: an encoder makes a question mark of half a character, which no text that
     * Chartroom writes has, so that one could be put in the place of the other unseen.
     *
     * @return UTF-8; half a character is written as if it were a whole one
     */
    static byte[] utf8(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (!hasHalf(text)) {
            return bytes;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length * 2);
        text.codePoints().forEach(character -> {
            if (isHalf(character)) {
                out.write(THREE_BYTES | character >> TWO_PARTS);
                out.write(FOLLOWING | character >> PART & LOW);
                out.write(FOLLOWING | character & LOW);
            } else {
                out.writeBytes(Character.toString(character).getBytes(StandardCharsets.UTF_8));
            }
        });
        return out.toByteArray();
    }

    /** Quick for the texts that have none of the characters that UTF-16 makes two of. */
    private static boolean hasHalf(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return text.codePoints().anyMatch(Checksums::isHalf);
            }
        }
        return false;
    }

    private static boolean isHalf(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    byte[] of(StoredRow row) {
        size = 0;
        putInt(row.type().id());
        putLong(row.key());
        putString(row.id());
        putLong(row.container());
        putInt(row.containerField());
        putLong(row.position());
        putLong(row.validFrom());
        Object[] cells = row.cells();
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] != null) {
                putInt(row.type().columnId(i));
                putCell(cells[i]);
            }
        }
        return finish();
    }

    byte[] of(LinkRow row) {
        size = 0;
        putLong(row.owner());
        putInt(row.field());
        putLong(row.position());
        putLong(row.validFrom());
        putOptional(row.value());
        putOptional(row.targetId());
        putOptional(row.targetRoot());
        putOptional(row.targetType());
        return finish();
    }

    /** @return checksum of a row of a table that describes the others; so that names can't be exchanged unseen */
    byte[] ofCatalog(String table, Object... cells) {
        size = 0;
        putString(table);
        for (Object cell : cells) {
            putOptional(cell);
        }
        return finish();
    }

    private byte[] finish() {
        digest.update(buffer, 0, size);
        return Arrays.copyOf(digest.digest(), LENGTH);
    }

    private void putOptional(Object cell) {
        putInt(cell == null ? 0 : 1);
        if (cell != null) {
            putCell(cell);
        }
    }

    private void putCell(Object cell) {
        if (cell instanceof String text) {
            putString(text);
        } else if (cell instanceof Integer number) {
            putInt(number);
        } else if (cell instanceof Long number) {
            putLong(number);
        } else if (cell instanceof Boolean truth) {
            putInt(truth ? 1 : 0);
        } else if (cell instanceof Double number) {
            putLong(Double.doubleToLongBits(number));
        } else if (cell instanceof BigDecimal number) {
            // What H2 gives back has no trailing zeros.
            putString(number.signum() == 0 ? "0" : number.stripTrailingZeros().toString());
        } else if (cell instanceof LocalDate day) {
            putLong(day.toEpochDay());
        } else if (cell instanceof Instant time) {
            putLong(time.getEpochSecond());
            putInt(time.getNano());
        } else {
            throw new IllegalArgumentException(cell.getClass().getName());
        }
    }

    private void putString(String text) {
        if (text == null) {
            // No row is written so; a damaged one can be read so.
            putInt(-1);
            return;
        }
        byte[] bytes = utf8(text);
        putInt(bytes.length);
        ensure(bytes.length);
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
    }

    private void putInt(int value) {
        ensure(Integer.BYTES);
        for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            buffer[size++] = (byte) (value >>> shift);
        }
    }

    private void putLong(long value) {
        putInt((int) (value >>> Integer.SIZE));
        putInt((int) value);
    }

    private void ensure(int more) {
        if (size + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
        }
    }
}
