package org.chartroom.store.internal;

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
    TEXT(new Part("", CellType.STRING)),
    /** A 32 bit number. */
    INTEGER(new Part("", CellType.INTEGER)),
    /** A 64 bit number. */
    LONG(new Part("", CellType.LONG)),
    /** True or false. */
    BOOLEAN(new Part("", CellType.BOOLEAN)),
    /** A 64 bit floating-point number. */
    DOUBLE(new Part("", CellType.DOUBLE)),
    /** A decimal number. */
    DECIMAL(new Part("", CellType.DECIMAL), new Part("_scale", CellType.INTEGER)),
    /** An amount of money. */
    MONEY(new Part("", CellType.DECIMAL), new Part("_scale", CellType.INTEGER),
            new Part("_currency", CellType.CURRENCY)),
    /** A calendar day. */
    DATE(new Part("", CellType.DATE)),
    /** A point in time. */
    TIMESTAMP(new Part("", CellType.TIMESTAMP)),
    /** The literal of an enumeration. */
    ENUM(new Part("", CellType.STRING)),
    /** A value of any other data type, in the form its factory gives it. */
    CONVERTED(new Part("", CellType.STRING)),
    /** One referenced element; the root is empty when it is the root of the referring element. */
    REFERENCE(new Part("", CellType.STRING), new Part("_root", CellType.INTEGER), new Part("_type", CellType.INTEGER)),
    /** Several values, in link rows. */
    VALUES,
    /** Several referenced elements, in link rows. */
    REFERENCES,
    /** Contained elements; they know their container. */
    CONTAINMENT;

    /** One column of a field. */
    record Part(String suffix, CellType type) {
    }

    private final List<Part> parts;

    FieldKind(Part... parts) {
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
     * @param feature a feature of a class
     * @return whether its values are stored
     */
    static boolean isStored(EStructuralFeature feature) {
        return !feature.isDerived() && !feature.isTransient() && !feature.isVolatile()
                && !(feature instanceof EReference reference && reference.isContainer());
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
