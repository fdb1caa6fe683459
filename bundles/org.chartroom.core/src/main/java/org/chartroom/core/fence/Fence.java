package org.chartroom.core.fence;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls code that others contribute. It may throw anything, exhaust its stack or never come back: the caller goes on after
 * the limit in any case. What doesn't end keeps its thread, which does not keep the process alive; so whoever calls sets
 * the contribution aside and doesn't call it again.
 */
public final class Fence {
    /** Threads wait for the next call: a look at an artifact makes a hundred of them. */
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final ExecutorService THREADS = new ThreadPoolExecutor(0, Integer.MAX_VALUE, IDLE.toMillis(),
            TimeUnit.MILLISECONDS, new SynchronousQueue<>(), task -> {
                Thread thread = new Thread(task, "idle");
                thread.setDaemon(true);
                return thread;
            });

    private Fence() {
    }

    /**
     * Calls in another thread and waits for the end.
     *
     * @param name what is called, for the name of the thread
     * @param limit how long it may take; zero for what came with the product and is asked too often for a thread between: it is
     *        called in the thread of the caller, without a limit
     * @param call what to call; it sees what the caller had written before
     * @param <T> what it gives
     * @return what it gave; may be null
     * @throws FenceException when it failed or took longer
     * @throws IllegalStateException when the caller was interrupted meanwhile, which is no fault of what was called
     */
    public static <T> T call(String name, Duration limit, Callable<T> call) throws FenceException {
        if (limit.isZero()) {
            return direct(call);
        }
        Call<T> task = new Call<>(name, call);
        Future<T> end = THREADS.submit(task);
        try {
            return end.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failed(e.getCause());
        } catch (TimeoutException e) {
            Exception place = new TimeoutException("It was here.");
            place.setStackTrace(task.place());
            throw new FenceException("took more than " + limit.toSeconds() + " s", place);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + name + ".", e);
        } finally {
            end.cancel(true);
        }
    }

    private static <T> T direct(Callable<T> call) throws FenceException {
        try {
            return call.call();
        } catch (Exception | LinkageError | StackOverflowError e) {
            throw failed(e);
        }
    }

    private static FenceException failed(Throwable cause) {
        if (cause instanceof VirtualMachineError error && !(error instanceof StackOverflowError)) {
            throw error;
        }
        return new FenceException("failed (" + cause + ")", cause);
    }

    /** A call in a thread that has the name of the call meanwhile, and the classes that the caller sees. */
    private static final class Call<T> implements Callable<T> {
        private final String name;
        private final Callable<T> call;
        private final ClassLoader classes = Thread.currentThread().getContextClassLoader();
        private volatile Thread thread;

        Call(String name, Callable<T> call) {
            this.name = name;
            this.call = call;
        }

        @Override
        public T call() throws Exception {
            Thread own = Thread.currentThread();
            own.setName(name);
            own.setContextClassLoader(classes);
            thread = own;
            try {
                return call.call();
            } finally {
                thread = null;
                own.setName("idle");
                own.setContextClassLoader(null);
            }
        }

        /** @return where it is; nothing when it has come to its end, or has not begun */
        StackTraceElement[] place() {
            Thread running = thread;
            return running == null ? new StackTraceElement[0] : running.getStackTrace();
        }
    }
}
