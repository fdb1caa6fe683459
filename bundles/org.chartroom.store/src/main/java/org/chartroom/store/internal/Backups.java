package org.chartroom.store.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.chartroom.core.files.PrivateFiles;
import org.chartroom.core.workspace.BackupInfo;
import org.chartroom.core.workspace.BackupInfo.Occasion;
import org.chartroom.core.workspace.PasswordPrompt;
import org.chartroom.core.workspace.Restoration;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.Verification;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.WorkspaceException.Kind;
import org.chartroom.store.internal.file.FileKey;
import org.chartroom.store.internal.file.StrangeFileException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.osgi.util.NLS;

/** Copies of the database beside the workspace. Their names say all that has to be known of them. */
final class Backups {
    private static final int KEPT = 10;
    /** A larger copy is compared byte for byte only: checking all its rows would be felt at each first start of a day. */
    private static final long FULLY_CHECKED_BYTES = 64L * 1024 * 1024;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Pattern NAME = Pattern
            .compile("(\\d{8}T\\d{9}Z)-r(\\d{1,18})-([a-z]+)" + Pattern.quote(Database.SUFFIX));

    private final WorkspaceFiles files;
    private final Clock clock;
    private final PasswordPrompt prompt;
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    /** The key of the backup that is being restored. */
    private FileKey preparedKey = FileKey.NONE;
    /** The key that the workspace has once it is restored. */
    private FileKey restoredKey = FileKey.NONE;
    /** SHA-256 of the stored evidence that it names. */
    private Set<String> preparedEvidence = Set.of();

    Backups(WorkspaceFiles files, Clock clock, PasswordPrompt prompt) {
        this.prompt = prompt;
        this.files = files;
        this.clock = clock;
    }

    /** @return what could not be backed up, or restored of the stored evidence, one sentence each */
    List<String> warnings() {
        return warnings;
    }

    /** @return the backups, newest first: by their revision, because clocks go wrong */
    List<BackupInfo> list() {
        if (!Files.isDirectory(files.backups())) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(files.backups())) {
            List<BackupInfo> backups = new ArrayList<>();
            for (Path file : all.toList()) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                Optional<Occasion> occasion = name.matches()
                        ? Stream.of(Occasion.values())
                                .filter(one -> one.name().equals(name.group(3).toUpperCase(Locale.ROOT))).findFirst()
                        : Optional.empty();
                if (occasion.isPresent()) {
                    backups.add(new BackupInfo(file, Instant.from(TIME.parse(name.group(1))),
                            Long.parseLong(name.group(2)), Files.size(file), occasion.get()));
                }
            }
            backups.sort(Comparator.comparingLong(BackupInfo::revision).thenComparing(BackupInfo::takenAt).reversed());
            return backups;
        } catch (IOException e) {
            throw Failures.translate(e, files);
        }
    }

    /** A workspace that can't be backed up opens all the same, unless it is about to be changed as a whole. */
    void takeAtOpening(Database opened, int version) throws SQLException {
        try {
            if (version < Schema.VERSION) {
                take(opened, Occasion.MIGRATION, Set.of());
            } else {
                takeDaily(opened);
            }
        } catch (IOException e) {
            WorkspaceException failure = Failures.translate(e, files);
            if (version < Schema.VERSION) {
                throw failure;
            }
            warnings.add(NLS.bind(Messages.backupFailed, files.backups(), e.getMessage()));
        } catch (WorkspaceException e) {
            // It is damaged in part: what is not can still be read.
            warnings.add(e.getMessage());
        }
    }

    /** Takes a backup when there is none of today and something changed since the last one; deletes the oldest. */
    private void takeDaily(Database database) throws IOException, SQLException {
        long head = RevisionLog.headNumber(database.writer());
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<BackupInfo> present = list();
        boolean isDone = head == Revision.NONE || present.stream()
                .anyMatch(backup -> LocalDate.ofInstant(backup.takenAt(), ZoneOffset.UTC).equals(today)
                        || backup.revision() == head);
        if (isDone) {
            return;
        }
        take(database, Occasion.DAILY, EvidenceRows.names(database.writer(), new TypeCatalog(database)));
        List<BackupInfo> daily = list().stream().filter(backup -> backup.occasion() == Occasion.DAILY).toList();
        for (BackupInfo old : daily.subList(Math.min(KEPT, daily.size()), daily.size())) {
            Files.deleteIfExists(old.file());
        }
    }

    /**
     * Copies the database; the caller sees to it that nobody writes meanwhile.
     *
     * @param named SHA-256 of the stored evidence that must be in the backup
     * @throws IOException when it can't be copied
     * @throws WorkspaceException of kind DAMAGED when it is not intact
     */
    BackupInfo take(Database database, Occasion occasion, Set<String> named) throws IOException, SQLException {
        long revision = RevisionLog.headNumber(database.writer());
        Instant now = clock.instant();
        PrivateFiles.createDirectories(files.backups());
        Path target = files.backups().resolve(TIME.format(now) + "-r" + revision + "-"
                + occasion.name().toLowerCase(Locale.ROOT) + Database.SUFFIX);
        Path part = files.unfinishedBackup();
        try {
            database.copyTo(part);
            if (!database.isCopy(part)) {
                throw new IOException("the copy differs");
            }
            Recovery.recover(part, files.key());
            boolean isInTheWay = occasion == Occasion.MIGRATION || occasion == Occasion.RESTORE;
            if (!isInTheWay
                    && (occasion == Occasion.MANUAL || Files.size(part) <= FULLY_CHECKED_BYTES)) {
                Verification.Problem problem = verify(part, files.key()).first().orElse(null);
                if (problem != null) {
                    throw new WorkspaceException(Kind.DAMAGED,
                            NLS.bind(Messages.backupNotIntact, files.folder(), problem.message()));
                }
            }
            // First, so that there is no backup without what it names.
            backUpEvidence(named);
            backUpKey();
            DurableFiles.move(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
        return new BackupInfo(target, now, revision, Files.size(target), occasion);
    }

    /** Who has only the folder of backups must be able to open them. */
    private void backUpKey() throws IOException {
        if (!files.key().isNone()) {
            Path kept = files.backups().resolve(KeyFile.NAME);
            if (!Files.exists(kept) || Files.mismatch(files.keyFile(), kept) >= 0) {
                KeyFile.write(Files.readAllBytes(files.keyFile()), kept);
            }
        }
    }

    /** Content never changes under its name: what is there from earlier backups serves this one, too. */
    private void backUpEvidence(Set<String> named) throws IOException {
        EvidenceFolder
                .copy(named, files.evidence(), files.key(), files.evidenceOfBackups(), files.key(),
                        files.copiedEvidence(), false)
                .forEach(sha256 -> warnings.add(NLS.bind(Messages.evidenceNotBackedUp, sha256, files.evidence())));
    }

    /** Brings back what is missing or altered; what else is there stays, it does no harm. */
    private void restoreEvidence(Path backup) throws IOException {
        Path source = WorkspaceFiles.evidenceBeside(backup);
        EvidenceFolder
                .copy(preparedEvidence, source, preparedKey, files.evidence(), restoredKey, files.copiedEvidence(),
                        true)
                .forEach(sha256 -> warnings.add(NLS.bind(Messages.evidenceNotRestored, sha256, source)));
    }

    private static Verification verify(Path file, FileKey key) throws SQLException, IOException {
        return FileVerifier.verify(file, key, false, List.of(), new NullProgressMonitor());
    }

    /** Puts a backup in the place of the database and keeps that beside it; see the API for the rest. */
    Restoration restore(Path backup) {
        StoreOpening.checkOwn(files);
        try {
            PrivateFiles.createDirectories(files.control());
        } catch (IOException e) {
            throw Failures.translate(e, files);
        }
        try (WorkspaceLock lock = WorkspaceLock.acquire(files, clock); CommitGate gate = CommitGate.forWriting(files)) {
            Leftovers.remove(files);
            if (Files.exists(files.keyFile())) {
                files.unlock(KeyFile.ask(files.keyFile(), prompt));
            }
            Revision head = prepare(backup);
            return gate.pass(() -> {
                if (Files.exists(files.database())) {
                    Path kept = files.replaced(TIME.format(clock.instant()));
                    DurableFiles.copy(files.database(), kept);
                    sync(kept);
                    PrivateFiles.createDirectories(files.backups());
                    backUpEvidence(Set.of());
                }
                putInPlace(backup);
                Steps.passed();
                try (HeadNote note = new HeadNote(files)) {
                    note.write(head);
                }
                return new Restoration(head, warnings);
            });
        } catch (IOException | SQLException e) {
            throw Failures.translate(e, files);
        }
    }

    /** Puts what was prepared of a backup in the place of the database, which nobody has open. */
    void putInPlace(Path backup) throws IOException, SQLException {
        boolean isProtectedNow = files.key().isNone() && !restoredKey.isNone();
        Protection protection = new Protection(files, clock, prompt);
        if (isProtectedNow) {
            protection.begin();
            KeyFile.write(Files.readAllBytes(backup.toAbsolutePath().resolveSibling(KeyFile.NAME)), files.keyFile());
        }
        restoreEvidence(backup);
        Steps.passed();
        DurableFiles.move(files.replacement(), files.database());
        LostHeads.forget(files);
        if (isProtectedNow) {
            files.unlock(restoredKey);
            warnings.add(NLS.bind(Messages.restoredProtected, files.folder(), backup));
            protection.tryToFinish(restoredKey).ifPresent(warnings::add);
        }
    }

    /** Removes what was prepared and is not wanted because of a failure. */
    void dropPrepared(WorkspaceException failure) {
        try {
            Files.deleteIfExists(files.replacement());
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /**
     * Copies a backup, brings it to the present version and checks it.
     *
     * @return the newest revision in it
     */
    Revision prepare(Path backup) {
        if (!Files.isRegularFile(backup)) {
            throw new WorkspaceException(Kind.INVALID, NLS.bind(Messages.backupMissing, backup));
        }
        try {
            DurableFiles.copy(backup, files.replacement());
            preparedKey = KeyFile.of(backup, files.key(), prompt);
            // What was protected stays protected, under the password of the backup.
            restoredKey = files.key().isNone() ? preparedKey : files.key();
            return checkPrepared(backup);
        } catch (IOException e) {
            throw Failures.translate(e, files);
        }
    }

    private Revision checkPrepared(Path backup) throws IOException {
        try {
            Recovery.recover(files.replacement(), preparedKey);
            if (!preparedKey.isSame(restoredKey)) {
                FileConversion.replace(files.replacement(), preparedKey, restoredKey);
            }
            int version;
            try (Database copy = new Database(files.replacement(), restoredKey, true, false)) {
                version = Schema.version(copy);
            }
            if (version < Schema.VERSION) {
                Migration.run(files.replacement(), restoredKey);
            }
            if (version <= Schema.VERSION) {
                writeAnew();
            }
            Verification verification = version > Schema.VERSION ? null : verify(files.replacement(), restoredKey);
            Verification.Problem problem = verification == null ? null : verification.first().orElse(null);
            if (problem == null && verification != null && verification.head().isPresent()) {
                checkRevision(backup, verification.head().get().number());
                try (Database copy = new Database(files.replacement(), restoredKey, true, false)) {
                    preparedEvidence = EvidenceRows.names(copy.writer(), new TypeCatalog(copy));
                }
                return verification.head().get();
            }
            throw unusable(backup, problem == null ? "format " + version : problem.message(), null);
        } catch (IOException | SQLException | RuntimeException e) {
            Files.deleteIfExists(files.replacement());
            throw refusal(backup, e);
        }
    }

    /**
     * Only what is in use, in new places: damage that nothing reads now would be in the way of what the database does later
     * with the rest of the file.
     */
    private void writeAnew() throws IOException {
        FileConversion.compact(files.replacement(), files.unfinished(), restoredKey);
        Files.move(files.unfinished(), files.replacement(), StandardCopyOption.REPLACE_EXISTING);
    }

    /** When its newest part is damaged, the database takes an older state for the newest one, without a word. */
    private static void checkRevision(Path backup, long found) {
        Matcher name = NAME.matcher(backup.getFileName().toString());
        if (name.matches() && Long.parseLong(name.group(2)) != found) {
            throw new WorkspaceException(Kind.DAMAGED,
                    NLS.bind(Messages.backupOlder, new Object[]{backup, name.group(2), found}));
        }
    }

    private static WorkspaceException refusal(Path backup, Exception cause) {
        for (Throwable e = cause; e != null; e = e.getCause()) {
            if (e instanceof WorkspaceException known) {
                return known;
            } else if (e instanceof UnusableFileException unusable) {
                WorkspaceException known = unusable.of(backup);
                // Of a workspace it says to restore a backup.
                return known.kind() == Kind.DAMAGED ? unusable(backup, Messages.backupUnreadable, cause) : known;
            } else if (e instanceof StrangeFileException) {
                return new WorkspaceException(Kind.DAMAGED, NLS.bind(Messages.strangeBackup, backup, e.getMessage()),
                        cause);
            }
        }
        return unusable(backup, cause.getMessage(), cause);
    }

    private static WorkspaceException unusable(Path backup, String why, Exception cause) {
        return new WorkspaceException(Kind.DAMAGED, NLS.bind(Messages.backupDamaged, backup, why), cause);
    }
}
