package org.chartroom.store.internal;

import org.chartroom.core.store.ElementRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.chartroom.model.Money;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/** How the values of a feature are stored. The names are written into workspaces. */
enum FieldKind {
    /** A string. */
    TEXT(String.class, new Part("", CellType.STRING)),
    /** A 32 bit number. */
    INTEGER(Integer.class, new Part("", CellType.INTEGER)),
    /** A 64 bit number. */
    LONG(Long.class, new Part("", CellType.LONG)),
    /** True or false. */
    BOOLEAN(Boolean.class, new Part("", CellType.BOOLEAN)),
    /** A 64 bit floating-point number. */
    DOUBLE(Double.class, new Part("", CellType.DOUBLE)),
    /** A decimal number. */
    DECIMAL(BigDecimal.class, new Part("", CellType.DECIMAL), new Part("_scale", CellType.INTEGER)),
    /** An amount of money. */
    MONEY(Money.class, new Part("", CellType.DECIMAL), new Part("_scale", CellType.INTEGER),
            new Part("_currency", CellType.CURRENCY)),
    /** A calendar day. */
    DATE(LocalDate.class, new Part("", CellType.DATE)),
    /** A point in time. */
    TIMESTAMP(Instant.class, new Part("", CellType.TIMESTAMP)),
    /** The literal of an enumeration. */
    ENUM(String.class, new Part("", CellType.STRING)),
    /** A value of any other data type, in the form its factory gives it. */
    CONVERTED(String.class, new Part("", CellType.STRING)),
    /** One referenced element; the root is empty when it is the root of the referring element. */
    REFERENCE(ElementRef.class, new Part("", CellType.STRING), new Part("_root", CellType.INTEGER),
            new Part("_type", CellType.INTEGER)),
    /** Several values, in link rows. */
    VALUES(List.class),
    /** Several referenced elements, in link rows. */
    REFERENCES(List.class),
    /** Contained elements; they know their container. */
    CONTAINMENT(Void.class);

    /** One column of a field. */
    record Part(String suffix, CellType type) {
    }

    private final Class<?> data;
    private final List<Part> parts;

    FieldKind(Class<?> data, Part... parts) {
        this.data = data;
        this.parts = List.of(parts);
    }

    /** @return the columns; none when the values are not in the row of the element */
    List<Part> parts() {
        return parts;
    }

    /** @return whether the values are link rows */
    boolean isMany() {
        return this == VALUES || this == REFERENCES;
    }

    /**
     * @param value a value of a change set; null for none
     * @return whether it can be stored so
     */
    boolean accepts(Object value) {
        return value == null || data.isInstance(value);
    }

    /**
     * @param feature a stored feature
     * @return how it is stored
     */
    static FieldKind of(EStructuralFeature feature) {
        if (feature instanceof EReference reference) {
            if (reference.isContainment()) {
                return CONTAINMENT;
            }
            return reference.isMany() ? REFERENCES : REFERENCE;
        }
        return feature.isMany() ? VALUES : ofSingle((EAttribute) feature);
    }

    private static FieldKind ofSingle(EAttribute attribute) {
        if (attribute.getEAttributeType() instanceof EEnum) {
            return ENUM;
        }
        Class<?> type = attribute.getEAttributeType().getInstanceClass();
        if (type == String.class) {
            return TEXT;
        } else if (type == int.class || type == Integer.class) {
            return INTEGER;
        } else if (type == long.class || type == Long.class) {
            return LONG;
        } else if (type == boolean.class || type == Boolean.class) {
            return BOOLEAN;
        } else if (type == double.class || type == Double.class) {
            return DOUBLE;
        } else if (type == BigDecimal.class) {
            return DECIMAL;
        } else if (type == Money.class) {
            return MONEY;
        } else if (type == LocalDate.class) {
            return DATE;
        } else if (type == Instant.class) {
            return TIMESTAMP;
        }
        return CONVERTED;
    }
}
