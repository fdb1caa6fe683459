package org.chartroom.plugins.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import org.chartroom.plugins.PluginException;
import org.eclipse.core.runtime.IProgressMonitor;

/**
 * Where files come from: a place on this computer or an address. Files of an address are copied before they are looked at.
 */
final class Source {
    /** No jar of a plug-in has any business to be larger. */
    private static final long MOST_BYTES = 256L * 1024 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(15);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final int OK = 200;
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
                URI address = URI.create(text);
                return new Source(address.toString(), address, null);
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
                return new Source(other.toString(), other, null);
            }
            Path folder = Files.isDirectory(path) ? path : path.getParent();
            Path other = folder.resolve(relative).normalize();
            return new Source(other.toString(), null, other);
        } catch (IllegalArgumentException e) {
            throw new PluginException(Messages.bind(Messages.noSource, relative), e);
        }
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
        Path target = folder.resolve(name.replaceAll("[^A-Za-z0-9._+-]", "_"));
        try {
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
        try {
            HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NORMAL).build();
            HttpResponse<InputStream> response = client.send(
                    HttpRequest.newBuilder(address).timeout(ANSWER).build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                if (response.statusCode() == NOT_FOUND) {
                    throw new AbsentException(Messages.bind(Messages.missingFile, text));
                }
                if (response.statusCode() != OK) {
                    throw new PluginException(
                            Messages.bind(Messages.noHttp, text, String.valueOf(response.statusCode())));
                }
                copy(in, target, monitor);
            }
            return Optional.of(target);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PluginException(Messages.cancelled, e);
        }
    }

    private void copy(InputStream in, Path target, IProgressMonitor monitor) throws IOException {
        try (OutputStream out = Files.newOutputStream(target)) {
            byte[] buffer = new byte[BUFFER];
            long total = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                total += read;
                if (total > MOST_BYTES) {
                    throw new PluginException(
                            Messages.bind(Messages.tooLarge, text, String.valueOf(MOST_BYTES / BUFFER / 16)));
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
