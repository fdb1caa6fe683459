package org.chartroom.store.internal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.WorkspaceException.Kind;
import org.eclipse.osgi.util.NLS;

/**
 * Sees to it that what a workspace keeps lies in its own folder. Who hands a workspace on can put a link, a pipe or a folder
 * where Chartroom keeps a file: it would write to what the link names, or wait for the pipe without end. The folder of the
 * workspace itself may be a link, because its user made that.
 */
final class OwnFiles {
    private OwnFiles() {
    }

    /**
     * Looks at all that is used without being asked for. Stored evidence is looked at when it is used: there may be much.
     *
     * @throws WorkspaceException of kind DAMAGED when something is not what Chartroom makes
     */
    static void check(WorkspaceFiles files) throws IOException {
        for (Path folder : List.of(files.control(), files.backups(), files.evidence(), files.evidenceOfBackups())) {
            checkFolder(folder);
        }
        for (Path file : List.of(files.database(), files.keyFile(), files.lock(), files.gate(), files.head(),
                files.protecting(), files.unfinished(), files.replacement(), files.copiedEvidence(),
                files.unfinishedBackup())) {
            checkFile(file);
        }
        checkNoLinks(files.control());
        checkDatabases(files.folder());
        checkDatabases(files.backups());
    }

    /** A file in its place leads nowhere: then there is no backup, say, and that is told. */
    private static void checkFolder(Path folder) throws IOException {
        Optional<BasicFileAttributes> seen = attributes(folder);
        if (seen.isPresent() && !seen.get().isDirectory() && !seen.get().isRegularFile()) {
            throw strange(folder, seen.get(), Messages.ownFolder);
        }
    }

    /** @throws WorkspaceException when there is something that is no file, or leads elsewhere */
    static void checkFile(Path file) throws IOException {
        Optional<BasicFileAttributes> seen = attributes(file);
        if (seen.isPresent() && !seen.get().isRegularFile()) {
            throw strange(file, seen.get(), Messages.ownFile);
        }
    }

    /** Databases, and what keeps their key, have names that others may begin or end with, too. */
    private static void checkDatabases(Path folder) throws IOException {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(folder,
                    "{*" + Database.SUFFIX + "," + KeyFile.NAME + "," + FileConversion.PART + "}")) {
                for (Path file : all) {
                    checkFile(file);
                }
            }
        }
    }

    private static void checkNoLinks(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes seen) {
                if (!seen.isRegularFile()) {
                    throw strange(file, seen, Messages.ownFile);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    // Another process has just removed it.
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
    }

    /** @return whether a file is one, and not what leads elsewhere */
    static boolean isFile(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** @return whether there is something that is no file, or leads elsewhere */
    static boolean isStrange(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !isFile(file);
    }

    private static WorkspaceException strange(Path path, BasicFileAttributes seen, String expected) {
        String found = seen.isSymbolicLink()
                ? Messages.ownLink
                : seen.isDirectory() ? Messages.ownFolder : seen.isRegularFile() ? Messages.ownFile : Messages.ownOther;
        return new WorkspaceException(Kind.DAMAGED,
                NLS.bind(Messages.strangePath, new Object[]{path, found, expected}));
    }

    private static Optional<BasicFileAttributes> attributes(Path path) throws IOException {
        if (!Files.isDirectory(path.getParent())) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
