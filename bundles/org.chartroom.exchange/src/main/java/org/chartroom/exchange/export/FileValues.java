package org.chartroom.exchange.export;

import java.util.List;

import org.chartroom.model.Element;
import org.chartroom.model.Person;
import org.chartroom.model.Subject;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Values of the model in their file form: ISO dates, plain numbers, literals of enumerations, names of people. */
public final class FileValues {
    private FileValues() {
    }

    /**
     * @param owner an object
     * @param feature a feature of it
     * @return its value in file form; empty when it has none
     */
    public static String text(EObject owner, EStructuralFeature feature) {
        Object value = owner.eGet(feature);
        if (value == null) {
            return "";
        }
        if (feature instanceof EAttribute attribute) {
            return attribute.isMany()
                    ? String.join(", ", ((List<?>) value).stream().map(String::valueOf).toList())
                    : EcoreUtil.convertToString(attribute.getEAttributeType(), value);
        }
        if (value instanceof List<?> many) {
            return String.join(", ", many.stream().map(one -> name((Element) one)).toList());
        }
        return value instanceof Element element ? name(element) : "";
    }

    private static String name(Element element) {
        if (element instanceof Person person) {
            return person.getName() == null ? String.valueOf(person.getEmail()) : person.getName();
        }
        return element instanceof Subject subject && subject.getKey() != null ? subject.getKey() : element.getId();
    }
}
