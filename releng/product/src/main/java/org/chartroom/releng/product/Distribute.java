package org.chartroom.releng.product;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;

/**
 * Makes the distributions: the product for each platform as a zip file, byte for byte the same for the same sources.
 */
public final class Distribute {
    private static final List<String> PLATFORMS = List.of("linux-x86_64", "linux-aarch64", "windows-x86_64",
            "macos-aarch64");
    /** The time of every file, as it is that of every entry of our jars. */
    private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    private final Path features;
    private final Artifacts artifacts;
    private final Path sources;
    private final BillOfMaterials parts;
    private final Path target;
    private final String version;

    private Distribute(Path features, Artifacts artifacts, Path sources, BillOfMaterials parts, Path target,
            String version) {
        this.features = features;
        this.artifacts = artifacts;
        this.sources = sources;
        this.parts = parts;
        this.target = target;
        this.version = version;
    }

    /**
     * Makes the distributions.
     *
     * @param arguments folder of the project; for which platforms, all when there is none
     * @throws IOException when a file can't be read or written, or a feature names what is not there
     */
    public static void main(String[] arguments) throws IOException {
        // A zip file notes local times: the same one wherever it is made.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        Path product = Path.of(arguments[0]).resolve("releng/product");
        Distribute distribute = new Distribute(Path.of(arguments[0]).resolve("features"),
                Artifacts.read(product.resolve("target/artifacts.txt")), product.resolve("src/main"),
                new BillOfMaterials(product.resolve("target/bom.json"),
                        Path.of(arguments[0]).resolve("target-platform/wrappers")),
                product.resolve("target/dist"),
                Files.readString(product.resolve("target/chartroom/version")).strip());
        for (String platform : arguments.length > 1
                ? Arrays.asList(arguments).subList(1, arguments.length)
                : PLATFORMS) {
            distribute.make(platform);
        }
    }

    private void make(String platform) throws IOException {
        String name = "chartroom-" + version;
        Path product = Files.createDirectories(target.resolve(platform)).resolve(name);
        delete(product);
        Path files = sources.resolve(platform.startsWith("windows") ? "dist-windows" : "dist");
        Assembly assembly = new Assembly(Assembly.read(features), artifacts, version, platform);
        assembly.assemble(product, List.of(files));
        Files.copy(features.resolveSibling("LICENSE"), product.resolve("LICENSE"));
        Files.writeString(product.resolve("bom.json"), parts.of(assembly.versions()));
        Path zip = target.resolve(name + "-" + platform + ".zip");
        Files.deleteIfExists(zip);
        try (FileSystem content = FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()),
                Map.of("create", "true", "enablePosixFileAttributes", "true")); Stream<Path> all = Files.walk(product)) {
            for (Path file : all.sorted().toList()) {
                pack(file, content.getPath(name).resolve(product.relativize(file).toString()));
            }
        }
        delete(target.resolve(platform));
        System.out.println(zip + " " + Files.size(zip) / 1_000_000 + " MB");
    }

    private void pack(Path file, Path packed) throws IOException {
        if (Files.isDirectory(file)) {
            Files.createDirectory(packed);
        } else {
            Files.write(packed, Files.readAllBytes(file));
        }
        boolean executable = Files.isDirectory(file) || file.getParent().endsWith("bin");
        Files.setPosixFilePermissions(packed,
                PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        Files.getFileAttributeView(packed, BasicFileAttributeView.class).setTimes(TIME, TIME, TIME);
    }

    private static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> files = Files.walk(tree)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
