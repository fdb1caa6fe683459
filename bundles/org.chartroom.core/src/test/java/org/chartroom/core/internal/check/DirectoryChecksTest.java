package org.chartroom.core.internal.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.chartroom.core.check.Finding;
import org.chartroom.model.Directory;
import org.chartroom.model.ExchangeRate;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.ModelPackage.Literals;
import org.chartroom.model.Person;
import org.chartroom.model.Project;
import org.chartroom.model.StrategicObjective;
import org.chartroom.model.Vendor;
import org.eclipse.emf.ecore.EObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DirectoryChecksTest {
    private final Directory directory = ModelFactory.eINSTANCE.createDirectory();

    @BeforeEach
    void fillWithWhatIsRight() {
        person("Grace Hopper", "grace@example.org");
        person("Ada Lovelace", "ada@example.org");
        person("No Address", null);
        person("No Address either", null);
        project("EPR", "Patient record");
        project("DCX", "Data centre exit");
        vendor("NORD", "Nordmed");
        vendor(null, "Kupfer");
        vendor(null, "Zink");
        objective("0.6");
        objective(null);
        rate("EUR", "USD", "1.1789", LocalDate.of(1999, 1, 4));
        rate("EUR", "USD", "1.1", LocalDate.of(1999, 2, 1));
        rate("EUR", "CHF", "1.6168", LocalDate.of(1999, 1, 4));
    }

    private Person person(String name, String email) {
        Person person = ModelFactory.eINSTANCE.createPerson();
        person.setName(name);
        person.setEmail(email);
        directory.getPeople().add(person);
        return person;
    }

    private Project project(String key, String name) {
        Project project = ModelFactory.eINSTANCE.createProject();
        project.setKey(key);
        project.setName(name);
        directory.getProjects().add(project);
        return project;
    }

    private Vendor vendor(String key, String name) {
        Vendor vendor = ModelFactory.eINSTANCE.createVendor();
        vendor.setKey(key);
        vendor.setName(name);
        directory.getVendors().add(vendor);
        return vendor;
    }

    private StrategicObjective objective(String weight) {
        StrategicObjective objective = ModelFactory.eINSTANCE.createStrategicObjective();
        objective.setWeight(weight == null ? null : new BigDecimal(weight));
        directory.getObjectives().add(objective);
        return objective;
    }

    private ExchangeRate rate(String from, String to, String number, LocalDate day) {
        ExchangeRate rate = ModelFactory.eINSTANCE.createExchangeRate();
        rate.setFromCurrency(from);
        rate.setToCurrency(to);
        rate.setRate(number == null ? null : new BigDecimal(number));
        rate.setValidFrom(day);
        directory.getRates().add(rate);
        return rate;
    }

    private List<Finding> found() {
        List<Finding> findings = new ArrayList<>();
        DirectoryChecks.check(directory, findings::add);
        return findings;
    }

    private void assertFound(String id, EObject where, Object feature, String message) {
        List<Finding> findings = found();
        assertEquals(1, findings.size(), findings.toString());
        assertEquals(id, findings.get(0).checkId());
        assertEquals(where, findings.get(0).element());
        assertEquals(feature, findings.get(0).feature());
        assertEquals(message, findings.get(0).message());
    }

    @Test
    void a_directory_in_order_has_no_findings() {
        assertTrue(found().isEmpty());
    }

    @Test
    void a_person_without_a_name_is_found() {
        Person person = person(" ", "somebody@example.org");
        assertFound("org.chartroom.core.personUnnamed", person, Literals.PERSON__NAME,
                "A person has no name; enter one.");
    }

    @Test
    void an_address_without_a_domain_is_found() {
        Person person = person("Edsger", "edsger@home");
        assertFound("org.chartroom.core.emailWrong", person, Literals.PERSON__EMAIL,
                "\"edsger@home\" is no e-mail address; correct it.");
    }

    @Test
    void two_people_with_one_address_are_found_in_any_case() {
        Person person = person("G. Hopper", "Grace@Example.org");
        assertFound("org.chartroom.core.emailTwice", person, Literals.PERSON__EMAIL,
                "The e-mail address Grace@Example.org is that of Grace Hopper as well; correct one of the two, or "
                        + "delete one.");
    }

    @Test
    void two_projects_with_one_key_are_found() {
        Project project = project("epr", "Another");
        assertFound("org.chartroom.core.projectTwice", project, Literals.PROJECT__KEY,
                "The key epr is that of Patient record as well; give one of the two projects another key.");
    }

    @Test
    void two_vendors_with_one_key_are_found() {
        Vendor vendor = vendor("NORD", "Another");
        assertFound("org.chartroom.core.vendorTwice", vendor, Literals.VENDOR__KEY,
                "The key NORD is that of Nordmed as well; give one of the two vendors another key.");
    }

    @Test
    void a_weight_below_zero_is_found() {
        StrategicObjective objective = objective("-0.1");
        assertFound("org.chartroom.core.objectiveWeight", objective, Literals.STRATEGIC_OBJECTIVE__WEIGHT,
                "The weight -0.1 is out of range; enter 0 to 1000.");
    }

    @Test
    void a_weight_above_a_thousand_is_found() {
        objective("1000");
        StrategicObjective objective = objective("1000.5");
        assertFound("org.chartroom.core.objectiveWeight", objective, Literals.STRATEGIC_OBJECTIVE__WEIGHT,
                "The weight 1000.5 is out of range; enter 0 to 1000.");
    }

    @Test
    void a_rate_of_a_currency_that_does_not_exist_is_found() {
        ExchangeRate rate = rate("EUR", "XQQ", "1", LocalDate.of(1999, 1, 4));
        assertFound("org.chartroom.core.rateWrong", rate, Literals.EXCHANGE_RATE__TO_CURRENCY,
                "The rate is not used, because a currency is missing or unknown; enter two ISO codes, like EUR and USD.");
    }

    @Test
    void a_rate_of_a_currency_to_itself_is_found() {
        ExchangeRate rate = rate("EUR", "EUR", "1", LocalDate.of(1999, 1, 4));
        assertFound("org.chartroom.core.rateWrong", rate, Literals.EXCHANGE_RATE__TO_CURRENCY,
                "The rate is not used, because both currencies are the same; enter two ISO codes, like EUR and USD.");
    }

    @Test
    void a_rate_of_zero_is_found() {
        ExchangeRate rate = rate("EUR", "GBP", "0", LocalDate.of(1999, 1, 4));
        assertFound("org.chartroom.core.rateWrong", rate, Literals.EXCHANGE_RATE__RATE,
                "The rate is not used, because it is not above 0; enter what one unit of the first currency is worth.");
    }

    @Test
    void a_rate_without_a_day_is_found() {
        ExchangeRate rate = rate("EUR", "GBP", "0.7111", null);
        assertFound("org.chartroom.core.rateWrong", rate, Literals.EXCHANGE_RATE__VALID_FROM,
                "The rate is not used, because it has no day; enter the day it is valid from.");
    }

    @Test
    void two_rates_of_one_day_are_found_in_either_direction() {
        ExchangeRate rate = rate("USD", "EUR", "0.85", LocalDate.of(1999, 1, 4));
        assertFound("org.chartroom.core.rateTwice", rate, Literals.EXCHANGE_RATE__VALID_FROM,
                "There are two rates for EUR/USD 1999-01-04; delete one of the two.");
    }
}
