package org.chartroom.cli.internal;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.jobs.IJobManager;
import org.eclipse.core.runtime.jobs.Job;

/**
 * Jobs the platform runs for itself, for example telling of extensions that came or went. A command that changes plug-ins
 * ends while they still run; the platform waits 0.3 seconds for them at its end and then warns.
 */
final class PlatformJobs {
    private PlatformJobs() {
    }

    /**
     * Waits until no job of the platform runs.
     *
     * @param longest how long to wait at most, so that a job that never ends can't hold the process
     * @return whether none runs any more
     */
    static boolean await(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        for (Job job : running()) {
            long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            // 0 would wait forever.
            if (left <= 0 || !join(job, left)) {
                return false;
            }
        }
        return running().isEmpty();
    }

    private static boolean join(Job job, long milliseconds) {
        try {
            return job.join(milliseconds, null);
        } catch (OperationCanceledException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<Job> running() {
        IJobManager jobs = Job.getJobManager();
        return Arrays.stream(jobs.find(null)).filter(job -> job.isSystem() && job.getState() == Job.RUNNING).toList();
    }
}
