package org.chartroom.platform.bridge.internal.log;

import java.util.Collection;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.eclipse.equinox.log.ExtendedLogReaderService;
import org.eclipse.equinox.log.ExtendedLogService;
import org.eclipse.osgi.framework.log.FrameworkLog;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogReaderService;
import org.osgi.service.log.LogService;
import org.osgi.service.log.LoggerFactory;

/**
 * The log services of OSGi and of the platform. Framework events, java.util.logging and SLF4J end in the same log,
 * which the launcher writes to the workspace.
 */
public final class LogServices {
    /** Service filter of the launcher's log file, which takes finished entries as text. */
    private static final String LOG_FILE = "(org.chartroom.log=true)";

    private final BundleContext context;
    private final LogHub hub;
    private final HubFrameworkLog frameworkLog;
    private final FrameworkListener frameworkListener;
    private final JulHandler julHandler;

    /**
     * @param context the context of the bridge
     */
    public LogServices(BundleContext context) {
        this.context = context;
        EntryText text = new EntryText();
        Consumer<String> file = logFile(context);
        hub = new LogHub((LogEntry entry) -> file.accept(text.of(entry)));
        frameworkLog = new HubFrameworkLog(context, hub);
        frameworkListener = event -> {
            if (event.getType() == FrameworkEvent.ERROR || event.getType() == FrameworkEvent.WARNING) {
                frameworkLog.log(event);
            }
        };
        julHandler = new JulHandler(hub, context.getBundle());
    }

    @SuppressWarnings("unchecked")
    private static Consumer<String> logFile(BundleContext context) {
        try {
            @SuppressWarnings("rawtypes")
            Collection<ServiceReference<Consumer>> files = context.getServiceReferences(Consumer.class, LOG_FILE);
            return files.isEmpty() ? System.err::print : context.getService(files.iterator().next());
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Registers the services and listens to the framework and to java.util.logging. */
    public void register() {
        context.addFrameworkListener(frameworkListener);
        Logger root = LogManager.getLogManager().getLogger("");
        for (Handler handler : root.getHandlers()) {
            // The default handler prints to the console what the log file tells already.
            root.removeHandler(handler);
        }
        root.addHandler(julHandler);
        context.registerService(FrameworkLog.class, frameworkLog, null);
        context.registerService(
                new String[]{ExtendedLogReaderService.class.getName(), LogReaderService.class.getName()}, hub, null);
        context.registerService(new String[]{ExtendedLogService.class.getName(), LogService.class.getName(),
                LoggerFactory.class.getName()}, new ServiceFactory<ExtendedLogService>() {
                    @Override
                    public ExtendedLogService getService(Bundle bundle,
                            ServiceRegistration<ExtendedLogService> registration) {
                        return new BundleLogService(hub, bundle);
                    }

                    @Override
                    public void ungetService(Bundle bundle, ServiceRegistration<ExtendedLogService> registration,
                            ExtendedLogService service) {
                        // A logger holds nothing that has to be given back.
                    }
                }, null);
    }

    /** Stops listening; the framework takes the services back by itself. */
    public void close() {
        context.removeFrameworkListener(frameworkListener);
        LogManager.getLogManager().getLogger("").removeHandler(julHandler);
    }
}
