package org.chartroom.core.internal.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.chartroom.core.check.Finding;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.Person;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskRegister;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.emf.edit.provider.ReflectiveItemProviderAdapterFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommonChecksTest {
    private final RiskRegister register = RiskFactory.eINSTANCE.createRiskRegister();
    private final Risk risk = RiskFactory.eINSTANCE.createRisk();
    private final Person person = ModelFactory.eINSTANCE.createPerson();

    @BeforeEach
    void fill() {
        register.setTitle("Risks");
        register.getRisks().add(risk);
        risk.setOwner(person);
    }

    private List<Finding> found() {
        List<Finding> findings = new ArrayList<>();
        new CommonChecks().check(register, LocalDate.of(2026, 6, 30), findings::add);
        return findings;
    }

    @Test
    void somebody_who_is_there_is_no_finding() {
        assertEquals(List.of(), found());
    }

    @Test
    void somebody_who_was_deleted_is_found_and_the_field_can_be_cleared() {
        ((InternalEObject) person).eSetProxyURI(URI.createURI("nowhere:/directory#gone"));
        Finding finding = found().get(0);
        assertEquals("Owner was deleted from the directory; choose another, or clear the field.", finding.message());
        assertEquals(risk, finding.element());
        AdapterFactoryEditingDomain domain = new AdapterFactoryEditingDomain(
                new ReflectiveItemProviderAdapterFactory(), new BasicCommandStack());
        domain.getCommandStack().execute(finding.fixes().get(0).command().apply(domain));
        assertNull(risk.getOwner());
        assertEquals(List.of(), found());
    }
}
