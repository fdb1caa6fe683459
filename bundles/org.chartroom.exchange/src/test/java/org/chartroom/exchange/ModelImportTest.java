package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.importing.ModelImport;
import org.chartroom.exchange.sealed.XmiParts;
import org.chartroom.model.risk.RiskPackage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Model files of others. */
class ModelImportTest {
    private static String refused(String content) {
        RiskPackage.eINSTANCE.getNsURI();
        return assertThrows(ImportException.class, () -> ModelImport.read("other.xmi",
                new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)))).getMessage();
    }

    private static String register(String owner) {
        return """
                <risk:RiskRegister xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI" xmlns:risk="%s">
                  %s
                </risk:RiskRegister>
                """.formatted(RiskPackage.eNS_URI, owner);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:%d/x.xmi#1", "file:///etc/hostname#1", "other.xmi#1",
            "jar:file:/a.jar!/b#1"})
    void what_refers_to_elsewhere_is_refused_by_its_address_and_nobody_is_asked(String address) throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listener.setSoTimeout(200);
            String asked = address.formatted(listener.getLocalPort());
            String message = refused(register("<owner href=\"" + asked + "\"/>"));
            assertTrue(message.contains("refers to") && message.contains("not followed"), message);
            assertThrows(SocketTimeoutException.class, listener::accept);
        }
    }

    /** Who registers the types of the product runs before, in the product and in other tests. */
    @BeforeAll
    static void register_the_types() {
        RiskPackage.eINSTANCE.eClass();
    }

    @Test
    void a_namespace_is_not_fetched() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listener.setSoTimeout(200);
            refused("<x:Thing xmlns:x=\"http://127.0.0.1:" + listener.getLocalPort() + "/x\"/>");
            assertThrows(SocketTimeoutException.class, listener::accept);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "<risks key=\"R-1\" title=\"Fire\" raisedOn=\"15.09.2026\"/> | other.xmi, line 2: \"15.09.2026\" can't be taken over as the Raised on of R-1 Fire",
            "<risks key=\"R-1\" probabilty=\"0.5\"/> | other.xmi, line 2: R-1 has no field \"probabilty\"",
            "<risks key=\"R-1\" owner=\"p9\"/> | it refers to \"p9\", which is not in the file",
            "<risks key=\"R-1\"> | other.xmi is damaged in line 3",
            "<risks xsi:type=\"risk:Nothing\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"/> | \"Nothing\" is nothing that a model file can hold",
            "<risks href=\"other.xmi#1\"/> | which is outside of the file and is not followed"})
    void what_is_wrong_is_told_by_place_in_words_of_users(String content, String message) {
        String told = refused(register(content));
        assertTrue(told.contains(message), told);
        assertFalse(told.matches("(?s).*(chartroom-import|Exception|Feature|java|legal\\.).*") || told.contains("\n"),
                told);
    }

    @Test
    void a_document_type_is_told_without_the_words_of_the_parser() {
        String told = refused("<!DOCTYPE x [<!ENTITY a \"b\">]>" + register(""));
        assertTrue(told.contains("has a document type") && !told.contains("feature"), told);
    }

    @Test
    void an_address_where_a_text_is_to_be_is_refused_rather_than_lost() {
        byte[] content = register("<tags href=\"http://127.0.0.1:9/x.xmi#//\"/>").getBytes(StandardCharsets.UTF_8);
        String told = assertThrows(ImportException.class, () -> XmiParts.of("other.xmi", content)).getMessage();
        assertTrue(told.contains("tags, line 2"), told);
    }

    @Test
    void an_address_in_a_reference_is_no_matter_of_the_place() {
        XmiParts.of("other.xmi", register("<owner href=\"chartroom:a#1\"/>").getBytes(StandardCharsets.UTF_8));
    }
}
