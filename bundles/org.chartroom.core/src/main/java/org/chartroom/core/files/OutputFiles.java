package org.chartroom.core.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Files that users ask for. Each is written beside its place and put there when it is whole: what fails leaves what was
 * there, and no rest. What belongs to a workspace is never written over, whatever way a name leads there.
 */
public final class OutputFiles {
    /** What a workspace keeps. */
    private static final Set<String> FOLDERS = Set.of(".chartroom", "backups", "evidence");
    /** Names of columns and words of files that were imported. */
    private static final List<String> MAPPINGS = List.of(".chartroom/imports", ".chartroom/mappings");
    private static final String DATABASE = "workspace.mv.db";
    private static final String OF_DATABASE = ".db";
    /** The key of a workspace with a password, and the next one while it is written. */
    private static final Set<String> KEYS = Set.of("workspace.key", "workspace.key.part");
    private static final int MOST_LINKS = 40;

    private OutputFiles() {
    }

    /** What goes into a file. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes it.
         *
         * @param out where to; stays open
         * @throws IOException when it can't be made or written
         */
        void write(OutputStream out) throws IOException;
    }

    /**
     * Writes a file, as a whole or not at all.
     *
     * @param file the file; when it is there, it is replaced and keeps its mode
     * @param content what goes into it
     * @throws RefusedFileException when there must be no output; nothing was written then
     * @throws IOException when it can't be written; what was there is as it was
     */
    public static void write(Path file, Content content) throws IOException {
        Path target = check(file);
        Path part = target.resolveSibling(".chartroom-" + UUID.randomUUID() + ".part");
        boolean written = false;
        try {
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
                content.write(out);
                out.flush();
                channel.force(true);
            }
            keepMode(target, part);
            move(part, target);
            written = true;
        } finally {
            if (!written) {
                Files.deleteIfExists(part);
            }
        }
    }

    private static void keepMode(Path from, Path to) throws IOException {
        PosixFileAttributeView mode = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (mode != null && Files.exists(from)) {
            mode.setPermissions(Files.getPosixFilePermissions(from));
        }
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Finds out whether an output may go to a place, before it is made.
     *
     * @param file the file
     * @return where it really lies, behind links
     * @throws RefusedFileException when it is a folder, a pipe or a device, has a second name, or belongs to a workspace
     * @throws IOException when that can't be found out
     */
    public static Path check(Path file) throws IOException {
        Path target = behindLinks(file.toAbsolutePath());
        Path folder = target.getParent();
        if (folder == null || Files.isDirectory(target)) {
            throw new RefusedFileException(Messages.bind(Messages.outputFolder, file));
        }
        Path real;
        try {
            real = folder.toRealPath().resolve(target.getFileName());
        } catch (NoSuchFileException e) {
            throw new RefusedFileException(Messages.bind(Messages.folderMissing, folder, file));
        }
        Optional<Path> workspace = workspaceOf(real);
        if (workspace.isPresent()) {
            throw new RefusedFileException(Messages.bind(Messages.ofWorkspace, file, workspace.get()));
        }
        if (Files.exists(real) && !Files.isRegularFile(real)) {
            throw new RefusedFileException(Messages.bind(Messages.outputNoFile, file));
        }
        if (hasSecondName(real)) {
            throw new RefusedFileException(Messages.bind(Messages.manyNames, file));
        }
        return real;
    }

    private static Path behindLinks(Path file) throws IOException {
        Path target = file;
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemException(file.toString(), null, "too many links");
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    /**
     * Names what lies in the folder of a workspace and no password covers: what is no part of it, as exported files, and how
     * the columns of imported files are mapped.
     *
     * @param folder the folder
     * @return the names, in alphabetical order
     * @throws IOException when the folder can't be read
     */
    public static List<String> besides(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return Stream
                    .concat(all.map(file -> file.getFileName().toString()).filter(name -> !isOfWorkspace(name, true)),
                            MAPPINGS.stream().filter(name -> Files.isDirectory(folder.resolve(name))))
                    .sorted().toList();
        }
    }

    /** @param isLast whether it may be a file: databases and keys are, and lie in no folder of their own */
    private static boolean isOfWorkspace(String name, boolean isLast) {
        // Some file systems take upper and lower case for the same.
        String lower = name.toLowerCase(Locale.ROOT);
        return FOLDERS.contains(lower) || isLast && (lower.endsWith(OF_DATABASE) || KEYS.contains(lower));
    }

    /** Another name of a file of a workspace can't be told from one of any other file; neither is written over. */
    private static boolean hasSecondName(Path file) throws IOException {
        return Files.exists(file) && file.getFileSystem().supportedFileAttributeViews().contains("unix")
                && (Integer) Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS) > 1;
    }

    /** The workspace that a file belongs to, by what lies beside it; not only that of this process. */
    private static Optional<Path> workspaceOf(Path file) {
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(DATABASE)) || Files.isDirectory(folder.resolve(".chartroom"))) {
                Path inside = folder.relativize(file);
                if (isOfWorkspace(inside.getName(0).toString(), inside.getNameCount() == 1)) {
                    return Optional.of(folder);
                }
            }
        }
        return Optional.empty();
    }
}
