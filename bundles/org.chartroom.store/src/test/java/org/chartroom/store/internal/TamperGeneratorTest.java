package org.chartroom.store.internal;

import org.chartroom.testkit.store.Dump;
import org.chartroom.testkit.store.Samples;
import org.chartroom.testkit.store.Commits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.HistoryQuery;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.Baseline;
import org.chartroom.model.Directory;
import org.chartroom.model.Evidence;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.SignOff;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.store.internal.Tampering.Kind;
import org.chartroom.store.internal.Tampering.Rehash;
import org.chartroom.store.internal.file.FileKey;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Some hundreds of random edits behind the product's back, one to three at a time, with and without checksums and chain
 * made to fit again; how many is the property chartroom.tamper.rounds. None that changes what is shown passes
 * verification against a head hash that was noted elsewhere.
 */
class TamperGeneratorTest {
    private static final int ROUNDS = Integer.getInteger("chartroom.tamper.rounds", 200);
    private static final long SEED = Long.getLong("chartroom.tamper.seed", 20261129);
    private static final int MOST_EDITS = 3;

    @TempDir
    Path folder;

    private byte[] intact;
    private String shown;
    private String head;
    private long noted;

    /** What became of the edits of a kind. */
    private static final class Count {
        private int refused;
        private int found;
        private int without;
        private int silent;
    }

    @BeforeEach
    void aWorkspaceWithSomethingOfEverything() throws IOException {
        Directory directory = Samples.directory(Samples.person("Ada"), Samples.person("Bob"));
        RiskRegister register = Samples.register("RSK-1", Samples.risk("R-1", "Outage?"), Samples.risk("R-2", "Theft"),
                Samples.risk("R-3", "Fire"));
        RiskRegister other = Samples.register("RSK-2", Samples.risk("R-1", "Flood"));
        Risk moving = register.getRisks().get(2);
        register.getTags().addAll(List.of("one", "two"));
        register.getRisks().get(0).setCostMin(Samples.euros("10.50"));
        register.getRisks().get(0).setOwner(directory.getPeople().get(0));
        SignOff signOff = Samples.withId(Samples.MODEL.createSignOff());
        register.getSignOffs().add(signOff);
        try (H2WorkspaceStore store = open(OpenMode.CREATE)) {
            Evidence evidence = Samples.withId(Samples.MODEL.createEvidence());
            evidence.setName("proof");
            evidence.setUri("evidence/" + store.evidence().keep(
                    new ByteArrayInputStream("proof".getBytes(StandardCharsets.UTF_8)), new NullProgressMonitor()));
            register.getEvidence().add(evidence);
            new Commits().create(directory).to(store);
            new Commits().create(register).create(other).because("kick-off").to(store);
            Revision second = store.head().orElseThrow();
            Baseline baseline = Samples.withId(Samples.MODEL.createBaseline());
            baseline.setName("Gate 1");
            baseline.setRevision(second.number());
            baseline.setHeadHash(second.hash());
            baseline.setCreatedAt(Instant.parse("2026-11-29T00:00:00Z"));
            directory.getBaselines().add(baseline);
            new Commits().create(baseline).order(directory, ModelPackage.Literals.DIRECTORY__BASELINES).to(store);
            for (int i = 0; i < 4; i++) {
                register.getRisks().get(i % 2).setTitle("title? " + i);
                register.getTags().add("tag? " + i);
                new Commits().update(register.getRisks().get(i % 2), ModelPackage.Literals.SUBJECT__TITLE)
                        .update(register, ModelPackage.Literals.ARTIFACT__TAGS).because("reason? " + i).to(store);
            }
            register.getRisks().remove(moving);
            other.getRisks().add(moving);
            new Commits().relocate(moving).order(other, RiskPackage.Literals.RISK_REGISTER__RISKS).to(store);
            Risk deleted = register.getRisks().remove(1);
            new Commits().delete(deleted).order(register, RiskPackage.Literals.RISK_REGISTER__RISKS).to(store);
            head = store.head().orElseThrow().hash();
            noted = store.head().orElseThrow().number();
            shown = shown(store);
        }
        intact = Files.readAllBytes(file());
    }

    private Path file() {
        return folder.resolve("workspace.mv.db");
    }

    private H2WorkspaceStore open(OpenMode mode) {
        return (H2WorkspaceStore) new H2StoreProvider().open(folder, mode);
    }

    /** All that the product shows of a workspace: the present, the past, links, history, evidence. */
    private String shown(H2WorkspaceStore store) {
        StringBuilder text = new StringBuilder(store.id());
        // A revision more that changes nothing is a commit like any other: the head that was noted does not cover it.
        long newest = Math.min(store.head().map(Revision::number).orElse(0L), noted);
        for (long revision = 1; revision <= newest + 1; revision++) {
            long at = revision <= newest ? revision : RootLoader.NEWEST;
            for (ArtifactInfo info : store.artifacts(at)) {
                text.append(info).append(store.load(info.id(), at).map(Dump::of).orElse("gone"));
                store.referencesTo(info.id()).forEach(text::append);
            }
            store.directoryId().ifPresent(id -> text.append(store.load(id, at).map(Dump::of).orElse("gone")));
        }
        return text.append(store.revisions(100).stream().filter(revision -> revision.number() <= noted).toList())
                .append(store.history(HistoryQuery.everything())).toString();
    }

    @Test
    void noEditThatChangesWhatIsShownPassesVerification() throws SQLException, IOException {
        Random random = new Random(SEED);
        Map<Kind, Count> counts = new EnumMap<>(Kind.class);
        List<String> silent = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Files.write(file(), intact);
            Files.deleteIfExists(folder.resolve(".chartroom/head"));
            // Each kind first in turn, so that none is left out by chance.
            List<Kind> kinds = new ArrayList<>(List.of(Kind.values()[round % Kind.values().length]));
            for (int more = random.nextInt(MOST_EDITS); more > 0; more--) {
                kinds.add(Kind.values()[random.nextInt(Kind.values().length)]);
            }
            Rehash rehash = Rehash.values()[random.nextInt(Rehash.values().length)];
            tamper(kinds, rehash, random);
            Count count = counts.computeIfAbsent(kinds.get(0), kind -> new Count());
            if (!isTold(count)) {
                count.silent++;
                silent.add("round " + round + ": " + kinds + ", rehashed " + rehash);
            }
        }
        print(counts);
        assertEquals(List.of(), silent);
        assertTrue(counts.values().stream().mapToInt(count -> count.found + count.refused).sum() > ROUNDS / 2);
    }

    private void tamper(List<Kind> kinds, Rehash rehash, Random random) throws SQLException, IOException {
        try (Database database = new Database(file(), FileKey.NONE, false, false)) {
            for (Kind kind : kinds) {
                try {
                    new Tampering(database, random).apply(kind);
                } catch (SQLException e) {
                    // An edit before took away what this one wants to edit.
                    if (!TablesVerifier.isAboutDefinition(e)) {
                        throw e;
                    }
                }
            }
            try {
                new Tampering(database, random).rehash(rehash);
            } catch (SQLException e) {
                if (!TablesVerifier.isAboutDefinition(e)) {
                    throw e;
                }
            }
        }
    }

    /** Refused, found by verification, or without any effect on what is shown. */
    private boolean isTold(Count count) {
        try (H2WorkspaceStore store = open(OpenMode.READ_ONLY)) {
            if (!store.verify(Optional.of(head)).isIntact()) {
                count.found++;
                return true;
            }
            if (shown.equals(shown(store))) {
                count.without++;
                return true;
            }
            return false;
        } catch (WorkspaceException e) {
            count.refused++;
            return true;
        }
    }

    private static void print(Map<Kind, Count> counts) {
        System.out.println(
                "| edits of the kind, alone or with others | cases | refused | found | without effect | silent |");
        System.out.println("|---|---|---|---|---|---|");
        counts.forEach((kind,
                count) -> System.out.println("| " + kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
                        + " | " + (count.refused + count.found + count.without + count.silent) + " | " + count.refused
                        + " | "
                        + count.found + " | " + count.without + " | " + count.silent + " |"));
    }
}
