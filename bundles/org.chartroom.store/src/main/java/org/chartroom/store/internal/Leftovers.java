package org.chartroom.store.internal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Removes what a killed process was still making: a database that was to take the place of another, a backup, a file that
 * was written anew with another key. It may hold all content in clear text. To be used by who has the right to write, so
 * that nobody is making any of it now.
 */
final class Leftovers {
    private static final Pattern CONVERSION = Pattern.compile(FileConversion.FOLDER + "\\d+");

    private Leftovers() {
    }

    /** Removes it all; what is a link, or not what Chartroom makes, stays. */
    static void remove(WorkspaceFiles files) throws IOException {
        for (Path file : List.of(files.unfinished(), files.replacement())) {
            Files.deleteIfExists(file);
        }
        if (Files.isDirectory(files.backups())) {
            Files.deleteIfExists(files.unfinishedBackup());
        }
        for (Path folder : List.of(files.folder(), files.control(), files.backups())) {
            if (Files.isDirectory(folder)) {
                Files.deleteIfExists(folder.resolve(FileConversion.PART));
                removeConversions(folder);
            }
        }
    }

    private static void removeConversions(Path folder) throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder,
                path -> CONVERSION.matcher(path.getFileName().toString()).matches()
                        && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))) {
            for (Path conversion : all) {
                FileConversion.remove(conversion);
            }
        }
    }
}
