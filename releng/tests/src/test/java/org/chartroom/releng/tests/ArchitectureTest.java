package org.chartroom.releng.tests;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.chartroom.chart.fixture.ChartThatCallsTheModel;
import org.chartroom.core.fixture.CoreThatCallsOthers;
import org.chartroom.risk.fixture.TypeThatCallsAnother;
import org.chartroom.risk.fixture.TypeThatCallsTheStore;
import org.chartroom.vendor.fixture.AnotherType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Who may call whom. Each rule is held by the bundles, and seen to fire on a class made to break it.
 */
class ArchitectureTest {
    private static final Path BUNDLES = Path.of(System.getProperty("root")).resolve("bundles");
    private static final List<String> ARTIFACTS = List.of("charter", "risk", "vendor", "change", "variance");
    private static final String[] ARTIFACT_PACKAGES = ARTIFACTS.stream().map(name -> "org.chartroom." + name + "..")
            .toArray(String[]::new);
    private static final String[] HEADLESS = Stream.concat(
            Stream.of("model", "core", "chart", "store", "exchange", "schedule", "report", "plugins", "testkit", "cli")
                    .map(name -> "org.chartroom." + name + ".."),
            ARTIFACTS.stream().flatMap(name -> Stream.of("org.chartroom." + name, "org.chartroom." + name + ".internal",
                    "org.chartroom." + name + ".report")))
            .toArray(String[]::new);

    /** A comma between packages, not one within the quotes of a uses directive. */
    private static final String OUTSIDE_QUOTES = ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";

    private static JavaClasses bundles;
    private static JavaClasses fixtures;

    @BeforeAll
    static void read_the_classes() throws IOException {
        try (Stream<Path> folders = Files.list(BUNDLES)) {
            bundles = new ClassFileImporter().importPaths(folders.map(bundle -> bundle.resolve("target/classes"))
                    .filter(Files::isDirectory).filter(path -> !path.toString().contains("org.chartroom.tests"))
                    .toList());
        }
        fixtures = new ClassFileImporter().importClasses(CoreThatCallsOthers.class, TypeThatCallsTheStore.class,
                TypeThatCallsAnother.class, AnotherType.class, ChartThatCallsTheModel.class);
    }

    private static Map<String, ArchRule> rules() {
        Map<String, ArchRule> rules = new TreeMap<>(rulesOfRooms());
        // With the digits of the user's language a key, a file name or a period could not be read back.
        rules.put("texts are formatted with a locale that is named",
                noClasses().that().resideInAPackage("org.chartroom..").and()
                        .resideOutsideOfPackages("org.chartroom.store..", "org.chartroom.platform.bridge..").and()
                        .doNotHaveSimpleName("DefaultEditSession").should()
                        .callMethod(String.class, "format", String.class, Object[].class)
                        .orShould().callMethod(String.class, "formatted", Object[].class)
                        .orShould().callMethod(PrintWriter.class, "printf", String.class, Object[].class)
                        .orShould().callMethod(PrintStream.class, "printf", String.class, Object[].class));
        // Others would lie where anybody may look, and stay when the process is killed.
        rules.put("temporary files lie in the folder of the process",
                noClasses().that().resideOutsideOfPackages("org.chartroom.core.files..", "org.chartroom.store..",
                        "org.chartroom.platform.launcher..").should()
                        .callMethod(Files.class, "createTempDirectory", String.class, FileAttribute[].class)
                        .orShould().callMethod(Files.class, "createTempFile", String.class, String.class,
                                FileAttribute[].class)
                        .orShould().callMethod(File.class, "createTempFile", String.class, String.class));
        rules.put("one clock tells the time", onlyOneClock());
        return rules;
    }

    /** The launcher and the bridge run before there is one. */
    private static ArchRule onlyOneClock() {
        ClassesShouldConjunction rule = noClasses().that().resideInAPackage("org.chartroom..").and()
                .resideOutsideOfPackages("org.chartroom.platform..").and().doNotHaveSimpleName("SystemClock").should()
                .callMethod(System.class, "currentTimeMillis").orShould().callConstructor(Date.class).orShould()
                .callMethod(Clock.class, "systemUTC").orShould().callMethod(Clock.class, "systemDefaultZone");
        for (Class<?> time : List.of(Instant.class, LocalDate.class, LocalTime.class, LocalDateTime.class,
                OffsetDateTime.class, ZonedDateTime.class, YearMonth.class, Year.class)) {
            rule = rule.orShould().callMethod(time, "now");
        }
        return rule;
    }

    private static Map<String, ArchRule> rulesOfRooms() {
        return Map.of(
                "core calls nothing of ours but the model",
                noClasses().that().resideInAPackage("org.chartroom.core..").should().dependOnClassesThat()
                        .resideInAnyPackage("org.chartroom.store..", "org.chartroom.exchange..",
                                "org.chartroom.chart..", "org.chartroom.report..", "org.chartroom.cli..",
                                "org.chartroom.ui..")
                        .orShould().dependOnClassesThat().resideInAnyPackage(ARTIFACT_PACKAGES),
                "nobody calls the store",
                noClasses().that().resideOutsideOfPackage("org.chartroom.store..").should().dependOnClassesThat()
                        .resideInAPackage("org.chartroom.store.."),
                "nobody but the store speaks SQL",
                noClasses().that().resideOutsideOfPackage("org.chartroom.store..").should().dependOnClassesThat()
                        .resideInAnyPackage("java.sql..", "javax.sql..", "org.h2.."),
                "charts call nothing of ours but the core, which reads what models say of them",
                noClasses().that().resideInAPackage("org.chartroom.chart..").should().dependOnClassesThat(
                        resideInAPackage("org.chartroom..").and(resideOutsideOfPackage("org.chartroom.chart.."))
                                .and(resideOutsideOfPackage("org.chartroom.core.."))),
                "artifact types call forms, charts, what sections of reports are made of, core and model only",
                noClasses().that().resideInAnyPackage(ARTIFACT_PACKAGES).should().dependOnClassesThat()
                        .resideInAnyPackage("org.chartroom.store..", "org.chartroom.exchange..",
                                "org.chartroom.report", "org.chartroom.report.internal..", "org.chartroom.cli..",
                                "org.chartroom.ui.internal.."),
                "only the command line and the workbench change plug-ins",
                noClasses().that()
                        .resideOutsideOfPackages("org.chartroom.plugins..", "org.chartroom.cli..", "org.chartroom.ui..")
                        .should().dependOnClassesThat().resideInAPackage("org.chartroom.plugins.."),
                "no artifact type calls another one",
                SlicesRuleDefinition.slices().assignedFrom(new ArtifactTypes()).should().notDependOnEachOther(),
                "nothing without a display touches widgets",
                noClasses().that().resideInAnyPackage(HEADLESS).should().dependOnClassesThat()
                        .resideInAnyPackage("org.eclipse.swt..", "org.eclipse.jface..", "org.eclipse.ui.."),
                "model files are read in isolated resource sets only", noClasses().that()
                        .resideOutsideOfPackage("org.chartroom.core.resource..").should()
                        .dependOnClassesThat()
                        .haveNameMatching("org\\.eclipse\\.emf\\.ecore\\.resource\\.impl(\\.fixture)?\\.ResourceSetImpl"),
                "only the launcher ends the process", noClasses().that()
                        .resideOutsideOfPackage("org.chartroom.platform.launcher..").should()
                        .callMethod(System.class, "exit", int.class));
    }

    /** Each artifact type a slice of its own; everything else in none. */
    private static final class ArtifactTypes implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String[] names = type.getPackageName().split("\\.");
            boolean artifact = names.length > 2 && "chartroom".equals(names[1]) && ARTIFACTS.contains(names[2]);
            return artifact ? SliceIdentifier.of(names[2]) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "artifact types";
        }
    }

    @TestFactory
    Stream<DynamicTest> the_bundles_hold_the_rule() {
        return rules().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(bundles)));
    }

    @TestFactory
    Stream<DynamicTest> a_class_that_breaks_the_rule_is_found() {
        return rules().entrySet().stream().map(rule -> DynamicTest.dynamicTest(rule.getKey(),
                () -> assertThrows(AssertionError.class, () -> rule.getValue().check(fixtures))));
    }

    @Test
    void the_classes_of_all_rooms_were_read() {
        for (String room : List.of("model", "core", "chart", "store", "exchange", "schedule", "report", "plugins", "testkit", "cli", "risk",
                "vendor", "variance", "ui.forms", "ui")) {
            assertTrue(bundles.stream().anyMatch(type -> type.getPackageName().startsWith("org.chartroom." + room)),
                    room);
        }
    }

    @Test
    void providers_and_consumers_are_named_on_interfaces_of_exported_packages() {
        classes().that().areInterfaces().and().arePublic().and().areTopLevelClasses().and()
                .resideInAnyPackage("org.chartroom.core.workspace", "org.chartroom.core.store",
                        "org.chartroom.core.type", "org.chartroom.core.check",
                        "org.chartroom.core.contribution", "org.chartroom.core.evaluation", "org.chartroom.chart",
                        "org.chartroom.report", "org.chartroom.report.section")
                .should().beAnnotatedWith("org.osgi.annotation.versioning.ProviderType").orShould()
                .beAnnotatedWith("org.osgi.annotation.versioning.ConsumerType").check(bundles);
    }

    @Test
    void internal_packages_are_not_exported_and_exported_ones_carry_a_version() throws IOException {
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> jars = Files.find(BUNDLES, 3, (file, attributes) -> file.toString().endsWith("-SNAPSHOT.jar"))) {
            for (Path jar : jars.filter(file -> !file.toString().contains("platform.bridge")).toList()) {
                try (JarFile bundle = new JarFile(jar.toFile())) {
                    Attributes header = bundle.getManifest().getMainAttributes();
                    String exports = header.getValue("Export-Package");
                    for (String export : exports == null ? new String[0] : exports.split(OUTSIDE_QUOTES)) {
                        boolean internal = export.split(";")[0].contains(".internal");
                        if (export.startsWith("org.chartroom") && (internal || !export.contains("version="))) {
                            wrong.add(jar.getFileName() + ": " + export);
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
    }
}
