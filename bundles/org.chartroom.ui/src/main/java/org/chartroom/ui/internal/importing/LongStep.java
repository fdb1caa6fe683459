package org.chartroom.ui.internal.importing;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Callable;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.operation.IRunnableContext;

/** A step of the wizard that takes long with a large file: it runs beside the user interface, which shows that it does. */
final class LongStep {
    private LongStep() {
    }

    /**
     * @param context the wizard's dialog, which shows the progress
     * @param label what is being done
     * @param step does it, without touching widgets
     * @return what the step gave
     * @throws RuntimeException what the step threw
     */
    static <T> T run(IRunnableContext context, String label, Callable<T> step) {
        Result<T> result = new Result<>();
        try {
            context.run(true, false, monitor -> {
                monitor.beginTask(label, IProgressMonitor.UNKNOWN);
                try {
                    result.value = step.call();
                } catch (Exception e) {
                    throw new InvocationTargetException(e);
                } finally {
                    monitor.done();
                }
            });
            return result.value;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the thread of the step hands over; read only after that thread has ended. */
    private static final class Result<T> {
        private T value;
    }
}
