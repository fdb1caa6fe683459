package org.chartroom.store.internal;

import org.chartroom.testkit.store.Dump;
import org.chartroom.testkit.store.Samples;
import org.chartroom.testkit.store.Commits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.HistoryQuery;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.PasswordPrompt;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskRegister;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damages the file of a workspace at random places; the number of rounds is the property chartroom.damage.rounds. What is
 * read must be what was written, or be refused, or verification must say what does not fit.
 */
class DamageTest {
    private static final int ROUNDS = Integer.getInteger("chartroom.damage.rounds", 40);
    private static final int PAGE = 4096;

    @TempDir
    Path folder;

    /** Whether the workspace has a password; the same must hold then. */
    private static final boolean ENCRYPTED = Boolean.getBoolean("chartroom.encrypted");
    private static final PasswordPrompt PASSWORD = (where, attempt) -> Optional.of("right".toCharArray());

    private final Random random = new Random(20261122);
    private byte[] intact;
    private String content;

    /** What to do with the bytes of the file. */
    private interface Damage {
        byte[] apply(byte[] bytes);
    }

    @BeforeEach
    void aWorkspaceWithSomeHistory() throws IOException {
        RiskRegister register = Samples.register("RSK-1");
        for (int i = 1; i <= 60; i++) {
            Risk risk = Samples.risk("R-" + i, "Risk number " + i);
            risk.setCostMin(Samples.euros(i + ".50"));
            register.getRisks().add(risk);
        }
        try (H2WorkspaceStore store = open(OpenMode.CREATE)) {
            new Commits().create(register).to(store);
            for (int i = 0; i < 30; i++) {
                Risk risk = register.getRisks().get(i);
                risk.setTitle("Changed title " + i);
                register.getTags().add("tag " + i);
                new Commits().update(risk, ModelPackage.Literals.SUBJECT__TITLE)
                        .update(register, ModelPackage.Literals.ARTIFACT__TAGS).because("reason " + i).to(store);
            }
            content = read(store);
        }
        if (ENCRYPTED) {
            new H2StoreProvider().protect(folder, PASSWORD, PASSWORD.ask(folder, 1));
        }
        intact = Files.readAllBytes(file());
    }

    private Path file() {
        return folder.resolve("workspace.mv.db");
    }

    private H2WorkspaceStore open(OpenMode mode) {
        return (H2WorkspaceStore) new H2StoreProvider().open(folder, mode, PASSWORD);
    }

    private static String read(H2WorkspaceStore store) {
        StringBuilder text = new StringBuilder();
        for (ArtifactInfo info : store.artifacts()) {
            text.append(info).append(Dump.of(store.load(info.id()).orElseThrow()))
                    .append(Dump.of(store.load(info.id(), 7).orElseThrow()));
        }
        text.append(store.revisions(100)).append(store.history(HistoryQuery.everything()));
        return text.toString();
    }

    private void assertNothingChangesSilently(String name, Damage damage) throws IOException {
        int refused = 0;
        int verified = 0;
        int harmless = 0;
        List<String> silent = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Files.write(file(), damage.apply(intact.clone()));
            String seen = null;
            boolean isIntact = false;
            try (H2WorkspaceStore store = open(OpenMode.READ_ONLY)) {
                isIntact = store.verify(Optional.empty()).isIntact();
                seen = read(store);
            } catch (WorkspaceException e) {
                assertTrue(e.getMessage().endsWith("."), e.getMessage());
                refused++;
                continue;
            }
            if (!isIntact) {
                verified++;
            } else if (content.equals(seen)) {
                harmless++;
            } else {
                silent.add("round " + round);
            }
        }
        System.out.println(name + ": " + ROUNDS + " damaged, " + refused + " refused, " + verified
                + " told by verification, " + harmless + " without effect, " + silent.size() + " silent");
        assertEquals(List.of(), silent);
    }

    @Test
    void aFlippedBitIsNeverTakenForData() throws IOException {
        assertNothingChangesSilently("flipped bit", bytes -> {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            return bytes;
        });
    }

    @Test
    void aZeroedPageIsNeverTakenForData() throws IOException {
        assertNothingChangesSilently("zeroed page", bytes -> {
            int page = random.nextInt(bytes.length / PAGE);
            Arrays.fill(bytes, page * PAGE, (page + 1) * PAGE, (byte) 0);
            return bytes;
        });
    }

    @Test
    void aTruncatedFileIsNeverTakenForAShorterHistory() throws IOException {
        String head;
        try (H2WorkspaceStore store = open(OpenMode.READ_ONLY)) {
            head = store.head().map(Revision::hash).orElseThrow();
        }
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Files.write(file(), Arrays.copyOf(intact, random.nextInt(intact.length)));
            try (H2WorkspaceStore store = open(OpenMode.READ_ONLY)) {
                // An older state that is whole in itself is found against the head.
                boolean isFound = !store.verify(Optional.of(head)).isIntact();
                assertTrue(isFound || content.equals(read(store)), "round " + round);
            } catch (WorkspaceException e) {
                refused++;
            }
        }
        System.out.println("truncated: " + ROUNDS + " damaged, " + refused + " refused, the rest found or harmless");
        assertTrue(refused > 0);
    }
}
