package org.chartroom.plugins.internal;

import java.nio.file.Path;
import java.util.Optional;

import org.chartroom.plugins.PluginException;

/** Jars of a dropins folder, which may be anything. */
final class DropInJar {
    private DropInJar() {
    }

    /** @return the bundle; empty when the file is none, which its start has logged */
    static Optional<BundleJar> read(Path jar) {
        try {
            return Optional.of(BundleJar.read(jar));
        } catch (PluginException e) {
            return Optional.empty();
        }
    }
}
