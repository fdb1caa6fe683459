package org.chartroom.tests.internal;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/**
 * Runs the JUnit tests of all bundles that have the header {@code Chartroom-Tests} and writes a report for each class,
 * in the format of Maven's own.
 */
final class TestRun {
    private static final String REPORTS = "org.chartroom.tests.reports";
    private static final String ONLY = "org.chartroom.tests.only";

    private final BundleContext context = FrameworkUtil.getBundle(TestRun.class).getBundleContext();
    private final String suffix;

    /**
     * @param suffix how the names of the classes end that are to run
     */
    TestRun(String suffix) {
        this.suffix = suffix;
    }

    /**
     * Runs the tests.
     *
     * @return whether there were some and none failed
     */
    boolean run() throws IOException {
        Path reports = Files.createDirectories(Path.of(context.getProperty(REPORTS)));
        List<Class<?>> classes = testClasses();
        XmlReports listener = new XmlReports();
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(TestRun.class.getClassLoader());
        try {
            // The engine is named: ServiceLoader, by which JUnit finds engines elsewhere, sees no other bundle here.
            Launcher launcher = LauncherFactory.create(LauncherConfig.builder().enableTestEngineAutoRegistration(false)
                    .enableTestExecutionListenerAutoRegistration(false)
                    .enableLauncherSessionListenerAutoRegistration(false)
                    .enableLauncherDiscoveryListenerAutoRegistration(false)
                    .enablePostDiscoveryFilterAutoRegistration(false).addTestEngines(new JupiterTestEngine()).build());
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(classes.stream().map(DiscoverySelectors::selectClass).toList()).build();
            launcher.execute(request, listener);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
        listener.write(reports);
        return listener.passed();
    }

    private List<Class<?>> testClasses() throws IOException {
        String only = context.getProperty(ONLY);
        List<Class<?>> classes = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getHeaders("").get("Chartroom-Tests") == null) {
                continue;
            }
            Enumeration<URL> files = bundle.findEntries("/", "*" + suffix + ".class", true);
            while (files != null && files.hasMoreElements()) {
                String path = files.nextElement().getPath();
                String name = path.substring(path.startsWith("/") ? 1 : 0, path.length() - ".class".length())
                        .replace('/', '.');
                if (only == null || name.endsWith("." + only)) {
                    classes.add(load(bundle, name));
                }
            }
        }
        return classes;
    }

    private static Class<?> load(Bundle bundle, String name) throws IOException {
        try {
            return bundle.loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new IOException("The test " + name + " of " + bundle + " can't be loaded", e);
        }
    }
}
