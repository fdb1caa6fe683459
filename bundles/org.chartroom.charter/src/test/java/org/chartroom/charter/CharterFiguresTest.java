package org.chartroom.charter;

import static org.chartroom.charter.Charters.budget;
import static org.chartroom.charter.Charters.change;
import static org.chartroom.charter.Charters.milestone;
import static org.chartroom.charter.Charters.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.chartroom.model.Directory;
import org.chartroom.model.ExchangeRate;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.Money;
import org.chartroom.model.change.Change;
import org.chartroom.model.change.ChangeState;
import org.chartroom.model.charter.BudgetLine;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.Health;
import org.chartroom.model.variance.Expenditure;
import org.chartroom.model.variance.VarianceReport;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.impl.ResourceImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharterFiguresTest {
    private final Charter charter = Charters.charter();

    private CharterFigures figures() {
        return CharterFigures.of(charter);
    }

    private static void rate(EObject artifact, String from, String to, String rate, LocalDate day) {
        ExchangeRate added = ModelFactory.eINSTANCE.createExchangeRate();
        added.setFromCurrency(from);
        added.setToCurrency(to);
        added.setRate(new BigDecimal(rate));
        added.setValidFrom(day);
        Directory directory = ModelFactory.eINSTANCE.createDirectory();
        directory.getRates().add(added);
        // As in a model file: the directory stands beside the artifact.
        new ResourceImpl().getContents().addAll(List.of(directory, artifact));
    }

    private static Optional<Money> money(String text) {
        return Optional.of(Money.valueOf(text));
    }

    @Test
    void an_empty_charter_has_no_figures() {
        assertEquals(Optional.empty(), figures().totalBudget());
        assertEquals(Optional.empty(), figures().share(Expenditure.CAP_EX));
        assertEquals(Optional.empty(), figures().actualToDate());
        assertEquals(Optional.empty(), figures().remaining());
        assertEquals(Optional.empty(), figures().spent());
        assertEquals(Optional.empty(), figures().spendBand());
        assertEquals(Optional.empty(), figures().worstSlip());
        assertEquals(Optional.empty(), figures().endSlip());
        assertEquals(Optional.empty(), figures().revisedBudget());
        assertEquals(money("0 EUR"), figures().approvedCost());
        assertEquals(0, figures().approvedDays());
    }

    @Test
    void the_budget_is_the_sum_of_its_lines_and_splits_into_capital_and_operating_expenditure() {
        budget(charter, "300000 EUR", Expenditure.CAP_EX);
        budget(charter, "100000.50 EUR", Expenditure.OP_EX);
        budget(charter, null, Expenditure.OP_EX);
        assertEquals(money("400000.50 EUR"), figures().totalBudget());
        assertEquals(Optional.of(new BigDecimal("0.7500")), figures().share(Expenditure.CAP_EX));
        assertEquals(Optional.of(new BigDecimal("0.2500")), figures().share(Expenditure.OP_EX));
    }

    @Test
    void a_budget_of_zero_has_no_shares_and_no_spend_band() {
        budget(charter, "0 EUR", Expenditure.CAP_EX);
        report(charter, "10", "10", "10");
        assertEquals(Optional.empty(), figures().share(Expenditure.CAP_EX));
        assertEquals(Optional.empty(), figures().spent());
        assertEquals(Optional.empty(), figures().spendBand());
        assertEquals(money("-10 EUR"), figures().remaining());
    }

    @Test
    void a_sum_over_currencies_is_refused() {
        budget(charter, "1 EUR", Expenditure.CAP_EX);
        budget(charter, "1 USD", Expenditure.CAP_EX);
        assertEquals(Optional.empty(), figures().totalBudget());
        assertEquals(Optional.empty(), figures().share(Expenditure.CAP_EX));
    }

    @Test
    void with_a_rate_the_sum_is_in_the_currency_of_the_charter() {
        budget(charter, "300 EUR", Expenditure.CAP_EX);
        budget(charter, "125 USD", Expenditure.OP_EX);
        rate(charter, "EUR", "USD", "1.25", LocalDate.of(2026, 1, 1));
        assertEquals(money("400 EUR"), figures().totalBudget());
        assertEquals(Optional.of(new BigDecimal("0.2500")), figures().share(Expenditure.OP_EX));
        assertEquals(List.of(), figures().missingRates());
    }

    @Test
    void without_a_rate_the_figures_say_why_there_is_no_sum() {
        budget(charter, "1 EUR", Expenditure.CAP_EX);
        budget(charter, "1 XAU", Expenditure.CAP_EX);
        assertEquals(1, figures().missingRates().size());
        assertTrue(figures().missingRates().get(0).startsWith("1 amount in XAU not included: no rate XAU/EUR on "));
    }

    @Test
    void approved_changes_are_converted_by_the_rate_of_the_day_they_were_approved() {
        budget(charter, "1000 EUR", Expenditure.CAP_EX);
        Change change = change(charter, "C-001", ChangeState.AUTHORISED, "125 USD", 0);
        Charters.step(change, ChangeState.AUTHORISED, "2026-03-02T12:00:00Z");
        rate(charter, "EUR", "USD", "1.25", LocalDate.of(2026, 3, 1));
        assertEquals(money("100 EUR"), figures().approvedCost());
        assertEquals(money("1100 EUR"), figures().revisedBudget());
    }

    @Test
    void a_report_in_another_currency_is_converted_by_the_rate_of_its_status_date() {
        budget(charter, "1000 EUR", Expenditure.CAP_EX);
        VarianceReport report = report(charter, "900", "800", "850");
        report.setCurrency("USD");
        report.setStatusDate(LocalDate.of(2026, 12, 31));
        rate(charter, "EUR", "USD", "1.25", LocalDate.of(2026, 3, 1));
        assertEquals(money("680 EUR"), figures().actualToDate());
    }

    @Test
    void what_was_spent_comes_from_the_linked_report() {
        budget(charter, "1000 EUR", Expenditure.CAP_EX);
        report(charter, "900", "800", "850");
        assertEquals(money("850 EUR"), figures().actualToDate());
        assertEquals(money("150 EUR"), figures().remaining());
        assertEquals(Optional.of(new BigDecimal("0.8500")), figures().spent());
    }

    @Test
    void a_report_in_another_currency_says_nothing_about_the_budget() {
        budget(charter, "1000 EUR", Expenditure.CAP_EX);
        report(charter, "900", "800", "850").setCurrency("USD");
        assertEquals(Optional.empty(), figures().actualToDate());
        assertEquals(Optional.empty(), figures().estimateAtCompletion());
    }

    @ParameterizedTest
    @CsvSource({"0, GREEN", "799.99, GREEN", "800, AMBER", "1000, AMBER", "1000.01, RED", "5000, RED"})
    void the_spend_band_changes_at_80_and_above_100_percent(String actual, Health band) {
        budget(charter, "1000 EUR", Expenditure.CAP_EX);
        report(charter, "1000", "500", actual);
        assertEquals(Optional.of(band), figures().spendBand());
    }

    @Test
    void the_slip_of_a_milestone_goes_by_its_actual_date_and_before_that_by_its_forecast() {
        assertEquals(Optional.of(9),
                CharterFigures.slip(milestone(charter, "a", "2026-03-01", "2026-03-10", null)));
        assertEquals(Optional.of(-1),
                CharterFigures.slip(milestone(charter, "b", "2026-03-01", "2026-03-10", "2026-02-28")));
        assertEquals(Optional.empty(), CharterFigures.slip(milestone(charter, "c", "2026-03-01", null, null)));
        assertEquals(Optional.empty(), CharterFigures.slip(milestone(charter, "d", null, "2026-03-01", null)));
    }

    @Test
    void the_worst_slip_is_that_of_the_latest_milestone_even_when_all_are_early() {
        milestone(charter, "a", "2026-03-10", "2026-03-01", null);
        milestone(charter, "b", "2026-03-10", "2026-03-07", null);
        assertEquals(Optional.of(-3), figures().worstSlip());
        assertEquals("b", figures().worstMilestone().orElseThrow().getTitle());
    }

    @Test
    void approved_changes_move_the_budget_and_the_end_and_others_do_not() {
        budget(charter, "1000 EUR", Expenditure.CAP_EX);
        charter.setPlannedEnd(LocalDate.of(2027, 3, 31));
        change(charter, "C-001", ChangeState.AUTHORISED, "100 EUR", 10);
        change(charter, "C-002", ChangeState.CLOSED, "-30 EUR", null);
        change(charter, "C-003", ChangeState.ASSESSED, "500 EUR", 90);
        change(charter, "C-004", ChangeState.REJECTED, "500 EUR", 90);
        assertEquals(List.of("C-001", "C-002"),
                figures().approvedChanges().stream().map(change -> change.getKey()).toList());
        assertEquals(money("70 EUR"), figures().approvedCost());
        assertEquals(money("1070 EUR"), figures().revisedBudget());
        assertEquals(Optional.of(LocalDate.of(2027, 4, 10)), figures().revisedEnd());
    }

    @Test
    void changes_in_another_currency_have_no_sum_with_the_budget() {
        budget(charter, "1000 EUR", Expenditure.CAP_EX);
        change(charter, "C-001", ChangeState.AUTHORISED, "100 USD", 10);
        assertEquals(money("100 USD"), figures().approvedCost());
        assertEquals(Optional.empty(), figures().revisedBudget());
    }

    @Test
    void the_end_slips_against_the_revised_end() {
        charter.setPlannedEnd(LocalDate.of(2027, 3, 31));
        change(charter, "C-001", ChangeState.AUTHORISED, null, 10);
        charter.setForecastEnd(LocalDate.of(2027, 4, 15));
        assertEquals(Optional.of(5), figures().endSlip());
        charter.setActualEnd(LocalDate.of(2027, 4, 10));
        assertEquals(Optional.of(0), figures().endSlip());
    }

    @Test
    void a_code_that_is_no_currency_gives_no_amounts() {
        charter.setCurrency("EURO");
        assertEquals(Optional.empty(), figures().money(BigDecimal.ONE));
    }

    @Property(tries = 200)
    void the_order_of_the_lines_never_changes_the_total(
            @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 0, max = 100000) Integer> cents, @ForAll int seed) {
        Charter one = Charters.charter();
        for (int i = 0; i < cents.size(); i++) {
            budget(one, BigDecimal.valueOf(cents.get(i), 2) + " EUR",
                    i % 2 == 0 ? Expenditure.CAP_EX : Expenditure.OP_EX);
        }
        CharterFigures figures = CharterFigures.of(one);
        Optional<Money> total = figures.totalBudget();
        Optional<BigDecimal> share = figures.share(Expenditure.CAP_EX);
        List<BudgetLine> shuffled = new ArrayList<>(one.getBudgetLines());
        Collections.shuffle(shuffled, new Random(seed));
        one.getBudgetLines().clear();
        one.getBudgetLines().addAll(shuffled);
        assertEquals(total, figures.totalBudget());
        assertEquals(share, figures.share(Expenditure.CAP_EX));
    }
}
