package org.chartroom.exchange;

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
import org.chartroom.model.risk.RiskPackage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    @Test
    void a_namespace_is_not_fetched() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listener.setSoTimeout(200);
            refused("<x:Thing xmlns:x=\"http://127.0.0.1:" + listener.getLocalPort() + "/x\"/>");
            assertThrows(SocketTimeoutException.class, listener::accept);
        }
    }
}
