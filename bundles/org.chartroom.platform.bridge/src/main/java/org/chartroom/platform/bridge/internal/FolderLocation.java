package org.chartroom.platform.bridge.internal;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.eclipse.osgi.service.datalocation.Location;

/**
 * An area of the platform that is a folder, known from the start. It can be locked against a second process; the lock
 * goes with the process that holds it, so a killed one leaves none behind.
 */
final class FolderLocation implements Location {
    private static final String DEFAULT_LOCK_FILE = ".metadata/.lock";

    private final boolean readOnly;
    private Path folder;
    private FileLock lock;

    /**
     * @param folder the folder, or null while the location is not set
     * @param readOnly whether the location promises not to be written
     */
    FolderLocation(Path folder, boolean readOnly) {
        this.folder = folder;
        this.readOnly = readOnly;
    }

    @Override
    public boolean allowsDefault() {
        return false;
    }

    @Override
    public URL getDefault() {
        return null;
    }

    @Override
    public Location getParentLocation() {
        return null;
    }

    @Override
    public synchronized URL getURL() {
        return folder == null ? null : url(folder);
    }

    @Override
    public synchronized boolean isSet() {
        return folder != null;
    }

    @Override
    public boolean isReadOnly() {
        return readOnly;
    }

    @Override
    @Deprecated
    public boolean setURL(URL value, boolean withLock) {
        try {
            return set(value, withLock);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean set(URL value, boolean withLock) throws IOException {
        return set(value, withLock, DEFAULT_LOCK_FILE);
    }

    @Override
    public synchronized boolean set(URL value, boolean withLock, String lockFile) throws IOException {
        if (folder != null) {
            throw new IllegalStateException("The location is set already, to " + folder);
        }
        Path wanted = Path.of(URI.create(value.toString().replace(" ", "%20")));
        if (withLock && !lock(wanted.resolve(lockFile == null ? DEFAULT_LOCK_FILE : lockFile))) {
            return false;
        }
        folder = wanted;
        return true;
    }

    @Override
    public synchronized boolean lock() throws IOException {
        if (folder == null) {
            throw new IOException("The location has no folder yet");
        }
        return lock(folder.resolve(DEFAULT_LOCK_FILE));
    }

    private boolean lock(Path file) throws IOException {
        if (lock != null) {
            return true;
        }
        if (readOnly) {
            return false;
        }
        Files.createDirectories(file.getParent());
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Held by this very process, under another location: to the caller the same as held by another process.
            lock = null;
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        return lock != null;
    }

    @Override
    public synchronized void release() {
        if (lock == null) {
            return;
        }
        try (FileChannel channel = lock.channel()) {
            lock.release();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } finally {
            lock = null;
        }
    }

    @Override
    public synchronized boolean isLocked() throws IOException {
        if (lock != null) {
            return true;
        }
        if (folder == null || !Files.exists(folder.resolve(DEFAULT_LOCK_FILE))) {
            return false;
        }
        if (lock()) {
            release();
            return false;
        }
        return true;
    }

    @Override
    public Location createLocation(Location parent, URL defaultValue, boolean isReadOnly) {
        return new FolderLocation(null, isReadOnly);
    }

    @Override
    public synchronized URL getDataArea(String path) throws IOException {
        if (folder == null) {
            throw new IOException("The location has no folder yet");
        }
        Path area = folder;
        if (!readOnly) {
            area = folder.resolve(".metadata").resolve(".plugins");
        }
        return url(area.resolve(path.startsWith("/") ? path.substring(1) : path));
    }

    /**
     * Eclipse's URLs of areas are not encoded: a blank in a path stays a blank, and a folder ends with a slash.
     */
    private static URL url(Path path) {
        try {
            String text = path.toAbsolutePath().toString().replace(java.io.File.separatorChar, '/');
            return new URL("file", null, (text.startsWith("/") ? "" : "/") + text + (text.endsWith("/") ? "" : "/"));
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
