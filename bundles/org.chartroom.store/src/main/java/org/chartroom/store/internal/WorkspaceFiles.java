package org.chartroom.store.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.chartroom.store.internal.file.FileKey;

/** The files of a workspace. A workspace that is saved elsewhere while it is open has them there from then on. */
final class WorkspaceFiles {
    private static final String REPLACED = "replaced-";

    private volatile Path folder;
    private volatile FileKey key = FileKey.NONE;

    /** @param folder the folder of the workspace */
    WorkspaceFiles(Path folder) {
        this.folder = folder;
    }

    /** @return the key of the files; none until they are unlocked, or when the workspace has no password */
    FileKey key() {
        return key;
    }

    /** Makes the key of the files known. */
    void unlock(FileKey known) {
        key = known;
    }

    /** @return the file that keeps the key under the password; only there when the workspace has one */
    Path keyFile() {
        return folder.resolve(KeyFile.NAME);
    }

    /** @return the folder of the workspace */
    Path folder() {
        return folder;
    }

    /** Makes the files of another folder those of the workspace; they are there already. */
    void moveTo(Path newFolder) {
        folder = newFolder;
    }

    /** @return the database: all content and all history, what a backup must hold */
    Path database() {
        return folder.resolve("workspace" + Database.SUFFIX);
    }

    /** @return the folder for what is not content */
    Path control() {
        return folder.resolve(".chartroom");
    }

    /** @return locked by the process that writes, and says who that is */
    Path lock() {
        return control().resolve("lock");
    }

    /** @return locked while a commit is written or a snapshot is taken */
    Path gate() {
        return control().resolve("gate");
    }

    /** @return the database of a workspace that is being created */
    Path unfinished() {
        return control().resolve("new" + Database.SUFFIX);
    }

    /** @return the folder of backups, in sight of who looks after the files */
    Path backups() {
        return folder.resolve("backups");
    }

    /** @return a backup that is being taken */
    Path unfinishedBackup() {
        return backups().resolve("unfinished" + Database.SUFFIX);
    }

    /** @return where a database is kept that a backup replaces, told apart by the time */
    Path replaced(String time) {
        return folder.resolve(REPLACED + time + Database.SUFFIX);
    }

    /** @return the databases that backups replaced, intact or not */
    List<Path> replaced() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).filter(file -> file.getFileName().toString().startsWith(REPLACED)
                    && file.getFileName().toString().endsWith(Database.SUFFIX)).toList();
        }
    }

    /** @return the folder of files that are stored as evidence, in sight of who looks after the files */
    Path evidence() {
        return folder.resolve("evidence");
    }

    /** @return the folder that has what the backups name of those, each once for all backups */
    Path evidenceOfBackups() {
        return evidenceBeside(backups().resolve("any"));
    }

    /** @return the folder of stored evidence that belongs to a backup */
    static Path evidenceBeside(Path backup) {
        return backup.toAbsolutePath().resolveSibling("evidence");
    }

    /** @return a piece of evidence that is being copied */
    Path copiedEvidence() {
        return control().resolve("evidence-copy.part");
    }

    /** @return the database of a workspace that is being brought to a newer format or restored */
    Path replacement() {
        return control().resolve("replacement" + Database.SUFFIX);
    }

    /** @return there while the workspace gets a password, another one, or none */
    Path protecting() {
        return control().resolve("protecting");
    }

    /** @return what {@link LostHeads} keeps */
    Path lostHeads() {
        return control().resolve("lost-heads");
    }

    /** @return the note of the newest revision */
    Path head() {
        return control().resolve("head");
    }
}
