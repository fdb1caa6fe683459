package org.chartroom.testkit.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chartroom.core.workspace.FieldChange.Kind;
import org.chartroom.core.workspace.FieldChange;
import org.chartroom.core.workspace.HistoryQuery;
import org.chartroom.core.workspace.Revision;
import org.chartroom.model.Directory;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** What the history of every store tells; the order within one revision is its own. */
public abstract class StoreHistoryContract extends StoreContract {
    private final Directory directory = Samples.directory(Samples.person("Grace"), Samples.person("Edsger"));
    private final Risk risk = Samples.risk("R-1", "Outage");
    private final RiskRegister register = Samples.register("RSK-1", risk);
    private Revision created;
    private Revision changed;
    private Revision deleted;

    @BeforeEach
    void threeRevisions() {
        register.getTags().add("old");
        created = new Commits().create(directory).create(register).by("Ada").to(store);
        risk.setCostMin(Samples.euros("10.50"));
        risk.setOwner(directory.getPeople().get(1));
        register.getTags().add("new");
        changed = new Commits().update(risk, RiskPackage.Literals.RISK__COST_MIN, RiskPackage.Literals.RISK__OWNER)
                .update(register, ModelPackage.Literals.ARTIFACT__TAGS).by("Bob").to(store);
        register.getRisks().remove(risk);
        deleted = new Commits().delete(risk).order(register, RiskPackage.Literals.RISK_REGISTER__RISKS).to(store);
    }

    private FieldChange riskChange(Revision revision, Kind kind, String feature, String now) {
        return new FieldChange(revision, register.getId(), risk.getId(), "Risk", kind, feature, null, now);
    }

    private List<FieldChange> ofRisk() {
        return List.of(riskChange(deleted, Kind.DELETED, "", null),
                riskChange(changed, Kind.UPDATED, "owner", directory.getPeople().get(1).getId()),
                riskChange(changed, Kind.UPDATED, "costMin", "10.50 EUR"), riskChange(created, Kind.CREATED, "", null));
    }

    @Test
    void theHistoryOfAnElementTellsEachField() {
        assertEquals(ofRisk(), store.history(HistoryQuery.ofElement(risk.getId())));
    }

    @Test
    void theHistoryOfAFieldLeavesOthersOut() {
        assertEquals(List.of(ofRisk().get(2)),
                store.history(HistoryQuery.ofElement(risk.getId()).forFeature("costMin")));
        assertEquals(
                List.of(new FieldChange(changed, register.getId(), register.getId(), "RiskRegister", Kind.UPDATED,
                        "tags", "old", "old, new")),
                store.history(HistoryQuery.ofArtifact(register.getId()).forFeature("tags")));
    }

    @Test
    void theHistoryOfAnArtifactHoldsWhatIsInItNewestFirst() {
        List<FieldChange> changes = store.history(HistoryQuery.ofArtifact(register.getId()));
        assertEquals(6, changes.size());
        assertEquals(List.of(3L, 2L, 2L, 2L, 1L, 1L),
                changes.stream().map(change -> change.revision().number()).toList());
        assertEquals(List.of(), store.history(HistoryQuery.ofArtifact("nobody")));
    }

    @Test
    void theWholeHistoryIsLimitedToTheNewest() {
        assertEquals(9, store.history(HistoryQuery.everything()).size());
        assertEquals(
                List.of(ofRisk().get(0)), store.history(HistoryQuery.everything().limitedTo(1)));
    }

    @Test
    void theHistoryIsFilteredByPersonAndTime() {
        assertEquals(3, store.history(HistoryQuery.everything().by("bob")).size());
        assertEquals(List.of(), store.history(HistoryQuery.everything().by("Eve")));
        Optional<Instant> second = Optional.of(changed.committedAt());
        Optional<Instant> third = Optional.of(deleted.committedAt());
        assertEquals(3, store.history(HistoryQuery.everything().between(second, third)).size());
        assertEquals(List.of(ofRisk().get(0)),
                store.history(HistoryQuery.everything().between(third, Optional.empty())));
        assertEquals(List.of(ofRisk().get(3)),
                store.history(HistoryQuery.ofElement(risk.getId()).between(Optional.empty(), second)));
    }

    @Test
    void aRecreatedElementHasBothLives() {
        register.getRisks().add(risk);
        Revision again = new Commits().create(risk).appended(register, RiskPackage.Literals.RISK_REGISTER__RISKS)
                .to(store);
        List<FieldChange> changes = store.history(HistoryQuery.ofElement(risk.getId()));
        assertEquals(5, changes.size());
        assertEquals(riskChange(again, Kind.CREATED, "", null), changes.get(0));
    }

    @Test
    void anotherPlaceIsTold() {
        Risk other = Samples.risk("R-2", "");
        other.getActions().add(Samples.action("act"));
        register.getRisks().add(other);
        register.getRisks().add(risk);
        new Commits().create(other).create(risk).to(store);
        risk.getActions().add(other.getActions().get(0));
        Revision moved = new Commits().relocate(risk.getActions().get(0)).to(store);
        assertEquals(
                new FieldChange(moved, register.getId(), risk.getActions().get(0).getId(), "RiskAction", Kind.UPDATED,
                        "actions", other.getId(), risk.getId()),
                store.history(HistoryQuery.ofElement(risk.getActions().get(0).getId())).get(0));
    }
}
