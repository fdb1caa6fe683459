package org.chartroom.store.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

import org.chartroom.core.files.PrivateFiles;

/**
 * Keeps commits and the taking of snapshots apart, in this process and in others: whoever copies the database while the
 * gate is closed copies a committed state.
 */
final class CommitGate implements AutoCloseable {
    private static final Map<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

    private final ReentrantLock lock;
    private final FileChannel channel;
    private final boolean shared;

    private CommitGate(ReentrantLock lock, FileChannel channel, boolean shared) {
        this.lock = lock;
        this.channel = channel;
        this.shared = shared;
    }

    private static ReentrantLock lock(WorkspaceFiles files) throws IOException {
        return LOCKS.computeIfAbsent(files.folder().toRealPath(), folder -> new ReentrantLock());
    }

    /** @return the gate for the process that writes */
    static CommitGate forWriting(WorkspaceFiles files) throws IOException {
        return new CommitGate(lock(files),
                PrivateFiles.open(files.gate(), StandardOpenOption.CREATE, StandardOpenOption.WRITE), false);
    }

    /** @return the gate for one that only reads; without a file for it nobody ever wrote, and there is none to wait for */
    static CommitGate forReading(WorkspaceFiles files) throws IOException {
        FileChannel channel = Files.exists(files.gate())
                ? FileChannel.open(files.gate(), StandardOpenOption.READ)
                : null;
        return new CommitGate(lock(files), channel, true);
    }

    /** What is done while the gate is held. */
    @FunctionalInterface
    interface Passage<R, E extends Exception> {
        /** @return the result */
        R run() throws E, IOException;
    }

    /** Waits until nobody else is inside, and runs. */
    <R, E extends Exception> R pass(Passage<R, E> passage) throws E, IOException {
        lock.lock();
        try (FileLock held = channel == null ? null : channel.lock(0, Long.MAX_VALUE, shared)) {
            return passage.run();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            if (channel != null) {
                channel.close();
            }
        } finally {
            lock.unlock();
        }
    }
}
