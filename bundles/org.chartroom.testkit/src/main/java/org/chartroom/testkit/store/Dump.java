package org.chartroom.testkit.store;

import org.chartroom.core.store.ElementUris;
import org.chartroom.core.store.FeatureName;
import java.util.List;

import org.chartroom.model.Element;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.emf.ecore.util.InternalEList;

/** Writes a root as text: everything that a store must give back, in order. */
public final class Dump {
    private final StringBuilder text = new StringBuilder();
    private final Element root;

    private Dump(Element root) {
        this.root = root;
    }
    /**
     * @param root an artifact or the directory
     * @return everything of it that a store gives back, in order
     */
    public static String of(Element root) {
        Dump dump = new Dump(root);
        dump.write(root, "");
        return dump.text.toString();
    }

    private void write(Element element, String indent) {
        text.append(indent).append(element.eClass().getName()).append(' ').append(element.getId()).append('\n');
        for (EStructuralFeature feature : element.eClass().getEAllStructuralFeatures()) {
            if (!FeatureName.isStored(feature)) {
                continue;
            }
            Object value = element.eGet(feature, false);
            if (feature instanceof EReference reference && reference.isContainment()) {
                List<?> children = value instanceof List<?> many ? many : value == null ? List.of() : List.of(value);
                if (!children.isEmpty()) {
                    text.append(indent).append(' ').append(feature.getName()).append(":\n");
                    children.forEach(child -> write((Element) child, indent + "  "));
                }
            } else {
                List<?> values = value instanceof InternalEList<?> many
                        ? many.basicList()
                        : value instanceof List<?> many ? many : value == null ? List.of() : List.of(value);
                if (!values.isEmpty()) {
                    text.append(indent).append(' ').append(feature.getName()).append(" =");
                    values.forEach(one -> text.append(" [").append(
                            feature instanceof EAttribute attribute ? text(attribute, one) : reference((EObject) one))
                            .append(']'));
                    text.append('\n');
                }
            }
        }
    }

    private static String text(EAttribute attribute, Object value) {
        return attribute.getEAttributeType().getEPackage().getEFactoryInstance()
                .convertToString(attribute.getEAttributeType(), value);
    }

    private String reference(EObject target) {
        boolean isInside = !((InternalEObject) target).eIsProxy()
                && ElementUris.rootId(target).equals(root.getId());
        String id = ((InternalEObject) target).eIsProxy()
                ? ((InternalEObject) target).eProxyURI().fragment()
                : ((Element) target).getId();
        return (isInside ? "in " : "out ") + target.eClass().getName() + " " + ElementUris.rootId(target) + " " + id;
    }
}
