package org.chartroom.charter;

import static org.chartroom.charter.Charters.budget;
import static org.chartroom.charter.Charters.change;
import static org.chartroom.charter.Charters.milestone;
import static org.chartroom.charter.Charters.report;
import static org.chartroom.charter.Charters.year;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.model.change.ChangeState;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.CharterPackage.Literals;
import org.chartroom.model.charter.Milestone;
import org.chartroom.model.derived.DerivedFeatures;
import org.chartroom.model.risk.MatrixCell;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskLevel;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskStatus;
import org.chartroom.model.variance.Expenditure;
import org.chartroom.risk.internal.RiskCalculator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TolerancesTest {
    private final Charter charter = Charters.charter();

    @BeforeEach
    void writeAsInEnglish() {
        Locale.setDefault(Locale.UK);
    }

    private List<Breach> breaches() {
        return Tolerances.breaches(charter);
    }

    private Breach only() {
        assertEquals(1, breaches().size());
        return breaches().get(0);
    }

    @Test
    void without_tolerances_nothing_is_breached() {
        budget(charter, "1000 EUR", Expenditure.CAP_EX);
        report(charter, "1000", "500", "5000");
        milestone(charter, "a", "2026-01-01", "2027-01-01", null);
        assertEquals(List.of(), breaches());
    }

    @Test
    void tolerances_without_figures_are_not_breached() {
        charter.setCostTolerance(BigDecimal.ZERO);
        charter.setScheduleTolerance(0);
        charter.setBenefitTolerance(BigDecimal.ZERO);
        assertEquals(List.of(), breaches());
    }

    /** EAC = BAC x AC / EV = 1000 x 600 / 500 = 1200; 1000 and 10 % are 1100. */
    @Test
    void an_estimate_above_the_tolerated_cost_says_by_how_much_and_what_would_clear_it() {
        budget(charter, "1000 EUR", Expenditure.CAP_EX);
        charter.setCostTolerance(new BigDecimal("0.10"));
        report(charter, "1000", "500", "600");
        Breach breach = only();
        assertEquals(Literals.CHARTER__COST_TOLERANCE, breach.tolerance());
        assertEquals("The estimate at completion of 1,200 EUR exceeds what is tolerated (1,100 EUR) by 100 EUR.",
                breach.summary());
        // 1200 / 1.1 - 1000 = 90.9
        assertTrue(breach.clears().contains("at most 1,100 EUR") && breach.clears().contains("at least 91 EUR"));
    }

    @Test
    void an_estimate_at_the_limit_is_tolerated() {
        budget(charter, "1000 EUR", Expenditure.CAP_EX);
        charter.setCostTolerance(new BigDecimal("0.20"));
        report(charter, "1000", "500", "600");
        assertEquals(List.of(), breaches());
    }

    @Test
    void an_approved_change_widens_the_budget_that_the_tolerance_is_taken_of() {
        budget(charter, "1000 EUR", Expenditure.CAP_EX);
        charter.setCostTolerance(new BigDecimal("0.10"));
        report(charter, "1000", "500", "600");
        change(charter, "C-001", ChangeState.AUTHORISED, "91 EUR", 0);
        // The change flows into the report too: EAC = 1091 x 600 / 500 = 1309.20 against 1200.10.
        assertEquals("The estimate at completion of 1,309 EUR exceeds what is tolerated (1,200 EUR) by 109 EUR.",
                only().summary());
    }

    @Test
    void an_end_later_than_tolerated_is_a_breach_until_approved_days_cover_it() {
        charter.setPlannedEnd(LocalDate.of(2027, 3, 31));
        charter.setForecastEnd(LocalDate.of(2027, 5, 10));
        charter.setScheduleTolerance(40);
        assertEquals(List.of(), breaches());
        charter.setScheduleTolerance(30);
        assertEquals(Literals.CHARTER__SCHEDULE_TOLERANCE, only().tolerance());
        assertTrue(only().clears().contains("at least 10 days"));
        change(charter, "C-001", ChangeState.AUTHORISED, null, 10);
        assertEquals(List.of(), breaches());
    }

    /** By hand: EAC = 1000 x AC / 500 = 2 AC against 1000 x (1 + tolerance). */
    @Property(tries = 100)
    void cost_is_breached_exactly_above_its_limit_and_a_wider_tolerance_never_adds_a_breach(
            @ForAll @IntRange(min = 1, max = 1000) int actual, @ForAll @IntRange(max = 100) int percent) {
        Charter own = Charters.charter();
        budget(own, "1000 EUR", Expenditure.CAP_EX);
        report(own, "1000", "500", String.valueOf(actual));
        own.setCostTolerance(BigDecimal.valueOf(percent, 2));
        boolean breached = 2 * actual > 1000 + 10 * percent;
        assertEquals(breached ? 1 : 0, Tolerances.breaches(own).size());
        own.setCostTolerance(BigDecimal.valueOf(percent + 1, 2));
        assertTrue(Tolerances.breaches(own).size() <= (breached ? 1 : 0));
    }

    @Property(tries = 100)
    void a_milestone_is_breached_exactly_when_it_is_later_than_tolerated(
            @ForAll @IntRange(min = -50, max = 50) int slip, @ForAll @IntRange(max = 50) int tolerance) {
        Charter own = Charters.charter();
        own.setScheduleTolerance(tolerance);
        LocalDate baseline = LocalDate.of(2026, 3, 1);
        milestone(own, "a", baseline.toString(), baseline.plusDays(slip).toString(), null);
        assertEquals(slip > tolerance ? 1 : 0, Tolerances.breaches(own).size());
    }

    @Test
    void the_latest_milestone_is_held_against_the_tolerance() {
        charter.setScheduleTolerance(10);
        milestone(charter, "a", "2026-03-01", "2026-03-11", null);
        assertEquals(List.of(), breaches());
        Milestone late = milestone(charter, "b", "2026-03-01", "2026-03-15", null);
        assertEquals(late, only().element());
        assertEquals("b is 14 days late, 4 more than tolerated.", only().summary());
    }

    @Test
    void benefits_below_what_is_tolerated_are_a_breach() {
        charter.setBenefitTolerance(new BigDecimal("0.10"));
        year(charter, 2027, "1000", "10").setBenefitForecast(new BigDecimal("900"));
        assertEquals(List.of(), breaches());
        year(charter, 2028, "1000", "10").setBenefitForecast(new BigDecimal("899"));
        assertEquals(Literals.CHARTER__BENEFIT_TOLERANCE, only().tolerance());
    }

    @Test
    void an_open_threat_above_the_tolerated_level_is_a_breach_and_a_closed_one_is_not() {
        DerivedFeatures.register(RiskPackage.eNS_URI, (owner, feature) -> new RiskCalculator().value(owner,
                feature, Evaluation.of(owner)));
        charter.setRiskRegister(RiskFactory.eINSTANCE.createRiskRegister());
        charter.setRiskTolerance(RiskLevel.MODERATE);
        MatrixCell cell = RiskFactory.eINSTANCE.createMatrixCell();
        cell.setLikelihood(4);
        cell.setImpact(4);
        cell.setLevel(RiskLevel.CRITICAL);
        charter.getRiskRegister().getMatrix().add(cell);
        Risk risk = RiskFactory.eINSTANCE.createRisk();
        risk.setKey("R-001");
        risk.setCurrentLikelihood(4);
        risk.setCurrentImpact(4);
        charter.getRiskRegister().getRisks().add(risk);
        assertTrue(only().summary().contains("R-001"));
        risk.setStatus(RiskStatus.CLOSED);
        assertEquals(List.of(), breaches());
        risk.setStatus(RiskStatus.TREATING);
        charter.setRiskTolerance(RiskLevel.CRITICAL);
        assertEquals(List.of(), breaches());
    }

    @Test
    void the_escalation_names_sponsor_figures_and_what_would_clear_it() {
        charter.setSponsor(Charters.person("Ines Hoffmann"));
        charter.setScheduleTolerance(10);
        milestone(charter, "Go-live", "2026-03-01", "2026-03-15", null);
        String text = EscalationDraft.text(charter, only());
        assertTrue(text.startsWith("Escalation: CHR-001 Charter\nTo Ines Hoffmann, from (not named)\n"), text);
        assertTrue(text.contains("- Go-live: baseline 1 Mar 2026, now 15 Mar 2026"), text);
        assertTrue(text.contains("What would clear it: Go-live reached by 11 Mar 2026."), text);
    }
}
