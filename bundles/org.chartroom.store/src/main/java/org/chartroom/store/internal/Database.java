package org.chartroom.store.internal;

import java.util.concurrent.locks.StampedLock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.store.internal.file.Catalogue;
import org.chartroom.store.internal.file.CatalogueReader;
import org.chartroom.store.internal.file.FileKey;
import org.chartroom.store.internal.file.PlainPath;
import org.chartroom.store.internal.file.StrangeFileException;
import org.eclipse.osgi.util.NLS;
import org.h2.Driver;

/**
 * The open database file: one connection that writes and some that read. Safe for use by several threads, the
 * connections are not.
 */
final class Database implements AutoCloseable {
    /** What the name of a database file ends with. */
    static final String SUFFIX = ".mv.db";
    /** A killed process loses nothing; CHECKPOINT SYNC after each commit makes it last through a power cut too. */
    private static final String WRITE_OPTIONS = ";WRITE_DELAY=0;MAX_COMPACT_TIME=0";
    private static final String READ_OPTIONS = ";ACCESS_MODE_DATA=r;FILE_LOCK=NO";
    /** Rows are handed over as they are read; what is repeated is read anew. */
    private static final String OPTIONS = ";IFEXISTS=%s;DB_CLOSE_ON_EXIT=FALSE;LAZY_QUERY_EXECUTION=1"
            + ";LOCK_TIMEOUT=30000;OPTIMIZE_REUSE_RESULTS=FALSE;CACHE_SIZE=%d"
            // Its own log would hold content, and lie beside the workspace.
            + ";TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0";

    private static final int CACHE_PART = 4;
    private static final int KILOBYTE = 1024;
    private static final int COMPARED_BYTES = 1 << 20;
    /** H2 level beyond those of JDBC: a transaction sees one state. */
    private static final int SNAPSHOT_ISOLATION = 6;

    static {
        // A fifth of the time of a first load went into H2's table of equal values, which finds few here. H2 reads the
        // property once, when its first class is loaded.
        System.setProperty("h2.objectCache", "false");
        // No class of the program may be named in a file, should a statement ever get past the check of the catalogue.
        System.setProperty("h2.allowedClasses", "");
    }

    /** H2's name of the file system; tests take one that loses writes. */
    private static volatile String fileSystem = "file";

    private static final String ENCRYPTED = ";CIPHER=AES";

    private final String url;
    private final FileKey key;
    private final Proof proof;
    private final StampedLock commits = new StampedLock();
    private final Deque<Session> idleReaders = new ArrayDeque<>();
    /**
     * Reads what the database writes, and is closed after it: POSIX takes the locks of a process off a file when it
     * closes any handle of it, so that nobody else may open and close the file while the database has it.
     */
    private final FileChannel content;
    private Session writer;
    private boolean closed;

    /**
     * Opens a file after its catalogue was found to be one that Chartroom makes: H2 runs what the catalogue says while it
     * opens the file, before any question could be asked.
     *
     * @param file the database file
     * @param key its key
     * @param readOnly whether it is never written
     * @param create whether to create it
     * @throws StrangeFileException when the file holds anything that Chartroom does not put there
     */
    Database(Path file, FileKey key, boolean readOnly, boolean create) throws SQLException, IOException {
        this(file, key, readOnly, create, null);
    }

    /**
     * Opens a file for writing that was opened for reading just before; it is not checked again when it was not touched since.
     *
     * @param file the database file
     * @param key its key
     * @param proof of the database that was open
     * @return the open database
     * @throws StrangeFileException when the file holds anything that Chartroom does not put there
     */
    static Database openAgain(Path file, FileKey key, Proof proof) throws SQLException, IOException {
        return new Database(file, key, false, false, proof);
    }

    private Database(Path file, FileKey key, boolean readOnly, boolean create, Proof known)
            throws SQLException, IOException {
        proof = create ? null : Proof.of(file);
        if (!create && !proof.equals(known)) {
            check(file, key);
        }
        String name = nameOf(file);
        url = "jdbc:h2:" + name.substring(0, name.length() - SUFFIX.length())
                + String.format(Locale.ROOT, OPTIONS, create ? "FALSE" : "TRUE", cacheKilobytes())
                + (readOnly ? READ_OPTIONS : WRITE_OPTIONS) + (key.isNone() ? "" : ENCRYPTED);
        this.key = key;
        content = open(file, create);
        try {
            writer = new Session(connect());
        } catch (SQLException | RuntimeException e) {
            closeContent(e);
            throw e;
        }
    }

    /**
     * A file whose catalogue was found in order, as it looked then.
     *
     * @param file the file
     * @param id what the file system knows it by; null where it knows files by their names only
     * @param size in bytes
     * @param written when it was written last
     */
    record Proof(Path file, Object id, long size, FileTime written) {
        private static Proof of(Path file) throws IOException {
            BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
            return new Proof(file, seen.fileKey(), seen.size(), seen.lastModifiedTime());
        }
    }

    /** @return that the catalogue was found in order; for {@link #openAgain} */
    Proof proof() {
        return proof;
    }

    private static void check(Path file, FileKey key) {
        try {
            Catalogue catalogue = CatalogueReader.read(file, key);
            TableDefinitions.checkNothingStrange(catalogue);
            TableDefinitions.checkNothingFixedMissing(catalogue);
        } catch (StrangeFileException e) {
            int format = CatalogueReader.format(file, key).orElse(0);
            if (format > Schema.VERSION) {
                // What is strange here may be known to the version that wrote it.
                throw new UnusableFileException(WorkspaceException.Kind.NEWER_VERSION,
                        known -> NLS.bind(Messages.newerVersion, new Object[]{known, format, Schema.VERSION}), e);
            }
            throw e;
        }
    }

    private static FileChannel open(Path file, boolean create) throws IOException {
        return create ? null : FileChannel.open(file, StandardOpenOption.READ);
    }

    private void closeContent(Exception cause) {
        if (content != null) {
            try {
                content.close();
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }

    /** @return what H2 knows a file by */
    static String nameOf(Path file) {
        return PlainPath.of(fileSystem + ":" + file.toAbsolutePath());
    }

    /** Makes databases that are opened from now on use a file system that is registered with H2. */
    static void useFileSystem(String name) {
        fileSystem = name;
    }

    /** A register that does not fit is read from the disk each time; more than a quarter the program may need. */
    private static long cacheKilobytes() {
        return Runtime.getRuntime().maxMemory() / CACHE_PART / KILOBYTE;
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "chartroom");
        // H2 wants the password of the file and that of the user, which is none, with a blank between them.
        properties.setProperty("password", key.isNone() ? "" : new String(key.databasePassword()) + " ");
        Connection connection = new Driver().connect(url, properties);
        connection.setAutoCommit(false);
        return connection;
    }

    /** @return the connection that writes; the caller sees to it that one thread uses it at a time */
    Session writer() {
        return writer;
    }

    /** @return a connection that sees one state however long it reads; to be given back or closed */
    Session reader() throws SQLException {
        synchronized (idleReaders) {
            Session idle = idleReaders.poll();
            if (idle != null) {
                return idle;
            }
        }
        Connection connection = connect();
        connection.setTransactionIsolation(SNAPSHOT_ISOLATION);
        return new Session(connection);
    }

    /** Takes a reading connection back after its transaction has ended. */
    void giveBack(Session reader) throws SQLException {
        synchronized (idleReaders) {
            if (!closed) {
                idleReaders.push(reader);
                return;
            }
        }
        reader.close();
    }

    /** @return held for writing while a revision is committed */
    StampedLock commits() {
        return commits;
    }

    /** Commits what was written; readings at the same time are told. */
    void commit() throws SQLException {
        long stamp = commits.writeLock();
        try {
            writer.connection().commit();
        } finally {
            commits.unlockWrite(stamp);
        }
    }

    /** Makes what was committed last through a power cut. */
    void sync() throws SQLException {
        writer.statement("CHECKPOINT SYNC").execute();
    }

    /**
     * Copies the file that this process has open, whatever lies under its name by now; the caller sees to it that nobody
     * writes meanwhile.
     */
    void copyTo(Path target) throws IOException {
        DurableFiles.copy(content, target);
    }

    /** @return whether a file has the same bytes as the one that this process has open */
    boolean isCopy(Path other) throws IOException {
        if (Files.size(other) != content.size()) {
            return false;
        }
        ByteBuffer mine = ByteBuffer.allocate(COMPARED_BYTES);
        ByteBuffer theirs = ByteBuffer.allocate(COMPARED_BYTES);
        try (FileChannel copy = FileChannel.open(other, StandardOpenOption.READ)) {
            for (long position = 0; position < content.size(); position += mine.limit()) {
                read(content, position, mine);
                read(copy, position, theirs);
                if (!mine.equals(theirs)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void read(FileChannel channel, long position, ByteBuffer buffer) throws IOException {
        buffer.clear();
        int read = 0;
        while (buffer.hasRemaining() && read >= 0) {
            read = channel.read(buffer, position + buffer.position());
        }
        buffer.flip();
    }

    /** Runs statements that define tables; each ends the transaction. */
    void define(String sql) throws SQLException {
        try (Statement statement = writer.connection().createStatement()) {
            statement.execute(sql);
        }
    }

    /** Closes without writing anything more; for a database that could not be written. */
    void abandon() throws SQLException, IOException {
        synchronized (idleReaders) {
            closed = true;
            idleReaders.clear();
        }
        try (Statement statement = writer.connection().createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");
        } finally {
            closeContent();
        }
    }

    private void closeContent() throws IOException {
        if (content != null) {
            content.close();
        }
    }

    @Override
    public void close() throws SQLException, IOException {
        synchronized (idleReaders) {
            closed = true;
            while (!idleReaders.isEmpty()) {
                idleReaders.pop().close();
            }
        }
        try {
            writer.close();
        } finally {
            closeContent();
        }
    }

    /** A connection and the statements prepared on it. */
    static final class Session implements AutoCloseable {
        private final Connection connection;
        private final Map<String, PreparedStatement> statements = new HashMap<>();

        Session(Connection connection) {
            this.connection = connection;
        }

        Connection connection() {
            return connection;
        }

        /** @return the statement, prepared once; whatever ran on it before is over */
        PreparedStatement statement(String sql) throws SQLException {
            PreparedStatement statement = statements.get(sql);
            if (statement == null) {
                statement = connection.prepareStatement(sql);
                statements.put(sql, statement);
            }
            return statement;
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
