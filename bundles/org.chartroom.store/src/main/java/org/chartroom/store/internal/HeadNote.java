package org.chartroom.store.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import org.chartroom.core.workspace.Revision;

/**
 * A note of the newest revision beside the database. When the newest part of the file is damaged, H2 takes an older state
 * for the newest, one that is whole in itself; the note tells. It is written after the commit is on the disk and is not
 * synced itself, so it can be behind the database, never before it. The file is kept open: opening it costs more than
 * writing.
 */
final class HeadNote implements AutoCloseable {
    private final WorkspaceFiles files;
    private FileChannel channel;

    HeadNote(WorkspaceFiles files) {
        this.files = files;
    }

    synchronized void write(Revision head) throws IOException {
        if (channel == null) {
            channel = FileChannel.open(files.head(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        }
        // Every hash has the same length: written over the last one, because cutting the file off first makes the file
        // system hurry it to the disk, which would double what a commit takes.
        ByteBuffer hash = ByteBuffer.wrap(head.hash().getBytes(StandardCharsets.ISO_8859_1));
        while (hash.hasRemaining()) {
            channel.write(hash, hash.position());
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }

    /** @return the hash that was noted; empty when there is no note, or none that can be understood */
    static Optional<String> read(WorkspaceFiles files) throws IOException {
        if (!Files.isRegularFile(files.head())) {
            return Optional.empty();
        }
        String text = new String(Files.readAllBytes(files.head()), StandardCharsets.ISO_8859_1).strip();
        return text.matches("[0-9a-f]{64}") ? Optional.of(text) : Optional.empty();
    }
}
