package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.importing.ColumnMapping;
import org.chartroom.exchange.importing.ColumnTarget;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.exchange.importing.ImportPlanner;
import org.chartroom.exchange.importing.PlanText;
import org.chartroom.exchange.importing.TablePlan;
import org.chartroom.model.Money;
import org.chartroom.model.risk.Confidence;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskKind;
import org.chartroom.model.risk.RiskPackage.Literals;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters, units, scales and currencies that a careful person would not read are refused. */
class CarefulValuesTest extends RiskImports {
    @BeforeEach
    void name() {
        register.setKey("RSK-001");
    }

    private Risk risk(int index) {
        return register.getRisks().get(index);
    }

    /** Maps the second column by hand. */
    private ImportPlan mapped(String header, String value, EStructuralFeature feature) throws Exception {
        CsvTable table = read(write("Title;" + header + "\nFire;" + value + "\n"));
        List<ColumnMapping> mappings = List.of(propose(table).get(0),
                propose(table).get(1).to(Optional.of(new ColumnTarget(Optional.empty(), feature))));
        ImportPlan plan = ImportPlanner.plan(table, mappings, register, directory);
        execute(plan);
        return plan;
    }

    @Test
    void lettersThatMayStandForAnotherWordAreRefused() throws Exception {
        ImportPlan plan = importFile(write("Title,Status,Response\nA,O,T\nB,O,T\nC,C,S\n"));

        assertEquals(3, plan.count(Outcome.REFUSED));
        assertTrue(plan.entries().get(0).detail().contains("--values \"O=VALUE\""), plan.entries().get(0).detail());
    }

    @Test
    void lettersOfAllChoicesAreReadAndSaid() throws Exception {
        ImportPlan plan = importFile(write("Title,Kind,Confidence\nA,T,L\nB,O,H\n"));

        assertEquals(RiskKind.OPPORTUNITY, risk(1).getKind());
        assertEquals(Confidence.LOW, risk(0).getConfidence());
        assertEquals("opportunity", plan.table().orElseThrow().columns().get(1).words().get("O"));
    }

    @Test
    void aLetterAmongWordsIsRefused() throws Exception {
        ImportPlan plan = plan(write("Title,Kind\nA,Threat\nB,O\n"));

        assertEquals(1, plan.count(Outcome.REFUSED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cost likely (in 1000 EUR)", "Cost likely (1.000 EUR)", "Cost likely ('000 EUR)",
            "Cost likely in 1000 EUR"})
    void thousandsOfAHeaderCount(String header) throws Exception {
        importFile(write("Title;" + header + "\nFire;5\n"));

        assertEquals(Money.valueOf("5000 EUR"), risk(0).getCostLikely());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Delay likely (weeks)", "Delay in months", "Delay (%)", "Delay (1-5)",
            "Delay (working days)"})
    void anotherUnitThanDaysIsRefusedBelowDays(String header) throws Exception {
        ImportPlan plan = mapped(header, "2", Literals.RISK__DAYS_LIKELY);

        assertEquals(1, plan.count(Outcome.REFUSED), plan.notes().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Delay likely (days)", "Verzug in Tagen", "Delay [d]", "Delay (estimated)", "Delay (2026)"})
    void daysAndPlainWordsAreRightBelowDays(String header) throws Exception {
        mapped(header, "2", Literals.RISK__DAYS_LIKELY);

        assertEquals(2, risk(0).getDaysLikely());
    }

    @Test
    void aUnitThatIsNotUnderstoodIsNamed() throws Exception {
        ImportPlan plan = mapped("Cost (EUR/yr)", "2", Literals.RISK__COST_LIKELY);

        assertTrue(plan.entries().get(0).detail().startsWith("the header says \"EUR/yr\", which is not understood"),
                plan.entries().get(0).detail());
    }

    @Test
    void bracketsOfATextAreNoUnit() throws Exception {
        mapped("Cause (weeks)", "late", Literals.RISK__CAUSE);

        assertEquals("late", risk(0).getCause());
    }

    @Test
    void numbersBetweenTheLongestScaleAndFiftyAreOfAnUnknownScale() throws Exception {
        ImportPlan plan = plan(write("Title,Likelihood,Impact\nA,12,3\nB,16,4\nC,3,2\n"));

        assertEquals(3, plan.count(Outcome.REFUSED));
        assertTrue(plan.entries().get(0).detail().endsWith("like --scale 3..16"), plan.entries().get(0).detail());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Title,Likelihood\nA,80\nB,20\n", "Title,Likelihood\nA,20%\nB,12\n",
            "Title,Likelihood,Impact\nA,20,80\nB,12,20\n"})
    void aNumberAboveFiftyOrASignSaysPercent(String text) throws Exception {
        assertEquals(2, plan(write(text)).count(Outcome.CREATED));
    }

    @Test
    void theAdviceOfOneNumberIsNoEmptyScale() throws Exception {
        ImportPlan plan = plan(write("Title,Likelihood\nA,-3\n"));

        assertTrue(plan.entries().get(0).detail().endsWith("like --scale LOW..HIGH"), plan.entries().get(0).detail());
    }

    @ParameterizedTest
    @CsvSource({"4/5,4", "3 of 5,3", "Stufe 4,4", "Step 2,2", "Level 1,1"})
    void stepsAreWrittenWithTheirScaleOrAWord(String cell, int step) throws Exception {
        importFile(write("Title,Likelihood\nA," + cell + "\n"));

        assertEquals(step, risk(0).getCurrentLikelihood());
    }

    @Test
    void aStepOfAnotherScaleIsRefused() throws Exception {
        ImportPlan plan = plan(write("Title,Likelihood\nA,4/7\n"));

        assertTrue(plan.entries().get(0).detail().contains("is on a scale of 7, and the scale here has 5"),
                plan.entries().get(0).detail());
    }

    @Test
    void whichNumberBecomesWhichStepIsSaid() throws Exception {
        ImportPlan plan = plan(write("Title,Likelihood\nA,0\nB,0.2\nC,0.3\nD,0.9\n"));

        assertTrue(plan.notes().contains("Likelihood: numbers become steps: 0 = 1, 0.2 = 1, 0.3 = 2, 0.9 = 5; "
                + "different numbers become one step."), plan.notes().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"5 all", "5 try", "5 top", "5 cup", "5 Std", "5 XXX", "5 XTS"})
    void wordsAndCodesOfNothingAreNoCurrencies(String amount) throws Exception {
        assertEquals(1, plan(write("Title,Cost likely\nA," + amount + "\n")).count(Outcome.REFUSED));
    }

    @ParameterizedTest
    @CsvSource({"5 eur,EUR", "5 Usd,USD", "5 TRY,TRY", "5 ALL,ALL"})
    void codesInCapitalsAndTheUsualOnesInAnyCaseAreCurrencies(String amount, String code) throws Exception {
        importFile(write("Title,Cost likely\nA," + amount + "\n"));

        assertEquals(Money.valueOf("5 " + code), risk(0).getCostLikely());
    }

    @Test
    void aColumnOfCurrenciesIsSaidAsUsed() throws Exception {
        CsvTable table = read(write("Title,Cost likely,Currency\nA,5,EUR\nB,6,USD\n"));
        ImportPlan plan = plan(table);

        assertEquals(List.of("Cost likely: amounts without a currency: 2; taken in the currencies of the column "
                + "Currency."), plan.notes());
        assertTrue(PlanText.taken(plan, table, TablePlan.Column::field)
                .contains("  Currency > currencies of the amounts (values: 2)"));
    }

    @Test
    void aRowWithAKeyIsNoTotal() throws Exception {
        ImportPlan plan = plan(write("Key,Title,Cost likely\n1,A,10 EUR\n2,B,20 EUR\n3,,30 EUR\n"));

        assertEquals(0, plan.notes().stream().filter(note -> note.contains("is a total")).count());
        assertEquals(3, plan.entries().size());
    }

    @Test
    void sumsWithoutAKeyAreStillATotal() throws Exception {
        ImportPlan plan = plan(write("Key,Title,Cost likely\n1,A,10 EUR\n2,B,20 EUR\n,,30 EUR\n"));

        assertEquals(2, plan.count(Outcome.CREATED));
    }
}
