package org.chartroom.change.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.chartroom.change.Changes;
import org.chartroom.core.check.CheckInfo;
import org.chartroom.core.check.CheckRun;
import org.chartroom.core.check.Finding;
import org.chartroom.core.check.Severity;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.model.Directory;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.Vendor;
import org.chartroom.model.change.Change;
import org.chartroom.model.change.ChangeClass;
import org.chartroom.model.change.ChangeFactory;
import org.chartroom.model.change.ChangeLog;
import org.chartroom.model.change.ChangePackage.Literals;
import org.chartroom.model.change.ChangeState;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.CharterFactory;
import org.chartroom.model.charter.Deliverable;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.emf.edit.provider.ReflectiveItemProviderAdapterFactory;
import org.junit.jupiter.api.Test;

class AffectedByNameTest {
    private final AdapterFactoryEditingDomain domain = new AdapterFactoryEditingDomain(
            new ReflectiveItemProviderAdapterFactory(), new BasicCommandStack());
    private final Change change = Changes.change(ChangeFactory.eINSTANCE.createChangeLog(), ChangeClass.NORMAL,
            ChangeState.DRAFT);
    private final Charter charter = CharterFactory.eINSTANCE.createCharter();
    private final Directory directory = ModelFactory.eINSTANCE.createDirectory();

    private Deliverable deliverable(String key, String title) {
        Deliverable deliverable = CharterFactory.eINSTANCE.createDeliverable();
        deliverable.setKey(key);
        deliverable.setTitle(title);
        charter.setKey("CHR-001");
        charter.getDeliverables().add(deliverable);
        return deliverable;
    }

    private List<Finding> findings() {
        ChangeLog log = ChangeFactory.eINSTANCE.createChangeLog();
        log.getChanges().add(change);
        return CheckRun.of(new CheckInfo("affected", "Affected", "", Severity.INFO, List.of(), ""),
                (artifact, context) -> new AffectedByName(() -> List.of(charter), () -> Optional.of(directory))
                        .check(change, context),
                log, Evaluation.of(log));
    }

    @Test
    void nameOfADeliverableOfACharterIsFoundAndAReferenceTakesItsPlace() {
        Deliverable module = deliverable("D-001", "Medication module");
        deliverable("D-002", "Training");
        change.getDeliverables().addAll(List.of("medication module", "Something else"));
        Finding finding = findings().get(0);
        assertEquals(Severity.INFO, finding.severity());
        assertEquals(change, finding.element());
        assertEquals(Literals.CHANGE__DELIVERABLES, finding.feature());

        domain.getCommandStack().execute(finding.fixes().get(0).command().apply(domain));

        assertEquals(List.of(module), change.getAffectedDeliverables());
        assertEquals(List.of("Something else"), change.getDeliverables());
        assertEquals(List.of(), findings());
        domain.getCommandStack().undo();
        assertEquals(List.of("medication module", "Something else"), change.getDeliverables());
        assertEquals(List.of(), change.getAffectedDeliverables());
    }

    @Test
    void nameThatFitsTwoThingsOrNoneStaysAName() {
        deliverable("D-001", "Training");
        deliverable("D-002", "Training");
        change.getDeliverables().add("Training");
        change.getMilestones().add("Training");
        assertEquals(List.of(), findings());

        change.getDeliverables().add("CHR-001/D-002 Training");

        assertEquals(1, findings().size());
    }

    @Test
    void vendorIsFoundInTheDirectory() {
        Vendor vendor = ModelFactory.eINSTANCE.createVendor();
        vendor.setName("Kupfer Networks");
        directory.getVendors().add(vendor);
        change.getVendors().add("Kupfer Networks");

        assertEquals(List.of(Literals.CHANGE__VENDORS), findings().stream().map(Finding::feature).toList());
    }
}
