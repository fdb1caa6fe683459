package org.chartroom.releng.tests;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Waits for what another process does.
 */
final class Conditions {
    private static final int SECONDS = 60;
    private static final int MILLIS_BETWEEN_LOOKS = 50;

    private Conditions() {
    }

    static void await(String what, Callable<Boolean> condition) throws InterruptedException {
        CountDownLatch holds = new CountDownLatch(1);
        ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();
        try {
            looks.scheduleWithFixedDelay(() -> {
                try {
                    if (condition.call()) {
                        holds.countDown();
                    }
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }, 0, MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
            if (!holds.await(SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("Not within " + SECONDS + " seconds: " + what);
            }
        } finally {
            looks.shutdownNow();
        }
    }
}
