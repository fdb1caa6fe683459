package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportTotals;
import org.chartroom.exchange.importing.ImportTotals.Contradiction;
import org.chartroom.exchange.importing.TotalsText;
import org.chartroom.model.Money;
import org.chartroom.model.derived.DerivedFeatures;
import org.chartroom.model.derived.FeatureCalculator;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskLevel;
import org.chartroom.model.risk.RiskPackage;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The control totals of an import, and figures of a file that contradict its rows. */
class ControlTotalsTest extends RiskImports {
    private final FeatureCalculator calculator = ControlTotalsTest::computed;

    private static Object computed(EObject owner, EStructuralFeature feature) {
        Risk risk = (Risk) owner;
        Integer likelihood = risk.getCurrentLikelihood();
        Integer impact = risk.getCurrentImpact();
        return switch (feature.getFeatureID()) {
            case RiskPackage.RISK__CURRENT_SCORE -> likelihood == null || impact == null ? null : likelihood * impact;
            case RiskPackage.RISK__CURRENT_LEVEL -> likelihood == null || impact == null
                    ? null
                    : likelihood * impact > 9 ? RiskLevel.HIGH : RiskLevel.LOW;
            case RiskPackage.RISK__EXPECTED_VALUE -> risk.getProbability() == null || risk.getCostLikely() == null
                    ? null
                    : Money.of(risk.getCostLikely().amount().multiply(risk.getProbability()),
                            risk.getCostLikely().currency());
            default -> null;
        };
    }

    @BeforeEach
    void compute() {
        register.setKey("RSK-001");
        register.setCurrency("EUR");
        DerivedFeatures.register(RiskPackage.eNS_URI, calculator);
    }

    @AfterEach
    void forget() {
        DerivedFeatures.unregister(RiskPackage.eNS_URI, calculator);
    }

    private ImportTotals totals(String text) throws Exception {
        return plan(write(text)).totals();
    }

    @Test
    void rows_are_counted_by_what_happens_to_them() throws Exception {
        importFile(write("Key,Title,Likelihood\nA,a,1\nB,b,2\n"));

        ImportTotals totals = totals("Key,Title,Likelihood\nA,a,1\nB,b,3\nC,c,4\nD,d,nine\n");

        assertEquals(List.of(4L, 1L, 1L, 1L, 1L), List.of(totals.rows(), totals.created(), totals.changed(),
                totals.unchanged(), totals.refused()));
        assertEquals("Rows read: 4; arrived: 2 (new: 1, changed: 1); unchanged: 1; refused: 1.",
                TotalsText.lines(totals).get(0));
    }

    @Test
    void the_sum_of_a_column_is_that_of_the_file_when_all_arrives() throws Exception {
        ImportTotals.Sum sum = totals("Title,Cost likely\nA,100.50 EUR\nB,200 EUR\n").columns().get(0).sums().get(0);

        assertEquals(new ImportTotals.Sum("EUR", new BigDecimal("300.50"), new BigDecimal("300.50")), sum);
    }

    @Test
    void what_refused_rows_hold_is_the_difference_and_is_said() throws Exception {
        ImportTotals totals = totals("Title,Cost likely,Likelihood\nA,100 EUR,1\nB,200 EUR,bogus\nC,nothing sure,2\n");

        ImportTotals.Column column = totals.columns().get(0);
        assertEquals(0, new BigDecimal("200").compareTo(column.sums().get(0).difference()));
        assertEquals(1, column.unread());
        List<String> lines = TotalsText.lines(totals);
        assertTrue(lines.contains(
                "Cost likely: sum in the file 300 EUR, arrived 100 EUR; 200 EUR is in rows that were refused, or goes nowhere."),
                lines.toString());
        assertTrue(lines.contains("Cost likely: values that can't be read and are in no sum: 1."), lines.toString());
    }

    @Test
    void amounts_are_summed_by_their_currency() throws Exception {
        List<ImportTotals.Sum> sums = totals("Title,Cost likely\nA,100 EUR\nB,200 GBP\nC,1 EUR\n").columns().get(0)
                .sums();

        assertEquals(List.of("EUR", "GBP"), sums.stream().map(ImportTotals.Sum::currency).toList());
        assertEquals(List.of("101", "200"), sums.stream().map(sum -> sum.arrived().toPlainString()).toList());
    }

    @Test
    void steps_and_percentages_have_no_sum() throws Exception {
        assertEquals(List.of(), totals("Title,Likelihood,Quantified probability\nA,3,20 %\n").columns());
    }

    @Test
    void a_stated_score_that_its_row_contradicts_is_told_with_row_and_column() throws Exception {
        ImportPlan plan = plan(write("Title,Likelihood,Impact,Score\nA,2,3,6\nB,4,5,25\nC,1,1,1\n"));

        assertEquals(List.of(new Contradiction(3, "B", "Score", "25", "20", false)), plan.totals().contradictions());
        assertEquals(new ImportTotals.Compared("Score", "currentScore", "Current score", 3, 3, 1),
                plan.totals().compared().get(0));
        assertEquals(List.of(
                "line 3, B: Score is 25 in the file, and 20 when it is computed from the row; correct the one or the other."),
                TotalsText.contradictions(plan.totals(), line -> "line " + line));
    }

    @Test
    void a_compared_column_does_not_go_nowhere_and_is_not_taken_over() throws Exception {
        ImportPlan plan = importFile(write("Title,Likelihood,Impact,Score\nA,2,3,6\n"));

        assertTrue(plan.table().orElseThrow().columns().stream().anyMatch(column -> column.comparedWith().isPresent()));
        assertEquals(List.of(), plan.nowhere());
        assertEquals(List.of(), plan.totals().contradictions());
        assertEquals(2, register.getRisks().get(0).getCurrentLikelihood());
    }

    @Test
    void a_column_of_which_nothing_can_be_compared_goes_nowhere() throws Exception {
        ImportPlan plan = plan(write("Title,Score\nA,6\n"));

        assertEquals(List.of(), plan.totals().compared());
        assertEquals(1, plan.nowhere().size());
    }

    @Test
    void words_are_compared_in_every_language_that_columns_have() throws Exception {
        ImportTotals totals = totals("Titel;Wahrscheinlichkeit;Auswirkung;Risikostufe\nA;2;2;hoch\nB;5;5;High\n");

        assertEquals(List.of(new Contradiction(2, "A", "Risikostufe", "hoch", "Low", false)), totals.contradictions());
    }

    @ParameterizedTest
    @CsvSource({"34 EUR, true", "33.6 EUR, true", "33.60 EUR, false", "33.62 EUR, true", "33.615 EUR, true",
            "33.7 EUR, false", "33 EUR, false", "33.615 GBP, false"})
    void the_rounding_of_the_file_is_no_contradiction(String stated, boolean agrees) throws Exception {
        ImportTotals totals = totals(
                "Title,Cost likely,Quantified probability,Expected value\nA,96.0429 EUR,0.35," + stated + "\n");

        assertEquals(1, totals.compared().get(0).judged());
        assertEquals(agrees, totals.contradictions().isEmpty(), totals.toString());
    }

    @Test
    void the_unit_of_the_header_counts() throws Exception {
        String rows = "Title,Cost likely,Quantified probability,Expected value (k EUR)\nA,96042.9 EUR,0.35,";

        assertEquals(List.of(), totals(rows + "33.6\n").contradictions());
        assertEquals("33600 EUR", totals(rows + "33.9\n").contradictions().get(0).computed());
    }

    @Test
    void an_item_is_compared_with_what_the_workspace_has_besides() throws Exception {
        Risk risk = RiskFactory.eINSTANCE.createRisk();
        risk.setKey("R-001");
        risk.setCurrentLikelihood(5);
        risk.setCurrentImpact(2);
        register.getRisks().add(risk);

        ImportTotals totals = totals("Key,Title,Impact,Score\nR-001,A,4,12\n");

        assertEquals("20", totals.contradictions().get(0).computed());
        assertEquals(2, risk.getCurrentImpact());
        assertEquals(1, register.getRisks().size());
    }

    @Test
    void of_many_contradictions_the_first_are_listed_and_all_are_counted() throws Exception {
        StringBuilder text = new StringBuilder("Title,Likelihood,Impact,Score\n");
        for (int i = 0; i < 30; i++) {
            text.append("T").append(i).append(",2,2,5\n");
        }
        ImportTotals totals = totals(text.toString());

        assertEquals(ImportTotals.MOST_CONTRADICTIONS, totals.contradictions().size());
        assertEquals(30, totals.contradictionCount());
        assertEquals("Further figures of the file that contradict its rows: 10.",
                TotalsText.contradictions(totals, String::valueOf).get(ImportTotals.MOST_CONTRADICTIONS));
    }

    @Test
    void refused_rows_are_not_compared() throws Exception {
        ImportTotals totals = totals("Title,Likelihood,Impact,Score\nA,2,3,6\nB,bogus,5,25\n");

        assertEquals(1, totals.compared().get(0).values());
        assertFalse(totals.contradictions().stream().anyMatch(one -> one.item().equals("B")));
    }

    @Test
    void nothing_of_the_comparison_stays_in_what_is_imported() throws Exception {
        Risk risk = RiskFactory.eINSTANCE.createRisk();
        risk.setKey("R-001");
        risk.setCostLikely(Money.of(BigDecimal.TEN, Currency.getInstance("EUR")));
        register.getRisks().add(risk);

        importFile(write("Key,Title,Likelihood,Impact,Score,Owner\nR-001,A,2,3,7,Ana\nR-002,B,2,3,7,Ana\n"));

        assertEquals(2, register.getRisks().size());
        assertEquals(List.of("Ana"), directory.getPeople().stream().map(person -> person.getName()).toList());
        register.getRisks().forEach(one -> assertEquals(directory.getPeople().get(0), one.getOwner()));
    }

    @Test
    void aTotalThatTheFileStatesIsComparedWithItsRows() throws Exception {
        ImportTotals totals = totals("Title;Cost likely\nA;1.200 EUR\nB;300 EUR\nTotal;1.600 EUR\n");

        assertEquals(List.of(new Contradiction(4, "Total", "Cost likely", "1.600 EUR", "1500 EUR", true)),
                totals.contradictions());
        assertEquals(new ImportTotals.Stated(1, 1, 1), totals.stated());
        assertEquals(
                List.of("line 4, Total: Cost likely is 1.600 EUR in the file, and 1500 EUR when the rows above are "
                        + "added up; correct the one or the other."),
                TotalsText.contradictions(totals, line -> "line " + line));
        assertTrue(TotalsText.lines(totals)
                .contains("Totals that the file states itself: 1; compared with the sums of the "
                        + "rows: 1, contradictions: 1."),
                TotalsText.lines(totals).toString());
    }

    @Test
    void totalsOfGroupsAndOfAllAgree() throws Exception {
        ImportTotals totals = totals("Title,Cost likely\nA,100 EUR\nB,200 EUR\nSubtotal,300 EUR\nC,50 EUR\nD,25 EUR\n"
                + "Subtotal,75 EUR\nTotal,375 EUR\n");

        assertEquals(new ImportTotals.Stated(3, 3, 0), totals.stated());
        assertEquals(List.of(), totals.contradictions());
    }

    @Test
    void aTotalOfSeveralCurrenciesIsNotJudged() throws Exception {
        ImportTotals totals = totals("Title,Cost likely\nA,100 EUR\nB,200 USD\nTotal,300 EUR\n");

        assertEquals(new ImportTotals.Stated(1, 0, 0), totals.stated());
    }

    @Test
    void aFileWithoutTotalsSaysNothingOfThem() throws Exception {
        ImportTotals totals = totals("Title,Cost likely\nA,100 EUR\n");

        assertEquals(ImportTotals.Stated.NONE, totals.stated());
        assertTrue(TotalsText.lines(totals).stream().noneMatch(line -> line.startsWith("Totals that")));
    }
}
