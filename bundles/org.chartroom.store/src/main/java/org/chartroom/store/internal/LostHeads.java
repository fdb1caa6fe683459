package org.chartroom.store.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Hashes of revisions that were the newest ones and are not in the database any more: an older copy took its place, or its
 * newest part is damaged. The next commit writes over the note of the newest revision, so they are kept beside it, until a
 * backup is restored or somebody who knows why deletes the file.
 */
final class LostHeads {
    private LostHeads() {
    }

    static List<String> read(WorkspaceFiles files) throws IOException {
        return OwnFiles.isFile(files.lostHeads())
                ? Files.readString(files.lostHeads(), StandardCharsets.ISO_8859_1).lines()
                        .filter(line -> HeadNote.HASH.matcher(line).matches()).distinct().toList()
                : List.of();
    }

    static void add(WorkspaceFiles files, String hash) throws IOException {
        if (!read(files).contains(hash)) {
            Files.writeString(files.lostHeads(), hash + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    /** What was restored is what is wanted. */
    static void forget(WorkspaceFiles files) throws IOException {
        Files.deleteIfExists(files.lostHeads());
    }
}
