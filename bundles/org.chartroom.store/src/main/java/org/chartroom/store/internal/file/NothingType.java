package org.chartroom.store.internal.file;

import java.nio.ByteBuffer;

import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** The values of an index: H2 writes none. */
final class NothingType extends BasicDataType<Object> {
    private static final Object NOTHING = new Object();

    @Override
    public Object read(ByteBuffer buffer) {
        return NOTHING;
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
