package org.chartroom.platform.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.chartroom.platform.plugins.PluginHost;

/**
 * The features of the installation that can be switched off, from a file that the product assembly makes.
 */
final class Features {
    private Features() {
    }

    static List<PluginHost.Feature> read(Path install) throws IOException {
        Path file = install.resolve("features").resolve("optional.properties");
        if (!Files.exists(file)) {
            return List.of();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        List<PluginHost.Feature> features = new ArrayList<>();
        for (int i = 0; properties.containsKey(i + ".id"); i++) {
            String key = i + ".";
            List<Path> bundles = new ArrayList<>();
            List<Path> headless = new ArrayList<>();
            for (int j = 0; properties.containsKey(key + "bundle." + j); j++) {
                Path bundle = install.resolve(properties.getProperty(key + "bundle." + j));
                bundles.add(bundle);
                if (Boolean.parseBoolean(properties.getProperty(key + "bundle." + j + ".headless"))) {
                    headless.add(bundle);
                }
            }
            features.add(
                    new PluginHost.Feature(properties.getProperty(key + "id"), properties.getProperty(key + "version"),
                            properties.getProperty(key + "name"), properties.getProperty(key + "vendor"),
                            properties.getProperty(key + "description"),
                            Boolean.parseBoolean(properties.getProperty(key + "on")),
                            List.copyOf(bundles), List.copyOf(headless)));
        }
        return List.copyOf(features);
    }
}
