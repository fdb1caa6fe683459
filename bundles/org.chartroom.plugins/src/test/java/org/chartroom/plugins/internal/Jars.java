package org.chartroom.plugins.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Jars as somebody else would bring them. */
final class Jars {
    private static final byte[] ZEROS = new byte[1024 * 1024];

    private Jars() {
    }

    static Path write(Path jar, Map<String, String> headers) throws IOException {
        return write(jar, headers, "", 0);
    }

    /** With an entry of so many megabytes that packs to almost nothing. */
    static Path write(Path jar, Map<String, String> headers, String entry, int megabytes) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach(manifest.getMainAttributes()::putValue);
        try (OutputStream out = Files.newOutputStream(jar); JarOutputStream zip = new JarOutputStream(out, manifest)) {
            if (!entry.isEmpty()) {
                zip.putNextEntry(new ZipEntry(entry));
                for (int i = 0; i < megabytes; i++) {
                    zip.write(ZEROS);
                }
            }
        }
        return jar;
    }
}
