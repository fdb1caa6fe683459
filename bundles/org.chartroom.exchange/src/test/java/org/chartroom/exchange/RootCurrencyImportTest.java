package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Currency;
import java.util.List;
import java.util.Optional;

import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.importing.ImportOptions;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportPlanner;
import org.chartroom.exchange.importing.MappingProposal;
import org.chartroom.model.variance.VarianceFactory;
import org.chartroom.model.variance.VarianceReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain numbers are amounts in the one currency of a report; nothing in another one is taken for that. */
class RootCurrencyImportTest extends TableImports {
    private static final String MIXED = "Code,Line,Currency,Planned 2026-01\n1,Servers,USD,100\n2,Licences,EUR,200\n"
            + "3,Cloud,GBP,300\n";
    private static final String DOLLARS = "Code,Line,Currency,Planned 2026-01\n1,Servers,USD,100\n2,Licences,USD,200\n";

    private final VarianceReport report = VarianceFactory.eINSTANCE.createVarianceReport();

    @BeforeEach
    void name() {
        report.setKey("VAR-001");
    }

    private ImportPlan importText(String text, ImportOptions options) throws Exception {
        CsvTable table = csv(report, text);
        return execute(
                ImportPlanner.plan(table, MappingProposal.propose(table, items(report), report), report, directory,
                        options));
    }

    private static ImportOptions in(String currency) {
        return new ImportOptions(Optional.empty(), Optional.empty(), Optional.of(Currency.getInstance(currency)));
    }

    private List<String> planned() {
        return report.getLines().stream()
                .map(line -> line.getTitle() + " " + line.getFigures().get(0).getPlanned().toPlainString()).toList();
    }

    @Test
    void rowsInAnotherCurrencyThanThatOfTheReportAreRefused() throws Exception {
        ImportPlan plan = importText(MIXED, ImportOptions.NONE);

        assertEquals(List.of("Licences 200"), planned());
        assertEquals("the column \"Currency\" says USD in this row, but VAR-001 is kept in EUR; convert the amounts",
                plan.entries().get(0).detail());
        assertEquals(List.of(), plan.nowhere());
        assertFalse(plan.notes().toString().contains("without a currency"), plan.notes().toString());
    }

    @Test
    void aNewReportTakesTheOnlyCurrencyOfTheColumnAndSaysSo() throws Exception {
        ImportPlan plan = importText(DOLLARS, ImportOptions.NONE.forNew());

        assertEquals("USD", report.getCurrency());
        assertEquals(List.of("Servers 100", "Licences 200"), planned());
        assertTrue(plan.notes().toString().contains("is USD, the only one that the file names"),
                plan.notes().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Title,Planned 2026-01 (USD)\nServers,100\n", "Title,Planned 2026-01\nServers,USD 100\n"})
    void aNewReportTakesTheOnlyCurrencyOfHeadersAndCells(String text) throws Exception {
        importText(text, ImportOptions.NONE.forNew());

        assertEquals("USD", report.getCurrency());
        assertEquals(List.of("Servers 100"), planned());
    }

    @Test
    void aReportThatIsThereKeepsItsCurrency() throws Exception {
        ImportPlan plan = importText(DOLLARS, ImportOptions.NONE);

        assertEquals("EUR", report.getCurrency());
        assertEquals(2, plan.count(Outcome.REFUSED));
    }

    @Test
    void aNewReportIsNotNamedByAKeyThatNobodyKnows() throws Exception {
        ImportPlan plan = importText(MIXED, ImportOptions.NONE.forNew());

        assertEquals(List.of("Licences 200"), planned());
        assertFalse(plan.entries().toString().contains("VAR-001"), plan.entries().toString());
    }

    @Test
    void whereNothingNamesACurrencyThatOfTheReportIsSaid() throws Exception {
        ImportPlan plan = importText("Title,Planned 2026-01\nServers,100\n", ImportOptions.NONE);

        assertTrue(plan.notes().contains(
                "Amounts without a currency: 1; taken in EUR, the currency of VAR-001."), plan.notes().toString());
    }

    @Test
    void anotherCurrencyThatIsSaidIsRefused() throws Exception {
        ImportPlan plan = importText("Title,Planned 2026-01\nServers,100\n", in("USD"));

        assertEquals(List.of(), planned());
        assertEquals("--currency says USD, but VAR-001 is kept in EUR; convert the amounts",
                plan.entries().get(0).detail());
        assertEquals(List.of(), plan.table().orElseThrow().unusedOptions());
    }

    @Test
    void aNewReportTakesTheCurrencyThatIsSaid() throws Exception {
        importText("Title,Planned 2026-01\nServers,100\n", in("USD").forNew());

        assertEquals("USD", report.getCurrency());
        assertEquals(List.of("Servers 100"), planned());
    }

    @Test
    void aRowWithoutACurrencyIsInThatOfTheReportAndSaid() throws Exception {
        ImportPlan plan = importText("Title,Currency,Planned 2026-01\nServers,EUR,100\nCloud,,200\n",
                ImportOptions.NONE);

        assertEquals(List.of("Servers 100", "Cloud 200"), planned());
        assertTrue(plan.notes().toString().contains("Amounts without a currency: 1;"), plan.notes().toString());
    }

    @Test
    void whatIsNoCurrencyIsRefused() throws Exception {
        ImportPlan plan = importText("Title,Currency,Planned 2026-01\nServers,EUR,100\nCloud,tbd,200\n",
                ImportOptions.NONE);

        assertEquals(List.of("Servers 100"), planned());
        assertEquals(1, plan.count(Outcome.REFUSED));
    }
}
