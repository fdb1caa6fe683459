package org.chartroom.core.internal.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.chartroom.model.Element;
import org.chartroom.model.ModelPackage;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.util.InternalEList;

/** Values of fields with ids in the place of elements, so that they can be compared between versions, and as texts. */
final class Values {
    private Values() {
    }

    /** @return whether the feature is content: neither structure nor computed nor the id */
    static boolean isField(EStructuralFeature feature) {
        boolean isStructure = feature instanceof EReference reference
                && (reference.isContainer() || reference.isContainment());
        return !isStructure && isStored(feature) && feature != ModelPackage.Literals.ELEMENT__ID;
    }

    /** @return whether the feature holds elements that are merged */
    static boolean isContent(EReference reference) {
        return reference.isContainment() && isStored(reference);
    }

    private static boolean isStored(EStructuralFeature feature) {
        return !feature.isDerived() && !feature.isTransient() && !feature.isVolatile() && feature.isChangeable();
    }

    /** Whether entries are merged one by one. Where an entry can be there twice, the list is one value. */
    static boolean isMergedByEntry(EStructuralFeature feature) {
        return feature.isMany() && feature.isUnique();
    }

    static Object of(Element element, EStructuralFeature feature) {
        Object value = element.eGet(feature, false);
        if (feature instanceof EReference) {
            return feature.isMany() ? ids(value) : value == null ? null : id((EObject) value);
        }
        return value instanceof Collection<?> many ? Collections.unmodifiableList(new ArrayList<>(many)) : value;
    }

    /** Without resolving: loading what is referred to is not needed for its id. */
    static List<EObject> targets(Object value) {
        List<EObject> targets = new ArrayList<>();
        if (value instanceof InternalEList<?> many) {
            many.basicList().forEach(one -> targets.add((EObject) one));
        } else if (value instanceof Collection<?> many) {
            many.forEach(one -> targets.add((EObject) one));
        } else if (value != null) {
            targets.add((EObject) value);
        }
        return targets;
    }

    static List<String> ids(Object value) {
        return targets(value).stream().map(Values::id).toList();
    }

    static String id(EObject target) {
        return target.eIsProxy() ? ((InternalEObject) target).eProxyURI().fragment() : EcoreUtil.getID(target);
    }

    /** @return the value as decisions have it */
    static Optional<String> text(EStructuralFeature feature, Object value) {
        if (value instanceof List<?> many) {
            return Optional.of(String.join("\n", many.stream().map(one -> entry(feature, one)
                    .replace("\\", "\\\\").replace("\n", "\\\n")).toList()));
        }
        return value == null ? Optional.empty() : Optional.of(entry(feature, value));
    }

    /** @return an entry of a list, or a single value, as decisions have it */
    static String entry(EStructuralFeature feature, Object value) {
        return feature instanceof EAttribute attribute && value != null
                ? EcoreUtil.convertToString(attribute.getEAttributeType(), value)
                : String.valueOf(value);
    }
}
