package org.chartroom.tests.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;

/**
 * What the Eclipse platform needs of its framework, asked through the platform's own API.
 */
class PlatformFelixTest {
    private final Bundle self = FrameworkUtil.getBundle(PlatformFelixTest.class);

    @Test
    void the_framework_is_felix_and_the_bridge_stands_in_for_equinox() {
        assertEquals("org.apache.felix.framework", self.getBundleContext().getBundle(0).getSymbolicName());
        assertNotNull(Platform.getBundle("org.eclipse.osgi"));
    }

    @Test
    void a_bundle_that_is_not_there_is_not_found() {
        assertNull(Platform.getBundle("org.chartroom.no.such.bundle"));
    }

    @Test
    void the_extension_registry_has_read_the_plugin_xml_files() {
        assertNotNull(Platform.getExtensionRegistry().getExtension("org.chartroom.tests.headless"));
    }

    @Test
    void no_class_of_swt_can_have_been_loaded_without_a_display() {
        assertFalse(Arrays.stream(self.getBundleContext().getBundles())
                .anyMatch(bundle -> "org.eclipse.swt".equals(bundle.getSymbolicName())));
    }

    @Test
    void every_bundle_of_the_profile_is_resolved() {
        Arrays.stream(self.getBundleContext().getBundles()).filter(bundle -> bundle != self)
                .filter(bundle -> bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null)
                .forEach(bundle -> assertTrue(bundle.getState() >= Bundle.RESOLVED, bundle.getSymbolicName()));
    }

    @Test
    void an_entry_of_a_bundle_becomes_a_file() throws Exception {
        URL file = FileLocator.toFileURL(self.getEntry("plugin.xml"));
        assertEquals("file", file.getProtocol());
        assertTrue(Files.readString(Path.of(file.toURI())).contains("org.chartroom.tests"));
    }

    @Test
    void a_platform_url_leads_into_a_bundle() throws Exception {
        URL url = new URL("platform:/plugin/org.eclipse.core.runtime/plugin.xml");
        assertNotNull(FileLocator.find(url));
        try (var in = url.openStream()) {
            assertTrue(in.read() > 0);
        }
    }

    @Test
    void preferences_of_the_workspace_are_kept() throws Exception {
        InstanceScope.INSTANCE.getNode("org.chartroom.tests").put("key", "value");
        InstanceScope.INSTANCE.getNode("org.chartroom.tests").flush();
        assertEquals("value", InstanceScope.INSTANCE.getNode("org.chartroom.tests").get("key", null));
    }

    @Test
    void what_is_logged_reaches_listeners_and_the_log_file_once() throws Exception {
        int[] heard = new int[1];
        ILogListener listener = (status, plugin) -> {
            if (status.getMessage().equals("a remark of a test")) {
                heard[0]++;
            }
        };
        Platform.addLogListener(listener);
        try {
            ILog.of(self).log(new Status(IStatus.INFO, "org.chartroom.tests", "a remark of a test"));
        } finally {
            Platform.removeLogListener(listener);
        }
        assertEquals(1, heard[0]);
        Path log = Path.of(self.getBundleContext().getProperty("org.chartroom.log.file"));
        assertEquals(1, Files.readString(log).lines().filter(line -> line.endsWith("a remark of a test")).count());
    }
}
