package org.chartroom.store.internal;

import org.chartroom.testkit.store.Samples;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.chartroom.core.internal.workspace.DefaultWorkspaces;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.model.LinkType;
import org.chartroom.model.Person;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The copy of a session that is read in another thread. */
class SessionCopyTest {
    @TempDir
    Path folder;

    private Workspace workspace;
    private EditSession session;
    private RiskRegister register;
    private RiskRegister other;

    @BeforeEach
    void twoRegistersOneOfThemChanged() {
        workspace = new DefaultWorkspaces(new H2StoreProvider()).open(folder, OpenMode.CREATE, "tester");
        session = workspace.openSession();
        register = Samples.register("RSK-001", Samples.risk("R-1", "Fire"), Samples.risk("R-2", "Flood"));
        other = Samples.register("RSK-002", Samples.risk("R-1", "Theft"));
        session.add(register);
        session.add(other);
        Person eve = Samples.person("Eve");
        session.directory().getPeople().add(eve);
        register.getRisks().get(0).setOwner(eve);
        register.getRisks().get(0).getLinks().add(Samples.link(other.getRisks().get(0), LinkType.RELATES_TO));
        session.commit("first");
        register.getRisks().get(0).setTitle("changed and not saved");
    }

    @AfterEach
    void close() {
        session.close();
        workspace.close();
    }

    private Risk first(EditSession in) {
        return ((RiskRegister) in.artifact(register.getId()).orElseThrow()).getRisks().get(0);
    }

    @Test
    void whatIsNotSavedIsInTheCopyAndNothingIsCommittedFromIt() {
        long head = workspace.head().orElseThrow().number();
        try (EditSession copy = session.copy()) {
            assertEquals("changed and not saved", first(copy).getTitle());
            first(copy).setCause("of the copy");
            copy.commit("");
        }
        assertEquals(head, workspace.head().orElseThrow().number());
        assertEquals(null, first(session).getCause());
        assertTrue(session.isDirty());
    }

    @Test
    void whatItRefersToIsInTheCopyToo() {
        try (EditSession copy = session.copy()) {
            Risk risk = first(copy);
            assertSame(copy.directory().getPeople().get(0), risk.getOwner());
            assertSame(copy, EditSession.of(risk.getLinks().get(0).getTarget()).orElseThrow());
            assertEquals("Theft", risk.getLinks().get(0).getTarget().getTitle());
        }
    }

    @Test
    void newAndDeletedArtifactsAreNewAndGone() {
        RiskRegister added = session.create(RiskPackage.Literals.RISK_REGISTER, "RSK", "New");
        session.delete(other);
        try (EditSession copy = session.copy()) {
            assertEquals("New", copy.artifact(added.getId()).orElseThrow().getTitle());
            assertFalse(copy.artifact(other.getId()).isPresent());
        }
    }

    @Test
    void itIsReadInAnotherThreadWhileTheSessionIsWorkedOn() throws Exception {
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try (EditSession copy = session.copy()) {
            Future<List<String>> read = reader.submit(() -> {
                List<String> titles = new ArrayList<>();
                for (int i = 0; i < 20_000; i++) {
                    ((RiskRegister) copy.artifact(register.getId()).orElseThrow()).getRisks()
                            .forEach(risk -> titles.add(risk.getTitle()));
                }
                return titles.stream().distinct().toList();
            });
            for (int i = 0; !read.isDone(); i++) {
                register.getRisks().add(0, Samples.risk("R-" + i, "added meanwhile"));
                register.getRisks().get(0).setTitle("changed meanwhile");
                register.getRisks().remove(0);
            }
            assertEquals(List.of("changed and not saved", "Flood"), read.get());
        } finally {
            reader.shutdownNow();
        }
    }
}
