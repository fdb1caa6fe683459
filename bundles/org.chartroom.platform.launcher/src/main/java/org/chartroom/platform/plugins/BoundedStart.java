package org.chartroom.platform.plugins;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Starts a bundle of somebody else on a thread of its own, with a limit: an activator that never returns must hold up
 * nothing.
 */
public final class BoundedStart {
    /** How long a bundle may take to start, in seconds. */
    public static final int SECONDS_TO_START = 10;
    private static final String THREAD = "chartroom-plugin-";

    private BoundedStart() {
    }

    /**
     * Why a bundle did not start.
     *
     * @param reason what follows its name in a sentence
     * @param cause what it threw; null when there is nothing to tell
     */
    public record Failure(String reason, Throwable cause) {
    }

    /**
     * Starts a bundle, transiently and lazily if it asks for that.
     *
     * @param bundle the bundle; no fragment
     * @return why it did not start; empty when it did
     */
    public static Optional<Failure> start(Bundle bundle) {
        FutureTask<Void> start = new FutureTask<>(() -> {
            bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
            return null;
        });
        Thread thread = new Thread(start, THREAD + bundle.getSymbolicName());
        thread.setDaemon(true);
        thread.start();
        try {
            start.get(SECONDS_TO_START, TimeUnit.SECONDS);
            return Optional.empty();
        } catch (TimeoutException e) {
            return Optional.of(new Failure(" has not started within " + SECONDS_TO_START + " seconds", null));
        } catch (ExecutionException e) {
            boolean resolved = bundle.adapt(BundleRevision.class).getWiring() != null;
            Throwable cause = e.getCause();
            Throwable thrown = cause instanceof BundleException ? cause.getCause() : cause;
            String message = thrown != null && thrown.getMessage() != null ? thrown.getMessage() : cause.getMessage();
            return Optional.of(new Failure((resolved ? " can't be started: " : " can't be resolved: ") + message,
                    thrown));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(new Failure(" was not started", e));
        }
    }
}
