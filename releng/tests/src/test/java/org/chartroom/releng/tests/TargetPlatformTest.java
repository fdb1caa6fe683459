package org.chartroom.releng.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The checks that keep the target platform still: each is seen to fire on a project made to break it.
 */
class TargetPlatformTest {
    private static final Path ROOT = Path.of(System.getProperty("root"));

    private record Build(int exitCode, String output) {
    }

    private static Build build(String fixture, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("mvn", "-B", "-q", "verify", "-P", "fixtures", "-pl",
                "releng/tests/fixtures/" + fixture, "-am"));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Build(process.waitFor(), output);
    }

    @ParameterizedTest
    @CsvSource({"range, banned dynamic version", "snapshot, not a release dependency",
            "transitive, Nothing comes in by the way", "newer-java, Chartroom runs on Java 17"})
    void a_dependency_that_floats_or_is_too_new_breaks_the_build(String fixture, String message) throws Exception {
        Build build = build(fixture);
        assertNotEquals(0, build.exitCode());
        assertTrue(build.output().contains(message), build.output());
    }

    @Test
    void a_pinned_dependency_passes_without_a_network() throws Exception {
        Build build = build("pinned", "-o");
        assertEquals(0, build.exitCode(), build.output());
    }

    @Test
    void a_version_of_a_third_party_is_typed_in_the_target_platform_only() throws Exception {
        List<String> elsewhere = new ArrayList<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (Path pom : files.filter(file -> file.endsWith("pom.xml"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .filter(file -> !file.startsWith(ROOT.resolve("releng/tests/fixtures")))
                    .filter(file -> !file.equals(ROOT.resolve("target-platform/pom.xml"))).toList()) {
                NodeList versions = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
                        .parse(pom.toFile()).getElementsByTagName("version");
                for (int i = 0; i < versions.getLength(); i++) {
                    Element version = (Element) versions.item(i);
                    if (version.getParentNode().getNodeName().equals("dependency") && !isPlugin(version)
                            && !version.getTextContent().equals("${project.version}")) {
                        elsewhere.add(ROOT.relativize(pom) + ": " + version.getParentNode().getTextContent().strip());
                    }
                }
            }
        }
        assertEquals(List.of(), elsewhere);
    }

    @Test
    void a_class_that_breaks_the_static_checks_breaks_the_build() throws Exception {
        Build build = build("style", "-o");
        assertNotEquals(0, build.exitCode());
        for (String rule : List.of("UnusedImports", "EmptyCatchBlock", "MissingJavadocType", "MissingJavadocMethod",
                "Wait for a condition, not for a time")) {
            assertTrue(build.output().contains(rule), build.output());
        }
    }

    /** Dependencies of Maven plug-ins are out of the reach of the target platform and pinned where they are. */
    private static boolean isPlugin(Element version) {
        return version.getParentNode().getParentNode().getParentNode().getNodeName().equals("plugin");
    }
}
