package org.chartroom.tests.internal;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;

/**
 * Runs the tests that need the framework but no window.
 */
public final class HeadlessTests implements IApplication {
    /** Exit code when a test failed. */
    private static final Integer TESTS_FAILED = 1;

    @Override
    public Object start(IApplicationContext context) throws Exception {
        return new TestRun("FelixTest").run() ? EXIT_OK : TESTS_FAILED;
    }

    @Override
    public void stop() {
        // The tests end by themselves; the launcher waits a limited time for them.
    }
}
