package org.chartroom.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;

import org.chartroom.core.internal.workspace.DefaultWorkspaces;
import org.chartroom.model.dynamic.DynamicElements;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.Artifact;
import org.chartroom.model.Element;
import org.chartroom.model.ModelPackage;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EcoreFactory;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Elements that can be in each other, as work packages are. */
class CirclesTest {
    private static final String NS_URI = "http://example.org/parts";

    @TempDir
    Path folder;

    private EClass part;
    private EReference parts;
    private Workspace workspace;
    private String tree;

    @BeforeEach
    void aTreeWithTwoParts() {
        EPackage ePackage = EcoreFactory.eINSTANCE.createEPackage();
        ePackage.setName("parts");
        ePackage.setNsPrefix("parts");
        ePackage.setNsURI(NS_URI);
        ePackage.setEFactoryInstance(new DynamicElements());
        part = EcoreFactory.eINSTANCE.createEClass();
        part.setName("Part");
        part.getESuperTypes().add(ModelPackage.Literals.ARTIFACT);
        parts = EcoreFactory.eINSTANCE.createEReference();
        parts.setName("parts");
        parts.setContainment(true);
        parts.setUpperBound(-1);
        parts.setEType(part);
        part.getEStructuralFeatures().add(parts);
        ePackage.getEClassifiers().add(part);
        EPackage.Registry.INSTANCE.put(NS_URI, ePackage);

        workspace = new DefaultWorkspaces(new H2StoreProvider()).open(folder, OpenMode.CREATE, "tester");
        try (EditSession session = workspace.openSession()) {
            Artifact root = session.create(part, "PRT", "Tree");
            parts(root).add(part("one"));
            parts(root).add(part("two"));
            session.commit("");
            tree = root.getId();
        }
    }

    @AfterEach
    void close() {
        workspace.close();
        EPackage.Registry.INSTANCE.remove(NS_URI);
    }

    private Element part(String id) {
        Element one = (Element) EcoreUtil.create(part);
        one.setId(id);
        return one;
    }

    @SuppressWarnings("unchecked")
    private List<Element> parts(Element container) {
        return (List<Element>) container.eGet(parts);
    }

    private List<Element> parts(EditSession session) {
        return parts(session.artifact(tree).orElseThrow());
    }

    @Test
    void twoThatPutOneIntoTheOtherDontLoseBoth() {
        try (EditSession session = workspace.openSession(); EditSession other = workspace.openSession()) {
            parts(parts(session).get(0)).add(parts(session).get(1));
            parts(parts(other).get(1)).add(parts(other).get(0));
            other.commit("");

            WorkspaceException refused = assertThrows(WorkspaceException.class, () -> session.commit(""));
            assertEquals(WorkspaceException.Kind.CONFLICT, refused.kind());
        }
        try (EditSession session = workspace.openSession()) {
            assertEquals(List.of("two"), parts(session).stream().map(Element::getId).toList());
            assertEquals(List.of("one"), parts(parts(session).get(0)).stream().map(Element::getId).toList());
        }
    }

    @Test
    void oneGoesIntoTheOtherWhereNobodyElseMovedIt() {
        try (EditSession session = workspace.openSession()) {
            parts(parts(session).get(0)).add(parts(session).get(1));
            session.commit("");
        }
        try (EditSession session = workspace.openSession()) {
            assertEquals(List.of("two"), parts(parts(session).get(0)).stream().map(Element::getId).toList());
        }
    }
}
