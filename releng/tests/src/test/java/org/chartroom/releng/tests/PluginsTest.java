package org.chartroom.releng.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plug-ins over several starts of the product: each command is a process of its own.
 */
class PluginsTest {
    private static final String POLICY = "org.example.policy";

    @TempDir
    Path folder;

    private Product.Ended run(String... arguments) throws Exception {
        return new Product(folder).with(arguments).run();
    }

    private String assertRun(int exitCode, String printed, String... arguments) throws Exception {
        Product.Ended ended = run(arguments);
        assertEquals(exitCode, ended.exitCode(), ended.output());
        assertTrue(ended.output().contains(printed), ended.output());
        return ended.output();
    }

    private Path jar(TestBundle bundle, String name) throws IOException {
        return bundle.write(folder.resolve("files").resolve(name));
    }

    private Path policy(String version) throws IOException {
        return jar(new TestBundle(POLICY, version).type(POLICY, "Policy"), "policy-" + version + ".jar");
    }

    private Path area() {
        return folder.resolve("configuration/plugins");
    }

    private String installed() throws IOException {
        Path file = area().resolve("installed.properties");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    /** A source that is refused changes neither the record nor what lies beside it. */
    private void assertRefused(String sentence, String... arguments) throws Exception {
        String before = installed();
        assertRun(3, sentence, arguments);
        assertEquals(before, installed());
        if (Files.isDirectory(area().resolve("plugins"))) {
            try (Stream<Path> left = Files.list(area().resolve("plugins"))) {
                assertEquals(List.of(), left.filter(path -> path.getFileName().toString().startsWith("staging")).toList());
            }
        }
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    /** A feature of one bundle, which lies beside it. */
    private Path feature(String version, String hash, String format) throws IOException {
        Path jar = folder.resolve("feature-" + version).resolve(POLICY + "-" + version + ".jar");
        if (!Files.exists(jar)) {
            new TestBundle(POLICY, version).type(POLICY, "Policy").write(jar);
        }
        return Files.writeString(jar.resolveSibling("feature.json"), """
                {"feature-resource-version": "%s", "id": "org.example:policies:%s", "name": "Policies",
                 "vendor": "Example Ltd", "bundles": [{"id": "org.example:%s:%s", "sha-256": "%s"}]}
                """.formatted(format, version, POLICY, version, hash));
    }

    private static Path jarOf(Path feature, String version) {
        return feature.resolveSibling(POLICY + "-" + version + ".jar");
    }

    @Test
    void a_plug_in_is_installed_survives_a_restart_is_updated_and_removed() throws Exception {
        Path first = policy("1.0.0");
        String shown = assertRun(0, "Installed org.example.policy 1.0.0.", "plugin", "install", first.toString(), "--yes");
        assertTrue(shown.contains(sha256(first)) && shown.contains("not signed"), shown);
        assertRun(0, "active", "plugin", "list");
        Path second = policy("1.1.0");
        assertRun(0, "1.0.0 -> 1.1.0", "plugin", "update", POLICY, "--from", second.toString(), "--yes");
        assertTrue(assertRun(0, "\"state\": \"active\"", "plugin", "list", "--json").contains("1.1.0"));
        assertRun(0, "All plug-ins are as they were installed", "plugin", "verify");
        assertRun(0, "Artifacts of these types stay", "plugin", "remove", POLICY, "--yes");
        assertFalse(assertRun(0, "", "plugin", "list").contains(POLICY));
        assertEquals(List.of(), new Product(folder).problems());
    }

    @Test
    void a_feature_of_the_installation_is_switched_off_and_on_and_its_artifacts_stay() throws Exception {
        assertRun(0, "of them from the sample", "init", "--sample");
        assertRun(0, "Removed org.chartroom:proofpack", "plugin", "remove", "proofpack", "--yes");
        assertRun(0, "off", "plugin", "list");
        assertRun(0, "KPI-001", "list");
        assertRefused("comes with Chartroom and is updated with it", "plugin", "update", "proofpack", "--yes");
        assertRun(0, "Installed org.chartroom:proofpack", "plugin", "install", "proofpack", "--yes");
        assertRun(0, "active", "plugin", "list");
        assertEquals(List.of(), new Product(folder).problems());
    }

    @Test
    void nothing_is_done_in_a_dry_run_or_without_a_yes() throws Exception {
        String jar = policy("1.0.0").toString();
        assertRun(0, "Dry run", "plugin", "install", jar, "--dry-run");
        assertRun(2, "say --yes", "plugin", "install", jar);
        assertEquals("", installed());
    }

    @Test
    void a_name_that_leads_out_of_its_folder_or_hides_is_refused_also_in_a_dry_run() throws Exception {
        for (String name : List.of("../../..", "org.example.a\u202Eb")) {
            Path jar = jar(new TestBundle(name, "1.0.0"), "named.jar");
            assertRefused("can't be a name or version of OSGi", "plugin", "install", jar.toString(), "--dry-run");
        }
        assertRun(0, "", "plugin", "list");
    }

    @Test
    void a_damaged_entry_hides_no_other_plug_in_and_can_be_removed() throws Exception {
        Path other = jar(new TestBundle("org.example.other", "1.0.0"), "other.jar");
        assertRun(0, "Installed", "plugin", "install", policy("1.0.0").toString(), "--yes");
        assertRun(0, "Installed", "plugin", "install", other.toString(), "--yes");
        for (String list : new String[]{"installed.properties", "installed.copy.properties"}) {
            Path file = area().resolve(list);
            Files.writeString(file, Files.readString(file).replace("org.example.policy-1.0.0.jar", "../../policy.jar"));
        }
        String shown = assertRun(0, "is damaged", "plugin", "list");
        assertTrue(shown.lines().anyMatch(line -> line.startsWith("org.example.other") && line.contains("active")), shown);
        assertRun(1, "Install it again, or remove it", "plugin", "verify");
        assertRun(0, "Removed", "plugin", "remove", POLICY, "--yes");
        assertFalse(assertRun(0, "org.example.other", "plugin", "list").contains("damaged"));
    }

    @Test
    void a_damaged_list_is_told_and_its_copy_used() throws Exception {
        assertRun(0, "Installed", "plugin", "install", policy("1.0.0").toString(), "--yes");
        Path list = area().resolve("installed.properties");
        Files.writeString(list, Files.readString(list).replace("org.example.policy-1.0.0.jar", "../../policy.jar"));
        assertTrue(assertRun(0, "its copy was put in its place", "plugin", "list").contains("active"));
        assertRun(0, "All plug-ins are as they were installed", "plugin", "verify");
    }

    @Test
    void a_changed_file_is_found() throws Exception {
        assertRun(0, "Installed", "plugin", "install", policy("1.0.0").toString(), "--yes");
        try (Stream<Path> files = Files.find(area(), 4, (file, attributes) -> file.toString().endsWith(".jar"))) {
            Path jar = files.findFirst().orElseThrow();
            byte[] content = Files.readAllBytes(jar);
            content[content.length / 2]++;
            Files.write(jar, content);
        }
        assertRun(1, "has changed since it was installed", "plugin", "verify");
    }

    @Test
    void a_feature_whose_bundle_has_another_checksum_is_refused() throws Exception {
        Path wrong = feature("1.0.0", "0".repeat(64), "1.0");
        assertRefused("it should be 0000", "plugin", "install", wrong.toString(), "--yes");
        Path right = feature("1.0.0", sha256(jarOf(wrong, "1.0.0")), "1.0");
        assertRun(0, "Installed org.example:policies 1.0.0", "plugin", "install", right.getParent().toString(), "--yes");
        assertRefused("is installed already", "plugin", "install", right.toString(), "--yes");
        assertRun(0, "Removed", "plugin", "remove", "policies", "--yes");
    }

    @Test
    void files_in_a_format_of_another_time_are_refused() throws Exception {
        assertRefused("has the format 0.9", "plugin", "install", feature("1.0.0", "", "0.9").toString(), "--yes");
        Path index = Files.writeString(folder.resolve("index.json"), "{\"index-version\": \"0\", \"features\": []}");
        assertRefused("reads the format 1 only", "plugin", "install", index.toString(), "--yes");
        Files.createDirectories(area());
        Files.writeString(area().resolve("installed.properties"), "format=99\n");
        assertRefused("has the format 99", "plugin", "install", policy("1.0.0").toString(), "--yes");
        assertRun(4, "", "list");
        assertEquals("format=99\n", installed());
    }

    @Test
    void what_does_not_fit_is_refused_with_what_is_missing() throws Exception {
        Path lonely = jar(new TestBundle("org.example.lonely", "1.0.0").header("Import-Package",
                "org.chartroom.core.type;version=\"[7,8)\"").header("Require-Bundle", "no.such.bundle"), "lonely.jar");
        assertRefused("needs the package org.chartroom.core.type [7.0.0,8.0.0), which is not there", "plugin", "install",
                lonely.toString(), "--yes");
        assertRefused("needs the bundle no.such.bundle, which is not there", "plugin", "install", lonely.toString(),
                "--yes");
        assertRefused("no OSGi bundle", "plugin", "install", plainZip().toString(), "--yes");
        assertRefused("There is no file", "plugin", "install", folder.resolve("none.jar").toString(), "--yes");
    }

    /** A zip file that is no bundle. */
    private Path plainZip() throws IOException {
        Path file = folder.resolve("plain.jar");
        try (FileSystem zip = FileSystems.newFileSystem(file, Map.of("create", "true"))) {
            Files.writeString(zip.getPath("text.txt"), "text");
        }
        return file;
    }

    @Test
    void a_type_that_is_there_already_is_refused() throws Exception {
        Path copy = jar(new TestBundle("org.example.copy", "1.0.0").type("org.chartroom.risk.register", "Mine"),
                "copy.jar");
        assertRefused("The artifact type org.chartroom.risk.register is there already, from Chartroom", "plugin",
                "install", copy.toString(), "--yes");
    }

    @Test
    void a_plug_in_that_another_one_needs_is_not_removed() throws Exception {
        Path library = jar(new TestBundle("org.example.library", "1.0.0").file("org/example/library/a.txt", "a")
                .header("Export-Package", "org.example.library;version=\"1.0.0\""), "library.jar");
        Path user = jar(new TestBundle("org.example.user", "1.0.0").header("Import-Package", "org.example.library"),
                "user.jar");
        assertRefused("needs the package org.example.library", "plugin", "install", user.toString(), "--yes");
        assertRun(0, "Installed", "plugin", "install", library.toString(), "--yes");
        assertRun(0, "Installed", "plugin", "install", user.toString(), "--yes");
        assertRefused("the plug-in org.example.user does not work", "plugin", "remove", "org.example.library", "--yes");
    }

    @Test
    void two_plug_ins_may_bring_the_same_library() throws Exception {
        for (String name : List.of("one", "two")) {
            Path own = folder.resolve(name);
            new TestBundle("org.example.library", "1.0.0").file("org/example/library/a.txt", "a")
                    .header("Export-Package", "org.example.library;version=\"1.0.0\"").write(own.resolve("library.jar"));
            new TestBundle("org.example." + name, "1.0.0").header("Import-Package", "org.example.library")
                    .write(own.resolve("own.jar"));
            assertRun(0, "Installed " + name, "plugin", "install", own.toString(), "--yes");
        }
        assertRun(0, "Removed one", "plugin", "remove", "one", "--yes");
        String listed = assertRun(0, "two ", "plugin", "list");
        assertTrue(listed.lines().filter(line -> line.startsWith("two ")).allMatch(line -> line.contains("active")), listed);
        assertEquals(List.of(), new Product(folder).problems());
    }

    @Test
    void a_signature_is_shown_and_a_broken_or_other_one_is_refused() throws Exception {
        JarSigning jane = new JarSigning(folder.resolve("jane.p12"), "Jane Doe");
        Path signed = jane.sign(policy("1.0.0"));
        assertRun(0, "signer  CN=Jane Doe", "plugin", "install", signed.toString(), "--yes");
        Path broken = jane.sign(policy("1.1.0"));
        try (FileSystem zip = FileSystems.newFileSystem(broken)) {
            Files.writeString(zip.getPath("plugin.xml"), "<plugin></plugin>");
        }
        assertRefused("does not fit its content", "plugin", "install", broken.toString(), "--yes");
        Path added = jane.sign(policy("1.2.0"));
        try (FileSystem zip = FileSystems.newFileSystem(added)) {
            Files.writeString(zip.getPath("Added.class"), "added");
        }
        assertRefused("does not cover Added.class", "plugin", "install", added.toString(), "--yes");
        Path other = new JarSigning(folder.resolve("john.p12"), "John Roe").sign(policy("1.3.0"));
        assertRefused("was signed by CN=Jane Doe until now", "plugin", "update", POLICY, "--from", other.toString(),
                "--yes");
        assertRefused("by somebody else: not signed", "plugin", "update", POLICY, "--from",
                policy("1.4.0").toString(), "--yes");
        assertRun(0, "Updated to org.example.policy 1.3.0", "plugin", "update", POLICY, "--from", other.toString(),
                "--other-signer", "--yes");
    }

    @Test
    void an_index_is_read_from_a_server_and_updates_come_from_it() throws Exception {
        Path site = Files.createDirectories(folder.resolve("site"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Path file = site.resolve(exchange.getRequestURI().getPath().substring(1));
            byte[] content = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
            exchange.sendResponseHeaders(Files.isRegularFile(file) ? 200 : 404, content.length == 0 ? -1 : content.length);
            exchange.getResponseBody().write(content);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/index.json";
            publish(site, "1.0.0");
            assertRun(3, "say which one: org.example:policies, org.example:others", "plugin", "install", url, "--yes");
            assertRun(0, "by Example Ltd", "plugin", "install", url, "--id", "policies", "--yes");
            publish(site, "1.1.0");
            assertRun(0, "Updated to org.example:policies 1.1.0", "plugin", "update", "policies", "--yes");
            Files.writeString(site.resolve("1.1.0/feature.json"), "{}");
            assertRefused("has the SHA-256", "plugin", "install", url, "--id", "policies", "--yes");
            assertRefused("There is no file " + url + "x", "plugin", "install", url + "x", "--yes");
        } finally {
            server.stop(0);
        }
    }

    private void publish(Path site, String version) throws Exception {
        Path feature = feature(version, "", "1.0");
        Path target = Files.createDirectories(site.resolve(version));
        for (Path file : List.of(feature, jarOf(feature, version))) {
            Files.copy(file, target.resolve(file.getFileName()));
        }
        Files.writeString(site.resolve("index.json"), """
                {"index-version": "1", "name": "Example", "features": [
                 {"id": "org.example:policies:%1$s", "name": "Policies", "url": "%1$s/feature.json", "sha-256": "%2$s"},
                 {"id": "org.example:others:1.0.0", "url": "others.json"}]}
                """.formatted(version, sha256(feature)));
    }

    @Test
    void a_plug_in_that_does_not_start_at_all_is_not_installed() throws Exception {
        Path bad = jar(new TestBundle("org.example.bad", "1.0.0").onStart("throw new IllegalStateException(\"no luck\");"),
                "bad.jar");
        assertRefused("does not start, so nothing was changed: org.example.bad can't be started: no luck", "plugin",
                "install", bad.toString(), "--yes");
    }

    @Test
    void a_plug_in_whose_type_is_of_no_use_is_not_installed() throws Exception {
        Path bad = jar(new TestBundle(POLICY, "1.0.0").type(POLICY, "Policy").file("model.ecore", "<model/>"), "bad.jar");
        assertRefused("its artifact type org.example.policy can't be used", "plugin", "install", bad.toString(), "--yes");
        assertTrue(new Product(folder).problems().stream().anyMatch(line -> line.contains("model.ecore is no model")));
    }

    /** Starts the product without a window and ends it once it has said something, or when it ends by itself. */
    private String startUntil(Product product, Callable<Boolean> condition) throws Exception {
        product.with("--headless", "--application", "org.chartroom.tests.idle").withTests();
        long begin = System.nanoTime();
        Process process = product.start();
        try {
            Conditions.await("the start is where it should be", () -> condition.call() || !process.isAlive());
        } finally {
            process.destroy();
        }
        return product.end(process, begin).output();
    }

    /** Starts the product until its plug-ins have proved themselves. */
    private void startWell() throws Exception {
        startUntil(new Product(folder), () -> !Files.exists(area().resolve("former.properties")));
        assertFalse(Files.exists(area().resolve("former.properties")));
    }

    /** A plug-in whose activator does something as soon as there is a file: not at its installation, but later. */
    private Path moody(String version, String mood) throws IOException {
        return jar(new TestBundle("org.example.moody", version).onStart("if (new java.io.File(\"%s\").exists()) { %s } "
                .formatted(folder.resolve("bad-mood"), mood) + "System.out.println(\"hello from " + version + "\");"),
                "moody-" + version + ".jar");
    }

    private void assertRolledBack(String mood, String why) throws Exception {
        assertRun(0, "Installed", "plugin", "install", moody("1.0.0", "").toString(), "--yes");
        startWell();
        assertRun(0, "Updated", "plugin", "update", "org.example.moody", "--from", moody("2.0.0", mood).toString(),
                "--yes");
        Files.writeString(folder.resolve("bad-mood"), "");
        Product product = new Product(folder);
        startUntil(product, () -> product.printed().contains("has gone back"));
        Product next = new Product(folder);
        String output = startUntil(next, () -> next.printed().contains("hello from"));
        assertTrue(output.contains("hello from 1.0.0") && !output.contains("hello from 2.0.0"), output);
        String listed = assertRun(0, "taken back: org.example.moody 2.0.0", "plugin", "list");
        assertTrue(listed.contains(why) && listed.contains("1.0.0"), listed);
        assertTrue(new Product(folder).problems().stream().anyMatch(line -> line.contains("has gone back")));
    }

    @Test
    void a_version_that_fails_in_the_next_start_gives_way_to_the_former_one() throws Exception {
        assertRolledBack("if (true) throw new IllegalStateException(\"no luck\");", "can't be started: no luck");
    }

    @Test
    void a_version_that_hangs_in_the_next_start_gives_way_to_the_former_one() throws Exception {
        assertRolledBack("Thread.currentThread().join();", "has not started within 10 seconds");
    }

    @Test
    void a_version_that_kills_the_process_gives_way_to_the_former_one() throws Exception {
        assertRolledBack("Runtime.getRuntime().halt(7);", "ended while the plug-in org.example.moody was starting");
    }

    @Test
    void a_version_that_ends_the_process_gives_way_to_the_former_one() throws Exception {
        assertRolledBack("System.exit(7);", "ended while the plug-in org.example.moody was starting");
    }

    @Test
    void a_plug_in_that_has_proved_itself_stays_when_it_fails_later() throws Exception {
        assertRun(0, "Installed", "plugin", "install", moody("1.0.0",
                "if (true) throw new IllegalStateException(\"no luck\");").toString(), "--yes");
        startWell();
        Files.writeString(folder.resolve("bad-mood"), "");
        assertRun(0, "failed", "plugin", "list");
        assertFalse(Files.exists(area().resolve("notice.txt")));
    }
}
