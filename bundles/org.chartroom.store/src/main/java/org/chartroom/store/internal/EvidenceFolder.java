package org.chartroom.store.internal;

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
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import org.chartroom.core.files.PrivateFiles;
import org.chartroom.core.workspace.EvidenceStore;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.WorkspaceException.Kind;
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
        MessageDigest digest = digest();
        byte[] buffer = new byte[STEP];
        try (OutputStream out = create(part)) {
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

    private static void step(IProgressMonitor monitor) {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
        monitor.worked(1);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    private synchronized void putInPlace(Path part, String sha256) {
        try {
            DurableFiles.createFolder(files.evidence());
            Path target = files.evidence().resolve(sha256);
            if (!sha256.equals(hash(target, new NullProgressMonitor()).orElse(""))) {
                DurableFiles.move(part, target);
            }
        } catch (IOException e) {
            throw Failures.translate(e, files);
        }
    }

    /** @return the hash of what is in a file; empty when there is none */
    private static Optional<String> hash(Path file, IProgressMonitor monitor) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[STEP];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                step(monitor);
            }
        } catch (NoSuchFileException e) {
            return Optional.empty();
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
            return Optional.of(Files.newInputStream(file(sha256)));
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
            return hash(file, monitor)
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
                    if (HASH.matcher(file.getFileName().toString()).matches() && Files.isRegularFile(file)) {
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
     * @param from a folder of contents; need not be there
     * @param to the folder to copy to
     * @param part a file for what is being copied, on the same disk
     * @param isChecked whether contents that are there already are checked, and replaced where they were altered
     * @return names of the contents that were left out
     */
    static List<String> copy(Path from, Path to, Path part, boolean isChecked) throws IOException {
        List<String> altered = new ArrayList<>();
        IProgressMonitor monitor = new NullProgressMonitor();
        for (Path file : contents(from)) {
            String sha256 = file.getFileName().toString();
            Path target = to.resolve(sha256);
            boolean isThere = isChecked
                    ? sha256.equals(hash(target, monitor).orElse(""))
                    : Files.exists(target) && Files.size(target) == Files.size(file);
            if (!isThere && !copyContent(file, target, part)) {
                altered.add(sha256);
            }
        }
        return altered;
    }

    private static boolean copyContent(Path file, Path target, Path part) throws IOException {
        try {
            DurableFiles.copy(file, part);
            if (!file.getFileName().toString().equals(hash(part, new NullProgressMonitor()).orElse(""))) {
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
