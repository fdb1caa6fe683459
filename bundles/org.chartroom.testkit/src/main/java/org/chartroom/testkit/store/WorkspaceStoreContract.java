package org.chartroom.testkit.store;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.chartroom.core.evaluation.SystemClock;
import org.chartroom.core.store.WorkspaceStore;
import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.WorkspaceException.Kind;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.Directory;
import org.chartroom.model.Element;
import org.chartroom.model.LifecycleStatus;
import org.chartroom.model.Link;
import org.chartroom.model.LinkType;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.InternalEObject;
import org.junit.jupiter.api.Test;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What every store of workspaces does, whatever it is made of. A store is tested by a class that extends this one; its
 * cases of trouble, which depend on what it is made of, have tests of their own.
 */
public abstract class WorkspaceStoreContract extends StoreContract {
    /**
     * @param open a store that is open; closed by this method
     * @param clock tells the time of revisions from now on
     * @return the same workspace, opened again
     */
    protected abstract WorkspaceStore reopened(WorkspaceStore open, Clock clock);

    private void reopen() {
        store = reopened(store, SystemClock.get());
    }

    private String dump(Element root) {
        return Dump.of(store.load(root.getId()).orElseThrow());
    }

    @Test
    void aNewWorkspaceIsEmptyAndKeepsItsId() {
        String id = store.id();
        assertEquals(Optional.empty(), store.head());
        assertEquals(List.of(), store.artifacts());
        assertEquals(Optional.empty(), store.directoryId());
        assertEquals(Optional.empty(), store.load("nobody"));
        reopen();
        assertEquals(id, store.id());
    }

    @Test
    void whatIsCommittedIsThereAfterReopening() {
        Directory directory = Samples.directory(Samples.person("Grace"), Samples.person("Edsger"));
        RiskRegister register = Samples.full(directory);
        new Commits().create(directory).create(register).because("first").to(store);
        reopen();
        assertEquals(Dump.of(directory), dump(directory));
        assertEquals(Dump.of(register), dump(register));
        assertEquals(Optional.of(directory.getId()), store.directoryId());
    }

    @Test
    void referencesToOtherRootsAreProxiesOfTheRightClass() {
        Directory directory = Samples.directory(Samples.person("Grace"));
        RiskRegister register = Samples.register("RSK-1", Samples.risk("R-1", "Outage"));
        register.setOwner(directory.getPeople().get(0));
        new Commits().create(directory).create(register).to(store);

        RiskRegister loaded = (RiskRegister) store.load(register.getId()).orElseThrow();
        InternalEObject owner = (InternalEObject) loaded.eGet(ModelPackage.Literals.ARTIFACT__OWNER, false);
        assertTrue(owner.eIsProxy());
        assertEquals(ModelPackage.Literals.PERSON, owner.eClass());
        assertEquals("chartroom:/" + directory.getId() + "#" + directory.getPeople().get(0).getId(),
                owner.eProxyURI().toString());
    }

    @Test
    void referencesToUnsavedRootsAreKept() {
        Directory unsaved = Samples.directory(Samples.person("Grace"));
        RiskRegister register = Samples.register("RSK-1");
        register.setOwner(unsaved.getPeople().get(0));
        new Commits().create(register).to(store);
        reopen();
        assertEquals(Dump.of(register), dump(register));
        assertEquals(Optional.empty(), store.load(unsaved.getId()));
        new Commits().create(unsaved).to(store);
        assertEquals(Dump.of(unsaved), dump(unsaved));
    }

    @Test
    void anUpdateWritesTheChangedFeaturesOnly() {
        RiskRegister register = Samples.register("RSK-1", Samples.risk("R-1", "Outage"));
        new Commits().create(register).to(store);
        Risk risk = register.getRisks().get(0);
        risk.setTitle("Longer outage");
        risk.setCause("not told to the store");
        new Commits().update(risk, ModelPackage.Literals.SUBJECT__TITLE).to(store);
        Risk loaded = ((RiskRegister) store.load(register.getId()).orElseThrow()).getRisks().get(0);
        assertEquals("Longer outage", loaded.getTitle());
        assertEquals(null, loaded.getCause());
    }

    @Test
    void valuesOfManyAreReplacedInOrder() {
        RiskRegister register = Samples.register("RSK-1");
        register.getTags().addAll(List.of("a", "b", "c"));
        new Commits().create(register).to(store);
        for (List<String> tags : List.of(List.of("c", "a", "b"), List.of("c", "x", "b"), List.of("b"),
                List.<String>of(), List.of("z", "y"), List.of("z", "1", "2", "y"))) {
            register.getTags().clear();
            register.getTags().addAll(tags);
            new Commits().update(register, ModelPackage.Literals.ARTIFACT__TAGS).to(store);
            assertEquals(tags, ((RiskRegister) store.load(register.getId()).orElseThrow()).getTags());
        }
    }

    @Test
    void insertionsMovesAndRemovalsKeepTheOrder() {
        RiskRegister register = Samples.register("RSK-1");
        for (int i = 0; i < 20; i++) {
            register.getRisks().add(Samples.risk("R-" + i, "Risk " + i));
        }
        new Commits().create(register).to(store);
        register.getRisks().move(0, 19);
        register.getRisks().move(10, 3);
        Risk inserted = Samples.risk("R-new", "Inserted");
        register.getRisks().add(5, inserted);
        Risk removed = register.getRisks().remove(7);
        new Commits().create(inserted).delete(removed)
                .order(register, RiskPackage.Literals.RISK_REGISTER__RISKS).to(store);
        reopen();
        assertEquals(Dump.of(register), dump(register));
    }

    @Test
    void manyInsertionsAtOnePlaceKeepTheOrder() {
        RiskRegister register = Samples.register("RSK-1", Samples.risk("first", ""), Samples.risk("last", ""));
        new Commits().create(register).to(store);
        for (int i = 0; i < 60; i++) {
            Risk inserted = Samples.risk("R-" + i, "Inserted");
            register.getRisks().add(1, inserted);
            new Commits().create(inserted).order(register, RiskPackage.Literals.RISK_REGISTER__RISKS).to(store);
        }
        assertEquals(Dump.of(register), dump(register));
    }

    @Test
    void additionsAtTheEndComeLast() {
        RiskRegister register = Samples.register("RSK-1", Samples.risk("R-1", ""));
        new Commits().create(register).to(store);
        Risk second = Samples.risk("R-2", "");
        Risk third = Samples.risk("R-3", "");
        register.getRisks().add(second);
        register.getRisks().add(third);
        new Commits().create(third).create(second).appended(register, RiskPackage.Literals.RISK_REGISTER__RISKS)
                .to(store);
        assertEquals(Dump.of(register), dump(register));
    }

    @Test
    void anElementCanGoToAnotherContainer() {
        Risk from = Samples.risk("R-1", "");
        Risk to = Samples.risk("R-2", "");
        from.getActions().add(Samples.action("Act"));
        to.getActions().add(Samples.action("Other"));
        RiskRegister register = Samples.register("RSK-1", from, to);
        new Commits().create(register).to(store);
        to.getActions().add(0, from.getActions().get(0));
        new Commits().relocate(to.getActions().get(0)).order(from, RiskPackage.Literals.RISK__ACTIONS)
                .order(to, RiskPackage.Literals.RISK__ACTIONS).to(store);
        assertEquals(Dump.of(register), dump(register));
    }

    @Test
    void anElementCanGoToAnotherRootAndReferencesFindIt() {
        Risk moved = Samples.risk("R-1", "Moved");
        Risk stays = Samples.risk("R-2", "Stays");
        moved.getActions().add(Samples.action("Act"));
        moved.getLinks().add(Samples.link(stays, LinkType.CAUSES));
        stays.getLinks().add(Samples.link(moved, LinkType.CAUSES));
        RiskRegister one = Samples.register("RSK-1", moved, stays);
        RiskRegister two = Samples.register("RSK-2");
        RiskRegister three = Samples.register("RSK-3");
        three.getLinks().add(Samples.link(moved, LinkType.RELATES_TO));
        new Commits().create(one).create(two).create(three).to(store);
        two.getRisks().add(moved);
        new Commits().relocate(moved).order(one, RiskPackage.Literals.RISK_REGISTER__RISKS)
                .order(two, RiskPackage.Literals.RISK_REGISTER__RISKS).to(store);
        reopen();
        for (RiskRegister register : List.of(one, two, three)) {
            assertEquals(Dump.of(register), dump(register));
        }
        one.getRisks().add(moved);
        new Commits().relocate(moved).order(one, RiskPackage.Literals.RISK_REGISTER__RISKS)
                .order(two, RiskPackage.Literals.RISK_REGISTER__RISKS).to(store);
        for (RiskRegister register : List.of(one, two, three)) {
            assertEquals(Dump.of(register), dump(register));
        }
    }

    @Test
    void aDeletedArtifactIsGoneAndItsFormerStateIsKept() {
        RiskRegister register = Samples.register("RSK-1", Samples.risk("R-1", "Outage"));
        String before = Dump.of(register);
        Revision created = new Commits().create(register).to(store);
        Revision deleted = new Commits().delete(register).to(store);
        assertEquals(List.of(), store.artifacts());
        assertEquals(Optional.empty(), store.load(register.getId()));
        assertEquals(before, Dump.of(store.load(register.getId(), created.number()).orElseThrow()));
        assertEquals(Optional.empty(), store.load(register.getId(), deleted.number()));
        new Commits().create(register).to(store);
        assertEquals(before, dump(register));
        assertEquals(Optional.empty(), store.load(register.getId(), deleted.number()));
    }

    @Test
    void artifactsAreListedByKeyWithTheirLastRevision() {
        RiskRegister second = Samples.register("RSK-2", Samples.risk("R-1", ""));
        RiskRegister first = Samples.register("RSK-1");
        first.setStatus(LifecycleStatus.ACTIVE);
        new Commits().create(second).create(first).to(store);
        second.getRisks().get(0).setTitle("changed");
        new Commits().update(second.getRisks().get(0), ModelPackage.Literals.SUBJECT__TITLE).to(store);
        assertEquals(List.of(
                new ArtifactInfo(first.getId(), RiskPackage.Literals.RISK_REGISTER, "RSK-1", "Register RSK-1",
                        LifecycleStatus.ACTIVE, Optional.empty(), 1),
                new ArtifactInfo(second.getId(), RiskPackage.Literals.RISK_REGISTER, "RSK-2", "Register RSK-2",
                        LifecycleStatus.DRAFT, Optional.empty(), 2)),
                store.artifacts());
    }

    @Test
    void aTakenKeyIsRefusedWhateverItsCase() {
        RiskRegister first = Samples.register("RSK-1");
        new Commits().create(first).to(store);
        RiskRegister second = Samples.register("rsk-1");
        WorkspaceException refused = assertThrows(WorkspaceException.class,
                () -> new Commits().create(second).to(store));
        assertEquals(Kind.INVALID, refused.kind());
        assertTrue(refused.getMessage().contains("rsk-1") && refused.getMessage().contains("Register RSK-1"),
                refused.getMessage());
        assertEquals(1, store.artifacts().size());
        assertEquals(1, store.head().orElseThrow().number());
    }

    @Test
    void twoArtifactsCanSwapTheirKeys() {
        RiskRegister first = Samples.register("RSK-1");
        RiskRegister second = Samples.register("RSK-2");
        new Commits().create(first).create(second).to(store);
        first.setKey("RSK-2");
        second.setKey("RSK-1");
        new Commits().update(first, ModelPackage.Literals.SUBJECT__KEY)
                .update(second, ModelPackage.Literals.SUBJECT__KEY).to(store);
        assertEquals(second.getId(), store.artifacts().get(0).id());
    }

    @Test
    void theKeyOfADeletedArtifactIsFree() {
        RiskRegister first = Samples.register("RSK-1");
        new Commits().create(first).to(store);
        new Commits().delete(first).to(store);
        RiskRegister second = Samples.register("RSK-1");
        new Commits().create(second).to(store);
        assertEquals(second.getId(), store.artifacts().get(0).id());
    }

    @Test
    void anIdInUseIsRefused() {
        RiskRegister register = Samples.register("RSK-1");
        new Commits().create(register).to(store);
        Risk one = Samples.risk("R-1", "One");
        Risk two = Samples.risk("R-2", "Two");
        two.setId(one.getId());
        register.getRisks().add(one);
        new Commits().create(one).appended(register, RiskPackage.Literals.RISK_REGISTER__RISKS).to(store);
        register.getRisks().add(two);
        WorkspaceException refused = assertThrows(WorkspaceException.class, () -> new Commits().create(two)
                .appended(register, RiskPackage.Literals.RISK_REGISTER__RISKS).to(store));
        assertEquals(Kind.INVALID, refused.kind());
        assertTrue(refused.getMessage().contains("R-2 Two"), refused.getMessage());
    }

    @Test
    void veryLongTextsAreKept() {
        RiskRegister register = Samples.register("RSK-1", Samples.risk("R-1", "short"));
        new Commits().create(register).to(store);
        register.getRisks().get(0).setCause("long ".repeat(500_000));
        register.getTags().add("tag ".repeat(500_000));
        new Commits().update(register.getRisks().get(0), RiskPackage.Literals.RISK__CAUSE)
                .update(register, ModelPackage.Literals.ARTIFACT__TAGS).to(store);
        Risk third = Samples.risk("R-2", "with a long title ".repeat(100_000));
        register.getRisks().add(third);
        new Commits().create(third).appended(register, RiskPackage.Literals.RISK_REGISTER__RISKS).to(store);
        reopen();
        assertEquals(Dump.of(register), dump(register));
        assertEquals(Dump.of(register), Dump.of(store.load(register.getId(), 3).orElseThrow()));
    }

    @Test
    void revisionsAreNumberedChainedAndNewestFirst() {
        RiskRegister register = Samples.register("RSK-1");
        Revision first = new Commits().create(register).by("Ada").because("start").to(store);
        register.setTitle("other");
        Revision second = new Commits().update(register, ModelPackage.Literals.SUBJECT__TITLE).by("Bob").to(store);
        assertEquals(List.of(second, first), store.revisions(10));
        assertEquals(List.of(second), store.revisions(1));
        assertEquals(Optional.of(second), store.head());
        assertEquals("Ada", first.author());
        assertEquals("start", first.reason());
        assertEquals(64, first.hash().length());
        assertNotEquals(first.hash(), second.hash());
        reopen();
        assertEquals(List.of(second, first), store.revisions(10));
    }

    @Test
    void aClockSetBackDoesNotReorderRevisions() {
        RiskRegister register = Samples.register("RSK-1");
        new Commits().create(register).to(store);
        store = reopened(store, Clock.fixed(Instant.parse("2001-01-01T00:00:00Z"), ZoneOffset.UTC));
        register.setTitle("later");
        Revision later = new Commits().update(register, ModelPackage.Literals.SUBJECT__TITLE).to(store);
        assertEquals(2, later.number());
        assertEquals(Instant.parse("2001-01-01T00:00:00Z"), later.committedAt());
        assertEquals(Optional.of(later), store.head());
    }

    @Test
    void aLinkToADeletedElementStaysAProxy() {
        Risk first = Samples.risk("R-1", "");
        Risk second = Samples.risk("R-2", "");
        Link link = Samples.link(second, LinkType.CAUSES);
        first.getLinks().add(link);
        RiskRegister register = Samples.register("RSK-1", first, second);
        new Commits().create(register).to(store);
        register.getRisks().remove(second);
        new Commits().delete(second).order(register, RiskPackage.Literals.RISK_REGISTER__RISKS).to(store);
        RiskRegister loaded = (RiskRegister) store.load(register.getId()).orElseThrow();
        EObject target = (EObject) loaded.getRisks().get(0).getLinks().get(0)
                .eGet(ModelPackage.Literals.LINK__TARGET, false);
        assertEquals("chartroom:/" + register.getId() + "#" + second.getId(),
                ((InternalEObject) target).eProxyURI().toString());
    }
}
