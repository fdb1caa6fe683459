package org.chartroom.plugins.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.chartroom.plugins.PluginException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleJarTest {
    @TempDir
    private Path folder;

    private static Map<String, String> headers(String name, String version) {
        return Map.of("Bundle-ManifestVersion", "2", "Bundle-SymbolicName", name, "Bundle-Version", version);
    }

    private Path jar(Map<String, String> headers) throws IOException {
        return Jars.write(folder.resolve("some.jar"), headers);
    }

    private static String refused(Path jar) {
        String message = assertThrows(PluginException.class, () -> BundleJar.read(jar)).getMessage();
        assertFalse(message.contains("\u202E"), message);
        return message;
    }

    @Test
    void a_bundle_says_its_name_and_version() throws IOException {
        BundleJar jar = BundleJar.read(jar(headers("org.example.a-b_c;singleton:=true", "1.2.3.beta")));
        assertEquals("org.example.a-b_c", jar.symbolicName());
        assertEquals("1.2.3.beta", jar.version());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../..", "..", "a/b", "a\\b", "/etc/passwd", "a\u202Eb", "a b", "\u00e4", "a..b", ".a",
            "a."})
    void a_name_that_is_none_of_OSGi_is_refused(String name) throws IOException {
        assertTrue(refused(jar(headers(name, "1.0.0"))).contains("Bundle-SymbolicName"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../1", "1.0.0/../..", "1.0.0.a\u202Eb", "one", "-1", "99999999999"})
    void a_version_that_is_none_of_OSGi_is_refused(String version) throws IOException {
        assertTrue(refused(jar(headers("org.example.a", version))).contains("Bundle-Version"));
    }

    @Test
    void a_title_that_turns_its_letters_round_is_refused() throws IOException {
        assertTrue(refused(jar(Map.of("Bundle-SymbolicName", "org.example.a", "Bundle-Name", "Policies\u202Efdp")))
                .contains("hide or turn round"));
    }

    @Test
    void texts_that_are_packed_small_and_are_endless_are_refused_before_they_are_read() throws IOException {
        Path jar = Jars.write(folder.resolve("bomb.jar"), headers("org.example.a", "1.0.0"),
                "OSGI-INF/l10n/bundle.properties", 64);
        assertTrue(refused(jar).contains("is larger than 4 MB"));
        assertTrue(refused(Jars.write(folder.resolve("types.jar"), headers("org.example.a", "1.0.0"), "plugin.xml", 64))
                .contains("is larger than 4 MB"));
    }

    @Test
    void nothing_is_staged_outside_of_the_folder_whatever_a_bundle_is_called() throws IOException {
        Path jar = jar(headers("../../..", "1.0.0"));
        Path staging = Files.createDirectories(folder.resolve("a/b/c/staging"));
        assertThrows(PluginException.class, () -> new Stager(staging, false, new NullProgressMonitor())
                .stage(jar.toString(), Optional.empty()));
        try (Stream<Path> files = Files.walk(folder)) {
            assertEquals(List.of(jar), files.filter(Files::isRegularFile).filter(file -> !file.startsWith(staging))
                    .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://192.0.2.1/a.jar", "HTTP://example.invalid/feature.json"})
    void code_over_plain_http_is_refused_before_anybody_is_asked(String address) {
        String message = assertThrows(PluginException.class,
                () -> new Stager(folder, false, new NullProgressMonitor()).stage(address, Optional.empty()))
                .getMessage();
        assertTrue(message.contains("plain http") && message.contains("use https"), message);
    }

    @Test
    void an_index_may_send_to_plain_http_for_what_it_names_the_checksum_of_only() throws IOException {
        Path index = Files.writeString(folder.resolve("index.json"), """
                {"index-version": "1", "features": [{"id": "org.example:a:1", "url": "http://192.0.2.1/a.jar"}]}
                """);
        Path staging = Files.createDirectory(folder.resolve("staging"));
        assertTrue(assertThrows(PluginException.class, () -> new Stager(staging, false, new NullProgressMonitor())
                .stage(index.toString(), Optional.empty())).getMessage().contains("plain http"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"smb://server/a.jar", "ftp://server/a.jar", "jar://a"})
    void an_address_of_another_kind_is_told(String address) {
        assertTrue(assertThrows(PluginException.class, () -> Source.of(address)).getMessage().contains("https://"));
    }
}
