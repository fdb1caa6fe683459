package org.chartroom.store.internal;

import java.nio.ByteBuffer;

import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Writes the name of a class where H2 expects one of its types; what is there already is written back as it was. */
final class ForgedType extends BasicDataType<String> {
    @Override
    public String read(ByteBuffer buffer) {
        // The registry of a workspace is one page, so all entries are read at once; keeping none but the forged will do.
        buffer.position(buffer.limit());
        return "org.h2.mvstore.type.LongDataType";
    }

    @Override
    public void write(WriteBuffer buffer, String name) {
        buffer.putVarInt(name.length()).putStringData(name, name.length());
    }

    @Override
    public int getMemory(String name) {
        return name.length();
    }

    @Override
    public String[] createStorage(int size) {
        return new String[size];
    }
}
