package org.chartroom.exchange.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.chartroom.core.contribution.Contribution;
import org.chartroom.core.contribution.ContributionRegistry;
import org.chartroom.exchange.csv.CsvFiles;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.importing.ForecastImporter;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.Importer;
import org.chartroom.exchange.importing.KnownFormat;
import org.chartroom.exchange.importing.OscalImporter;
import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;
import org.eclipse.emf.ecore.EClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Importers that bundles bring. */
class ImportsTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final List<Contribution<Importer>> contributions = new ArrayList<>();
    private final ExtensionImports imports = imports(LIMIT);

    private void contribute(String format, Callable<Importer> factory) {
        contributions.add(new Contribution<>(new Object(), format, "org.example." + format, Map.of(), factory));
    }

    private ExtensionImports imports(Duration limit) {
        return new ExtensionImports(
                new ContributionRegistry<>("importer", limit, () -> List.copyOf(contributions)));
    }

    private CsvTable table() throws IOException {
        Path file = Files.writeString(folder.resolve("issues.csv"), "Issue key;Summary\nA-1;Fire\n");
        return CsvFiles.read(file, CsvFiles.detect(file));
    }

    /** Tables with issue keys. */
    private record Issues(CsvTable preview) implements KnownFormat {
        @Override
        public String name() {
            return "Issues";
        }

        @Override
        public List<EClass> targets() {
            return List.of();
        }

        @Override
        public ImportPlan plan(Artifact artifact, Directory directory) {
            return new ImportPlan(List.of(), List.of(), List.of(), domain -> Optional.empty());
        }
    }

    private static Importer issues() {
        return new Importer() {
            @Override
            public Optional<KnownFormat> read(CsvTable table) {
                return table.columns().contains("Issue key") ? Optional.of(new Issues(table)) : Optional.empty();
            }
        };
    }

    @Test
    void a_contributed_importer_recognises_its_tables() throws IOException {
        contribute("issues", ImportsTest::issues);

        assertEquals("Issues", imports.of(table()).orElseThrow().name());
        assertEquals(Optional.empty(), imports.of(folder.resolve("issues.csv")));
    }

    @Test
    void what_comes_with_the_product_goes_the_same_way_and_leaves_other_tables_alone() throws IOException {
        contribute("oscal-poam", OscalImporter::new);
        contribute("forecast-history", ForecastImporter::new);

        assertEquals(Optional.empty(), imports.of(table()));
        assertEquals(List.of("oscal-poam", "forecast-history"), imports.formats());
    }

    @Test
    void one_that_fails_is_set_aside_and_the_next_one_is_asked() throws IOException {
        contribute("broken", () -> {
            throw new NoClassDefFoundError("org/example/Gone");
        });
        contribute("issues", ImportsTest::issues);

        assertTrue(imports.of(table()).isPresent());
        assertEquals(List.of("issues"), imports.formats());
    }

    @Test
    void one_that_never_ends_is_left_behind() throws IOException {
        contribute("endless", () -> {
            while (!Thread.interrupted()) {
                Thread.onSpinWait();
            }
            return null;
        });
        ExtensionImports impatient = imports(Duration.ofMillis(300));

        assertEquals(Optional.empty(), impatient.of(table()));
        assertEquals(List.of(), impatient.formats());
    }

    @Test
    void a_file_that_does_not_fit_is_told_and_the_importer_stays() throws IOException {
        contribute("oscal-poam", OscalImporter::new);
        Path file = Files.writeString(folder.resolve("list.json"), "{\"plan-of-action-and-milestones\": 7}");

        assertThrows(ImportException.class, () -> imports.of(file));
        assertEquals(List.of("oscal-poam"), imports.formats());
    }

    @Test
    void a_format_nobody_brings_is_refused_with_those_there_are() {
        contribute("issues", ImportsTest::issues);

        String message = assertThrows(ImportException.class, () -> imports.read("word", folder.resolve("a")))
                .getMessage();

        assertEquals("There is no format word; choose one of auto, table, issues.", message);
    }

    @Test
    void one_that_fails_is_said_with_the_reason() throws IOException {
        contribute("broken", () -> {
            throw new NoClassDefFoundError("org/example/Gone");
        });

        assertEquals(List.of(), imports.setAside());
        imports.of(table());

        assertEquals(1, imports.setAside().size());
        String said = imports.setAside().get(0);
        assertTrue(said.startsWith("The importer \"broken\" of bundle org.example.broken was not asked for this file, "
                + "because it failed (") && said.contains("org/example/Gone"), said);
    }

    @Test
    void one_that_was_set_aside_is_refused_with_the_reason_when_it_is_asked_for_by_name() throws IOException {
        contribute("broken", () -> {
            throw new NoClassDefFoundError("org/example/Gone");
        });
        imports.of(table());

        String refusal = assertThrows(ImportException.class,
                () -> imports.read("broken", folder.resolve("issues.csv"))).getMessage();

        assertTrue(refusal.startsWith("The importer \"broken\" of bundle org.example.broken is not used, because it "
                + "failed ("), refusal);
    }
}
