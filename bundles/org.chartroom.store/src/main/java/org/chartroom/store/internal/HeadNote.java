package org.chartroom.store.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Pattern;

import org.chartroom.core.files.PrivateFiles;
import org.chartroom.core.workspace.Revision;

/**
 * A note of the newest revision beside the database. When the newest part of the file is damaged, H2 takes an older state
 * for the newest, one that is whole in itself; the note tells. It is written after the commit is on the disk and is not
 * synced itself, so it can be behind the database, never before it. The file is kept open: opening it costs more than
 * writing.
 */
final class HeadNote implements AutoCloseable {
    /** How the hash of a revision is written. */
    static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int LONGEST = 1024;

    private final WorkspaceFiles files;
    private FileChannel channel;

    HeadNote(WorkspaceFiles files) {
        this.files = files;
    }

    synchronized void write(Revision head) throws IOException {
        if (channel == null) {
            channel = PrivateFiles.open(files.head(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
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

    /**
     * What a note says.
     *
     * @param hash the hash that was noted; empty when there is no note, or none that can be understood
     * @param isDamaged whether there is one that can't be understood
     */
    record Content(Optional<String> hash, boolean isDamaged) {
    }

    /** @return what the note of a workspace says */
    static Content read(WorkspaceFiles files) throws IOException {
        if (!Files.isRegularFile(files.head())) {
            return new Content(Optional.empty(), false);
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(files.head())) {
            bytes = in.readNBytes(LONGEST);
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1).strip();
        // A process that was killed while it wrote the first note leaves an empty one.
        return bytes.length == 0
                ? new Content(Optional.empty(), false)
                : HASH.matcher(text).matches()
                        ? new Content(Optional.of(text), false)
                        : new Content(Optional.empty(), true);
    }
}
