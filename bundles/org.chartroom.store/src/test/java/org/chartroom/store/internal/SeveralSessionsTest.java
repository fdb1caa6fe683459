package org.chartroom.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import org.chartroom.core.internal.workspace.DefaultWorkspaces;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.SessionListener;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.WorkspaceListener;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several sessions over one workspace: who hears what, and that nobody's commit is lost. */
class SeveralSessionsTest {
    private static final int THREADS = 4;
    private static final int STEPS = 40;

    @TempDir
    Path folder;

    private Workspace workspace;
    private String first;
    private String second;

    @BeforeEach
    void workspaceWithTwoRegisters() {
        workspace = new DefaultWorkspaces(new H2StoreProvider()).open(folder, OpenMode.CREATE, "tester");
        first = create("First");
        second = create("Second");
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private String create(String title) {
        try (EditSession session = workspace.openSession()) {
            RiskRegister register = session.create(RiskPackage.Literals.RISK_REGISTER, "RSK", title);
            register.setSummary("0");
            session.commit("");
            return register.getId();
        }
    }

    private static RiskRegister register(EditSession session, String id) {
        return (RiskRegister) session.artifact(id).orElseThrow();
    }

    private void commitElsewhere(String id, String summary) {
        try (EditSession other = workspace.openSession()) {
            register(other, id).setSummary(summary);
            other.commit("");
        }
    }

    private String stored(String id) {
        try (EditSession session = workspace.openSession()) {
            return register(session, id).getSummary();
        }
    }

    @Test
    void aListenerThatThrowsChangesNeitherTheCommitNorWhatOthersHear() {
        List<Long> heard = new ArrayList<>();
        workspace.addListener((revision, rootIds) -> {
            throw new IllegalStateException("a widget is disposed");
        });
        workspace.addListener((revision, rootIds) -> heard.add(revision.number()));
        try (EditSession session = workspace.openSession()) {
            RiskRegister register = session.create(RiskPackage.Literals.RISK_REGISTER, "RSK", "Third");
            long number = session.commit("").number();

            assertFalse(session.isDirty());
            assertEquals(List.of(number), heard);
            register.setSummary("again");
            assertEquals(number + 1, session.commit("").number());
        }
    }

    @Test
    void aListenerOfTheSessionThatThrowsChangesNeitherTheCommitNorWhatOthersHear() {
        List<Set<String>> heard = new ArrayList<>();
        try (EditSession session = workspace.openSession()) {
            session.addListener(new SessionListener() {
                @Override
                public void dirtyChanged() {
                    throw new IllegalStateException("a widget is disposed");
                }

                @Override
                public void refreshed(Set<String> rootIds) {
                    throw new NoClassDefFoundError("a plug-in has gone");
                }
            });
            session.addListener(new SessionListener() {
                @Override
                public void refreshed(Set<String> rootIds) {
                    heard.add(rootIds);
                }
            });
            register(session, first).setSummary("mine");
            commitElsewhere(second, "theirs");
            session.commit("");

            assertFalse(session.isDirty());
            assertEquals(List.of(Set.of(second)), heard);
        }
        assertEquals("mine", stored(first));
    }

    @Test
    void whatAnotherSessionCommitsWhileThisOneCommitsIsTakenOver() {
        AtomicBoolean done = new AtomicBoolean();
        workspace.addListener((revision, rootIds) -> {
            if (done.compareAndSet(false, true)) {
                commitElsewhere(second, "theirs");
            }
        });
        try (EditSession session = workspace.openSession()) {
            assertEquals("0", register(session, second).getSummary());
            register(session, first).setSummary("mine");
            session.commit("");

            assertEquals("theirs", register(session, second).getSummary());
            register(session, second).setSummary("seen, and changed");
            session.commit("");
        }
        assertEquals("seen, and changed", stored(second));
    }

    @Test
    void aRevisionIsNoBaseBeforeItsChangesAreTakenOver() {
        List<EditSession> sessions = new ArrayList<>();
        // Is told before the session: refreshes it when the revision is there and the session has not heard of it yet.
        WorkspaceListener early = (revision, rootIds) -> sessions.forEach(EditSession::refresh);
        workspace.addListener(early);
        try (EditSession session = workspace.openSession()) {
            register(session, first);
            register(session, second);
            commitElsewhere(first, "theirs");
            sessions.add(session);
            commitElsewhere(second, "theirs");
            sessions.clear();

            assertEquals("theirs", register(session, second).getSummary());
        }
    }

    /** Each thread adds words of its own to two texts; one after the other they would all be there. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noCommitOfSessionsInSeveralThreadsIsLost(long seed) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        Set<String> committed = new TreeSet<>();
        try {
            List<Callable<List<String>>> tasks = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int number = thread;
                tasks.add(() -> write(number, new Random(seed * THREADS + number)));
            }
            for (Future<List<String>> task : pool.invokeAll(tasks)) {
                committed.addAll(task.get());
            }
        } finally {
            pool.shutdownNow();
        }

        Set<String> there = new TreeSet<>();
        for (String id : List.of(first, second)) {
            there.addAll(List.of(stored(id).split(" ")));
        }
        there.remove("0");
        assertEquals(committed, there);
        assertEquals(List.of(), workspace.verify(Optional.empty(), new NullProgressMonitor()).problems());
    }

    /** @return the words that were committed */
    private List<String> write(int thread, Random random) {
        List<String> committed = new ArrayList<>();
        EditSession session = workspace.openSession();
        try {
            for (int step = 0; step < STEPS; step++) {
                RiskRegister register = register(session, random.nextBoolean() ? first : second);
                String word = thread + "." + step;
                register.setSummary(register.getSummary() + " " + word);
                try {
                    session.commit("");
                    committed.add(word);
                } catch (WorkspaceException e) {
                    assertEquals(WorkspaceException.Kind.CONFLICT, e.kind());
                    session.close();
                    session = workspace.openSession();
                }
                if (random.nextBoolean()) {
                    session.refresh();
                }
            }
        } finally {
            session.close();
        }
        return committed;
    }
}
