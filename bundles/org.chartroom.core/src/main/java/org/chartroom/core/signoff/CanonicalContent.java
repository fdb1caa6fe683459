package org.chartroom.core.signoff;

import org.chartroom.core.files.Sha256;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import org.chartroom.model.Artifact;
import org.chartroom.model.Element;
import org.chartroom.model.ModelPackage;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.util.InternalEList;

/**
 * The content of an artifact in a form that is the same for the same content, so that people can sign its hash.
 *
 * <p>Version 1 of the form is text in UTF-8 with a line feed after each line. The first line is {@code chartroom-content
 * 1}. An element is a line of the name of the list it is in (empty for the artifact), a space, the namespace of its class,
 * {@code #}, the name of its class, a space and its id. Lines of its values follow, then its contained elements, each
 * line indented by one space more than that of the element. A value is a line {@code name=text}. Values and lists come in
 * the order of their names by code point; several values of one name in their own order. Text is the value as model files
 * hold it, a reference the id of its target; a backslash is written twice, a line feed as {@code \n}, a carriage return
 * as {@code \r}. Left out is what is not set, what has its default value, what is computed, and the sign-offs and
 * comments of the artifact, because they are about its content.
 */
public final class CanonicalContent {
    private static final String HEADER = "chartroom-content 1\n";

    private final StringBuilder text = new StringBuilder(HEADER);

    private CanonicalContent() {
    }

    /**
     * @param artifact an artifact
     * @return its content in canonical form
     */
    public static String of(Artifact artifact) {
        CanonicalContent content = new CanonicalContent();
        content.element(artifact, "", "");
        return content.text.toString();
    }

    /**
     * @param artifact an artifact
     * @return SHA-256 of its content in canonical form, 64 hexadecimal digits
     */
    public static String sha256(Artifact artifact) {
        return Sha256.of(of(artifact));
    }

    /**
     * @param feature a feature
     * @return whether its values are content that is signed
     */
    public static boolean isContent(EStructuralFeature feature) {
        return feature != ModelPackage.Literals.ARTIFACT__SIGN_OFFS
                && feature != ModelPackage.Literals.ARTIFACT__COMMENTS
                && feature != ModelPackage.Literals.ELEMENT__ID && !feature.isDerived() && !feature.isTransient()
                && !feature.isVolatile() && !(feature instanceof EReference reference && reference.isContainer());
    }

    private void element(Element element, String list, String indent) {
        EClass eClass = element.eClass();
        text.append(indent).append(list).append(' ').append(eClass.getEPackage().getNsURI()).append('#')
                .append(eClass.getName()).append(' ').append(element.getId()).append('\n');
        List<EStructuralFeature> features = eClass.getEAllStructuralFeatures().stream()
                .filter(feature -> isContent(feature) && element.eIsSet(feature))
                .sorted(Comparator.comparing(EStructuralFeature::getName)).toList();
        for (EStructuralFeature feature : features) {
            if (!isContainment(feature)) {
                values(element, feature, indent + " ");
            }
        }
        for (EStructuralFeature feature : features) {
            if (isContainment(feature)) {
                for (Object child : many(element, feature)) {
                    element((Element) child, feature.getName(), indent + " ");
                }
            }
        }
    }

    private static boolean isContainment(EStructuralFeature feature) {
        return feature instanceof EReference reference && reference.isContainment();
    }

    private static Collection<?> many(Element element, EStructuralFeature feature) {
        Object value = element.eGet(feature, false);
        if (value instanceof InternalEList<?> list) {
            return list.basicList();
        }
        return value instanceof Collection<?> collection ? collection : value == null ? List.of() : List.of(value);
    }

    private void values(Element element, EStructuralFeature feature, String indent) {
        for (Object value : many(element, feature)) {
            String plain = feature instanceof EAttribute attribute
                    ? EcoreUtil.convertToString(attribute.getEAttributeType(), value)
                    : id((EObject) value);
            text.append(indent).append(feature.getName()).append('=').append(
                    plain.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")).append('\n');
        }
    }

    private static String id(EObject target) {
        return target.eIsProxy() ? ((InternalEObject) target).eProxyURI().fragment() : EcoreUtil.getID(target);
    }
}
