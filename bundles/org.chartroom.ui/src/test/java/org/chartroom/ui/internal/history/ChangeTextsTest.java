package org.chartroom.ui.internal.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;

import org.chartroom.core.workspace.FieldChange;
import org.chartroom.core.workspace.Revision;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.risk.RiskPackage;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EcoreFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which class an element had that is gone. */
class ChangeTextsTest {
    private final EPackage first = model("http://www.example.org/first");
    private final EPackage second = model("http://www.example.org/second");

    private static EPackage model(String uri) {
        EPackage model = EcoreFactory.eINSTANCE.createEPackage();
        model.setNsURI(uri);
        for (String name : new String[]{"Clause", "Risk"}) {
            EClass type = EcoreFactory.eINSTANCE.createEClass();
            type.setName(name);
            type.getESuperTypes().add(ModelPackage.Literals.ITEM);
            model.getEClassifiers().add(type);
        }
        return model;
    }

    @BeforeEach
    void register() {
        EPackage.Registry.INSTANCE.put(RiskPackage.eNS_URI, RiskPackage.eINSTANCE);
        EPackage.Registry.INSTANCE.put(first.getNsURI(), first);
    }

    @AfterEach
    void unregister() {
        EPackage.Registry.INSTANCE.remove(first.getNsURI());
        EPackage.Registry.INSTANCE.remove(second.getNsURI());
    }

    private static FieldChange change(String type) {
        return new FieldChange(new Revision(2, Instant.EPOCH, "Ada", "", ""), "root", "element", type,
                FieldChange.Kind.DELETED, "", null, null);
    }

    @Test
    void an_item_of_another_plug_in_is_known_though_it_is_gone() {
        assertEquals(Optional.of(first.getEClassifier("Clause")), ChangeTexts.type(change("Clause"), Optional.empty()));
    }

    @Test
    void of_several_classes_of_one_name_it_is_that_of_the_package_of_its_artifact() {
        EPackage.Registry.INSTANCE.put(second.getNsURI(), second);

        assertEquals(Optional.of(second.getEClassifier("Risk")),
                ChangeTexts.type(change("Risk"), Optional.of(second)));
        assertEquals(Optional.of(RiskPackage.Literals.RISK),
                ChangeTexts.type(change("Risk"), Optional.of(RiskPackage.eINSTANCE)));
    }

    @Test
    void which_of_several_classes_of_one_name_is_not_guessed_when_the_artifact_is_gone() {
        EPackage.Registry.INSTANCE.put(second.getNsURI(), second);

        assertEquals(Optional.empty(), ChangeTexts.type(change("Clause"), Optional.empty()));
    }

    @Test
    void what_every_artifact_can_have_is_known_in_each() {
        assertEquals(Optional.of(ModelPackage.Literals.COMMENT),
                ChangeTexts.type(change("Comment"), Optional.of(first)));
    }
}
