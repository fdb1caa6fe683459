package org.chartroom.store.internal;

import org.chartroom.testkit.store.Samples;
import org.chartroom.testkit.store.Commits;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.chartroom.core.files.OutputFiles;
import org.chartroom.core.files.RefusedFileException;
import org.chartroom.core.workspace.BackupInfo;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.PasswordPrompt;
import org.chartroom.core.workspace.Restoration;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.WorkspaceException.Kind;
import org.chartroom.model.Evidence;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.risk.RiskRegister;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workspaces with a password. */
class PasswordTest {
    private static final String SECRET = "the secret of the board";
    private static final PasswordPrompt RIGHT = (folder, attempt) -> Optional.of("right".toCharArray());
    private static final PasswordPrompt WRONG = (folder, attempt) -> Optional.of("wrong".toCharArray());

    @TempDir
    Path folder;

    private final H2StoreProvider provider = new H2StoreProvider();
    private final RiskRegister register = Samples.register("RSK-1", Samples.risk("R-1", SECRET));
    private String sha256;
    private BackupInfo backup;

    @BeforeEach
    void aWorkspaceWithEvidenceAndABackup() throws IOException {
        try (H2WorkspaceStore store = open(PasswordPrompt.NONE)) {
            sha256 = keep(store, SECRET);
            Evidence evidence = Samples.withId(Samples.MODEL.createEvidence());
            evidence.setName("proof");
            evidence.setUri("evidence/" + sha256);
            register.getEvidence().add(evidence);
            new Commits().create(register).to(store);
            backup = store.backup();
        }
    }

    private static String keep(H2WorkspaceStore store, String text) throws IOException {
        return store.evidence().keep(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                new NullProgressMonitor());
    }

    private H2WorkspaceStore open(PasswordPrompt prompt) {
        return (H2WorkspaceStore) provider.open(folder, OpenMode.CREATE, prompt);
    }

    private void protect() {
        provider.protect(folder, PasswordPrompt.NONE, Optional.of("right".toCharArray()));
    }

    private List<Path> filesWithTheSecret() throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(SECRET)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private void assertContent(H2WorkspaceStore store) throws IOException {
        assertEquals(SECRET, ((RiskRegister) store.load(register.getId()).orElseThrow()).getRisks().get(0).getTitle());
        try (InputStream in = store.evidence().read(sha256).orElseThrow()) {
            assertEquals(SECRET, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        Verified.clean(store);
    }

    @Test
    void withoutAPasswordTheContentLiesOpenAndWithOneInNoFile() throws IOException {
        assertFalse(filesWithTheSecret().isEmpty());
        protect();
        assertEquals(List.of(), filesWithTheSecret());
        try (H2WorkspaceStore store = open(RIGHT)) {
            assertContent(store);
            store.backup();
            register.getRisks().get(0).setTitle(SECRET + " again");
            new Commits().update(register.getRisks().get(0), ModelPackage.Literals.SUBJECT__TITLE).to(store);
            keep(store, SECRET + " once more");
            store.compact();
        }
        assertEquals(List.of(), filesWithTheSecret());
    }

    @Test
    void aDatabaseThatABackupReplacedIsEncryptedToo() throws IOException {
        provider.restore(folder, backup.file(), PasswordPrompt.NONE);
        int before = filesWithTheSecret().size();
        protect();
        assertEquals(List.of(), filesWithTheSecret());
        provider.protect(folder, RIGHT, Optional.empty());
        assertEquals(before, filesWithTheSecret().size());
    }

    @Test
    void aDamagedDatabaseThatABackupReplacedIsNamedBeforeAnythingIsChanged() throws IOException {
        Path damaged = Files.writeString(folder.resolve("replaced-20260101T000000Z.mv.db"), SECRET);
        WorkspaceException refused = assertThrows(WorkspaceException.class, this::protect);
        assertTrue(refused.getMessage().contains(damaged.toString()), refused.getMessage());
        assertFalse(Files.exists(folder.resolve("workspace.key")));
        assertEquals(SECRET, Files.readString(damaged));
        try (H2WorkspaceStore store = open(PasswordPrompt.NONE)) {
            assertContent(store);
        }
        Files.delete(damaged);
        protect();
        assertEquals(List.of(), filesWithTheSecret());
    }

    @ParameterizedTest
    @EnumSource(OpenMode.class)
    void aWrongPasswordAndNoneAreRefused(OpenMode mode) {
        protect();
        for (PasswordPrompt prompt : List.of(WRONG, PasswordPrompt.NONE)) {
            WorkspaceException refused = assertThrows(WorkspaceException.class,
                    () -> provider.open(folder, mode, prompt).close());
            assertEquals(Kind.PASSWORD, refused.kind(), refused.getMessage());
        }
    }

    @Test
    void whoMistypesIsAskedAgain() throws IOException {
        protect();
        List<Integer> attempts = new ArrayList<>();
        PasswordPrompt prompt = (where, attempt) -> {
            attempts.add(attempt);
            return Optional.of((attempt < 3 ? "wrong" : "right").toCharArray());
        };
        try (H2WorkspaceStore store = open(prompt)) {
            assertContent(store);
        }
        assertEquals(List.of(1, 2, 3), attempts);
    }

    @Test
    void itIsReadAndVerifiedWithThePassword() throws IOException {
        protect();
        try (H2WorkspaceStore store = (H2WorkspaceStore) provider.open(folder, OpenMode.READ_ONLY, RIGHT)) {
            assertContent(store);
        }
    }

    @Test
    void thePasswordCanBeChangedAndTakenAway() throws IOException {
        protect();
        provider.protect(folder, RIGHT, Optional.of("other".toCharArray()));
        assertThrows(WorkspaceException.class, () -> open(RIGHT).close());
        PasswordPrompt other = (where, attempt) -> Optional.of("other".toCharArray());
        try (H2WorkspaceStore store = open(other)) {
            assertContent(store);
        }
        assertThrows(WorkspaceException.class, () -> provider.protect(folder, WRONG, Optional.empty()));
        provider.protect(folder, other, Optional.empty());
        try (H2WorkspaceStore store = open(PasswordPrompt.NONE)) {
            assertContent(store);
        }
        assertFalse(Files.exists(folder.resolve("workspace.key")));
        provider.restore(folder, backup.file());
    }

    @Test
    void aBackupIsRestoredWithThePasswordAlsoElsewhere(@TempDir Path elsewhere) throws IOException {
        protect();
        try (H2WorkspaceStore store = open(RIGHT)) {
            store.backup();
            store.restore(backup.file());
            assertContent(store);
        }
        provider.restore(folder, backup.file(), RIGHT);
        assertThrows(WorkspaceException.class, () -> provider.restore(elsewhere, backup.file(), WRONG));
        provider.restore(elsewhere, backup.file(), RIGHT);
        try (H2WorkspaceStore store = (H2WorkspaceStore) provider.open(elsewhere, OpenMode.READ_WRITE, RIGHT)) {
            assertContent(store);
        }
    }

    @Test
    void anUnprotectedWorkspaceThatGetsAProtectedBackupIsProtectedAsAWholeAndSaysSo(@TempDir Path elsewhere)
            throws IOException {
        Path unprotected = elsewhere.resolve("unprotected");
        try (H2WorkspaceStore store = open(PasswordPrompt.NONE)) {
            store.saveAs(unprotected);
            store.backup();
        }
        protect();
        Restoration restored = provider.restore(unprotected, backup.file(), RIGHT);
        assertTrue(restored.warnings().toString().contains("that of the workspace from now on"),
                restored.warnings().toString());
        folder = unprotected;
        assertEquals(List.of(), filesWithTheSecret());
        try (H2WorkspaceStore store = open(RIGHT)) {
            assertEquals(List.of(), store.warnings());
            assertContent(store);
        }
        provider.protect(folder, RIGHT, Optional.empty());
    }

    @Test
    void aProtectedBackupThatIsNotUsedLeavesAnUnprotectedWorkspaceAsItWas(@TempDir Path elsewhere)
            throws IOException {
        Path unprotected = elsewhere.resolve("unprotected");
        try (H2WorkspaceStore store = open(PasswordPrompt.NONE)) {
            store.saveAs(unprotected);
        }
        protect();
        byte[] bytes = Files.readAllBytes(backup.file());
        Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) 0);
        Files.write(backup.file(), bytes);
        assertThrows(WorkspaceException.class, () -> provider.restore(unprotected, backup.file(), RIGHT));
        assertFalse(Files.exists(unprotected.resolve("workspace.key")));
        folder = unprotected;
        try (H2WorkspaceStore store = open(PasswordPrompt.NONE)) {
            assertContent(store);
            assertThrows(WorkspaceException.class, () -> store.restore(backup.file()));
            assertContent(store);
        }
    }

    @Test
    void itIsSavedElsewhereUnderTheSamePassword(@TempDir Path elsewhere) throws IOException {
        protect();
        try (H2WorkspaceStore store = open(RIGHT)) {
            store.saveAs(elsewhere);
            assertContent(store);
        }
        try (H2WorkspaceStore store = (H2WorkspaceStore) provider.open(elsewhere, OpenMode.READ_WRITE, RIGHT)) {
            assertContent(store);
        }
    }

    @Test
    void aMissingOrDamagedKeyFileIsToldAndTheOneOfTheBackupsServes() throws IOException {
        protect();
        Path key = folder.resolve("workspace.key");
        byte[] content = Files.readAllBytes(key);
        assertArrayEquals(content, Files.readAllBytes(folder.resolve("backups/workspace.key")));
        Files.delete(key);
        WorkspaceException missing = assertThrows(WorkspaceException.class, () -> open(RIGHT).close());
        assertEquals(Kind.DAMAGED, missing.kind());
        assertTrue(missing.getMessage().contains("workspace.key"), missing.getMessage());
        Files.write(key, content);
        try (H2WorkspaceStore store = open(RIGHT)) {
            assertContent(store);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory=999999999", "passes=0", "salt=zz", "lanes=x", "key=00", "nonce=", "format=2",
            "kdf=md5"})
    void aKeyFileThatAsksForTooMuchOrSaysNonsenseIsDamaged(String line) throws IOException {
        protect();
        Path key = folder.resolve("workspace.key");
        String name = line.substring(0, line.indexOf('='));
        Files.writeString(key, Files.readString(key).replaceAll("(?m)^" + name + "=.*$", line));
        WorkspaceException refused = assertThrows(WorkspaceException.class, () -> open(RIGHT).close());
        assertEquals(Kind.DAMAGED, refused.kind(), refused.getMessage());
    }

    @Test
    void stolenAndExchangedPartsOfEvidenceAreNoticed() throws IOException {
        protect();
        Path file = folder.resolve("evidence").resolve(sha256);
        byte[] sealed = Files.readAllBytes(file);
        sealed[sealed.length - 1] ^= 1;
        Files.write(file, sealed);
        try (H2WorkspaceStore store = open(RIGHT)) {
            assertFalse(store.verify(Optional.empty()).isIntact());
        }
    }

    @Test
    void largeEvidenceIsSealedInPartsAndComesBackAsItWas() throws IOException {
        protect();
        String large = "0123456789abcdef".repeat(50_000);
        try (H2WorkspaceStore store = open(RIGHT)) {
            String kept = keep(store, large);
            try (InputStream in = store.evidence().read(kept).orElseThrow()) {
                assertEquals(large, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void alteredEvidenceIsEncryptedAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("evidence").resolve(sha256), SECRET + " altered");
        protect();
        assertEquals(List.of(), filesWithTheSecret());
        provider.protect(folder, RIGHT, Optional.empty());
        assertEquals(SECRET + " altered", Files.readString(file));
    }

    @Test
    void evidenceThatCanNotBeOpenedKeepsItsKey() throws IOException {
        protect();
        Path file = folder.resolve("evidence").resolve(sha256);
        byte[] intact = Files.readAllBytes(file);
        byte[] damaged = intact.clone();
        damaged[damaged.length - 1] ^= 1;
        Files.write(file, damaged);
        WorkspaceException refused = assertThrows(WorkspaceException.class,
                () -> provider.protect(folder, RIGHT, Optional.empty()));
        assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
        assertTrue(Files.exists(folder.resolve("workspace.key")));
        Files.write(file, intact);
        provider.protect(folder, RIGHT, Optional.empty());
        try (H2WorkspaceStore store = open(PasswordPrompt.NONE)) {
            assertContent(store);
        }
    }

    @Test
    void whatAKilledProcessLeftReadableIsToldByWhoReadsAndEncryptedByWhoWrites() throws IOException {
        byte[] proof = Files.readAllBytes(folder.resolve("evidence").resolve(sha256));
        byte[] open = Files.readAllBytes(backup.file());
        protect();
        Files.write(folder.resolve("evidence").resolve(sha256), proof);
        Files.write(backup.file(), open);
        Files.createFile(folder.resolve(".chartroom/protecting"));
        try (H2WorkspaceStore store = (H2WorkspaceStore) provider.open(folder, OpenMode.READ_ONLY, RIGHT)) {
            assertTrue(store.warnings().toString().contains("was interrupted"), store.warnings().toString());
        }
        try (H2WorkspaceStore store = open(RIGHT)) {
            assertTrue(store.warnings().toString().contains("finished now"), store.warnings().toString());
            assertContent(store);
        }
        assertEquals(List.of(), filesWithTheSecret());
        try (H2WorkspaceStore store = open(RIGHT)) {
            assertEquals(List.of(), store.warnings());
        }
    }

    @Test
    void aProcessThatDiedBetweenKeyFileAndDatabaseLeavesAWorkspaceThatOpens() throws IOException {
        KeyFile.write(KeyFile.content(KeyFile.newKey(), "right".toCharArray()), folder.resolve("workspace.key"));
        try (H2WorkspaceStore store = open(PasswordPrompt.NONE)) {
            assertContent(store);
        }
        provider.protect(folder, RIGHT, Optional.of("right".toCharArray()));
        try (H2WorkspaceStore store = open(RIGHT)) {
            assertContent(store);
        }
    }

    @Test
    void everyFileOfAWorkspaceIsKnownForOne() throws IOException {
        protect();
        try (H2WorkspaceStore store = open(RIGHT)) {
            keep(store, "more proof");
            backup = store.backup();
        }
        provider.restore(folder, backup.file(), RIGHT);
        assertTrue(Files.exists(folder.resolve(KeyFile.NAME)));

        assertEquals(List.of(), OutputFiles.besides(folder));
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                byte[] before = Files.readAllBytes(file);
                assertThrows(RefusedFileException.class, () -> OutputFiles.write(file, out -> out.write(1)),
                        file.toString());
                assertArrayEquals(before, Files.readAllBytes(file), file.toString());
            }
        }
    }
}
