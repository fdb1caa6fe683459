package org.chartroom.store.internal;

import org.chartroom.core.files.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import org.chartroom.core.files.PrivateFiles;
import org.chartroom.core.workspace.EvidenceStore;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.WorkspaceException.Kind;
import org.chartroom.store.internal.file.FileKey;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.osgi.util.NLS;

/** Files named by the SHA-256 of their content in a folder of the workspace. */
final class EvidenceFolder implements EvidenceStore {
    private static final int STEP = 1 << 20;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final String UNFINISHED = "evidence-*.part";

    private final WorkspaceFiles files;
    private final boolean readOnly;
    /** What was stored since the workspace was opened: a session may be about to name it. */
    private final Set<String> fresh = ConcurrentHashMap.newKeySet();

    EvidenceFolder(WorkspaceFiles files, boolean readOnly) {
        this.files = files;
        this.readOnly = readOnly;
    }

    @Override
    public String keep(InputStream content, IProgressMonitor monitor) throws IOException {
        if (readOnly) {
            throw new WorkspaceException(Kind.READ_ONLY, NLS.bind(Messages.readOnly, files.folder()));
        }
        Path part = files.control().resolve(UNFINISHED.replace("*", UUID.randomUUID().toString()));
        WorkspaceException failure = null;
        try {
            String sha256 = write(content, part, monitor);
            fresh.add(sha256);
            putInPlace(part, sha256);
            return sha256;
        } catch (WorkspaceException e) {
            failure = e;
            throw e;
        } finally {
            delete(part, failure);
        }
    }

    private void delete(Path part, WorkspaceException failure) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // It is dropped with the next opening.
            if (failure != null) {
                failure.addSuppressed(e);
            }
        }
    }

    /** Tells failures of the content, which are the caller's, from those of the disk. */
    private String write(InputStream content, Path part, IProgressMonitor monitor) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[STEP];
        try (OutputStream out = sealed(create(part))) {
            for (int read = content.readNBytes(buffer, 0, STEP); read > 0; read = content.readNBytes(buffer, 0,
                    STEP)) {
                digest.update(buffer, 0, read);
                try {
                    out.write(buffer, 0, read);
                } catch (IOException e) {
                    throw Failures.translate(e, files);
                }
                step(monitor);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private OutputStream create(Path part) {
        try {
            return Channels.newOutputStream(
                    PrivateFiles.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw Failures.translate(e, files);
        }
    }

    private OutputStream sealed(OutputStream out) {
        try {
            return files.key().isNone() ? out : SealedFiles.sealing(out, files.key().evidenceKey());
        } catch (IOException e) {
            throw Failures.translate(e, files);
        }
    }

    /** What is sealed is opened; what was stored before the workspace had a password is not, until it is stored anew. */
    private static InputStream open(Path file, FileKey key) throws IOException {
        return SealedFiles.isSealed(file)
                ? SealedFiles.opening(Files.newInputStream(file), key)
                : Files.newInputStream(file);
    }

    private static void step(IProgressMonitor monitor) {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
        monitor.worked(1);
    }

    private synchronized void putInPlace(Path part, String sha256) {
        try {
            DurableFiles.createFolder(files.evidence());
            Path target = files.evidence().resolve(sha256);
            if (!sha256.equals(hash(target, files.key(), new NullProgressMonitor()).orElse(""))) {
                DurableFiles.move(part, target);
            }
        } catch (IOException e) {
            throw Failures.translate(e, files);
        }
    }

    /** @return the hash of what is in a file; empty when there is none, no hash when what is there is no file */
    private static Optional<String> hash(Path file, FileKey key, IProgressMonitor monitor) throws IOException {
        if (OwnFiles.isStrange(file)) {
            return Optional.of("");
        }
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[STEP];
        try (InputStream in = open(file, key)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                step(monitor);
            }
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (SealedFiles.DamagedException e) {
            // Its content can't be told, so it is not what it was.
            return Optional.of("");
        }
        return Optional.of(HexFormat.of().formatHex(digest.digest()));
    }

    private Path file(String sha256) {
        String name = sha256.toLowerCase(Locale.ROOT);
        if (!HASH.matcher(name).matches()) {
            throw new IllegalArgumentException(sha256 + " is no SHA-256 in hexadecimal.");
        }
        return files.evidence().resolve(name);
    }

    @Override
    public Optional<InputStream> read(String sha256) {
        try {
            Path file = file(sha256);
            OwnFiles.checkFile(file);
            return Optional.of(open(file, files.key()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw Failures.translate(e, files);
        }
    }

    @Override
    public State check(String sha256, IProgressMonitor monitor) {
        try {
            Path file = file(sha256);
            return hash(file, files.key(), monitor)
                    .map(found -> found.equals(file.getFileName().toString()) ? State.MATCHES : State.DIFFERS)
                    .orElse(State.MISSING);
        } catch (IOException e) {
            throw Failures.translate(e, files);
        }
    }

    /** Removes what a process left that was killed while it stored something; the caller has the lock. */
    void dropUnfinished() throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(files.control(), UNFINISHED)) {
            for (Path part : parts) {
                Files.deleteIfExists(part);
            }
        }
    }

    /** Removes what no revision names, unless it was stored only now; the caller sees to it that nobody commits. */
    void dropAllBut(Set<String> named) throws IOException {
        for (Path file : contents(files.evidence())) {
            String sha256 = file.getFileName().toString();
            if (!named.contains(sha256) && !fresh.contains(sha256)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static List<Path> contents(Path folder) throws IOException {
        List<Path> contents = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
                for (Path file : all) {
                    if (HASH.matcher(file.getFileName().toString()).matches() && OwnFiles.isFile(file)) {
                        contents.add(file);
                    }
                }
            }
        }
        return contents;
    }

    /**
     * Copies all contents that are not in a folder yet, each once; what was altered is left out.
     *
     * @param named SHA-256 of what must be in the folder afterwards
     * @param from a folder of contents; need not be there
     * @param fromKey the key of those
     * @param to the folder to copy to
     * @param toKey the key of what is there
     * @param part a file for what is being copied, on the same disk
     * @param isChecked whether contents that are there already are checked, and replaced where they were altered
     * @return names of the contents that were left out or are missing
     */
    static Collection<String> copy(Set<String> named, Path from, FileKey fromKey, Path to, FileKey toKey, Path part,
            boolean isChecked)
            throws IOException {
        Set<String> leftOut = new TreeSet<>();
        IProgressMonitor monitor = new NullProgressMonitor();
        for (Path file : contents(from)) {
            String sha256 = file.getFileName().toString();
            Path target = to.resolve(sha256);
            boolean isThere = isChecked
                    ? sha256.equals(hash(target, toKey, monitor).orElse(""))
                    : Files.exists(target) && Files.size(target) == Files.size(file);
            if (!isThere && !copyContent(sha256, file, fromKey, target, toKey, part)) {
                leftOut.add(sha256);
            }
        }
        for (String sha256 : named) {
            if (!OwnFiles.isFile(to.resolve(sha256))) {
                leftOut.add(sha256);
            }
        }
        return leftOut;
    }

    /** @return whether a content is kept under a key */
    static boolean isAnySealed(Path folder) throws IOException {
        for (Path file : contents(folder)) {
            if (SealedFiles.isSealed(file)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Looks for contents that can't be opened with the key of their workspace.
     *
     * @return one of them; empty when there is none
     */
    static Optional<Path> findDamaged(Path folder, FileKey key) throws IOException {
        for (Path file : contents(folder)) {
            if (SealedFiles.isSealed(file) && hash(file, key, new NullProgressMonitor()).orElse("").isEmpty()) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /** Writes all contents anew that are not kept under a key yet, or are and are not to be; altered ones as they are. */
    static void convert(Path folder, FileKey from, FileKey to, Path part) throws IOException {
        for (Path file : contents(folder)) {
            if (SealedFiles.isSealed(file) == to.isNone()) {
                FileKey key = SealedFiles.isSealed(file) ? from : FileKey.NONE;
                String present = hash(file, key, new NullProgressMonitor()).orElse("");
                if (!copyContent(present, file, key, file, to, part)) {
                    throw new IOException(file + " can't be written anew");
                }
            }
        }
    }

    private static void transfer(Path file, FileKey fromKey, Path part, FileKey toKey) throws IOException {
        if (fromKey.isSame(toKey)) {
            DurableFiles.copy(file, part);
            return;
        }
        try (InputStream in = open(file, fromKey);
                OutputStream out = toKey.isNone()
                        ? PrivateFiles.newOutputStream(part)
                        : SealedFiles.sealing(PrivateFiles.newOutputStream(part), toKey.evidenceKey())) {
            in.transferTo(out);
        } catch (SealedFiles.DamagedException e) {
            // What was altered is left out: the copy has another hash, or none.
            Files.write(part, new byte[0]);
        }
    }

    /** @return whether the content had, and has now under its new name, the hash that was expected */
    private static boolean copyContent(String expected, Path file, FileKey fromKey, Path target, FileKey toKey,
            Path part)
            throws IOException {
        try {
            transfer(file, fromKey, part, toKey);
            if (!expected.equals(hash(part, toKey, new NullProgressMonitor()).orElse(""))) {
                return false;
            }
            DurableFiles.createFolder(target.getParent());
            DurableFiles.move(part, target);
            return true;
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
