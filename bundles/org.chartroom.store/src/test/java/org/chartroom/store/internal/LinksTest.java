package org.chartroom.store.internal;

import org.chartroom.testkit.store.Samples;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.chartroom.core.internal.workspace.DefaultWorkspaces;
import org.chartroom.core.link.Backlink;
import org.chartroom.core.link.Links;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Reference;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.model.LinkType;
import org.chartroom.model.change.Change;
import org.chartroom.model.change.ChangeFactory;
import org.chartroom.model.change.ChangeLog;
import org.chartroom.model.change.ChangePackage;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.CharterFactory;
import org.chartroom.model.charter.CharterPackage;
import org.chartroom.model.charter.Deliverable;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.model.variance.VariancePackage;
import org.chartroom.model.variance.VarianceReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links between artifacts, followed against their direction. */
class LinksTest {
    @TempDir
    Path folder;

    private Workspace workspace;
    private EditSession session;
    private RiskRegister register;
    private RiskRegister other;
    private Risk fire;
    private Risk flood;

    @BeforeEach
    void twoRegisters() {
        workspace = new DefaultWorkspaces(new H2StoreProvider()).open(folder, OpenMode.CREATE, "tester");
        session = workspace.openSession();
        register = session.create(RiskPackage.Literals.RISK_REGISTER, "RSK", "Move");
        fire = Samples.risk("R-1", "Fire");
        register.getRisks().add(fire);
        other = session.create(RiskPackage.Literals.RISK_REGISTER, "RSK", "Other");
        flood = Samples.risk("R-1", "Flood");
        other.getRisks().add(flood);
        session.commit("first");
    }

    @AfterEach
    void close() {
        session.close();
        workspace.close();
    }

    @Test
    void linkFromAnotherArtifactIsFoundFromItsTarget() {
        execute(flood, fire, LinkType.CAUSES, "pumps");
        session.commit("link");

        List<Backlink> found = Links.to(session, register, List.of(fire));

        assertEquals(1, found.size());
        assertEquals(flood, found.get(0).subject());
        assertEquals("Caused by", found.get(0).label());
        assertEquals("pumps", found.get(0).note());
    }

    @Test
    void linkToAnItemIsFoundFromItsArtifact() {
        execute(flood, fire, LinkType.CAUSES, "");
        session.commit("link");

        assertEquals(List.of(fire),
                Links.to(session, register, List.of(register)).stream().map(Backlink::target).toList());
    }

    @Test
    void nothingLeadsToWhatNobodyLinked() {
        assertEquals(List.of(), Links.to(session, register, List.of(fire)));
    }

    @Test
    void removedLinkIsNotFoundEvenBeforeItIsCommitted() {
        execute(flood, fire, LinkType.CAUSES, "");
        session.commit("link");

        flood.getLinks().clear();

        assertEquals(List.of(), Links.to(session, register, List.of(fire)));
    }

    @Test
    void linkInsideTheArtifactIsFoundBeforeItIsCommitted() {
        Risk second = Samples.risk("R-2", "Theft");
        register.getRisks().add(second);
        execute(second, fire, LinkType.RELATES_TO, "");

        assertEquals(List.of(second),
                Links.to(session, register, List.of(fire)).stream().map(Backlink::subject).toList());
    }

    @Test
    void linksAmongTheElementsThemselvesDoNotCount() {
        Risk second = Samples.risk("R-2", "Theft");
        register.getRisks().add(second);
        execute(second, fire, LinkType.RELATES_TO, "");

        assertEquals(List.of(), Links.to(session, register, List.of(fire, second)));
    }

    @Test
    void ownersOfTheDirectoryAreNoReferencesToAnArtifact() {
        assertEquals(List.of(), workspace.referencesTo(register.getId()));
    }

    @Test
    void singleReferenceOfAnotherArtifactIsFoundWithItsFeature() {
        VarianceReport report = session.create(VariancePackage.Literals.VARIANCE_REPORT, "VAR", "Report");
        Charter charter = session.create(CharterPackage.Literals.CHARTER, "CHR", "Charter");
        report.setCharter(charter);
        session.commit("report");

        assertEquals(List.of(new Reference(report.getId(), report.getId(), "charter", charter.getId())),
                workspace.referencesTo(charter.getId()));
        assertEquals("Charter of", Links.to(session, charter, List.of(charter)).get(0).label());
    }

    @Test
    void severalReferencesToItemsOfAnotherArtifactAreKeptInOrderFoundFromTheirTargetsAndTakenOut() {
        ChangeLog log = session.create(ChangePackage.Literals.CHANGE_LOG, "CHG", "Log");
        Charter charter = session.create(CharterPackage.Literals.CHARTER, "CHR", "Charter");
        Change change = ChangeFactory.eINSTANCE.createChange();
        change.setId("change");
        log.getChanges().add(change);
        for (String id : List.of("first", "second")) {
            Deliverable deliverable = CharterFactory.eINSTANCE.createDeliverable();
            deliverable.setId(id);
            charter.getDeliverables().add(deliverable);
            change.getAffectedDeliverables().add(0, deliverable);
        }
        session.commit("affected");

        try (EditSession again = workspace.openSession()) {
            ChangeLog loaded = (ChangeLog) again.artifact(log.getId()).orElseThrow();
            assertEquals(List.of("second", "first"), loaded.getChanges().get(0).getAffectedDeliverables().stream()
                    .map(Deliverable::getId).toList());
        }
        assertEquals(List.of("Deliverables of"), Links.to(session, charter, List.of(charter.getDeliverables().get(0)))
                .stream().map(Backlink::label).toList());
        change.getAffectedDeliverables().remove(1);
        session.commit("no longer");
        assertEquals(List.of("second"),
                workspace.referencesTo(charter.getId()).stream().map(Reference::targetId).toList());
    }

    @Test
    void linkToAnItemThatMovedToAnotherArtifactIsFoundThere() {
        VarianceReport report = session.create(VariancePackage.Literals.VARIANCE_REPORT, "VAR", "Report");
        report.getLinks().add(Links.create(LinkType.FUNDS, fire, ""));
        session.commit("link");

        other.getRisks().add(fire);
        session.commit("move");

        assertEquals(List.of(), workspace.referencesTo(register.getId()));
        assertEquals(List.of(fire.getId()),
                workspace.referencesTo(other.getId()).stream().map(Reference::targetId).toList());
    }

    @Test
    void deletedSourceRefersToNothing() {
        execute(flood, fire, LinkType.CAUSES, "");
        session.commit("link");

        session.delete(other);
        session.commit("gone");

        assertEquals(List.of(), workspace.referencesTo(register.getId()));
    }

    @Test
    void unknownArtifactHasNoReferences() {
        assertEquals(List.of(), workspace.referencesTo("none"));
    }

    @Test
    void twoSubjectsAreLinkedOnlyInTheDirectionOfTheLink() {
        execute(flood, fire, LinkType.CAUSES, "");

        assertTrue(Links.areLinked(flood, fire));
        assertFalse(Links.areLinked(fire, flood));
    }

    @Test
    void addingALinkCanBeUndone() {
        execute(flood, fire, LinkType.CAUSES, "");

        session.editingDomain().getCommandStack().undo();

        assertEquals(List.of(), List.copyOf(flood.getLinks()));
    }

    private void execute(Risk source, Risk target, LinkType type, String note) {
        session.editingDomain().getCommandStack()
                .execute(Links.add(session.editingDomain(), source, type, target, note));
    }
}
