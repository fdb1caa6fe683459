package org.chartroom.core.internal.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.chartroom.core.check.CheckInfo;
import org.chartroom.core.check.CheckRun;
import org.chartroom.core.check.Finding;
import org.chartroom.core.check.Severity;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.core.link.Links;
import org.chartroom.core.type.ValueTexts;
import org.chartroom.model.LifecycleStatus;
import org.chartroom.model.LinkType;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.Person;
import org.chartroom.model.StrategicObjective;
import org.chartroom.model.Subject;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.CharterFactory;
import org.chartroom.model.charter.CharterPackage;
import org.chartroom.model.charter.Milestone;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskRegister;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.emf.ecore.resource.impl.ResourceImpl;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.emf.edit.provider.ReflectiveItemProviderAdapterFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for every artifact. */
class CommonChecksTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String REVIEW = "org.chartroom.core.reviewOverdue";
    private static final String TITLE = "org.chartroom.core.titleMissing";
    private static final String KEY = "org.chartroom.core.keyTwice";
    private static final String LINK = "org.chartroom.core.linkBroken";
    private static final String REFERENCE = "org.chartroom.core.referenceBroken";

    private final Charter charter = CharterFactory.eINSTANCE.createCharter();
    private final AdapterFactoryEditingDomain domain = new AdapterFactoryEditingDomain(
            new ReflectiveItemProviderAdapterFactory(), new BasicCommandStack());

    @BeforeEach
    void aCharterWithNothingWrong() {
        charter.setId("charter");
        charter.setKey("CHR-001");
        charter.setTitle("Move");
        ResourceImpl resource = new ResourceImpl(URI.createURI("charter"));
        resource.getContents().add(charter);
        domain.getResourceSet().getResources().add(resource);
    }

    private List<Finding> found(String check) {
        return all().stream().filter(finding -> finding.checkId().equals(check)).toList();
    }

    private List<Finding> all() {
        List<Finding> all = new ArrayList<>();
        new CommonChecks().checks().forEach((id, check) -> all.addAll(CheckRun.of(
                new CheckInfo(id, id, "", Severity.ERROR, List.of(), ""), check, charter,
                Evaluation.on(charter, TODAY))));
        return all;
    }

    private Finding only(String check) {
        List<Finding> found = found(check);
        assertEquals(1, found.size(), check);
        return found.get(0);
    }

    private void fix(Finding finding) {
        domain.getCommandStack().execute(finding.fixes().get(0).command().apply(domain));
    }

    private Milestone milestone(String key) {
        Milestone milestone = CharterFactory.eINSTANCE.createMilestone();
        milestone.setId(key + charter.getMilestones().size());
        milestone.setKey(key);
        charter.getMilestones().add(milestone);
        return milestone;
    }

    /** What a reference to something deleted becomes when it is loaded. */
    private static <T> T gone(T target) {
        ((InternalEObject) target).eSetProxyURI(URI.createURI("chartroom:/gone#gone"));
        return target;
    }

    @Test
    void nothingIsFoundWhereNothingIsWrong() {
        assertEquals(List.of(), all());
    }

    @Test
    void aTitleThatIsMissingOrBlankIsFound() {
        charter.setTitle(null);
        assertEquals(ModelPackage.Literals.SUBJECT__TITLE, only(TITLE).feature());
        charter.setTitle("  ");
        assertEquals(charter, only(TITLE).element());
    }

    @Test
    void aReviewIsOverdueFromTheDayAfterItWasDue() {
        charter.setReviewCycleDays(30);
        charter.setLastReviewedOn(TODAY.minusDays(30));
        assertEquals(TODAY, charter.getNextReview());
        assertEquals(List.of(), found(REVIEW));
        charter.setLastReviewedOn(TODAY.minusDays(31));
        assertTrue(only(REVIEW).message().contains(ValueTexts.date(TODAY.minusDays(1))));
    }

    @Test
    void anArtifactWithACycleThatWasNeverReviewedIsOverdue() {
        charter.setReviewCycleDays(30);
        assertNull(charter.getNextReview());
        assertTrue(only(REVIEW).message().contains("never"));
    }

    @Test
    void nobodyReviewsWhatHasNoCycleOrIsClosed() {
        charter.setLastReviewedOn(TODAY.minusYears(9));
        assertEquals(List.of(), found(REVIEW));
        charter.setReviewCycleDays(30);
        charter.setStatus(LifecycleStatus.CLOSED);
        assertEquals(List.of(), found(REVIEW));
    }

    @Test
    void markingAsReviewedSetsTheDayAndForgetsTheReviewerOfBeforeInOneStep() {
        Person before = ModelFactory.eINSTANCE.createPerson();
        charter.setLastReviewedBy(before);
        charter.setReviewCycleDays(30);
        fix(only(REVIEW));
        assertEquals(TODAY, charter.getLastReviewedOn());
        assertNull(charter.getLastReviewedBy());
        assertEquals(List.of(), found(REVIEW));
        domain.getCommandStack().undo();
        assertEquals(before, charter.getLastReviewedBy());
        assertNull(charter.getLastReviewedOn());
    }

    @Test
    void theSecondOfTwoItemsWithAKeyIsFoundAndGetsAFreeOne() {
        milestone("M-1");
        Milestone second = milestone("m-1");
        milestone("M-2");
        Finding finding = only(KEY);
        assertEquals(second, finding.element());
        fix(finding);
        assertEquals(List.of(), found(KEY));
    }

    @Test
    void itemsWithoutAKeyAreNotConfused() {
        milestone(null);
        milestone(null);
        assertEquals(List.of(), found(KEY));
    }

    @Test
    void aLinkThatLeadsNowhereIsFoundOnWhatHasItAndRemoved() {
        Milestone milestone = milestone("M-1");
        milestone.getLinks().add(Links.create(LinkType.CAUSES, gone(RiskFactory.eINSTANCE.createRisk()), ""));
        Finding finding = only(LINK);
        assertEquals(milestone, finding.element());
        fix(finding);
        assertEquals(List.of(), milestone.getLinks());
    }

    @Test
    void aLinkThatLeadsSomewhereIsFine() {
        Subject target = milestone("M-1");
        charter.getLinks().add(Links.create(LinkType.CAUSES, target, ""));
        assertEquals(List.of(), found(LINK));
    }

    @Test
    void aReferenceToADeletedArtifactIsFoundAndCleared() {
        charter.setRiskRegister(gone(RiskFactory.eINSTANCE.createRiskRegister()));
        Finding finding = only(REFERENCE);
        assertEquals(CharterPackage.Literals.CHARTER__RISK_REGISTER, finding.feature());
        fix(finding);
        assertNull(charter.getRiskRegister());
        domain.getCommandStack().undo();
        assertEquals(1, found(REFERENCE).size());
    }

    @Test
    void ofSeveralReferencesTheBrokenOneIsTakenOut() {
        StrategicObjective there = ModelFactory.eINSTANCE.createStrategicObjective();
        charter.getStrategicObjectives().add(there);
        assertEquals(List.of(), found(REFERENCE));
        charter.getStrategicObjectives().add(gone(ModelFactory.eINSTANCE.createStrategicObjective()));
        Finding finding = only(REFERENCE);
        assertEquals(CharterPackage.Literals.CHARTER__STRATEGIC_OBJECTIVES, finding.feature());
        fix(finding);
        assertEquals(List.of(there), charter.getStrategicObjectives());
        domain.getCommandStack().undo();
        assertEquals(1, found(REFERENCE).size());
    }

    @Test
    void aReferenceToAnArtifactThatIsThereIsFine() {
        RiskRegister register = RiskFactory.eINSTANCE.createRiskRegister();
        charter.setRiskRegister(register);
        assertEquals(List.of(), found(REFERENCE));
    }

    @Test
    void aCommentMayTellOfWhatIsGone() {
        var comment = ModelFactory.eINSTANCE.createComment();
        comment.setSubject(gone(CharterFactory.eINSTANCE.createMilestone()));
        charter.getComments().add(comment);
        assertEquals(List.of(), found(REFERENCE));
    }
}
