package org.chartroom.platform.bridge.internal;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.osgi.service.environment.EnvironmentInfo;
import org.osgi.framework.BundleContext;

/**
 * What the platform wants to know about the process: arguments, operating system and properties. Properties that the
 * platform sets stay in this framework; those it asks for fall back to the framework's own.
 */
final class FelixEnvironment implements EnvironmentInfo {
    /** Framework property with the number of arguments; the argument n has a property of its own with {@code .n}. */
    static final String ARGUMENTS = "org.chartroom.arguments";

    private final BundleContext context;
    private final Map<String, String> properties = new ConcurrentHashMap<>();

    FelixEnvironment(BundleContext context) {
        this.context = context;
    }

    @Override
    public String[] getCommandLineArgs() {
        String count = context.getProperty(ARGUMENTS);
        String[] arguments = new String[count == null ? 0 : Integer.parseInt(count)];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = context.getProperty(ARGUMENTS + "." + i);
        }
        return arguments;
    }

    @Override
    public String[] getFrameworkArgs() {
        return new String[0];
    }

    @Override
    public String[] getNonFrameworkArgs() {
        return getCommandLineArgs();
    }

    @Override
    public String getOSArch() {
        return context.getProperty("osgi.arch");
    }

    @Override
    public String getNL() {
        return Locale.getDefault().toString();
    }

    @Override
    public String getOS() {
        return context.getProperty("osgi.os");
    }

    @Override
    public String getWS() {
        return context.getProperty("osgi.ws");
    }

    @Override
    public boolean inDebugMode() {
        return false;
    }

    @Override
    public boolean inDevelopmentMode() {
        return false;
    }

    @Override
    public String getProperty(String key) {
        String own = properties.get(key);
        return own != null ? own : context.getProperty(key);
    }

    @Override
    public String setProperty(String key, String value) {
        String before = getProperty(key);
        if (value == null) {
            properties.remove(key);
        } else {
            properties.put(key, value);
        }
        return before;
    }
}
