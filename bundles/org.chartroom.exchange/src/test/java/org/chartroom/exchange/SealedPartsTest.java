package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.export.ExportException;
import org.chartroom.exchange.export.ModelExport;
import org.chartroom.exchange.export.SealedPartException;
import org.chartroom.exchange.export.SealedParts;
import org.chartroom.exchange.json.JsonExport;
import org.chartroom.exchange.json.JsonParts;
import org.chartroom.exchange.sealed.ModelParts;
import org.chartroom.exchange.sealed.SealedContent;
import org.chartroom.exchange.sealed.XmiParts;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.SealedArtifact;
import org.chartroom.model.risk.RiskPackage;
import org.eclipse.emf.ecore.EClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Artifacts of unknown types in model files of any layout. */
class SealedPartsTest {
    private static final String ODD = "<p:Plan  key='A>B'\n id=\"1\" title='x'><!-- <a> --><![CDATA[</p:Plan>]]><?q ?>"
            + "<s t=\"2 #3\"/>\u00e9\ud83d\ude00</p:Plan>";
    private static final String NEXT = "<risk:RiskRegister id=\"2\" key=\"RSK-1\"/>";

    private static String xmi(String... roots) {
        RiskPackage.eINSTANCE.getNsURI();
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<x:XMI x:version=\"2.0\" xmlns:x=\"http://www.omg.org/XMI\""
                + " xmlns:p=\"http://example.org/plan\" xmlns:risk=\"" + RiskPackage.eNS_URI + "\">\n  "
                + String.join("\n  ", roots) + "\n</x:XMI>\n";
    }

    private static ModelParts cut(String xmi) {
        return XmiParts.of("file.xmi", xmi.getBytes(StandardCharsets.UTF_8));
    }

    private static ModelParts cutJson(String json) throws IOException {
        return JsonParts.of("file.json", json.getBytes(StandardCharsets.UTF_8),
                type -> type.equals("known") ? Optional.of(RiskPackage.Literals.RISK_REGISTER) : Optional.empty());
    }

    @Test
    void the_text_of_an_element_is_cut_out_character_by_character() {
        ModelParts parts = cut(xmi(ODD, NEXT));
        SealedArtifact sealed = parts.sealed().get(0);
        assertEquals(ODD, SealedContent.text(sealed));
        assertEquals("A>B", sealed.getKey());
        assertEquals("http://example.org/plan#Plan", sealed.getType());
        assertEquals(List.of("p=http://example.org/plan"), sealed.getNamespaces());
        assertEquals(List.of("2#2"), sealed.getTargets());
        assertEquals(xmi("", NEXT), new String(parts.rest(), StandardCharsets.UTF_8));
    }

    @Test
    void a_file_that_is_one_artifact_is_kept_as_a_whole() {
        String root = "<p:Plan xmlns:p=\"urn:p\" xmlns:xmi=\"http://www.omg.org/XMI\" id=\"1\" key=\"P-1\"/>";
        ModelParts parts = cut(root + "\n");
        assertEquals(root, SealedContent.text(parts.sealed().get(0)));
        assertEquals(0, parts.rest().length);
    }

    @Test
    void a_file_whose_types_are_known_stays_as_it_is() {
        byte[] known = xmi(NEXT).getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(known, XmiParts.of("file.xmi", known).rest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<p:Plan key=\"P-1\"/>", "<p:Plan id=\"1\"/>"})
    void what_has_no_id_or_no_key_is_refused(String root) {
        String message = assertThrows(ImportException.class, () -> cut(xmi(root))).getMessage();
        assertTrue(message.contains("http://example.org/plan#Plan"), message);
    }

    @Test
    void a_file_in_another_encoding_is_refused() {
        byte[] latin = xmi(ODD.replace("\ud83d\ude00", "")).replace("UTF-8", "ISO-8859-1")
                .getBytes(Charset.forName("ISO-8859-1"));
        String message = assertThrows(ImportException.class, () -> XmiParts.of("file.xmi", latin)).getMessage();
        assertTrue(message.contains("must be in UTF-8"), message);
    }

    @Test
    void a_document_type_is_not_read_and_nothing_is_sealed() {
        String xml = xmi(ODD).replace("<x:XMI", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><x:XMI");
        assertEquals(List.of(), cut(xml).sealed());
    }

    @Test
    void it_stands_in_a_file_with_its_namespaces_and_comes_out_of_it_again() throws IOException {
        SealedArtifact sealed = cut(xmi(ODD, NEXT)).sealed().get(0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ModelExport.write(List.of(sealed), ModelFactory.eINSTANCE.createDirectory(), Optional.empty(), out);
        SealedArtifact again = XmiParts.of("again.xmi", out.toByteArray()).sealed().get(0);
        assertEquals(ODD, SealedContent.text(again));
        assertEquals(sealed.getNamespaces(), again.getNamespaces());
    }

    @Test
    void two_meanings_of_one_prefix_are_refused() {
        SealedArtifact one = cut(xmi(ODD)).sealed().get(0);
        SealedArtifact other = cut(xmi(ODD).replace("example.org/plan", "example.org/other")).sealed().get(0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SealedPartException refused = assertThrows(SealedPartException.class, () -> ModelExport
                .write(List.of(one, other), ModelFactory.eINSTANCE.createDirectory(), Optional.empty(), out));
        assertSame(other, refused.artifact());
        assertEquals(0, out.size());
    }

    @Test
    void what_it_refers_to_must_be_in_the_file_as_long_as_it_is_there() {
        SealedArtifact sealed = cut(xmi(ODD, NEXT)).sealed().get(0);
        String message = assertThrows(ExportException.class, () -> SealedParts.check(List.of(sealed), "xmi",
                List.of("1"), Map.of("2", "RSK-1"))).getMessage();
        assertTrue(message.contains("refers to RSK-1"), message);
        SealedParts.check(List.of(sealed), "xmi", List.of("1", "2"), Map.of("2", "RSK-1"));
        SealedParts.check(List.of(sealed), "xmi", List.of("1"), Map.of());
    }

    @Test
    void an_object_of_json_is_cut_out_character_by_character_and_written_so() throws IOException {
        String odd = "{ \"@type\" : \"x.y\", \"id\":\"1\",\"key\":\"]}\\\"\", \"a\": [{}, [ 1.50 ], {\"ref\": \"2\"}] }";
        ModelParts parts = cutJson("{\"format\": \"org.chartroom.model\", \"version\": 1, \"state\": \"artifacts\","
                + " \"artifacts\": [" + odd
                + ", {\"@type\": \"known\", \"id\": \"2\"}], \"directory\": {\"a\": [{}]}}");
        SealedArtifact sealed = parts.sealed().get(0);
        assertEquals(odd, SealedContent.text(sealed));
        assertEquals("]}\"", sealed.getKey());
        assertEquals(List.of("2#2"), sealed.getTargets());
        assertEquals(List.of(), cutJson(new String(parts.rest(), StandardCharsets.UTF_8)).sealed());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonExport.write(List.of(sealed), ModelFactory.eINSTANCE.createDirectory(), Optional.empty(), EClass::getName,
                out);
        assertEquals(odd, SealedContent.text(cutJson(out.toString(StandardCharsets.UTF_8)).sealed().get(0)));
    }

    @Test
    void a_long_text_is_kept_in_pieces() {
        String root = "<p:Plan id=\"1\" key=\"P\" title=\"" + "\ud83d\ude00".repeat(600_001) + "\"/>";
        SealedArtifact sealed = cut(xmi(root)).sealed().get(0);
        assertEquals(root, SealedContent.text(sealed));
        assertTrue(sealed.getContent().stream().allMatch(piece -> piece.length() <= 500_000));
    }
}
