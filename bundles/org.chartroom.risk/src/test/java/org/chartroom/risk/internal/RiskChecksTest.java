package org.chartroom.risk.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.chartroom.core.check.Finding;
import org.chartroom.core.check.Severity;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.core.link.Links;
import org.chartroom.model.LinkType;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.Money;
import org.chartroom.model.Person;
import org.chartroom.model.Subject;
import org.chartroom.model.change.Change;
import org.chartroom.model.change.ChangeFactory;
import org.chartroom.model.change.ChangeLog;
import org.chartroom.model.derived.DerivedFeatures;
import org.chartroom.model.derived.FeatureCalculator;
import org.chartroom.model.dynamic.DynamicElements;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskAction;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskKind;
import org.chartroom.model.risk.RiskLevel;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.model.risk.RiskResponse;
import org.chartroom.model.risk.RiskStatus;
import org.chartroom.model.vendor.VendorFactory;
import org.chartroom.model.vendor.VendorScorecard;
import org.chartroom.testkit.DeclaredChecks;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EcoreFactory;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceImpl;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.emf.edit.provider.ReflectiveItemProviderAdapterFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskChecksTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    private final FeatureCalculator calculator = (owner, feature) -> new RiskCalculator().value(owner,
            feature, Evaluation.on(owner, TODAY));
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
    void occurredWithALinkToAChangeIsAnswered() {
        risk.setStatus(RiskStatus.OCCURRED);
        link(risk, ChangeFactory.eINSTANCE.createChange());

        assertEquals(List.of(), ids());
    }

    @Test
    void occurredWithALinkFromAChangeIsAnswered() {
        risk.setStatus(RiskStatus.OCCURRED);
        ChangeLog log = ChangeFactory.eINSTANCE.createChangeLog();
        Change change = ChangeFactory.eINSTANCE.createChange();
        log.getChanges().add(change);
        inOneResourceSet(register, log);
        assertEquals(List.of("occurredUnlinked"), ids());

        link(change, risk);

        assertEquals(List.of(), ids());
    }

    @Test
    void occurredWithALinkToSomethingElseIsFound() {
        risk.setStatus(RiskStatus.OCCURRED);
        link(risk, VendorFactory.eINSTANCE.createMetric());

        assertEquals(List.of("occurredUnlinked"), ids());
    }

    @Test
    void occurredWithALinkFromSomethingElseIsFound() {
        risk.setStatus(RiskStatus.OCCURRED);
        VendorScorecard scorecard = VendorFactory.eINSTANCE.createVendorScorecard();
        inOneResourceSet(register, scorecard);
        link(scorecard, risk);
        link(register, risk);

        assertEquals(List.of("occurredUnlinked"), ids());
    }

    @Test
    void occurredWithALinkToAChangeThatIsGoneIsFound() {
        risk.setStatus(RiskStatus.OCCURRED);
        Change gone = ChangeFactory.eINSTANCE.createChange();
        ((InternalEObject) gone).eSetProxyURI(URI.createURI("chartroom:gone#1"));
        link(risk, gone);

        assertEquals(List.of("occurredUnlinked"), ids());
    }

    @Test
    void issueOfAPlugInIsAnAnswer() {
        risk.setStatus(RiskStatus.OCCURRED);
        EPackage plugIn = EcoreFactory.eINSTANCE.createEPackage();
        EClass issue = EcoreFactory.eINSTANCE.createEClass();
        issue.setName("Issue");
        issue.getESuperTypes().add(ModelPackage.Literals.ITEM);
        EClass incident = EcoreFactory.eINSTANCE.createEClass();
        incident.setName("Incident");
        incident.getESuperTypes().add(issue);
        plugIn.getEClassifiers().addAll(List.of(issue, incident));
        plugIn.setEFactoryInstance(new DynamicElements());
        link(risk, (Subject) EcoreUtil.create(incident));

        assertEquals(List.of(), ids());
    }

    private static void link(Subject from, Subject to) {
        from.getLinks().add(Links.create(LinkType.RELATES_TO, to, ""));
    }

    private static void inOneResourceSet(EObject... roots) {
        ResourceSet set = new ResourceSetImpl();
        for (EObject root : roots) {
            Resource resource = new ResourceImpl();
            set.getResources().add(resource);
            resource.getContents().add(root);
        }
    }

    @Test
    void planThatDoesNotReachTheTargetIsWorthKnowing() {
        assess(3, 3);
        risk.setTargetLikelihood(1);
        risk.setTargetImpact(3);
        RiskAction action = RiskFactory.eINSTANCE.createRiskAction();
        action.setLikelihoodChange(-1);
        risk.getActions().add(action);

        assertEquals(List.of("planMissesTarget"), ids());
        assertEquals(Severity.INFO, findings().get(0).severity());
        assertEquals("With all open actions done as planned R-001 is expected at a score of 6, its target is 3; "
                + "plan more, or correct the target.", findings().get(0).message());
        action.setLikelihoodChange(-2);
        assertEquals(List.of(), ids());
    }

    @Test
    void planOfARiskThatIsAcceptedNeedNotReachTheTarget() {
        assess(3, 3);
        risk.setTargetLikelihood(1);
        risk.setTargetImpact(3);
        RiskAction action = RiskFactory.eINSTANCE.createRiskAction();
        action.setLikelihoodChange(-1);
        risk.getActions().add(action);
        risk.setStatus(RiskStatus.ACCEPTED);
        risk.setAcceptanceRationale("Cheaper than to insure.");

        assertEquals(List.of(), ids());
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
        return DeclaredChecks.of(Path.of("plugin.xml")).run(register, Evaluation.on(register, TODAY));
    }

    private void applyOnlyFix() {
        domain.getCommandStack().execute(findings().get(0).fixes().get(0).command().apply(domain));
    }
}
