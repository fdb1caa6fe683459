package org.chartroom.platform.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import org.chartroom.platform.plugins.PrivateFolders;

/**
 * The log file of the workspace. It is kept small: when it has grown, it becomes the first of a few older ones. Written
 * at once, so that the last entry before a crash is there.
 */
final class LaunchLog implements Consumer<String>, AutoCloseable {
    private static final long MOST_BYTES = 1_000_000;
    private static final int MOST_OLD_FILES = 4;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

    private final Path file;
    private boolean unwritable;
    private boolean begun;

    /** @param file the log; when it can't be written, the first entry says so */
    LaunchLog(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** Takes a finished entry, as the framework's log services write it. */
    @Override
    public synchronized void accept(String entry) {
        try {
            checkOwn(file.getParent().getParent(), Files::isDirectory);
            checkThere();
            checkOwn(file.getParent(), Files::isDirectory);
            checkOwn(file, Files::isRegularFile);
            PrivateFolders.create(file.getParent());
            if (Files.exists(file) && Files.size(file) > MOST_BYTES) {
                rotate();
            }
            boolean begins = !Files.exists(file);
            Files.writeString(file, entry, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            if (begins) {
                PrivateFolders.restrict(file.getParent());
                PrivateFolders.restrict(file);
            }
            unwritable = false;
            begun = true;
        } catch (IOException e) {
            // A full disk must not end the session; the console is what is left to tell it, in one line.
            if (!unwritable) {
                System.err.println("chartroom: the log " + file + " can't be written ("
                        + UnwritableWorkspaceException.reason(e) + "); the first that is lost: "
                        + entry.lines().findFirst().orElse(""));
            }
            unwritable = true;
        }
    }

    /** A workspace that is removed or renamed while it is open is not made anew by its log. */
    private void checkThere() throws IOException {
        if (begun && !Files.exists(file.getParent().getParent())) {
            throw new IOException("its folder is gone");
        }
    }

    private interface Kind {
        boolean isOf(Path path, LinkOption... options);
    }

    /** Who hands a workspace on can put a link there, or a pipe: it would be written elsewhere, or not end. */
    private static void checkOwn(Path path, Kind kind) throws IOException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !kind.isOf(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(path + " is not as Chartroom makes it");
        }
    }

    private void rotate() throws IOException {
        for (int old = MOST_OLD_FILES; old > 1; old--) {
            Path from = older(old - 1);
            if (Files.exists(from)) {
                Files.move(from, older(old), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.move(file, older(1), StandardCopyOption.REPLACE_EXISTING);
    }

    private Path older(int number) {
        return file.resolveSibling(file.getFileName().toString().replace(".log", "." + number + ".log"));
    }

    /** Logs a problem of the start itself. */
    void error(String message, Throwable cause) {
        StringWriter trace = new StringWriter();
        if (cause != null) {
            cause.printStackTrace(new PrintWriter(trace));
        }
        accept(line("ERROR", message) + trace.toString().replace("\t", "    ").indent(4));
    }

    void warn(String message) {
        accept(line("WARN", message));
    }

    private static String line(String level, String message) {
        return TIME.format(LocalDateTime.now()) + " " + level + " org.chartroom.platform.launcher ["
                + Thread.currentThread().getName() + "] " + message + "\n";
    }

    @Override
    public void close() {
        // Each entry has been written on its own; nothing is held open.
    }

}
