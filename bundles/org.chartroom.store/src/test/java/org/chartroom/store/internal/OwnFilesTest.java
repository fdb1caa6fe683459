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
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.workspace.BackupInfo;
import org.chartroom.core.workspace.EvidenceStore;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.PasswordPrompt;
import org.chartroom.core.workspace.Verification;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.WorkspaceException.Kind;
import org.chartroom.model.Evidence;
import org.chartroom.model.risk.RiskRegister;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links, pipes and folders where a workspace keeps its files: who hands a workspace on may have put them there. */
class OwnFilesTest {
    private static final byte[] PROOF = "proof of what was found".getBytes(StandardCharsets.UTF_8);
    private static final String VICTIM = "0123456789".repeat(20);

    @TempDir
    Path temporary;

    private final RiskRegister register = Samples.register("RSK-1", Samples.risk("R-1", "Outage"));
    private Path folder;
    private Path victim;
    private String sha256;
    private BackupInfo backup;

    @BeforeEach
    void aWorkspaceWithEvidenceAndABackup() throws IOException {
        folder = temporary.resolve("workspace");
        victim = Files.writeString(temporary.resolve("victim.txt"), VICTIM);
        try (H2WorkspaceStore store = open(OpenMode.CREATE)) {
            sha256 = store.evidence().keep(new ByteArrayInputStream(PROOF), new NullProgressMonitor());
            Evidence evidence = Samples.withId(Samples.MODEL.createEvidence());
            evidence.setName("proof");
            evidence.setUri("evidence/" + sha256);
            register.getEvidence().add(evidence);
            new Commits().create(register).to(store);
            backup = store.backup();
        }
    }

    private H2WorkspaceStore open(OpenMode mode) {
        return (H2WorkspaceStore) new H2StoreProvider().open(folder, mode);
    }

    private Path replace(String name, Target target) throws IOException {
        Path path = folder.resolve(name);
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(path, temporary.resolve("former"));
        } else {
            Files.deleteIfExists(path);
        }
        target.make(path);
        return path;
    }

    private interface Target {
        void make(Path path) throws IOException;
    }

    private static void pipe(Path path) throws IOException {
        try {
            assertEquals(0, new ProcessBuilder("mkfifo", path.toString()).start().waitFor());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private void assertRefused(Path what) throws IOException {
        for (Runnable use : List.<Runnable>of(() -> open(OpenMode.CREATE).close(),
                () -> open(OpenMode.READ_ONLY).close(),
                () -> new H2StoreProvider().restore(folder, backup.file(), PasswordPrompt.NONE),
                () -> new H2StoreProvider().protect(folder, PasswordPrompt.NONE,
                        Optional.of("secret".toCharArray())))) {
            WorkspaceException refused = assertThrows(WorkspaceException.class, use::run);
            assertEquals(Kind.DAMAGED, refused.kind());
            assertTrue(refused.getMessage().startsWith(what + " is "), refused.getMessage());
        }
        assertEquals(VICTIM, Files.readString(victim));
    }

    @ParameterizedTest
    @ValueSource(strings = {"workspace.mv.db", "workspace.key", ".chartroom/lock", ".chartroom/gate", ".chartroom/head",
            ".chartroom/new.mv.db", ".chartroom/replacement.mv.db", ".chartroom/evidence-copy.part", ".chartroom/other",
            "backups/workspace.key", "backups/unfinished.mv.db", "replaced-1.mv.db", "backups/1.mv.db"})
    void aLinkInThePlaceOfAFileIsRefusedAndNotFollowed(String name) throws IOException {
        assertRefused(replace(name, path -> Files.createSymbolicLink(path, victim)));
    }

    @ParameterizedTest
    @ValueSource(strings = {".chartroom/lock", ".chartroom/gate", ".chartroom/head", "workspace.mv.db"})
    void aPipeInThePlaceOfAFileIsRefusedAndNotWaitedFor(String name) throws IOException {
        assertRefused(replace(name, OwnFilesTest::pipe));
    }

    @ParameterizedTest
    @ValueSource(strings = {"workspace.mv.db", "workspace.key", ".chartroom/lock", ".chartroom/replacement.mv.db"})
    void aFolderInThePlaceOfAFileIsRefusedByName(String name) throws IOException {
        assertRefused(replace(name, Files::createDirectory));
    }

    @ParameterizedTest
    @ValueSource(strings = {".chartroom", "evidence", "backups/evidence"})
    void aLinkInThePlaceOfAFolderIsRefused(String name) throws IOException {
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        assertRefused(replace(name, path -> Files.createSymbolicLink(path, elsewhere)));
        try (var contents = Files.list(elsewhere)) {
            assertEquals(0, contents.count());
        }
    }

    @Test
    void theFolderOfTheWorkspaceItselfMayBeALink() throws IOException {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), folder);
        try (H2WorkspaceStore store = (H2WorkspaceStore) new H2StoreProvider().open(link, OpenMode.CREATE)) {
            assertEquals(1, store.artifacts().size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"link", "pipe", "folder"})
    void storedEvidenceThatIsNoFileIsToldAsAlteredAndNotRead(String kind) throws IOException {
        Path file = replace("evidence/" + sha256, path -> {
            switch (kind) {
                case "link" -> Files.createSymbolicLink(path, Path.of("/dev/zero"));
                case "pipe" -> pipe(path);
                default -> Files.createDirectory(path);
            }
        });
        try (H2WorkspaceStore store = open(OpenMode.CREATE)) {
            assertEquals(EvidenceStore.State.DIFFERS, store.evidence().check(sha256, new NullProgressMonitor()));
            assertEquals(Verification.Kind.EVIDENCE_ALTERED,
                    store.verify(Optional.empty()).problems().get(0).kind());
            WorkspaceException refused = assertThrows(WorkspaceException.class, () -> store.evidence().read(sha256));
            assertTrue(refused.getMessage().startsWith(file + " is "), refused.getMessage());
            store.saveAs(temporary.resolve("copy"));
            assertTrue(store.warnings().stream().anyMatch(warning -> warning.contains(sha256)),
                    store.warnings().toString());
        }
        assertFalse(Files.exists(temporary.resolve("copy/evidence").resolve(sha256)));
    }

    @Test
    void storedEvidenceThatIsMissingIsToldByEachCopyOfTheWorkspace() throws IOException {
        Files.delete(folder.resolve("evidence").resolve(sha256));
        Files.delete(folder.resolve("backups/evidence").resolve(sha256));
        try (H2WorkspaceStore store = open(OpenMode.CREATE)) {
            store.backup();
            assertTold(store, "is not in the backup");
            store.restore(backup.file());
            assertTold(store, "was not restored");
            store.saveAs(temporary.resolve("copy"));
            assertTold(store, "was not copied");
        }
    }

    private void assertTold(H2WorkspaceStore store, String what) {
        assertTrue(store.warnings().stream().anyMatch(warning -> warning.contains(sha256) && warning.contains(what)),
                store.warnings().toString());
    }

    @Test
    void theCopyOfAWorkspaceWhoseFolderIsGoneTellsTheEvidenceThatWasThere() throws IOException {
        try (H2WorkspaceStore store = open(OpenMode.CREATE)) {
            Files.move(folder, temporary.resolve("renamed"));
            store.saveAs(temporary.resolve("copy"));
            assertTold(store, "was not copied");
        }
    }

    @Test
    void aFailedCopyLeavesNothingSoThatItCanBeTriedAgain() throws IOException {
        Path copy = temporary.resolve("copy");
        try (H2WorkspaceStore store = open(OpenMode.CREATE)) {
            byte[] intact = Files.readAllBytes(folder.resolve("workspace.mv.db"));
            Files.write(folder.resolve("workspace.mv.db"), "not a database".getBytes(StandardCharsets.UTF_8));
            assertThrows(WorkspaceException.class, () -> store.saveAs(copy));
            assertFalse(Files.exists(copy));
            Files.write(folder.resolve("workspace.mv.db"), intact);
            store.saveAs(copy);
            assertEquals(1, store.artifacts().size());
        }
    }
}
