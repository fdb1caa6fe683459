package org.chartroom.core.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.chartroom.core.type.DynamicModel;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A listener on this computer shows that nobody is asked. */
class IsolatedResourcesTest {
    private static final int MOMENT_MS = 200;

    @TempDir
    private Path folder;

    private ServerSocket listener;

    @BeforeEach
    void listen() throws IOException {
        listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        listener.setSoTimeout(MOMENT_MS);
    }

    @AfterEach
    void close() throws IOException {
        listener.close();
    }

    private void assertNobodyWasAsked() {
        // A connection would stand in the queue of the listener already: everything has returned.
        assertThrows(SocketTimeoutException.class, () -> listener.accept());
    }

    private String address() {
        return "http://127.0.0.1:" + listener.getLocalPort() + "/other.ecore";
    }

    private static String model(String superType) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <ecore:EPackage xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xmlns:ecore="http://www.eclipse.org/emf/2002/Ecore" name="policy"
                    nsURI="http://www.example.org/policy" nsPrefix="policy">
                  <eClassifiers xsi:type="ecore:EClass" name="Policy" eSuperTypes="%s"/>
                </ecore:EPackage>
                """.formatted(superType);
    }

    private static XMIResourceImpl load(String text) throws IOException {
        ResourceSet resources = IsolatedResources.create();
        XMIResourceImpl resource = new XMIResourceImpl(URI.createURI("some.xmi"));
        resources.getResources().add(resource);
        try {
            resource.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), IsolatedResources.options());
        } finally {
            EcoreUtil.resolveAll(resource);
        }
        return resource;
    }

    @Test
    void a_reference_to_an_address_is_not_followed() throws IOException {
        XMIResourceImpl resource = load(model("ecore:EClass " + address() + "#//Other"));
        assertEquals(List.of(URI.createURI(address() + "#//Other")), IsolatedResources.outside(resource));
        assertNobodyWasAsked();
    }

    @Test
    void a_reference_to_a_file_is_not_followed() throws IOException {
        Path other = Files.writeString(folder.resolve("other.ecore"), model(""));
        XMIResourceImpl resource = load(model("ecore:EClass " + other.toUri() + "#//Policy"));
        assertEquals(1, IsolatedResources.outside(resource).size());
    }

    @Test
    void a_namespace_is_not_fetched() {
        assertThrows(IOException.class, () -> load("<x:Thing xmlns:x=\"" + address() + "\"/>"));
        assertThrows(IOException.class, () -> load("""
                <x:Thing xmlns:x="urn:x" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xsi:schemaLocation="urn:x %s"/>
                """.formatted(address())));
        assertNobodyWasAsked();
    }

    @Test
    void a_document_type_is_refused() {
        assertThrows(IOException.class,
                () -> load("<!DOCTYPE x SYSTEM \"" + address() + "\"><x xmlns=\"urn:x\"/>"));
        assertNobodyWasAsked();
    }

    @Test
    void packages_that_are_registered_are_found() throws IOException {
        EPackage policy = (EPackage) load(model("ecore:EClass http://www.eclipse.org/emf/2002/Ecore#//EObject"))
                .getContents().get(0);
        assertNotNull(EcorePackage.eINSTANCE);
        assertEquals(List.of(EcorePackage.Literals.EOBJECT),
                ((org.eclipse.emf.ecore.EClass) policy.getEClassifiers().get(0)).getESuperTypes());
    }

    @Test
    void the_model_of_a_plug_in_that_refers_to_an_address_is_refused() {
        byte[] ecore = model("ecore:EClass " + address() + "#//Other").getBytes(StandardCharsets.UTF_8);
        String message = assertThrows(IOException.class,
                () -> DynamicModel.read("policy.ecore", new ByteArrayInputStream(ecore))).getMessage();
        assertTrue(message.contains("refers to what is not there: " + address()), message);
        assertNobodyWasAsked();
    }
}
