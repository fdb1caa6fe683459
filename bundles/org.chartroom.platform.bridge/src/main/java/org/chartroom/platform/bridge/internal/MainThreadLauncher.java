package org.chartroom.platform.bridge.internal;

import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.Callable;
import org.eclipse.osgi.service.runnable.ApplicationLauncher;
import org.eclipse.osgi.service.runnable.ApplicationRunnable;
import org.eclipse.osgi.service.runnable.ParameterizedRunnable;
import org.eclipse.osgi.service.runnable.StartupMonitor;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;

/**
 * Hands the application to the thread that started the process, because GTK and Cocoa take user interface calls on that
 * thread only.
 * <p>
 * The launcher lives outside the framework and shares no class with it but those of the JDK. So the application is
 * offered as a {@link Callable} service and taken by the launcher's main thread; and a {@link Runnable} service of the
 * launcher is told when the application's window is up.
 */
final class MainThreadLauncher implements ApplicationLauncher, StartupMonitor {
    /** Service property of the {@link Callable} that the main thread shall run. */
    static final String MAIN_APPLICATION = "org.chartroom.main.application";
    /** Service filter of the {@link Runnable} that wants to know when the application runs. */
    static final String RUNNING_LISTENER = "(org.chartroom.application.running=true)";

    private final BundleContext context;
    private ApplicationRunnable application;
    private boolean shutdown;

    MainThreadLauncher(BundleContext context) {
        this.context = context;
    }

    @Override
    public synchronized void launch(ParameterizedRunnable runnable, Object arguments) {
        if (shutdown) {
            throw new IllegalStateException("The framework is shutting down: no application can be launched");
        }
        application = runnable instanceof ApplicationRunnable stoppable ? stoppable : null;
        Object[] registration = new Object[1];
        Callable<Object> main = () -> {
            ((ServiceRegistration<?>) registration[0]).unregister();
            return runnable.run(arguments);
        };
        registration[0] = context.registerService(Callable.class, main,
                new Hashtable<>(Map.of(MAIN_APPLICATION, Boolean.TRUE)));
    }

    @Override
    public void shutdown() {
        ApplicationRunnable running;
        synchronized (this) {
            shutdown = true;
            running = application;
            application = null;
        }
        if (running != null) {
            running.stop();
        }
    }

    @Override
    public void update() {
        // The splash of the launcher moves by itself.
    }

    @Override
    public void applicationRunning() {
        try {
            for (ServiceReference<Runnable> listener : context.getServiceReferences(Runnable.class, RUNNING_LISTENER)) {
                Runnable service = context.getService(listener);
                if (service != null) {
                    service.run();
                    context.ungetService(listener);
                }
            }
        } catch (org.osgi.framework.InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
