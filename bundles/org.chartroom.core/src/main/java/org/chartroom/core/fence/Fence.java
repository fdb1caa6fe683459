package org.chartroom.core.fence;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls code that others contribute. It may throw anything, exhaust its stack or never come back: the caller goes on after
 * the limit in any case. What doesn't end keeps its thread, which does not keep the process alive; so whoever calls sets
 * the contribution aside and doesn't call it again.
 */
public final class Fence {
    private Fence() {
    }

    /**
     * Calls in a thread of its own and waits for the end.
     *
     * @param name what is called, for the name of the thread
     * @param limit how long it may take
     * @param call what to call; it sees what the caller had written before
     * @param <T> what it gives
     * @return what it gave; may be null
     * @throws FenceException when it failed or took longer
     * @throws IllegalStateException when the caller was interrupted meanwhile, which is no fault of what was called
     */
    public static <T> T call(String name, Duration limit, Callable<T> call) throws FenceException {
        FutureTask<T> task = new FutureTask<>(call);
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof VirtualMachineError error && !(error instanceof StackOverflowError)) {
                throw error;
            }
            throw new FenceException("failed (" + cause + ")", cause);
        } catch (TimeoutException e) {
            Exception place = new TimeoutException("It was here.");
            place.setStackTrace(thread.getStackTrace());
            throw new FenceException("took more than " + limit.toSeconds() + " s", place);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + name + ".", e);
        } finally {
            task.cancel(true);
        }
    }
}
