package org.chartroom.store.internal.file;

import java.nio.ByteBuffer;
import java.util.Set;

import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * An entry of H2's registry of types: the name of a class that H2 loads and makes an object of, and what that object reads
 * of its state. Here the name is compared with those that H2 itself writes, and nothing is loaded.
 */
final class RegisteredType extends BasicDataType<String> {
    private static final String ROW = "org.h2.mvstore.db.RowDataType$Factory";
    private static final String VALUE = "org.h2.mvstore.db.ValueDataType$Factory";
    private static final String VERSIONED = "org.h2.mvstore.tx.VersionedValueType$Factory";
    private static final Set<String> WITHOUT_STATE = Set.of("org.h2.mvstore.db.NullValueDataType",
            "org.h2.mvstore.type.LongDataType", "org.h2.mvstore.type.StringDataType",
            "org.h2.mvstore.type.ByteArrayDataType", "org.h2.mvstore.db.LobStorageMap$BlobMeta$Type",
            "org.h2.mvstore.db.LobStorageMap$BlobReference$Type");
    private static final int LONGEST_NAME = 200;
    private static final int MOST_COLUMNS = 10_000;

    @Override
    public String read(ByteBuffer buffer) {
        int length = DataUtils.readVarInt(buffer);
        if (length < 0 || length > Math.min(LONGEST_NAME, buffer.remaining())) {
            throw new StrangeFileException("a type with a name of the length " + length);
        }
        String name = DataUtils.readString(buffer, length);
        switch (name) {
            case ROW :
                DataUtils.readVarInt(buffer);
                skipNumbers(buffer);
                skipNumbers(buffer);
                buffer.get();
                return name;
            case VALUE :
                skipNumbers(buffer);
                DataUtils.readVarInt(buffer);
                skipNumbers(buffer);
                buffer.get();
                return name;
            case VERSIONED :
                return name + " " + read(buffer);
            default :
                if (!WITHOUT_STATE.contains(name)) {
                    throw new StrangeFileException("the type " + name);
                }
                return name;
        }
    }

    private static void skipNumbers(ByteBuffer buffer) {
        int count = DataUtils.readVarInt(buffer) - 1;
        if (count > MOST_COLUMNS) {
            throw new StrangeFileException("a type of " + count + " columns");
        }
        for (int i = 0; i < count; i++) {
            DataUtils.readVarInt(buffer);
        }
    }

    @Override
    public int getMemory(String name) {
        return 0;
    }

    @Override
    public void write(WriteBuffer buffer, String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String[] createStorage(int size) {
        return new String[size];
    }
}
