package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.export.ModelExport;
import org.chartroom.exchange.json.JsonExport;
import org.chartroom.exchange.json.JsonModel;
import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.Money;
import org.chartroom.model.Person;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models as JSON. */
class JsonModelTest {
    private static final String TYPE = "org.chartroom.risk.register";

    private final Directory directory = ModelFactory.eINSTANCE.createDirectory();
    private final RiskRegister register = RiskFactory.eINSTANCE.createRiskRegister();

    @BeforeEach
    void aRegisterWithAnOwner() {
        Person ana = ModelFactory.eINSTANCE.createPerson();
        ana.setId("p1");
        ana.setName("Ana \"the\" Ruiz\n\u00e9\u2028<b>&");
        directory.getPeople().add(ana);
        register.setId("a1");
        register.setKey("RSK-001");
        register.setTitle("Risks");
        register.setOwner(ana);
        Risk risk = RiskFactory.eINSTANCE.createRisk();
        risk.setId("r1");
        risk.setKey("R-001");
        risk.setRaisedOn(LocalDate.of(2026, 2, 3));
        risk.setProbability(new BigDecimal("0.350"));
        risk.setCostLikely(Money.of(new BigDecimal("12.50"), Currency.getInstance("GBP")));
        register.getRisks().add(risk);
    }

    private String json() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonExport.write(List.of(register), directory, Optional.empty(), eClass -> TYPE, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Optional<EClass> type(String id) {
        return id.equals(TYPE) ? Optional.of(RiskPackage.Literals.RISK_REGISTER) : Optional.empty();
    }

    private static Resource read(byte[] json) throws IOException {
        Resource resource = new XMIResourceImpl(URI.createURI("test.json"));
        JsonModel.load("test.json", new ByteArrayInputStream(json), JsonModelTest::type, resource);
        return resource;
    }

    private static String xmi(Artifact artifact, Directory directory) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ModelExport.write(artifact, directory, Optional.empty(), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void what_is_written_is_read_as_it_was() throws IOException {
        Resource read = read(json().getBytes(StandardCharsets.UTF_8));
        assertEquals(xmi(register, directory),
                xmi((Artifact) read.getContents().get(0), (Directory) read.getContents().get(1)));
    }

    @Test
    void money_is_an_amount_with_its_digits_and_a_currency() throws IOException {
        String json = json();
        assertTrue(json.replaceAll("\\s+", "").contains("\"costLikely\":{\"amount\":12.50,\"currency\":\"GBP\"}"),
                json);
        assertTrue(json.contains("\"probability\": 0.350"), json);
    }

    @Test
    void what_is_empty_is_null_or_an_empty_list() throws IOException {
        String json = json();
        assertTrue(json.contains("\"consequence\": null"), json);
        assertTrue(json.contains("\"actions\": []"), json);
    }

    @Test
    void references_name_the_id_and_for_people_the_name() throws IOException {
        assertTrue(json().replaceAll("\\s+", "").contains("\"owner\":{\"ref\":\"p1\",\"name\":\"Ana\\\"the\\\"Ruiz"),
                json());
    }

    @Test
    void it_is_known_by_how_it_begins() throws IOException {
        assertTrue(JsonModel.isModel(json().getBytes(StandardCharsets.UTF_8)));
        assertFalse(JsonModel.isModel("{\"plan-of-action-and-milestones\": {}}".getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "\"version\": 1 | \"version\": 2 | $.version: this version of Chartroom reads version 1",
            "\"probability\": 0.350 | \"probability\": \"high\" | $.artifacts[0].risks[0].probability: a number is expected and not \"high\"",
            "\"2026-02-03\" | \"2026-02-31\" | $.artifacts[0].risks[0].raisedOn: the value \"2026-02-31\" does not fit",
            "\"probability\": 0.350 | \"probabilty\": 0.350 | $.artifacts[0].risks[0].probabilty: the model has no such field",
            "\"probability\": 0.350 | \"currentScore\": 4 | $.artifacts[0].risks[0].currentScore: the model has no such field",
            "\"ref\": \"p1\" | \"ref\": \"p2\" | $.artifacts[0].owner.ref: \"p2\" is no Person in this file",
            "\"ref\": \"p1\" | \"ref\": \"r1\" | $.artifacts[0].owner.ref: \"r1\" is no Person in this file",
            "\"@type\": \"Risk\" | \"@type\": \"Person\" | $.artifacts[0].risks[0].@type: no object of the type \"Person\" can stand here",
            "\"actions\": [] | \"actions\": 7 | $.artifacts[0].risks[0].actions: a list is expected",
            "\"GBP\" | 826 | $.artifacts[0].risks[0].costLikely: an amount and the code of its currency",
            "\"GBP\" | \"QQQ\" | $.artifacts[0].risks[0].costLikely: the value",
            "org.chartroom.risk.register | org.example.other | holds an artifact of the type \"org.example.other\"",
            "\"title\": \"Risks\", | \"title\": \"Risks\" | $: this is no JSON"})
    void what_does_not_fit_is_refused_by_its_path(String text, String other, String message) throws IOException {
        String json = json();
        assertTrue(json.contains(text), json);
        byte[] changed = json.replaceFirst(java.util.regex.Pattern.quote(text), other).getBytes(StandardCharsets.UTF_8);
        String told = assertThrows(ImportException.class, () -> read(changed)).getMessage();
        assertTrue(told.contains(message), told);
        assertEquals(1, told.lines().count(), told);
    }

    @Test
    void bytes_that_are_no_text_are_refused() throws IOException {
        byte[] bytes = json().getBytes(StandardCharsets.UTF_8);
        bytes[json().indexOf("RSK-001")] = (byte) 0xFF;
        String told = assertThrows(ImportException.class, () -> read(bytes)).getMessage();
        assertTrue(told.contains("UTF-8"), told);
    }

    @Test
    void endless_nesting_is_refused() {
        String json = "{\"format\": \"org.chartroom.model\", \"version\": 1, \"artifacts\": " + "[".repeat(100_000);
        assertThrows(ImportException.class, () -> read(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void an_address_stays_one_that_is_not_followed() throws IOException {
        byte[] changed = json().replace("\"ref\": \"p1\"", "\"ref\": \"file:///etc/hostname#1\"")
                .getBytes(StandardCharsets.UTF_8);
        assertTrue(((RiskRegister) read(changed).getContents().get(0)).getOwner().eIsProxy());
    }

    @Test
    void a_link_to_anything_outside_of_the_file_keeps_its_address() throws IOException {
        byte[] changed = json().replaceFirst("\"links\": \\[\\]", "\"links\": [{\"@type\": \"Link\", \"id\": \"l1\","
                + " \"target\": {\"ref\": \"chartroom:a2#r7\"}}]").getBytes(StandardCharsets.UTF_8);
        RiskRegister read = (RiskRegister) read(changed).getContents().get(0);
        assertEquals("chartroom:a2#r7", EcoreUtil
                .getURI((EObject) read.getLinks().get(0).eGet(ModelPackage.Literals.LINK__TARGET, false)).toString());
    }
}
