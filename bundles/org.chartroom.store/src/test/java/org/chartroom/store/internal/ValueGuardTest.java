package org.chartroom.store.internal;

import org.chartroom.testkit.store.Samples;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;

import org.chartroom.core.comment.Comments;
import org.chartroom.core.internal.workspace.DefaultWorkspaces;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.WorkspaceException.Kind;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever way a value comes, it is not kept when files could not hold it. */
class ValueGuardTest {
    @TempDir
    Path folder;

    private Workspace workspace;
    private EditSession session;
    private RiskRegister register;
    private Risk risk;

    @BeforeEach
    void aRegister() {
        workspace = new DefaultWorkspaces(new H2StoreProvider()).open(folder, OpenMode.CREATE, "Ada");
        session = workspace.openSession();
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

    private void assertRefused(String message, String reason) {
        long before = workspace.head().orElseThrow().number();
        WorkspaceException refused = assertThrows(WorkspaceException.class, () -> session.commit(reason));
        assertEquals(Kind.INVALID, refused.kind());
        assertTrue(refused.getMessage().contains(message), refused.getMessage());
        assertTrue(session.isDirty());
        assertEquals(before, workspace.head().orElseThrow().number());
    }

    @Test
    void aControlCharacterInATextIsRefusedByFieldAndElement() {
        risk.setTitle("Fire\u0007");
        assertRefused("of R-1 Fire\uFFFD can't be kept, because the text has the character U+0007", "");
    }

    @Test
    void aNewElementIsLookedAtToo() {
        Risk other = Samples.risk("R-2", "Half \uD83D");
        register.getRisks().add(other);
        assertRefused("U+D83D", "");
    }

    @Test
    void aDateOutOfRangeIsRefused() {
        risk.setReviewDate(LocalDate.of(999_999_999, 1, 1));
        assertRefused("is not between 1900-01-01 and 2200-12-31", "");
    }

    @Test
    void aNameOfAPersonIsRefused() {
        session.directory().getPeople().add(Samples.person("Gr\u0000ace"));
        assertRefused("U+0000", "");
    }

    @Test
    void aCommentIsRefused() {
        session.editingDomain().getCommandStack().execute(
                Comments.write(session, risk, null, "\u001b[2J", Instant.parse("2026-01-01T00:00:00Z")));
        assertRefused("U+001B", "");
    }

    @Test
    void aReasonIsRefused() {
        risk.setTitle("Great fire");
        assertRefused("The reason can't be kept", "because\u0008");
        session.commit("because");
    }
}
