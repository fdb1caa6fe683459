package org.chartroom.platform.bridge.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import org.eclipse.osgi.service.urlconversion.URLConverter;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/**
 * Makes a file of a bundle entry, for libraries that read nothing but files. Copies are kept by bundle and its time of
 * change, so that the entry of an updated bundle is copied again.
 */
final class EntryCopier implements URLConverter {
    private final BundleContext context;
    private final Path area;

    EntryCopier(BundleContext context, Path area) {
        this.context = context;
        this.area = area;
    }

    @Override
    public URL resolve(URL url) {
        // A bundle URL opens as it is: Felix's handler is the JDK's own way to read it.
        return url;
    }

    @Override
    public URL toFileURL(URL url) throws IOException {
        if (!"bundle".equals(url.getProtocol())) {
            return url;
        }
        Bundle bundle = bundleOf(url);
        Path root = area.resolve(bundle.getBundleId() + "-" + bundle.getLastModified()).normalize();
        String path = url.getPath();
        if (path.endsWith("/")) {
            Enumeration<URL> entries = bundle.findEntries(path, "*", true);
            while (entries != null && entries.hasMoreElements()) {
                URL entry = entries.nextElement();
                if (!entry.getPath().endsWith("/")) {
                    copy(entry, root);
                }
            }
            return target(root, path).toUri().toURL();
        }
        return copy(url, root).toUri().toURL();
    }

    private static Path copy(URL entry, Path root) throws IOException {
        Path target = target(root, entry.getPath());
        if (!Files.exists(target)) {
            Files.createDirectories(target.getParent());
            Path part = Files.createTempFile(target.getParent(), "copy", null);
            try (InputStream in = entry.openStream()) {
                Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
        return target;
    }

    private static Path target(Path root, String path) throws IOException {
        Path target = root.resolve(path.replaceFirst("^/+", "")).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("The entry " + path + " leads out of its bundle");
        }
        return target;
    }

    private Bundle bundleOf(URL url) throws IOException {
        // Felix writes the host of a bundle URL as framework-uuid_bundle-id.revision.
        String host = url.getHost();
        int from = host.indexOf('_') + 1;
        int to = host.indexOf('.', from);
        try {
            Bundle bundle = context.getBundle(Long.parseLong(host.substring(from, to < 0 ? host.length() : to)));
            if (bundle != null) {
                return bundle;
            }
        } catch (NumberFormatException e) {
            throw new IOException("No bundle URL: " + url, e);
        }
        throw new IOException("No bundle has the entry " + url);
    }
}
