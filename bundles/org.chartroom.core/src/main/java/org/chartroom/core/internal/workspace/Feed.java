package org.chartroom.core.internal.workspace;

import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.WorkspaceListener;

/**
 * Delivers the revisions of a workspace to its listeners: in the order of the commits, each one once, never two at a time,
 * whichever threads commit. The thread that delivers also delivers what other threads commit meanwhile. A listener that
 * commits hears of its own revision after all others have heard of the one before.
 */
final class Feed {
    private final Listeners<WorkspaceListener> listeners = new Listeners<>();
    private final Lock commits = new ReentrantLock();
    private final Queue<News> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean isDelivering = new AtomicBoolean();

    /** A revision, the roots that it changed, and the listener that knows of it already, or null. */
    private record News(Revision revision, Set<String> rootIds, WorkspaceListener by) {
    }

    void add(WorkspaceListener listener) {
        listeners.add(listener);
    }

    void remove(WorkspaceListener listener) {
        listeners.remove(listener);
    }

    /**
     * Commits and delivers the revision. What the commit throws goes to the caller, and nothing is delivered.
     *
     * @param commit makes a revision durable
     * @param rootIds tells the ids of the roots that the revision changed
     * @param by who commits and is not told; null when everybody is to be told
     * @return the revision; another thread may still be delivering it
     */
    Revision publish(Supplier<Revision> commit, Function<Revision, Set<String>> rootIds, WorkspaceListener by) {
        Revision revision;
        commits.lock();
        try {
            revision = commit.get();
            waiting.add(new News(revision, rootIds.apply(revision), by));
        } finally {
            commits.unlock();
        }
        deliver();
        return revision;
    }

    private void deliver() {
        // Whoever adds news after the last look finds nobody delivering, and delivers.
        while (!waiting.isEmpty() && isDelivering.compareAndSet(false, true)) {
            try {
                for (News news = waiting.poll(); news != null; news = waiting.poll()) {
                    tell(news);
                }
            } finally {
                isDelivering.set(false);
            }
        }
    }

    private void tell(News news) {
        listeners.tell(listener -> {
            if (listener != news.by()) {
                listener.committed(news.revision(), news.rootIds());
            }
        });
    }
}
