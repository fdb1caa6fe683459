package org.chartroom.store.internal.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.Path;

import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file system of H2 for files that nobody writes: it reads without a lock. With one, a process could read a file only
 * once at a time.
 */
public final class UnlockedFilePath extends FilePathWrapper {
    private static final String SCHEME = "unlocked";

    static {
        FilePath.register(new UnlockedFilePath());
    }

    /**
     * @param file a file that nobody writes
     * @return the name that H2 reads it by without a lock
     */
    static String nameOf(Path file) {
        return SCHEME + ":" + file;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new ReadingChannel(getBase().open(mode));
    }

    /** Reads at places that H2 names, which two threads can do at once. */
    private static final class ReadingChannel extends FileBaseDefault {
        private final FileChannel channel;

        ReadingChannel(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return channel.read(target, position);
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public int write(ByteBuffer source, long position) {
            throw new NonWritableChannelException();
        }

        @Override
        protected void implTruncate(long size) {
            throw new NonWritableChannelException();
        }

        @Override
        protected void implCloseChannel() throws IOException {
            channel.close();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) {
            return new FileLock(this, position, size, shared) {
                @Override
                public boolean isValid() {
                    return isOpen();
                }

                @Override
                public void release() {
                    // Nothing was locked.
                }
            };
        }
    }
}
