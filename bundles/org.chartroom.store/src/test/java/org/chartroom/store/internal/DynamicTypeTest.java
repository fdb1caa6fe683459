package org.chartroom.store.internal;

import org.chartroom.testkit.store.Dump;
import org.chartroom.testkit.store.Samples;
import org.chartroom.testkit.store.Commits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.chartroom.core.workspace.OpenMode;
import org.chartroom.model.Element;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EcoreFactory;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types without Java: a plug-in's package comes, is widened, goes and comes back. */
class DynamicTypeTest {
    private static final String NS_URI = "http://example.org/types/1.0";

    @TempDir
    Path folder;

    private H2WorkspaceStore open() {
        return (H2WorkspaceStore) new H2StoreProvider().open(folder, OpenMode.CREATE);
    }

    private static EClass type(String... attributes) {
        EPackage ePackage = EcoreFactory.eINSTANCE.createEPackage();
        ePackage.setName("types");
        ePackage.setNsPrefix("types");
        ePackage.setNsURI(NS_URI);
        EClass eClass = EcoreFactory.eINSTANCE.createEClass();
        // A key word of SQL, and names that differ in case or in signs only.
        eClass.setName("Select");
        eClass.getESuperTypes().add(RiskPackage.Literals.RISK_REGISTER);
        for (String name : attributes) {
            EAttribute attribute = EcoreFactory.eINSTANCE.createEAttribute();
            attribute.setName(name);
            attribute.setEType(dataType(name));
            attribute.setDefaultValueLiteral(name.equals("since") ? "before" : null);
            eClass.getEStructuralFeatures().add(attribute);
        }
        ePackage.getEClassifiers().add(eClass);
        EPackage.Registry.INSTANCE.put(NS_URI, ePackage);
        return eClass;
    }

    private static EDataType dataType(String name) {
        return switch (name) {
            case "flag" -> EcorePackage.Literals.EBOOLEAN;
            case "ratio" -> EcorePackage.Literals.EDOUBLE;
            case "letter" -> EcorePackage.Literals.ECHAR;
            default -> EcorePackage.Literals.ESTRING;
        };
    }

    private static Element create(EClass eClass, String key) {
        Element element = Samples.withId((Element) EcoreUtil.create(eClass));
        element.eSet(ModelPackage.Literals.SUBJECT__KEY, key);
        for (EAttribute attribute : eClass.getEAttributes()) {
            element.eSet(attribute, switch (attribute.getName()) {
                case "flag" -> true;
                case "ratio" -> 0.1;
                case "letter" -> 'x';
                default -> attribute.getName();
            });
        }
        return element;
    }

    @AfterEach
    void unregister() {
        EPackage.Registry.INSTANCE.remove(NS_URI);
    }

    @Test
    void aDynamicTypeIsStoredAsAnyOther() {
        Element element = create(type("select", "Select", "se_lect", "se-lect", "row_key", "flag", "ratio", "letter",
                "\u540D\u524D", "\u5BDF\u524D"), "SEL-1");
        try (H2WorkspaceStore store = open()) {
            new Commits().create(element).to(store);
        }
        try (H2WorkspaceStore store = open()) {
            assertEquals(Dump.of(element), Dump.of(store.load(element.getId()).orElseThrow()));
        }
    }

    @Test
    void aTypeThatGotMoreFeaturesIsWidenedAndOldRowsHaveDefaults() {
        Element old = create(type("name"), "SEL-1");
        try (H2WorkspaceStore store = open()) {
            new Commits().create(old).to(store);
        }
        EClass wider = type("name", "since", "flag");
        Element element = create(wider, "SEL-2");
        element.eSet(wider.getEStructuralFeature("since"), null);
        try (H2WorkspaceStore store = open()) {
            new Commits().create(element).to(store);
            assertEquals(Dump.of(element), Dump.of(store.load(element.getId()).orElseThrow()));
            Element loaded = store.load(old.getId()).orElseThrow();
            assertEquals("before", loaded.eGet(wider.getEStructuralFeature("since")));
            loaded.eSet(wider.getEStructuralFeature("name"), "changed");
            new Commits().update(loaded, wider.getEStructuralFeature("name")).to(store);
            assertEquals(Dump.of(loaded), Dump.of(store.load(old.getId()).orElseThrow()));
            Verified.clean(store);
        }
    }

    @Test
    void dataOfAnAbsentPluginIsKept() {
        Element element = create(type("name"), "SEL-1");
        RiskRegister register = Samples.register("RSK-1");
        try (H2WorkspaceStore store = open()) {
            new Commits().create(element).create(register).to(store);
        }
        EPackage.Registry.INSTANCE.remove(NS_URI);
        try (H2WorkspaceStore store = open()) {
            assertEquals(List.of("RSK-1", "SEL-1"), store.artifacts().stream().map(info -> info.key()).toList());
            assertEquals(Dump.of(element), Dump.of(store.load(element.getId()).orElseThrow()));
            register.setTitle("changed");
            new Commits().update(register, ModelPackage.Literals.SUBJECT__TITLE).to(store);
            Verified.clean(store);
        }
        type("name");
        try (H2WorkspaceStore store = open()) {
            assertEquals(Dump.of(element), Dump.of(store.load(element.getId()).orElseThrow()));
        }
    }
}
