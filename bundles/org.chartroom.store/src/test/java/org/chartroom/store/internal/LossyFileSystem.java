package org.chartroom.store.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file system of H2 as a disk with a cache: what was not synced may be lost, in part and in any order, when the power
 * goes. It also fails on demand. It is for one file at a time.
 */
public final class LossyFileSystem extends FilePathWrapper {
    static final String SCHEME = "lossy";
    private static final int SECTOR = 512;
    private static final Object LOCK = new Object();

    private static byte[] durable;
    private static final List<Write> PENDING = new ArrayList<>();
    private static Consumer<byte[]> powerLoss;
    private static Random random;
    private static long calls;
    private static long failAt;
    private static Trouble trouble;
    private static long writes;
    private static long troubleFrom;

    /** What becomes of writes while a disk can't be written. */
    enum Trouble {
        /** There is no room. */
        FULL("No space left on device"),
        /** There is room for a part. */
        FULL_AFTER_A_PART("No space left on device"),
        /** The disk fails, and does not sync either. */
        BROKEN("Input/output error");

        private final String message;

        Trouble(String message) {
            this.message = message;
        }
    }

    /** A write that was not synced; without bytes it is a truncation. */
    private record Write(long position, byte[] bytes) {
    }

    /** From now on databases are opened on such a disk. */
    static void use() {
        FilePath.register(new LossyFileSystem());
        Database.useFileSystem(SCHEME);
    }

    /** From now on databases are opened on a sound disk. */
    static void remove() {
        Database.useFileSystem("file");
        FilePath.unregister(FilePath.get(SCHEME + ":x"));
    }

    /** Takes the file as it is on the disk now and loses nothing until told to. */
    static void begin(byte[] content) {
        synchronized (LOCK) {
            durable = content.clone();
            PENDING.clear();
            powerLoss = null;
            calls = 0;
            failAt = 0;
            troubleFrom = 0;
        }
    }

    /** Makes a write fail, and all after it: the given one from now, counted from 1. */
    static void failFrom(long write, Trouble kind) {
        synchronized (LOCK) {
            writes = 0;
            trouble = kind;
            troubleFrom = write;
        }
    }

    /** Lets writes through again. @return whether one failed */
    static boolean endTrouble() {
        synchronized (LOCK) {
            boolean hasFailed = writes >= troubleFrom;
            troubleFrom = 0;
            return hasFailed;
        }
    }

    private static boolean isInTrouble() {
        return troubleFrom > 0 && writes >= troubleFrom;
    }

    /** At each write the power could go: the file is handed over as it would be then, by chance, twice. */
    static void losePower(Random chance, Consumer<byte[]> taker) {
        synchronized (LOCK) {
            random = chance;
            powerLoss = taker;
        }
    }

    /** Makes one call fail: the given one from now, counted from 1. */
    static void failAt(long call) {
        synchronized (LOCK) {
            calls = 0;
            failAt = call;
        }
    }

    /** @return whether the call that was to fail was made */
    static boolean hasFailed() {
        synchronized (LOCK) {
            return failAt > 0 && calls >= failAt;
        }
    }

    private static void called() throws IOException {
        if (failAt > 0 && ++calls == failAt) {
            throw new IOException("injected failure of call " + calls);
        }
    }

    private static void wrote(Write write) {
        PENDING.add(write);
        for (int i = 0; powerLoss != null && i < 2; i++) {
            powerLoss.accept(image());
        }
    }

    /** What is on the disk when the power goes now: synced writes, and any of the others, some of them in part. */
    private static byte[] image() {
        List<Write> survivors = new ArrayList<>();
        int likelihood = random.nextInt(101);
        for (Write write : PENDING) {
            if (random.nextInt(100) < likelihood) {
                boolean torn = write.bytes != null && write.bytes.length > SECTOR && random.nextInt(4) == 0;
                int sectors = torn ? random.nextInt(write.bytes.length / SECTOR) * SECTOR : 0;
                survivors.add(torn ? new Write(write.position, Arrays.copyOf(write.bytes, sectors)) : write);
            }
        }
        Collections.shuffle(survivors, random);
        byte[] image = durable;
        for (Write write : survivors) {
            image = apply(image, write);
        }
        return image.clone();
    }

    private static byte[] apply(byte[] content, Write write) {
        if (write.bytes == null) {
            return content.length > write.position ? Arrays.copyOf(content, (int) write.position) : content;
        }
        int end = (int) write.position + write.bytes.length;
        byte[] result = content.length < end ? Arrays.copyOf(content, end) : content.clone();
        System.arraycopy(write.bytes, 0, result, (int) write.position, write.bytes.length);
        return result;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new LossyChannel(getBase().open(mode));
    }

    @Override
    public FilePath unwrap() {
        return super.unwrap();
    }

    private static final class LossyChannel extends FileBase {
        private final FileChannel channel;

        LossyChannel(FileChannel channel) {
            this.channel = channel;
        }

        private static byte[] remaining(ByteBuffer source) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ByteBuffer copy = source.duplicate();
            while (copy.hasRemaining()) {
                bytes.write(copy.get());
            }
            return bytes.toByteArray();
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            synchronized (LOCK) {
                called();
                byte[] bytes = remaining(source);
                writes++;
                if (isInTrouble()) {
                    if (trouble == Trouble.FULL_AFTER_A_PART) {
                        byte[] part = Arrays.copyOf(bytes, bytes.length / 2);
                        wrote(new Write(position, Arrays.copyOf(part, channel.write(ByteBuffer.wrap(part), position))));
                    }
                    throw new IOException(trouble.message);
                }
                int written = channel.write(source, position);
                wrote(new Write(position, Arrays.copyOf(bytes, written)));
                return written;
            }
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            int written = write(source, channel.position());
            channel.position(channel.position() + written);
            return written;
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            synchronized (LOCK) {
                called();
                channel.truncate(size);
                wrote(new Write(size, null));
                return this;
            }
        }

        @Override
        public void force(boolean metaData) throws IOException {
            synchronized (LOCK) {
                called();
                if (isInTrouble() && trouble == Trouble.BROKEN) {
                    throw new IOException(trouble.message);
                }
                channel.force(metaData);
                for (Write write : PENDING) {
                    durable = apply(durable, write);
                }
                PENDING.clear();
            }
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            synchronized (LOCK) {
                called();
                return channel.read(target, position);
            }
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            return channel.read(target);
        }

        @Override
        public long position() throws IOException {
            return channel.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            channel.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return channel.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            channel.close();
        }
    }
}
