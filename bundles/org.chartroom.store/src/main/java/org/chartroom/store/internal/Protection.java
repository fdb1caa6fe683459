package org.chartroom.store.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.files.PrivateFiles;
import org.chartroom.core.workspace.BackupInfo;
import org.chartroom.core.workspace.PasswordPrompt;
import org.chartroom.core.workspace.Verification;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.WorkspaceException.Kind;
import org.chartroom.store.internal.file.FileKey;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.osgi.util.NLS;

/**
 * Gives a workspace a password, another one, or none; used once. All files are written anew beside and put in place one by
 * one, each readable at any time: a process that is killed meanwhile leaves some with the key and some without, and the
 * file that keeps the key is there as long as one file needs it.
 */
final class Protection {
    private final WorkspaceFiles files;
    private final Clock clock;
    private final PasswordPrompt prompt;

    Protection(WorkspaceFiles files, Clock clock, PasswordPrompt prompt) {
        this.files = files;
        this.clock = clock;
        this.prompt = prompt;
    }

    /** @param password the new password, which is overwritten; empty for none */
    void change(Optional<char[]> password) {
        try (WorkspaceLock lock = StoreOpening.lock(files, clock); CommitGate gate = CommitGate.forWriting(files)) {
            gate.pass(() -> {
                FileKey present = KeyFile.of(files.database(), FileKey.NONE, prompt);
                files.unlock(present);
                if (Files.exists(files.protecting())) {
                    finish(present);
                }
                if (password.isPresent()) {
                    FileKey key = present.isNone() ? keyToUse() : present;
                    checkReplaced(key, key);
                    byte[] content = KeyFile.content(key, password.get());
                    begin();
                    KeyFile.write(content, files.keyFile());
                    convertDatabase(present, key);
                    finish(key);
                } else if (!present.isNone()) {
                    checkReplaced(present, FileKey.NONE);
                    checkEvidence(present);
                    begin();
                    convertOthers(present, FileKey.NONE);
                    convertDatabase(present, FileKey.NONE);
                    finish(FileKey.NONE);
                }
                return null;
            });
        } catch (IOException | SQLException | RuntimeException e) {
            throw Failures.translate(e, files);
        }
    }

    /** Notes that files are about to be encrypted or opened, for {@link #finish(CommitGate)}. */
    void begin() throws IOException {
        PrivateFiles.newOutputStream(files.protecting()).close();
        Steps.passed();
    }

    /**
     * Goes on with what a process that was killed had begun, when there is such.
     *
     * @param gate of the one that writes; nobody has the database open
     * @return what is to be told of it
     */
    Optional<String> finish(CommitGate gate) {
        if (!Files.exists(files.protecting())) {
            return Optional.empty();
        }
        try {
            Optional<String> failure = gate.pass(() -> tryToFinish(files.key()));
            return failure.or(() -> Optional.of(NLS.bind(Messages.protectionFinished, files.folder(),
                    files.key().isNone() ? Messages.protectionNone : Messages.protectionAll)));
        } catch (IOException e) {
            throw Failures.translate(e, files);
        }
    }

    /**
     * Brings all other files to the state of the database.
     *
     * @param present the key of the database
     * @return why some are not; it is tried again with the next opening
     */
    Optional<String> tryToFinish(FileKey present) {
        try {
            finish(present);
            return Optional.empty();
        } catch (IOException | SQLException | RuntimeException e) {
            return Optional.of(NLS.bind(Messages.protectionFailed, files.folder(), e.getMessage()));
        }
    }

    /** All goes the way that the database went: it is the first that gets a key and the last that loses it. */
    private void finish(FileKey present) throws IOException, SQLException {
        if (!present.isNone()) {
            convertOthers(present, present);
            if (Files.isDirectory(files.backups())) {
                KeyFile.write(Files.readAllBytes(files.keyFile()), files.backups().resolve(KeyFile.NAME));
            }
        } else if (!isAnyEncrypted()) {
            Files.deleteIfExists(files.keyFile());
            Files.deleteIfExists(files.backups().resolve(KeyFile.NAME));
        }
        Files.deleteIfExists(files.protecting());
    }

    private boolean isAnyEncrypted() throws IOException {
        for (BackupInfo backup : new Backups(files, clock, prompt).list()) {
            if (KeyFile.isEncrypted(backup.file())) {
                return true;
            }
        }
        for (Path replaced : files.replaced()) {
            if (KeyFile.isEncrypted(replaced)) {
                return true;
            }
        }
        return EvidenceFolder.isAnySealed(files.evidence()) || EvidenceFolder.isAnySealed(files.evidenceOfBackups());
    }

    /** A process that was killed may have left files that are encrypted already: their key is used further. */
    private FileKey keyToUse() throws IOException {
        return Files.exists(files.keyFile()) ? KeyFile.ask(files.keyFile(), prompt) : KeyFile.newKey();
    }

    private void convertDatabase(FileKey from, FileKey to) throws IOException, SQLException {
        if (from.isSame(to)) {
            return;
        }
        Recovery.recover(files.database(), from);
        FileConversion.convert(files.database(), from, files.replacement(), to);
        Verification verification = FileVerifier.verify(files.replacement(), to, false, List.of(),
                new NullProgressMonitor());
        if (verification.first().isPresent()) {
            Files.deleteIfExists(files.replacement());
            throw new WorkspaceException(Kind.DAMAGED,
                    NLS.bind(Messages.passwordDamaged, files.folder(), verification.first().get().message()));
        }
        DurableFiles.move(files.replacement(), files.database());
        files.unlock(to);
    }

    private void convertOthers(FileKey known, FileKey to) throws IOException, SQLException {
        convertEvidence(files.evidence(), known, to);
        convertEvidence(files.evidenceOfBackups(), known, to);
        for (BackupInfo backup : new Backups(files, clock, prompt).list()) {
            FileKey ofBackup = KeyFile.isEncrypted(backup.file()) ? known : FileKey.NONE;
            if (!ofBackup.isSame(to)) {
                Recovery.findNewest(backup.file(), ofBackup);
                FileConversion.replace(backup.file(), ofBackup, to);
            }
        }
        for (Path replaced : files.replaced()) {
            FileKey ofReplaced = KeyFile.isEncrypted(replaced) ? known : FileKey.NONE;
            if (!ofReplaced.isSame(to)) {
                FileConversion.replace(replaced, ofReplaced, to);
            }
        }
    }

    /**
     * Before anything is changed: a database that a backup replaced may be damaged and can't be written anew then. It would
     * lie open beside files that are encrypted, or stay encrypted without a key.
     */
    private void checkReplaced(FileKey known, FileKey to) throws IOException {
        for (Path replaced : files.replaced()) {
            FileKey ofReplaced = KeyFile.isEncrypted(replaced) ? known : FileKey.NONE;
            if (!ofReplaced.isSame(to)) {
                try {
                    FileConversion.convert(replaced, ofReplaced, files.replacement(), to);
                } catch (SQLException e) {
                    throw new WorkspaceException(Kind.DAMAGED, NLS.bind(Messages.replacedDamaged, replaced), e);
                } finally {
                    Files.deleteIfExists(files.replacement());
                }
            }
        }
    }

    /** The same for stored evidence that is to be opened. */
    private void checkEvidence(FileKey known) throws IOException {
        for (Path folder : List.of(files.evidence(), files.evidenceOfBackups())) {
            Optional<Path> damaged = EvidenceFolder.findDamaged(folder, known);
            if (damaged.isPresent()) {
                throw new WorkspaceException(Kind.DAMAGED, NLS.bind(Messages.evidenceSealed, damaged.get()));
            }
        }
    }

    private void convertEvidence(Path folder, FileKey from, FileKey to) throws IOException {
        EvidenceFolder.convert(folder, from, to, files.copiedEvidence());
    }
}
