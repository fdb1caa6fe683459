package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;

import org.chartroom.exchange.export.FileValues;
import org.chartroom.exchange.importing.FieldValues;
import org.chartroom.model.Directory;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.Person;
import org.chartroom.model.StrategicObjective;
import org.chartroom.model.Vendor;
import org.chartroom.model.change.Change;
import org.chartroom.model.change.ChangeFactory;
import org.chartroom.model.change.ChangeLog;
import org.chartroom.model.change.ChangePackage.Literals;
import org.chartroom.model.change.ChangeTemplate;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.CharterFactory;
import org.chartroom.model.charter.CharterPackage;
import org.chartroom.model.charter.Deliverable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** References as files and the command line write them. */
class ReferenceValuesTest {
    private final Directory directory = ModelFactory.eINSTANCE.createDirectory();
    private final ChangeLog log = ChangeFactory.eINSTANCE.createChangeLog();
    private final Change change = ChangeFactory.eINSTANCE.createChange();

    @BeforeEach
    void aChangeInALog() {
        log.setKey("CHG-001");
        log.getChanges().add(change);
    }

    private Vendor vendor(String key, String name) {
        Vendor vendor = ModelFactory.eINSTANCE.createVendor();
        vendor.setKey(key);
        vendor.setName(name);
        directory.getVendors().add(vendor);
        return vendor;
    }

    private Person person(String name) {
        Person person = ModelFactory.eINSTANCE.createPerson();
        person.setName(name);
        directory.getPeople().add(person);
        return person;
    }

    @Test
    void vendorsAreFoundByKeyOrNameAndWrittenByKey() {
        Vendor first = vendor("KUPFER", "Kupfer Networks");
        Vendor second = vendor("NORDMED", "Nordmed Software");
        Object value = FieldValues.parse(change, Literals.CHANGE__AFFECTED_VENDORS, "kupfer, Nordmed Software, KUPFER",
                directory);
        assertEquals(List.of(first, second), value);
        change.eSet(Literals.CHANGE__AFFECTED_VENDORS, value);

        assertEquals("KUPFER, NORDMED", FileValues.text(change, Literals.CHANGE__AFFECTED_VENDORS));
    }

    @Test
    void aNameThatTheDirectoryHasTheOtherWayRoundIsFoundAndThatIsSaid() {
        Person cleo = person("Cleo Fox");
        List<String> said = new ArrayList<>();

        assertEquals(cleo, FieldValues.parse(log, ModelPackage.Literals.ARTIFACT__OWNER, "Fox, Cleo", directory,
                said::add));
        assertEquals(List.of("\"Fox, Cleo\" is taken as Cleo Fox of the directory."), said);
    }

    @Test
    void ofANameAsTheDirectoryHasItNothingIsSaid() {
        Person cleo = person("Cleo Fox");
        List<String> said = new ArrayList<>();

        assertEquals(cleo, FieldValues.parse(log, ModelPackage.Literals.ARTIFACT__OWNER, "cleo fox", directory,
                said::add));
        assertEquals(List.of(), said);
    }

    @Test
    void anEmptyTextClearsTheList() {
        assertEquals(List.of(), FieldValues.parse(change, Literals.CHANGE__AFFECTED_VENDORS, " ", directory));
    }

    @Test
    void whatIsNotThereIsRefusedByName() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                () -> FieldValues.parse(change, Literals.CHANGE__AFFECTED_VENDORS, "Nobody", directory));
        assertEquals("there is no vendor called \"Nobody\"", refused.getMessage());
    }

    @Test
    void anItemOfTheSameArtifactIsWrittenAndFoundByItsKey() {
        ChangeTemplate template = ChangeFactory.eINSTANCE.createChangeTemplate();
        template.setKey("T-001");
        log.getTemplates().add(template);
        assertEquals(template, FieldValues.parse(change, Literals.CHANGE__TEMPLATE, "t-001", directory));
        change.setTemplate(template);
        assertEquals("T-001", FileValues.text(change, Literals.CHANGE__TEMPLATE));
    }

    @Test
    void anItemOfAnotherArtifactIsWrittenWithBothKeys() {
        Charter charter = CharterFactory.eINSTANCE.createCharter();
        charter.setKey("CHR-001");
        Deliverable deliverable = CharterFactory.eINSTANCE.createDeliverable();
        deliverable.setKey("D-002");
        charter.getDeliverables().add(deliverable);
        change.getAffectedDeliverables().add(deliverable);
        assertEquals("CHR-001/D-002", FileValues.text(change, Literals.CHANGE__AFFECTED_DELIVERABLES));
    }

    @Test
    void anObjectiveIsWrittenAndFoundByItsCode() {
        StrategicObjective objective = ModelFactory.eINSTANCE.createStrategicObjective();
        objective.setCode("S1");
        directory.getObjectives().add(objective);
        Charter charter = CharterFactory.eINSTANCE.createCharter();
        charter.getStrategicObjectives().add(objective);
        assertEquals("S1", FileValues.text(charter, CharterPackage.Literals.CHARTER__STRATEGIC_OBJECTIVES));
        assertEquals(List.of(objective), FieldValues.parse(charter,
                CharterPackage.Literals.CHARTER__STRATEGIC_OBJECTIVES, "s1", directory));
    }

    @Test
    void aNameThatSeveralVendorsHaveIsRefused() {
        vendor("V-90", "Acme");
        vendor("V-91", "Acme");
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                () -> FieldValues.parse(change, Literals.CHANGE__AFFECTED_VENDORS, "Acme", directory));

        assertEquals("2 are called \"Acme\" (Vendor); name the one that is meant by its key or code",
                refused.getMessage());
    }

    @Test
    void aKeyGoesBeforeTheSameTextAsANameOfAnotherOne() {
        vendor("V-92", "V-90");
        Vendor meant = vendor("V-90", "Acme");

        assertEquals(List.of(meant),
                FieldValues.parse(change, Literals.CHANGE__AFFECTED_VENDORS, "V-90", directory));
    }

    @Test
    void aCodeThatSeveralObjectivesHaveIsRefused() {
        for (int i = 0; i < 2; i++) {
            StrategicObjective objective = ModelFactory.eINSTANCE.createStrategicObjective();
            objective.setCode("S1");
            directory.getObjectives().add(objective);
        }
        Charter charter = CharterFactory.eINSTANCE.createCharter();

        assertThrows(IllegalArgumentException.class, () -> FieldValues.parse(charter,
                CharterPackage.Literals.CHARTER__STRATEGIC_OBJECTIVES, "S1", directory));
    }
}
