package org.chartroom.store.internal.file;

import java.nio.ByteBuffer;

import org.h2.mvstore.DataUtils;

/**
 * Values as H2 writes them into rows. Texts and whole numbers are read, what else a workspace has is passed over; a value
 * of a kind that a workspace never has (a Java object, a large object, an array) is refused.
 */
final class StoredValues {
    /** Stands for a value that is there and is not needed: no index holds one of its kind. */
    static final Object PASSED_OVER = new Object();

    private static final int NULL = 0;
    private static final int INTEGER = 4;
    private static final int BIGINT = 5;
    private static final int DOUBLE = 7;
    private static final int DATE = 10;
    private static final int VARBINARY = 12;
    private static final int VARCHAR = 13;
    private static final int CHAR = 21;
    private static final int INT_0 = 32;
    private static final int BIGINT_0 = 48;
    private static final int BIGINT_END = 56;
    private static final int DOUBLE_0 = 60;
    private static final int DOUBLE_1 = 61;
    private static final int BOOLEAN_FALSE = 64;
    private static final int BOOLEAN_TRUE = 65;
    private static final int INT_NEGATIVE = 66;
    private static final int BIGINT_NEGATIVE = 67;
    private static final int VARCHAR_0 = 68;
    private static final int VARBINARY_0 = 100;
    private static final int VARBINARY_END = 132;
    private static final int TIMESTAMP_WITH_ZONE = 135;
    private static final int BINARY = 137;
    private static final int DECFLOAT = 138;
    private static final int BYTE = 255;
    private static final int TWO_BYTES = 0x80;
    private static final int THREE_BYTES = 0xe0;

    private StoredValues() {
    }

    /**
     * @param buffer stands before a value
     * @return null, a Long, a String or {@link #PASSED_OVER}
     * @throws StrangeFileException when the value is of no kind that a workspace has
     */
    static Object read(ByteBuffer buffer) {
        int tag = buffer.get() & BYTE;
        switch (tag) {
            case NULL :
                return null;
            case INTEGER :
                return (long) DataUtils.readVarInt(buffer);
            case INT_NEGATIVE :
                return -(long) DataUtils.readVarInt(buffer);
            case BIGINT :
                return DataUtils.readVarLong(buffer);
            case BIGINT_NEGATIVE :
                return -DataUtils.readVarLong(buffer);
            case VARCHAR, CHAR :
                return DataUtils.readString(buffer, length(buffer, DataUtils.readVarInt(buffer)));
            case BOOLEAN_FALSE, BOOLEAN_TRUE, DOUBLE_0, DOUBLE_1 :
                return PASSED_OVER;
            case DOUBLE, DATE :
                DataUtils.readVarLong(buffer);
                return PASSED_OVER;
            case VARBINARY, BINARY :
                return skip(buffer, DataUtils.readVarInt(buffer));
            case DECFLOAT :
                DataUtils.readVarInt(buffer);
                // A negative length stands for infinities and what is no number.
                return skip(buffer, Math.max(0, DataUtils.readVarInt(buffer)));
            case TIMESTAMP_WITH_ZONE :
                return skipTime(buffer);
            default :
                return readShort(buffer, tag);
        }
    }

    private static Object readShort(ByteBuffer buffer, int tag) {
        if (tag >= INT_0 && tag < BIGINT_0) {
            return (long) tag - INT_0;
        } else if (tag >= BIGINT_0 && tag < BIGINT_END) {
            return (long) tag - BIGINT_0;
        } else if (tag >= VARCHAR_0 && tag < VARBINARY_0) {
            return DataUtils.readString(buffer, length(buffer, tag - VARCHAR_0));
        } else if (tag >= VARBINARY_0 && tag < VARBINARY_END) {
            return skip(buffer, tag - VARBINARY_0);
        }
        throw new StrangeFileException("a value of the kind " + tag);
    }

    private static Object skipTime(ByteBuffer buffer) {
        DataUtils.readVarLong(buffer);
        DataUtils.readVarLong(buffer);
        DataUtils.readVarInt(buffer);
        byte zone = buffer.get();
        if (zone == Byte.MAX_VALUE || zone == Byte.MIN_VALUE) {
            DataUtils.readVarInt(buffer);
        }
        return PASSED_OVER;
    }

    private static Object skip(ByteBuffer buffer, int length) {
        buffer.position(buffer.position() + length(buffer, length));
        return PASSED_OVER;
    }

    /**
     * Passes over a value that nobody asks for: most of the time of a walk through a table went into texts of it.
     *
     * @param buffer stands before a value
     * @throws StrangeFileException when the value is of no kind that a workspace has
     */
    static void pass(ByteBuffer buffer) {
        int tag = buffer.get(buffer.position()) & BYTE;
        if (tag == VARCHAR || tag == CHAR) {
            buffer.get();
            passText(buffer, DataUtils.readVarInt(buffer));
        } else if (tag >= VARCHAR_0 && tag < VARBINARY_0) {
            buffer.get();
            passText(buffer, tag - VARCHAR_0);
        } else {
            read(buffer);
        }
    }

    /** Each character has one to three bytes, and its first says how many. */
    private static void passText(ByteBuffer buffer, int characters) {
        for (int left = length(buffer, characters); left > 0; left--) {
            int first = buffer.get() & BYTE;
            if (first >= THREE_BYTES) {
                buffer.get();
                buffer.get();
            } else if (first >= TWO_BYTES) {
                buffer.get();
            }
        }
    }

    /** A damaged length must not make the program ask for memory that it does not need. */
    private static int length(ByteBuffer buffer, int length) {
        if (length < 0 || length > buffer.remaining()) {
            throw new StrangeFileException("a value of the length " + length);
        }
        return length;
    }
}
