package org.chartroom.store.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import org.chartroom.core.workspace.Revision;

/**
 * A note of the newest revision beside the database. When the newest part of the file is damaged, H2 takes an older state
 * for the newest, one that is whole in itself; the note tells. It is written after the commit is on the disk and is not
 * synced itself, so it can be behind the database, never before it.
 */
final class HeadNote {
    private HeadNote() {
    }

    static void write(WorkspaceFiles files, Revision head) throws IOException {
        // Every hash has the same length: written over the last one, because cutting the file off first makes the file
        // system hurry it to the disk, which would double what a commit takes.
        Files.write(files.head(), head.hash().getBytes(StandardCharsets.ISO_8859_1), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
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
