package org.chartroom.plugins.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import org.chartroom.core.files.InsideFolder;
import org.chartroom.plugins.PluginException;
import org.eclipse.core.runtime.IProgressMonitor;

/**
 * Where files come from: a place on this computer or an address. Files of an address are copied before they are looked at.
 */
final class Source {
    private static final int NOT_FOUND = 404;
    private static final int BUFFER = 65_536;

    private final String text;
    private final URI address;
    private final Path path;

    private Source(String text, URI address, Path path) {
        this.text = text;
        this.address = address;
        this.path = path;
    }

    /** Takes what a user typed. */
    static Source of(String text) {
        try {
            if (text.matches("(?i)https?:.*")) {
                return web(URI.create(text), text);
            }
            if (text.matches("(?i)[a-z][a-z0-9+.-]+://.*") && !text.startsWith("file:")) {
                throw new PluginException(Messages.bind(Messages.otherScheme, text));
            }
            Path path = (text.startsWith("file:") ? Path.of(URI.create(text)) : Path.of(text)).toAbsolutePath()
                    .normalize();
            return new Source(path.toString(), null, path);
        } catch (IllegalArgumentException e) {
            throw new PluginException(Messages.bind(Messages.noSource, text), e);
        }
    }

    /** The folder this is in, or a file in this folder. */
    Source resolve(String relative) {
        boolean local = relative.startsWith("file:");
        if (relative.matches("(?i)https?:.*") || local && address == null) {
            return of(relative);
        }
        if (local) {
            // What comes from elsewhere must not name files of this computer.
            throw new PluginException(Messages.bind(Messages.noSource, relative));
        }
        try {
            if (address != null) {
                URI other = address.resolve(relative);
                return web(other, relative);
            }
            Path folder = Files.isDirectory(path) ? path : path.getParent();
            Path other = folder.resolve(relative).normalize();
            return new Source(other.toString(), null, other);
        } catch (IllegalArgumentException e) {
            throw new PluginException(Messages.bind(Messages.noSource, relative), e);
        }
    }

    /** An address in a file may not lead to where addresses of users can't. */
    private static Source web(URI address, String text) {
        if (address.getScheme() == null || !address.getScheme().matches("(?i)https?") || address.getHost() == null) {
            throw new PluginException(Messages.bind(Messages.noSource, text));
        }
        return new Source(address.toString(), address, null);
    }

    boolean isFolder() {
        return path != null && Files.isDirectory(path);
    }

    /** The folder, for one that is. */
    Path folder() {
        return path;
    }

    String name() {
        String last = address == null ? path.getFileName().toString() : address.getPath().replaceAll(".*/", "");
        return last.isEmpty() ? "download" : last;
    }

    /** Copies the file into a folder; empty when there is none. */
    Optional<Path> copyTo(Path folder, String name, IProgressMonitor monitor) {
        monitor.subTask(text);
        try {
            Path target = InsideFolder.file(folder, name.replaceAll("[^A-Za-z0-9._+-]", "_").replaceFirst("^\\.", "_"));
            if (path != null) {
                if (!Files.isRegularFile(path)) {
                    return Optional.empty();
                }
                try (InputStream in = Files.newInputStream(path)) {
                    copy(in, target, monitor);
                }
                return Optional.of(target);
            }
            return download(target, monitor);
        } catch (IOException e) {
            throw new PluginException(Messages.bind(Messages.noCopy, text, reason(e)), e);
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private Optional<Path> download(Path target, IProgressMonitor monitor) throws IOException {
        Transfer.Outcome outcome = new Transfer(address, Transfer.Limits.USUAL, monitor).to(target);
        if (outcome.status() == NOT_FOUND) {
            Files.delete(target);
            throw new AbsentException(Messages.bind(Messages.missingFile, text));
        }
        if (!outcome.isOk()) {
            throw new PluginException(Messages.bind(Messages.noHttp, text, String.valueOf(outcome.status())));
        }
        if (!isPlainHttp(address) && isPlainHttp(outcome.address())) {
            throw new PluginException(Messages.bind(Messages.plainHttp, outcome.address()));
        }
        return Optional.of(target);
    }

    /** Whether anybody on the way can change what arrives: not from this computer itself. */
    boolean isPlainHttp() {
        return address != null && isPlainHttp(address);
    }

    private static boolean isPlainHttp(URI address) {
        String host = address.getHost() == null ? "" : address.getHost();
        return !"https".equalsIgnoreCase(address.getScheme())
                && !host.matches("(?i)localhost|127(\\.[0-9]{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]");
    }

    private void copy(InputStream in, Path target, IProgressMonitor monitor) throws IOException {
        try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
            byte[] buffer = new byte[BUFFER];
            long total = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                total += read;
                if (total > Transfer.Limits.USUAL.bytes()) {
                    throw new PluginException(Messages.bind(Messages.tooLarge, text,
                            String.valueOf(Transfer.Limits.USUAL.bytes() / BUFFER / 16)));
                }
                if (monitor.isCanceled()) {
                    throw new PluginException(Messages.cancelled);
                }
                out.write(buffer, 0, read);
            }
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
