package org.chartroom.releng.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The zip files people get: made once, looked into, and the one for this machine started.
 */
class DistributionTest {
    private static final Path ROOT = Path.of(System.getProperty("root"));

    @TempDir
    Path folder;

    @BeforeAll
    static void make_the_distributions() throws Exception {
        Process process = new ProcessBuilder(ROOT.resolve("releng/dist").toString()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
    }

    private static Path zip(String platform) throws Exception {
        try (Stream<Path> files = Files.list(ROOT.resolve("releng/product/target/dist"))) {
            return files.filter(file -> file.toString().endsWith("-" + platform + ".zip")).findFirst().orElseThrow();
        }
    }

    private static FileSystem open(Path zip) throws Exception {
        return FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", "true"));
    }

    private static Path top(FileSystem content) throws Exception {
        try (Stream<Path> all = Files.list(content.getPath("/"))) {
            return all.findFirst().orElseThrow();
        }
    }

    @ParameterizedTest
    @CsvSource({"linux-x86_64, gtk.linux.x86_64, chartroom", "linux-aarch64, gtk.linux.aarch64, chartroom",
            "windows-x86_64, win32.win32.x86_64, chartroom.bat", "macos-aarch64, cocoa.macosx.aarch64, chartroom"})
    void a_platform_gets_its_own_windows_and_script_and_no_others(String platform, String swt, String script)
            throws Exception {
        try (FileSystem content = open(zip(platform))) {
            Path top = top(content);
            List<String> windows = new ArrayList<>();
            Set<String> bundles = new HashSet<>();
            try (Stream<Path> files = Files.list(top.resolve("bundles"))) {
                files.map(file -> file.getFileName().toString()).forEach(bundles::add);
            }
            bundles.stream().filter(name -> name.startsWith("org.eclipse.swt.")).forEach(windows::add);
            assertEquals(1, windows.size(), windows.toString());
            assertTrue(windows.get(0).startsWith("org.eclipse.swt." + swt), windows.toString());
            assertEquals(platform.startsWith("linux"),
                    bundles.stream().anyMatch(name -> name.startsWith("org.eclipse.e4.ui.swt.gtk")));
            try (Stream<Path> scripts = Files.list(top.resolve("bin"))) {
                assertEquals(List.of(script), scripts.map(file -> file.getFileName().toString()).toList());
            }
            assertTrue(Files.getPosixFilePermissions(top.resolve("bin").resolve(script))
                    .contains(PosixFilePermission.OWNER_EXECUTE));
            assertTrue(Files.exists(top.resolve("LICENSE")));
            for (String profile : List.of("workbench", "headless")) {
                for (String line : Files.readAllLines(top.resolve("profiles/" + profile + ".profile"))) {
                    String[] entry = line.split(" bundles/");
                    assertTrue(entry.length < 2 || bundles.contains(entry[1]), line);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"linux-x86_64", "linux-aarch64", "windows-x86_64", "macos-aarch64"})
    void the_bill_of_materials_names_each_part_with_its_version_and_licence_and_nothing_else(String platform)
            throws Exception {
        try (FileSystem content = open(zip(platform))) {
            Path top = top(content);
            JsonObject bill = JsonParser.parseString(Files.readString(top.resolve("bom.json"))).getAsJsonObject();
            assertEquals("CycloneDX", bill.get("bomFormat").getAsString());
            Set<String> named = new TreeSet<>();
            List<String> unlicensed = new ArrayList<>();
            for (JsonElement element : bill.getAsJsonArray("components")) {
                JsonObject part = element.getAsJsonObject();
                named.add(part.get("name").getAsString() + "-" + part.get("version").getAsString() + ".jar");
                List<JsonObject> wrapped = new ArrayList<>();
                if (part.has("components")) {
                    part.getAsJsonArray("components").forEach(inner -> wrapped.add(inner.getAsJsonObject()));
                    assertFalse(wrapped.isEmpty(), part.get("name").getAsString());
                } else {
                    wrapped.add(part);
                }
                wrapped.stream().filter(one -> !one.has("licenses") || one.getAsJsonArray("licenses").isEmpty())
                        .forEach(one -> unlicensed.add(one.get("purl").getAsString()));
            }
            Set<String> there = new TreeSet<>();
            try (Stream<Path> files = Files.list(top.resolve("bundles"))) {
                files.map(file -> file.getFileName().toString()).forEach(there::add);
            }
            try (Stream<Path> files = Files.list(top.resolve("lib"))) {
                // The launcher finds them by names without versions.
                for (Path file : files.toList()) {
                    String name = file.getFileName().toString().replaceFirst("\\.jar$", "");
                    Pattern versioned = Pattern.compile(Pattern.quote(name) + "-[0-9][^-]*(-SNAPSHOT)?\\.jar");
                    there.add(named.stream().filter(one -> versioned.matcher(one).matches()).findFirst().orElse(name));
                }
            }
            assertEquals(there, named);
            assertEquals(List.of(), unlicensed);
        }
    }

    @Test
    void parts_that_are_repackaged_are_named_as_their_makers_name_them() throws Exception {
        try (FileSystem content = open(zip("linux-x86_64"))) {
            String bill = Files.readString(top(content).resolve("bom.json"));
            assertTrue(bill.contains("pkg:maven/org.apache.poi/poi-ooxml@"), "poi-ooxml");
            assertTrue(bill.contains("pkg:maven/org.apache.xmlgraphics/batik-css@"), "batik-css");
        }
    }

    @Test
    void the_bill_of_materials_has_no_time_and_number_of_its_own() throws Exception {
        try (FileSystem content = open(zip("linux-x86_64"))) {
            JsonObject bill = JsonParser.parseString(Files.readString(top(content).resolve("bom.json")))
                    .getAsJsonObject();
            assertFalse(bill.has("serialNumber"));
            assertFalse(bill.getAsJsonObject("metadata").has("timestamp"));
        }
    }

    @Test
    void the_one_for_this_machine_opens_its_window_from_where_it_was_unpacked() throws Exception {
        Path unpacked = folder.resolve("a folder with blanks");
        try (FileSystem content = open(zip("linux-x86_64")); Stream<Path> files = Files.walk(top(content))) {
            for (Path file : files.toList()) {
                Path target = unpacked.resolve(file.toString().substring(1));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                    Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(file));
                }
            }
        }
        Path picture = folder.resolve("window.png");
        try (Xvfb display = new Xvfb(); Stream<Path> products = Files.list(unpacked)) {
            Product product = new Product(products.findFirst().orElseThrow(), folder).on(display).with("--sample",
                    "--screenshot", picture.toString());
            Product.Ended ended = product.run();
            assertEquals(0, ended.exitCode(), ended.output());
            assertTrue(Files.size(picture) > 0, ended.output());
            assertEquals(List.of(), product.problems());
        }
    }
}
