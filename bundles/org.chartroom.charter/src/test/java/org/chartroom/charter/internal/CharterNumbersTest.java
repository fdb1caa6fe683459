package org.chartroom.charter.internal;

import static org.chartroom.charter.Charters.budget;
import static org.chartroom.charter.Charters.change;
import static org.chartroom.charter.Charters.milestone;
import static org.chartroom.charter.Charters.year;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

import org.chartroom.charter.Charters;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.core.type.ValueTexts;
import org.chartroom.model.change.ChangeState;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.CharterPackage.Literals;
import org.chartroom.model.variance.Expenditure;
import org.junit.jupiter.api.Test;

class CharterNumbersTest {
    private final Charter charter = Charters.charter();
    private final CharterCalculator calculator = new CharterCalculator();

    @Test
    void sharesAreOfTheTotalBudget() {
        budget(charter, "30.00 EUR", Expenditure.CAP_EX);
        budget(charter, "10.00 EUR", Expenditure.CAP_EX);
        budget(charter, "60.00 EUR", Expenditure.OP_EX);

        assertEquals(Optional.of("30.00 EUR + 10.00 EUR + 60.00 EUR"),
                calculator.numbers(charter, Literals.CHARTER__TOTAL_BUDGET, Evaluation.of(charter)));
        assertEquals(Optional.of("(30.00 EUR + 10.00 EUR) / 100.00 EUR"),
                calculator.numbers(charter, Literals.CHARTER__CAP_EX_SHARE, Evaluation.of(charter)));
    }

    @Test
    void approvedChangesAreNamed() {
        change(charter, "C-001", ChangeState.AUTHORISED, "5.00 EUR", 2);
        change(charter, "C-002", ChangeState.DRAFT, "7.00 EUR", 3);

        assertEquals(Optional.of("5.00 EUR [C-001]"),
                calculator.numbers(charter, Literals.CHARTER__APPROVED_CHANGE_COST, Evaluation.of(charter)));
        assertEquals(Optional.of("2 [C-001]"),
                calculator.numbers(charter, Literals.CHARTER__APPROVED_CHANGE_DAYS, Evaluation.of(charter)));
    }

    @Test
    void presentValueDiscountsEachYear() {
        charter.setDiscountRate(new BigDecimal("0.25"));
        year(charter, 2026, null, "100");
        year(charter, 2027, "75", "0");
        year(charter, 2028, "50", null);

        assertEquals(Optional.of("(-100) + 75 / 1.25 + 50 / 1.25^2"),
                calculator.numbers(charter, Literals.CHARTER__NPV, Evaluation.of(charter)));
        assertEquals(Optional.of("(125 \u2212 100) / 100"),
                calculator.numbers(charter, Literals.CHARTER__ROI, Evaluation.of(charter)));
        assertEquals(Optional.of("50 / 1.25^2"),
                calculator.numbers(charter.getYears().get(2), Literals.YEAR_FIGURES__PRESENT_VALUE,
                        Evaluation.of(charter.getYears().get(2))));
    }

    @Test
    void priorityIsWeightedOverTheScoresThatAreGiven() {
        charter.setStrategicAlignment(4);
        charter.setImpact(2);

        assertEquals(Optional.of("(1 \u00D7 4 + 1 \u00D7 2) / (1 + 1)"),
                calculator.numbers(charter, Literals.CHARTER__PRIORITY_SCORE, Evaluation.of(charter)));
    }

    @Test
    void slipNamesBothDays() {
        milestone(charter, "a", "2026-03-01", "2026-03-11", null);

        ValueTexts texts = ValueTexts.current();
        assertEquals(Optional.of(texts.text(null, LocalDate.of(2026, 3, 11)) + " \u2212 "
                + texts.text(null, LocalDate.of(2026, 3, 1))),
                calculator.numbers(charter.getMilestones().get(0), Literals.MILESTONE__SLIP,
                        Evaluation.of(charter.getMilestones().get(0))));
    }

    @Test
    void emptyCharterHasNothingToSayOfItsCase() {
        assertEquals(Optional.empty(), calculator.numbers(charter, Literals.CHARTER__NPV, Evaluation.of(charter)));
        assertEquals(Optional.empty(),
                calculator.numbers(charter, Literals.CHARTER__PRIORITY_SCORE, Evaluation.of(charter)));
        assertEquals(Optional.of("0"),
                calculator.numbers(charter, Literals.CHARTER__TOTAL_BUDGET, Evaluation.of(charter)));
    }
}
