package org.chartroom.releng.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Assembles the product: the bundles that the features name, a list of them for each profile with their start levels,
 * the launcher and the start scripts.
 */
public final class Assemble {
    private Assemble() {
    }

    /**
     * Assembles the product.
     *
     * @param arguments folder of the features, list of resolved artifacts, folder of files to copy as they are, folder of
     *        the product, version of the product
     * @throws IOException when a file can't be read or written, or a feature names what is not there
     */
    public static void main(String[] arguments) throws IOException {
        Path features = Path.of(arguments[0]);
        Artifacts artifacts = Artifacts.read(Path.of(arguments[1]));
        Path dist = Path.of(arguments[2]);
        Path product = Path.of(arguments[3]);
        String version = arguments[4];

        List<Feature> all = new ArrayList<>();
        try (Stream<Path> folders = Files.list(features)) {
            for (Path folder : folders.sorted().toList()) {
                if (Files.exists(folder.resolve("feature.json"))) {
                    all.add(Feature.read(folder.resolve("feature.json")));
                }
            }
        }
        Files.createDirectories(product);
        copyTree(dist, product);
        Path bundles = Files.createDirectories(product.resolve("bundles"));
        Path lib = Files.createDirectories(product.resolve("lib"));
        List<Path> kept = new ArrayList<>();
        Files.createDirectories(product.resolve("features"));
        for (Feature feature : all) {
            for (Feature.Bundle bundle : feature.bundles()) {
                kept.add(copyIfChanged(artifacts.file(bundle.id()), bundles));
            }
            for (String id : feature.launcher()) {
                kept.add(copyIfChanged(artifacts.file(id), lib.resolve(id.substring(id.indexOf(':') + 1) + ".jar")));
            }
            Files.writeString(product.resolve("features").resolve(feature.name() + ".json"),
                    feature.complete(version, artifacts));
        }
        removeOthers(bundles, kept);
        removeOthers(lib, kept);
        writeProfiles(all, artifacts, Files.createDirectories(product.resolve("profiles")));
        Files.writeString(product.resolve("version"), version + "\n");
    }

    private static void writeProfiles(List<Feature> features, Artifacts artifacts, Path folder) throws IOException {
        Map<String, Map<String, String>> settings = new TreeMap<>();
        features.forEach(feature -> feature.profiles().forEach((name, values) -> settings
                .computeIfAbsent(name, key -> new TreeMap<>()).putAll(values)));
        List<Feature.Bundle> bundles = features.stream().flatMap(feature -> feature.bundles().stream())
                .sorted(Comparator.comparingInt(Feature.Bundle::startLevel)).toList();
        for (Map.Entry<String, Map<String, String>> profile : settings.entrySet()) {
            StringBuilder text = new StringBuilder("# Made by the product assembly from the features.\n");
            profile.getValue().forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
            for (Feature.Bundle bundle : bundles) {
                if (bundle.headless() || !"headless".equals(profile.getKey())) {
                    text.append(bundle.startLevel()).append(" bundles/")
                            .append(artifacts.file(bundle.id()).getFileName()).append('\n');
                }
            }
            Files.writeString(folder.resolve(profile.getKey() + ".profile"), text.toString());
        }
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
