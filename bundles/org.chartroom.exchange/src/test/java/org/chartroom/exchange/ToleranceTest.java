package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.chartroom.core.type.ValueRules;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.export.CsvExport;
import org.chartroom.exchange.export.ModelExport;
import org.chartroom.exchange.export.XlsxExport;
import org.chartroom.exchange.importing.FieldValues;
import org.chartroom.exchange.importing.ModelImport;
import org.chartroom.model.Comment;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One value that nobody should have let in must not stop an output; and no way in lets it in. */
class ToleranceTest {
    private final RiskRegister register = RiskFactory.eINSTANCE.createRiskRegister();
    private final Risk risk = RiskFactory.eINSTANCE.createRisk();

    @BeforeEach
    void make_a_register_with_values_of_an_earlier_version() {
        register.setId("1");
        register.setKey("RSK-001");
        risk.setId("2");
        risk.setKey("R-001");
        risk.setTitle("Bell\u0007 and half \uD83D letter");
        for (EStructuralFeature feature : risk.eClass().getEAllStructuralFeatures()) {
            if (feature.isChangeable() && !feature.isMany() && !feature.isDerived()) {
                if (feature.getEType().getInstanceClass() == LocalDate.class) {
                    risk.eSet(feature, LocalDate.of(999_999_999, 1, 1));
                } else if (feature.getEType().getInstanceClass() == BigDecimal.class) {
                    risk.eSet(feature, new BigDecimal("1E400"));
                }
            }
        }
        register.getRisks().add(risk);
        Comment comment = ModelFactory.eINSTANCE.createComment();
        comment.setId("3");
        comment.setText("\u001b[31m red");
        comment.setWrittenAt(Instant.parse("2026-01-01T00:00:00Z"));
        register.getComments().add(comment);
    }

    private String model() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ModelExport.write(register, ModelFactory.eINSTANCE.createDirectory(), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_model_file_is_written_with_what_it_can_hold() throws IOException {
        assertTrue(model().contains("Bell\uFFFD and half \uFFFD letter"));
        assertEquals("Bell\u0007 and half \uD83D letter", risk.getTitle());
    }

    @Test
    void what_is_replaced_is_known_by_its_place() {
        assertEquals(Set.of("R-001 Title", "Comment Text"), Set.copyOf(ValueRules.unholdable(register)));
        risk.setTitle("Bell");
        register.getComments().clear();
        assertEquals(List.of(), ValueRules.unholdable(register));
    }

    @Test
    void a_table_and_a_workbook_are_written() throws IOException {
        StringWriter table = new StringWriter();
        CsvExport.write(register, table);
        assertTrue(table.toString().contains("999999999"));
        XlsxExport.write(register, new ByteArrayOutputStream());
    }

    @Test
    void a_model_file_with_such_values_is_refused_by_field() throws IOException {
        byte[] content = model().getBytes(StandardCharsets.UTF_8);
        String message = assertThrows(ImportException.class,
                () -> ModelImport.read("other.xmi", new ByteArrayInputStream(content))).getMessage();
        assertTrue(message.contains("of R-001 can't be taken over, because "), message);
    }

    @Test
    void a_monstrous_number_in_a_model_file_is_refused_without_being_written_out() {
        String content = """
                <risk:RiskRegister xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI" xmlns:risk="%s">
                  <risks key="R-001" probability="1E999999999"/>
                </risk:RiskRegister>
                """.formatted(RiskPackage.eNS_URI);
        String message = assertThrows(ImportException.class, () -> ModelImport.read("other.xmi",
                new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)))).getMessage();
        assertTrue(message.contains("at most 30 digits"), message);
    }

    @Test
    void set_takes_no_such_value() {
        for (EStructuralFeature feature : risk.eClass().getEAllStructuralFeatures()) {
            if (feature.isMany() || feature.isDerived() || !feature.isChangeable()) {
                continue;
            }
            Class<?> type = feature.getEType().getInstanceClass();
            String wrong = type == String.class ? "a\u0007" : type == BigDecimal.class ? "9".repeat(300) : null;
            if (wrong != null) {
                assertThrows(IllegalArgumentException.class,
                        () -> FieldValues.parse(risk, feature, wrong, ModelFactory.eINSTANCE.createDirectory()),
                        feature.getName());
            }
        }
    }
}
