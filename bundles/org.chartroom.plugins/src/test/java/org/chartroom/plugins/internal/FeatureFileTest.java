package org.chartroom.plugins.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chartroom.plugins.PluginException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureFileTest {
    private static FeatureFile read(String json) {
        return FeatureFile.of(JsonParser.parseString(json).getAsJsonObject(), "feature.json");
    }

    @Test
    void a_feature_tells_its_id_and_its_bundles() {
        FeatureFile feature = read("""
                {"feature-resource-version": "1.0", "id": "org.example:policies:1.2.3", "name": "Policies",
                 "bundles": [{"id": "org.example:a:1.0", "sha-256": "ab"}, "org.example:b:jar:2.0",
                             {"id": "org.example:c:3.0", "url": "jars/c.jar"}]}
                """);
        assertEquals("org.example:policies", feature.id());
        assertEquals("1.2.3", feature.version());
        assertEquals(List.of("a-1.0.jar", "b-2.0.jar", "c-3.0.jar"),
                feature.bundles().stream().map(FeatureFile.Artifact::fileName).toList());
        assertEquals("ab", feature.bundles().get(0).sha256());
        assertTrue(feature.bundles().get(1).places().contains("org/example/b/2.0/b-2.0.jar"));
        assertEquals(List.of("jars/c.jar"), feature.bundles().get(2).places());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"feature-resource-version\": \"2.0\", \"id\": \"a:b:1\"}",
            "{\"feature-resource-version\": \"1.0\"}",
            "{\"feature-resource-version\": \"1.0\", \"id\": \"a/../b:c:1\"}",
            "{\"feature-resource-version\": \"1.0\", \"id\": \"a:b:1\", \"bundles\": [7]}",
            "{\"feature-resource-version\": \"1.0\", \"id\": \"a:b:1\", \"bundles\": {}}"})
    void what_is_no_feature_is_refused(String json) {
        assertThrows(PluginException.class, () -> read(json));
    }

    @Test
    void a_file_that_is_no_json_is_refused(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("feature.json"), "{\"id\": ");
        PluginException refused = assertThrows(PluginException.class, () -> FeatureFile.parse(file, "feature.json"));
        assertTrue(refused.getMessage().startsWith("feature.json is damaged"), refused.getMessage());
    }

    @Test
    void a_feature_from_elsewhere_can_not_name_files_of_this_computer() {
        Source remote = Source.of("https://example.org/plugins/feature.json");
        assertEquals("https://example.org/plugins/a.jar", remote.resolve("a.jar").toString());
        assertThrows(PluginException.class, () -> remote.resolve("file:/etc/passwd"));
        assertFalse(remote.isFolder());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.2", "1.2.3", "1.2.3-SNAPSHOT", "1.2.3.v20260101"})
    void versions_of_maven_and_osgi_are_ordered(String version) {
        assertTrue(Versions.of(version).compareTo(Versions.of("0.9.9")) > 0);
        assertTrue(Versions.of(version).compareTo(Versions.of("2")) < 0);
        assertEquals(0, Versions.of("none").getMajor());
    }
}
