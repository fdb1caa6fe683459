package org.chartroom.core.internal.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.WorkspaceListener;
import org.junit.jupiter.api.Test;

/** What listeners hear of commits. */
class FeedTest {
    private static final int THREADS = 8;
    private static final int COMMITS = 500;

    private final Feed feed = new Feed();
    private final AtomicLong head = new AtomicLong();
    private final List<Long> heard = Collections.synchronizedList(new ArrayList<>());
    private final WorkspaceListener listener = (revision, rootIds) -> heard.add(revision.number());

    private Revision commit() {
        return new Revision(head.incrementAndGet(), Instant.EPOCH, "tester", "", "");
    }

    private Revision publish(WorkspaceListener by) {
        return feed.publish(this::commit, revision -> Set.of(), by);
    }

    @Test
    void eachRevisionOfSeveralThreadsIsHeardOnceAndInOrder() throws Exception {
        feed.add(listener);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Callable<Void>> committers = new ArrayList<>();
        IntStream.range(0, THREADS).forEach(thread -> committers.add(() -> {
            for (int i = 0; i < COMMITS; i++) {
                publish(null);
            }
            return null;
        }));
        for (Future<Void> committer : threads.invokeAll(committers)) {
            committer.get();
        }
        threads.shutdown();

        assertEquals(LongStream.rangeClosed(1, THREADS * COMMITS).boxed().toList(), heard);
    }

    @Test
    void aRevisionThatAListenerCommitsIsHeardAfterTheOneBefore() {
        feed.add((revision, rootIds) -> {
            if (revision.number() == 1) {
                publish(null);
            }
        });
        feed.add(listener);

        publish(null);

        assertEquals(List.of(1L, 2L), heard);
    }

    @Test
    void whoCommitsIsNotTold() {
        feed.add(listener);

        publish(listener);
        publish(null);

        assertEquals(List.of(2L), heard);
    }

    @Test
    void aListenerThatThrowsHoldsNothingUp() {
        feed.add((revision, rootIds) -> {
            throw new IllegalStateException("a widget is disposed");
        });
        feed.add(listener);

        publish(null);
        publish(null);

        assertEquals(List.of(1L, 2L), heard);
    }

    @Test
    void nothingIsHeardOfACommitThatFails() {
        feed.add(listener);

        assertThrows(IllegalStateException.class, () -> feed.publish(() -> {
            throw new IllegalStateException("the disk is full");
        }, revision -> Set.of(), null));
        publish(null);

        assertEquals(List.of(1L), heard);
    }

    @Test
    void whoLeavesHearsNothingMore() {
        feed.add(listener);
        publish(null);
        feed.remove(listener);
        publish(null);

        assertEquals(List.of(1L), heard);
    }
}
