package org.chartroom.exchange.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.chartroom.model.Directory;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.Person;
import org.chartroom.model.Vendor;
import org.junit.jupiter.api.Test;

/** Who and what two directories have in common. */
class DirectoryTwinsTest {
    private final Directory directory = ModelFactory.eINSTANCE.createDirectory();
    private final DirectoryTwins twins;
    private final Person ana = person("Ana Lee", "ana@example.com");
    private final Vendor acme = vendor("V-001", "Acme");

    DirectoryTwinsTest() {
        directory.getPeople().add(ana);
        directory.getVendors().add(acme);
        twins = new DirectoryTwins(directory);
    }

    private static Person person(String name, String email) {
        Person person = ModelFactory.eINSTANCE.createPerson();
        person.setName(name);
        person.setEmail(email);
        return person;
    }

    private static Vendor vendor(String key, String name) {
        Vendor vendor = ModelFactory.eINSTANCE.createVendor();
        vendor.setKey(key);
        vendor.setName(name);
        return vendor;
    }

    @Test
    void a_person_of_the_same_name_and_address_is_the_same() {
        assertEquals(Optional.of(ana), twins.find(person("ana  lee", "Ana@example.com")));
        assertEquals(Optional.of(ana), twins.find(person("Ana Lee", null)));
    }

    @Test
    void people_of_one_name_with_different_addresses_are_two() {
        Person other = person("Ana Lee", "lee@example.com");

        assertEquals(Optional.empty(), twins.find(other));
        assertEquals(Optional.empty(), twins.taken(other));
    }

    @Test
    void an_address_that_somebody_else_has_is_taken() {
        assertEquals(Optional.of(ana), twins.taken(person("Bob", "ana@example.com")));
    }

    @Test
    void a_vendor_of_the_same_key_and_name_is_the_same() {
        assertEquals(Optional.of(acme), twins.find(vendor("v-001", "ACME")));
    }

    @Test
    void a_key_that_another_vendor_has_is_taken() {
        Vendor zeta = vendor("V-001", "Zeta");

        assertEquals(Optional.empty(), twins.find(zeta));
        assertEquals(Optional.of(acme), twins.taken(zeta));
        assertEquals(Optional.empty(), twins.taken(vendor("V-002", "Zeta")));
    }
}
