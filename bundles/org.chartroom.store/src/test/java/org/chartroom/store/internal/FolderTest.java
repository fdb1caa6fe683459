package org.chartroom.store.internal;

import org.chartroom.testkit.store.Samples;
import org.chartroom.testkit.store.Commits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.WorkspaceException.Kind;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.risk.RiskRegister;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What other programs do to the folder of a workspace while it is open. */
class FolderTest {
    @TempDir
    Path parent;

    private Path folder;
    private byte[] earlier;
    private H2WorkspaceStore store;
    private final RiskRegister register = Samples.register("RSK-1", Samples.risk("R-1", "Outage"));

    @BeforeEach
    void openAWorkspace() throws IOException {
        folder = Files.createDirectory(parent.resolve("workspace"));
        try (H2WorkspaceStore first = open(folder)) {
            new Commits().create(register).to(first);
        }
        earlier = Files.readAllBytes(file());
        store = open(folder);
        commit("second");
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static H2WorkspaceStore open(Path folder) {
        return (H2WorkspaceStore) new H2StoreProvider().open(folder, OpenMode.CREATE);
    }

    private Path file() {
        return folder.resolve("workspace.mv.db");
    }

    private void commit(String title) {
        register.setTitle(title);
        new Commits().update(register, ModelPackage.Literals.SUBJECT__TITLE).to(store);
    }

    /** What a synchronising program, a person or an administrator does. */
    enum Accident {
        /** Everything is removed. */
        FOLDER_REMOVED,
        /** The folder gets another name. */
        FOLDER_RENAMED,
        /** Another folder, with an earlier copy, takes its place. */
        FOLDER_REPLACED,
        /** Only the database is removed. */
        FILE_REMOVED,
        /** An earlier copy is renamed into its place. */
        FILE_REPLACED,
        /** An earlier copy is written over it. */
        FILE_OVERWRITTEN,
        /** One byte of it is written. */
        BYTE_WRITTEN,
        /** It is cut off. */
        FILE_TRUNCATED,
        /** The lock is removed: another process could begin to write. */
        LOCK_REMOVED,
        /** The lock is removed, and another process has made it anew. */
        LOCK_REPLACED
    }

    private void happen(Accident accident) throws IOException {
        Path lock = folder.resolve(".chartroom/lock");
        switch (accident) {
            case FOLDER_REMOVED -> remove(folder);
            case FOLDER_RENAMED -> Files.move(folder, parent.resolve("renamed"));
            case FOLDER_REPLACED -> {
                Files.move(folder, parent.resolve("renamed"));
                Files.createDirectories(folder.resolve(".chartroom"));
                Files.write(file(), earlier);
            }
            case FILE_REMOVED -> Files.delete(file());
            case FILE_REPLACED -> {
                Path other = Files.write(parent.resolve("other"), earlier);
                Files.move(other, file(), StandardCopyOption.REPLACE_EXISTING);
            }
            case FILE_OVERWRITTEN -> Files.write(file(), earlier);
            case BYTE_WRITTEN -> {
                byte[] bytes = Files.readAllBytes(file());
                bytes[bytes.length / 2] ^= 1;
                Files.write(file(), bytes);
                Files.setLastModifiedTime(file(), FileTime.from(Instant.now().plusSeconds(1)));
            }
            case FILE_TRUNCATED -> Files.write(file(), new byte[0]);
            case LOCK_REMOVED -> Files.delete(lock);
            case LOCK_REPLACED -> {
                Files.delete(lock);
                Files.write(lock, new byte[0]);
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Accident.class)
    void theNextCommitIsRefusedAndSaysWhatToDo(Accident accident) throws IOException {
        happen(accident);
        for (int i = 0; i < 2; i++) {
            WorkspaceException refused = assertThrows(WorkspaceException.class, () -> commit("lost"));
            assertEquals(Kind.REPLACED, refused.kind(), refused.getMessage());
            assertTrue(refused.getMessage().contains("save the workspace elsewhere"), refused.getMessage());
        }
        assertThrows(WorkspaceException.class, store::backup);
        assertThrows(WorkspaceException.class, store::compact);
    }

    @ParameterizedTest
    @EnumSource(value = Accident.class, names = {"FOLDER_REMOVED", "FOLDER_RENAMED", "FOLDER_REPLACED", "FILE_REMOVED",
            "FILE_REPLACED", "LOCK_REMOVED", "LOCK_REPLACED"})
    void theWorkspaceCanBeSavedElsewhereWithAllItsHistory(Accident accident) throws IOException {
        String sha256 = store.evidence().keep(new ByteArrayInputStream("proof".getBytes(StandardCharsets.UTF_8)),
                new NullProgressMonitor());
        happen(accident);
        assertThrows(WorkspaceException.class, () -> commit("third"));
        Path elsewhere = parent.resolve("elsewhere");
        store.saveAs(elsewhere);
        commit("third");
        assertEquals(3, store.head().orElseThrow().number());
        Verified.clean(store);
        store.close();
        try (H2WorkspaceStore again = open(elsewhere)) {
            assertEquals(3, again.revisions(10).size());
            assertEquals("third", ((RiskRegister) again.load(register.getId()).orElseThrow()).getTitle());
            boolean wasThere = accident != Accident.FOLDER_REMOVED && accident != Accident.FOLDER_RENAMED
                    && accident != Accident.FOLDER_REPLACED;
            assertEquals(wasThere, again.evidence().read(sha256).isPresent());
        }
    }

    @ParameterizedTest
    @EnumSource(value = Accident.class, names = {"FILE_OVERWRITTEN", "FILE_TRUNCATED"})
    void whatIsNotIntactAnyMoreIsNotSavedElsewhere(Accident accident) throws IOException {
        happen(accident);
        Path elsewhere = parent.resolve("elsewhere");
        WorkspaceException refused = assertThrows(WorkspaceException.class, () -> store.saveAs(elsewhere));
        assertEquals(Kind.DAMAGED, refused.kind(), refused.getMessage());
        assertFalse(Files.exists(elsewhere.resolve("workspace.mv.db")));
    }

    @Test
    void aWorkspaceIsNotSavedIntoAFolderWithSomethingInIt() throws IOException {
        Path other = Files.createDirectory(parent.resolve("other"));
        Files.writeString(other.resolve("mine.txt"), "mine");
        assertEquals(Kind.INVALID, assertThrows(WorkspaceException.class, () -> store.saveAs(other)).kind());
        assertEquals(List.of("mine.txt"), names(other));
        assertEquals(Kind.INVALID, assertThrows(WorkspaceException.class, () -> store.saveAs(folder)).kind());
        commit("third");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }

    @Test
    void aWorkspaceThatNothingHappenedToCanBeSavedElsewhereAndTheFormerOneStays() {
        Path elsewhere = parent.resolve("elsewhere");
        store.saveAs(elsewhere);
        commit("third");
        assertTrue(Files.exists(elsewhere.resolve("workspace.mv.db")));
        try (H2WorkspaceStore former = open(folder)) {
            assertEquals(2, former.head().orElseThrow().number());
            assertEquals(List.of(), former.warnings());
        }
    }

    @Test
    void aFileThatWasMadeReadOnlyIsNotWritten() throws IOException {
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("r--------"));
        assertEquals(Kind.UNWRITABLE, assertThrows(WorkspaceException.class, () -> commit("lost")).kind());
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));
        commit("third");
        assertEquals(3, store.head().orElseThrow().number());
    }

    @Test
    void aSecondWriterIsKeptOutWhenTheLockIsGone() throws IOException, InterruptedException {
        Files.delete(folder.resolve(".chartroom/lock"));
        Process child = Child.start("", "commit", folder);
        try {
            String first = child.inputReader().readLine();
            assertTrue(first == null || first.startsWith(Child.FAILED + Kind.BUSY), first);
        } finally {
            child.destroyForcibly().waitFor();
        }
        assertThrows(WorkspaceException.class, () -> commit("lost"));
    }

    @Test
    void manyCommitsReadingVerifyingAndBackingUpAreNotTakenForTheWorkOfOthers() {
        for (int i = 0; i < 200; i++) {
            commit("title " + i);
            store.load(register.getId());
            store.load(register.getId(), 1);
            if (i % 50 == 0) {
                store.backup();
                store.verify(Optional.empty());
                store.compact();
            }
        }
        assertEquals(202, store.head().orElseThrow().number());
    }

    @Test
    void aDamagedNoteOfTheNewestRevisionIsTold() throws IOException {
        store.close();
        Files.writeString(folder.resolve(".chartroom/head"), "not a hash");
        store = open(folder);
        assertEquals(1, store.warnings().size(), store.warnings().toString());
        assertTrue(store.warnings().get(0).contains("is damaged"), store.warnings().toString());
    }
}
