package org.chartroom.releng.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contributor guide says what is. */
class ContributorGuideTest {
    private static final Path ROOT = Path.of(System.getProperty("root"));
    private static final String PREFIX = "org.chartroom.";
    private static final Pattern ARROW = Pattern.compile("(?m)^ +(\\S+) --> (\\S+)$");
    private static final Pattern QUOTED = Pattern.compile("`([^`\n]+)`");

    private final String guide = read();

    private static String read() {
        try {
            return Files.readString(ROOT.resolve("releng/docs/contributor-guide.md"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theDrawingHasTheArrowsOfTheCode() throws IOException {
        Map<String, Set<String>> drawn = new TreeMap<>();
        ARROW.matcher(guide).results()
                .forEach(arrow -> drawn.computeIfAbsent(arrow.group(1), from -> new TreeSet<>()).add(arrow.group(2)));

        assertEquals(withoutImplied(callsOfBundles()), drawn);
    }

    @Test
    void anArrowThatFollowsFromOthersIsLeftOut() {
        Map<String, Set<String>> calls = new TreeMap<>(
                Map.of("risk", Set.of("core", "model"), "core", Set.of("model")));

        assertEquals(Map.of("risk", Set.of("core"), "core", Set.of("model")), withoutImplied(calls));
    }

    @Test
    void filesAndClassesThatAreNamedExist() throws IOException {
        Set<String> sources = new TreeSet<>();
        for (String folder : List.of("bundles", "releng/tests/src")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".java"))
                        .forEach(sources::add);
            }
        }
        List<String> missing = QUOTED.matcher(guide).results().map(quoted -> quoted.group(1)).distinct()
                .filter(name -> name.matches("(bundles|features|releng|target-platform)/[^*]+")
                        ? !Files.exists(ROOT.resolve(name))
                        : name.matches("[A-Z][a-z]+[A-Z]\\w+|Check|Exporter|Importer|Feed|Evaluation")
                                && !sources.contains(name + ".java"))
                .toList();

        assertEquals(List.of(), missing);
    }

    /** Which bundles call classes of which others. */
    private static Map<String, Set<String>> callsOfBundles() throws IOException {
        Map<String, JavaClasses> bundles = new TreeMap<>();
        try (Stream<Path> folders = Files.list(ROOT.resolve("bundles"))) {
            for (Path folder : folders.filter(one -> Files.isDirectory(one.resolve("target/classes"))).toList()) {
                bundles.put(folder.getFileName().toString().substring(PREFIX.length()),
                        new ClassFileImporter().importPath(folder.resolve("target/classes")));
            }
        }
        bundles.remove("tests");
        Map<String, String> homes = new HashMap<>();
        bundles.forEach((bundle, classes) -> classes.forEach(one -> homes.put(one.getName(), bundle)));
        Map<String, Set<String>> calls = new TreeMap<>();
        bundles.forEach((bundle, classes) -> {
            Set<String> called = classes.stream().flatMap(one -> one.getDirectDependenciesFromSelf().stream())
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType().getName()).map(homes::get)
                    .filter(home -> home != null && !home.equals(bundle)).collect(Collectors.toCollection(TreeSet::new));
            if (!called.isEmpty()) {
                calls.put(bundle, called);
            }
        });
        return calls;
    }

    private static Map<String, Set<String>> withoutImplied(Map<String, Set<String>> calls) {
        Map<String, Set<String>> left = new TreeMap<>();
        calls.forEach((from, called) -> left.put(from, called.stream()
                .filter(to -> called.stream().noneMatch(other -> !other.equals(to) && reaches(calls, other, to)))
                .collect(Collectors.toCollection(TreeSet::new))));
        return left;
    }

    private static boolean reaches(Map<String, Set<String>> calls, String from, String to) {
        Set<String> next = calls.getOrDefault(from, Set.of());
        return next.contains(to) || next.stream().anyMatch(one -> reaches(calls, one, to));
    }
}
