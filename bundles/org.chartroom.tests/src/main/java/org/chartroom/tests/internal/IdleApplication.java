package org.chartroom.tests.internal;

import java.util.concurrent.CountDownLatch;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;

/**
 * Says that it is up and runs until it is stopped.
 */
public final class IdleApplication implements IApplication {
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Override
    public Object start(IApplicationContext context) throws InterruptedException {
        System.out.println("The application is up");
        stopped.await();
        return EXIT_OK;
    }

    @Override
    public void stop() {
        stopped.countDown();
    }
}
