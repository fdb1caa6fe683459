package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

import org.chartroom.exchange.csv.CsvFiles;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.TableSearch;
import org.chartroom.exchange.export.FileValues;
import org.chartroom.exchange.importing.ImportList;
import org.chartroom.exchange.importing.ImportOptions;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.exchange.importing.ImportPlanner;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.Person;
import org.chartroom.model.risk.RiskPackage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is who: people of one name, names with addresses, and several people in one cell. */
class PeopleImportTest extends RiskImports {
    private Person person(String name, String email) {
        Person person = ModelFactory.eINSTANCE.createPerson();
        person.setId(name + email);
        person.setName(name);
        person.setEmail(email);
        directory.getPeople().add(person);
        return person;
    }

    private ImportPlan people(String text) throws IOException {
        ImportList list = ImportList.named(directory.eClass(), "people").orElseThrow();
        TableSearch search = TableSearch.by(list.fieldNames());
        java.nio.file.Path file = Files.writeString(folder.resolve("people.csv"), text);
        CsvTable table = CsvFiles.read(file, CsvFiles.detect(file, search), search);
        ImportPlan plan = ImportPlanner.plan(table, list.propose(table, directory), directory, list, directory,
                ImportOptions.NONE);
        execute(plan);
        return plan;
    }

    private List<String> addresses() {
        return directory.getPeople().stream().map(Person::getEmail).toList();
    }

    private List<String> names() {
        return directory.getPeople().stream().map(Person::getName).toList();
    }

    private ImportPlan owner(String owner) throws IOException {
        return importFile(write("Key;Title;Owner\nR-1;Fire;" + owner + "\n"));
    }

    @Test
    void anotherAddressIsAnotherPersonOfThatName() throws Exception {
        person("Anna Schmidt", "anna@x.org");
        ImportPlan plan = people("Name,E-mail\nAnna Schmidt,other.anna@y.org\n");

        assertEquals(1, plan.count(Outcome.CREATED));
        assertEquals(List.of("anna@x.org", "other.anna@y.org"), addresses());
    }

    @Test
    void twoNewPeopleOfOneNameComeInWithOneFile() throws Exception {
        String text = "Name,E-mail\nAnna Schmidt,anna@x.org\nAnna Schmidt,anna@y.org\n";
        people(text);
        ImportPlan again = people(text);

        assertEquals(List.of("anna@x.org", "anna@y.org"), addresses());
        assertEquals(2, again.count(Outcome.UNCHANGED));
    }

    @Test
    void somebodyWithoutAnAddressGetsIt() throws Exception {
        person("Anna Schmidt", null);
        people("Name,E-mail\nAnna Schmidt,anna@x.org\n");

        assertEquals(List.of("anna@x.org"), addresses());
    }

    @Test
    void whichOfTwoGetsTheOnlyPlaceForAnAddressIsNotGuessed() throws Exception {
        person("Anna Schmidt", null);
        ImportPlan plan = people("Name,E-mail\nAnna Schmidt,anna@x.org\nAnna Schmidt,anna@y.org\n");

        assertEquals(2, plan.count(Outcome.REFUSED));
    }

    @Test
    void aRowWithoutAnAddressIsRefusedWhenSeveralAreCalledSo() throws Exception {
        person("Anna Schmidt", "anna@x.org");
        person("Anna Schmidt", "anna@y.org");
        ImportPlan plan = people("Name,E-mail,Role\nAnna Schmidt,,CIO\nAnna Schmidt,anna@y.org,CFO\n");

        assertEquals("2 people are called \"Anna Schmidt\"; write the e-mail address of the one that is meant",
                plan.entries().get(0).detail());
        assertEquals("CFO", directory.getPeople().get(1).getRole());
    }

    @Test
    void aNameThatSeveralHaveNamesNoOwner() throws Exception {
        person("Anna Schmidt", "anna@x.org");
        person("Anna Schmidt", "anna@y.org");
        ImportPlan plan = owner("Anna Schmidt");

        assertTrue(plan.entries().get(0).detail().startsWith("2 people are called \"Anna Schmidt\""),
                plan.entries().get(0).detail());
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna@y.org", "Anna Schmidt <anna@y.org>", "\"Schmidt\" <ANNA@Y.org>"})
    void anAddressNamesTheOneOfThem(String owner) throws Exception {
        person("Anna Schmidt", "anna@x.org");
        Person other = person("Anna Schmidt", "anna@y.org");
        owner(owner.replace("\"", ""));

        assertSame(other, register.getRisks().get(0).getOwner());
    }

    @Test
    void aNameWithAnAddressBecomesSomebodyWithBoth() throws Exception {
        owner("Anna Schmidt <anna@x.org>");

        assertEquals("Anna Schmidt", directory.getPeople().get(0).getName());
        assertEquals(List.of("anna@x.org"), addresses());
    }

    @Test
    void aTurnedNameIsSomebodyKnownAndIsSaid() throws Exception {
        Person anna = person("Anna Schmidt", null);
        ImportPlan plan = owner("Schmidt, Anna");

        assertSame(anna, register.getRisks().get(0).getOwner());
        assertEquals(List.of("\"Schmidt, Anna\" is taken as Anna Schmidt of the directory."), plan.notes());
    }

    @Test
    void aTurnedNameThatNobodyHasStaysAsItIsWritten() throws Exception {
        owner("Schmidt, Anna");

        assertEquals("Schmidt, Anna", directory.getPeople().get(0).getName());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Cleo Fox | Fox, Cleo", "Fox, Cleo | Cleo Fox"})
    void aNameThatTheFileHasBothWaysIsOneNewPersonAndThatIsSaid(String first, String second) throws Exception {
        ImportPlan plan = importFile(write("Key;Title;Owner\nR-1;Fire;" + first + "\nR-2;Flood;" + second + "\n"));

        assertEquals(List.of(first), names());
        assertEquals(List.of("\"" + second + "\" is taken as " + first + ", as the file writes the name elsewhere."),
                plan.notes());
    }

    @Test
    void somebodyWhoseNameTheDirectoryHasTurnedIsFound() throws Exception {
        Person cleo = person("Fox, Cleo", null);
        ImportPlan plan = owner("Cleo Fox");

        assertSame(cleo, register.getRisks().get(0).getOwner());
        assertEquals(List.of("\"Cleo Fox\" is taken as Fox, Cleo of the directory."), plan.notes());
    }

    @Test
    void aTurnedNameThatSeveralHaveIsRefused() throws Exception {
        person("Cleo Fox", "cleo@x.org");
        person("Cleo Fox", "cleo@y.org");
        ImportPlan plan = owner("Fox, Cleo");

        assertTrue(plan.entries().get(0).detail().startsWith("2 people are called \"Fox, Cleo\""),
                plan.entries().get(0).detail());
    }

    @Test
    void aTurnedNameWithAnAddressIsSomebodyKnownByIt() throws Exception {
        person("Cleo Fox", "cleo@x.org");
        Person other = person("Cleo Fox", "cleo@y.org");
        owner("Fox, Cleo <cleo@y.org>");

        assertSame(other, register.getRisks().get(0).getOwner());
    }

    @Test
    void aRowWithATurnedNameIsSomebodyOfTheDirectoryWhoKeepsTheName() throws Exception {
        person("Cleo Fox", null);
        ImportPlan plan = people("Name,E-mail,Role\n\"Fox, Cleo\",cleo@x.org,CFO\n");

        assertEquals(List.of("Cleo Fox"), names());
        assertEquals(List.of("cleo@x.org"), addresses());
        assertEquals(List.of("\"Fox, Cleo\" is taken as Cleo Fox of the directory."), plan.notes());
    }

    @Test
    void aRowWithATurnedNameIsSomebodyOfTheDirectoryWithoutAddressesToo() throws Exception {
        person("Cleo Fox", null);
        people("Name,Role\n\"Fox, Cleo\",CFO\n");

        assertEquals(List.of("Cleo Fox"), names());
        assertEquals("CFO", directory.getPeople().get(0).getRole());
    }

    @Test
    void rowsWithBothFormsOfAnAddressAreOnePerson() throws Exception {
        people("Name,E-mail,Role\n\"Fox, Cleo\",cleo@x.org,\nBob Ray,bob@x.org,CIO\n");
        ImportPlan again = people("Name,E-mail,Role\nCleo Fox,cleo@x.org,CFO\n");

        assertEquals(List.of("Fox, Cleo", "Bob Ray"), names());
        assertEquals(1, again.count(Outcome.CHANGED));
    }

    @Test
    void aTurnedNameWithAnotherAddressIsAnotherPerson() throws Exception {
        person("Cleo Fox", "cleo@x.org");
        people("Name,E-mail\n\"Fox, Cleo\",fox@y.org\n");

        assertEquals(List.of("Cleo Fox", "Fox, Cleo"), names());
    }

    @Test
    void twoRowsOfAFileWithOneNameBothWaysAreOnePerson() throws Exception {
        ImportPlan plan = people("Name,E-mail\n\"Fox, Cleo\",\nCleo Fox,cleo@x.org\n");

        assertEquals(List.of("Cleo Fox"), names());
        assertTrue(plan.notes().contains("\"Fox, Cleo\" is taken as Cleo Fox, as the file writes the name elsewhere."),
                plan.notes()::toString);
    }

    @Test
    void whomOnlyARefusedRowNamesIsNotMade() throws Exception {
        ImportPlan plan = importFile(
                write("Key,Title,Owner,Likelihood\nR-1,Fire,New One,never\nR-2,Flood,New Two,3\n"));

        assertEquals(List.of("New Two"), plan.newPeople());
        assertEquals(List.of("New Two"), directory.getPeople().stream().map(Person::getName).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"J\u00FCrgen Wei\u00DF; Anna Schmidt\"", "Anna Schmidt / Tom", "Tom & Anna Schmidt",
            "Anna Schmidt und Tom", "Anna Schmidt, Tom Becker"})
    void severalPeopleWhereOneFitsAreRefused(String cell) throws Exception {
        person("Anna Schmidt", null);
        ImportPlan plan = owner(cell);

        assertTrue(plan.entries().get(0).detail().endsWith("names several people, and one fits here; name one"),
                plan.entries().get(0).detail());
        assertEquals(1, directory.getPeople().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Smith & Sons", "IT/Operations", "Food and Beverage"})
    void aNameWithAMarkIsOneWhereNobodyKnownStandsBesideIt(String name) throws Exception {
        person("Anna Schmidt", null);
        owner(name);

        assertEquals(name, register.getRisks().get(0).getOwner().getName());
    }

    @Test
    void whatAnExportWritesOfTwoOfOneNameFindsEachAgain() throws Exception {
        person("Anna Schmidt", "anna@x.org");
        Person other = person("Anna Schmidt", "anna@y.org");
        owner("anna@y.org");
        String written = FileValues.text(register.getRisks().get(0), RiskPackage.Literals.RISK__OWNER);
        ImportPlan again = owner(written);

        assertEquals("Anna Schmidt <anna@y.org>", written);
        assertEquals(1, again.count(Outcome.UNCHANGED));
        assertSame(other, register.getRisks().get(0).getOwner());
    }

    @Test
    void namesThatLookTheSameAreWrittenWithTheirAddresses() throws Exception {
        importFile(write("Title,Owner\nFire,Ana  Lee <ana@example.com>\n"));
        Person other = ModelFactory.eINSTANCE.createPerson();
        other.setName("ANA\u00a0Lee");
        other.setEmail("lee@example.com");
        directory.getPeople().add(other);
        String written = FileValues.text(register.getRisks().get(0), RiskPackage.Literals.RISK__OWNER);
        assertTrue(written.contains("<ana@example.com>"), written);
    }
}
