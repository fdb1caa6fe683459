package org.chartroom.risk.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.chartroom.core.check.Finding;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.Money;
import org.chartroom.model.Person;
import org.chartroom.model.derived.DerivedFeatures;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskAction;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskKind;
import org.chartroom.model.risk.RiskLevel;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.model.risk.RiskResponse;
import org.chartroom.model.risk.RiskStatus;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.emf.edit.provider.ReflectiveItemProviderAdapterFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskChecksTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    private final RiskCalculator calculator = new RiskCalculator(
            Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
    private final AdapterFactoryEditingDomain domain = new AdapterFactoryEditingDomain(
            new ReflectiveItemProviderAdapterFactory(), new BasicCommandStack());
    private final RiskRegister register = RiskFactory.eINSTANCE.createRiskRegister();
    private final Risk risk = RiskFactory.eINSTANCE.createRisk();
    private final Person owner = ModelFactory.eINSTANCE.createPerson();

    @BeforeEach
    void registerWithOneSoundRisk() {
        DerivedFeatures.register(RiskPackage.eNS_URI, calculator);
        owner.setName("Ada Byron");
        risk.setKey("R-001");
        risk.setOwner(owner);
        register.getRisks().add(risk);
    }

    @AfterEach
    void takeTheCalculatorBack() {
        DerivedFeatures.unregister(RiskPackage.eNS_URI, calculator);
    }

    @Test
    void soundRiskHasNoFinding() {
        assess(2, 2);

        assertEquals(List.of(), ids());
    }

    @Test
    void currentAboveAppetiteWithoutActionIsFound() {
        assess(4, 4);

        assertEquals(List.of("aboveAppetite"), ids());
    }

    @Test
    void findingNamesRiskLevelAndRemedy() {
        assess(4, 4);

        assertEquals("R-001 is critical, worse than the appetite of moderate, and has no open action; "
                + "add one or accept the risk.", findings().get(0).message());
    }

    @Test
    void acceptedRiskNeedsNoAction() {
        assess(4, 4);
        risk.setStatus(RiskStatus.ACCEPTED);
        risk.setAcceptanceRationale("Cheaper than to insure.");

        assertEquals(List.of(), ids());
    }

    @Test
    void openActionAnswersAboveAppetite() {
        assess(4, 4);
        risk.getActions().add(RiskFactory.eINSTANCE.createRiskAction());

        assertEquals(List.of(), ids());
    }

    @Test
    void actionThatIsDoneDoesNotAnswerAboveAppetite() {
        assess(4, 4);
        RiskAction done = RiskFactory.eINSTANCE.createRiskAction();
        done.setDoneOn(TODAY);
        risk.getActions().add(done);

        assertEquals(List.of("aboveAppetite"), ids());
    }

    @Test
    void fixOfAboveAppetiteAddsAnActionAndCanBeUndone() {
        assess(4, 4);
        applyOnlyFix();

        assertEquals(TODAY.plusDays(30), risk.getActions().get(0).getDue());
        assertEquals(List.of(), ids());

        domain.getCommandStack().undo();

        assertTrue(risk.getActions().isEmpty());
    }

    @Test
    void levelAtAppetiteIsAccepted() {
        register.setAppetite(RiskLevel.CRITICAL);
        assess(5, 5);

        assertEquals(List.of(), ids());
    }

    @Test
    void acceptedWithoutRationaleIsFound() {
        risk.setStatus(RiskStatus.ACCEPTED);

        assertEquals(List.of("acceptanceRationale"), ids());
    }

    @Test
    void acceptancePastItsExpiryIsFound() {
        risk.setStatus(RiskStatus.ACCEPTED);
        risk.setAcceptanceRationale("Cheaper than the cure.");
        risk.setAcceptanceExpiresOn(TODAY.minusDays(1));

        assertEquals(List.of("acceptanceExpired"), ids());
    }

    @Test
    void acceptanceThatExpiresTodayStillHolds() {
        risk.setStatus(RiskStatus.ACCEPTED);
        risk.setAcceptanceRationale("Cheaper than the cure.");
        risk.setAcceptanceExpiresOn(TODAY);

        assertEquals(List.of(), ids());
    }

    @Test
    void missingOwnerIsFoundAndTheOwnerOfTheRegisterOffered() {
        risk.setOwner(null);
        register.setOwner(owner);
        assertEquals(List.of("ownerMissing"), ids());

        applyOnlyFix();

        assertEquals(owner, risk.getOwner());
    }

    @Test
    void targetWorseThanCurrentIsFound() {
        assess(2, 2);
        risk.setTargetLikelihood(2);
        risk.setTargetImpact(3);

        assertEquals(List.of("targetWorse"), ids());
    }

    @Test
    void opportunityWithAThreatResponseIsFound() {
        risk.setKind(RiskKind.OPPORTUNITY);
        risk.setResponse(RiskResponse.AVOID);

        assertEquals(List.of("threatResponse"), ids());
    }

    @Test
    void opportunityThatIsEnhancedIsSound() {
        risk.setKind(RiskKind.OPPORTUNITY);
        risk.setResponse(RiskResponse.ENHANCE);

        assertEquals(List.of(), ids());
    }

    @Test
    void threatWithAnOpportunityResponseIsFound() {
        risk.setResponse(RiskResponse.EXPLOIT);

        assertEquals(List.of("opportunityResponse"), ids());
    }

    @Test
    void occurredWithoutALinkIsFound() {
        risk.setStatus(RiskStatus.OCCURRED);

        assertEquals(List.of("occurredUnlinked"), ids());
    }

    @Test
    void likelihoodOffTheScaleIsFoundAndSetToTheNearestStep() {
        risk.setCurrentLikelihood(7);
        assertEquals(List.of("offScale"), ids());

        applyOnlyFix();

        assertEquals(5, risk.getCurrentLikelihood());
    }

    @Test
    void probabilityAboveOneIsFound() {
        risk.setProbability(new BigDecimal("1.2"));

        assertEquals(List.of("probabilityRange"), ids());
    }

    @Test
    void costsOutOfOrderAreFoundAndPutInOrder() {
        risk.setProbability(new BigDecimal("0.2"));
        risk.setCostMin(Money.valueOf("30 EUR"));
        risk.setCostLikely(Money.valueOf("10 EUR"));
        risk.setCostMax(Money.valueOf("20 EUR"));
        assertEquals(List.of("costOrder"), ids());

        applyOnlyFix();

        assertEquals(Money.valueOf("10 EUR"), risk.getCostMin());
        assertEquals(List.of(), ids());
    }

    @Test
    void delaysOutOfOrderAreFoundAndPutInOrder() {
        risk.setDaysMin(30);
        risk.setDaysLikely(10);
        risk.setDaysMax(20);
        assertEquals(List.of("daysOrder"), ids());

        applyOnlyFix();

        assertEquals(List.of(10, 20, 30), List.of(risk.getDaysMin(), risk.getDaysLikely(), risk.getDaysMax()));
        assertEquals(List.of(), ids());
    }

    @Test
    void twoOfThreeDelaysAreNoError() {
        risk.setDaysMin(30);
        risk.setDaysMax(20);

        assertEquals(List.of(), ids());
    }

    @Test
    void closedRiskNeedsNoOwner() {
        risk.setOwner(null);
        risk.setStatus(RiskStatus.CLOSED);

        assertEquals(List.of(), ids());
    }

    @ParameterizedTest
    @CsvSource({"5, 5, 90", "2, 5, 90", "3, 3, 180", "1, 4, 360"})
    void nextReviewFollowsTheLevel(int likelihood, int impact, int days) {
        risk.setRaisedOn(TODAY);
        assess(likelihood, impact);

        assertEquals(TODAY.plusDays(days), risk.getNextReview());
    }

    @Test
    void nextReviewCountsFromTheLastReviewOfTheRegister() {
        risk.setRaisedOn(TODAY.minusDays(200));
        register.setLastReviewedOn(TODAY.minusDays(10));
        assess(5, 5);

        assertEquals(TODAY.plusDays(80), risk.getNextReview());
    }

    @Test
    void nextReviewThatWasSetIsKeptAndWithoutADayThereIsNone() {
        assess(5, 5);
        risk.setRaisedOn(null);
        assertNull(risk.getNextReview());

        risk.setReviewDate(TODAY);

        assertEquals(TODAY, risk.getNextReview());
    }

    @Test
    void opportunityIsNeverAboveAppetite() {
        assess(5, 5);
        assertTrue(risk.isAboveAppetite());

        risk.setKind(RiskKind.OPPORTUNITY);

        assertFalse(risk.isAboveAppetite());
        assertEquals(List.of(), ids());
    }

    @Test
    void overdueActionsAreThoseDueBeforeToday() {
        RiskAction action = RiskFactory.eINSTANCE.createRiskAction();
        action.setDue(TODAY);
        risk.getActions().add(action);
        assertEquals(0, risk.getOverdueActions());

        action.setDue(TODAY.minusDays(1));

        assertEquals(1, risk.getOverdueActions());
    }

    private void assess(int likelihood, int impact) {
        risk.setCurrentLikelihood(likelihood);
        risk.setCurrentImpact(impact);
    }

    private List<String> ids() {
        return findings().stream().map(finding -> finding.checkId().substring("org.chartroom.risk.".length())).toList();
    }

    private List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        new RiskChecks().check(register, TODAY, findings::add);
        return findings;
    }

    private void applyOnlyFix() {
        domain.getCommandStack().execute(findings().get(0).fixes().get(0).command().apply(domain));
    }
}
