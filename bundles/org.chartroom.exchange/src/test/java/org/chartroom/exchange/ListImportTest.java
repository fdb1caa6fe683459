package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;

import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskAction;
import org.junit.jupiter.api.Test;

/** Lists inside items come in from several rows, and what comes in parts adds up. */
class ListImportTest extends RiskImports {
    private static final String HEADER = "Title;Owner;Likelihood;Action plan;Due;Cost\n";
    private static final String FIRST = "Risk A;Ann Lee;3;First step;2026-12-01;1000 EUR\n";
    private static final String SECOND = "Risk A;Ann Lee;3;Second step;2026-12-15;2000 EUR\n";

    private List<String> actions(int risk) {
        return register.getRisks().get(risk).getActions().stream().map(RiskAction::getDescription).toList();
    }

    private static List<Outcome> outcomes(ImportPlan plan) {
        return plan.entries().stream().map(ImportPlan.Entry::outcome).toList();
    }

    @Test
    void severalRowsOfAnItemBringAnElementEach() throws Exception {
        ImportPlan plan = importFile(write(HEADER + FIRST + SECOND + "Risk B;Bob;2;Only step;2026-12-20;\n"));

        assertEquals(List.of(Outcome.CREATED, Outcome.CREATED, Outcome.CREATED), outcomes(plan));
        assertEquals("Actions: new: Description Second step, Due 2026-12-15, Cost 2000 EUR",
                plan.entries().get(1).detail());
        assertEquals(2, register.getRisks().size());
        assertEquals(List.of("First step", "Second step"), actions(0));
        assertEquals(LocalDate.of(2026, 12, 15), register.getRisks().get(0).getActions().get(1).getDue());
        assertEquals(List.of("Only step"), actions(1));
    }

    @Test
    void furtherRowsOfANewItemCountAsNewAndNotAsChanges() throws Exception {
        ImportPlan plan = plan(write(HEADER + FIRST + SECOND));

        assertEquals(2, plan.totals().created());
        assertEquals(0, plan.totals().changed());
    }

    @Test
    void theSameRowsAgainChangeNothing() throws Exception {
        importFile(write(HEADER + FIRST + SECOND));
        ImportPlan again = plan(write(HEADER + SECOND + FIRST));

        assertEquals(2, again.count(Outcome.UNCHANGED));
        assertTrue(again.command(domain).isEmpty());
    }

    @Test
    void anotherFileAddsToTheList() throws Exception {
        importFile(write(HEADER + FIRST));
        ImportPlan plan = importFile(write(HEADER + SECOND));

        assertEquals("Actions: new: Description Second step, Due 2026-12-15, Cost 2000 EUR",
                plan.entries().get(0).detail());
        assertEquals(List.of("First step", "Second step"), actions(0));
    }

    @Test
    void anElementIsFoundByWhatTellsItApart() throws Exception {
        importFile(write(HEADER + FIRST + SECOND));
        ImportPlan plan = importFile(write(HEADER + "Risk A;;;second  STEP;2027-01-31;\n"));

        assertEquals("Actions: Description: Second step \u2192 second STEP, Due: 2026-12-15 \u2192 2027-01-31",
                plan.entries().get(0).detail());
        assertEquals(2, actions(0).size());
    }

    @Test
    void twoOfTheSameTextInAFileAreTwo() throws Exception {
        importFile(write(HEADER + FIRST + "Risk A;;;First step;2027-12-01;\n"));

        assertEquals(List.of("First step", "First step"), actions(0));
    }

    @Test
    void whichOfTwoOfTheSameTextIsMeantIsNotGuessed() throws Exception {
        importFile(write(HEADER + FIRST + "Risk A;;;First step;2027-12-01;\n"));
        ImportPlan plan = plan(write(HEADER + "Risk A;;;First step;2028-12-01;\n"));

        assertEquals("Actions has several with Description First step, and it can't be told which is meant; tell them "
                + "apart", plan.entries().get(0).detail());
    }

    @Test
    void rowsThatDisagreeAboutTheItemAreRefusedWithBothRows() throws Exception {
        ImportPlan plan = importFile(write(HEADER + FIRST + "Risk A;Bob;3;Second step;;\n" + "Risk B;Bob;2;Only;;\n"));

        assertEquals(List.of(Outcome.REFUSED, Outcome.REFUSED, Outcome.CREATED), outcomes(plan));
        assertEquals("Owner is \"Ann Lee\" here and \"Bob\" in line 3; make them the same, or keep one of the two rows",
                plan.entries().get(0).detail());
        assertEquals("Owner is \"Bob\" here and \"Ann Lee\" in line 2; make them the same, or keep one of the two rows",
                plan.entries().get(1).detail());
        assertEquals(1, register.getRisks().size());
    }

    @Test
    void aRowThatCanNotBeReadDoesNotHoldUpTheOtherRowsOfItsItem() throws Exception {
        ImportPlan plan = importFile(write(HEADER + FIRST + "Risk A;;;Second step;soon;\n"));

        assertEquals(List.of(Outcome.CREATED, Outcome.REFUSED), outcomes(plan));
        assertEquals(List.of("First step"), actions(0));
    }

    @Test
    void aSecondRowWithoutAnythingOfAListIsADuplicate() throws Exception {
        ImportPlan plan = plan(write(HEADER + FIRST + "Risk A;Ann Lee;3;;;\n"));

        assertEquals("the same title is in line 2; keep one of the two", plan.entries().get(1).detail());
    }

    @Test
    void allOfIsUndoneInOneStep() throws Exception {
        importFile(write(HEADER + FIRST));
        importFile(write(HEADER + SECOND));
        domain.getCommandStack().undo();

        Risk risk = register.getRisks().get(0);
        assertEquals(1, risk.getActions().size());
    }
}
