package org.chartroom.store.internal;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

import org.chartroom.core.files.PrivateFiles;
import org.chartroom.core.workspace.WorkspaceException;
import org.eclipse.osgi.util.NLS;

/**
 * The right to write a workspace. It is a lock of the operating system, which ends with the process however that ends,
 * so a lock that was left behind stops nobody; the text in the file only tells others who holds it.
 */
final class WorkspaceLock implements AutoCloseable {
    /** Beyond the text: Windows keeps others from reading the locked bytes. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;
    /**
     * Locked by this process. Without it a second opening would close its file and with it, under POSIX, lose the lock
     * of the first.
     */
    private static final Map<Path, Instant> HELD = new ConcurrentHashMap<>();

    private final Path file;
    private final FileChannel channel;

    private WorkspaceLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * @param files a workspace whose control folder exists
     * @param clock tells since when
     * @return the lock
     * @throws WorkspaceException of kind BUSY when somebody has it; the message says who
     * @throws IOException when the file can't be written
     */
    static WorkspaceLock acquire(WorkspaceFiles files, Clock clock) throws IOException {
        Path file = files.control().toRealPath().resolve(files.lock().getFileName());
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant holder = HELD.putIfAbsent(file, now);
        if (holder != null) {
            throw new WorkspaceException(WorkspaceException.Kind.BUSY, NLS.bind(Messages.busySelf,
                    new Object[]{files.folder(), ProcessHandle.current().pid(), local(holder)}));
        }
        FileChannel channel = null;
        try {
            channel = PrivateFiles.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                throw busy(files);
            }
            write(channel, now);
            return new WorkspaceLock(file, channel);
        } catch (IOException | RuntimeException e) {
            HELD.remove(file);
            if (channel != null) {
                channel.close();
            }
            throw e;
        }
    }

    private static void write(FileChannel channel, Instant since) throws IOException {
        Properties owner = new Properties();
        owner.setProperty("user", System.getProperty("user.name"));
        owner.setProperty("host", host());
        owner.setProperty("pid", Long.toString(ProcessHandle.current().pid()));
        owner.setProperty("since", since.toString());
        StringWriter text = new StringWriter();
        owner.store(text, null);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)), 0);
        channel.force(true);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            // The message of the exception begins with the name that has no address.
            return e.getMessage().split(":")[0];
        }
    }

    private static WorkspaceException busy(WorkspaceFiles files) throws IOException {
        Properties owner = new Properties();
        owner.load(new StringReader(Files.readString(files.lock())));
        String message = owner.containsKey("since")
                ? NLS.bind(Messages.busy,
                        new Object[]{files.folder(), owner.getProperty("user"), owner.getProperty("host"),
                                owner.getProperty("pid"), local(Instant.parse(owner.getProperty("since")))})
                : NLS.bind(Messages.busyUnknown, files.folder());
        return new WorkspaceException(WorkspaceException.Kind.BUSY, message);
    }

    private static String local(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).withZone(ZoneId.systemDefault()).format(time);
    }

    @Override
    public void close() throws IOException {
        try {
            channel.truncate(0);
        } finally {
            channel.close();
            HELD.remove(file);
        }
    }
}
