package org.chartroom.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskAction;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every store does with a commit that was made upon an older revision: two people read revision 1, the second one
 * commits after the first one did.
 */
public abstract class StoreConflictContract extends StoreContract {
    private static final long READ = 1;

    private RiskRegister mine;
    private RiskRegister theirs;

    @BeforeEach
    void twoReadWhatIsThere() {
        Risk first = Samples.risk("R-1", "Outage");
        first.getActions().add(Samples.action("Call"));
        new Commits().create(Samples.register("RSK-1", first, Samples.risk("R-2", "Fire"),
                Samples.risk("R-3", "Theft")))
                .create(Samples.register("RSK-2")).to(store);
        mine = register(0);
        theirs = register(0);
    }

    private RiskRegister register(int index) {
        return (RiskRegister) store.load(store.artifacts().get(index).id()).orElseThrow();
    }

    private static Risk risk(RiskRegister register) {
        return register.getRisks().get(0);
    }

    private void theyRetitle(String title) {
        risk(theirs).setTitle(title);
        new Commits().update(risk(theirs), ModelPackage.Literals.SUBJECT__TITLE).by("Bob").to(store);
    }

    private void theyMoveTheRisk() {
        RiskRegister other = register(1);
        Risk moved = risk(theirs);
        other.getRisks().add(moved);
        new Commits().relocate(moved).appended(other, RiskPackage.Literals.RISK_REGISTER__RISKS).to(store);
    }

    private Commits iRetitle(String title) {
        risk(mine).setTitle(title);
        return new Commits().basedOn(READ).update(risk(mine), ModelPackage.Literals.SUBJECT__TITLE);
    }

    private void assertConflict(Commits commits) {
        WorkspaceException refused = assertThrows(WorkspaceException.class, () -> commits.to(store));
        assertEquals(WorkspaceException.Kind.CONFLICT, refused.kind(), refused.getMessage());
    }

    @Test
    void aFieldThatSomebodyElseChangedIsAConflictAndStaysTheirs() {
        theyRetitle("Theirs");
        assertConflict(iRetitle("Mine"));
        assertEquals("Theirs", risk(register(0)).getTitle());
        assertEquals(2, store.head().orElseThrow().number());
    }

    @Test
    void anotherFieldOfTheSameElementIsNoConflict() {
        risk(theirs).setCause("heat");
        new Commits().update(risk(theirs), RiskPackage.Literals.RISK__CAUSE).to(store);
        iRetitle("Mine").to(store);
        assertEquals("Mine", risk(register(0)).getTitle());
        assertEquals("heat", risk(register(0)).getCause());
    }

    @Test
    void theSameChangeIsNoConflict() {
        theyRetitle("Same");
        iRetitle("Same").to(store);
        assertEquals("Same", risk(register(0)).getTitle());
    }

    @Test
    void whatWasChangedAndChangedBackIsNoConflict() {
        theyRetitle("Theirs");
        theyRetitle("Outage");
        iRetitle("Mine").to(store);
        assertEquals("Mine", risk(register(0)).getTitle());
    }

    @Test
    void tagsThatSomebodyElseChangedAreAConflict() {
        theirs.getTags().add("theirs");
        new Commits().update(theirs, ModelPackage.Literals.ARTIFACT__TAGS).to(store);
        mine.getTags().add("mine");
        assertConflict(new Commits().basedOn(READ).update(mine, ModelPackage.Literals.ARTIFACT__TAGS));
    }

    @Test
    void aChangeOfWhatSomebodyElseDeletedIsAConflict() {
        Risk gone = theirs.getRisks().remove(0);
        new Commits().delete(gone).order(theirs, RiskPackage.Literals.RISK_REGISTER__RISKS).to(store);
        assertConflict(iRetitle("Mine"));
    }

    @Test
    void deletingWhatSomebodyElseDeletedIsNoConflict() {
        Risk gone = theirs.getRisks().remove(0);
        new Commits().delete(gone).order(theirs, RiskPackage.Literals.RISK_REGISTER__RISKS).to(store);
        Risk same = mine.getRisks().remove(0);
        new Commits().basedOn(READ).delete(same).order(mine, RiskPackage.Literals.RISK_REGISTER__RISKS).to(store);
        assertEquals(2, register(0).getRisks().size());
    }

    @Test
    void deletingWhatSomebodyElseChangedIsAConflict() {
        theyRetitle("Theirs");
        Risk gone = mine.getRisks().remove(0);
        assertConflict(new Commits().basedOn(READ).delete(gone).order(mine,
                RiskPackage.Literals.RISK_REGISTER__RISKS));
    }

    @Test
    void deletingWhatSomebodyElsePutSomethingIntoIsAConflict() {
        RiskAction action = Samples.action("New");
        risk(theirs).getActions().add(action);
        new Commits().create(action).appended(risk(theirs), RiskPackage.Literals.RISK__ACTIONS).to(store);
        Risk gone = mine.getRisks().remove(0);
        assertConflict(new Commits().basedOn(READ).delete(gone).order(mine,
                RiskPackage.Literals.RISK_REGISTER__RISKS));
    }

    private Commits moveAction(RiskRegister register, int to) {
        RiskAction action = risk(register).getActions().get(0);
        register.getRisks().get(to).getActions().add(action);
        return new Commits().basedOn(READ).relocate(action);
    }

    @Test
    void whatBothMoveToDifferentPlacesIsAConflict() {
        moveAction(theirs, 1).to(store);
        assertConflict(moveAction(mine, 2));
    }

    @Test
    void whatBothMoveToTheSamePlaceIsThere() {
        moveAction(theirs, 1).to(store);
        moveAction(mine, 1).to(store);
        assertEquals(1, register(0).getRisks().get(1).getActions().size());
    }

    @Test
    void whatComesIntoWhatSomebodyElseMovedIsThereWithIt() {
        theyMoveTheRisk();
        RiskAction action = Samples.action("Mine");
        risk(mine).getActions().add(action);
        new Commits().basedOn(READ).create(action).appended(risk(mine), RiskPackage.Literals.RISK__ACTIONS).to(store);
        assertEquals(List.of("Call", "Mine"),
                risk(register(1)).getActions().stream().map(RiskAction::getDescription).toList());
    }

    @Test
    void whatBothAddToOneListIsThere() {
        Risk theirRisk = Samples.risk("R-4", "Theirs");
        theirs.getRisks().add(theirRisk);
        new Commits().create(theirRisk).appended(theirs, RiskPackage.Literals.RISK_REGISTER__RISKS).to(store);
        Risk myRisk = Samples.risk("R-5", "Mine");
        mine.getRisks().add(myRisk);
        new Commits().basedOn(READ).create(myRisk).appended(mine, RiskPackage.Literals.RISK_REGISTER__RISKS).to(store);
        assertEquals(List.of("Outage", "Fire", "Theft", "Theirs", "Mine"),
                register(0).getRisks().stream().map(Risk::getTitle).toList());
    }
}
