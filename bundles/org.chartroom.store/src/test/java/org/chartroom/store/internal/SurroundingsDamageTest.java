package org.chartroom.store.internal;

import org.chartroom.testkit.store.Samples;
import org.chartroom.testkit.store.Commits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.chartroom.core.workspace.BackupInfo;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.PasswordPrompt;
import org.chartroom.core.workspace.Verification;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.Evidence;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.risk.RiskRegister;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damages what lies beside the database, at random places and in random ways; the number of rounds is the property
 * chartroom.damage.rounds. The content stays, and what is damaged is told, or is without effect.
 */
class SurroundingsDamageTest {
    private static final int ROUNDS = Integer.getInteger("chartroom.damage.rounds", 12);

    @TempDir
    Path folder;

    private final Random random = new Random(20261129);
    private final RiskRegister register = Samples.register("RSK-1", Samples.risk("R-1", "Outage"));
    private PasswordPrompt prompt = PasswordPrompt.NONE;
    private BackupInfo backup;
    private String sha256;

    @BeforeEach
    void aWorkspaceWithEvidenceAndABackup() throws IOException {
        try (H2WorkspaceStore store = open()) {
            sha256 = store.evidence().keep(
                    new ByteArrayInputStream("proof of what was found ".repeat(20).getBytes(StandardCharsets.UTF_8)),
                    new NullProgressMonitor());
            Evidence evidence = Samples.withId(Samples.MODEL.createEvidence());
            evidence.setName("proof");
            evidence.setUri("evidence/" + sha256);
            register.getEvidence().add(evidence);
            new Commits().create(register).to(store);
            register.setTitle("second");
            new Commits().update(register, ModelPackage.Literals.SUBJECT__TITLE).to(store);
            backup = store.backup();
        }
    }

    private H2WorkspaceStore open() {
        return (H2WorkspaceStore) new H2StoreProvider().open(folder, OpenMode.CREATE, prompt);
    }

    private byte[] damaged(byte[] intact) {
        byte[] bytes = intact.clone();
        switch (random.nextInt(4)) {
            case 0 -> bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            case 1 -> {
                int from = random.nextInt(bytes.length);
                Arrays.fill(bytes, from, Math.min(bytes.length, from + 4096), (byte) 0);
            }
            case 2 -> {
                return Arrays.copyOf(bytes, random.nextInt(bytes.length));
            }
            default -> random.nextBytes(bytes);
        }
        return bytes;
    }

    /** What is seen after the damage. */
    private interface Look {
        /** @return whether something was told */
        boolean at(Path damagedFile) throws IOException;
    }

    private void assertTold(String name, Path file, Look look) throws IOException {
        byte[] intact = Files.readAllBytes(file);
        int told = 0;
        List<String> silent = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = damaged(intact);
            Files.write(file, bytes);
            if (look.at(file)) {
                told++;
            } else if (!Arrays.equals(bytes, intact)) {
                silent.add("round " + round + ": " + bytes.length + " bytes");
            }
            Files.write(file, intact);
        }
        System.out.println(name + ": " + ROUNDS + " damaged, " + told + " told, " + silent.size() + " silent");
        assertEquals(List.of(), silent);
    }

    private void assertContent(H2WorkspaceStore store) {
        assertEquals("second", ((RiskRegister) store.load(register.getId()).orElseThrow()).getTitle());
        assertEquals(2, store.head().orElseThrow().number());
    }

    @Test
    void aDamagedNoteOfTheNewestRevisionIsTold() throws IOException {
        assertTold("head note", folder.resolve(".chartroom/head"), file -> {
            // Cut off to nothing it says no more than none at all; that one can be missing.
            boolean isEmpty = Files.size(file) == 0;
            try (H2WorkspaceStore store = open()) {
                assertContent(store);
                return isEmpty || !store.warnings().isEmpty();
            }
        });
    }

    @Test
    void damagedEvidenceIsTold() throws IOException {
        assertTold("evidence", folder.resolve("evidence").resolve(sha256), file -> {
            try (H2WorkspaceStore store = open()) {
                assertContent(store);
                return store.verify(Optional.empty()).problems().stream()
                        .anyMatch(problem -> problem.kind() == Verification.Kind.EVIDENCE_ALTERED);
            }
        });
    }

    @Test
    void aDamagedBackupIsNotRestoredOrIsWithoutEffect() throws IOException {
        assertTold("backup", backup.file(), file -> {
            try (H2WorkspaceStore store = open()) {
                store.restore(file);
                // Much of a file is not in use: what is restored is what was backed up.
                assertContent(store);
                Verified.clean(store);
                return true;
            } catch (WorkspaceException e) {
                assertTrue(e.getMessage().endsWith("."), e.getMessage());
                try (H2WorkspaceStore store = open()) {
                    assertContent(store);
                }
                return true;
            }
        });
    }

    @Test
    void aDamagedKeyFileIsToldAndTheOneOfTheBackupsIsTheWayBack() throws IOException {
        prompt = (where, attempt) -> Optional.of("right".toCharArray());
        new H2StoreProvider().protect(folder, prompt, Optional.of("right".toCharArray()));
        Path key = folder.resolve("workspace.key");
        assertTold("key file", key, file -> {
            try (H2WorkspaceStore store = open()) {
                // In the comment, or a letter of a number in hexadecimal that became a capital: the key is the same.
                assertContent(store);
                return true;
            } catch (WorkspaceException e) {
                Files.copy(folder.resolve("backups/workspace.key"), file,
                        StandardCopyOption.REPLACE_EXISTING);
                try (H2WorkspaceStore store = open()) {
                    assertContent(store);
                }
                return true;
            }
        });
    }

    @Test
    void locksHoldNothingThatCanBeLost() throws IOException {
        for (String name : List.of("lock", "gate")) {
            Files.write(folder.resolve(".chartroom").resolve(name), new byte[]{1, 2, 3, (byte) 0xFF});
            try (H2WorkspaceStore store = open()) {
                assertContent(store);
            }
        }
    }
}
