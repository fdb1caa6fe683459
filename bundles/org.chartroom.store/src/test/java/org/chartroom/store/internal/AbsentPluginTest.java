package org.chartroom.store.internal;

import org.chartroom.testkit.store.Samples;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chartroom.core.internal.workspace.DefaultWorkspaces;
import org.chartroom.core.type.Presentation;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.Artifact;
import org.chartroom.model.Element;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.dynamic.DynamicElements;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceImpl;
import org.eclipse.emf.edit.command.SetCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/** Data of a type whose plug-in goes and comes back. */
class AbsentPluginTest {
    private static final String NS_URI = "http://example.org/decisions/1.0";
    private static final String ECORE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <ecore:EPackage xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:ecore="http://www.eclipse.org/emf/2002/Ecore"
                name="decisions" nsURI="http://example.org/decisions/1.0" nsPrefix="decisions">
              <eClassifiers xsi:type="ecore:EEnum" name="Outcome">
                <eLiterals name="OPEN" value="0" literal="open"/>
                <eLiterals name="DONE" value="1" literal="done"/>
              </eClassifiers>
              <eClassifiers xsi:type="ecore:EDataType" name="Version" instanceClassName="java.lang.module.ModuleDescriptor$Version"/>
              <eClassifiers xsi:type="ecore:EClass" name="Decision"
                  eSuperTypes="http://www.chartroom.org/model/1.0#//Item">
                <eStructuralFeatures xsi:type="ecore:EAttribute" name="outcome" eType="#//Outcome"/>
                <eStructuralFeatures xsi:type="ecore:EAttribute" name="cost"
                    eType="ecore:EDataType http://www.chartroom.org/model/1.0#//Money"/>
                <eStructuralFeatures xsi:type="ecore:EAttribute" name="weight"
                    eType="ecore:EDataType http://www.eclipse.org/emf/2002/Ecore#//EInt" defaultValueLiteral="3"/>
                <eStructuralFeatures xsi:type="ecore:EReference" name="after" upperBound="-1" eType="#//Decision"/>
              </eClassifiers>
              <eClassifiers xsi:type="ecore:EClass" name="DecisionLog"
                  eSuperTypes="http://www.chartroom.org/model/1.0#//Artifact">
                <eAnnotations source="http://www.chartroom.org/presentation">
                  <details key="label" value="Log of decisions"/>
                </eAnnotations>
                <eStructuralFeatures xsi:type="ecore:EReference" name="decisions" upperBound="-1" eType="#//Decision"
                    containment="true"/>
                <eStructuralFeatures xsi:type="ecore:EAttribute" name="words" upperBound="-1"
                    eType="ecore:EDataType http://www.eclipse.org/emf/2002/Ecore#//EString"/>
                <eStructuralFeatures xsi:type="ecore:EAttribute" name="count" volatile="true" transient="true"
                    derived="true" eType="ecore:EDataType http://www.eclipse.org/emf/2002/Ecore#//EInt"/>
              </eClassifiers>
            </ecore:EPackage>
            """;

    @TempDir
    Path folder;

    private Workspace workspace;
    private String id;
    private String exported;

    private static EPackage install() throws IOException {
        ModelPackage.eINSTANCE.getNsURI();
        ResourceSet resources = new ResourceSetImpl();
        XMIResourceImpl resource = new XMIResourceImpl(URI.createURI(NS_URI));
        resources.getResources().add(resource);
        resource.load(new InputSource(new StringReader(ECORE)), Map.of());
        EPackage ePackage = (EPackage) resource.getContents().get(0);
        ePackage.setEFactoryInstance(new DynamicElements());
        EPackage.Registry.INSTANCE.put(NS_URI, ePackage);
        return ePackage;
    }

    private static void uninstall() {
        EPackage.Registry.INSTANCE.remove(NS_URI);
    }

    private static String export(EObject artifact) throws IOException {
        XMIResourceImpl resource = new XMIResourceImpl(URI.createURI("export.xmi"));
        resource.getContents().add(EcoreUtil.copy(artifact));
        StringWriter text = new StringWriter();
        resource.save(text, Map.of());
        return text.toString();
    }

    private static void set(EObject object, String feature, Object value) {
        object.eSet(object.eClass().getEStructuralFeature(feature), value);
    }

    private Workspace open() {
        return new DefaultWorkspaces(new H2StoreProvider()).open(folder, OpenMode.CREATE, "Ada");
    }

    @BeforeEach
    void aWorkspaceWithALogOfDecisions() throws IOException {
        EPackage ePackage = install();
        workspace = open();
        try (EditSession session = workspace.openSession()) {
            Artifact log = session.create((EClass) ePackage.getEClassifier("DecisionLog"), "DEC", "Decisions");
            List<Element> decisions = List.of(decision(ePackage, "D-1"), decision(ePackage, "D-2"));
            set(log, "decisions", decisions);
            set(log, "words", List.of("b", "a"));
            set(decisions.get(0), "outcome", EcoreUtil.createFromString(
                    (EDataType) ePackage.getEClassifier("Outcome"), "done"));
            set(decisions.get(0), "cost", Samples.euros("10.50"));
            set(decisions.get(1), "weight", 7);
            set(decisions.get(1), "after", List.of(decisions.get(0)));
            session.commit("");
            id = log.getId();
            exported = export(log);
        }
        workspace.close();
        uninstall();
        workspace = open();
    }

    private static Element decision(EPackage ePackage, String key) {
        Element element = Samples.withId((Element) EcoreUtil.create((EClass) ePackage.getEClassifier("Decision")));
        element.eSet(ModelPackage.Literals.SUBJECT__KEY, key);
        return element;
    }

    @AfterEach
    void close() {
        workspace.close();
        uninstall();
    }

    @Test
    void itIsListedAndShownWithItsLabelsAndExportedUnchanged() throws IOException {
        assertEquals(List.of("DEC-001 DecisionLog"),
                workspace.artifacts().stream().map(info -> info.key() + " " + info.type().getName()).toList());
        try (EditSession session = workspace.openSession()) {
            Artifact log = session.artifact(id).orElseThrow();
            assertEquals("Log of decisions", Presentation.label(log.eClass()));
            assertEquals(exported, export(log));
        }
        assertTrue(workspace.verify(Optional.empty()).isIntact());
    }

    @Test
    void itIsReadOnly() {
        try (EditSession session = workspace.openSession()) {
            Artifact log = session.artifact(id).orElseThrow();
            assertTrue(session.editingDomain().isReadOnly(log.eResource()));
            assertFalse(SetCommand.create(session.editingDomain(), log, ModelPackage.Literals.SUBJECT__TITLE, "x")
                    .canExecute());
            log.setTitle("changed");
            assertEquals(WorkspaceException.Kind.READ_ONLY,
                    assertThrows(WorkspaceException.class, () -> session.commit("")).kind());
        }
    }

    @Test
    void itLivesAgainWhenThePluginReturns() throws IOException {
        try (EditSession session = workspace.openSession()) {
            session.artifact(id).orElseThrow();
        }
        EPackage ePackage = install();
        try (EditSession session = workspace.openSession()) {
            Artifact log = session.artifact(id).orElseThrow();
            assertEquals(ePackage, log.eClass().getEPackage());
            assertEquals(exported, export(log));
            EStructuralFeature words = log.eClass().getEStructuralFeature("words");
            log.eSet(words, List.of("c"));
            session.commit("");
        }
        assertTrue(workspace.verify(Optional.empty()).isIntact());
    }
}
