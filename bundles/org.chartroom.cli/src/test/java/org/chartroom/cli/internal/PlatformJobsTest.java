package org.chartroom.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlatformJobsTest {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final Job job = Job.create("Telling of extensions", monitor -> {
        begun.countDown();
        return await(mayEnd);
    });

    private static IStatus await(CountDownLatch latch) {
        try {
            latch.await();
            return Status.OK_STATUS;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Status.CANCEL_STATUS;
        }
    }

    private void begin(boolean ofThePlatform) throws InterruptedException {
        job.setSystem(ofThePlatform);
        job.schedule();
        begun.await();
    }

    @AfterEach
    void end() throws InterruptedException {
        mayEnd.countDown();
        job.join();
    }

    @Test
    void a_job_of_the_platform_is_waited_for() throws InterruptedException {
        begin(true);
        CompletableFuture.runAsync(mayEnd::countDown);

        assertTrue(PlatformJobs.await(Duration.ofMinutes(1)));

        assertEquals(Job.NONE, job.getState());
    }

    @Test
    void one_that_does_not_end_is_waited_for_only_so_long() throws InterruptedException {
        begin(true);

        assertFalse(PlatformJobs.await(Duration.ofMillis(20)));
    }

    @Test
    void other_jobs_are_not_waited_for() throws InterruptedException {
        begin(false);

        assertTrue(PlatformJobs.await(Duration.ofMinutes(1)));

        assertEquals(Job.RUNNING, job.getState());
    }
}
