package org.chartroom.cli.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.chartroom.exchange.export.FileValues;
import org.chartroom.model.Element;
import org.chartroom.model.Money;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Elements as data to print: names of features, values in file form, what is empty left out. */
final class ElementData {
    private final FileValues values = new FileValues();

    Map<String, Object> of(Element element) {
        Map<String, Object> data = new LinkedHashMap<>();
        for (EStructuralFeature feature : element.eClass().getEAllStructuralFeatures()) {
            Object value = element.eGet(feature);
            if (value instanceof List<?> many) {
                if (!many.isEmpty()) {
                    data.put(feature.getName(), many.stream().map(one -> one(feature, one)).toList());
                }
            } else if (value != null) {
                data.put(feature.getName(), single(element, feature, value));
            }
        }
        return data;
    }

    private Object one(EStructuralFeature feature, Object value) {
        if (feature instanceof EReference reference) {
            return reference.isContainment() ? of((Element) value) : values.nameOf(reference, (Element) value);
        }
        return value.toString();
    }

    private Object single(Element element, EStructuralFeature feature, Object value) {
        if (feature instanceof EAttribute) {
            boolean plain = value instanceof Number || value instanceof Boolean;
            return plain && !(value instanceof Money) ? value : values.textOf(element, feature);
        }
        EReference reference = (EReference) feature;
        return reference.isContainment() ? of((Element) value) : values.nameOf(reference, (Element) value);
    }
}
