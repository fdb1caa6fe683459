package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.chartroom.exchange.csv.CsvFiles;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.csv.TableSearch;
import org.chartroom.exchange.importing.ImportList;
import org.chartroom.exchange.importing.ImportOptions;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.exchange.importing.ImportPlanner;
import org.chartroom.model.Directory;
import org.chartroom.model.Element;
import org.chartroom.model.ExchangeRate;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.Person;
import org.chartroom.model.charter.BudgetLine;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.CharterFactory;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskRegister;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.emf.edit.provider.ReflectiveItemProviderAdapterFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables go into every list of an artifact, into lists inside its items, and into the directory. */
class OtherListsTest {
    private final Directory directory = ModelFactory.eINSTANCE.createDirectory();
    private final Charter charter = CharterFactory.eINSTANCE.createCharter();
    private final RiskRegister register = RiskFactory.eINSTANCE.createRiskRegister();
    private final AdapterFactoryEditingDomain domain = new AdapterFactoryEditingDomain(
            new ReflectiveItemProviderAdapterFactory(), new BasicCommandStack());

    @TempDir
    private Path folder;

    private ImportPlan importText(Element root, String list, String text) throws IOException {
        ImportList target = ImportList.named(root.eClass(), list).orElseThrow();
        Path file = Files.writeString(folder.resolve("table.csv"), text);
        TableSearch search = TableSearch.by(target.fieldNames());
        CsvTable table = CsvFiles.read(file, CsvFiles.detect(file, search), search);
        ImportPlan plan = ImportPlanner.plan(table, target.propose(table, root), root, target, directory,
                ImportOptions.NONE);
        plan.command(domain).ifPresent(command -> domain.getCommandStack().execute(command));
        return plan;
    }

    @Test
    void peopleComeInByNameOrEMailAddress() throws Exception {
        importText(directory, "people", "Name,E-mail,Role\nAna Lee,ana@example.com,CIO\nBob,,PM\n");
        ImportPlan plan = importText(directory, "People",
                "Name,E-mail,Role\nAna Lee-Byron,ANA@example.com,CIO\nbob,,Lead\n\u00C9va,,\n");

        assertEquals(List.of("Ana Lee-Byron", "bob", "\u00C9va"),
                directory.getPeople().stream().map(Person::getName).toList());
        assertEquals("Lead", directory.getPeople().get(1).getRole());
        assertEquals(1, plan.count(Outcome.CREATED));
    }

    @Test
    void aPersonThatIsWrittenInTwoWaysIsOne() throws Exception {
        importText(directory, "people", "Name,Role\n\u00C9va  Nagy,PM\n");
        ImportPlan plan = importText(directory, "people", "Name,Role\nE\u0301va Nagy,PM\n");

        assertEquals(1, directory.getPeople().size());
        assertEquals(0, plan.count(Outcome.CREATED));
    }

    @Test
    void theSameProjectTwiceInAFileIsRefused() throws Exception {
        ImportPlan plan = importText(directory, "projects", "Key,Name,Portfolio\nP-1,ERP,Core\nP-1,CRM,Core\n");

        assertEquals("the same key is in line 2; keep one of the two", plan.entries().get(1).detail());
        assertEquals(1, directory.getProjects().size());
    }

    @Test
    void ratesAreToldApartByTheirCurrenciesAndTheirDay() throws Exception {
        String text = "From currency,To currency,Rate,Valid from\nUSD,EUR,0.9,2026-01-01\nUSD,EUR,0.91,2026-02-01\n";
        importText(directory, "rates", text);
        ImportPlan again = importText(directory, "rates", text.replace("0.91", "0.92"));

        assertEquals(List.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1)),
                directory.getRates().stream().map(ExchangeRate::getValidFrom).toList());
        assertEquals(1, again.count(Outcome.UNCHANGED));
        assertEquals(1, again.count(Outcome.CHANGED));
    }

    @Test
    void everyListOfAnArtifactTakesTables() throws Exception {
        importText(charter, "milestones", "Title,Baseline\nGo live,2026-06-30\n");
        importText(charter, "budget lines", "Category,Year,Amount\nLicences,2026,100 EUR\nLicences,2027,50 EUR\n");
        ImportPlan again = importText(charter, "budgetLines",
                "Category,Year,Amount\nLicences,2027,60 EUR\nLicences,2026,100 EUR\n");

        assertEquals("Go live", charter.getMilestones().get(0).getTitle());
        assertEquals(List.of("100 EUR", "60 EUR"),
                charter.getBudgetLines().stream().map(BudgetLine::getAmount).map(String::valueOf).toList());
        assertEquals(1, again.count(Outcome.CHANGED));
    }

    @Test
    void rowsOfAListInsideItemsNameTheirItem() throws Exception {
        importText(register, "risks", "Key,Title\nR-1,Fire\nR-2,Flood\n");
        ImportPlan plan = importText(register, "actions",
                "Risk,Description,Due\nR-1,Drill,2026-12-01\nR-1,Alarm,2026-12-02\nR-9,Wall,\n");

        Risk fire = register.getRisks().get(0);
        assertEquals(2, fire.getActions().size());
        assertEquals(2, register.getRisks().size());
        assertEquals("there is no Risk \"R-9\" in Risk register; import the list it is in first, or correct the row",
                plan.entries().get(2).detail());
    }

    @Test
    void rowsMayNameTheirItemByItsTitle() throws Exception {
        importText(register, "risks", "Key,Title\nR-1,Fire\n");
        importText(register, "actions", "Risk,Description\nFire,Drill\n");

        assertEquals("Drill", register.getRisks().get(0).getActions().get(0).getDescription());
    }

    @Test
    void aTableThatTellsNothingApartIsRefused() {
        ImportException e = assertThrows(ImportException.class,
                () -> importText(directory, "people", "Role,Organisation\nPM,IT\n"));

        assertTrue(e.getMessage().contains("no column goes to Name, E-mail, so rows can't be told apart"),
                e.getMessage());
    }

    @Test
    void ratesWithoutAColumnForTheDayAreRefusedAndOverwriteNone() throws Exception {
        importText(directory, "rates", "From currency,To currency,Rate,Valid from\nEUR,USD,1.1,2026-01-01\n");
        ImportException e = assertThrows(ImportException.class, () -> importText(directory, "rates",
                "From currency,To currency,Rate,Stichtag X\nEUR,USD,1.2,2026-02-01\n"));

        assertTrue(e.getMessage().contains("no column goes to Valid from, and rows are told apart by"), e.getMessage());
        assertEquals("1.1", directory.getRates().get(0).getRate().toPlainString());
    }

    @Test
    void theSameRateTwiceIsRefusedByAllThatTellsItApart() throws Exception {
        ImportPlan plan = importText(directory, "rates",
                "From currency,To currency,Rate,Valid from\nEUR,USD,1.1,2026-01-01\nEUR,USD,1.2,2026-01-01\n");

        assertEquals("the same fromCurrency, toCurrency, validFrom is in line 2; keep one of the two",
                plan.entries().get(1).detail());
    }

    @Test
    void plainAmountsUnderAUnitAboveTheTableAreRefusedAsMoneyIs() throws Exception {
        charter.setCurrency("EUR");
        ImportPlan plan = importText(charter, "years",
                "All amounts in k EUR,,\nYear,Cost,Benefit\n2026,100,200\n2027,110,220\n");

        assertEquals(2, plan.count(Outcome.REFUSED));
        assertTrue(plan.entries().get(0).detail().contains("k EUR"), plan.entries().get(0).detail());
    }
}
