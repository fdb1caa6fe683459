package org.chartroom.store.internal;

import org.chartroom.core.store.FeatureName;
import org.chartroom.core.store.ElementRef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.chartroom.model.Element;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.Money;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.EFactory;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** A stored type and the class that is registered for it now: which cell belongs to which feature, looked up once. */
final class TypeBinding {
    private final StoredType type;
    private final EClass eClass;
    private final List<FieldBinding> inRow = new ArrayList<>();
    private final Map<Integer, FieldBinding> byFieldId = new HashMap<>();
    private final Map<FeatureName, FieldBinding> byName = new HashMap<>();

    TypeBinding(StoredType type, EClass eClass) {
        this.type = type;
        this.eClass = eClass;
        for (EStructuralFeature feature : eClass.getEAllStructuralFeatures()) {
            if (feature == ModelPackage.Literals.ELEMENT__ID || !FeatureName.isStored(feature)) {
                continue;
            }
            StoredField field = type.field(feature.getName(), FieldKind.of(feature));
            if (field != null) {
                FieldBinding bound = new FieldBinding(field, feature, eClass.getFeatureID(feature));
                byFieldId.put(field.id(), bound);
                byName.put(FeatureName.of(feature), bound);
                if (!field.kind().parts().isEmpty()) {
                    inRow.add(bound);
                }
            }
        }
    }

    EClass eClass() {
        return eClass;
    }

    StoredType type() {
        return type;
    }

    /** @return the field of a feature; null when the class has no such feature that is stored */
    FieldBinding field(FeatureName feature) {
        return byName.get(feature);
    }

    /** @return the field of a number; null when the class has no feature for it */
    FieldBinding field(int fieldId) {
        return byFieldId.get(fieldId);
    }

    InternalEObject newObject(String id) {
        InternalEObject object = (InternalEObject) EcoreUtil.create(eClass);
        ((Element) object).setId(id);
        return object;
    }

    /** @return cells with the values of an object to which nothing was done */
    Object[] defaultCells() {
        Object[] cells = new Object[type.cellCount()];
        for (FieldBinding bound : inRow) {
            if (bound.defaultValue != null) {
                bound.dataToCells(bound.data(bound.defaultValue), cells);
            }
        }
        return cells;
    }

    /** Gives default values to cells of fields that did not exist when the row was written. */
    void fillDefaults(StoredRow row) {
        for (FieldBinding bound : inRow) {
            if (bound.field.since() > row.validFrom() && bound.defaultValue != null
                    && row.cells()[bound.field.offset()] == null) {
                bound.dataToCells(bound.data(bound.defaultValue), row.cells());
            }
        }
    }

    /** Sets all features that are stored in the row. */
    void populate(InternalEObject object, StoredRow row, ReferenceDecoder references) {
        Object[] cells = row.cells();
        for (FieldBinding bound : inRow) {
            if (cells[bound.field.offset()] != null) {
                bound.toObject(object, row, references);
            } else if (bound.defaultValue != null && bound.field.since() <= row.validFrom()) {
                object.eSet(bound.featureId, null);
            }
        }
    }

    /** Turns referenced elements into cells. */
    interface ReferenceEncoder {
        /** Writes id, root and type of the target into three cells. */
        void encode(ElementRef target, String ownerRootId, Object[] cells, int offset);
    }

    /** Turns cells into referenced elements. */
    interface ReferenceDecoder {
        /** Sets the feature, now or later. */
        void decode(InternalEObject owner, FieldBinding field, String id, Integer root, Integer targetType);
    }

    /** A field and the feature it belongs to. */
    static final class FieldBinding {
        private final StoredField field;
        private final EStructuralFeature feature;
        private final int featureId;
        private final Map<String, Object> literals = new HashMap<>();
        /** What an unset feature has; null as well where a feature can't be empty, because then it is always stored. */
        private final Object defaultValue;

        FieldBinding(StoredField field, EStructuralFeature feature, int featureId) {
            this.field = field;
            this.feature = feature;
            this.featureId = featureId;
            this.defaultValue = feature.isMany() || feature instanceof EReference ? null : feature.getDefaultValue();
            if (feature.getEType() instanceof EEnum options) {
                for (EEnumLiteral literal : options.getELiterals()) {
                    literals.put(literal.getLiteral(), literal.getInstance());
                }
            }
        }

        StoredField field() {
            return field;
        }

        EStructuralFeature feature() {
            return feature;
        }

        int featureId() {
            return featureId;
        }

        /** Writes a value of a change set into the cells of this field. */
        void toCells(Object value, String ownerRootId, Object[] cells, ReferenceEncoder references) {
            for (int i = 0; i < field.kind().parts().size(); i++) {
                cells[field.offset() + i] = null;
            }
            if (value instanceof ElementRef target) {
                references.encode(target, ownerRootId, cells, field.offset());
            } else if (value != null) {
                dataToCells(value, cells);
            }
        }

        private void dataToCells(Object value, Object[] cells) {
            int offset = field.offset();
            switch (field.kind()) {
                case DECIMAL -> decimalToCells((BigDecimal) value, cells);
                case MONEY -> {
                    decimalToCells(((Money) value).amount(), cells);
                    cells[offset + 2] = ((Money) value).currency().getCurrencyCode();
                }
                default -> cells[offset] = value;
            }
        }

        /** @return a value of an object as change sets hold it */
        private Object data(Object value) {
            return field.kind() == FieldKind.ENUM || field.kind() == FieldKind.CONVERTED ? text(value) : value;
        }

        /** @return one of several values of a change set in its file form */
        String link(Object value) {
            return value instanceof String text ? text : text(value);
        }

        /** @return what an object shows that is loaded from a row, as change sets hold it; the id for a reference */
        Object shown(StoredRow row) {
            Object cell = row.cells()[field.offset()];
            if (cell == null) {
                return defaultValue == null || field.since() <= row.validFrom() ? null : data(defaultValue);
            }
            return switch (field.kind()) {
                case DECIMAL -> field.decimal(row.cells());
                case MONEY -> money(row.cells());
                case ENUM, CONVERTED -> {
                    Object known = value((String) cell);
                    // A literal that a newer plug-in wrote is not known: the object has its default.
                    Object value = known == null ? defaultValue : known;
                    yield value == null ? null : text(value);
                }
                default -> cell;
            };
        }

        private Money money(Object[] cells) {
            return Money.of(field.decimal(cells), Currency.getInstance((String) cells[field.offset() + 2]));
        }

        private void decimalToCells(BigDecimal value, Object[] cells) {
            cells[field.offset()] = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
            cells[field.offset() + 1] = value.scale();
        }

        /** @return the value in its file form */
        String text(Object value) {
            EDataType dataType = (EDataType) feature.getEType();
            EFactory factory = dataType.getEPackage().getEFactoryInstance();
            return factory.convertToString(dataType, value);
        }

        /** @return the value of a file form; null when the class does not know it (any more) */
        Object value(String text) {
            if (feature.getEType() instanceof EEnum) {
                return literals.get(text);
            }
            EDataType dataType = (EDataType) feature.getEType();
            return dataType.getEPackage().getEFactoryInstance().createFromString(dataType, text);
        }

        private void toObject(InternalEObject object, StoredRow row, ReferenceDecoder references) {
            Object[] cells = row.cells();
            int offset = field.offset();
            Object value = cells[offset];
            switch (field.kind()) {
                case REFERENCE -> references.decode(object, this, (String) value, (Integer) cells[offset + 1],
                        (Integer) cells[offset + 2]);
                case DECIMAL -> object.eSet(featureId, field.decimal(cells));
                case MONEY -> object.eSet(featureId, money(cells));
                case ENUM, CONVERTED -> {
                    Object converted = value((String) value);
                    // A literal that a newer plug-in wrote stays in the row; the object keeps its default.
                    if (converted != null) {
                        object.eSet(featureId, converted);
                    }
                }
                default -> object.eSet(featureId, value);
            }
        }

        @SuppressWarnings("unchecked")
        EList<Object> list(InternalEObject object) {
            return (EList<Object>) object.eGet(featureId, false, true);
        }
    }
}
