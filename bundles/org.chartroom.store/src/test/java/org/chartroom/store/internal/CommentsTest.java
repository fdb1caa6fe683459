package org.chartroom.store.internal;

import org.chartroom.testkit.store.Samples;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.check.CheckInfo;
import org.chartroom.core.check.CheckRun;
import org.chartroom.core.check.Finding;
import org.chartroom.core.check.Severity;
import org.chartroom.core.comment.Comments;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.core.internal.check.CommonChecks;
import org.chartroom.core.internal.workspace.DefaultWorkspaces;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.model.Artifact;
import org.chartroom.model.Comment;
import org.chartroom.model.CommentState;
import org.chartroom.model.Person;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.CharterPackage;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.eclipse.emf.common.command.Command;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comments in a session, as they are stored and read again, and checks that look beyond one artifact. */
class CommentsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @TempDir
    Path folder;

    private Workspace workspace;
    private EditSession session;
    private RiskRegister register;
    private Risk risk;

    @BeforeEach
    void aRegister() {
        workspace = new DefaultWorkspaces(new H2StoreProvider()).open(folder, OpenMode.CREATE, "ada");
        session = workspace.openSession();
        Person ada = Samples.person("Ada Lovelace");
        ada.setEmail("ada@example.org");
        session.directory().getPeople().add(ada);
        register = session.create(RiskPackage.Literals.RISK_REGISTER, "RSK", "Move");
        risk = Samples.risk("R-1", "Fire");
        register.getRisks().add(risk);
        session.commit("");
    }

    @AfterEach
    void close() {
        session.close();
        workspace.close();
    }

    private void run(Command command) {
        session.editingDomain().getCommandStack().execute(command);
    }

    private Comment write() {
        run(Comments.write(session, risk, risk.eClass().getEStructuralFeature("title"), " Which? ", NOW));
        return register.getComments().get(0);
    }

    private void readAgain() {
        session.commit("");
        session.close();
        session = workspace.openSession();
        register = (RiskRegister) session.artifact(register.getId()).orElseThrow();
        risk = register.getRisks().isEmpty() ? null : register.getRisks().get(0);
    }

    @Test
    void aCommentKnowsWhoWroteItWhenAndWhatAbout() {
        write();
        readAgain();
        Comment comment = register.getComments().get(0);
        assertEquals("Ada Lovelace", Comments.author(comment));
        assertEquals("ada", comment.getAccount());
        assertEquals(NOW, comment.getWrittenAt());
        assertEquals("Which?", comment.getText());
        assertEquals(Optional.of(risk), Comments.subject(comment));
        assertEquals("title", Comments.feature(comment).orElseThrow().getName());
        assertEquals("R-1 Fire \u203A Title", Comments.where(comment));
        assertTrue(Comments.isOwn(session, comment));
    }

    @Test
    void aReplyToAReplyGoesIntoTheSameThread() {
        run(Comments.reply(session, write(), "All", NOW));
        run(Comments.reply(session, register.getComments().get(0).getReplies().get(0), "Thanks", NOW));
        assertEquals(List.of("All", "Thanks"),
                register.getComments().get(0).getReplies().stream().map(Comment::getText).toList());
    }

    @Test
    void resolvingAnyCommentOfAThreadResolvesIt() {
        run(Comments.reply(session, write(), "All", NOW));
        run(Comments.setState(session, register.getComments().get(0).getReplies().get(0), CommentState.RESOLVED));
        assertEquals(List.of(), Comments.open(register));
        assertEquals(1, Comments.resolved(register).size());
        session.editingDomain().getCommandStack().undo();
        assertEquals(1, Comments.open(register).size());
    }

    @Test
    void whatSomebodyElseWroteIsNotOnesOwn() {
        Comment comment = write();
        comment.setAccount("grace");
        assertFalse(Comments.isOwn(session, comment));
    }

    @Test
    void aCommentOnWhatWasDeletedStaysAndSaysSo() {
        write();
        register.getRisks().clear();
        assertEquals("(deleted)", Comments.where(register.getComments().get(0)));
        readAgain();
        assertEquals("(deleted)", Comments.where(register.getComments().get(0)));
        assertEquals(1, Comments.open(register).size());
    }

    @Test
    void aCharterWhoseRegisterWasDeletedSaysSoAndIsMended() {
        Charter charter = session.create(CharterPackage.Literals.CHARTER, "CHR", "Charter");
        charter.setRiskRegister(register);
        session.commit("");
        assertEquals(List.of(), broken(charter));
        try (EditSession other = workspace.openSession()) {
            other.delete(other.artifact(register.getId()).orElseThrow());
            other.commit("");
        }
        session.close();
        session = workspace.openSession();
        Charter again = (Charter) session.artifact(charter.getId()).orElseThrow();
        Finding finding = broken(again).get(0);
        assertEquals(CharterPackage.Literals.CHARTER__RISK_REGISTER, finding.feature());
        run(finding.fixes().get(0).command().apply(session.editingDomain()));
        assertNull(again.getRiskRegister());
        session.commit("");
        assertEquals(List.of(), broken(again));
    }

    private static List<Finding> broken(Charter charter) {
        return found("org.chartroom.core.referenceBroken", charter);
    }

    private static List<Finding> found(String check, Artifact artifact) {
        return CheckRun.of(new CheckInfo(check, check, "", Severity.ERROR, List.of(), ""),
                new CommonChecks().checks().get(check), artifact, Evaluation.on(artifact, TODAY));
    }

    @Test
    void markingAsReviewedNamesThePersonOfTheAccount() {
        register.setReviewCycleDays(30);
        List<Finding> all = found("org.chartroom.core.reviewOverdue", register);
        run(all.get(0).fixes().get(0).command().apply(session.editingDomain()));
        assertEquals("Ada Lovelace", register.getLastReviewedBy().getName());
        assertEquals(TODAY.plusDays(30), register.getNextReview());
    }
}
