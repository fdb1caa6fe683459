package org.chartroom.store.internal;

import org.chartroom.testkit.store.Samples;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.List;

import org.chartroom.core.compare.Difference;
import org.chartroom.core.internal.workspace.DefaultWorkspaces;
import org.chartroom.core.signoff.CanonicalContent;
import org.chartroom.core.signoff.SignOffInfo;
import org.chartroom.core.signoff.SignOffInfo.Signature;
import org.chartroom.core.signoff.SignOffInfo.Status;
import org.chartroom.core.signoff.SignOffs;
import org.chartroom.core.signoff.SigningKey;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.Classification;
import org.chartroom.model.Person;
import org.chartroom.model.SignOff;
import org.chartroom.model.SignOffDecision;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sign-offs on the content of artifacts. */
class SignOffTest {
    private static final SigningKey KEY = newKey();

    private static SigningKey newKey() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new SigningKey(pair.getPrivate(), pair.getPublic());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @TempDir
    Path folder;

    private Workspace workspace;
    private EditSession session;
    private RiskRegister register;
    private Person grace;

    @BeforeEach
    void aRegister() {
        workspace = new DefaultWorkspaces(new H2StoreProvider()).open(folder, OpenMode.CREATE, "Ada");
        session = workspace.openSession();
        session.directory().getPeople().add(Samples.person("Grace"));
        session.directory().getPeople().add(Samples.person("Edsger"));
        register = session.create(RiskPackage.Literals.RISK_REGISTER, "RSK", "Move");
        register.getRisks().add(Samples.risk("R-1", "Fire"));
        session.commit("");
        grace = session.directory().getPeople().get(0);
    }

    @AfterEach
    void close() {
        session.close();
        workspace.close();
    }

    private Revision commit(Command command, String reason) {
        session.editingDomain().getCommandStack().execute(command);
        return session.commit(reason);
    }

    private SignOffInfo only() {
        List<SignOffInfo> all = new SignOffs(workspace).all();
        assertEquals(1, all.size());
        return all.get(0);
    }

    @Test
    void theCanonicalFormIsTheDocumentedOne() {
        register.setId("00-1");
        register.setSummary("two\nlines and a \\");
        register.getTags().addAll(List.of("b", "a"));
        register.setOwner(grace);
        register.getRisks().get(0).setId("00-2");
        register.getRisks().get(0).setCostMin(Samples.euros("10.50"));
        assertEquals("""
                chartroom-content 1
                 http://www.chartroom.org/model/risk/1.0#RiskRegister 00-1
                 key=RSK-001
                 owner=%s
                 summary=two\\nlines and a \\\\
                 tags=b
                 tags=a
                 title=Move
                 risks http://www.chartroom.org/model/risk/1.0#Risk 00-2
                  costMin=10.50 EUR
                  key=R-1
                  title=Fire
                """.formatted(grace.getId()), CanonicalContent.of(register));
    }

    @Test
    void theHashIsThatOfTheContentOnly() {
        String hash = CanonicalContent.sha256(register);
        assertEquals(hash, CanonicalContent.sha256(EcoreUtil.copy(register)));
        register.setClassification(Classification.INTERNAL);
        session.editingDomain().getCommandStack().execute(SignOffs.request(register, grace, "", "Ada", TODAY));
        assertEquals(hash, CanonicalContent.sha256(register));
        register.getRisks().get(0).setTitle("Fire!");
        assertNotEquals(hash, CanonicalContent.sha256(register));
    }

    @Test
    void aSignOffIsRequestedGivenInvalidatedAndValidAgain() {
        commit(SignOffs.request(register, grace, "sponsor", "Ada", TODAY), "");
        SignOffInfo pending = only();
        assertEquals(Status.PENDING, pending.status());
        assertEquals("Grace Ada sponsor",
                pending.personName() + " " + pending.requestedBy() + " " + pending.role());
        Revision given = commit(SignOffs.give(register, grace, "", true, "well done", TODAY, KEY), "");
        SignOffInfo approved = only();
        assertEquals(pending.id(), approved.id());
        assertEquals(Status.APPROVED, approved.status());
        assertEquals(given.number(), approved.signedRevision());
        assertEquals(TODAY, approved.decidedOn());

        register.getRisks().get(0).setTitle("Great fire");
        Revision change = session.commit("");
        register.setTitle("Later");
        session.commit("");
        SignOffInfo invalidated = only();
        assertEquals(Status.INVALIDATED, invalidated.status());
        assertEquals(change.number(), invalidated.invalidatedBy().orElseThrow());
        try (EditSession then = workspace.openSession(workspace.state(String.valueOf(given.number())))) {
            List<Difference> since = SignOffs.differenceSince(invalidated, then, session);
            assertEquals(List.of("Title", "R-1 Great fire"), since.stream().map(Difference::label).toList());
        }
        register.setTitle("Move");
        register.getRisks().get(0).setTitle("Fire");
        session.commit("back");
        assertEquals(Status.APPROVED, only().status());
    }

    @Test
    void aGivenSignOffIsRevokedWithAReason() {
        assertTrue(SignOffs.revoke(register, grace, TODAY, KEY).isEmpty());
        commit(SignOffs.give(register, grace, "", false, "", TODAY, KEY), "");
        assertEquals(Status.REJECTED, only().status());
        Command revoke = SignOffs.revoke(register, grace, TODAY, KEY).orElseThrow();
        assertEquals(WorkspaceException.Kind.REASON_MISSING,
                assertThrows(WorkspaceException.class, () -> commit(revoke, "")).kind());
        session.commit("new facts");
        assertEquals(Status.REVOKED, only().status());
        assertTrue(SignOffs.revoke(register, session.directory().getPeople().get(1), TODAY, KEY).isEmpty());
    }

    @Test
    void aDecisionIsSignedByTheKeyThatTheDirectoryListsFromThenOn() {
        commit(SignOffs.give(register, grace, "", true, "", TODAY, KEY), "");
        SignOffInfo signed = only();
        assertEquals(Signature.LISTED, signed.signature());
        assertEquals(KEY.fingerprint(), signed.fingerprint());
        assertEquals(List.of(KEY.fingerprint()), grace.getKeyFingerprints());
        commit(SignOffs.revoke(register, grace, TODAY, KEY).orElseThrow(), "new facts");
        assertEquals(Signature.LISTED, only().signature());
    }

    @Test
    void aDecisionByAnotherKeyIsToldAndTheKeyIsNotListed() {
        grace.getKeyFingerprints().add(KEY.fingerprint());
        session.commit("");
        commit(SignOffs.give(register, grace, "", true, "", TODAY, newKey()), "");
        assertEquals(Signature.UNLISTED, only().signature());
        assertEquals(List.of(KEY.fingerprint()), grace.getKeyFingerprints());
    }

    @Test
    void aDecisionThatNobodySignedSaysSo() {
        commit(SignOffs.give(register, grace, "", true, "", TODAY, KEY), "");
        SignOff signOff = register.getSignOffs().get(0);
        signOff.setSignature(null);
        session.commit("");
        assertEquals(Signature.NONE, only().signature());
    }

    /** Whoever may write the workspace may alter a sign-off; the chain has nothing against it. */
    @ParameterizedTest
    @ValueSource(strings = {"decision", "comment", "role", "day", "content", "person", "key", "signature"})
    void aDecisionThatWasAlteredAfterItWasSignedIsTold(String part) {
        commit(SignOffs.give(register, grace, "sponsor", true, "well done", TODAY, KEY), "");
        SignOff signOff = register.getSignOffs().get(0);
        switch (part) {
            case "decision" -> signOff.setDecision(SignOffDecision.REJECTED);
            case "comment" -> signOff.setComment("badly done");
            case "role" -> signOff.setRole("manager");
            case "day" -> signOff.setDecidedOn(TODAY.minusDays(1));
            case "content" -> signOff.setContentSha256("0".repeat(64));
            case "person" -> signOff.setPerson(session.directory().getPeople().get(1));
            case "key" -> signOff.setPublicKey(newKey().publicKey());
            default -> signOff.setSignature("bm90aGluZw==");
        }
        session.commit("altered");
        assertEquals(Signature.BROKEN, only().signature());
    }

    @Test
    void aRequestCanBeUndone() {
        session.editingDomain().getCommandStack().execute(SignOffs.request(register, grace, "", "Ada", TODAY));
        assertEquals(1, register.getSignOffs().size());
        session.editingDomain().getCommandStack().undo();
        assertEquals(0, register.getSignOffs().size());
        assertEquals(List.of(), new SignOffs(workspace).all());
    }
}
