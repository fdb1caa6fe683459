package org.chartroom.releng.product;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Assembles the product for a platform: the bundles that the features name, a list of them for each profile with their
 * start levels, what can be switched off, the launcher and the start scripts.
 *
 * @param features all features
 * @param artifacts what Maven resolved
 * @param version the version of the product
 * @param platform for which platform, such as linux-x86_64
 */
record Assembly(List<Feature> features, Artifacts artifacts, String version, String platform) {
    private static final String HEADLESS = "headless";

    static List<Feature> read(Path folder) throws IOException {
        List<Feature> all = new ArrayList<>();
        try (Stream<Path> folders = Files.list(folder)) {
            for (Path feature : folders.sorted().toList()) {
                if (Files.exists(feature.resolve("feature.json"))) {
                    all.add(Feature.read(feature.resolve("feature.json")));
                }
            }
        }
        return all;
    }

    private List<Feature.Bundle> bundles(Feature feature) {
        return feature.bundles().stream().filter(bundle -> bundle.isFor(platform)).toList();
    }

    /** The version of everything that comes with the platform, by group and artifact id. */
    Map<String, String> versions() throws IOException {
        Map<String, String> versions = new TreeMap<>();
        for (Feature feature : features) {
            for (Feature.Bundle bundle : bundles(feature)) {
                versions.put(bundle.id(), artifacts.version(bundle.id()));
            }
            for (String id : feature.launcher()) {
                versions.put(id, artifacts.version(id));
            }
        }
        return versions;
    }

    /** Brings a folder up to date; what is in it already and unchanged is left alone. */
    void assemble(Path product, List<Path> dist) throws IOException {
        Files.createDirectories(product);
        for (Path files : dist) {
            copyTree(files, product);
        }
        Path bundles = Files.createDirectories(product.resolve("bundles"));
        Path lib = Files.createDirectories(product.resolve("lib"));
        List<Path> kept = new ArrayList<>();
        Files.createDirectories(product.resolve("features"));
        for (Feature feature : features) {
            for (Feature.Bundle bundle : bundles(feature)) {
                kept.add(copyIfChanged(artifacts.file(bundle.id()), bundles));
            }
            for (String id : feature.launcher()) {
                kept.add(copyIfChanged(artifacts.file(id), lib.resolve(id.substring(id.indexOf(':') + 1) + ".jar")));
            }
            Files.writeString(product.resolve("features").resolve(feature.name() + ".json"),
                    feature.complete(version, artifacts, platform));
        }
        removeOthers(bundles, kept);
        removeOthers(lib, kept);
        writeProfiles(Files.createDirectories(product.resolve("profiles")));
        writeOptional(product.resolve("features").resolve("optional.properties"));
        Files.writeString(product.resolve("version"), version + "\n");
    }

    private void writeProfiles(Path folder) throws IOException {
        Map<String, Map<String, String>> settings = new TreeMap<>();
        features.forEach(feature -> feature.profiles().forEach((name, values) -> settings
                .computeIfAbsent(name, key -> new TreeMap<>()).putAll(values)));
        List<Feature.Bundle> bundles = features.stream().filter(feature -> !feature.isOptional())
                .flatMap(feature -> bundles(feature).stream())
                .sorted(Comparator.comparingInt(Feature.Bundle::startLevel)).toList();
        for (Map.Entry<String, Map<String, String>> profile : settings.entrySet()) {
            StringBuilder text = new StringBuilder("# Made by the product assembly from the features.\n");
            profile.getValue().forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
            for (Feature.Bundle bundle : bundles) {
                if (bundle.headless() || !HEADLESS.equals(profile.getKey())) {
                    text.append(bundle.startLevel()).append(" bundles/")
                            .append(artifacts.file(bundle.id()).getFileName()).append('\n');
                }
            }
            Files.writeString(folder.resolve(profile.getKey() + ".profile"), text.toString());
        }
    }

    /** What a user can switch off, for the launcher, which reads no JSON. */
    private void writeOptional(Path file) throws IOException {
        Properties properties = new Properties();
        List<Feature> optional = features.stream().filter(Feature::isOptional).toList();
        for (int i = 0; i < optional.size(); i++) {
            Feature feature = optional.get(i);
            properties.setProperty(i + ".id", feature.id());
            properties.setProperty(i + ".version", version);
            properties.setProperty(i + ".name", feature.text("name"));
            properties.setProperty(i + ".vendor", feature.text("vendor"));
            properties.setProperty(i + ".description", feature.text("description"));
            properties.setProperty(i + ".on", String.valueOf(feature.isOn()));
            List<Feature.Bundle> bundles = bundles(feature);
            for (int j = 0; j < bundles.size(); j++) {
                properties.setProperty(i + ".bundle." + j,
                        "bundles/" + artifacts.file(bundles.get(j).id()).getFileName());
                properties.setProperty(i + ".bundle." + j + ".headless", String.valueOf(bundles.get(j).headless()));
            }
        }
        StringWriter text = new StringWriter();
        properties.store(text, null);
        // Properties are stored in no order and under the time of the day.
        Files.writeString(file, text.toString().lines().filter(line -> !line.startsWith("#")).sorted()
                .collect(Collectors.joining("\n", "# Made by the product assembly from the features.\n", "\n")));
    }

    /** Leaves an unchanged jar alone, so that its time of change keeps the framework caches of its users valid. */
    private static Path copyIfChanged(Path source, Path target) throws IOException {
        Path file = Files.isDirectory(target) ? target.resolve(source.getFileName()) : target;
        if (!Files.exists(file) || Files.mismatch(source, file) >= 0) {
            Files.copy(source, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    private static void removeOthers(Path folder, List<Path> kept) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (!kept.contains(file)) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }
}
