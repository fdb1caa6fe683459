package org.chartroom.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chartroom.core.store.ElementChange.Kind;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.Link;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskAction;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.model.risk.RiskStatus;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.junit.jupiter.api.Test;

/** What becomes of objects in a change set. */
class ChangeSetBuilderTest {
    private static final FeatureName TITLE = FeatureName.of(ModelPackage.Literals.SUBJECT__TITLE);
    private static final FeatureName STATUS = FeatureName.of(RiskPackage.Literals.RISK__STATUS);
    private static final FeatureName TARGET = FeatureName.of(ModelPackage.Literals.LINK__TARGET);

    private final RiskRegister register = RiskFactory.eINSTANCE.createRiskRegister();
    private final Risk risk = RiskFactory.eINSTANCE.createRisk();

    ChangeSetBuilderTest() {
        register.setId("register");
        risk.setId("risk");
        risk.setKey("R-001");
        risk.setTitle("Outage");
        register.getRisks().add(risk);
    }

    private static ElementChange only(ChangeSet changes) {
        assertEquals(1, changes.changes().size());
        return changes.changes().get(0);
    }

    @Test
    void aNewElementHasAllItsFeaturesItsPlaceAndTheNameForMessages() {
        risk.setStatus(RiskStatus.CLOSED);

        ElementChange change = only(new ChangeSetBuilder().created(risk).build("Ada", ""));

        assertEquals(Kind.CREATED, change.kind());
        assertEquals(new ElementRef("risk", TypeName.of(RiskPackage.Literals.RISK), "register"), change.element());
        assertEquals("R-001 Outage", change.label());
        assertEquals("register", change.place().container().id());
        assertEquals(Optional.of("Outage"), change.after(TITLE));
        assertEquals(Optional.of(RiskStatus.CLOSED.getLiteral()), change.after(STATUS));
    }

    @Test
    void aChangedElementHasWhatItHadAndWhatItHas() {
        ElementChange change = only(new ChangeSetBuilder()
                .updated(risk, Map.of(RiskPackage.Literals.RISK__STATUS, RiskStatus.CLOSED)).build("Ada", ""));

        assertEquals(List.of(STATUS), change.features());
        assertEquals(List.of(RiskStatus.CLOSED.getLiteral()), change.before());
        assertEquals(List.of(risk.getStatus().getLiteral()), change.after());
    }

    @Test
    void anEmptyValueIsData() {
        Map<EStructuralFeature, Object> before = new HashMap<>();
        before.put(RiskPackage.Literals.RISK__CAUSE, null);
        risk.setCause("heat");

        ElementChange change = only(new ChangeSetBuilder().updated(risk, before).build("Ada", ""));

        assertNull(change.before().get(0));
        assertEquals("heat", change.after().get(0));
    }

    @Test
    void aReferenceIsTheIdTheClassAndTheRootOfItsTarget() {
        Link link = ModelFactory.eINSTANCE.createLink();
        link.setId("link");
        link.setTarget(risk);
        register.getLinks().add(link);

        ElementChange change = only(new ChangeSetBuilder().created(link).build("Ada", ""));

        assertEquals(Optional.of(new ElementRef("risk", TypeName.of(RiskPackage.Literals.RISK), "register")),
                change.after(TARGET));
    }

    @Test
    void aReferenceToWhatIsInNoRootIsRefused() {
        Link link = ModelFactory.eINSTANCE.createLink();
        link.setId("link");
        Risk lost = RiskFactory.eINSTANCE.createRisk();
        link.setTarget(lost);
        register.getLinks().add(link);

        WorkspaceException refused = assertThrows(WorkspaceException.class,
                () -> new ChangeSetBuilder().created(link));
        assertEquals(WorkspaceException.Kind.INVALID, refused.kind());
    }

    @Test
    void aFormerReferenceToWhatIsGoneIsNone() {
        Link link = ModelFactory.eINSTANCE.createLink();
        link.setId("link");
        register.getLinks().add(link);
        register.getRisks().remove(risk);

        ElementChange change = only(new ChangeSetBuilder()
                .updated(link, Map.of(ModelPackage.Literals.LINK__TARGET, risk)).build("Ada", ""));

        assertEquals(new ElementRef("risk", TypeName.of(RiskPackage.Literals.RISK), "risk"), change.before().get(0));
    }

    @Test
    void anElementWithoutAnIdIsRefused() {
        risk.setId(null);

        assertThrows(WorkspaceException.class, () -> new ChangeSetBuilder().created(risk));
    }

    @Test
    void whatAMovedElementContainsIsTakenAlong() {
        RiskAction action = RiskFactory.eINSTANCE.createRiskAction();
        action.setId("action");
        risk.getActions().add(action);
        RiskRegister other = RiskFactory.eINSTANCE.createRiskRegister();
        other.setId("other");
        other.getRisks().add(risk);

        List<ElementChange> changes = new ChangeSetBuilder()
                .relocated(risk, Map.of(), register, RiskPackage.Literals.RISK_REGISTER__RISKS).build("Ada", "")
                .changes();

        assertEquals(List.of("risk", "action"), changes.stream().map(change -> change.element().id()).toList());
        assertTrue(changes.get(0).isRelocated());
        assertEquals("register", changes.get(0).from().container().id());
        assertEquals("other", changes.get(1).element().rootId());
        assertEquals(List.of(), changes.get(1).features());
    }

    @Test
    void anAppendedListNamesWhatCameToItOnly() {
        Risk next = RiskFactory.eINSTANCE.createRisk();
        next.setId("next");
        register.getRisks().add(next);

        ChangeSet changes = new ChangeSetBuilder().created(next)
                .ordered(register, RiskPackage.Literals.RISK_REGISTER__RISKS, true).build("Ada", "");

        assertEquals(List.of("next"), changes.orders().get(0).elements().stream().map(ElementRef::id).toList());
    }

    @Test
    void aChangedObjectLeavesTheChangeSetAsItWas() {
        ChangeSet changes = new ChangeSetBuilder().created(risk)
                .ordered(register, RiskPackage.Literals.RISK_REGISTER__RISKS, false).build("Ada", "");
        risk.setTitle("another");
        register.getRisks().clear();

        assertEquals(Optional.of("Outage"), only(changes).after(TITLE));
        assertEquals(1, changes.orders().get(0).elements().size());
    }

    @Test
    void anObjectIsNoValue() {
        ElementRef element = new ElementRef("risk", TypeName.of(RiskPackage.Literals.RISK), "register");
        List<Object> live = new ArrayList<>();
        live.add(risk);

        assertThrows(IllegalArgumentException.class, () -> new ElementChange(Kind.CREATED, element, "", null, null,
                List.of(TITLE), List.of(), live));
        assertThrows(IllegalArgumentException.class, () -> new ElementChange(Kind.CREATED, element, "", null, null,
                List.of(TITLE), List.of(), List.of(List.of(risk))));
    }

    @Test
    void aFeatureWithoutAValueIsRefused() {
        ElementRef element = new ElementRef("risk", TypeName.of(RiskPackage.Literals.RISK), "register");

        assertThrows(IllegalArgumentException.class, () -> new ElementChange(Kind.UPDATED, element, "", null, null,
                List.of(TITLE), List.of(), List.of("a")));
    }
}
