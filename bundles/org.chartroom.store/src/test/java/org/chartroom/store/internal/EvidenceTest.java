package org.chartroom.store.internal;

import org.chartroom.testkit.store.Samples;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.chartroom.core.evidence.Evidences;
import org.chartroom.core.internal.workspace.DefaultWorkspaces;
import org.chartroom.core.workspace.BackupInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.EvidenceStore.State;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Verification;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.Artifact;
import org.chartroom.model.Evidence;
import org.chartroom.model.Person;
import org.chartroom.model.risk.RiskPackage;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are stored as evidence. */
class EvidenceTest {
    /** The message and its digest in FIPS 180-4. */
    private static final byte[] ABC = "abc".getBytes(StandardCharsets.US_ASCII);
    private static final String ABC_HASH = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void create() {
        workspace = open(OpenMode.CREATE);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Workspace open(OpenMode mode) {
        return new DefaultWorkspaces(new H2StoreProvider()).open(folder, mode, "ada");
    }

    private String keep(byte[] content) throws IOException {
        return workspace.evidence().keep(new ByteArrayInputStream(content), new NullProgressMonitor());
    }

    private State check() {
        return workspace.evidence().check(ABC_HASH, new NullProgressMonitor());
    }

    private Path stored() {
        return folder.resolve("evidence").resolve(ABC_HASH);
    }

    private List<Path> files(String name) throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve(name))) {
            return all.toList();
        }
    }

    private void commitEvidence() throws IOException {
        keep(ABC);
        try (EditSession session = workspace.openSession()) {
            Artifact register = session.create(RiskPackage.Literals.RISK_REGISTER, "RSK", "Move");
            session.editingDomain().getCommandStack()
                    .execute(Evidences.addFile(session, register, "minutes.txt", ABC_HASH, TODAY));
            session.commit("");
        }
    }

    private List<Verification.Problem> problems() {
        return workspace.verify(Optional.empty()).problems();
    }

    @Test
    void contentIsFiledUnderItsHashAndReadBack() throws IOException {
        assertEquals(ABC_HASH, keep(ABC));
        assertEquals(State.MATCHES, check());
        try (InputStream in = workspace.evidence().read(ABC_HASH).orElseThrow()) {
            assertArrayEquals(ABC, in.readAllBytes());
        }
        assertArrayEquals(ABC, Files.readAllBytes(stored()));
    }

    @Test
    void theSameContentIsStoredOnce() throws IOException {
        keep(ABC);
        keep(ABC);
        assertEquals(List.of(stored()), files("evidence"));
    }

    @Test
    void alteredContentDiffersUntilTheOriginalIsAddedAgain() throws IOException {
        keep(ABC);
        Files.writeString(stored(), "abd");
        assertEquals(State.DIFFERS, check());
        keep(ABC);
        assertEquals(State.MATCHES, check());
    }

    @Test
    void contentThatIsGoneIsMissing() throws IOException {
        keep(ABC);
        Files.delete(stored());
        assertEquals(State.MISSING, check());
        assertEquals(Optional.empty(), workspace.evidence().read(ABC_HASH));
    }

    @Test
    void aNameThatIsNoHashLeadsNowhere() {
        assertThrows(IllegalArgumentException.class, () -> workspace.evidence().read("../workspace.mv.db"));
        assertEquals(Optional.empty(), Evidences.storedHash("evidence/../workspace.mv.db"));
    }

    @Test
    void cancellingStoresNothing() throws IOException {
        NullProgressMonitor cancelled = new NullProgressMonitor();
        cancelled.setCanceled(true);
        assertThrows(OperationCanceledException.class,
                () -> workspace.evidence().keep(new ByteArrayInputStream(ABC), cancelled));
        assertEquals(State.MISSING, check());
        assertFalse(files(".chartroom").stream().anyMatch(file -> file.toString().endsWith(".part")));
    }

    @Test
    void contentThatCannotBeReadStoresNothing() throws IOException {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("no medium");
            }
        };
        IOException failure = assertThrows(IOException.class,
                () -> workspace.evidence().keep(broken, new NullProgressMonitor()));
        assertEquals("no medium", failure.getMessage());
        assertFalse(files(".chartroom").stream().anyMatch(file -> file.toString().endsWith(".part")));
    }

    @Test
    void whatAKilledProcessLeftIsDroppedWithTheNextOpening() throws IOException {
        workspace.close();
        Path left = folder.resolve(".chartroom/evidence-0815.part");
        Files.writeString(left, "half");
        workspace = open(OpenMode.READ_WRITE);
        assertFalse(Files.exists(left));
    }

    @Test
    void aReaderReadsAndStoresNothing() throws IOException {
        keep(ABC);
        try (Workspace reader = open(OpenMode.READ_ONLY)) {
            assertEquals(State.MATCHES, reader.evidence().check(ABC_HASH, new NullProgressMonitor()));
            assertEquals(WorkspaceException.Kind.READ_ONLY, assertThrows(WorkspaceException.class, () -> reader
                    .evidence().keep(new ByteArrayInputStream(ABC), new NullProgressMonitor())).kind());
        }
    }

    @Test
    void verifyingNamesAlteredEvidence() throws IOException {
        commitEvidence();
        assertEquals(List.of(), problems());
        Files.writeString(stored(), "abd");
        assertEquals(Verification.Kind.EVIDENCE_ALTERED, problems().get(0).kind());
        assertTrue(problems().get(0).message().contains("minutes.txt"));
    }

    @Test
    void verifyingNamesMissingEvidenceAlsoOfThePast() throws IOException {
        commitEvidence();
        try (EditSession session = workspace.openSession()) {
            Artifact register = session.artifact(workspace.find("RSK-001").orElseThrow().id()).orElseThrow();
            session.editingDomain().getCommandStack()
                    .execute(Evidences.remove(session, register.getEvidence().get(0)));
            session.commit("");
        }
        Files.delete(stored());
        assertEquals(List.of(Verification.Kind.EVIDENCE_MISSING),
                problems().stream().map(Verification.Problem::kind).toList());
    }

    @Test
    void aBackupBringsEvidenceBack() throws IOException {
        commitEvidence();
        BackupInfo backup = workspace.backup();
        Files.delete(stored());
        workspace.restore(backup.file());
        assertEquals(State.MATCHES, check());
        Files.writeString(stored(), "abd");
        workspace.restore(backup.file());
        assertEquals(State.MATCHES, check());
        assertEquals(List.of(), problems());
    }

    @Test
    void aBackupOfAClosedWorkspaceBringsEvidenceBack() throws IOException {
        commitEvidence();
        BackupInfo backup = workspace.backup();
        workspace.close();
        Files.delete(stored());
        new H2StoreProvider().restore(folder, backup.file());
        workspace = open(OpenMode.READ_WRITE);
        assertEquals(State.MATCHES, check());
    }

    @Test
    void alteredEvidenceIsNotBackedUpAndThatIsTold() throws IOException {
        commitEvidence();
        Files.writeString(stored(), "abd");
        workspace.backup();
        assertTrue(workspace.warnings().stream().anyMatch(warning -> warning.contains(ABC_HASH)));
        assertFalse(Files.exists(folder.resolve("backups/evidence").resolve(ABC_HASH)));
    }

    @Test
    void compactingKeepsWhatARevisionNamesAndDropsTheRest() throws IOException {
        commitEvidence();
        keep("never committed".getBytes(StandardCharsets.US_ASCII));
        workspace.close();
        workspace = open(OpenMode.READ_WRITE);
        assertEquals(2, files("evidence").size());
        workspace.compact();
        assertEquals(List.of(stored()), files("evidence"));
    }

    @Test
    void compactingKeepsWhatWasStoredOnlyNow() throws IOException {
        commitEvidence();
        keep("about to be committed".getBytes(StandardCharsets.US_ASCII));
        workspace.compact();
        assertEquals(2, files("evidence").size());
    }

    @Test
    void evidenceSaysWhoAddedItAndWhen() throws IOException {
        try (EditSession session = workspace.openSession()) {
            Person ada = Samples.person("Ada Lovelace");
            ada.setEmail("ada@example.org");
            session.directory().getPeople().add(ada);
            Artifact register = session.create(RiskPackage.Literals.RISK_REGISTER, "RSK", "Move");
            session.editingDomain().getCommandStack().execute(
                    Evidences.addAddress(session, register, "Wiki", "https://wiki.example.org/minutes", TODAY));
            Evidence evidence = register.getEvidence().get(0);
            assertEquals(ada, evidence.getAddedBy());
            assertEquals("ada", evidence.getAccount());
            assertEquals(TODAY, evidence.getAddedOn());
        }
    }

    @Test
    void anAddressMustBeComplete() {
        for (String good : List.of("https://a.example/b%20c", "urn:uuid:00", "file:///tmp/a", "http://my_host/x")) {
            assertEquals(Optional.empty(), Evidences.refusal(good));
        }
        for (String bad : List.of("", "minutes.txt", "https://", "https:///x", "http://a b", "C:\\minutes.txt",
                "evidence/" + ABC_HASH)) {
            assertTrue(Evidences.refusal(bad).isPresent(), bad);
        }
    }
}
