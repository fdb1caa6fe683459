package org.chartroom.exchange.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.chartroom.core.contribution.Contribution;
import org.chartroom.core.contribution.ContributionRegistry;
import org.chartroom.exchange.export.ExportException;
import org.chartroom.exchange.export.ExportFormat;
import org.chartroom.exchange.export.Exporter;
import org.chartroom.model.Directory;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExportsTest {
    private static final String RISKS = "http://www.chartroom.org/model/risk/1.0";

    private final RiskRegister register = RiskFactory.eINSTANCE.createRiskRegister();
    private final Directory directory = ModelFactory.eINSTANCE.createDirectory();
    private final List<Contribution<Exporter>> contributions = new ArrayList<>();
    private final ExtensionExports exports = new ExtensionExports(
            new ContributionRegistry<>("exporter", Duration.ofSeconds(20), () -> List.copyOf(contributions)));

    @BeforeEach
    void fill() {
        register.setKey("RSK-001");
        Risk risk = RiskFactory.eINSTANCE.createRisk();
        risk.setTitle("Fire");
        register.getRisks().add(risk);
    }

    private void contribute(String format, String packageUri, String type, Callable<Exporter> factory) {
        Map<String, String> attributes = new HashMap<>(Map.of("name", "The " + format, "extension", format));
        if (packageUri != null) {
            attributes.put("package", packageUri);
            attributes.put("type", type);
        }
        contributions.add(new Contribution<>(new Object(), format, "org.example." + format, attributes, factory));
    }

    private void contribute(String format, Exporter exporter) {
        contribute(format, null, null, () -> exporter);
    }

    private String written(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exports.write(format, register, directory, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<String> formats() {
        return exports.formats(RiskPackage.Literals.RISK_REGISTER).stream().map(ExportFormat::id).toList();
    }

    @Test
    void a_contributed_exporter_writes_the_artifact() throws IOException {
        contribute("titles", (artifact, people, out) -> out
                .write(((RiskRegister) artifact).getRisks().get(0).getTitle().getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of("titles"), formats());
        assertEquals("Fire", written("titles"));
    }

    @Test
    void what_comes_with_the_product_goes_the_same_way() throws IOException {
        contribute("csv", new CsvExporter());
        contribute("xmi", new ModelExporter());
        contribute("xlsx", new XlsxExporter());
        assertTrue(written("csv").contains("Fire"));
        assertTrue(written("xmi").contains("title=\"Fire\""));
        assertTrue(written("xlsx").startsWith("PK"));
    }

    @Test
    void an_exporter_that_throws_is_named_and_set_aside_and_nothing_of_its_file_is_kept() throws IOException {
        contribute("broken", (artifact, people, out) -> {
            out.write('x');
            throw new UnsupportedOperationException("not yet");
        });
        contribute("csv", new CsvExporter());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String message = assertThrows(ExportException.class, () -> exports.write("broken", register, directory, out))
                .getMessage();
        assertEquals(
                "The exporter \"The broken\" of bundle org.example.broken failed on RSK-001 and is not used any "
                        + "more; choose another format, and tell its maker.",
                message);
        assertEquals(0, out.size());
        assertEquals(List.of("csv"), formats());
        assertTrue(written("csv").contains("Fire"));
    }

    @Test
    void an_exporter_without_its_class_or_that_calls_itself_for_ever_is_no_other_case() {
        contribute("gone", null, null, () -> {
            throw new ClassNotFoundException("org.example.Gone");
        });
        contribute("deep", new Exporter() {
            @Override
            public void write(org.chartroom.model.Artifact artifact, Directory people, OutputStream out)
                    throws IOException {
                write(artifact, people, out);
            }
        });
        assertThrows(ExportException.class, () -> written("gone"));
        assertThrows(ExportException.class, () -> written("deep"));
        assertEquals(List.of(), formats());
    }

    @Test
    void an_artifact_that_is_refused_is_told_and_the_exporter_stays() {
        contribute("picky", (artifact, people, out) -> {
            throw new IllegalArgumentException("RSK-001 has no chart; choose csv.");
        });
        assertEquals("RSK-001 has no chart; choose csv.",
                assertThrows(ExportException.class, () -> written("picky")).getMessage());
        assertEquals(List.of("picky"), formats());
    }

    @Test
    void a_format_that_is_not_there_is_told_with_those_that_are() {
        contribute("csv", new CsvExporter());
        contribute("xmi", new ModelExporter());
        assertEquals("RSK-001 can't be exported as pdf; choose one of csv, xmi.",
                assertThrows(ExportException.class, () -> written("pdf")).getMessage());
    }

    @Test
    void a_format_for_another_type_is_not_offered_and_one_for_a_superclass_is() {
        contribute("vendors", "http://www.chartroom.org/model/vendor/1.0", "VendorScorecard", CsvExporter::new);
        contribute("risks", RISKS, "RiskRegister", CsvExporter::new);
        contribute("all", "http://www.chartroom.org/model/1.0", "Artifact", CsvExporter::new);
        assertEquals(List.of("risks", "all"), formats());
    }

    @Test
    void a_disk_that_is_full_is_no_fault_of_the_exporter() {
        contribute("csv", new CsvExporter());
        OutputStream full = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        assertThrows(IOException.class, () -> exports.write("csv", register, directory, full));
        assertEquals(List.of("csv"), formats());
    }
}
