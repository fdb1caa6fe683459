package org.chartroom.store.internal.file;

import java.nio.ByteBuffer;

import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Stands for values that are not to be there: reading one is refused, so a map that has any can't be passed. */
final class OpaqueType extends BasicDataType<Object> {
    private final String map;

    /** @param map name of the map that is to be empty */
    OpaqueType(String map) {
        this.map = map;
    }

    @Override
    public Object read(ByteBuffer buffer) {
        throw new StrangeFileException("entries of " + map);
    }

    @Override
    public int getMemory(Object value) {
        return 0;
    }

    @Override
    public void write(WriteBuffer buffer, Object value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Object[] createStorage(int size) {
        return new Object[size];
    }
}
