package org.chartroom.variance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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
import org.chartroom.model.change.ChangeFactory;
import org.chartroom.model.change.ChangeLog;
import org.chartroom.model.change.ChangeState;
import org.chartroom.model.change.ChangeTransition;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.CharterFactory;
import org.chartroom.model.variance.BudgetChange;
import org.chartroom.model.variance.LineFigure;
import org.chartroom.model.variance.ReportPeriod;
import org.chartroom.model.variance.VarianceFactory;
import org.chartroom.model.variance.VarianceLine;
import org.chartroom.model.variance.VarianceReport;
import org.chartroom.variance.UndistributedBudget.Share;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.impl.ResourceImpl;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.emf.edit.provider.ReflectiveItemProviderAdapterFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UndistributedBudgetTest {
    private final VarianceReport report = VarianceFactory.eINSTANCE.createVarianceReport();
    private final VarianceLine line = VarianceFactory.eINSTANCE.createVarianceLine();
    private final Charter charter = CharterFactory.eINSTANCE.createCharter();
    private final ChangeLog log = ChangeFactory.eINSTANCE.createChangeLog();

    @BeforeEach
    void aReportOfACharterWithALog() {
        log.setKey("CHG-001");
        charter.setChangeLog(log);
        report.setCharter(charter);
        report.setStatusDate(LocalDate.of(2026, 6, 30));
        ReportPeriod period = VarianceFactory.eINSTANCE.createReportPeriod();
        period.setStartsOn(LocalDate.of(2026, 1, 1));
        period.setEndsOn(LocalDate.of(2026, 12, 31));
        report.getPeriods().add(period);
        LineFigure figure = VarianceFactory.eINSTANCE.createLineFigure();
        figure.setPeriod(period);
        figure.setPlanned(BigDecimal.valueOf(1000));
        line.getFigures().add(figure);
        report.getLines().add(line);
    }

    private Change change(String key, String cost, String approvedOn) {
        Change change = ChangeFactory.eINSTANCE.createChange();
        change.setKey(key);
        change.setState(ChangeState.AUTHORISED);
        change.setCostImpact(Money.valueOf(cost));
        if (approvedOn != null) {
            ChangeTransition step = ChangeFactory.eINSTANCE.createChangeTransition();
            step.setToState(ChangeState.AUTHORISED);
            step.setAt(Instant.parse(approvedOn + "T12:00:00Z"));
            change.getTransitions().add(step);
        }
        log.getChanges().add(change);
        return change;
    }

    private BudgetChange onLine(String reference, String amount, String approvedOn) {
        BudgetChange entered = VarianceFactory.eINSTANCE.createBudgetChange();
        entered.setReference(reference);
        entered.setAmount(new BigDecimal(amount));
        entered.setApprovedOn(approvedOn == null ? null : LocalDate.parse(approvedOn));
        line.getChanges().add(entered);
        return entered;
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

    private void assertBudget(String expected) {
        BigDecimal bac = ReportFigures.of(report).total().bac();
        assertEquals(0, new BigDecimal(expected).compareTo(bac), bac.toString());
    }

    @Test
    void aRateThatIsChangedOrAddedChangesTheFigures() {
        report.setCurrency("EUR");
        change("C-001", "100 USD", "2026-03-01");
        rate(report, "USD", "EUR", "0.5", LocalDate.of(2026, 1, 1));
        assertBudget("1050");
        Directory directory = (Directory) report.eResource().getContents().get(0);

        directory.getRates().get(0).setRate(new BigDecimal("0.8"));
        assertBudget("1080");

        ExchangeRate newer = EcoreUtil.copy(directory.getRates().get(0));
        newer.setRate(new BigDecimal("0.9"));
        newer.setValidFrom(LocalDate.of(2026, 2, 1));
        directory.getRates().add(newer);
        assertBudget("1090");
    }

    @Test
    void ratesOfADirectoryThatWasLoadedAnewChangeTheFigures() {
        report.setCurrency("EUR");
        change("C-001", "100 USD", "2026-03-01");
        rate(report, "USD", "EUR", "0.5", LocalDate.of(2026, 1, 1));
        assertBudget("1050");

        rate(report, "USD", "EUR", "0.8", LocalDate.of(2026, 1, 1));

        assertBudget("1080");
    }

    @Test
    void a_change_in_another_currency_counts_by_the_rate_of_the_day_it_was_approved() {
        change("C-001", "125 USD", "2026-03-02");
        rate(report, "EUR", "USD", "1.25", LocalDate.of(2026, 3, 1));
        assertBudget("1100");
        assertTrue(UndistributedBudget.leftOut(report, report.getStatusDate()).isEmpty());
    }

    @Test
    void a_change_without_a_rate_is_left_out_and_said() {
        Change change = change("C-001", "125 USD", "2026-03-02");
        rate(report, "EUR", "USD", "1.25", LocalDate.of(2026, 3, 3));
        assertBudget("1000");
        Map<Change, String> leftOut = UndistributedBudget.leftOut(report, report.getStatusDate());
        assertTrue(leftOut.get(change).startsWith("1 amount in USD not included: no rate USD/EUR on "));
    }

    @Test
    void an_approved_change_of_the_charter_adds_to_the_budget_at_completion() {
        change("C-001", "100 EUR", "2026-05-01");
        assertBudget("1100");
        assertEquals(List.of("C-001"), ReportFigures.of(report).approvedChanges().stream()
                .map(share -> share.change().getKey()).toList());
    }

    @Test
    void a_change_that_is_approved_after_the_status_date_does_not_count_yet() {
        change("C-001", "100 EUR", "2026-07-01");
        assertBudget("1000");
    }

    @Test
    void a_change_whose_day_of_approval_is_not_recorded_counts() {
        change("C-001", "100 EUR", null);
        assertBudget("1100");
    }

    @Test
    void a_change_that_a_line_names_by_its_reference_counts_once() {
        change("C-001", "100 EUR", "2026-05-01");
        onLine(" chg-001/c-001 ", "100", "2026-05-01");
        assertBudget("1100");
        assertEquals(0, ReportFigures.of(report).undistributed().signum());
    }

    @Test
    void a_change_that_a_line_names_as_its_change_counts_once() {
        Change change = change("C-001", "100 EUR", "2026-05-01");
        onLine("as agreed", "100", "2026-05-01").setChange(change);
        assertBudget("1100");
    }

    @Test
    void what_of_a_change_is_on_no_line_stays_undistributed() {
        change("C-001", "100 EUR", "2026-05-01");
        onLine("CHG-001/C-001", "60", "2026-05-01");
        assertBudget("1100");
        assertEquals(0, BigDecimal.valueOf(40).compareTo(ReportFigures.of(report).undistributed()));
    }

    @Test
    void lines_that_have_more_than_the_change_keep_it() {
        change("C-001", "100 EUR", "2026-05-01");
        onLine("CHG-001/C-001", "130", "2026-05-01");
        assertBudget("1130");
    }

    @Test
    void a_change_that_saves_money_lowers_the_budget_once() {
        change("C-001", "-100 EUR", "2026-05-01");
        assertBudget("900");
        onLine("CHG-001/C-001", "-100", "2026-05-01");
        assertBudget("900");
    }

    @Test
    void changes_entered_by_hand_count_beside_those_of_the_log() {
        change("C-001", "100 EUR", "2026-05-01");
        onLine("letter of 3 May", "5", "2026-05-03");
        assertBudget("1105");
    }

    @Test
    void an_entry_on_a_line_that_does_not_count_itself_hides_no_change() {
        change("C-001", "100 EUR", "2026-05-01");
        onLine("CHG-001/C-001", "100", null);
        assertBudget("1100");
    }

    @Test
    void a_change_in_another_currency_does_not_count_without_rates() {
        change("C-001", "100 USD", "2026-05-01");
        assertBudget("1000");
    }

    /** By hand: 1000 planned; of 100 + 50 - 30 approved 60 are on lines, 60 are not; all of them count once: 1120. */
    @Test
    void several_changes_add_up_wherever_they_are_entered() {
        change("C-001", "100 EUR", "2026-05-01");
        change("C-002", "50 EUR", "2026-05-02");
        change("C-003", "-30 EUR", "2026-05-03");
        onLine("CHG-001/C-001", "60", "2026-05-01");
        assertBudget("1120");
        assertEquals(0, BigDecimal.valueOf(60).compareTo(ReportFigures.of(report).undistributed()));
    }

    @Property(tries = 100)
    void the_order_of_the_changes_and_what_is_entered_of_them_on_lines_never_change_the_budget(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 500) Integer> costs,
            @ForAll @IntRange(max = 500) int entered, @ForAll Random random) {
        log.getChanges().clear();
        line.getChanges().clear();
        if (report.getLines().isEmpty()) {
            aReportOfACharterWithALog();
        }
        for (int i = 0; i < costs.size(); i++) {
            change("C-00" + i, costs.get(i) + " EUR", "2026-05-01");
        }
        int total = costs.stream().mapToInt(Integer::intValue).sum();
        assertBudget(String.valueOf(1000 + total));
        List<Change> shuffled = new ArrayList<>(log.getChanges());
        Collections.shuffle(shuffled, random);
        log.getChanges().clear();
        log.getChanges().addAll(shuffled);
        onLine("CHG-001/C-000", String.valueOf(Math.min(entered, costs.get(0))), "2026-05-01");
        assertBudget(String.valueOf(1000 + total));
    }

    @Property
    void what_is_open_has_the_sign_of_the_cost_and_is_never_more(@ForAll @IntRange(min = -99, max = 99) int cost,
            @ForAll @IntRange(min = -99, max = 99) int onLines) {
        BigDecimal open = new UndistributedBudget.Share(null, Optional.empty(), BigDecimal.valueOf(cost),
                BigDecimal.valueOf(onLines)).open();
        assertTrue(open.signum() == 0 || open.signum() == Integer.signum(cost));
        if (Integer.signum(onLines) == Integer.signum(cost)) {
            assertTrue(open.abs().intValue() <= Math.abs(cost));
        }
    }

    @Test
    void without_a_charter_only_the_lines_count() {
        change("C-001", "100 EUR", "2026-05-01");
        report.setCharter(null);
        assertBudget("1000");
    }

    @Test
    void another_log_of_the_charter_is_seen_at_once() {
        assertBudget("1000");
        change("C-001", "100 EUR", "2026-05-01");
        charter.setChangeLog(null);
        assertBudget("1000");
        charter.setChangeLog(log);
        assertBudget("1100");
    }

    @Test
    void what_is_on_no_line_is_put_on_one_and_the_budget_stays_and_undo_takes_it_back() {
        Change change = change("C-001", "100 EUR", "2026-05-01");
        change.setScheduleImpact(4);
        onLine("CHG-001/C-001", "30", "2026-05-02");
        Share share = ReportFigures.of(report).approvedChanges().get(0);
        assertTrue(UndistributedBudget.canBePut(share));
        AdapterFactoryEditingDomain domain = new AdapterFactoryEditingDomain(
                new ReflectiveItemProviderAdapterFactory(), new BasicCommandStack());
        domain.getCommandStack().execute(UndistributedBudget.putOn(domain, share, line, report.getStatusDate()));

        BudgetChange entry = line.getChanges().get(1);
        assertEquals(change, entry.getChange());
        assertEquals("CHG-001/C-001", entry.getReference());
        assertEquals(LocalDate.of(2026, 5, 1), entry.getApprovedOn());
        assertEquals(0, new BigDecimal("70").compareTo(entry.getAmount()));
        assertEquals(null, entry.getDays());
        assertBudget("1100");
        assertFalse(UndistributedBudget.canBePut(ReportFigures.of(report).approvedChanges().get(0)));
        domain.getCommandStack().undo();
        assertEquals(1, line.getChanges().size());
    }
}
