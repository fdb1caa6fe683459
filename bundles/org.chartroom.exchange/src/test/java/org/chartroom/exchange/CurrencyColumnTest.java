package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Currency;
import java.util.List;
import java.util.Optional;

import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.importing.ImportOptions;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.exchange.importing.ImportPlanner;
import org.chartroom.model.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A column that says the currencies of the amounts of a register, row by row. */
class CurrencyColumnTest extends RiskImports {
    private ImportPlan plan(String currency, String amount, Optional<String> said) throws Exception {
        CsvTable table = read(write("Title,Cost likely,Currency\nFire," + amount + "," + currency + "\n"));
        return execute(ImportPlanner.plan(table, propose(table), register, directory, new ImportOptions(
                Optional.empty(), Optional.empty(), said.map(Currency::getInstance))));
    }

    private Money cost() {
        return register.getRisks().get(0).getCostLikely();
    }

    @ParameterizedTest
    @CsvSource({"Euro, EUR", "\u20AC, EUR", "usd, USD", "US dollars, USD", "Franken, CHF", "GBP, GBP"})
    void aWordOfOneCurrencyIsRead(String word, String code) throws Exception {
        plan(word, "100", Optional.empty());

        assertEquals(Money.valueOf("100 " + code), cost());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "$ | Currency: \"$\" may be USD, CAD, AUD; write the code, like USD, or say which is meant for the whole file "
                    + "(--currency USD)",
            "tokens | Currency: \"tokens\" is no currency; write its ISO code, like EUR"})
    void whatIsNoCurrencyOrMayBeSeveralIsRefusedWithAdvice(String word, String reason) throws Exception {
        ImportPlan plan = plan(word, "100", Optional.empty());

        assertEquals(List.of("Cost likely: " + reason),
                plan.entries().stream().map(ImportPlan.Entry::said).toList());
    }

    @Test
    void aSignOfSeveralIsTheOneThatIsSaid() throws Exception {
        plan("$", "100", Optional.of("CAD"));

        assertEquals(Money.valueOf("100 CAD"), cost());
    }

    @Test
    void aRowThatNamesItsCurrencyKeepsItWhateverIsSaidForTheFile() throws Exception {
        plan("GBP", "100", Optional.of("CAD"));

        assertEquals(Money.valueOf("100 GBP"), cost());
    }

    @Test
    void aRowWithoutOneTakesTheOneThatIsSaidAndThatIsTold() throws Exception {
        ImportPlan plan = plan("\nFlood,1 GBP,GBP", "100", Optional.of("CAD"));

        assertEquals(Money.valueOf("100 CAD"), cost());
        assertEquals(List.of("Cost likely: amounts without a currency: 1; taken in the currencies of the column "
                + "Currency, and in CAD where it is empty, as said with the import."), plan.notes());
    }

    @Test
    void aRowWithoutOneIsRefusedWhereNobodySaysIt() throws Exception {
        assertEquals(1, plan("", "100", Optional.empty()).count(Outcome.REFUSED));
    }

    @Test
    void anAmountThatNamesAnotherOneThanItsRowIsRefused() throws Exception {
        ImportPlan plan = plan("JPY", "200 USD", Optional.empty());

        assertEquals("\"200 USD\" names one currency and the column \"Currency\" says JPY; correct one of them",
                plan.entries().get(0).detail());
    }

    @ParameterizedTest
    @CsvSource({"USD, 200 $", "$, 200 USD", "US dollar, 200 USD"})
    void anAmountThatNamesThatOfItsRowArrives(String row, String amount) throws Exception {
        plan(row, amount, Optional.empty());

        assertEquals(Money.valueOf("200 USD"), cost());
    }
}
